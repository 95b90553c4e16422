"""Words in place of wording: `deleted`, `no change`, `new`, an ellipsis."""

from __future__ import annotations

import re

from negotiator.documents.tables.fields import plain
from negotiator.documents.tables.references import citation_of, row_id

LONGEST = 90
_DELETED = (
    "delete deleted deletion suppress suppressed remove removed strike struck"
    " supprimé supprimée supprimés supprimer suppression"
    " gestrichen streichen streichung entfällt gelöscht löschen"
    " suprimido suprimida suprimir supresión suprímase eliminar eliminado eliminada"
    " исключить исключен исключён исключена исключено исключается удалить удалено удален удалён"
    " снять 删除 删去 يحذف تحذف حذف محذوف"
)
DELETION_WORDS = frozenset(_DELETED.split())
# What may stand beside such a word when the whole provision is meant.
_WHOLE = (
    "to be is should shall must this the whole entire full all text paragraph article recital point"
    " provision subparagraph clause sentence completely entirely propose proposed proposal we sup"
    " à être le la l texte paragraphe article considérant alinéa entièrement cet ce"
    " ist zu wird ersatzlos der die das dieser diese absatz artikel erwägungsgrund ganze text satz"
    " se el la este esta párrafo artículo considerando apartado texto queda"
    " этот эту статью статья пункт абзац текст весь слово"
)
WHOLE_WORDS = frozenset(_WHOLE.split())
NO_CHANGE = frozenset(
    (
        *(
            "no change",
            "no changes",
            "unchanged",
            "noc",
            "no amendment",
            "idem",
            "same",
            "same text",
        ),
        *("no change proposed", "no amendments", "retain", "keep", "text unchanged", "identical"),
        *("sans changement", "inchangé", "pas de changement", "sans modification"),
        *("unverändert", "keine änderung", "keine änderungen", "sin cambios", "sin modificación"),
        *("без изменений", "не изменяется", "不变", "无变化", "无修改", "بدون تغيير", "لا تغيير"),
    )
)
NOTHING_THERE = frozenset(
    (
        *("new", "none", "n a", "na", "no text", "not in the proposal", "add", "new text", "nil"),
        *("new article", "new recital", "new paragraph", "new point", "new provision"),
        *("nouveau", "nouvelle", "néant", "neu", "keine", "nuevo", "nueva", "ninguno"),
        *("новый", "новая", "новое", "отсутствует", "нет", "新", "无", "جديد", "لا يوجد"),
    )
)
_ELLIPSIS = re.compile(r"[\s\[(]{0,9}(?:…|\.\s?\.\s?\.)[\s\])….]*")
_SIGNS = re.compile(r"[\W_]*")


def is_deletion(text: str, reference: str = "") -> bool:
    """Tell whether a text only says that the whole provision is deleted.

    "Delete", "To be deleted", "gestrichen" do; "Delete Article 20" does where Article 20 is the
    reference. "Delete paragraph 3" beside a longer provision does not, nor does "Delete the last
    sentence": which words go must then be read by a person.
    """
    if len(text) > LONGEST:
        return False
    words = plain(text).split()
    rest = [word for word in words if word not in DELETION_WORDS]
    if len(rest) == len(words):
        return False
    if all(word in WHOLE_WORDS for word in rest):
        return "sentence" not in rest and "satz" not in rest
    cited = citation_of(" ".join(_without_deletion(text)))
    return bool(cited and reference and row_id(cited.reference, 0) == row_id(reference, 0))


def _without_deletion(text: str) -> list[str]:
    return [word for word in text.split() if plain(word) not in DELETION_WORDS]


def is_no_change(text: str) -> bool:
    """Tell whether a text only says that nothing is changed."""
    return len(text) <= LONGEST and plain(text) in NO_CHANGE


def is_sign(text: str) -> bool:
    """Tell whether a text is only a sign that stands for none, as a dash."""
    return len(text) <= LONGEST and _SIGNS.fullmatch(text) is not None and not is_ellipsis(text)


def is_nothing(text: str) -> bool:
    """Tell whether a text only says that there is no base text: a dash, `new`, nothing at all."""
    return is_sign(text) or (len(text) <= LONGEST and plain(text) in NOTHING_THERE)


def is_ellipsis(text: str) -> bool:
    """Tell whether a text only says that unchanged wording is not repeated."""
    return len(text) <= LONGEST and _ELLIPSIS.fullmatch(text) is not None
