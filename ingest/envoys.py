"""Recognition and envoys: which state does not recognise another, whose a recalled diplomat is."""

from graph.model import Actor, ActorClass, EventClass, Role, Status
from ingest.candidates import ACCREDITED, Candidate
from ingest.checks import side, side_of, sided
from ingest.mentions import DIPLOMATIC, Mention, MentionKind
from ingest.nominals import NOBODY
from ingest.predicates import Predicate
from ingest.roles import Roles
from ingest.syntax import NEVER
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.triggers import VerbFrame

_POSTED = frozenset({"ambassador", "ambassadors", "commissioner", "diplomat", "diplomats"})
"""Who has a post abroad; special envoys have none."""
_STANDS = frozenset({"do", "does", "will", "wo", "would"})
_TURNING = frozenset({"shift", "switch", "transfer"})
_AMONG = frozenset({"including", "like"})
_MUTUAL = frozenset({"between", "both", "dispute", "mutual", "mutually", "row", "spat"})
_PAPERS = frozenset({"accreditation", "credential", "credentials", "letter"})
_SUMMONING = frozenset({"call", "summon"})


def house_words(token: Token, tree: Tree) -> set[str]:
    """The words for the house of which somebody is: "three members of the Kenyan embassy"."""
    houses = (tree.unit(c).mention for c in tree.behind(token, "at", "from", "of"))
    return {word for m in houses if m is not None for word in m.name.lower().split()}


