"""Tables of amendments as real papers print them: each provision in a row is a clause."""

from __future__ import annotations

import pytest

from negotiator.documents.extract import Grain
from negotiator.documents.manuscript import Comment, Paragraph, Role, Table
from negotiator.documents.tables import TablePieces
from tests.documents.tables.building import only, paragraph, read, table

OLD = "The controller shall without undue delay notify the breach to the supervisory authority."
NEW = "The controller shall without undue delay notify a serious breach to its competent authority."
OTHER_OLD = (
    "The processor shall assist the controller in complying with the obligations of Chapter IV."
)
OTHER_NEW = (
    "The processor shall assist the controller, where possible, in complying with Chapter IV."
)


@pytest.mark.parametrize(
    ("base", "proposal", "reasons"),
    [
        ("Text proposed by the Commission", "Amendment", "Justification"),
        ("Commission proposal", "EDRi proposal", "Comments"),
        ("Proposal for a Regulation", "Suggested wording", "Reasons"),
        ("Current text", "Proposed amendment", "Explanation"),
        ("Draft Regulation (COM(2012) 11)", "Our position", "Rationale"),
        ("Commission", "ACME", "Comments on the Commission proposal"),
        ("Original text", "Proposed text", "Why?"),
        ("Texte proposé par la Commission", "Amendement", "Justification"),
        ("Vorschlag der Kommission", "Änderungsvorschlag", "Begründung"),
        ("Texto de la Comisión", "Enmienda", "Justificación"),
        ("Текст, предложенный Комиссией", "Поправка", "Обоснование"),
        ("原文", "修正案", "理由"),
        ("النص الأصلي", "التعديل المقترح", "المبررات"),
    ],
)
def test_a_table_is_known_by_its_headings(base: str, proposal: str, reasons: str) -> None:
    found = only(table([base, proposal, reasons], [OLD, NEW, "It is clearer."]))
    [piece] = found.pieces
    assert (piece.base_text, piece.text, piece.justification) == (OLD, NEW, "It is clearer.")
    assert piece.change == "MOD"
    assert [one.text for one in found.omitted] == [base, proposal, reasons]
    assert not found.warnings


def test_columns_may_stand_in_any_order_and_the_reference_have_one() -> None:
    found = only(
        table(
            ["No", "Article", "Justification", "Proposed amendment", "Commission text"],
            ["1", "Article 31(1)", "Too wide.", NEW, OLD],
            ["2", "Recital 67 a (new)", "Clarity.", OTHER_NEW, ""],
        )
    )
    first, second = found.pieces
    assert (first.id, first.reference, first.change) == ("31.1", "Article 31(1)", "MOD")
    assert (second.id, second.change, second.base_text) == ("recital-67a", "ADD", None)
    assert (second.text, second.justification) == (OTHER_NEW, "Clarity.")


def test_without_headings_two_columns_that_are_alike_are_base_and_proposal() -> None:
    found = only(
        table(["Article 31", OLD, NEW, "Clarity."], ["Article 26", OTHER_OLD, "deleted", ""])
    )
    first, second = found.pieces
    assert (first.reference, first.base_text, first.text) == ("Article 31", OLD, NEW)
    assert first.justification == "Clarity."
    assert (second.id, second.text, second.base_text, second.change) == ("26", "", OTHER_OLD, "SUP")


def test_without_headings_the_layout_of_the_table_before_counts() -> None:
    done = read(
        table(["Commission text", "Amendment"], [OLD, NEW]),
        paragraph("Article 26"),
        table([OTHER_OLD, "We would rather have nothing about processors here."]),
    )
    assert isinstance(done[-1], TablePieces)
    assert done[-1].pieces[0].base_text == OTHER_OLD


@pytest.mark.parametrize(
    "word",
    ["deleted", "Delete", "[Deleted.]", "To be deleted", "Delete this paragraph", "supprimé",
     "à supprimer", "gestrichen", "Streichen", "entfällt", "suprimido", "исключить", "删除",
     "Delete Article 26"],
)  # fmt: skip
def test_a_word_for_deletion_makes_a_suppression(word: str) -> None:
    found = only(
        table(["Article", "Commission text", "Amendment"], ["Article 26", OTHER_OLD, word])
    )
    [piece] = found.pieces
    assert (piece.text, piece.base_text, piece.change) == ("", OTHER_OLD, "SUP")
    assert word in [one.text for one in found.omitted]


