"""The words that carry strength in other languages, as tables.

The first form that stands in the opening statement of a clause decides; at the same place the
first row of the table does. Treaties in French, German and Russian state many duties in the present
tense; where no form of the table stands, what "the Parties" do is read as what they are bound to.
"""

from __future__ import annotations

from collections.abc import Mapping

from negotiator.engine.drafting.phrases import Cue, Strength


def _rows(*rows: tuple[str, Strength, str]) -> tuple[Cue, ...]:
    return tuple(Cue(*row) for row in rows)


_FRENCH = _rows(
    (r"\bn(?:e |['’])(?:fait|font|fera|feront) (?:pas )?obstacle\b", Strength.MAY, "leaves a freedom"),
    (r"\b(?:n['’]est|ne sont|ne sera|ne seront) (?:pas )?(?:tenue?s?|obligée?s?)\b", Strength.MAY, "leaves a freedom"),
    (r"\b(?:s['’]engagent?|conviennent|convient) (?:à|de) (?:ne pas|s['’]abstenir)\b", Strength.SHALL_REFRAIN, "undertakes to hold back"),
    (r"\bs['’]abst(?:ient|iennent|iendra|iendront)\b|\bdoi(?:t|vent) s['’]abstenir\b", Strength.SHALL_REFRAIN, "holds back"),
    (r"\b(?:aucune?|nulle?)\b[^,;.]{1,120}\bne\b|\bne (?:doit|doivent|peut|peuvent|pourra|pourront|saurait|sauraient)\b", Strength.PROHIBITS, "forbids"),
    (r"\b(?:est|sont|sera|seront) (?:\w{1,15} )?(?:interdite?s?|prohibée?s?|incompatibles? avec)\b|\binterdi(?:t|sent)\b", Strength.PROHIBITS, "forbids"),
    (r"\b(?:est|sont|reste|restent) (?:prête?s?|disposée?s?) à (?:discuter|examiner|négocier|dialoguer|étudier|engager)\b", Strength.PREPARED, "is ready to talk"),
    (r"\b(?:doit|doivent|devra|devront|est tenue?|sont tenue?s|s['’]engagent? à|est obligée?)\b", Strength.SHALL, "binds"),
    (r"\b(?:devrait|devraient|invitent?|encouragent?|recommandent?|exhortent?|engagent? instamment)\b|^\s*(?:invite|prie|demande)\b", Strength.SHOULD, "urges"),
    (r"\b(?:peut|peuvent|pourra|pourront|a le droit|ont le droit|a la faculté|est autorisée?|sont autorisée?s)\b", Strength.MAY, "permits"),
    (r"\b(?:a l['’]intention|ont l['’]intention|entend|entendent|visent?|résolue?s?|désireux|déterminée?s?)\b", Strength.INTENDS, "states an aim"),
    (r"\b(?:rappell?ent?|rappelle|rappelant|réaffirment?|réaffirmant|notant|considérant|vu)\b", Strength.RECALLS, "points back"),
    (r"\b(?:reconna(?:ît|issent|issant)|estiment?|considèrent?|déclarent?|proclament?|instituent?|convaincue?s?)\b", Strength.DECLARES, "declares"),
)
_SPANISH = _rows(
    (r"\bno (?:impedirán?|obstará|obstarán|será obstáculo|estarán? obligad[oa]s?)\b", Strength.MAY, "leaves a freedom"),
    (r"\bse (?:comprometen?|obligan?) a (?:no|abstenerse)\b", Strength.SHALL_REFRAIN, "undertakes to hold back"),
    (r"\b(?:se abstendrán?|deberán? abstenerse|se abstienen?)\b", Strength.SHALL_REFRAIN, "holds back"),
    (r"\bno (?:podrán?|deberán?|deben?|pueden?)\b|\b(?:ninguna?|ningún)\b[^,;.]{1,80}\b(?:podrá|deberá|\w{3,20}rá)\b", Strength.PROHIBITS, "forbids"),
    (r"\b(?:quedan?|quedarán?|estarán?|están?|serán?) (?:\w{1,15} )?(?:prohibid[oa]s?|incompatibles?)\b|\bse prohíben?\b", Strength.PROHIBITS, "forbids"),
    (r"\bdispuest[oa]s? a (?:dialogar|examinar|debatir|negociar|considerar|discutir|estudiar)\b", Strength.PREPARED, "is ready to talk"),
    (r"\b(?:tendrán?|tienen?) (?:el )?derecho\b|\b(?:podrán?|puede|pueden|está facultad[oa])\b", Strength.MAY, "permits"),
    (r"\b(?:deberían?|convendría|insta|instan|exhortan?|alientan?|invitan?|recomiendan?|pide)\b", Strength.SHOULD, "urges"),
    (r"\b(?:deberán?|deben?|están? obligad[oa]s?|se comprometen?|se obligan?|habrán? de)\b", Strength.SHALL, "binds"),
    (r"\b(?:tienen? la intención|se proponen?|resuelt[oa]s?|deseos[oa]s?|decidid[oa]s?|aspiran?)\b", Strength.INTENDS, "states an aim"),
    (r"\b(?:recuerdan?|recordando|reafirman?|reafirmando|teniendo en cuenta|considerando|vist[oa]s?)\b", Strength.RECALLS, "points back"),
    (r"\b(?:reconocen?|reconociendo|declaran?|consideran?|convencid[oa]s?|proclaman?)\b", Strength.DECLARES, "declares"),
    (r"\b(?!(?:para|cada|toda|nada|está|ahora|será)\b)\w{3,20}(?:rá|rán)\b", Strength.SHALL, "binds, in the future tense"),
)
_RUSSIAN = _rows(
    (r"\bне (?:препятству|обязан|исключа)\w{0,8}", Strength.MAY, "leaves a freedom"),
    (r"\bобязу(?:ется|ются)\b[^,;.]{0,60}\b(?:не|воздерж\w{1,12})\b", Strength.SHALL_REFRAIN, "undertakes to hold back"),
    (r"\bвоздерж(?:ивается|иваются|аться|атся|ится)\b", Strength.SHALL_REFRAIN, "holds back"),
    (r"\bне (?:должн[аоы]?|должен|вправе|могут|может|допуска\w{1,8}|имеет права|имеют права)\b|\bзапреща(?:ется|ются)\b", Strength.PROHIBITS, "forbids"),
    (r"\b(?:ни одна|ни один|никакая|никто)\b[^,;.]{1,120}\bне\b", Strength.PROHIBITS, "forbids"),
    (r"\bготов[аы]?\b[^,;.]{0,40}\b(?:обсу\w{1,10}|рассм\w{1,12}|диалог\w{0,3}|переговор\w{0,3}|консультац\w{0,4})", Strength.PREPARED, "is ready to talk"),
    (r"\b(?:должн[аоы]|должен|обязу(?:ется|ются)|обязан[аоы]?|надлежит|необходимо)\b", Strength.SHALL, "binds"),
    (r"\b(?:следует|призыва(?:ет|ют|я)|рекоменду(?:ет|ют)|настоятельно|предлагает)\b", Strength.SHOULD, "urges"),
    (r"\b(?:может|могут|вправе|име(?:ет|ют) право)\b", Strength.MAY, "permits"),
    (r"\b(?:намерен[аы]?|намерева\w{1,6}|стрем(?:ится|ятся|ясь)|преисполнен\w{1,3}|желая)\b", Strength.INTENDS, "states an aim"),
    (r"\b(?:напомина(?:ет|ют|я)|подтвержда(?:ет|ют|я)|ссылаясь|принимая во внимание|отмечая)\b", Strength.RECALLS, "points back"),
    (r"\b(?:призна(?:ёт|ет|ют|вая)|счита(?:ет|ют|я)|заявля(?:ет|ют)|провозглаша(?:ет|ют)|исход(?:ит|ят) из)\b", Strength.DECLARES, "declares"),
)
_GERMAN = _rows(
    (r"\b(?:steht|stehen) [^,;.]{0,60}nicht entgegen\b|\b(?:ist|sind) nicht verpflichtet\b|\b(?:muss|müssen) nicht\b", Strength.MAY, "leaves a freedom"),
    (r"\bverpflicht(?:et|en) sich\b[^;.]{0,80}\b(?:nicht|kein\w{0,2}|abzusehen|unterlassen)\b", Strength.SHALL_REFRAIN, "undertakes to hold back"),
    (r"\b(?:enthält|enthalten) sich\b|\b(?:sieht|sehen) davon ab\b|\b(?:unterlässt|unterlassen)\b", Strength.SHALL_REFRAIN, "holds back"),
    (r"\b(?:darf|dürfen)\b[^,;.]{0,80}\b(?:nicht|kein\w{0,2}|weder)\b|\bkein\w{0,2}\b[^,;.]{1,80}\b(?:darf|dürfen)\b", Strength.PROHIBITS, "forbids"),
    (r"\b(?:ist|sind|wird|werden)\b[^,;.]{0,60}\b(?:verboten|untersagt|unzulässig|unvereinbar)\b", Strength.PROHIBITS, "forbids"),
    (r"\b(?:ist|sind|bleibt|bleiben|wäre|wären) bereit\b[^;.]{0,120}\b(?:erörtern|verhandeln|prüfen|sprechen|Gespräche\w{0,1}|Dialog\w{0,2}|diskutieren)\b", Strength.PREPARED, "is ready to talk"),
    (r"\b(?:muss|müssen|verpflicht(?:et|en) sich|(?:ist|sind) verpflichtet|(?:hat|haben)\b[^,;.]{0,80}\bzu \w{3,20}en)\b", Strength.SHALL, "binds"),
    (r"\b(?:soll|sollen|sollte|sollten|fordert|fordern|ersucht|ersuchen|empfiehlt|empfehlen)\b", Strength.SHOULD, "urges"),
    (r"\b(?:kann|können|darf|dürfen|(?:ist|sind) (?:berechtigt|befugt)|(?:hat|haben) das Recht)\b", Strength.MAY, "permits"),
    (r"\b(?:beabsichtig(?:t|en)|entschlossen|bestrebt|will|wollen|in dem Wunsch\w{0,1})\b", Strength.INTENDS, "states an aim"),
    (r"\b(?:bekräftig(?:t|en|end)|erinner(?:t|n|nd)|unter Hinweis auf|eingedenk|in Anbetracht)\b", Strength.RECALLS, "points back"),
    (r"\b(?:erkenn(?:t|en)|anerkennen|erklär(?:t|en)|gründen|überzeugt|in der Erkenntnis)\b", Strength.DECLARES, "declares"),
)
_ARABIC = _rows(
    ("لا (?:يمنع|تمنع|يحول|تحول|يلزم|تلزم)", Strength.MAY, "leaves a freedom"),
    ("(?:يتعهد|تتعهد|يلتزم|تلتزم)[^،؛.]{0,60}(?:بعدم|بألا|بالامتناع)", Strength.SHALL_REFRAIN, "undertakes to hold back"),
    ("(?:يمتنع|تمتنع|الامتناع عن)", Strength.SHALL_REFRAIN, "holds back"),
    ("(?:لا يجوز|لا يحق|يحظر|تحظر|يُحظر|تُحظر|محظور)", Strength.PROHIBITS, "forbids"),
    ("(?:على استعداد|مستعد|مستعدة)", Strength.PREPARED, "is ready to talk"),
    ("(?:يجب|يتعين|يلتزم|تلتزم|يتعهد|تتعهد)", Strength.SHALL, "binds"),
    ("(?:ينبغي|تحث|يحث|تدعو|يدعو|توصي|تشجع)", Strength.SHOULD, "urges"),
    ("(?:يجوز|يحق|يمكن|الحق في)", Strength.MAY, "permits"),
    ("(?:تعتزم|يعتزم|تنوي|تسعى|يسعى|إذ ترغب)", Strength.INTENDS, "states an aim"),
    ("(?:إذ تشير|تؤكد من جديد|إذ تؤكد|يؤكد من جديد|تذكر ب)", Strength.RECALLS, "points back"),
    ("(?:تعترف|يعترف|تقر|يقر|إذ تسلم|إذ تدرك|تعلن|يعلن)", Strength.DECLARES, "declares"),
)
_CHINESE = _rows(
    ("不(?:妨碍|排除|阻止|要求)", Strength.MAY, "leaves a freedom"),
    ("(?:承诺|保证|同意)不|应(?:当)?(?:避免|克制|不采取)", Strength.SHALL_REFRAIN, "holds back"),
    ("不得|禁止|不应|不可(?!避免)", Strength.PROHIBITS, "forbids"),
    ("(?:愿意?|准备|乐意|愿就)[^，。；]{0,20}(?:讨论|商讨|商谈|谈判|考虑|对话|磋商)", Strength.PREPARED, "is ready to talk"),
    ("建议|敦促|呼吁|鼓励|促请|邀请|宜(?=\\w)", Strength.SHOULD, "urges"),
    ("应(?!用|急)|必须|须|有义务|承诺", Strength.SHALL, "binds"),
    ("可以|有权|可(?!能|靠|持续|行)", Strength.MAY, "permits"),
    ("打算|旨在|决心|致力于|意图|希望", Strength.INTENDS, "states an aim"),
    ("回顾|重申|忆及|注意到|铭记", Strength.RECALLS, "points back"),
    ("认识到|承认|认为|确认|宣布|深信", Strength.DECLARES, "declares"),
)

