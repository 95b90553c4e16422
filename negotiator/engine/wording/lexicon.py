"""What a token is to a reader of a redline: a small word, a negation, a number, a mark.

The words are those of the six languages of the United Nations and German. Their lists are
joined: a text is seldom long enough to tell its language, and what means two things in two of
them (French "pas", Spanish "sin") is marked once too often rather than once too seldom.
"""

from __future__ import annotations

import re


class Trait:
    """What a token is; several may hold, as a sum: plain numbers, for they are asked for often."""

    SMALL = 1  # may be marked with the changes around it
    NEGATION = 2
    NUMBER = 4
    MODAL = 8
    CONTENT = 16  # a word that says something by itself
    LINE = 32  # parts lines or cells
    END = 64  # ends a sentence
    COMMA = 128
    JOINS = 256  # "and", "or"
    OPENS = 512
    CLOSES = 1024
    SIGN = 2048  # stands before a number and changes it: minus, currency
    UNIT = 4096  # stands behind a number and changes it: percent, degree
    CUT = 8192  # ends a sentence, line or cell where it stands; known of places, not of words
    SHORT = 16384  # a stop behind it ends no sentence
    DOUBTFUL = 32768  # may not be what it looks like: May is a month, 可能 no permission
    TELLING = NEGATION | NUMBER | MODAL  # what tells a reader most
    OF_NUMBERS = NUMBER | SIGN | UNIT
    FIRM = NEGATION | NUMBER  # what is never hidden in a change


LINE_BREAKS = frozenset("\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029") | {"\r\n"}
CELL_BREAKS = frozenset("\t|")
MOST_KNOWN = 1 << 15  # words whose traits are kept