class Envoys:
    """Reads who sent a diplomat and who received one off the parse of a paragraph."""

    def __init__(self, tree: Tree, roles: Roles) -> None:
        self._tree, self._roles = tree, roles

    def unrecognised(self, verb: Token) -> Candidate | None:
        """ "Does not recognise X", "will never recognise the annexation by X" is a rejection."""
        tree = self._tree
        lemma, longer = tree.lemma(verb), self._no_longer(verb)
        unwelcome = lemma == "welcome" and longer and any(map(self._envoy, tree.objects(verb)))
        if lemma not in {"recognise", "recognize"} and not unwelcome:
            return None
        never = any(c.lower_ in NEVER for c in tree.children(verb, "advmod"))
        told = verb.dep_ == "ccomp"  # "said it did not recognise X": it does not
        stands = any(
            c.lower_ in _STANDS or (told and c.lower_ == "did") for c in tree.children(verb, "aux")
        )
        apart = verb.dep_.startswith("acl")  # "X, which Y does not recognise"
        denied = longer or (never and stands)
        if not denied or apart:
            return None
        kind = EventClass.RELATIONS_DOWNGRADE if longer else EventClass.REJECTION
        made = Candidate(kind=kind, trigger=verb.i, status=Status.HAPPENED)
        made.pattern, made.confidence = "verb", 0.85
        made.according_to = self._roles.told_by(verb)
        subject = tree.doer(verb)
        made.add(Role.SOURCE, subject.actors, subject.certainty)
        for one in tree.objects(verb):
            found = tree.actors(one) or tree.owner(one)
            made.add(Role.TARGET, found.actors, found.certainty)
        return made

    def _envoy(self, token: Token) -> bool:
        """Whether it is an envoy: "no longer welcomes X's ambassador"."""
        return any(m.office_kind in DIPLOMATIC for m in self._tree.unit(token).mentions)

    def _no_longer(self, verb: Token) -> bool:
        """Whether what was so is so no more: "no longer recognises X"."""
        ways = (c for c in self._tree.children(verb, "advmod") if c.lower_ == "longer")
        return any(self._tree.doc[way.i - 1].lower_ == "no" for way in ways if way.i)

    def forsaken(self, made: Candidate, predicate: Predicate) -> Candidate | None:
        """What who turns to one state does to another: "switched recognition from X to Y"."""
        verb = predicate.verb
        if made.kind is not EventClass.RELATIONS_UPGRADE or not made.of(Role.SOURCE):
            return None
        if self._tree.lemma(verb) not in _TURNING:
            return None
        left = Candidate(kind=EventClass.RELATIONS_DOWNGRADE, trigger=made.trigger)
        left.status, left.confidence, left.pattern = made.status, made.confidence, made.pattern
        left.according_to = made.according_to
        for actor, certainty in made.roles[Role.SOURCE].items():
            left.add(Role.SOURCE, (actor,), certainty)
        for one in (verb, *predicate.objects):
            for child in self._tree.behind(one, "from"):
                found = self._tree.actors(child)
                left.add(Role.TARGET, found.actors, found.certainty * 0.9)
        return left if left.of(Role.TARGET) else None

    def returned(self, made: Candidate, verb: Token) -> None:
        """Makes better relations of an envoy's way back to his post: "X's ambassador returned"."""
        tree = self._tree
        if made.kind is not EventClass.VISIT or tree.lemma(verb) != "return":
            return
        subjects = (m for c in tree.children(verb, "nsubj") for m in tree.unit(c).mentions)
        posted = any(_POSTED & set(m.office.lower().split()) for m in subjects)
        posted = posted and not any(case == "for" for case, _ in tree.obliques(verb))
        if posted and made.of(Role.VISITOR) and made.of(Role.TARGET):
            envoys = made.roles.pop(Role.VISITOR, {})
            made.kind = EventClass.RELATIONS_UPGRADE
            for actor, certainty in envoys.items():
                made.add(Role.SOURCE, (actor.represents or actor,), certainty)

    def accredited(self, made: Candidate, predicate: Predicate) -> None:
        """Puts in who sends and receives an envoy: "his credentials as ambassador of X to Y"."""
        tree, noun = self._tree, predicate.noun
        if made.kind is not EventClass.RELATIONS_UPGRADE or noun is None:
            return
        if tree.lemma(noun) not in _PAPERS:
            return
        for one in (predicate.verb, noun):
            for mention in (m for c in tree.behind(one, "as") for m in tree.unit(c).mentions):
                for role, entries in ((Role.SOURCE, mention.of), (Role.TARGET, mention.host)):
                    states = tuple(entry.actor for entry in entries)
                    if states and not any(map(sided, made.of(role))):
                        made.roles.pop(role, None)
                        made.add(role, states, 0.85)
        if made.of(Role.SOURCE) and made.of(Role.TARGET):
            made.pattern = ACCREDITED

    def recalled_by_both(self, made: Candidate, verb: Token) -> bool:
        """Whether two states recall their envoys from one another: "both", "tension between"."""
        if made.pattern != "envoy" or self._tree.lemma(verb) in _SUMMONING:
            return False
        subjects = map(self._tree.unit, self._tree.children(verb, "nsubj"))
        if any(m.name.lower().startswith("both") for unit in subjects for m in unit.mentions):
            return True  # "both countries"
        mutual = not _MUTUAL.isdisjoint(token.lower_ for token in verb.sent)
        named = {side(a) for token in verb.sent for a in self._tree.unit(token).actors}
        return mutual and named == {side(actor) for actor in made.of(Role.SOURCE)}

    def exchanged(self, made: Candidate, predicate: Predicate, diplomat: Token) -> None:
        """Puts in the states behind a recalled, expelled or summoned diplomat."""
        tree, verb, frame = self._tree, predicate.verb, predicate.frame
        unit = tree.unit(diplomat)
        if tree.lemma(verb) in _SUMMONING:
            agents = (c for c in verb.children if c.dep_ == "nsubj")
            made.place = next((p for c in agents if (p := tree.unit(c).place)), unit.place)
            if not made.of(Role.SOURCE) and tree.passive(verb):
                self._called_to(made, verb)
        if frame.leaving and not made.of(Role.SOURCE) and tree.passive(verb):
            self._left(made, verb)
        if frame.diplomat == "of" and not made.of(Role.SOURCE) and tree.passive(verb):
            self._put_out(made, verb, unit.actors)
            self._told_out(made, verb, unit.actors)
        if frame.diplomat == "of":
            self._among(made, diplomat)
        known = any(actor.kind is ActorClass.PERSON for actor in unit.actors)
        for mention in unit.mentions:
            named = (mention.name and mention.kind is MentionKind.PERSON) or known
            if named and frame.diplomat == "of":
                made.add(Role.TARGET, unit.actors, unit.certainty)
                if not made.of(Role.SOURCE) and tree.passive(verb):  # by where they are accredited
                    made.add(Role.SOURCE, tuple(e.actor for e in mention.host), 0.8)
                return
            self._sent(made, predicate, mention, unit.actors)
        if not made.of(Role.TARGET):
            self._posted(made, frame, diplomat)

    def _among(self, made: Candidate, diplomats: Token) -> None:
        """Puts in who are named among them: "expelled six diplomats, including X"."""
        for token in diplomats.sent[diplomats.i + 1 - diplomats.sent.start :]:
            unit = self._tree.unit(token)
            posted = any(m.office_kind in DIPLOMATIC and m.name for m in unit.mentions)
            after = [c.lower_ for c in token.doc[token.i + 1 : token.i + 3]]
            if posted and (self._tree.case(token) in _AMONG or after == ["among", "them"]):
                people = tuple(a for a in unit.actors if a.kind is ActorClass.PERSON)
                made.add(Role.TARGET, people, unit.certainty)

    def _called_to(self, made: Candidate, verb: Token) -> None:
        """Puts in whose ministry an envoy has to come to: "was summoned to X's ministry"."""
        for case, child in self._tree.obliques(verb):
            if case in {"to", "into"}:
                found = self._tree.actors(child) or self._tree.owner(child)
                made.add(Role.SOURCE, found.actors, found.certainty)

    def _put_out(self, made: Candidate, verb: Token, theirs: tuple[Actor, ...]) -> None:
        """Puts in from which state a diplomat is expelled by nobody named: "expelled from X"."""
        for case, child in self._tree.obliques(verb):
            left = case == "from" or self._tree.cases(child)[:2] == ("out", "of")
            found = self._tree.actors(child) if left else NOBODY
            states = tuple(a for a in found.actors if a.kind is ActorClass.COUNTRY)
            if not set(states) & set(theirs):
                made.add(Role.SOURCE, states, found.certainty * 0.9)

    def _told_out(self, made: Candidate, verb: Token, theirs: tuple[Actor, ...]) -> None:
        """Puts in who says that others' diplomats are put out: "X said Y's envoy was expelled"."""
        if made.of(Role.SOURCE) or verb.dep_ != "ccomp":
            return
        teller = self._tree.subject(verb.head)
        if theirs and not {side(a) for a in teller.actors} & {side(a) for a in theirs}:
            states = tuple(side_of(actor) for actor in teller.actors if sided(actor))
            made.add(Role.SOURCE, states, teller.certainty * 0.9)

    def _left(self, made: Candidate, verb: Token) -> None:
        """Puts in which state an envoy has to leave: "was given 48 hours to leave X"."""
        for token in verb.subtree:
            for one in self._tree.objects(token) if self._tree.lemma(token) == "leave" else ():
                found = self._tree.actors(one)
                made.add(Role.SOURCE, found.actors, found.certainty * 0.9)

    def _sent(
        self, made: Candidate, predicate: Predicate, mention: Mention, actors: tuple[Actor, ...]
    ) -> None:
        """Puts in whose diplomat the mention is, or where one is accredited."""
        own = tuple(entry.actor for entry in mention.of) or tuple(
            state for a in actors if (state := a.represents or a).kind is not ActorClass.PERSON
        )
        host = tuple(entry.actor for entry in mention.host)
        expelling = predicate.frame.diplomat == "host"
        theirs = expelling or bool(set(own) & set(made.of(Role.SOURCE)))
        theirs = theirs or bool(host and mention.possessive and not own)  # "its envoys in X and Y"
        if not made.of(Role.SOURCE):  # "its ambassador to X was recalled"
            verb = predicate.verb
            above = self._tree.patient_or_subject(verb.head) if verb.head != verb else NOBODY
            made.add(Role.SOURCE, (own or above.actors) if theirs else host, 0.8)
        mine = {side(actor) for actor in made.of(Role.SOURCE)}
        sent = tuple(entry.actor for entry in mention.of if side(entry.actor) not in mine)
        made.add(Role.TARGET, host if theirs and host else sent, 0.9)

    def _posted(self, made: Candidate, frame: VerbFrame, diplomat: Token) -> None:
        """Puts in the state by the preposition behind the diplomat, or whose the diplomat is."""
        tree = self._tree
        wanted = {"to", "in", "from", "of"} if frame.diplomat == "host" else {"of", "from"}
        for case, child in tree.obliques(diplomat):
            if case in wanted:
                found = tree.actors(child)
                if not found or set(found.actors) <= set(made.of(Role.SOURCE)):
                    inner = [c for near, c in tree.obliques(child) if near in wanted]
                    found = tree.actors(inner[0]) if inner else found  # "its embassy in Beijing"
                made.add(Role.TARGET, found.actors, found.certainty * 0.9)
        if frame.diplomat == "of" and not made.of(Role.TARGET):
            found = tree.owner(diplomat)
            made.add(Role.TARGET, found.actors, found.certainty)
