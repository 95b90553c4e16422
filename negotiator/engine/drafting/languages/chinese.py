"""The words that carry strength in Chinese, as a table."""

from __future__ import annotations

from negotiator.engine.drafting.cues import Cue
from negotiator.model import Strength

CUES: tuple[Cue, ...] = (
    Cue(
        r"不(?:妨碍|排除|阻止|要求)",
        Strength.MAY,
        "leaves a freedom",
    ),
    Cue(
        r"(?:承诺|保证|同意)不|应(?:当)?(?:避免|克制|不采取)",
        Strength.SHALL_REFRAIN,
        "holds back",
    ),
    Cue(
        r"不得|禁止|不应|不可(?!避免)",
        Strength.PROHIBITS,
        "forbids",
    ),
    Cue(
        r"(?:愿意?|准备|乐意|愿就)[^，。；]{0,20}(?:讨论|商讨|商谈|谈判|考虑|对话|磋商)",
        Strength.PREPARED_TO_DISCUSS,
        "is ready to talk",
    ),
    Cue(
        r"建议|敦促|呼吁|鼓励|促请|邀请|宜(?=\w)",
        Strength.SHOULD,
        "urges",
    ),
    Cue(
        r"应(?!用|急)|必须|须|有义务|承诺",
        Strength.SHALL,
        "binds",
    ),
    Cue(
        r"可以|有权|可(?!能|靠|持续|行)",
        Strength.MAY,
        "permits",
    ),
    Cue(
        r"打算|旨在|决心|致力于|意图|希望",
        Strength.INTENDS,
        "states an aim",
    ),
    Cue(
        r"回顾|重申|忆及|注意到|铭记",
        Strength.RECALLS,
        "points back",
    ),
    Cue(
        r"认识到|承认|认为|确认|宣布|深信",
        Strength.DECLARES,
        "declares",
    ),
)
