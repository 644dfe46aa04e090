"""What a diplomat is told that is bad accuses their state: "told X's envoy that it was wrong"."""

from collections.abc import Iterator

from graph.model import EventClass, Role, Status
from ingest.candidates import Candidate
from ingest.checks import side, side_of
from ingest.mentions import DIPLOMATIC
from ingest.nominals import NOBODY, Found
from ingest.roles import Roles
from ingest.status import StatusReader
from ingest.syntax import SUBJECTS, said
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.triggers import Triggers

_TELLING = frozenset({"inform", "notify", "remind", "tell"})
"""Verbs whose object hears it."""
_SAYING = frozenset(
    {
        "convey", "declare", "emphasise", "emphasize", "explain", "impress", "point", "put",
        "state", "stress", "underline", "underscore",
    }
)  # fmt: skip
"""Verbs behind which who hears it stands by a preposition."""
_TOLD = _TELLING | _SAYING
_POINTING = frozenset({"it", "that", "these", "this", "those"})
_TO = ("on", "to", "upon")
_SUMMONING = frozenset({"call", "invite", "summon"})


class Remonstrances:
    """Reads what the diplomats of one paragraph get to hear."""

    def __init__(self, tree: Tree, triggers: Triggers, roles: Roles, status: StatusReader) -> None:
        self._tree, self._roles, self._status = tree, roles, status
        words = triggers.grammar
        self._deeds = words.doings | words.remarks | words.stances | triggers.deeds.keys()

    def events(self, verb: Token) -> Iterator[Candidate]:
        """The accusation of the state whose diplomat is told something bad."""
        if self._tree.lemma(verb) not in _TOLD:
            return
        clause = next((c for c in verb.children if said(c) and self._bad(c)), None)
        diplomat = self._hearer(verb) if clause is not None else None
        if clause is None or diplomat is None:
            return
        verdict = self._status.of(verb)
        heard = tuple(dict.fromkeys(map(side_of, self._tree.actors(diplomat).actors)))
        others = {side(a) for a in self._blamed(clause).actors} - {side(a) for a in heard}
        if verdict.status is not Status.HAPPENED or others:
            return  # "told X's envoy that Y's raid was wrong"
        teller = self._teller(verb)
        made = Candidate(kind=EventClass.ACCUSATION, trigger=verb.i, pattern="judgement")
        made.confidence = 0.8 * verdict.certainty
        made.add(Role.SOURCE, teller.actors, teller.certainty)
        if not teller:
            hosts = (e.actor for m in self._tree.unit(diplomat).mentions for e in m.host)
            made.add(Role.SOURCE, tuple(hosts), 0.8)
        made.add(Role.TARGET, heard, 0.85)
        yield made

    def _bad(self, clause: Token) -> bool:
        """Whether it says something bad of a deed: that of a storm blames nobody."""
        subjects = [c for c in clause.children if c.dep_ in SUBJECTS]
        told = any(c.lower_ in _POINTING or self._tree.lemma(c) in self._deeds for c in subjects)
        return (told or bool(self._blamed(clause))) and self._roles.negative(clause)

    def _hearer(self, verb: Token) -> Token | None:
        """The diplomat who hears it; "he" only where one was summoned."""
        told = self._tree.lemma(verb) in _TELLING
        hearers = self._tree.objects(verb) if told else list(self._tree.behind(verb, *_TO))
        if told and not hearers and self._joined(verb):
            hearers = self._tree.objects(verb.head)
        return next(filter(self._posted, hearers), None)

    def _joined(self, verb: Token) -> bool:
        """Whether one is summoned and hears it: "was summoned by X and told that"."""
        alone = verb.dep_ == "conj" and not any(c.dep_ in SUBJECTS for c in verb.children)
        return alone and self._summons(verb) == verb.head and self._tree.passive(verb.head)

    def _posted(self, token: Token) -> bool:
        mentions = self._tree.unit(token).mentions
        diplomat = any(m.office_kind in DIPLOMATIC and not m.plural for m in mentions)
        return diplomat or (self._tree.pronoun(token) and self._summons(token.head) is not None)

    def _summons(self, verb: Token) -> Token | None:
        """The verb above that summons: "was summoned and told", "summoned to hear that"."""
        above = (one for one in verb.ancestors if self._tree.lemma(one) in _SUMMONING)
        return next(above, None)

    def _teller(self, verb: Token) -> Found:
        """Who says so, or who summoned the one who hears it."""
        found = NOBODY if self._joined(verb) else self._tree.doer(verb)
        summons = None if found else self._summons(verb)
        if summons is None:
            return found
        seats = map(self._tree.actors, self._tree.behind(summons, "to", "by"))
        return self._tree.doer(summons) or next(filter(None, seats), NOBODY)

    def _blamed(self, clause: Token) -> Found:
        """Who does what is bad, or whose it is."""
        for child in clause.children:
            if child.dep_ in SUBJECTS:
                return self._tree.actors(child) or self._tree.owner(child)
        return NOBODY
