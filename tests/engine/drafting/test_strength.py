"""How strongly clauses of several kinds of text bind, with the traps of negation."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator.engine.drafting import judge, strength
from negotiator.model import Strength

TREATY = {
    "Each Party shall destroy its missiles.": Strength.SHALL,
    "Article 5. The Parties shall not deploy missiles abroad.": Strength.PROHIBITS,
    "No Party shall deploy missiles abroad.": Strength.PROHIBITS,
    "No Party may deploy missiles abroad.": Strength.PROHIBITS,
    "Neither Red nor Blue shall deploy missiles.": Strength.PROHIBITS,
    "The Parties shall neither levy dues nor charge fees.": Strength.PROHIBITS,
    "The Parties may neither levy dues nor charge fees.": Strength.PROHIBITS,
    "The Parties shan't levy dues.": Strength.PROHIBITS,
    "The Parties undertake not to deploy missiles.": Strength.SHALL_REFRAIN,
    "The Parties shall, in their relations, refrain from threats.": Strength.SHALL_REFRAIN,
    "The Parties undertake to inform one another.": Strength.SHALL,
    "The Parties recognize that the verification of limits may be difficult.": Strength.DECLARES,
    "The Parties reaffirm their obligations under the Charter.": Strength.RECALLS,
}
EU_ACT = {
    "1. Where the Commission finds that the measures which must be taken are missing, "
    "it shall inform the Council.": Strength.SHALL,
    "Any aid which distorts competition shall be incompatible with the internal market.": (
        Strength.PROHIBITS
    ),
    "The Council, acting unanimously, may adopt measures.": Strength.MAY,
    "Member States which intend to cooperate shall notify the Council.": Strength.SHALL,
    "Any operator that may be affected shall be heard.": Strength.SHALL,
    "This Directive shall not apply to small enterprises.": Strength.SHALL,
    "Every citizen shall have the right to petition the Parliament.": Strength.MAY,
    "For the purposes of this Regulation, ‘data’ means any information.": None,
}
RESOLUTION = {
    "Recalling its resolution 242 (1967) and all others on the matter,": Strength.RECALLS,
    "Urges all States to cooperate fully;": Strength.SHOULD,
    "Decides that all States shall freeze those assets;": Strength.SHALL,
    "Determined to bring the conflict to an end,": Strength.INTENDS,
}
CONTRACT = {
    "The Receiving Party agrees not to disclose the Information.": Strength.SHALL_REFRAIN,
    "The Receiving Party may disclose the Information to its advisers.": Strength.MAY,
    "Recipient must return all copies.": Strength.SHALL,
    "In no event shall the Supplier be liable.": Strength.PROHIBITS,
}
LETTER = {
    "We are ready to discuss limits on exercises.": Strength.PREPARED_TO_DISCUSS,
    "We cannot accept this proposal.": Strength.PROHIBITS,
    "You should withdraw your forces.": Strength.SHOULD,
    "We intend to reply before the end of May.": Strength.INTENDS,
}
TRAPS = {
    "A Party shall not be required to disclose secrets.": Strength.MAY,
    "No Party shall be required to disclose secrets.": Strength.MAY,
    "A Party shall not require a certificate of origin.": Strength.PROHIBITS,
    "A Party applying such measures shall not prevent transit.": Strength.PROHIBITS,
    "The measures that a Party applies shall not prevent others from acting.": Strength.MAY,
    "Nothing in this Article shall prevent a Party from defending itself.": Strength.MAY,
    "Nothing in this Chapter requires a Party to disclose secrets.": Strength.MAY,
    "Nothing in this Treaty shall affect the rights of third States.": Strength.SHALL,
    "This Article shall not preclude prohibitions on imports.": Strength.MAY,
    "The Parties shall not resume tests unless all of them agree.": Strength.PROHIBITS,
    "The Parties shall not only notify but also consult.": Strength.SHALL,
    "The Council shall not fail to consult the Assembly.": Strength.SHALL,
    "No later than 30 days after the notice, the Party shall reply.": Strength.SHALL,
    "The use of such means is not prohibited by this Treaty.": Strength.MAY,
    "The treaty of 27 May 1997 remains in force between the two states.": Strength.DECLARES,
    "Eachpartyshallaccord national treatment.": Strength.SHALL,
    "Definitions": None,
    "": None,
}


@pytest.mark.parametrize(
    ("text", "label"),
    [*(TREATY | EU_ACT | RESOLUTION | CONTRACT | LETTER | TRAPS).items()],
)
def test_english(text: str, label: Strength | None) -> None:
    assert strength(text, "en") == label


@pytest.mark.parametrize(
    ("language", "text", "label"),
    [
        ("fr", "Les États membres ne peuvent pas introduire de restrictions.", Strength.PROHIBITS),
        ("fr", "Les Parties s’abstiennent de recourir à la force.", Strength.SHALL_REFRAIN),
        ("fr", "Chaque Partie doit informer les autres.", Strength.SHALL),
        ("fr", "Les États membres prennent toutes mesures utiles.", Strength.SHALL),
        ("fr", "Le Conseil peut décider.", Strength.MAY),
        ("es", "Las Partes no podrán introducir restricciones.", Strength.PROHIBITS),
        ("es", "Las Partes se abstendrán de toda amenaza.", Strength.SHALL_REFRAIN),
        ("es", "Cada Parte deberá informar a las demás.", Strength.SHALL),
        ("ru", "Стороны не размещают ракеты за рубежом.", Strength.PROHIBITS),
        ("ru", "Стороны воздерживаются от угрозы силой.", Strength.SHALL_REFRAIN),
        ("ru", "Каждая Сторона имеет право выйти из Договора.", Strength.MAY),
        ("de", "Die Vertragsparteien dürfen keine Raketen stationieren.", Strength.PROHIBITS),
        ("de", "Jede Partei muss die anderen unterrichten.", Strength.SHALL),
        (
            "de",
            "Die Parteien sind bereit, Beschränkungen zu erörtern.",
            Strength.PREPARED_TO_DISCUSS,
        ),
        ("ar", "لا يجوز لأي طرف نشر الصواريخ.", Strength.PROHIBITS),
        ("ar", "يجوز لكل طرف الانسحاب.", Strength.MAY),
        ("zh", "各缔约方不得部署导弹。", Strength.PROHIBITS),
        ("zh", "各缔约方应通报演习。", Strength.SHALL),
    ],
)
def test_other_languages(language: str, text: str, label: Strength) -> None:
    assert strength(text, language) == label


@pytest.mark.parametrize(
    "text",
    [
        "The Parties shall [not] deploy missiles.",
        "The Parties [shall][should] reduce emissions.",
        "The Parties shall/should reduce emissions.",
    ],
)
def test_a_bracketed_verb_binds_nobody_yet(text: str) -> None:
    assert judge(text).strength is None
    assert judge(text).says == "is not agreed"


def test_a_clause_that_is_bracketed_as_a_whole_is_read() -> None:
    assert strength("[The Parties shall not deploy missiles.]") == Strength.PROHIBITS


def test_the_words_that_decided_carry_their_negation() -> None:
    assert judge("The Parties shall not deploy missiles.").words == "shall not"
    assert judge("States should not deploy missiles.").words == "should not"
    assert judge("Red will not sign the treaty.").words == "will not"
    assert judge("Neither Party may deploy missiles.").words == "Neither … may"


@given(st.text(max_size=300))
def test_any_text_is_judged_and_quoted_from_itself(text: str) -> None:
    judged = judge(text)
    assert judged == judge(text)
    for word in judged.words.replace("…", " ").split():
        assert word in text


@pytest.mark.parametrize(
    "unit",
    ["shall not ", "shall, ", "which ", "nothing ", "the objective of ", "that a ", "1. ", "(a) ",
     " ", "in no ", "[not", "neither a nor b, "],
)  # fmt: skip
@pytest.mark.parametrize("language", ["en", "fr", "ru"])
def test_hostile_text_takes_no_time(unit: str, language: str) -> None:
    text = (unit * 200_000)[:200_000]
    begun = time.process_time()
    judge(text, language)
    assert time.process_time() - begun < 5
