"""Reads the events of one parsed paragraph: a trigger, its roles, its status.

A verb has its roles in its subject, objects and prepositions; a noun in its own modifiers and, under
a verb that says little ("hold talks", "pay a visit") or beside one ("said during a visit to"), in
that verb's subject. What is found is a candidate; `ingest.checks` decides whether it is an event.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from graph.model import Actor, ActorClass, EventClass, Role, Status
from ingest.candidates import Candidate
from ingest.mentions import MentionKind
from ingest.status import StatusReader
from ingest.tree import Found, Tree
from ingest.triggers import NounFrame, Triggers, VerbFrame

_PAIRED = frozenset({"each", "mutual", "mutually", "reciprocal", "tit"})
_DIPLOMATS = frozenset({"diplomat", "envoy"})
_DIPLOMAT_NOUNS = frozenset(
    {
        "ambassador",
        "diplomat",
        "envoy",
        "consul",
        "attaché",
        "attache",
        "chief",
        "staff",
        "personnel",
        "representative",
    }
)
_DONE = frozenset({"after", "following", "since"})
_ATTENDED = frozenset(
    {
        "during",
        "after",
        "following",
        "at",
        "in",
        "on",
        "for",
        "before",
        "ahead",
        "amid",
        "since",
        "with",
        "prior",
        "to",
        "from",
        "by",
        "upon",
    }
)
_SAYING = frozenset(
    "say report announce state claim add tell note declare confirm allege reveal write explain "
    "mention disclose warn insist maintain stress recall argue".split()
)
_ENDED = frozenset({EventClass.SANCTION, EventClass.AID, EventClass.COOPERATION})
_MUTUAL = frozenset({"clash", "collide", "fight", "skirmish", "battle"})
_PHONES = frozenset(
    {
        "phone",
        "telephone",
        "call",
        "video",
        "videoconference",
        "videolink",
        "teleconference",
        "hotline",
        "virtually",
    }
)
_TALKATIVE = frozenset(
    {EventClass.MEETING, EventClass.CALL, EventClass.CONVENING, EventClass.VISIT}
)
_BROKERED = _TALKATIVE | {EventClass.AGREEMENT, EventClass.SIGNING}


class Extraction:
    """All candidates of one parsed paragraph."""

    def __init__(self, tree: Tree, triggers: Triggers) -> None:
        self._tree, self._triggers = tree, triggers
        self._status = StatusReader(tree, triggers.status)
        self._told: set[int] = set()
        """Nouns that a verb's event has told already: "imposed sanctions"."""

    def candidates(self) -> Iterator[Candidate]:
        """One candidate for each trigger that has actors, in the order of the text."""
        found: list[Candidate] = []
        for token in self._tree.doc:
            if self._verbal(token):
                found.extend(self._verbs(token))
        for token in self._tree.doc:
            if not self._verbal(token) and token.i not in self._told:
                unit = self._tree.unit(token)
                if unit.session is not None:
                    found.extend(self._session(token))
                elif not unit.actors and unit.date is None:
                    found.extend(self._nouns(token, self._tree.lemma(token)))
        yield from sorted(found, key=lambda c: c.trigger)

    @staticmethod
    def _verbal(token: Token) -> bool:
        return token.pos_ in {"VERB", "AUX"} or (
            token.tag_.startswith("VB") and token.dep_ not in {"amod", "compound"}
        )

    def _verbs(self, token: Token) -> Iterator[Candidate]:
        taken: set[EventClass] = set()
        for frame in self._triggers.verbs.get(self._tree.lemma(token), ()):
            if frame.kind in taken:
                continue
            for candidate in self._verb(token, frame):
                taken.add(candidate.kind)
                yield candidate
            if frame.nouns and frame.kind in taken:
                return  # "expelled a diplomat" is nothing else as well

    # --- verbs ---------------------------------------------------------------------------------

    def _verb(self, verb: Token, frame: VerbFrame) -> Iterator[Candidate]:
        tree = self._tree
        if not self._admits(verb, frame):
            return
        verdict = self._status.of(verb)
        if verdict.status is None:
            return
        objects = tree.objects(verb)
        chosen = self._chosen(verb, objects, frame) if frame.nouns else None
        if frame.nouns and chosen is None:
            return
        if frame.exclude_objects and any(
            self._tree.lemma(o) in frame.exclude_objects for o in objects
        ):
            return
        status = verdict.status
        if chosen is not None:
            self._told.add(chosen.i)
            ends = tree.lemma(verb) in self._triggers.status.called_off
            if ends and frame.kind in _ENDED and status is Status.HAPPENED:
                status = Status.CALLED_OFF
        made = Candidate(kind=frame.kind, trigger=verb.i, status=status, pattern="verb")
        made.confidence = 0.9 * verdict.certainty
        made.according_to = self._told_by(verb)
        passive = tree.passive(verb)
        subject = tree.agent(verb) if passive else tree.subject(verb)
        if not subject and frame.force:
            subject = self._wielder(verb, passive)
        if (
            subject
            and frame.force
            and self._tree.lemma(verb) in _MUTUAL
            and len(subject.actors) > 1
        ):
            made.add(frame.subject, subject.actors[:1], subject.certainty)
            made.add(Role.TARGET, subject.actors[1:], subject.certainty)
        elif subject:
            made.add(frame.subject, subject.actors, subject.certainty)
        self._objects(made, verb, frame, objects, chosen)
        self._obliques(made, verb, frame, chosen)
        self._clauses(made, verb, frame)
        if frame.document or frame.kind is EventClass.SIGNING:
            self._documents(made, verb, objects)
        if frame.kind is EventClass.VISIT:
            self._destination(made, verb)
        elif frame.kind is EventClass.THREAT and not made.of(Role.TARGET):
            self._threatened(made, verb)
        elif frame.kind is EventClass.AID and frame.nouns and not made.of(Role.TARGET):
            self._helped(made, verb)
        elif frame.kind is EventClass.MEETING:
            self._assembly(made, verb)
        if passive and not subject and frame.kind in _TALKATIVE:
            made.confidence *= 0.9
        if made.kind is EventClass.MEETING and self._by_phone(verb):
            made.kind = EventClass.CALL
        elif made.kind is EventClass.MEETING and tree.lemma(verb) == "speak":
            made.pattern = "spoke"
        elif made.kind is EventClass.MEDIATION:
            self._parties(made, objects)
        yield from self._paired(made, verb)

    def _by_phone(self, trigger: Token) -> bool:
        """Whether the talk was by telephone or video."""
        near = (t for t in trigger.subtree if abs(t.i - trigger.i) < 12)
        return any(self._tree.lemma(t) in _PHONES or t.lower_ in _PHONES for t in near)

    def _parties(self, made: Candidate, objects: list[Token]) -> None:
        """Between whom something was brokered: the parties of the talks, the deal, the truce."""
        nouns = [*objects, *reversed(list(self._tree.doc[made.trigger].sent))]
        for one in nouns:
            if made.of(Role.PARTICIPANT):
                return
            if self._verbal(one):
                continue
            for candidate in self._nouns(one, self._tree.lemma(one)):
                if candidate.kind in _BROKERED:
                    parties = [a for a in candidate.everybody() if a not in made.everybody()]
                    made.add(Role.PARTICIPANT, tuple(parties), 0.8)

    def _admits(self, verb: Token, frame: VerbFrame) -> bool:
        """Whether the words around the verb are those that the frame asks for."""
        near = {c.lower_ for c in verb.children} | {c.lemma_.lower() for c in verb.children}
        near |= {case for case, _ in self._tree.obliques(verb)}
        if frame.guard and not (frame.guard & (near | {self._tree.lemma(verb)})):
            return False
        if frame.needs_any and not any(
            case in frame.needs_any for case, _ in self._tree.obliques(verb)
        ):
            if not (frame.infinitive or frame.that):
                return False
            if not any(c.dep_ in {"xcomp", "ccomp"} for c in verb.children):
                return False
        if frame.needs_context:
            sentence = {t.lower_ for t in verb.sent}
            if not frame.needs_context & (
                near
                | (sentence if verb.lemma_ != "call" else near)
                | {self._tree.lemma(verb)} - {"call"}
            ):
                return False
        return True

    def _chosen(self, verb: Token, objects: list[Token], frame: VerbFrame) -> Token | None:
        """The noun among the objects (or the prepositional ones) that the frame asks for."""
        if not objects:
            objects = [child for _, child in self._tree.obliques(verb)]
        for one in objects:
            for token in (one, *self._tree.children(one, "conj")):
                lemma, unit = self._tree.lemma(token), self._tree.unit(token)
                if "@ambassador" in frame.nouns:
                    if unit.mention and any(m.office_kind in _DIPLOMATS for m in unit.mentions):
                        return token
                    if lemma in _DIPLOMAT_NOUNS and not unit.actors:
                        return token
                elif lemma in frame.nouns or token.lower_ in frame.nouns:
                    return token
                elif unit.document is not None and frame.document:
                    return token
        return None

    def _objects(
        self,
        made: Candidate,
        verb: Token,
        frame: VerbFrame,
        objects: list[Token],
        chosen: Token | None,
    ) -> None:
        tree = self._tree
        if frame.diplomat and chosen is not None:
            self._diplomat(made, frame, chosen)
            return
        if chosen is not None:
            self._from_noun(made, frame, chosen)
        role = frame.object
        if frame.indirect is not None:
            for child in verb.children:
                if child.dep_ == "iobj":
                    found = tree.actors(child)
                    made.add(frame.indirect, found.actors, found.certainty)
        if role is None:
            if frame.carrier and not made.of(Role.TARGET) and not frame.nouns:
                for one in objects:
                    found = tree.actors(one) or tree.owner(one)
                    if frame.judgement and not self._judged(verb, one):
                        continue
                    made.add(Role.TARGET, found.actors, found.certainty * 0.9)
            return
        for one in objects:
            if tree.unit(one).place is not None and frame.kind is EventClass.VISIT:
                continue
            found = tree.actors(one)
            if frame.infinitive_object and not found:
                found = tree.owner(one)
            if not found and frame.carrier:
                found = self._victim(one) if frame.force else tree.owner(one)
                found = Found(found.actors, found.certainty * 0.9, found.token)
            if frame.persons:
                found = self._guests(one, found)
            if found:
                made.add(role, found.actors, found.certainty)

    def _guests(self, token: Token, found: Found) -> Found:
        """The persons among those received: one welcomes a proposal, and receives a minister."""
        if self._tree.pronoun(token):
            return found_none()
        guests = tuple(a for a in found.actors if a.kind is ActorClass.PERSON)
        mention = self._tree.unit(token).mention
        if not guests and mention is not None and mention.kind is MentionKind.OFFICE:
            guests = found.actors  # an unnamed minister stands for the state
        return Found(guests, found.certainty, found.token)

    def _judged(self, verb: Token, thing: Token) -> bool:
        """Whether something bad is said of the object: "called the plan dangerous"."""
        words = self._triggers.status.negative
        return any(
            self._tree.lemma(t) in words or t.lower_ in words for t in verb.subtree if t.i > thing.i
        )

    def _wielder(self, verb: Token, passive: bool) -> Found:
        """Whose force it is: "a Russian missile hit", "destroyed by a Russian strike"."""
        deps = {"obl:agent", "obl"} if passive else {"nsubj"}
        for child in verb.children:
            if child.dep_ in deps and (not passive or self._tree.case(child) in {"by", "in"}):
                found = self._tree.owner(child)
                if found:
                    return found
        return found_none()

    def _victim(self, token: Token) -> Found:
        """Whose what was attacked is: "a Turkish jet", "targets in Syria"."""
        return self._tree.owner(token)

    def _from_noun(self, made: Candidate, frame: VerbFrame, noun: Token) -> None:
        """Roles that hang on the object: "sanctions on X", "support for X", "X's ambassador"."""
        tree = self._tree
        for case, child in tree.obliques(noun):
            role = frame.preps.get(case)
            if role is not None:
                found = tree.actors(child) or (tree.owner(child) if frame.carrier else found_none())
                made.add(role, found.actors, found.certainty)
        if (
            frame.object is None
            and not made.of(Role.TARGET)
            and frame.kind is not EventClass.SUPPORT
        ):
            for child in tree.children(noun, "amod", "compound", "nmod:poss"):
                unit = tree.unit(child)
                if unit.actors and not any(a in made.everybody() for a in unit.actors):
                    made.add(Role.TARGET, unit.actors, unit.certainty * 0.8)

    def _diplomat(self, made: Candidate, frame: VerbFrame, chosen: Token) -> None:
        """The state behind a recalled, expelled or summoned diplomat."""
        tree = self._tree
        unit = tree.unit(chosen)
        for mention in unit.mentions:
            if mention.name and mention.kind is MentionKind.PERSON and frame.diplomat == "of":
                made.add(Role.TARGET, unit.actors, unit.certainty)
                return
            entries = mention.host if frame.diplomat == "host" else mention.of
            actors = tuple(e.actor for e in entries)
            made.add(Role.TARGET, actors, 0.9)
        if made.of(Role.TARGET):
            return
        wanted = {"to", "in", "from", "of"} if frame.diplomat == "host" else {"of", "from"}
        for case, child in tree.obliques(chosen):
            if case in wanted:
                found = tree.actors(child)
                made.add(Role.TARGET, found.actors, found.certainty * 0.9)
        if frame.diplomat == "of" and not made.of(Role.TARGET):
            found = tree.owner(chosen)
            made.add(Role.TARGET, found.actors, found.certainty)

    def _obliques(
        self, made: Candidate, verb: Token, frame: VerbFrame, chosen: Token | None
    ) -> None:
        tree = self._tree
        for case, child in tree.obliques(verb):
            if case not in frame.preps:
                continue
            role = frame.preps[case]
            unit = tree.unit(child)
            if role is None:
                if frame.force and case in {"in", "near"} and not made.of(Role.TARGET):
                    self._where(made, child)
                continue
            if frame.kind is EventClass.VISIT:
                continue
            found = tree.actors(child)
            if not found and frame.carrier:
                found = tree.owner(child)
            if unit.place is not None and unit.mention is None:
                continue
            made.add(role, found.actors, found.certainty)

    def _where(self, made: Candidate, token: Token) -> None:
        """The state where force was used, if it is not the attacker's own."""
        place = self._tree.unit(token).place
        country = place.country if place else None
        if country is None:
            found = self._tree.actors(token)
            country = (
                found.actors[0] if found and found.actors[0].kind is ActorClass.COUNTRY else None
            )
        if country is not None and country not in made.everybody():
            made.add(Role.TARGET, (country,), 0.6)

    def _clauses(self, made: Candidate, verb: Token, frame: VerbFrame) -> None:
        """Targets that are the subject of a clause: "demanded that X leave"."""
        tree = self._tree
        if made.of(Role.TARGET):
            return
        if frame.that and frame.object is None and any(c.dep_ == "xcomp" for c in verb.children):
            for one in tree.objects(verb):  # "insisted North Korea settle the matter"
                found = tree.actors(one)
                made.add(Role.TARGET, found.actors, found.certainty * 0.8)
        for child in verb.children:
            if child.dep_ != "ccomp" and not (child.dep_ == "xcomp" and frame.infinitive):
                continue
            if frame.must and not any(
                c.dep_.startswith("aux") and c.lower_ in {"should", "must", "ought", "needs"}
                for c in child.children
            ):
                continue
            if not (frame.that or frame.judgement):
                continue
            if frame.judgement and not self._negative(child):
                continue
            for inner in child.children:
                if inner.dep_ in {"nsubj", "nsubj:pass"}:
                    found = tree.actors(inner) or tree.owner(inner)
                    made.add(Role.TARGET, found.actors, found.certainty * 0.85)
                    made.confidence *= 0.8

    def _threatened(self, made: Candidate, verb: Token) -> None:
        """Against whom what is threatened would go: "threatened to cut aid to X"."""
        tree = self._tree
        for clause in tree.children(verb, "xcomp", "ccomp", "advcl"):
            for one in tree.objects(clause):
                found = tree.actors(one) or tree.owner(one)
                made.add(Role.TARGET, found.actors, found.certainty * 0.85)
            for case, child in tree.obliques(clause):
                if case in {"on", "against", "to", "with", "from"} and not made.of(Role.TARGET):
                    found = tree.actors(child)
                    made.add(Role.TARGET, found.actors, found.certainty * 0.8)

    def _assembly(self, made: Candidate, verb: Token) -> None:
        """ "EU foreign ministers met": a session of the organisation."""
        everybody = made.everybody()
        if len(everybody) != 1 or everybody[0].kind is not ActorClass.ORGANIZATION:
            return
        for child in verb.children:
            if child.dep_.startswith("nsubj"):
                mention = self._tree.unit(child).mention
                if mention is not None and mention.kind is MentionKind.OFFICE and mention.plural:
                    made.kind = EventClass.CONVENING

    def _negative(self, clause: Token) -> bool:
        words = self._triggers.status.negative
        return any(self._tree.lemma(t) in words or t.lower_ in words for t in clause.subtree)

    def _documents(self, made: Candidate, verb: Token, objects: list[Token]) -> None:
        """Which documents the verb or noun is about, and who signed with whom."""
        tree = self._tree
        for one in objects:
            for token in (one, *(c for c in one.subtree if c.dep_ in {"conj", "appos", "nmod"})):
                if tree.unit(token).document is not None:
                    made.documents_at.append(token.i)
            self._signatories(made, one)

    def _signatories(self, made: Candidate, document: Token) -> None:
        """Between whom a document is: "an accord with X", "a treaty between A and B"."""
        if made.kind is not EventClass.SIGNING:
            return
        for case, child in self._tree.obliques(document):
            if case in {"between", "with", "among"}:
                found = self._tree.actors(child)
                made.add(Role.SIGNATORY, found.actors, found.certainty)

    def _helped(self, made: Candidate, verb: Token) -> None:
        """Whom aid went to where the clause does not say it: the only other state of the sentence."""
        others: dict[Actor, None] = {}
        for token in verb.sent:
            unit = self._tree.unit(token)
            if unit.place is None and not unit.demonym:
                others.update((a, None) for a in unit.actors if a.kind is ActorClass.COUNTRY)
        left = [a for a in others if a not in made.everybody()]
        if len(left) == 1:
            made.add(Role.TARGET, tuple(left), 0.6)

    def _destination(self, made: Candidate, verb: Token) -> None:
        """Where a traveller went: a state, or the state of a town."""
        tree = self._tree
        frames = [f for f in self._triggers.verbs.get(self._tree.lemma(verb), ()) if f.travel]
        objects = tree.objects(verb) if not frames else []
        for token in (
            *objects,
            *(c for case, c in tree.obliques(verb) if case in {"to", "in", "into", "for", "at"}),
        ):
            if made.of(Role.TARGET):
                return
            self._target_place(made, token)

    def _target_place(self, made: Candidate, token: Token) -> None:
        tree = self._tree
        for one in (token, *(c for c in token.children if c.dep_ in {"conj", "appos", "nmod"})):
            unit = tree.unit(one)
            if unit.place is not None and unit.place.country is not None:
                if made.place is None:
                    made.place = unit.place
                made.add(Role.TARGET, (unit.place.country,), 0.95)
            elif unit.actors and not unit.demonym:
                states = tuple(
                    a
                    for a in unit.actors
                    if a.kind in {ActorClass.COUNTRY, ActorClass.ORGANIZATION}
                )
                made.add(Role.TARGET, states, unit.certainty)
            if one != token and not made.of(Role.TARGET):
                continue

    def _paired(self, made: Candidate, verb: Token) -> Iterator[Candidate]:
        """ "India and Pakistan expel each other's diplomats": one event each way."""
        sources, targets = made.of(Role.SOURCE), made.of(Role.TARGET)
        if made.kind.symmetric or len(sources) != 2 or targets:
            yield made
            return
        words = {t.lower_ for t in verb.sent}
        if not words & _PAIRED:
            yield made
            return
        for one, other in (sources, sources[::-1]):
            each = Candidate(
                kind=made.kind,
                trigger=made.trigger,
                status=made.status,
                confidence=made.confidence * 0.9,
                pattern="paired",
            )
            each.add(Role.SOURCE, (one,), 0.9)
            each.add(Role.TARGET, (other,), 0.9)
            yield each

    # --- nouns ---------------------------------------------------------------------------------

    def _nouns(self, token: Token, lemma: str) -> Iterator[Candidate]:
        if token.pos_ not in {"NOUN", "PROPN"} or token.dep_ == "compound":
            return
        for words, frame in self._triggers.nouns.get(lemma, ()):
            if len(words) > 1 and not self._stands(token, words):
                continue
            if frame.about and not self._about(token, frame):
                continue
            if frame.needs_context and len(words) == 1 and not self._in_context(token, frame):
                continue
            if frame.kind is EventClass.AGREEMENT and self._signed(token):
                return
            if frame.strict and not self._carried_out(token):
                return
            candidate = self._noun(token, frame)
            if candidate is not None:
                if candidate.kind is EventClass.MEETING and self._by_phone(token):
                    candidate.kind = EventClass.CALL
                elif candidate.kind is EventClass.MEETING and self._of_organisation(candidate):
                    candidate.kind = EventClass.CONVENING
                yield candidate
            return

    @staticmethod
    def _of_organisation(made: Candidate) -> bool:
        """Whether a meeting is one of an organisation: "a meeting of EU finance ministers"."""
        everybody = made.everybody()
        if made.pattern != "noun":
            return False  # "the EU recalled its ambassador for consultations"
        return len(everybody) == 1 and everybody[0].kind is ActorClass.ORGANIZATION

    def _told_by(self, token: Token) -> tuple[Actor, ...]:
        """Whose word it is: "X said that …", "according to X"."""
        tree, at = self._tree, token
        for _ in range(6):
            for child in at.children:
                if child.dep_.startswith("obl") and "according" in tree.cases(child):
                    return tree.actors(child).actors
            head = at.head
            if head == at:
                return ()
            if at.dep_ in {"ccomp", "parataxis"} and tree.lemma(head) in _SAYING:
                return tree.subject(head).actors
            at = head
        return ()

    def _topics(self, noun: Token, frame: NounFrame) -> list[str]:
        """What the talks were on: "talks on border management and trade"."""
        if frame.kind not in _BROKERED:
            return []
        out: list[str] = []
        for case, child in self._tree.obliques(noun):
            if case in {"on", "about", "regarding", "concerning", "over"}:
                for one in (child, *self._tree.children(child, "conj")):
                    text = self._phrase(one)
                    if text:
                        out.append(text)
        return out

    def _phrase(self, token: Token) -> str:
        """The noun with what stands right before it, lower case; empty where an actor is in it."""
        words: list[str] = []
        for one in (*(c for c in token.lefts if c.dep_ in {"amod", "compound"}), token):
            unit = self._tree.unit(one)
            if unit.actors or unit.date is not None or unit.place is not None or not one.is_alpha:
                return ""
            if unit.document is not None or unit.session is not None:
                return ""
            words.append(one.lower_)
        return " ".join(words) if token.pos_ == "NOUN" else ""

    def _signed(self, token: Token) -> bool:
        """Whether the agreement is told as a signing."""
        head = token.head
        return self._tree.lemma(head) in _SIGNING and token.dep_ in {
            "obj",
            "nsubj:pass",
            "nmod",
            "obl",
        }

    def _carried_out(self, token: Token) -> bool:
        """Whether a joint exercise, project or exchange is told as done and not as talked of."""
        if (
            token.dep_ in {"obj", "nsubj", "nsubj:pass"}
            and self._tree.lemma(token.head) in _CARRYING
        ):
            return True
        return any(
            self._tree.unit(c).demonym or self._tree.unit(c).actors for c in token.children
        ) and self._tree.lemma(token) not in {"cooperation", "co-operation", "project", "exchange"}

    def _stands(self, token: Token, words: tuple[str, ...]) -> bool:
        start = token.i - len(words) + 1
        if start < 0:
            return False
        return tuple(t.lower_ for t in self._tree.doc[start : token.i]) == words[:-1]

    def _about(self, token: Token, frame: NounFrame) -> bool:
        return any(
            self._tree.lemma(t) in frame.about or t.lower_ in frame.about for t in token.subtree
        ) or any(
            m.office_kind in _DIPLOMATS for t in token.subtree for m in self._tree.unit(t).mentions
        )

    def _in_context(self, token: Token, frame: NounFrame) -> bool:
        near = {t.lower_ for t in token.subtree if abs(t.i - token.i) < 4}
        return bool(
            near & frame.needs_context - {token.lower_}
        ) or token.lower_ in frame.needs_context - {"call"}

    def _noun(self, noun: Token, frame: NounFrame) -> Candidate | None:
        verdict = self._status.of(noun)
        if verdict.status is None:
            return None
        made = Candidate(kind=frame.kind, trigger=noun.i, status=verdict.status, pattern="noun")
        made.confidence = 0.85 * verdict.certainty
        made.according_to = self._told_by(noun)
        made.topics = self._topics(noun, frame)
        self._own_roles(made, noun, frame)
        own = len(made.everybody())
        if frame.light or frame.weak:
            self._governed(made, noun, frame)
        if frame.document or frame.kind is EventClass.AGREEMENT:
            for token in noun.subtree:
                if self._tree.unit(token).document is not None:
                    made.documents_at.append(token.i)
                    self._signatories(made, token)
        if len(made.everybody()) > own:
            made.pattern = "governed"
            made.confidence *= 0.9
        return made if made.roles else None

    def _own_roles(self, made: Candidate, noun: Token, frame: NounFrame) -> None:
        tree = self._tree
        for child in noun.children:
            dep, unit = child.dep_, tree.unit(child)
            case = tree.case(child)
            if dep == "nmod:poss":
                role = frame.poss
                found = tree.actors(child)
            elif (
                child.i < noun.i
                and not case
                and dep.partition(":")[0] in {"amod", "compound", "nmod"}
            ):
                role = (
                    frame.adjective
                    if unit.demonym or dep == "amod"
                    else (frame.compound or frame.adjective)
                )
                found = Found(unit.actors, unit.certainty * 0.9, child.i)
                if not unit.actors and dep == "compound":
                    found = tree.actors(child, deep=False)
            elif case and dep.partition(":")[0] in {"nmod", "obl"}:
                self._prepositional(made, child, case, frame)
                continue
            elif dep in {"acl", "acl:relcl"} and child.tag_ == "VBN":
                self._participle(made, child, frame)
                continue
            else:
                continue
            if role is not None and found:
                made.add(role, found.actors, found.certainty)

    def _prepositional(self, made: Candidate, child: Token, case: str, frame: NounFrame) -> None:
        tree = self._tree
        if case not in frame.preps:
            return
        role = frame.preps[case]
        if frame.kind is EventClass.VISIT and role is Role.TARGET:
            self._target_place(made, child)
            return
        if role is None:
            if frame.force and not made.of(Role.TARGET):
                self._where(made, child)
            return
        unit = tree.unit(child)
        if unit.place is not None and unit.mention is None:
            if frame.force:
                self._where(made, child)
            return
        found = tree.actors(child)
        if not found and frame.force:
            found = tree.owner(child)
        made.add(role, found.actors, found.certainty)

    def _participle(self, made: Candidate, child: Token, frame: NounFrame) -> None:
        """ "talks attended by X", "a meeting held between X and Y", "a visit made by X"."""
        agent = self._tree.agent(child)
        lemma = _stem(child)
        if agent and lemma in {
            "hold",
            "attend",
            "make",
            "pay",
            "sign",
            "conduct",
            "launch",
            "carry",
            "join",
            "chair",
            "co-chair",
            "host",
            "impose",
            "lead",
            "reach",
            "issue",
        }:
            role = self._default(frame.kind)
            if lemma in {"chair", "co-chair", "lead"} and frame.kind.symmetric:
                role = Role.CHAIR
            if lemma == "host" and frame.kind.symmetric:
                role = Role.HOST
            made.add(role, agent.actors, agent.certainty)
        for case, one in self._tree.obliques(child):
            role2 = frame.preps.get(case)
            if role2 is not None and case in {"between", "with", "on", "against", "to"}:
                found = self._tree.actors(one)
                made.add(role2, found.actors, found.certainty)

    @staticmethod
    def _default(kind: EventClass) -> Role:
        if kind is EventClass.VISIT:
            return Role.VISITOR
        if kind is EventClass.SIGNING:
            return Role.SIGNATORY
        return Role.PARTICIPANT if kind.symmetric else Role.SOURCE

    def _governed(self, made: Candidate, noun: Token, frame: NounFrame) -> None:
        """Roles that the verb above the noun gives it."""
        tree = self._tree
        head, dep = noun.head, noun.dep_
        steps = 0
        while (
            dep in {"conj", "appos", "nmod", "compound"}
            and head.pos_ in {"NOUN", "PROPN"}
            and steps < 3
        ):
            if dep in {"nmod", "compound"} and self._tree.lemma(head) not in _LIGHT_HEADS:
                return
            head, dep = head.head, head.dep_
            steps += 1
        if head == noun or head.pos_ not in {"VERB", "AUX"}:
            return
        role = self._default(frame.kind)
        lemma = self._tree.lemma(head)
        if dep in {"obj", "nsubj:pass"}:
            if frame.weak and lemma not in {
                "make",
                "issue",
                "give",
                "voice",
                "express",
                "reiterate",
                "deliver",
                "send",
                "launch",
                "renew",
                "provide",
                "offer",
                "extend",
            }:
                return
            self._light(made, head, frame, role)
        elif dep == "nsubj":
            for case, child in tree.obliques(head):
                if case in {"between", "with", "among"} and frame.preps.get(case) is not None:
                    found = tree.actors(child)
                    made.add(frame.preps[case] or role, found.actors, found.certainty)
        elif dep.startswith("obl") and frame.light:
            entered = frame.kind is EventClass.AGREEMENT and lemma in {"enter", "come", "arrive"}
            if entered or frame.kind in _TALKATIVE | {EventClass.SIGNING, EventClass.MEDIATION}:
                self._beside(made, noun, head, frame, role)

    def _light(self, made: Candidate, verb: Token, frame: NounFrame, role: Role) -> None:
        tree = self._tree
        lemma = _stem(verb)
        subject = tree.agent(verb) if tree.passive(verb) else tree.subject(verb)
        if subject and lemma in _ONLOOKING:
            subject = found_none()
        if subject:
            chosen = role
            if lemma in {"chair", "co-chair", "lead"} and frame.kind.symmetric:
                chosen = Role.CHAIR
            elif lemma in {"host", "welcome"} and frame.kind.symmetric:
                chosen = Role.HOST
            elif lemma in {"broker", "mediate", "facilitate"}:
                return
            made.add(chosen, subject.actors, subject.certainty * 0.95)
        for case, child in tree.obliques(verb):
            wanted = frame.preps.get(case)
            if wanted is None or case in {"of", "by", "in"}:
                continue
            if frame.kind is EventClass.VISIT:
                self._target_place(made, child)
                continue
            unit = tree.unit(child)
            if unit.place is not None and unit.mention is None:
                continue
            found = tree.actors(child)
            made.add(wanted, found.actors, found.certainty)

    def _beside(
        self, made: Candidate, noun: Token, verb: Token, frame: NounFrame, role: Role
    ) -> None:
        """ "X said after talks with Y", "X arrived for a meeting with Y"."""
        tree = self._tree
        cases = set(tree.cases(noun))
        if cases and not cases & _ATTENDED and frame.kind is not EventClass.AGREEMENT:
            return
        if len(made.of(Role.PARTICIPANT)) > 1 or made.of(Role.SOURCE):
            return
        subject = tree.patient_or_subject(verb)
        if not subject:
            return
        if frame.kind is EventClass.CONVENING and not cases & {
            "at",
            "in",
            "for",
            "during",
            "ahead",
            "before",
            "to",
        }:
            return
        made.add(role, subject.actors, subject.certainty * 0.8)

    def _session(self, token: Token) -> Iterator[Candidate]:
        """A named session: who is in its name, who held, chaired, hosted or attended it."""
        tree = self._tree
        unit = tree.unit(token)
        verdict = self._status.of(token)
        if verdict.status is None:
            return
        frame = next(f for _, f in self._triggers.nouns["summit"])
        made = Candidate(
            kind=EventClass.CONVENING, trigger=token.i, status=verdict.status, pattern="session"
        )
        made.confidence = 0.8 * verdict.certainty
        made.add(Role.PARTICIPANT, unit.inner, 0.9)
        self._own_roles(made, token, frame)
        self._governed(made, token, frame)
        if unit.session is not None:
            made.title = unit.session.title
        if made.roles:
            yield made


