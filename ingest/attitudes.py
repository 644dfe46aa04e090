"""What somebody says by being it: "is grateful to X", "remains supportive of Y"."""

from collections.abc import Iterable, Iterator

from graph.model import EventClass, Role
from ingest.candidates import Candidate
from ingest.nominals import NOBODY, Found
from ingest.roles import Roles
from ingest.syntax import NEVER, SUBJECTS
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.triggers import Triggers

_REMAINING = frozenset({"appear", "feel", "remain", "stay"})
_FEELINGS = frozenset({"condolence", "heart", "prayer", "sympathy", "thought"})
"""What goes with those whom one feels for."""
_THANKS = _FEELINGS | {
    "apology", "appreciation", "compliment", "congratulation", "gratitude", "praise", "solidarity",
    "support", "thank", "thanks", "tribute",
}  # fmt: skip
"""What goes to those to whom one says it."""
_HELPING = frozenset({"am", "are", "be", "been", "had", "has", "have", "is", "was", "were"})
_NOT = NEVER | {"longer", "no"}
_STANDING = frozenset({"against", "with"})
"""Before what one stands against, and those with whom one's thoughts are."""


class Attitudes:
    """Reads the adjectives of one paragraph that say how somebody stands to others."""

    def __init__(self, tree: Tree, triggers: Triggers, roles: Roles) -> None:
        self._tree, self._roles = tree, roles
        self._attitudes = triggers.attitudes

    def events(self, word: Token) -> Iterable[Candidate]:
        """The event that the adjective reports with the first preposition that fits."""
        standing = self._tree.case(word) in _STANDING or self._tree.lemma(word) == "go"
        return self._told(word) if standing or word.lower_ in self._attitudes else ()

    def _told(self, word: Token) -> Iterator[Candidate]:
        before = self._tree.case(word)
        if before == "with":
            yield from self._feeling(word)
        if before == "against":
            yield from self._against(word)
        if self._tree.lemma(word) == "go":
            yield from self._going(word)
        kinds = self._attitudes.get(word.lower_)
        if kinds is None:
            return
        agents = [c for c in word.children if c.dep_ == "obl:agent"]
        behind = [*self._tree.obliques(word), *((self._tree.case(c), c) for c in agents)]
        if "that" in kinds:
            clauses = self._tree.children(word, "ccomp", "advcl")
            behind.extend(("that", c) for c in clauses if _that(c))
        for case, child in behind:
            kind = kinds.get(case)
            holder = self._holder(word) if kind is not None else NOBODY
            if kind is None or not holder:
                continue
            found = self._towards(child)
            made = Candidate(kind=kind, trigger=word.i, pattern="attitude", confidence=0.8)
            made.according_to = self._roles.told_by(word)
            made.add(Role.SOURCE, holder.actors, holder.certainty)
            made.add(Role.TARGET, found.actors, found.certainty * 0.9)
            yield made
            return

    def _against(self, word: Token) -> Iterator[Candidate]:
        """The rejection by those who "are against X's plan"."""
        case = next((c.i for c in word.children if c.lower_ == "against"), -1)
        if any(c.dep_ in SUBJECTS and c.i > case for c in word.children):
            return  # "among those who voted against it were X and Y"
        if any(c.dep_ == "cop" for c in word.children) and (holder := self._holder(word)):
            found = self._tree.actors(word) or self._tree.owner(word)
            made = Candidate(kind=EventClass.REJECTION, trigger=word.i, pattern="attitude")
            made.confidence = 0.75
            made.add(Role.SOURCE, holder.actors, holder.certainty)
            made.add(Role.TARGET, found.actors, found.certainty * 0.9)
            yield made

    def _feeling(self, word: Token) -> Iterator[Candidate]:
        """The support of those whose "thoughts are with the people of X"."""
        for child in word.children:
            if child.dep_ in SUBJECTS and self._tree.lemma(child) in _FEELINGS:
                holder = self._tree.owner(child, inside=False, of=False)
                found = self._tree.actors(word) or self._tree.owner(word)
                made = Candidate(kind=EventClass.SUPPORT, trigger=word.i, pattern="attitude")
                made.add(Role.SOURCE, holder.actors, holder.certainty)
                made.add(Role.TARGET, found.actors, found.certainty * 0.9)
                yield made

    def _going(self, verb: Token) -> Iterator[Candidate]:
        """The support of those whose "thanks go to X", whose "hearts go out to the people of X"."""
        for subject in self._tree.children(verb, "nsubj"):
            holder = self._tree.owner(subject, inside=False, of=False)
            for one in self._tree.behind(verb, "from") if not holder else ():
                holder = self._tree.actors(one)  # "thanks go | from X | to Y"
            if self._tree.lemma(subject) not in _THANKS or not holder:
                continue
            for case, child in self._tree.obliques(verb):
                found = self._towards(child) if case == "to" else NOBODY
                made = Candidate(kind=EventClass.SUPPORT, trigger=verb.i, pattern="attitude")
                made.add(Role.SOURCE, holder.actors, holder.certainty)
                made.add(Role.TARGET, found.actors, found.certainty * 0.9)
                if found:
                    yield made
                    return

    def _towards(self, child: Token) -> Found:
        """To whom somebody stands so: whom the noun names, or who does what the clause tells."""
        if not _that(child):
            return self._tree.actors(child) or self._tree.owner(child)
        if self._tree.passive(child):
            return self._tree.agent(child)
        subjects = self._tree.children(child, "nsubj", "expl")
        found = (self._tree.actors(c) or self._tree.owner(c) for c in subjects)
        return next(found, NOBODY)

    def _holder(self, word: Token) -> Found:
        """Who is so; nobody where it is only denied, wished or possible."""
        head = word.head if word.dep_ == "xcomp" else word
        if head != word and self._tree.lemma(head) not in _REMAINING:
            return NOBODY
        around = [*word.children, *(head.children if head != word else ())]
        if any(c.lower_ in _NOT for c in around):
            return NOBODY
        if any(c.dep_ == "aux" and c.lower_ not in _HELPING for c in around):
            return NOBODY
        for child in head.children:
            if child.dep_ in SUBJECTS or child.dep_ == "expl":
                return self._tree.actors(child, deep=False)
        return NOBODY


def _that(clause: Token) -> bool:
    """Whether it is a clause of what is so: "that X has", "X has"."""
    marks = {c.lower_ for c in clause.children if c.dep_ == "mark"}
    return "that" in marks or (clause.dep_ == "ccomp" and not marks)