@pytest.mark.parametrize(
    "instruction",
    ["Delete the last sentence", "Delete paragraph 3", "Delete Article 27", "Delete “serious”"],
)
def test_an_instruction_to_delete_a_part_does_not_delete_the_whole(instruction: str) -> None:
    found = only(
        table(["Article", "Commission text", "Amendment"], ["Article 26", OTHER_OLD, instruction])
    )
    [piece] = found.pieces
    assert (piece.text, piece.change) == (instruction, "MOD")


def test_an_empty_proposal_is_a_deletion_that_a_person_should_look_at() -> None:
    found = only(table(["Commission text", "Amendment"], [OLD, NEW], [OTHER_OLD, ""]))
    assert [piece.change for piece in found.pieces] == ["MOD", "SUP"]
    assert any("empty proposal" in warning for warning in found.warnings)


def test_where_deletions_are_written_out_an_empty_proposal_deletes_nothing() -> None:
    found = only(
        table(
            ["Commission text", "Amendment", "Comments"],
            [OLD, "deleted", ""],
            [OTHER_OLD, "", "We support this."],
        )
    )
    _, silent = found.pieces
    assert (silent.text, silent.base_text, silent.change) == (OTHER_OLD, None, "")
    assert silent.justification == "We support this."
    assert any("no proposal" in warning for warning in found.warnings)


def test_no_change_is_a_proposal_to_keep_the_text() -> None:
    found = only(table(["Commission text", "Amendment"], [OLD, NEW], [OTHER_OLD, "No change"]))
    kept = found.pieces[1]
    assert (kept.text, kept.base_text, kept.change) == (OTHER_OLD, OTHER_OLD, "NOC")


def test_struck_wording_is_base_text_and_never_proposed() -> None:
    found = only(
        table(
            ["Article", "Proposed amendment", "Reasons"],
            ["Article 31(1)", "The controller ~shall ~++may ++notify the breach.", "Proportion."],
            ["Article 32(5)", "~The Commission may adopt delegated acts.~", "Certainty."],
            ["Article 33", "++Nobody needs to ask twice.++", "Ease."],
        )
    )
    changed, gone, added = found.pieces
    assert changed.text == "The controller may notify the breach."
    assert changed.base_text == "The controller shall notify the breach."
    assert (gone.text, gone.change) == ("", "SUP")
    assert gone.base_text == "The Commission may adopt delegated acts."
    assert (added.change, added.base_text) == ("ADD", None)


def test_struck_wording_beside_a_base_text_is_left_out_and_listed() -> None:
    found = only(
        table(["Commission text", "Amendment"], [OLD, f"~gone~ {NEW}"], [OTHER_OLD, OTHER_NEW])
    )
    assert found.pieces[0].text == NEW
    assert ("deleted text", "gone") in [(one.what, one.text) for one in found.omitted]


def test_one_column_with_struck_wording_is_proposal_and_base_in_one() -> None:
    found = only(
        table(
            ["Commission proposal", "Comments"],
            ["The controller ~shall ~++may ++notify the breach to the authority.", "Proportion."],
        )
    )
    [piece] = found.pieces
    assert piece.text == "The controller may notify the breach to the authority."
    assert piece.base_text == "The controller shall notify the breach to the authority."


def test_a_reference_may_stand_in_a_row_above_and_a_justification_in_one_below() -> None:
    found = only(
        table(
            [("Amendment 12 / Recital 34", 2)],
            ["Text proposed by the Commission", "Amendment"],
            [OLD, NEW],
            [("Justification\nConsent is no remedy.\nNor is notice.", 2)],
            [("Article 26 – Processor", 2)],
            ["Text proposed by the Commission", "Amendment"],
            [OTHER_OLD, OTHER_NEW],
            [("Justification: It is clearer.", 2)],
        )
    )
    first, second = found.pieces
    assert (first.id, first.reference) == ("recital-34", "Recital 34")
    assert first.justification == "Consent is no remedy.\nNor is notice."
    assert (second.reference, second.heading) == ("Article 26", "Processor")
    assert second.justification == "It is clearer."


def test_paragraphs_around_a_table_that_are_its_own_go_into_its_clauses() -> None:
    done = read(
        paragraph("We welcome the proposal."),
        paragraph("Amendment 3"),
        paragraph("Proposal for a regulation"),
        paragraph("Article 42 – paragraph 4 a (new)"),
        table(["Text proposed by the Commission", "Amendment"], ["", f"4a. {NEW}"]),
        paragraph(""),
        paragraph("Justification"),
        paragraph("Incentives work better than duties."),
        paragraph("They cost less, too."),
        Paragraph(paragraph("Sanctions").runs, role=Role.HEADING),
        paragraph("The level of fines is too high."),
    )
    assert isinstance(done[0], Paragraph)
    found = done[1]
    assert isinstance(found, TablePieces)
    [piece] = found.pieces
    assert (piece.id, piece.change) == ("42.4a", "ADD")
    assert piece.reference == "Article 42 – paragraph 4 a (new)"
    assert piece.justification == "Incentives work better than duties.\nThey cost less, too."
    assert [block.text for block in done[2:]] == ["Sanctions", "The level of fines is too high."]