_SIGNING = frozenset(
    {"sign", "ink", "initial", "ratify", "signing", "signature", "ratification", "adopt"}
)
_CARRYING = frozenset(
    "hold conduct launch start begin stage carry complete resume kick conclude cancel suspend halt end "
    "postpone take implement open inaugurate freeze".split()
)
_LIGHT_HEADS = frozenset(
    "round series session day set number start beginning opening end close conclusion part hour bout "
    "couple week host sideline margin fringe series leg run stage ceremony pair string".split()
)
_ONLOOKING = frozenset(
    {
        "welcome",
        "praise",
        "hail",
        "criticise",
        "criticize",
        "condemn",
        "announce",
        "report",
        "discuss",
        "follow",
        "see",
        "watch",
        "want",
        "expect",
        "describe",
        "call",
        "reject",
        "mark",
        "note",
        "recall",
        "support",
        "boycott",
        "slam",
        "confirm",
        "cover",
        "oppose",
        "celebrate",
    }
)


def _stem(verb: Token) -> str:
    """The lemma, also of words with a prefix that a lemmatizer does not know: "co-chaired"."""
    word = verb.lower_
    if not word.startswith(("co-", "re-")):
        return verb.lemma_.lower()
    for ending in ("ed", "ing", "s"):
        if word.endswith(ending):
            return word.removesuffix(ending)
    return word


def found_none() -> Found:
    """Nobody."""
    return Found((), 0.0, -1)


def happened(status: Status) -> bool:
    """Whether the status is that of an event that took place."""
    return status is Status.HAPPENED


def sides(actors: list[Actor]) -> set[str]:
    """The states and organisations behind the actors, by key."""
    return {(a.represents or a).key for a in actors}
