"""Walking through what waits: one key for each decision, from a script and at a terminal."""

from __future__ import annotations

import io
import os
import re
import select
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from negotiator.cli.program import negotiator as program
from tests.shell import Done, Shell

pty = pytest.importorskip("pty")

Walk = Callable[..., Done]


@pytest.fixture
def talks(talks: Shell) -> Shell:
    """The talks on fish, with a clause that only the machine has read."""
    more = talks.clauses("more.json", u2="Vessels may fish cod.")
    talks("add", more, "--party", "UK", "--date", "2024-02-11", "--proposal", "cod")
    talks("clause", "set", "n2", "--force", "assertion", "--by", "kl")
    return talks


@pytest.fixture
def walk(talks: Shell, monkeypatch: pytest.MonkeyPatch) -> Walk:
    """A review of the talks on fish, with keys from standard input."""

    def run(keys: str, *arguments: str, code: int = 0) -> Done:
        monkeypatch.setattr(sys, "stdin", io.StringIO(keys))
        return talks("review", *arguments, "--by", "kl", code=code)

    return run


def gap(shell: Shell) -> tuple[str, str]:
    found = shell("gaps", "show", "Q1.NO-UK", "--format", "json").data
    return found["verdict"], found["review"]


def history(shell: Shell) -> list[tuple[str, str, str]]:
    found = shell("gaps", "history", "Q1.NO-UK", "--format", "json").data
    return [(one["state"], one.get("verdict", ""), one["note"]) for one in found]


def readings(shell: Shell, clause: str) -> list[tuple[str, str]]:
    wordings = shell("show", clause, "--format", "json").data["clause"]["wordings"]
    return [(one["review"], one["force"]) for one in wordings[0]["readings"]]


def test_an_item_shows_what_is_decided_on(walk: Walk) -> None:
    shown = walk("", "--gaps").out
    for told in (
        "1 of 1",
        "It waits: ",
        "Q1.NO-UK  How much may be fished?",
        "“The quota shall be 1,000 tonnes.”",
        "“The quota shall be 500 tonnes.”",
        "opposed  ◇ draft",
        "doubts: no answer between the two is stated",
        "c confirm  p propose  d dispute  v another verdict",
    ):
        assert told in shown
    assert max(map(len, shown.splitlines())) <= 80


@pytest.mark.parametrize(
    ("keys", "verdict", "state", "told"),
    [
        ("c", "opposed", "confirmed", "1 decided (1 confirmed); 0 of 1 wait"),
        ("p", "opposed", "proposed", "1 decided (1 proposed); 1 of 1 waits"),
        ("d", "opposed", "disputed", "1 decided (1 disputed); 1 of 1 waits"),
        ("v dNumbers\n", "divergent", "confirmed", "1 decided (1 confirmed); 0 of 1 wait"),
        ("v d\n", "opposed", "draft", "0 decided; 1 of 1 waits"),
        ("v x c", "opposed", "confirmed", "1 decided (1 confirmed); 0 of 1 wait"),
        ("s", "opposed", "draft", "0 decided; 1 of 1 waits"),
        ("?\nC", "opposed", "confirmed", "1 decided (1 confirmed); 0 of 1 wait"),
        ("z", "opposed", "draft", "0 decided; 1 of 1 waits"),
        ("q c", "opposed", "draft", "0 decided; 1 of 1 waits"),
        ("\x04c", "opposed", "draft", "0 decided; 1 of 1 waits"),
        ("c u q", "opposed", "draft", "0 decided; 1 of 1 waits"),
        ("v dNumbers\nu c", "opposed", "confirmed", "1 decided (1 confirmed); 0 of 1 wait"),
    ],
)
def test_one_key_for_each_decision(
    walk: Walk, talks: Shell, keys: str, verdict: str, state: str, told: str
) -> None:
    done = walk(keys, "--gaps")
    assert done.err.splitlines()[-1] == told
    assert gap(talks) == (verdict, state)


def test_a_note_goes_with_the_decision_and_undoing_is_a_decision(walk: Walk, talks: Shell) -> None:
    walk("nnumbers, not principle\nvd u c", "--gaps")
    assert history(talks) == [
        ("confirmed", "divergent", "numbers, not principle"),
        ("draft", "", "taken back in a review session"),
        ("confirmed", "opposed", "as shown in a review session"),
    ]