def test_a_reference_farther_above_stays_a_paragraph_and_still_counts() -> None:
    done = read(
        paragraph("Article 31"),
        paragraph("We suggest the following change to this article."),
        table(["Commission text", "Amendment"], [OLD, NEW]),
    )
    assert [type(block) for block in done] == [Paragraph, Paragraph, TablePieces]
    assert done[2].pieces[0].id == "31"


def test_prose_under_a_table_is_no_justification() -> None:
    done = read(
        table(["Commission text", "Amendment"], [OLD, NEW]),
        paragraph("This concludes our remarks on the notification of breaches."),
    )
    assert isinstance(done[1], Paragraph)
    assert done[0].pieces[0].justification == ""


def test_each_numbered_provision_in_a_row_is_a_clause() -> None:
    base = (
        "1. Each authority shall be empowered to impose sanctions.\n"
        "2. The sanction shall be effective and dissuasive.\n"
        "3. A warning may be given where:\n"
        "(a) a natural person is processing data without commercial interest; or\n"
        "(b) an enterprise employs fewer than 250 persons."
    )
    proposal = (
        "1. Each competent authority shall be empowered to impose sanctions.\n"
        "2. The sanction shall be effective, proportionate and dissuasive.\n"
        "It shall not be imposed twice.\n"
        "2a. Aggravating factors are:\n"
        "(i) repeated violations,\n"
        "(ii) refusal to cooperate.\n"
        "3. A warning may be given."
    )
    found = only(paragraph("Article 79"), table(["Commission text", "Amendment"], [base, proposal]))
    assert [(piece.id, piece.change, piece.parent) for piece in found.pieces] == [
        ("79.1", "MOD", None),
        ("79.2", "MOD", None),
        ("79.2a", "ADD", None),
        ("79.2a.i", "ADD", "79.2a"),
        ("79.2a.ii", "ADD", "79.2a"),
        ("79.3", "MOD", None),
        ("79.3.a", "SUP", "79.3"),
        ("79.3.b", "SUP", "79.3"),
    ]
    assert found.pieces[1].text.endswith("dissuasive.\nIt shall not be imposed twice.")
    assert found.pieces[3].reference == "Article 79(2a)(i)"
    assert any("2 provisions" in warning for warning in found.warnings)


def test_with_articles_as_the_grain_a_row_stays_one_clause() -> None:
    rows = table(["Commission text", "Amendment"], ["1. One.\n2. Two.", "1. One only.\n2. Two."])
    found = only(paragraph("Article 79"), rows, grain=Grain.ARTICLES)
    [piece] = found.pieces
    assert (piece.id, piece.text) == ("79", "1. One only.\n2. Two.")


def test_a_proposal_with_an_ellipsis_deletes_nothing_that_it_does_not_repeat() -> None:
    base = f"1. {OLD}\n2. {OTHER_OLD}\n3. The Commission may adopt implementing acts."
    found = only(
        paragraph("Article 31"),
        table(["Commission text", "Amendment"], [base, f"1. {NEW}\n[…]"]),
    )
    assert [piece.change for piece in found.pieces] == ["MOD", "NOC", "NOC"]


def test_two_amendments_in_one_cell_are_told_apart_by_what_is_printed_in_it() -> None:
    base = f"{OLD}\n\nAmendment\nArticle 24\nText proposed by the Commission\n{OTHER_OLD}"
    found = only(
        paragraph("Article 4"),
        table(
            ["Text proposed by the Commission", "Amendment"],
            [base, f"{NEW}\n\nAmendment\n{OTHER_NEW}"],
        ),
    )
    first, second = found.pieces
    assert (first.base_text, first.text) == (OLD, NEW)
    assert (second.base_text, second.text, second.reference) == (OTHER_OLD, OTHER_NEW, "Article 24")


def test_the_title_of_an_article_is_a_heading_unless_it_is_changed() -> None:
    head = ["Commission text", "Amendment"]
    same = only(table(head, [f"Article 31\nBreaches\n{OLD}", f"Article 31\nBreaches\n{NEW}"]))
    [piece] = same.pieces
    assert (piece.reference, piece.heading, piece.text) == ("Article 31", "Breaches", NEW)
    changed = only(
        table(head, [f"Article 31\nBreaches\n{OLD}", f"Article 31\nBig breaches\n{NEW}"])
    )
    assert changed.pieces[0].text == f"Big breaches\n{NEW}"


