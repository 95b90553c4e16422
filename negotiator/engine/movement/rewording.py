"""What a new version changes in a clause: its act, how firmly it binds, conditions, figures, words.

Texts are compared with texts and readings with readings, never one with the other: a reading that
was carried over to a text that differs is still that of the text before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from negotiator.engine.movement.bound import EVERYBODY, bound
from negotiator.engine.movement.figures import figures
from negotiator.engine.movement.held import Held
from negotiator.engine.movement.scales import (
    BOTH,
    FORBIDS,
    GIVES,
    GRADES,
    ORDERS,
    Way,
    acting,
    from_act_to_act,
    named,
    stronger_is,
)
from negotiator.engine.movement.seen import Seen
from negotiator.engine.movement.step import Pair, Step
from negotiator.engine.movement.words import may_bind_otherwise, turned
from negotiator.model import Force, Reciprocity, Strength

ASKS = frozenset({Force.DEMAND, Force.MUTUAL_COMMITMENT, Force.COUNTER_PROPOSAL, Force.CONDITION})
TWO_WAYS = {Reciprocity.NO: 0, Reciprocity.IN_FORM: 1, Reciprocity.YES: 2}
# A condition that opens with one of these cuts a piece out of what the clause says; any other
# holds the whole of it back.
_EXCEPTS = re.compile(
    r"(?:unless|except|save|to the extent|in ?so ?far|as far as|without the|à moins|sauf|"
    r"dans la mesure|a menos|salvo|en la medida|soweit|es sei denn|за исключением|除非)"
)
_WORD = re.compile(r"\w+")


def act(step: Step, pair: Pair) -> Seen | None:
    """Compare the acts."""
    old, new = _acts(pair.old), _acts(pair.new)
    if old == new or not old or not new:
        return None
    way = from_act_to_act(old[0], new[0]) if len(old) == len(new) == 1 else Way.OTHERWISE
    return _seen(way, pair, f"{_said(pair.new)}; {_said(pair.old)}") if way else None


def firmness(step: Step, pair: Pair) -> Seen | None:
    """Compare how strongly the two bind: readings, or the words where both texts are verbatim."""
    force = _one_act(pair)
    if force is None and _acts(pair.old) != _acts(pair.new):
        return None
    old, new = _strength(pair.old, pair), _strength(pair.new, pair)
    if old is None or new is None or old is new:
        return None
    why = f"{_name(pair.new)} says {_quoted(new)} where {_name(pair.old)} says {_quoted(old)}"
    if (old in FORBIDS and new in ORDERS) or (old in ORDERS and new in FORBIDS):
        return _seen(Way.OTHERWISE, pair, f"{why}: it is turned round")
    rise = GRADES[new] - GRADES[old]
    stronger = stronger_is(force)
    if stronger is None or not rise:
        return _seen(Way.OTHERWISE, pair, why)
    return _seen(stronger if rise > 0 else stronger.reverse, pair, why)


def conditions(step: Step, pair: Pair) -> Seen | None:
    """Compare what the two make themselves depend on."""
    old, new = _depends(pair.old, pair), _depends(pair.new, pair)
    come = [phrase for key, phrase in new.items() if key not in old]
    gone = [phrase for key, phrase in old.items() if key not in new]
    if not (come or gone):
        return None
    said = [f"{_name(pair.new)} depends on “{'”, “'.join(come)}”"] if come else []
    said += [f"{_name(pair.old)} depended on “{'”, “'.join(gone)}”"] if gone else []
    other = _name(pair.old) if come else _name(pair.new)
    why = "; ".join(said) if come and gone else f"{said[0]}, {other} does not"
    force = _one_act(pair)
    if come and gone:
        return _seen(Way.OTHERWISE, pair, why)
    way = _held_back(force, come or gone)
    return _seen(way if come else way.reverse, pair, why)


def _held_back(force: Force | None, phrases: Sequence[str]) -> Way:
    """Return which way a clause goes that is made to depend on something."""
    excepted = all(_EXCEPTS.match(phrase.casefold()) for phrase in phrases)
    if force in (Force.REFUSAL, Force.WARNING):
        return Way.SOFTER
    if excepted and force in (Force.DEMAND, Force.MUTUAL_COMMITMENT):
        return Way.SOFTER
    return Way.OTHERWISE if force in (None, Force.ASSERTION) else Way.HARDER


def who(step: Step, pair: Pair) -> Seen | None:
    """Compare who is bound, where the readings say so in names of parties alone."""
    before, after = (" and ".join(dict.fromkeys(one.reading.bound for one in side))
                     for side in (pair.old, pair.new))  # fmt: skip
    force = _one_act(pair)
    if before == after or force not in ASKS:
        return None
    old, new = bound(before, step.names), bound(after, step.names)
    if old is None or new is None or old == new:
        return None
    why = f"{_name(pair.new)} binds {after}, {_name(pair.old)} bound {before}"
    own = frozenset({step.turn.party})
    bound_itself, binds_itself = (side == EVERYBODY or own <= side for side in (old, new))
    if bound_itself is not binds_itself:
        return _seen(Way.SOFTER if binds_itself else Way.HARDER, pair, why)
    if EVERYBODY in (old, new):
        return _seen(Way.HARDER if new == EVERYBODY else Way.SOFTER, pair, why)
    if old < new or new < old:
        return _seen(Way.HARDER if old < new else Way.SOFTER, pair, why)
    return _seen(Way.OTHERWISE, pair, why)


def both_ways(step: Step, pair: Pair) -> Seen | None:
    """Compare whether the two bind both ways."""
    force = _one_act(pair)
    before, after = ({one.reading.reciprocity for one in side} for side in (pair.old, pair.new))
    if len(before) != 1 or len(after) != 1 or force is None:
        return None
    old, new = before.pop(), after.pop()
    if old not in TWO_WAYS or new not in TWO_WAYS or old is new:
        return None
    more = TWO_WAYS[new] > TWO_WAYS[old]
    why = f"{_name(pair.new)} binds both ways: {new}; {_name(pair.old)}: {old}"
    if force in (Force.DEMAND, *BOTH):
        return _seen(Way.SOFTER if more else Way.HARDER, pair, why)
    # What was offered freely is now offered in return.
    return _seen(Way.HARDER if more else Way.SOFTER, pair, why) if force in GIVES else None


def numbers(step: Step, pair: Pair) -> Seen | None:
    """Compare the figures, with those of the other sides where they have any."""
    return figures(step, pair.old, pair.new, _one_act(pair))


def words(step: Step, pair: Pair) -> Seen | None:
    """Say that the words differ, where nothing else tells how."""
    old, new = _text(pair.old), _text(pair.new)
    name, other = _name(pair.new), _name(pair.old)
    if _verbatim(pair):
        told = turned(old, new)
        if told:
            why = f"{name} differs from {other} in {' and '.join(f'‘{word}’' for word in told)}"
            return Seen(Way.OTHERWISE, why, pair.old, pair.new)
        why = f"{name} is worded otherwise than {other}, neither harder nor softer by its readings"
        return Seen(Way.OTHERWISE, why, pair.old, pair.new, weak=True)
    if old != new and not any(one.verbatim for one in (*pair.old, *pair.new)):
        why = f"the account of {name} differs from that of {other}; both are paraphrases"
        return Seen(Way.OTHERWISE, why, pair.old, pair.new, weak=True)
    return None


MEASURES: tuple[Callable[[Step, Pair], Seen | None], ...] = (
    act,
    firmness,
    conditions,
    who,
    both_ways,
    numbers,
)


def _acts(side: Sequence[Held]) -> list[Force]:
    return list(dict.fromkeys(one.force for one in side if one.force is not None))


def _one_act(pair: Pair) -> Force | None:
    """Return the act that both sides perform, None where they differ or several are performed."""
    acts = list(dict.fromkeys((*_acts(pair.old), *_acts(pair.new))))
    return acts[0] if len(acts) == 1 else None


def _by_text(pair: Pair) -> bool:
    """Tell whether the texts must speak: a draft may be the reading of the text before."""
    return any(one.drafted for one in (*pair.old, *pair.new))


def _verbatim(pair: Pair) -> bool:
    return all(one.verbatim for one in (*pair.old, *pair.new))


def _strength(side: Sequence[Held], pair: Pair) -> Strength | None:
    both = (*pair.old, *pair.new)
    if len(both) != 2:
        return None
    if not _by_text(pair) and all(one.reading.strength for one in both):
        return side[0].reading.strength
    if not _verbatim(pair) or not may_bind_otherwise(*(one.clause.text for one in both)):
        return None
    return side[0].judged


def _depends(side: Sequence[Held], pair: Pair) -> dict[str, str]:
    both = (*pair.old, *pair.new)
    read = any(one.read_conditions for one in both) and not _by_text(pair)
    if not read and len({one.verbatim for one in both}) > 1:
        return {}
    phrases = (
        phrase for one in side for phrase in (one.read_conditions if read else one.own_conditions)
    )
    return {" ".join(_WORD.findall(phrase.casefold())): phrase for phrase in phrases}


def _text(side: Sequence[Held]) -> str:
    return " ".join(one.clause.text for one in side)


def _name(side: Sequence[Held]) -> str:
    return named(side, by_address=True)


def _said(side: Sequence[Held]) -> str:
    return acting(side, by_address=True)


def _quoted(strength: Strength) -> str:
    return f"‘{strength}’"


def _seen(way: Way, pair: Pair, why: str) -> Seen:
    return Seen(way, why, pair.old, pair.new)