LANGUAGES: Mapping[str, tuple[Cue, ...]] = {
    "fr": _FRENCH,
    "es": _SPANISH,
    "ru": _RUSSIAN,
    "de": _GERMAN,
    "ar": _ARABIC,
    "zh": _CHINESE,
}

# Tried only where no form above stands in the sentence.
PRESENT_TENSE: Mapping[str, tuple[Cue, ...]] = {
    "fr": _rows(
        (r"\bne \w{2,20} (?:pas|aucune?|plus|jamais)\b", Strength.PROHIBITS, "forbids, in the present tense"),
        (r"^(?:les (?:hautes )?parties(?: contractantes)?|les états membres|chaque (?:partie|état membre))(?: \w{1,20}){0,2}? \w{2,20}(?:ent|ont|e)\b", Strength.SHALL, "binds, in the present tense"),
    ),
    "de": _rows(
        (r"^(?:die|jede|jeder) (?:vertragsparteien|parteien|mitgliedstaaten|vertragspartei|partei|mitgliedstaat) \w{2,20}(?:en|t)\b[^.;]{0,120}\b(?:nicht|keine?\w?)\b", Strength.PROHIBITS, "forbids, in the present tense"),
        (r"^(?:die|jede|jeder) (?:vertragsparteien|parteien|mitgliedstaaten|vertragspartei|partei|mitgliedstaat) \w{2,20}(?:en|t)\b", Strength.SHALL, "binds, in the present tense"),
    ),
    "ru": _rows(
        (r"\bне (?!явля|име|счита|распростран|затрагива|означа|примен)\w{3,20}(?:ют|ет|ит|ат|ят|ются|ется|ятся|ится)\b", Strength.PROHIBITS, "forbids, in the present tense"),
        (r"^(?:договаривающиеся |государства-)?(?:стороны|участники|каждая (?:из )?сторон\w{0,2}) (?:\w{2,20} ){0,2}?\w{3,20}(?:ют|ет|ит|ат|ят|ются|ется|ятся|ится)\b", Strength.SHALL, "binds, in the present tense"),
    ),
}
