"""With whom each sentence begins, whom "it" takes up at the beginning of the next."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.model import Actor, ActorClass
from ingest.quotations import STOPS


@dataclass(slots=True)
class Subjects:
    """The state or organisation with which the present sentence and the one before begin."""

    here: Actor | None = None
    before: Actor | None = None

    def begin_sentence(self, *, skipped: bool) -> None:
        """Starts a sentence; ``skipped`` says that one lies between that names nobody."""
        self.before, self.here = None if skipped else self.here, None

    def note(self, actors: Sequence[Actor]) -> None:
        """Notes with whom the present sentence begins: a person or several are no "it"."""
        alone = len(actors) == 1 and actors[0].kind is not ActorClass.PERSON
        self.here = actors[0] if alone else None


def begins(words: Sequence[str], start: int) -> bool:
    """Whether the token is the subject of its sentence, so far as words before it tell.

    ``words`` are the tokens of a paragraph in lower case.
    """
    first = start
    while first > 0 and words[first - 1] not in STOPS:
        first -= 1
    before = [word for word in words[first:start] if word not in _SILENT]
    if all(word in _ADVERBS for word in before) or before[-1] in _KINDS:
        return True
    short = len(before) <= _SHORT or words[start - 1] == "," or before[-1] in _TIMES
    return short and (before[0] in _FRONTED or before[0].endswith("ing"))


def rivalled(words: Sequence[str], start: int, known: int) -> bool:
    """Whether a noun for several stands before "they" in its sentence, behind token ``known``.

    What tells of many is no noun for others: "according to reports, they", "Togo also joins them".
    """
    at = start - 1
    while at > known and words[at] not in STOPS:
        word = words[at]
        many = word.endswith("s") and len(word) > _SHORT and not word.endswith(_SINGULAR)
        plural = many or word in _PLURALS or word.endswith("smen")
        if plural and word.isalpha() and words[at - 1] not in _ADVERBS | {"to"}:
            return True
        at -= 1
    return False


def skips(words: Sequence[str]) -> bool:
    """Whether a whole sentence stands among the words between two mentions."""
    ends = [at for at, word in enumerate(words) if word in STOPS]
    return len(ends) > 1 and ends[-1] - ends[0] > _SHORT


_SILENT = frozenset({'"', "“", "”", "'", "‘", "’", "''", "``", "(", ")", ",", "–", "—", "-", "the"})
_ADVERBS = frozenset(
    {
        "accordingly", "additionally", "again", "also", "and", "besides", "but", "consequently",
        "earlier", "finally", "further", "furthermore", "hence", "however", "in", "instead",
        "later", "likewise", "meanwhile", "moreover", "nevertheless", "nonetheless", "now",
        "recently", "similarly", "so", "still", "subsequently", "then", "there", "thereafter",
        "therefore", "thus", "today", "tomorrow", "tonight", "yesterday", "yet",
    }
)  # fmt: skip
_FRONTED = frozenset(
    {
        "a", "according", "after", "although", "amid", "as", "at", "because", "before", "by",
        "despite", "during", "following", "for", "from", "if", "in", "last", "on", "once", "one",
        "since", "this", "though", "two", "under", "until", "when", "whereas", "while", "with",
    }
)  # fmt: skip
"""What begins words that stand before the subject: "in February it", "a day later it"."""
_KINDS = frozenset({"alliance", "bloc", "group", "movement", "organisation", "organization"})
"""What stands before a name and says what bears it: "the rebel group X"."""
_TIMES = frozenset({"ago", "earlier", "later"})
_SHORT = 3
_PLURALS = frozenset({"children", "half", "men", "most", "people", "some", "those", "women"})
"""Nouns for several, and what stands for them, beside those that end in "s"."""
_SINGULAR = ("ss", "us", "is", "ws", "ays")
"""How words end that are no nouns for several: "crisis", "news", "always"."""