def test_undoing_brings_back_what_somebody_else_had_said(walk: Walk, talks: Shell) -> None:
    talks("gaps", "review", "Q1.NO-UK", "--state", "disputed", "--verdict", "divergent",
          "--note", "look at the numbers", "--by", "mm")  # fmt: skip
    shown = walk("a u q", "--gaps").out
    assert "disputed, divergent by mm: look at the numbers" in shown
    assert "a adjudicate" in shown
    assert [state for state, _, _ in history(talks)] == ["disputed", "adjudicated", "disputed"]
    assert gap(talks) == ("divergent", "disputed")
    walk("v oForce\n", "--gaps")
    assert gap(talks) == ("opposed", "adjudicated"), "another verdict settles a dispute"


def test_readings_are_confirmed_disputed_and_edited(walk: Walk, talks: Shell) -> None:
    (machine,) = readings(talks, "u2")
    done = walk("d", "--readings")
    assert "“Vessels may fish cod.”" in done.out
    assert "u2@1: disputed" in done.err
    # Topics, issues, act, strength, who is bound, whether both ways.
    assert "disputed, kl on 2026-01-02: somebody disputes it" in walk("q", "--readings").out
    done = walk("equota\nQ1\nwish\noffer\n-\n\n\n", "--readings")
    assert "“wish” is none of demand, offer" in done.err
    assert "1 decided (1 corrected); 0 of 1 wait" in done.err
    (clause,) = [
        one for one in talks("list", "clauses", "--format", "json").data if one["id"] == "u2"
    ]
    assert (clause["topics"], clause["issues"]) == (["quota"], ["Q1"])
    assert (clause["force"], clause["strength"], clause["review"]) == ("offer", None, "confirmed")
    assert readings(talks, "u2") == [machine, ("disputed", machine[1]), ("confirmed", "offer")]


def test_what_nobody_has_read_can_only_be_read(walk: Walk, talks: Shell) -> None:
    deletion = "Reference,Current text,Our amendment\nArticle 1,Vessels may fish.,deleted\n"
    talks("add", talks.write("table.csv", deletion), "--party", "NO", "--date", "2024-02-12",
          "--proposal", "table")  # fmt: skip
    done = walk("c e\n\ndemand\n\n\n\nq", "--readings", "--party", "NO")
    assert "\ne edit\n" in done.out
    assert "'c' is no key here" in done.err
    assert "1 decided (1 corrected)" in done.err


def test_editing_that_names_what_is_not_on_record_is_told_and_shown_again(walk: Walk) -> None:
    done = walk("ecod\n\n\n\n\n\nq", "--readings")
    assert "not recorded: unknown topic “cod”" in done.err
    assert done.out.count("1 of 1") == 2
    assert "nothing is decided" in walk("e\n\n\n\n\n\nq", "--readings").err


def test_undoing_a_reading_appends_what_stood_before(walk: Walk, talks: Shell) -> None:
    before = readings(talks, "u2")[-1]
    walk("c u q", "--readings")
    line = readings(talks, "u2")
    assert [review for review, _ in line] == ["draft", "confirmed", "draft"]
    assert line[-1] == before


def test_links_are_confirmed_refused_and_moved(walk: Walk, talks: Shell) -> None:
    links = talks("alignments", "list", "--format", "json").data["links"]
    assert [(one["left"], one["right"]) for one in links] == [("n1", "u1")]
    shown = walk("r u q", "--links")
    assert "c confirm  r refuse  m move" in shown.out
    assert "n1 – u1: refused" in shown.err
    done = walk("m\nmn2\nu q", "--links")
    assert "nothing is decided" in done.err
    assert "n1 – u1: refused; u1 – n2: confirmed" in done.err
    decisions = talks("list", "decisions", "--format", "json").data
    assert [(one["subject_id"], one["state"]) for one in decisions] == [
        ("n1~u1", "refused"), ("n1~u1", "draft"),
        ("n1~u1", "refused"), ("n2~u1", "confirmed"), ("n2~u1", "draft"), ("n1~u1", "draft"),
    ]  # fmt: skip
    assert "not recorded: unknown clause “zz”" in walk("mzz\nq", "--links").err
    assert "n1 – u1: confirmed" in walk("c", "--links").err
    assert "0 of 0 wait" in walk("", "--links").err


