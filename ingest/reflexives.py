"""Who a pronoun is not, since who acts on them is named: "Norway backed it", "backs its bid"."""

from collections.abc import Sequence

from ingest.atoms import DETERMINERS
from ingest.mentions import Mention, MentionKind
from ingest.tenses import PREPOSITIONS

_OBJECTS = frozenset({"him", "it", "them"})
_OWNERS = frozenset({"her", "his", "its", "their"})
_CLAUSES = PREPOSITIONS | {
    "after", "although", "and", "as", "because", "before", "but", "how", "if", "or", "than", "that",
    "to", "what", "when", "where", "whether", "which", "while", "who", "whom", "whose", "why",
}  # fmt: skip
"""Words between a verb and a pronoun that is in another clause, or no object."""
_STANCES = frozenset(
    {
        "accepted", "applauded", "backed", "backs", "condemned", "condemns", "criticised",
        "criticises", "criticized", "criticizes", "denounced", "denounces", "dismissed",
        "dismisses", "endorsed", "endorses", "hailed", "hails", "opposed", "opposes", "praised",
        "praises", "rejected", "rejects", "supported", "supports", "welcomed", "welcomes",
    }
)  # fmt: skip
"""Verbs of what one thinks of others' plans and deeds, seldom of one's own."""
_BEHIND = PREPOSITIONS | DETERMINERS | {"after", "also", "and", "as", "again", "before", "but"}
_BEHIND |= {"last", "not", "to", "too", "when", "while", "yesterday"}
"""What stands behind an object."""
_FEW = 3
"""Words from a subject to its object, at the most: "has since backed"."""


def acted_on(words: Sequence[str], last: Mention | None, pronoun: Mention) -> bool:
    """Whether a pronoun is the object of a verb whose subject is the mention before it.

    Or says whose the object is, of a verb that is about others.
    """
    if last is None or pronoun.kind is not MentionKind.PRONOUN:
        return False
    between = words[last.end : pronoun.start]
    if not 0 < len(between) <= _FEW or not all(map(str.isalpha, between)):
        return False
    if not _CLAUSES.isdisjoint(between):
        return False
    before = words[last.start - 1] if last.start else ""
    if before in PREPOSITIONS or last.possessive:
        return False  # "the raid by Norway | angered it"
    word, behind = words[pronoun.start], words[pronoun.end : pronoun.end + 1]
    if word == "it" and behind and behind[0].isalpha() and behind[0] not in _BEHIND:
        return False  # "Norway said | it | would leave"
    return word in _OBJECTS or (word in _OWNERS and between[-1] in _STANCES)