NEGATIONS = frozenset(
    """
    not no nor neither never none nothing nobody nowhere non without cannot
    ne pas ni jamais aucun aucune aucuns aucunes nul nulle n' sans
    nicht nichts nie niemals kein keine keinen keinem keiner keines weder noch ohne
    sin nunca jamás ningún ninguna ninguno ningunos ningunas tampoco nada
    не ни нет нельзя без никто ничто никогда никакой никакая никакие никакого никаких
    لا ولا فلا لم ولم لن ولن ليس ليست وليس غير عدم بعدم وعدم ألا بألا وألا دون بدون
    不 未 无 無 非 勿 毋 否 没 沒
    """.split()
)
MODALS = frozenset(
    """
    shall should must may might can could will would ought need cannot
    doit doivent devra devront devrait devraient peut peuvent pourra pourront pourrait pourraient
    muss müssen musste mussten müsste müssten soll sollen sollte sollten darf dürfen dürfte dürften
    kann können könnte könnten
    debe deben deberá deberán debería deberían debiera puede pueden podrá podrán podría podrían
    должен должна должно должны может могут обязан обязана обязано обязаны следует надлежит вправе
    необходимо
    يجب ويجب يجوز ويجوز ينبغي وينبغي يتعين ويتعين يمكن ويمكن يحق يلتزم تلتزم
    应 應 须 須 必 可 宜
    """.split()
)
NUMERALS = frozenset(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    hundred thousand million billion half third thirds quarter quarters twice
    deux trois quatre cinq sept huit neuf dix onze douze quinze vingt trente quarante cinquante
    soixante cent cents mille millions moitié tiers
    zwei drei vier fünf sechs sieben acht neun zehn elf zwölf fünfzehn zwanzig dreißig vierzig
    fünfzig sechzig hundert tausend hälfte drittel
    dos tres cuatro cinco siete ocho nueve diez doce quince veinte treinta cuarenta
    cincuenta sesenta cien ciento mil mitad tercio tercios
    один одна одно одного одной два две двух трех трёх три четыре четырех пять пяти шесть шести
    семь семи восемь восьми девять девяти десять десяти двенадцать двенадцати пятнадцать пятнадцати
    двадцать двадцати тридцать тридцати сорок сорока пятьдесят пятидесяти шестьдесят шестидесяти
    девяносто сто ста тысяча тысячи тысяч миллион миллиона миллионов половина половины
    واحد واحدة اثنان اثنين ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية تسعة تسع عشرة عشر
    عشرون عشرين ثلاثون ثلاثين ستون ستين مائة مئة ألف مليون نصف ثلث ثلثي
    〇 零 一 二 三 四 五 六 七 八 九 十 百 千 万 萬 亿 億 两 兩
    """.split()
)
_SMALL_WORDS = frozenset(
    """
    a an the of to in on at by for from with as and or but that which who this these those such any
    its it their they them he his her we our is are be been was were has have had do does if so than
    then there into upon under between within other per via all each
    le la les l' un une des du de d' au aux à en et ou par pour sur dans avec que qu' qui ce cet
    cette ces se s' sa son ses leur leurs est sont c' il elle ils elles dont
    der die das den dem des ein eine einen einem einer eines und oder in im an am auf zu zum zur von
    vom mit für bei aus nach als wie ist sind hat haben sich es sie er ihr ihre ihren dass durch
    el los las una unos unas del al y e o u con por para que su sus lo se es son ha han como
    и в во на с со по к ко о об от до за из у для при или а но что как их его ее её это
    و في من إلى على عن أن إن ما التي الذي هذا هذه ذلك أو مع كل بين
    的 了 和 与 與 及 或 之 在 于 於 对 對 以 为 為 由 就 其 该 該 而 并 並 所 等
    の に は を が と で も へ や
    """.split()
)
_JOINS = frozenset("and or et ou und oder y e o u и или و أو 和 与 及 或 nor".split())
# In Chinese a character is a word only beside the right ones: 可能 is "possible", not "may".
BEGINS_ANOTHER_WORD = {
    "应": "用急对变", "應": "用急對變", "可": "能靠行持见見", "必": "要", "无": "线论", "未": "来",
    "非": "洲常", "不": "断同", "否": "则",
}  # fmt: skip
# A Chinese numeral counts where another, or what is counted, stands beside it.
COUNTED = frozenset("年月日天时個个条條款项項次名国國方周週章节節第分号號部")

_ABBREVIATED = frozenset(
    "art arts no nos para paras cf eg ie mr mrs dr st vs p pp sec ch abs nr núm ст п г".split()
)
_MONTHS = frozenset({"May"})
_COMMAS = frozenset(",،、，")
SENTENCE_ENDS = frozenset(".;:!?。；：！？؛؟।")
_OPENS = frozenset("([{«“„‘《「『（【")
_CLOSES = frozenset(")]}»”’》」』）】")
_LIGHT = frozenset("\"'“”„‘’«»()/-‐‑–—")
_SIGNS = frozenset("-−+±<>≤≥=$€£¥₽₹")
_UNITS = frozenset("%‰°€$£¥٪") | {"°C", "°F"}
_MAIN_ROMAN = re.compile(r"[IVX]{2,7}")
_WHOLE = {"ca": "can", "sha": "shall", "wo": "will"}


class _Traits(dict[str, int]):
    """The traits of every token that was asked for; it begins anew when it grows too large."""

    def __missing__(self, token: str) -> int:
        if len(self) >= MOST_KNOWN:
            self.clear()
        self[token] = found = _traits(token)
        return found


# What a token is, as the sum of its traits.
TRAITS = _Traits()


def _traits(token: str) -> int:
    folded = token.casefold()
    found = Trait.SHORT if len(folded) == 1 or folded in _ABBREVIATED else 0
    if token in _MONTHS or (len(token) == 1 and not token.isascii()):
        found |= Trait.DOUBTFUL
    if not token[0].isalnum():
        return found | _of_mark(token)
    found |= _of_word(token)
    plain = token.replace("’", "'")
    if token.istitle():  # never "US" or "WHO"
        plain = plain.lower()
    if plain in _SMALL_WORDS and not found & Trait.TELLING:
        found |= Trait.SMALL
        if plain in _JOINS:
            found |= Trait.JOINS
    elif not found & (Trait.NEGATION | Trait.MODAL):
        found |= Trait.CONTENT
    return found


def words(token: str) -> tuple[str, ...]:
    """Return the words that a token stands for, in small letters: "shan't" is "shall", "not"."""
    plain = token.casefold()
    if plain == "cannot":
        return "can", "not"
    if not plain.isalnum():
        plain = plain.replace("’", "'")
        if plain.endswith("n't"):
            return _WHOLE.get(plain[:-3], plain[:-3]), "not"
    return (plain,)


def _of_word(token: str) -> int:
    found = 0
    for word in words(token):
        if word in NEGATIONS:
            found |= Trait.NEGATION
        if word in MODALS:
            found |= Trait.MODAL
        if word in NUMERALS:
            found |= Trait.NUMBER
    if not token.isalpha() and any(map(str.isdecimal, token)):
        found |= Trait.NUMBER
    if token[0] in "IVX" and _MAIN_ROMAN.fullmatch(token):
        found |= Trait.NUMBER
    return found


def _of_mark(token: str) -> int:
    if token in LINE_BREAKS or token in CELL_BREAKS:
        return Trait.LINE
    found = 0
    for trait, marks in (
        (Trait.END, SENTENCE_ENDS),
        (Trait.COMMA | Trait.SMALL, _COMMAS),
        (Trait.OPENS, _OPENS),
        (Trait.CLOSES, _CLOSES),
        (Trait.SMALL, _LIGHT),
        (Trait.SIGN, _SIGNS),
        (Trait.UNIT, _UNITS),
    ):
        if token in marks:
            found |= trait
    return found