def test_everything_is_walked_readings_first(walk: Walk) -> None:
    done = walk("c c c")
    assert done.err.splitlines() == [
        "u2@1: confirmed",
        "n1 – u1: confirmed",
        "Q1.NO-UK: opposed, confirmed",
        "3 decided (3 confirmed); 0 of 3 wait",
    ]
    assert walk("").err == "0 decided; 0 of 0 wait\n"


def test_a_selection_is_walked(walk: Walk, talks: Shell) -> None:
    assert "0 of 0 wait" in walk("", "--readings", "--party", "NO").err
    assert "1 of 1 waits" in walk("", "--gaps", "--issue", "Q1", "--party", "UK").err
    assert "unknown issue “Q9”" in walk("", "--issue", "Q9", code=1).err
    assert "--by" in talks("review", code=2).err


def test_it_runs_where_click_provides_the_input(talks: Shell) -> None:
    result = CliRunner().invoke(program, ["review", "--gaps", "--by", "kl"], input="v dNumbers\n")
    assert result.exit_code == 0
    assert "Q1.NO-UK: divergent, confirmed" in result.output


class Changing(io.StringIO):
    """Keys of one reviewer; before the first one is read, somebody else is at work."""

    def __init__(self, keys: str, meanwhile: Callable[[], object]) -> None:
        super().__init__(keys)
        self.meanwhile: Callable[[], object] | None = meanwhile

    def read(self, size: int | None = -1) -> str:
        if self.meanwhile:
            meanwhile, self.meanwhile = self.meanwhile, None
            meanwhile()
        return super().read(size)


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (["clause", "set", "u1", "--force", "offer", "--by", "mm"], "u1 is read otherwise"),
        (["gaps", "review", "Q1.NO-UK", "--state", "disputed", "--note", "x", "--by", "mm"],
         "mm decided on it: disputed, opposed"),
        (["add", "anew.json", "--party", "UK", "--proposal", "south", "--date", "2024-03-01"],
         "u1 is worded otherwise"),
    ],
)  # fmt: skip
def test_what_changed_since_it_was_shown_is_refused_with_what_changed(
    talks: Shell, monkeypatch: pytest.MonkeyPatch, command: list[str], told: str
) -> None:
    from negotiator.cli.program import run

    talks.clauses("anew.json", u1="The quota shall be 900 tonnes.")
    monkeypatch.setattr(sys, "stdin", Changing("c q", lambda: run(command)))
    done = talks("review", "--gaps", "--by", "kl")
    assert f"not recorded: Q1.NO-UK is not as it was shown: {told}" in done.err
    assert done.out.count("1 of 1") == 2, "it is shown again, as it now stands"
    mine = [one for one in talks("list", "decisions", "--format", "json").data if one["by"] == "kl"]
    assert mine == []


