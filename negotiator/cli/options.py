"""What the commands share: options, dates, the clock, and where their output goes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from negotiator.errors import Misused, StorageFailed
from negotiator.model import Grain, KnownBy, Tracked
from negotiator.visible import visible

if TYPE_CHECKING:
    from negotiator.workbench.bench import Bench
    from negotiator.workbench.instructions import Instructions
    from negotiator.workbench.looking import View

F = TypeVar("F", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """A calendar day, written YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day, or say what is wrong with it."""
        if isinstance(value, date):
            return value
        try:
            return datetime.strptime(value, "%Y-%m-%d").replace(tzinfo=UTC).date()
        except ValueError:
            self.fail(f"“{value}” is not a day of the calendar; write it YYYY-MM-DD", param, ctx)


DAY = Day()


class Word(click.Choice[str]):
    """One of the words of an enumeration; the value is its member."""

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__([one.value for one in kind])
        self.kind = kind

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the member that a word names."""
        return self.kind(super().convert(value, param, ctx))


def now() -> str:
    """Return the time, UTC, ISO 8601; `SOURCE_DATE_EPOCH` sets it for reproducible runs."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch and epoch.isdigit():
        moment = datetime.fromtimestamp(int(epoch), UTC)
    else:
        moment = datetime.now(UTC)
    return moment.isoformat(timespec="seconds")


@contextmanager
def bench(ctx: click.Context, /, by: str = "") -> Iterator[Bench]:
    """Open the database that the command line names."""
    from negotiator.workbench.bench import opened

    with opened(ctx.find_root().obj, by=by, at=now()) as desk:
        yield desk


def by_option(*, required: bool) -> Callable[[F], F]:
    """Add `--by NAME`: who is at work."""
    # click takes any default, None included, for a value that was given.
    default: dict[str, Any] = {"required": True} if required else {"default": ""}
    return click.option(
        "--by",
        metavar="NAME",
        envvar="NEGOTIATOR_BY",
        help="Who is at work.  [default: $NEGOTIATOR_BY]",
        callback=_in_words if required else None,
        **default,
    )


def grounds_option(name: str, help: str) -> Callable[[F], F]:
    """Add an option that must say something: on what grounds, or why."""
    return click.option(name, metavar="TEXT", required=True, callback=_in_words, help=help)


def _in_words(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Refuse an empty text where a name or a reason is asked for."""
    if value is not None and not value.strip():
        raise click.BadParameter("it is empty; say it in words", ctx=ctx, param=param)
    return value


def format_option(*formats: str) -> Callable[[F], F]:
    """Add `--format`, the first one the default."""
    return click.option(
        "--format",
        "format_",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help="How to write the data.",
    )


def output_option(function: F) -> F:
    """Add `-o FILE`: where the data goes."""
    return click.option(
        "-o",
        "--output",
        metavar="FILE",
        default="-",
        help="Write to a file instead of standard output.",
    )(function)


