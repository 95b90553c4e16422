"""The tokens of a text: its words, numbers, marks and line breaks, and what each of them is."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain

from negotiator.engine.patience import Patience
from negotiator.engine.wording.cutting import BLANKS, pieces_of, stretches
from negotiator.engine.wording.lexicon import LINE_BREAKS, MOST_KNOWN, TRAITS, Trait

# Tokens of a clause are asked for again and again; a long text is compared once.
LONGEST_CACHED = 4_000
CLAUSES_CACHED = 1_024
_SPLIT = LINE_BREAKS | {"\t"}
_TELLING = Trait.TELLING | Trait.SIGN | Trait.UNIT
_END, _CUT, _SHORT = Trait.END, Trait.CUT, Trait.SHORT
_SURE = Trait.LINE | Trait.CUT  # ends a sentence, line or cell in any case
_PLACES = _TELLING | _END | _SURE


class _Keys(dict[str, str]):
    """Tokens by themselves with the white space behind them; it begins anew when too large."""

    def __missing__(self, piece: str) -> str:
        if len(self) >= MOST_KNOWN:
            self.clear()
        # A line break and a tab are white space too.
        self[piece] = key = sys.intern(piece.rstrip() or piece.rstrip(BLANKS))
        return key


_KEYS = _Keys()


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text.

    Args:
        text: the text.
        keys: the tokens without the white space behind them: equal tokens have equal keys.
        starts: where in the text each begins, and at the end the length of the text.
        kinds: what each is, as the sum of its traits.
        cuts: behind which of them a sentence, line or cell ends, counted from 1.
        telling: the places of those that may be, or belong to, a negation, number or modal verb.
        lined: whether there are line breaks or tabs.
        figured: whether there are numbers, or signs and units of them.
    """

    text: str
    keys: list[str]
    starts: list[int]
    kinds: list[int]
    cuts: list[int]
    telling: list[int]
    lined: bool
    figured: bool

    def end(self, token: int) -> int:
        """Return where in the text a token ends, white space apart."""
        return self.starts[token] + len(self.keys[token])

    def glued(self, token: int) -> bool:
        """Tell whether no white space stands between a token and the one before it."""
        return self.starts[token - 1] + len(self.keys[token - 1]) == self.starts[token]


def tokens(text: str, *, prose: bool = False) -> Tokens:
    """Cut a text into tokens; joined with the white space between them they give it exactly.

    Args:
        text: the text.
        prose: line breaks and tabs are white space, not tokens: a text may be wrapped anew.
    """
    if len(text) <= LONGEST_CACHED:
        return _cached(text, prose)
    pieces = chain.from_iterable(pieces_of(part, prose) for part in stretches(text))
    return _made(text, list(pieces), prose)


def tokens_in_time(text: str, patience: Patience, *, prose: bool = False) -> Tokens | None:
    """Cut a text into tokens; None when the time is over before a long one is cut.

    Args:
        text: the text.
        patience: asked before each stretch of a long text.
        prose: see `tokens`.
    """
    if len(text) <= LONGEST_CACHED:
        return _cached(text, prose)
    pieces: list[str] = []
    for part in stretches(text):
        if patience():
            return None
        pieces += pieces_of(part, prose)
    return None if patience() else _made(text, pieces, prose)


def _made(text: str, pieces: Sequence[str], prose: bool) -> Tokens:
    keys = list(map(_KEYS.__getitem__, pieces))
    lined = not _SPLIT.isdisjoint(keys)
    lengths = list(map(len, pieces))
    starts = list(accumulate(lengths, initial=len(text) - sum(lengths)))
    kinds = list(map(TRAITS.__getitem__, keys))
    if prose:
        broken = {piece for piece in set(pieces) if not LINE_BREAKS.isdisjoint(piece)}
        for place in [place for place, piece in enumerate(pieces) if piece in broken]:
            kinds[place] |= Trait.CUT
    places = [place for place, kind in enumerate(kinds) if kind & _PLACES]
    telling = [place for place in places if kinds[place] & _TELLING]
    figured = any(kinds[place] & Trait.OF_NUMBERS for place in telling)
    cuts: list[int] = []
    last = len(keys) - 1
    for place in places:
        kind = kinds[place]
        if kind & _SURE or (
            kind & _END
            and (
                keys[place] != "."
                or place == last
                # The stop in "a.b" or behind "Art" ends no sentence.
                or (
                    starts[place] + 1 < starts[place + 1]
                    and not (place and kinds[place - 1] & _SHORT)
                )
            )
        ):
            kinds[place] = kind | _CUT
            cuts.append(place + 1)
    return Tokens(text, keys, starts, kinds, cuts, telling, lined, figured)


@lru_cache(CLAUSES_CACHED)
def _cached(text: str, prose: bool) -> Tokens:
    return _made(text, pieces_of(text, prose), prose)