def test_what_somebody_else_settled_since_is_passed_over(
    talks: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    from negotiator.cli.program import run

    settle = ["gaps", "review", "Q1.NO-UK", "--state", "confirmed", "--note", "x", "--by", "mm"]
    monkeypatch.setattr(sys, "stdin", Changing("c c", lambda: run(settle)))
    done = talks("review", "--gaps", "--by", "kl")
    assert "not recorded: Q1.NO-UK is not as it was shown: mm decided on it: confirmed" in done.err
    assert done.out.count("1 of 1") == 1
    assert history(talks) == [("confirmed", "opposed", "x")]


@pytest.mark.parametrize(
    ("flag", "command", "told"),
    [
        ("--readings", ["readings", "review", "u2", "--confirm", "--note", "x", "--by", "mm"],
         "u2@1 is not as it was shown: mm read it on 2026-01-02, confirmed"),
        ("--links", ["alignments", "review", "n1", "u1", "--refuse", "--why", "x", "--by", "mm"],
         "n1 – u1 is not as it was shown: it is refused now"),
        ("--links", ["add", "anew.json", "--party", "UK", "--proposal", "south", "--date",
                     "2024-03-01"], "n1 – u1 is not as it was shown: "),
    ],
)  # fmt: skip
def test_readings_and_links_are_not_decided_on_unseen_either(
    talks: Shell, monkeypatch: pytest.MonkeyPatch, flag: str, command: list[str], told: str
) -> None:
    from negotiator.cli.program import run

    talks.clauses("anew.json", u1="The quota shall be 900 tonnes.")
    monkeypatch.setattr(sys, "stdin", Changing("c q", lambda: run(command)))
    assert f"not recorded: {told}" in talks("review", flag, "--by", "kl").err
    assert "decided" not in talks("list", "decisions").out


def test_a_decision_that_somebody_else_has_followed_is_not_taken_back(
    talks: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    from negotiator.cli.program import run

    class Following(io.StringIO):
        keys = 0

        def read(self, size: int | None = -1) -> str:
            self.keys += 1
            if self.keys == 2:
                run(["gaps", "review", "Q1.NO-UK", "--state", "disputed", "--note", "x",
                     "--by", "mm"])  # fmt: skip
            return super().read(size)

    monkeypatch.setattr(sys, "stdin", Following("cu"))
    done = talks("review", "--gaps", "--by", "kl")
    assert "not taken back: mm has decided on Q1.NO-UK since" in done.err
    assert gap(talks) == ("opposed", "disputed")


class Terminal:
    """A program at a terminal of 80 columns, as a person sees it and types to it."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.seen = ""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.environ.update(COLUMNS="80", TERM="xterm", PYTHONPATH=str(Path(__file__).parents[2]))
            os.execv(sys.executable, [sys.executable, "-m", "negotiator", *arguments])

    def until(self, told: str, seconds: float = 60) -> str:
        """Return what is shown up to some words, which must come."""
        assert self._comes(told, seconds), f"{told!r} did not come: {self.seen}"
        before, self.seen = self.seen.split(told, 1)
        return before + told

    def _comes(self, told: str, seconds: float) -> bool:
        end = time.monotonic() + seconds
        while told not in self.seen:
            ready, _, _ = select.select([self.fd], [], [], max(0.0, end - time.monotonic()))
            try:
                shown = os.read(self.fd, 65536) if ready else b""
            except OSError:
                shown = b""
            if not shown:
                return False
            self.seen += shown.decode("utf-8", "replace")
        return True

    def press(self, keys: str, told: str) -> None:
        """Press keys until the program says what they should make it say.

        A key that comes a moment before the program waits for one is dropped.
        """
        for patience in (0.3, 0.6, 1.2, 2.4, 5, 10, 20):
            os.write(self.fd, keys.encode())
            if self._comes(told, patience):
                break
        self.until(told, 0)

    def ended(self) -> int:
        _, status = os.waitpid(self.pid, 0)
        os.close(self.fd)
        return os.waitstatus_to_exitcode(status)


@pytest.fixture
def terminal(talks: Shell) -> Iterator[Callable[..., Terminal]]:
    opened: list[Terminal] = []

    def start(*arguments: str) -> Terminal:
        opened.append(Terminal(talks.folder, "review", *arguments, "--by", "kl"))
        return opened[-1]

    yield start
    for one in opened:
        try:
            os.kill(one.pid, signal.SIGKILL)
            os.waitpid(one.pid, 0)
        except (ProcessLookupError, ChildProcessError):
            continue


def test_at_a_terminal_single_keys_decide(talks: Shell, terminal: Callable[..., Terminal]) -> None:
    seat = terminal()
    seat.until("“Vessels may fish cod.”")
    seat.until("? help")
    seat.press("\x1b[A", "is no key here")
    seat.press("c", "u2@1: confirmed")
    seat.until("? help")
    # Two keys in a hurry decide on one item, not on one that nobody has seen.
    seat.press("cc", "n1 – u1: confirmed")
    shown = re.sub(r"\x1b\[[0-9;]*m", "", seat.until("? help"))
    assert "Q1.NO-UK  How much may be fished?" in shown
    seat.press("n", "on what grounds")
    os.write(seat.fd, b"numbers differ\r")
    seat.press("v", "b both silent")
    seat.press("d", "Q1.NO-UK: divergent, confirmed")
    seat.until("that was the last one")
    seat.press("q", "3 decided (3 confirmed); 0 of 3 wait")
    assert seat.ended() == 0
    assert history(talks) == [("confirmed", "divergent", "numbers differ")]


def test_an_interruption_loses_nothing(talks: Shell, terminal: Callable[..., Terminal]) -> None:
    seat = terminal()
    seat.until("? help")
    seat.press("c", "u2@1: confirmed")
    seat.until("? help")
    seat.press("\x03", "1 decided (1 confirmed); 2 of 3 wait")
    assert seat.ended() == 130
    assert readings(talks, "u2")[-1][0] == "confirmed"
    assert gap(talks) == ("opposed", "draft")