def together(*options: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return several options as one decorator; they are listed in this order."""

    def decorate(function: Any) -> Any:
        for option in reversed(options):
            function = option(function)
        return function

    return decorate


# When something was said.
moment_options = together(
    click.option("--round", "round_", metavar="ID", default="", help="At which round or event."),
    click.option(
        "--day",
        type=DAY,
        help="As of which day.  [default: the end of the round; the last on record]",
    ),
)


# The day and the selection of a comparison.
view_options = together(
    click.option("--as-of", type=DAY, help="As of this day.  [default: the latest]"),
    click.option(
        "--known",
        type=Word(KnownBy),
        default=KnownBy.ISSUED.value,
        show_default=True,
        help="Which date of a document decides.",
    ),
    click.option("--party", "parties", metavar="CODE", multiple=True, help="Only these."),
    click.option("--topic", "topics", metavar="CODE", multiple=True, help="Only these."),
    click.option("--issue", "issues", metavar="ID", multiple=True, help="Only these."),
)


def view(
    as_of: date | None,
    known: KnownBy,
    parties: tuple[str, ...] = (),
    topics: tuple[str, ...] = (),
    issues: tuple[str, ...] = (),
) -> View:
    """Return the view that the options choose."""
    from negotiator.workbench.looking import View

    return View(as_of, known, parties, topics, issues)


# How a document is read.
reading_options = together(
    click.option(
        "--kind",
        type=click.Choice(
            [
                *("docx", "pdf", "html", "markdown", "text", "xlsx", "csv"),
                *("akoma-ntoso", "interchange"),
            ]
        ),
        metavar="KIND",
        help="What kind of document it is: docx, pdf, html, markdown, text, xlsx, csv, akoma-ntoso,"
        " interchange.  [default: by its content]",
    ),
    click.option(
        "--segment",
        type=Word(Grain),
        default=Grain.PARAGRAPHS.value,
        show_default=True,
        help="What becomes one clause.",
    ),
    click.option(
        "--tracked",
        type=Word(Tracked),
        default=Tracked.ACCEPTED.value,
        show_default=True,
        help="What becomes of tracked changes.",
    ),
    click.option(
        "--columns",
        metavar="HEADING=WHAT,…",
        default="",
        help="What the columns of a table hold: the code of a party, * for the compromise, or a"
        " field: reference, base_text, text, justification.",
    ),
    click.option("--language", metavar="TAG", default="", help="Its language, as en."),
    click.option("--encoding", metavar="NAME", default="", help="Of text that is not UTF-8."),
    click.option(
        "--time-limit",
        metavar="SECONDS",
        type=click.FloatRange(min=0.1),
        help="When to give a file up.  [default: 10, longer while pages come]",
    ),
)


@contextmanager
def instructions(kind: str | None, columns: str, **wished: Any) -> Iterator[Instructions]:
    """Return how documents should be read, with a line on standard error that tells how far it is.

    Raises:
        Misused: when `--columns` names no column.
    """
    from negotiator.workbench.instructions import instructions as worded

    with progress() as watch:
        yield worded(kind=kind or "", columns=named_columns(columns), watch=watch, **wished)


def named_columns(text: str) -> dict[str, str]:
    """Return what each column holds, from `Commission=EC,Compromise=*`.

    Raises:
        Misused: for a column without heading or meaning.
    """
    found: dict[str, str] = {}
    for part in filter(None, (part.strip() for part in text.split(","))):
        heading, equals, what = (piece.strip() for piece in part.rpartition("="))
        if not (heading and equals and what):
            raise Misused(
                f"“{part}” does not say what a column holds",
                where="--columns",
                remedy="write HEADING=PARTY, as Commission=EC",
            )
        found[heading] = what
    return found


@contextmanager
def progress() -> Iterator[Callable[[int, int], None]]:
    """Give access to a line on standard error that tells how far long work is.

    Only a terminal shows it, and only where there is something to wait for.
    """
    shown = False

    def watch(done: int, total: int) -> None:
        nonlocal shown
        if sys.stderr.isatty() and total > 1:
            shown = True
            click.echo(f"\r{done} of {total}", err=True, nl=False)

    yield watch
    if shown:
        click.echo("\r\033[K", err=True, nl=False)


def deliver(text: str, output: str) -> None:
    """Write text to standard output (`-`) or to a file, whole or not at all.

    Raises:
        StorageFailed: when the file cannot be written.
    """
    if output == "-":
        # Bytes, so that the text is UTF-8 and its line ends stay, whatever the terminal says.
        sys.stdout.buffer.write(text.encode())
        return
    target = Path(output)
    partial = target.with_name(f".{target.name}.part")
    try:
        partial.write_text(text, encoding="utf-8", newline="")
        partial.replace(target)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise StorageFailed(
            f"cannot write the file: {error.strerror}",
            where=output,
            remedy="name a file in a folder that exists and may be written",
        ) from error
    click.echo(f"wrote {output}", err=True)


def warn(message: str) -> None:
    """Say what a person should look at."""
    click.echo(visible(f"warning: {message}"), err=True)


def say(message: str) -> None:
    """Say what was done."""
    click.echo(visible(message), err=True)


def terminal_width() -> int:
    """Return the width of the terminal, 80 columns when there is none."""
    import shutil

    return shutil.get_terminal_size((80, 24)).columns


def in_colour(output: str) -> bool:
    """Tell whether text goes to a terminal that shows colour; `NO_COLOR` turns it off."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return output == "-" and sys.stdout.isatty() and not plain


def given(particulars: dict[str, Any]) -> dict[str, Any]:
    """Return the options that were given; an empty text empties a list."""
    stated = {key: value for key, value in particulars.items() if value not in (None, ())}
    return {key: () if value == ("",) else value for key, value in stated.items()}