def test_labels_down_the_first_column_are_read_too() -> None:
    found = only(
        table(
            ["Article", "Article 31(1)"],
            ["Commission text", OLD],
            ["Proposed amendment", NEW],
            ["Justification", "It is clearer."],
            ["Article", "Article 26"],
            ["Commission text", OTHER_OLD],
            ["Proposed amendment", "Delete"],
            ["Justification", "It is superfluous."],
        )
    )
    first, second = found.pieces
    assert (first.id, first.base_text, first.text) == ("31.1", OLD, NEW)
    assert first.justification == "It is clearer."
    assert (second.id, second.text, second.base_text, second.change) == ("26", "", OTHER_OLD, "SUP")


def test_old_text_above_new_text_in_one_column() -> None:
    found = only(
        table(
            ["Article 31(1)"],
            ["Text proposed by the Commission"],
            [OLD],
            ["Amendment"],
            [NEW],
            ["Justification"],
            ["It is clearer."],
        )
    )
    [piece] = found.pieces
    assert (piece.reference, piece.base_text, piece.text) == ("Article 31(1)", OLD, NEW)
    assert (piece.justification, piece.change) == ("It is clearer.", "MOD")


def test_headings_repeated_on_each_page_are_no_rows() -> None:
    head = ["Article", "Commission text", "Amendment"]
    found = only(table(head, ["Article 1", OLD, NEW], head, ["Article 2", OTHER_OLD, OTHER_NEW]))
    assert [piece.id for piece in found.pieces] == ["1", "2"]


def test_a_row_that_a_page_break_cuts_in_two_is_one_row() -> None:
    found = only(
        table(
            ["Article", "Commission text", "Amendment"],
            ["Article 31", "The controller shall notify", "The controller shall quickly notify"],
            ["", "the breach to the authority.", "the serious breach to the authority."],
            pages=["1", "1", "2"],
        )
    )
    [piece] = found.pieces
    assert piece.text == "The controller shall quickly notify\nthe serious breach to the authority."


def test_a_reference_beside_several_rows_counts_for_each() -> None:
    found = only(
        table(
            ["Article", "Commission text", "Amendment"],
            [("Article 31", 1, 2), OLD, NEW],
            [OTHER_OLD, OTHER_NEW],
        )
    )
    assert [(piece.id, piece.text) for piece in found.pieces] == [("31", NEW), ("31-2", OTHER_NEW)]


def test_what_a_column_of_unknown_heading_holds_is_listed_and_warned_of() -> None:
    found = only(table(["Commission text", "Amendment", "Rapporteur"], [OLD, NEW, "Ms Example"]))
    assert ("column", "Ms Example") in [(one.what, one.text) for one in found.omitted]
    assert any('"Rapporteur"' in warning for warning in found.warnings)


def test_comments_and_footnotes_come_along() -> None:
    rows = table(["Commission text", "Amendment"], [OLD, NEW])
    noted = Paragraph(
        paragraph(NEW).runs, notes=("f1",), comments=(Comment("A. Analyst", "Check this."),)
    )
    changed = Table((rows.rows[0], (rows.rows[1][0], type(rows.rows[1][1])((noted,)))))
    found = only(changed)
    assert found.pieces[0].comments == (Comment("A. Analyst", "Check this."),)
    assert found.cited == ((found.pieces[0].id, "f1"),)


def test_a_sentence_that_a_line_break_ends_with_deleted_deletes_nothing() -> None:
    base = "1. Data shall be erased.\n2. Copies shall be kept."
    proposal = "1. Data that are wrong shall be\ndeleted.\n2. Copies shall be kept."
    found = only(paragraph("Article 5"), table(["Commission text", "Amendment"], [base, proposal]))
    first = found.pieces[0]
    assert (first.text, first.change) == ("1. Data that are wrong shall be\ndeleted.", "MOD")


def test_reasons_alone_in_a_row_belong_to_the_row_above_unless_a_new_reference_came() -> None:
    found = only(
        table(
            ["Commission text", "Amendment", "Comments"],
            [("Article 31", 3)],
            [OLD, NEW, "First."],
            ["", "", "Second."],
            [("Article 32", 3)],
            ["", "", "On nothing."],
        )
    )
    [piece] = found.pieces
    assert piece.justification == "First.\nSecond."
    assert "On nothing." in [one.text for one in found.omitted]
