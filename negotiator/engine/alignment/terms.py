"""A clause becomes the terms of several kinds by which it is compared."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from sys import intern

from negotiator.engine.alignment.passage import Passage

WORD = re.compile(r"\w+")
# Numbers of list items say nothing about what the item says.
LABEL = re.compile(r"\d{1,3}|[a-z]|[ivx]{1,4}")
# Chinese, Japanese, Thai: written without spaces, so a "word" may be a whole sentence.
UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
NAME = re.compile(r"(?<=[a-z,;] )[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,5}")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
DEFINITION = re.compile(
    r"\W{0,3}(?:\w{1,4}\) )?[‘’'“\"]([^‘’'“”\"]{2,60})[’'”\"]\s+(?:means|shall mean|refers)",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"[.;:](?:\s|$)")
# Below this many characters a full stop ends a label or an abbreviation, not a sentence.
SHORTEST_SENTENCE = 30
# Of a longer clause the beginning stands for the whole; the work stays bounded.
MOST_WORDS = 3_000
MOST_CHARACTERS = 10 * MOST_WORDS
LETTERS_OF_A_STEM = 5
WORDS_OF_A_RUN = 4
LETTERS = 4


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of a clause.

    Args:
        words: in order, without case; runs of characters where a script has no spaces.
        opening: the words without numbers of list items, in order.
        names: names within sentences, and numbers.
        sentence: the words of the first sentence.
        defined: the term that the clause defines; empty where it defines none.
    """

    words: tuple[str, ...]
    opening: tuple[str, ...]
    names: tuple[str, ...]
    sentence: tuple[str, ...]
    defined: str

    @property
    def stems(self) -> list[str]:
        """Return the beginnings of the words: endings and spelling differ between drafters."""
        return [word[:LETTERS_OF_A_STEM] for word in self.words]

    @property
    def letters(self) -> list[str]:
        """Return the runs of four letters: they see through endings and compounds."""
        framed = f" {' '.join(self.words)} "
        return [framed[at : at + LETTERS] for at in range(len(framed) - LETTERS + 1)]

    @property
    def runs(self) -> list[str]:
        """Return the runs of four words: those that two texts share were mostly copied."""
        last = len(self.words) - WORDS_OF_A_RUN + 1
        return [" ".join(self.words[at : at + WORDS_OF_A_RUN]) for at in range(last)]


# A clause is read once, however many it is lined up with.
@lru_cache(maxsize=10_000)
def terms(passage: Passage) -> Terms:
    """Return the terms of a clause; its heading counts as its first words."""
    text = f"{passage.heading}. {passage.text}" if passage.heading else passage.text
    text = text[:MOST_CHARACTERS]
    words = tuple(_words(text)[:MOST_WORDS])
    defined = DEFINITION.match(passage.text)
    return Terms(
        words,
        tuple(word for word in words if not LABEL.fullmatch(word)),
        (
            *(found.casefold() for found in NAME.findall(text)[:MOST_WORDS]),
            *(f"#{found}" for found in NUMBER.findall(text)[:MOST_WORDS]),
        ),
        tuple(word for word in _words(_first_sentence(text)) if not LABEL.fullmatch(word)),
        defined.group(1).casefold() if defined else "",
    )


def with_pairs(words: Sequence[str]) -> list[str]:
    """Return words, and pairs of words that follow each other."""
    return [*words, *(f"{one} {two}" for one, two in pairwise(words))]


# The kinds of terms by which clauses are compared.
KINDS: Mapping[str, Callable[[Terms], Sequence[str]]] = {
    "words and pairs": lambda one: with_pairs(one.words),
    "stems": lambda one: one.stems,
    "runs": lambda one: one.runs,
    "first eight words": lambda one: with_pairs(one.opening[:8]),
    "first fifteen words": lambda one: with_pairs(one.opening[:15]),
    "first thirty words": lambda one: with_pairs(one.opening[:30]),
    "first sentence": lambda one: with_pairs(one.sentence),
    "names": lambda one: one.names,
    "words": lambda one: sorted(set(one.words)),
    "letters": lambda one: one.letters,
}


# The terms of a text, each once, in its order; and how much each counts for its frequency alone.
Frequencies = tuple[tuple[str, ...], tuple[float, ...]]


# Counted once for all documents that a short one is lined up with; what it keeps stays bounded.
@lru_cache(maxsize=8_192)
def counted(text: Terms, kind: str) -> Frequencies:
    """Return the terms of a kind with their weight by frequency: a second use counts for less.

    Args:
        text: the terms of the clause.
        kind: a key of `KINDS`.
    """
    counts = Counter(map(intern, KINDS[kind](text)))
    return tuple(counts), tuple(
        [1 + math.log(count) if count > 1 else 1.0 for count in counts.values()]
    )


def _words(text: str) -> list[str]:
    found: list[str] = []
    for word in WORD.findall(unicodedata.normalize("NFC", text).casefold()):
        if len(word) > 1 and UNSPACED.search(word):
            found.extend(word[at : at + 2] for at in range(len(word) - 1))
        else:
            found.append(word)
    return found


def _first_sentence(text: str) -> str:
    end = SENTENCE_END.search(text, SHORTEST_SENTENCE)
    return text[: end.start()] if end else text
