"""`negotiator review`: a walk through what waits for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from negotiator.cli import asking
from negotiator.cli.keys import forget, key, line
from negotiator.cli.options import bench, by_option, in_colour, now, say, terminal_width
from negotiator.errors import NegotiatorError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from negotiator.workbench.items import Item, Order
    from negotiator.workbench.session import Session

HELP = """\
c  confirm it as shown
p  propose it as shown; somebody else confirms
d  dispute it
a  adjudicate: the dispute is settled as shown
v  a gap: another verdict, by one more key
e  a reading: correct it, field by field
r  a link: refuse it
m  a link: move it to another clause
n  a note: on what grounds the next decision on this item stands
s  skip it; it waits on
u  take the last decision back, by a new one
q  quit; what was decided stands"""
ALWAYS = "s skip  n note  u undo  q quit  ? help"


@click.command()
@click.option("--gaps", is_flag=True, help="Walk through the gaps.")
@click.option("--readings", is_flag=True, help="Walk through the readings.")
@click.option("--links", is_flag=True, help="Walk through the links.")
@click.option("--party", "parties", metavar="CODE", multiple=True, help="Only these.")
@click.option("--topic", "topics", metavar="CODE", multiple=True, help="Only these.")
@click.option("--issue", "issues", metavar="ID", multiple=True, help="Only these.")
@by_option(required=True)
@click.pass_context
def command(
    ctx: click.Context,
    /,
    gaps: bool,
    readings: bool,
    links: bool,
    parties: tuple[str, ...],
    topics: tuple[str, ...],
    issues: tuple[str, ...],
    by: str,
) -> None:
    """Walk through what waits for you, one key for each decision.

    Without --gaps, --readings or --links it is all three: readings first, since links and gaps
    rest on them; of each the hardest first. Each decision is recorded at once, so an interruption
    loses none. What has changed since it was shown is refused and shown anew. A script writes the
    keys to standard input, a text right behind its key, up to the end of the line.
    """
    from negotiator.workbench import session
    from negotiator.workbench.looking import View
    from negotiator.workbench.session import Subject

    flags = {Subject.READINGS: readings, Subject.LINKS: links, Subject.GAPS: gaps}
    chosen = [subject for subject, wanted in flags.items() if wanted] or list(flags)
    with bench(ctx, by) as desk:
        view = View(parties=parties, topics=topics, issues=issues)
        walk = session.start(desk, view, chosen, clock=now)
        try:
            while _step(walk):
                forget()
        finally:
            say(walk.summary())


def _step(walk: Session) -> bool:
    """Show what is to be decided next and take the keys for it; tell whether the walk goes on."""
    item = walk.current()
    if item is None:
        return _end(walk)
    _show(walk, item)
    note = ""
    while True:
        match key():
            case "q" | "":
                return False
            case "s":
                walk.skip()
                say(f"{item.id}: skipped")
                return True
            case "u":
                if _undone(walk, note):
                    return True
            case "n":
                note = line("on what grounds")
            case "?":
                click.echo(HELP)
            case pressed if pressed in _offered(item):
                order = _order(item, pressed, note)
                if order is None:
                    say("nothing is decided")
                    continue
                try:
                    say(walk.decide(item, order))
                except NegotiatorError as error:
                    say(f"not recorded: {error}")
                return True
            case pressed:
                say(f"{pressed!r} is no key here; ? tells the keys")


def _end(walk: Session) -> bool:
    """Offer to take the last decision back where nothing more is to be decided."""
    if not walk.made:
        return False
    click.echo("\nthat was the last one:  u undo  q quit")
    return key() == "u" and _undone(walk, "")


def _undone(walk: Session, note: str) -> bool:
    try:
        say(walk.undo(note))
    except NegotiatorError as error:
        say(f"not taken back: {error}")
        return False
    return True


def _offered(item: Item) -> dict[str, str]:
    """Return the keys that decide on an item, and what each does, in one word or two."""
    from negotiator.workbench.items import Act, GapItem

    keys = {
        Act.CONFIRM: ("c", "confirm"),
        Act.PROPOSE: ("p", "propose"),
        Act.DISPUTE: ("d", "dispute"),
        Act.ADJUDICATE: ("a", "adjudicate"),
        Act.CORRECT: ("e", "edit"),
        Act.REFUSE: ("r", "refuse"),
        Act.MOVE: ("m", "move"),
    }
    offered = dict(keys[act] for act in item.acts)
    return {**offered, "v": "another verdict"} if isinstance(item, GapItem) else offered


def _order(item: Item, pressed: str, note: str) -> Order | None:
    """Return what a key decides, None where more was asked for and not given."""
    from negotiator.workbench.items import Act, Order, ReadingItem

    if pressed == "v":
        return asking.verdict(note, disputed=Act.ADJUDICATE in item.acts)
    if pressed == "m":
        return asking.target(note)
    if isinstance(item, ReadingItem) and pressed == "e":
        return asking.correction(item.read.placed.reading, note)
    acts = {"c": Act.CONFIRM, "p": Act.PROPOSE, "d": Act.DISPUTE, "a": Act.ADJUDICATE}
    return Order(acts.get(pressed, Act.REFUSE), note)


def _show(walk: Session, item: Item) -> None:
    from negotiator.render import terminal
    from negotiator.render.review.terminal import rule

    parts = [*rule(walk.place + 1, len(walk.queue), item.why), _content(item)]
    shown = terminal.write(*parts, width=terminal_width(), colour=in_colour("-"))
    keys = "  ".join(f"{pressed} {does}" for pressed, does in _offered(item).items())
    click.echo(f"{shown}\n{keys}\n{ALWAYS}")


def _content(item: Item) -> RenderableType:
    from negotiator.render import links
    from negotiator.render.readings import terminal as readings
    from negotiator.render.review import terminal as review
    from negotiator.workbench.items import GapItem, LinkItem, ReadingItem

    match item:
        case GapItem():
            return review.gap(item.shown)
        case LinkItem():
            return links.as_text(item.link, item.decisions)
        case ReadingItem():
            return readings.as_text(item.read)
    raise TypeError(item)
