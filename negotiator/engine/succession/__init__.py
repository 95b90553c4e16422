"""A document as read becomes the next version of its proposal, with what carries over.

A clause keeps its id through all versions of its proposal: by the id that a person stated for it,
else by its wording and what stands around it, whatever its number. What the new document does not
say anew about a clause is carried over from the version before: as it stood where the text is the
same, as a draft to look at where the text differs.
"""

from negotiator.engine.succession.forms import NO_PREDECESSOR, Predecessor, Succession, Tabled
from negotiator.engine.succession.succeeding import succeed

__all__ = ["NO_PREDECESSOR", "Predecessor", "Succession", "Tabled", "succeed"]
