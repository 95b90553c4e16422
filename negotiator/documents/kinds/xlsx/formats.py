"""Numbers and dates as their cells show them, where the number format is plain."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation, localcontext

# The formats that a workbook need not state (ECMA-376 part 1, 18.8.30). Where the order of day and
# month hangs on the reader's country, the date is shown as ISO 8601 has it.
BUILT_IN: dict[int, str] = dict(
    [
        *((0, "General"), (1, "0"), (2, "0.00"), (3, "#,##0"), (4, "#,##0.00"), (9, "0%")),
        *((10, "0.00%"), (14, "yyyy-mm-dd"), (15, "d-mmm-yy"), (16, "d-mmm"), (17, "mmm-yy")),
        *((18, "h:mm AM/PM"), (19, "h:mm:ss AM/PM"), (20, "h:mm"), (21, "h:mm:ss")),
        *((22, "yyyy-mm-dd h:mm"), (37, "#,##0;-#,##0"), (38, "#,##0;-#,##0")),
        *((39, "#,##0.00;-#,##0.00"), (40, "#,##0.00;-#,##0.00"), (45, "mm:ss"), (49, "@")),
    ]
)
MONTHS = (
    "January February March April May June July August September October November December"
).split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
# Locales of number formats whose names of months are English: none, en-US, en-GB, ISO's own.
ENGLISH = {"", "409", "809", "1009", "c09", "F800"}
# Excel shows no more digits than this; beyond these bounds it writes powers of ten.
DIGITS = 15
LARGEST = Decimal(10) ** 15
SMALLEST = Decimal(10) ** -9
LAST_DAY = 2_958_465
LONGEST_FORMAT = 255
LONGEST_NUMBER = 60
LARGEST_EXPONENT = 308

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[\$(?P<currency>[^\]-]*)-?(?P<locale>[^\]]*)\]'
    r"|\[(?P<bracket>[^\]]*)\]|_(?P<space>.)|\*(?P<fill>.)|(?P<ampm>AM/PM|am/pm)"
    r"|(?P<letters>y+|m+|d+|h+|s+|Y+|M+|D+|H+|S+)|(?P<digits>[#0?,.%]+)|(?P<general>General)"
    r"|(?P<other>.)",
    re.DOTALL,
)
_PATTERN = re.compile(r"(?P<whole>#,##0|#,#00|#|0{1,15})(?:\.(?P<places>0{1,15}))?(?P<percent>%)?")
_LITERALS = set(" -/.:,()+$€£¥'")


@dataclass(frozen=True, slots=True)
class Shown:
    """A value as its cell shows it.

    Args:
        text: what is shown.
        plain: whether the format could be followed; otherwise the stored value is shown.
        rounded: whether digits that are stored are not shown.
    """

    text: str
    plain: bool = True
    rounded: bool = False


def shown(raw: str, code: str, *, from_1904: bool = False) -> Shown:
    """Return how a number is shown.

    Args:
        raw: the number as stored.
        code: the cell's number format.
        from_1904: whether the workbook counts days from 1904.
    """
    try:
        value = Decimal(raw)
    except InvalidOperation:
        return Shown(raw, plain=False)
    # No program stores numbers beyond those of a double.
    stored = value.is_finite() and abs(value.adjusted()) <= LARGEST_EXPONENT
    if not stored or len(raw) > LONGEST_NUMBER or len(code) > LONGEST_FORMAT:
        return Shown(raw, plain=False)
    section, signed = _section(code, value)
    tokens = list(_TOKEN.finditer(section))
    if any(token.group("letters") or token.group("ampm") for token in tokens):
        return _date(raw, value, tokens, from_1904=from_1904)
    return _number(raw, value if signed else abs(value), tokens)


def _section(code: str, value: Decimal) -> tuple[str, bool]:
    """Return the part of a format for a value, and whether the value keeps its sign in it."""
    parts: list[str] = [""]
    for token in _TOKEN.finditer(code):
        if token.group() == ";":
            parts.append("")
        else:
            parts[-1] += token.group()
    if value < 0 and len(parts) > 1:
        return parts[1], False
    if value == 0 and len(parts) > 2:
        return parts[2], True
    return parts[0], True


def _number(raw: str, value: Decimal, tokens: list[re.Match[str]]) -> Shown:
    before = after = ""
    pattern: str | None = None
    for token in tokens:
        literal = _literal(token)
        if literal is None:
            body = token.group("digits") or token.group("general") or token.group()
            if pattern is not None or (
                body != "@" and not token.group("digits") and body != "General"
            ):
                return Shown(raw, plain=False)
            pattern = body
        elif pattern is None:
            before += literal
        else:
            after += literal
    if pattern is None:
        return Shown((before + after).strip(), plain=not tokens, rounded=True)
    number, rounded = _figures(value, pattern)
    if number is None:
        return Shown(raw, plain=False)
    sign = "-" if number.startswith("-") else ""
    return Shown((sign + before + number.removeprefix("-") + after).strip(), rounded=rounded)


def _literal(token: re.Match[str]) -> str | None:
    for name in ("quoted", "escaped", "currency"):
        if token.group(name) is not None:
            return token.group(name)
    if token.group("space") is not None:
        return " "
    if token.group("fill") is not None:
        return ""
    other = token.group("other")
    if other is not None and other in _LITERALS:
        return other
    # Colours change nothing that is read; conditions do.
    bracket = token.group("bracket")
    return "" if bracket is not None and bracket.isalpha() else None


def _figures(value: Decimal, pattern: str) -> tuple[str | None, bool]:
    if pattern in ("General", "@"):
        return _general(value), False
    found = _PATTERN.fullmatch(pattern)
    if found is None or abs(value) >= LARGEST:
        return None, False
    with localcontext() as context:
        context.prec = 60
        scaled = value * 100 if found.group("percent") else value
        places = len(found.group("places") or "")
        rounded = scaled.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
        # The last digits of a stored number are noise of binary fractions.
        lost = round(scaled, 12) != rounded
    whole = found.group("whole")
    sign, figures = ("-", f"{abs(rounded):f}") if rounded < 0 else ("", f"{abs(rounded):f}")
    integer, point, rest = figures.partition(".")
    if "," in whole:
        integer = f"{int(integer):,}"
    elif whole != "#":
        integer = integer.zfill(len(whole))
    return sign + integer + point + rest + (found.group("percent") or ""), lost


def _general(value: Decimal) -> str:
    if value and not SMALLEST <= abs(value) < LARGEST:
        return f"{value:E}"
    with localcontext() as context:
        context.prec = DIGITS
        short = +value
    text = f"{short:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _date(raw: str, value: Decimal, tokens: list[re.Match[str]], *, from_1904: bool) -> Shown:
    moment = _moment(value, from_1904=from_1904)
    if moment is None:
        return Shown(raw, plain=False)
    twelve = any(token.group("ampm") for token in tokens)
    text = ""
    plain = True
    for i, token in enumerate(tokens):
        letters = token.group("letters")
        locale = token.group("locale")
        if letters:
            named = letters.lower() in ("mmm", "mmmm", "ddd", "dddd", "mmmmm")
            text += _part(moment, letters.lower(), twelve, minutes=_is_minutes(tokens, i))
            plain = plain and not (named and not english(tokens)) and letters.lower() != "mmmmm"
        elif token.group("ampm"):
            text += "AM" if moment.hour < 12 else "PM"
        elif locale is not None:
            text += token.group("currency")
        else:
            literal = _literal(token) if token.group("digits") is None else token.group("digits")
            plain = plain and literal is not None and not literal.strip(".,")[:1].isdigit()
            text += literal or ""
    if plain:
        return Shown(text.strip())
    whole = moment.time() == datetime.min.time()
    return Shown(moment.date().isoformat() if whole else moment.isoformat(" "), plain=False)


def english(tokens: list[re.Match[str]]) -> bool:
    """Tell whether a format writes the names of months in English."""
    locales = {token.group("locale") for token in tokens if token.group("locale") is not None}
    return locales <= ENGLISH


def _is_minutes(tokens: list[re.Match[str]], at: int) -> bool:
    letters = [(i, t.group("letters").lower()) for i, t in enumerate(tokens) if t.group("letters")]
    place = next(n for n, (i, _) in enumerate(letters) if i == at)
    before = letters[place - 1][1][0] if place else ""
    after = letters[place + 1][1][0] if place + 1 < len(letters) else ""
    return before == "h" or after == "s"


def _part(moment: datetime, letters: str, twelve: bool, *, minutes: bool) -> str:
    first, count = letters[0], len(letters)
    if first == "y":
        return f"{moment.year:04}" if count > 2 else f"{moment.year % 100:02}"
    if first == "d" and count > 2:
        name = DAYS[moment.weekday()]
        return name if count > 3 else name[:3]
    if first == "m" and count > 2:
        name = MONTHS[moment.month - 1]
        return name if count > 3 else name[:3]
    hour = (moment.hour % 12 or 12) if twelve else moment.hour
    number = {
        "d": moment.day,
        "m": moment.minute if minutes else moment.month,
        "h": hour,
        "s": moment.second,
    }[first]
    return f"{number:02}" if count > 1 else str(number)


def _moment(value: Decimal, *, from_1904: bool) -> datetime | None:
    # The first day of the other count is 1 January 1900, and it has a 29 February of that year.
    if not 0 <= value < LAST_DAY + 1 or (not from_1904 and 60 <= value < 61):
        return None
    days = int(value)
    if from_1904:
        start = date(1904, 1, 1)
        if days > LAST_DAY - 1462:
            return None
    else:
        start = date(1899, 12, 30) if days > 60 else date(1899, 12, 31)
    seconds = int(((value - days) * 86_400).quantize(Decimal(1), rounding=ROUND_HALF_UP))
    midnight = datetime.combine(start, datetime.min.time())
    try:
        return midnight + timedelta(days=days, seconds=seconds)
    except OverflowError:
        return None
