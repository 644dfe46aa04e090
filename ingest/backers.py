"""Help with which something is said to be done: "X built the port with money from Y"."""

from collections.abc import Iterator

from graph.model import Actor, ActorClass, EventClass, Role, Status
from ingest.candidates import Candidate
from ingest.checks import side, sided
from ingest.status import StatusReader
from ingest.tokens import Token
from ingest.tree import Tree

_MEANS = frozenset(
    {
        "aid", "assistance", "donation", "financing", "fund", "funding", "funds", "grant", "help",
        "loan", "money", "support",
    }
)  # fmt: skip
"""With what others help."""
_DONE = frozenset(
    {
        "build", "buy", "carry", "clear", "complete", "construct", "develop", "equip", "establish",
        "fight", "finance", "fund", "implement", "launch", "modernise", "modernize", "open",
        "produce", "purchase", "rebuild", "recapture", "rehabilitate", "renovate", "repair",
        "rescue", "restore", "retake", "run", "search", "seek", "set", "train", "upgrade",
    }
)  # fmt: skip
"""What is done with such help."""
_FROM = frozenset({"by", "from", "of"})


class Backers:
    """Reads off the parse of a paragraph who helped those who did something."""

    def __init__(self, tree: Tree, status: StatusReader) -> None:
        self._tree, self._status = tree, status

    def events(self, means: Token) -> Iterator[Candidate]:
        """The aid of those with whose means others do something."""
        tree, verb = self._tree, means.head
        if tree.lemma(means) not in _MEANS or tree.case(means) != "with":
            return
        if verb.pos_ != "VERB" or tree.lemma(verb) not in _DONE:
            return
        givers = self._givers(means)
        sides = {side(actor) for actor in givers}
        helped = tuple(a for a in self._helped(verb) if sided(a) and side(a) not in sides)
        verdict = self._status.of(verb)
        if not givers or not helped or verdict.status in {None, Status.CALLED_OFF}:
            return
        made = Candidate(kind=EventClass.AID, trigger=means.i, pattern="noun")
        made.status, made.confidence = verdict.status or Status.HAPPENED, 0.75 * verdict.certainty
        made.add(Role.SOURCE, givers, 0.9)
        made.add(Role.TARGET, helped, 0.85)
        yield made

    def _givers(self, means: Token) -> tuple[Actor, ...]:
        """Whose the help is, or from whom it comes."""
        tree = self._tree
        behind = (f for c in tree.behind(means, *_FROM) if (f := tree.actors(c) or tree.owner(c)))
        found = next(behind, None) or tree.owner(means, inside=False, of=False)
        return tuple(actor for actor in found.actors if sided(actor))

    def _helped(self, verb: Token) -> tuple[Actor, ...]:
        """Who does it with such help, or the state in which it is done."""
        found = self._tree.doer(verb)
        if found:
            return found.actors
        states = (self._tree.unit(c).state for c in self._tree.behind(verb, "at", "in"))
        return tuple(s for s in states if s is not None and s.kind is ActorClass.COUNTRY)[:1]
