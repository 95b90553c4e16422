"""The words that stand over the columns of tables of amendments, as real papers print them.

Compared in lower case and without punctuation. English, French, Spanish, German, Russian; the main
words in Arabic and Chinese.
"""

from __future__ import annotations

# A heading that is nothing but this.
NAMES: dict[str, str] = {
    **dict.fromkeys(("id", "key", "row id", "clause id", "ид", "编号", "المعرف"), "id"),
    **dict.fromkeys(
        (
            *(
                "no",
                "nr",
                "n",
                "nº",
                "number",
                "row",
                "line",
                "item",
                "amendment no",
                "amendment nr",
            ),
            *("amendment number", "am no", "numéro", "número", "nummer", "zeile", "ligne", "fila"),
            *("номер", "строка", "no п п", "п п", "序号", "الرقم", "lfd nr"),
        ),
        "number",
    ),
    **dict.fromkeys(
        (
            *("heading", "title", "article title", "titre", "intitulé", "título", "titel"),
            *("überschrift", "заголовок", "название", "标题", "العنوان"),
        ),
        "heading",
    ),
    **dict.fromkeys(
        (
            *(
                "party",
                "delegation",
                "author",
                "proposed by",
                "submitted by",
                "proponent",
                "tabled by",
            ),
            *("source", "organisation", "organization", "state", "country", "institution"),
            *("partie", "délégation", "auteur", "parte", "delegación", "autor", "partei"),
            *(
                "verfasser",
                "antragsteller",
                "сторона",
                "делегация",
                "автор",
                "提案方",
                "代表团",
                "缔约方",
            ),
            *("الطرف", "الوفد"),
        ),
        "party",
    ),
    **dict.fromkeys(
        (
            *("topic", "subject", "theme", "issue", "cluster", "sujet", "thème", "tema", "asunto"),
            *("thema", "gegenstand", "тема", "вопрос", "主题", "议题", "الموضوع"),
        ),
        "topic",
    ),
    **dict.fromkeys(
        ("language", "lang", "langue", "idioma", "sprache", "язык", "语言", "اللغة"), "language"
    ),
    **dict.fromkeys(("change", "change type", "type of change", "mod", "action"), "change"),
}

REASON_WORDS = frozenset(
    (
        "justification justifications reason reasons reasoning rationale explanation explanations"
        " explanatory comment comments commentary remark remarks observation observations"
        " motivation motive motives why argument arguments"
        " commentaire commentaires remarque remarques motif motifs exposé explication"
        " justificación razón razones comentario comentarios observaciones motivación explicación"
        " begründung begründungen erläuterung erläuterungen anmerkung anmerkungen kommentar"
        " kommentare bemerkung bemerkungen grund gründe"
        " обоснование обоснования комментарий комментарии примечание примечания пояснение пояснения"
        " замечания 理由 说明 评论 备注 المبررات المبرر التعليل التعليقات تعليق الملاحظات"
    ).split()
)

# The column under such a heading holds wording that differs from the base text.
CHANGING_WORDS = frozenset(
    (
        "amendment amendments amended amend suggestion suggestions suggested change changes"
        " modification modifications modified revised revision recommended recommendation"
        " recommendations alternative redraft redrafting counterproposal"
        " amendement amendements modifiée modifié modifiées suggérée suggéré suggestions"
        " enmienda enmiendas modificación modificaciones modificado sugerido sugerida"
        " änderung änderungen änderungsantrag änderungsanträge änderungsvorschlag"
        " änderungsvorschläge formulierungsvorschlag geänderter geänderte geändert neufassung"
        " поправка поправки изменение изменения предлагаемый предлагаемая предлагаемое"
        " 修正案 修正 修改 建议案文 拟议 建议修改 التعديل التعديلات المقترح المقترحة"
    ).split()
)

# The column under such a heading holds proposed wording, unless it holds the base text.
PROPOSING_WORDS = frozenset(
    (
        "proposal proposals proposed position preferred new wording drafting draft"
        " proposition propositions proposé proposée nouveau nouvelle"
        " propuesta propuesto nuevo nueva redacción"
        " vorschlag vorschläge vorgeschlagen vorgeschlagener neu neue neuer position"
        " предложение предложения новая новый редакция 提案 建议 新 مقترح"
    ).split()
)

TEXT_NAMES = frozenset(
    (
        *("text", "provision text", "clause text", "wording", "content", "clause", "provision"),
        *("texte", "libellé", "texto", "disposición", "wortlaut", "inhalt", "текст"),
        *("формулировка", "положение", "案文", "文本", "条文", "内容", "النص"),
    )
)

