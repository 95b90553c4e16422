"""What became of each demand and offer: the reply audit."""

from negotiator.engine.replies.ask import Ask
from negotiator.engine.replies.audit import Audit, audit, overall
from negotiator.engine.replies.coverage import Coverage
from negotiator.engine.replies.restatement import Restatement

__all__ = ["Ask", "Audit", "Coverage", "Restatement", "audit", "overall"]