# The column under such a heading holds the text that the paper wants changed.
BASE_PHRASES = (
    *("proposed by the commission", "proposed by the european commission", "by the commission"),
    *("commission proposal", "commission s proposal", "commission proposals", "commission text"),
    *("commission s text", "commission draft", "commission s draft", "commission wording"),
    *("proposal of the commission", "proposal by the commission", "proposal from the commission"),
    *("proposal for a regulation", "proposal for a directive", "proposal for a decision"),
    *("proposed regulation", "proposed directive", "draft regulation", "draft directive"),
    *("draft opinion", "draft report", "draft resolution", "motion for a resolution"),
    *("draft agreement", "draft treaty", "draft text", "draft proposal", "regulation proposal"),
    *(
        "text of the proposal",
        "text of the regulation",
        "text of the draft",
        "text of the directive",
    ),
    *(
        "text of the commission",
        "text of regulation",
        "text of the agreement",
        "text of the treaty",
    ),
    *("current text", "current wording", "current proposal", "current version", "current draft"),
    *("existing text", "existing wording", "existing provision", "present text", "present wording"),
    *("original text", "original wording", "original version", "original proposal", "initial text"),
    *("base text", "basic text", "old text", "text as proposed", "regulation as proposed"),
    *("com proposal", "com text", "ec proposal", "ec text", "ec draft", "chair s text"),
    *(
        "commission version",
        "gdpr proposal",
        "regulation text",
        "proposal text",
        "com 2012",
        "zero draft",
    ),
    *("texte proposé par la commission", "proposition de la commission", "texte de la commission"),
    *("texte actuel", "texte initial", "texte original", "texte existant", "rédaction actuelle"),
    *("texte de la proposition", "proposition de règlement", "proposition de directive"),
    *("texto de la comisión", "propuesta de la comisión", "texto propuesto por la comisión"),
    *("texto actual", "texto original", "texto inicial", "texto vigente", "redacción actual"),
    *("propuesta de reglamento", "texto de la propuesta"),
    *("vorschlag der kommission", "vorschlag der eu kommission", "kommissionsvorschlag"),
    *("vorschlag der europäischen kommission", "text der kommission", "kommissionstext"),
    *("entwurf der kommission", "kommissionsentwurf", "derzeitiger text", "aktueller text"),
    *("ursprünglicher text", "geltender text", "geltende fassung", "bisherige fassung"),
    *(
        "vorschlag für eine verordnung",
        "verordnungsvorschlag",
        "verordnungsentwurf",
        "derzeitige fassung",
    ),
    *("von der kommission vorgeschlagener text",),
    *("предложенный комиссией", "предложение комиссии", "текст комиссии", "текущий текст"),
    *("исходный текст", "действующий текст", "действующая редакция", "текущая редакция"),
    *("текст проекта", "существующий текст", "первоначальный текст", "текст предложения"),
    *("原文", "现行案文", "原案文", "现行条文", "委员会案文", "基础案文"),
    *("النص الأصلي", "النص الحالي", "نص المفوضية", "النص الأساسي"),
)

BASE_NAMES = frozenset(
    (
        *(
            "commission",
            "european commission",
            "com",
            "ec",
            "regulation",
            "proposal for regulation",
        ),
        *("base", "original", "old", "current", "from", "existing"),
        *("kommission", "comisión", "комиссия", "проект"),
    )
)

REFERENCE_WORDS = frozenset(
    (
        "article articles art arts recital recitals reference references ref clause clauses"
        " provision provisions paragraph paragraphs para section chapter annex location place point"
        " considérant considérants référence alinéa"
        " artículo artículos considerando considerandos referencia apartado párrafo disposición"
        " artikel erwägungsgrund absatz fundstelle bestimmung paragraf norm stelle"
        " статья статьи пункт ссылка абзац 条款 条 条文号 参考 المادة المرجع البند"
    ).split()
)

# With one of these a heading speaks of a number, not of wording: "Amendment number".
NUMBERING_WORDS = frozenset("no nr nº number numéro número nummer номер رقم".split())

# Lines that, standing alone between wording, say what follows. The base text has the phrases above.
TEXT_LABELS = frozenset(
    (
        *("amendment", "amendments", "proposed amendment", "proposed amendments", "our amendment"),
        *("suggested amendment", "suggested amendments", "amended text", "proposed text"),
        *("suggested text", "suggested wording", "proposed wording", "new text", "new wording"),
        *("proposed change", "proposed changes", "suggested change", "suggested changes"),
        *("proposed new text", "proposed new wording", "proposed modification", "alternative text"),
        *(
            "alternative wording",
            "recommended text",
            "recommended amendment",
            "proposal for amendment",
        ),
        *("proposed drafting", "suggested drafting", "revised text", "revised wording"),
        *(
            "amendement",
            "amendements",
            "texte proposé",
            "amendement proposé",
            "proposition d amendement",
        ),
        *("modification proposée", "rédaction proposée", "nouveau texte"),
        *(
            "änderung",
            "änderungsantrag",
            "änderungsvorschlag",
            "formulierungsvorschlag",
            "neuer text",
        ),
        *("geänderter text", "vorgeschlagener text", "vorgeschlagene änderung", "neue fassung"),
        *(
            "enmienda",
            "texto propuesto",
            "enmienda propuesta",
            "propuesta de enmienda",
            "nuevo texto",
        ),
        *("поправка", "предлагаемый текст", "предлагаемая редакция", "предлагаемая поправка"),
        *("修正案", "建议案文", "拟议案文", "التعديل", "التعديل المقترح", "النص المقترح"),
    )
)
ALTERNATIVES = frozenset(
    (
        *("alternatively", "alternative", "or alternatively", "or", "alternativement"),
        *("à titre subsidiaire", "subsidiairement", "hilfsweise", "alternativ", "alternativa"),
        *("alternativamente", "subsidiariamente", "альтернативный вариант", "либо"),
    )
)
REASON_LABELS = frozenset(
    (
        *("justification", "justifications", "reason", "reasons", "rationale", "explanation"),
        *("explanatory statement", "explanatory note", "comment", "comments", "reasoning"),
        *(
            "justification for amendment",
            "justification for the amendment",
            "reasons for amendment",
        ),
        *("reason for the amendment", "reasons for the amendment", "reason for amendment"),
        *("commentaire", "commentaires", "exposé des motifs", "motifs", "explication"),
        *("begründung", "erläuterung", "anmerkung", "kommentar", "justificación", "motivación"),
        *("comentario", "comentarios", "обоснование", "комментарий", "пояснение", "примечание"),
        *("理由", "说明", "المبررات", "المبرر", "التعليل"),
    )
)
