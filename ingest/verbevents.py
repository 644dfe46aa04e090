"""Events that verbs report: their roles stand in subject, objects and prepositions."""

from collections.abc import Iterator

from spacy.tokens import Token

from graph.model import ActorClass, EventClass, Role, Status
from ingest.candidates import Candidate
from ingest.mentions import MentionKind
from ingest.nominals import NOBODY, Found
from ingest.nounevents import NounEvents
from ingest.roles import BROKERED, DIPLOMATIC, TALKS, Roles, verbal
from ingest.status import StatusReader, Verdict
from ingest.strikes import Strikes
from ingest.targets import Targets
from ingest.tree import Tree
from ingest.triggers import Triggers, VerbFrame

_PARTICLES = frozenset({"down", "out", "off", "in", "up", "back"})
_ANSWERS = frozenset({EventClass.REJECTION, EventClass.ACCUSATION})
_WRITTEN = frozenset({EventClass.SIGNING, EventClass.AGREEMENT})
_ONTO = frozenset({"to", "on", "onto", "under", "upon"})
_ENDED = frozenset({EventClass.SANCTION, EventClass.AID, EventClass.COOPERATION})
_MOVING = frozenset({"enter", "cross", "deploy"})
"""Verbs of force that strike nobody by themselves."""
_CLAIMS = frozenset({"accusation", "allegation", "assertion", "charge", "claim", "criticism"})
"""What is rejected where it is called absurd."""
_VOWING = frozenset({"vow", "swear", "pledge", "promise", "threaten"})
_NOWHERE = frozenset({"effect", "force", "power", "office", "term", "light", "end", "agreement"})
"""Where nobody goes: "came into effect"."""
_AIMED = frozenset({"at", "against", "into", "over", "toward", "towards"})
"""Prepositions behind what is fired."""


class VerbEvents:
    """Reads the candidates of the verbs of one paragraph."""

    def __init__(
        self, tree: Tree, triggers: Triggers, roles: Roles, status: StatusReader, nouns: NounEvents
    ) -> None:
        self._tree, self._triggers, self._roles = tree, triggers, roles
        self._status, self._nouns, self._words = status, nouns, triggers.grammar
        self._strikes = Strikes(tree, triggers)
        self._targets = Targets(tree, triggers, roles, self._strikes)
        self.told: set[int] = set()
        """Nouns that a verb's event has told already: "imposed sanctions"."""

    def events(self, token: Token) -> Iterator[Candidate]:
        taken: set[EventClass] = set()
        for frame in self._frames(token):
            if frame.kind in taken:
                continue
            for candidate in self._verb(token, frame):
                taken.add(candidate.kind)
                yield candidate
            if frame.nouns and frame.kind in taken:
                return  # "expelled a diplomat" is nothing else as well

    def _frames(self, verb: Token) -> tuple[VerbFrame, ...]:
        """The frames of the verb; those of the verb with its particle first: "turn down"."""
        lemma, verbs = self._tree.lemma(verb), self._triggers.verbs
        for child in verb.children:
            if child.dep_ == "compound:prt" or child.lower_ in _PARTICLES:
                with_particle = verbs.get(f"{lemma} {child.lower_}")
                if with_particle is not None:
                    return with_particle
        return verbs.get(lemma, ())

    def _verb(self, verb: Token, frame: VerbFrame) -> Iterator[Candidate]:
        tree = self._tree
        verdict = self._verdict(verb, frame) if self._admits(verb, frame) else None
        if verdict is None or verdict.status is None:
            return
        objects = tree.objects(verb)
        chosen = self._chosen(verb, objects, frame) if frame.nouns else None
        if frame.nouns and chosen is None:
            return
        if any(tree.lemma(one) in frame.exclude_objects for one in objects):
            return
        status = verdict.status
        if chosen is not None:
            self.told.add(chosen.i)
            status = self._ended(verb, frame, status)
        made = Candidate(kind=frame.kind, trigger=verb.i, status=status)
        made.pattern = "judgement" if frame.judgement else "verb"
        made.confidence = 0.9 * verdict.certainty
        made.according_to = self._roles.told_by(verb)
        passive = tree.passive(verb)
        if frame.force and not passive and not objects and self._strikes.headline(verb):
            passive, objects = True, [c for c in verb.children if c.dep_ == "nsubj"]
        subject = self._doer(verb, frame, passive)
        if subject:
            self._act(made, verb, frame, subject)
        self._objects(made, verb, frame, objects, chosen)
        self._obliques(made, verb, frame, chosen)
        self._clauses(made, verb, frame)
        if frame.kind is EventClass.SIGNING:
            self._gathered(made, verb)
        if frame.document or frame.kind in _WRITTEN:
            self._documents(made, verb, objects)
        if frame.force:
            self._force(made, verb)
        self._aim(made, verb, frame, objects, unnamed=passive and not subject)
        self._refine(made, verb, frame, objects, unnamed=passive and not subject)
        yield from self._paired(made, verb)

    def _verdict(self, verb: Token, frame: VerbFrame) -> Verdict | None:
        """The status of what the verb tells; None where it tells of nothing that is."""
        if frame.kind is EventClass.SUPPORT and any(c.lower_ == "would" for c in verb.children):
            return None  # "would welcome X as a mediator"
        verdict = self._status.of(verb)
        offered = frame.kind is EventClass.MEDIATION and self._tree.lemma(verb.head) == "offer"
        if verdict.status is None and offered:
            return Verdict(Status.PLANNED, 0.8)  # "has offered to mediate"
        return verdict

    def _ended(self, verb: Token, frame: VerbFrame, status: Status) -> Status:
        """The status where the verb ends what its object names: "lifted sanctions"."""
        lemma = self._tree.lemma(verb)
        begun = frame.kind is EventClass.SANCTION and lemma == "freeze"
        if lemma not in self._triggers.status.called_off or begun:
            return status
        ends = frame.kind in _ENDED and status is Status.HAPPENED
        return Status.CALLED_OFF if ends else status

    def _doer(self, verb: Token, frame: VerbFrame, passive: bool) -> Found:
        """Who does what the verb tells."""
        tree = self._tree
        subject = tree.agent(verb) if passive else tree.subject(verb)
        if subject:
            return subject
        if frame.kind is EventClass.CONVENING and passive:
            return tree.patient_or_subject(verb.head)  # "Gathered in X, the ministers signed"
        if frame.listed:
            return self._targets.lister(verb)
        return self._strikes.wielder(verb, passive) if frame.force else NOBODY

    def _act(self, made: Candidate, verb: Token, frame: VerbFrame, subject: Found) -> None:
        """Puts who does it into the event."""
        clash = frame.force and self._tree.lemma(verb) in self._words.mutual
        others = any(case in {"with", "against"} for case, _ in self._tree.obliques(verb))
        if clash and len(subject.actors) > 1 and not others:
            made.add(frame.subject, subject.actors[:1], subject.certainty)
            made.add(Role.TARGET, subject.actors[1:], subject.certainty)
        elif frame.kind is EventClass.VISIT and frame.nouns:
            sender = tuple(a.represents or a for a in subject.actors)  # who is sent goes for them
            made.add(frame.subject, sender, subject.certainty)
        else:
            made.add(frame.subject, subject.actors, subject.certainty)

    def _force(self, made: Candidate, verb: Token) -> None:
        """What is particular to acts of force: vows, the weapon's own noun, where they strike."""
        vowed = verb.dep_ == "xcomp" and self._tree.lemma(verb.head) in _VOWING
        if made.status is Status.PLANNED and vowed:
            made.kind = EventClass.THREAT
            made.status = self._status.of(verb.head).status or made.status
        under = (verb, *self._tree.objects(verb))
        for case, deed in (pair for one in under for pair in self._tree.obliques(one)):
            if case == "for" and not made.of(Role.TARGET) and self._strikes.weapon(deed):
                self._strikes.claimed(made, deed)  # "claimed responsibility for an attack on X"
        if made.of(Role.TARGET):
            self.told.update(self._strikes.weapons(verb))  # "killed in an airstrike" is one event
        if self._tree.lemma(verb) not in self._words.policing | _MOVING:
            self._strikes.struck(made, verb)

    def _aim(
        self,
        made: Candidate,
        verb: Token,
        frame: VerbFrame,
        objects: list[Token],
        *,
        unnamed: bool,
    ) -> None:
        """Looks for the target where the verb's own words name none.

        ``unnamed`` says that a passive leaves out who does it.
        """
        if frame.kind is EventClass.VISIT:
            self._destination(made, verb)
        elif frame.kind is EventClass.REJECTION and unnamed:
            self._targets.kept_out(made, verb)
        elif made.of(Role.TARGET):
            return
        elif frame.kind is EventClass.THREAT:
            self._targets.threatened(made, verb)
        elif frame.kind is EventClass.AID and frame.nouns:
            self._targets.helped(made, verb)
        elif frame.kind is EventClass.REQUEST and not frame.must:
            self._targets.called_for(made, verb)
        elif frame.kind in _ANSWERS and not frame.judgement:
            self._targets.other_side(made, verb, objects)

    def _refine(
        self,
        made: Candidate,
        verb: Token,
        frame: VerbFrame,
        objects: list[Token],
        *,
        unnamed: bool,
    ) -> None:
        """The class where the words around the verb say more than the verb."""
        lemma = self._tree.lemma
        if frame.judgement and any(lemma(one) in _CLAIMS for one in objects):
            made.kind = EventClass.REJECTION  # "called the charge absurd"
        if unnamed and frame.kind in TALKS:
            made.confidence *= 0.9
        if made.kind is EventClass.MEETING:
            self._assembly(made, verb)
        if made.kind is EventClass.MEETING and self._roles.by_phone(verb):
            made.kind = EventClass.CALL
        elif made.kind is EventClass.MEETING and lemma(verb) == "speak":
            made.pattern = "spoke"
        elif made.kind is EventClass.MEDIATION:
            self._parties(made, objects)

    def _parties(self, made: Candidate, objects: list[Token]) -> None:
        """Between whom something was brokered: the parties of the talks, the deal, the truce."""
        nouns = [*objects, *reversed(list(self._tree.doc[made.trigger].sent))]
        for one in nouns:
            if made.of(Role.PARTICIPANT):
                return
            if verbal(one):
                continue
            for candidate in self._nouns.events(one, self._tree.lemma(one)):
                if candidate.kind in BROKERED:
                    parties = [a for a in candidate.everybody() if a not in made.everybody()]
                    made.add(Role.PARTICIPANT, tuple(parties), 0.8)
            if self._tree.unit(one).document is not None:  # told as a signing as well
                for case, child in self._tree.obliques(one):
                    if case in {"between", "with"}:
                        made.add(Role.PARTICIPANT, self._tree.actors(child).actors, 0.8)

    def _admits(self, verb: Token, frame: VerbFrame) -> bool:
        """Whether the words around the verb are those that the frame asks for."""
        near = {c.lower_ for c in verb.children} | {c.lemma_.lower() for c in verb.children}
        near |= {case for case, _ in self._tree.obliques(verb)}
        near |= {
            c.lower_ for one in self._tree.objects(verb) for c in self._tree.children(one, "amod")
        }
        if frame.guard and not (frame.guard & (near | {self._tree.lemma(verb)})):
            return False
        if frame.needs_any and not any(
            case in frame.needs_any for case, _ in self._tree.obliques(verb)
        ):
            if not (frame.infinitive or frame.that):
                return False
            if not any(c.dep_ in {"xcomp", "ccomp"} and verbal(c) for c in verb.children):
                return False
        if frame.listed and self._targets.listing(verb) is None:
            return False
        if frame.leaving and not any(t.lemma_ in {"leave", "pack", "depart"} for t in verb.subtree):
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
        if not objects or frame.kind is EventClass.REJECTION:  # "withdrew the US from a treaty"
            objects = [*objects, *(child for _, child in self._tree.obliques(verb))]
        apart = [c for c in verb.children if c.dep_ == "xcomp" and c.pos_ == "NOUN"]
        if frame.leaving:  # "ordered sixty diplomats to leave"
            clauses = self._tree.children(verb, "ccomp")
            apart += [c for one in clauses for c in one.children if c.dep_ == "nsubj"]
        for one in (*objects, *apart):  # "an arms embargo" may be parsed as two
            inside = [
                c for case, c in self._tree.obliques(one) if case == "of"
            ]  # "a cargo of maize"
            for token in (one, *self._tree.children(one, "conj"), *inside):
                lemma, unit = self._tree.lemma(token), self._tree.unit(token)
                if "@ambassador" in frame.nouns:
                    if unit.mention and any(m.office_kind in DIPLOMATIC for m in unit.mentions):
                        return token
                    if lemma in self._words.diplomats and not unit.actors:
                        return token
                    last = unit.mention.name.split()[-1:] if unit.mention is not None else []
                    if any(w.lower().removesuffix("s") in self._words.diplomats for w in last):
                        return token  # "Russian diplomats"
                elif (
                    lemma in frame.nouns
                    or self._unnamed(token, frame)
                    or token.lower_ in frame.nouns
                    or (unit.document is not None and frame.document)
                ):
                    return token
        return None

    def _unnamed(self, token: Token, frame: VerbFrame) -> bool:
        """Whether office-holders of nobody are named by one of the nouns: "senior officials"."""
        unit = self._tree.unit(token)
        if unit.actors or unit.mention is None or unit.mention.kind is not MentionKind.OFFICE:
            return False
        word = unit.mention.office.lower().split()[-1:]
        return any(w in frame.nouns or w.removesuffix("s") in frame.nouns for w in word)

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
                    of = frame.kind is not EventClass.REQUEST  # "demanded the release of X"
                    found = tree.actors(one) or tree.owner(one, of=of)
                    if frame.judgement and not self._targets.judged(verb, one):
                        continue
                    made.add(Role.TARGET, found.actors, found.certainty * 0.9)
            return
        for one in objects:
            if tree.unit(one).place is not None and frame.kind is EventClass.VISIT:
                continue
            found = tree.actors(one)
            if frame.infinitive_object and not found:
                found = tree.owner(one)
            policing = frame.force and tree.lemma(verb) in self._words.policing
            if tree.lemma(verb) == "seize":  # goods may be anybody's
                policing = tree.lemma(one) not in self._words.carriers | {"control"}
            private = tree.lemma(one) in tree.private - self._words.carriers
            if frame.kind is EventClass.SANCTION:
                private = tree.lemma(one) not in self._words.carriers
            if not found and frame.carrier and not (policing or private):
                found = tree.owner(one)
                found = Found(found.actors, found.certainty * 0.9, found.token)
            if frame.persons:
                found = self._targets.guests(one, found)
            if found:
                made.add(role, found.actors, found.certainty)
        if frame.force and not made.of(Role.TARGET):
            for one in objects:  # "fired a missile at X", which may be parsed as "missile at X"
                for case, child in tree.obliques(one):
                    if case in _AIMED and not made.of(Role.TARGET):
                        found = tree.actors(child) or tree.owner(child)
                        made.add(Role.TARGET, found.actors, found.certainty * 0.9)

    def _from_noun(self, made: Candidate, frame: VerbFrame, noun: Token) -> None:
        """Roles that hang on the object: "sanctions on X", "support for X", "X's ambassador"."""
        tree = self._tree
        listed = [c for c in tree.children(noun, "conj") if c.i > noun.i]
        near = [p for one in (noun, *listed) for p in tree.obliques(one)]
        near += [p for child in tree.children(noun, "nmod") for p in tree.obliques(child)]
        blamed = frame.kind is EventClass.ACCUSATION and any(
            case in {"over", "about", "against"}
            for case, _ in (*near, *tree.obliques(tree.doc[made.trigger]))
        )
        for case, child in near:  # "a loan of two millions for X" as well
            if blamed and case in {"to", "with"}:
                continue  # "a complaint to the court about X"
            role = frame.preps.get(case)
            if role is not None and not (made.of(role) and child.head != noun):
                found = tree.actors(child) or (tree.owner(child) if frame.carrier else NOBODY)
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
        if frame.kind is EventClass.SANCTION and not made.of(Role.TARGET):
            for case, child in near:  # "sanctions against officials in X", "tariffs on nuts from X"
                if case in {"in", "from"}:
                    found = tree.actors(child)
                    made.add(Role.TARGET, found.actors, found.certainty * 0.8)

    def _diplomat(self, made: Candidate, frame: VerbFrame, chosen: Token) -> None:
        """The state behind a recalled, expelled or summoned diplomat."""
        tree = self._tree
        unit = tree.unit(chosen)
        for mention in unit.mentions:
            if mention.name and mention.kind is MentionKind.PERSON and frame.diplomat == "of":
                made.add(Role.TARGET, unit.actors, unit.certainty)
                return
            entries = mention.of
            if frame.diplomat == "host" and mention.host:
                entries = mention.host
            actors = tuple(e.actor for e in entries)
            made.add(Role.TARGET, actors, 0.9)
        if made.of(Role.TARGET):
            return
        wanted = {"to", "in", "from", "of"} if frame.diplomat == "host" else {"of", "from"}
        for case, child in tree.obliques(chosen):
            if case in wanted:
                found = tree.actors(child)
                if not found or set(found.actors) <= set(made.of(Role.SOURCE)):
                    inner = [c for near, c in tree.obliques(child) if near in wanted]
                    found = tree.actors(inner[0]) if inner else found  # "its embassy in Beijing"
                made.add(Role.TARGET, found.actors, found.certainty * 0.9)
        if frame.diplomat == "of" and not made.of(Role.TARGET):
            found = tree.owner(chosen)
            made.add(Role.TARGET, found.actors, found.certainty)

    def _obliques(
        self, made: Candidate, verb: Token, frame: VerbFrame, chosen: Token | None
    ) -> None:
        tree = self._tree
        pairs = list(tree.obliques(verb))
        for _, child in tuple(pairs):  # "spoke by phone with X"
            if tree.lemma(child) in self._words.phones:
                pairs.extend(tree.obliques(child))
        if frame.kind is EventClass.ACCUSATION:  # "complained to the court about X": X is blamed
            pairs.sort(key=lambda pair: pair[0] in {"to", "with"})
        for case, child in pairs:
            if case not in frame.preps:
                continue
            forum = frame.kind is EventClass.ACCUSATION and case in {"to", "with"}
            if frame.nouns and forum and made.of(Role.TARGET):
                continue
            role = frame.preps[case]
            unit = tree.unit(child)
            if role is None:
                if frame.force and case in {"in", "near"} and not made.of(Role.TARGET):
                    self._strikes.where(made, child)
                continue
            if frame.kind is EventClass.VISIT:
                continue
            found = tree.actors(child)
            if not found and frame.carrier:
                found = tree.owner(child)
            if unit.place is not None and unit.mention is None:
                continue
            made.add(role, found.actors, found.certainty)

    def _clauses(self, made: Candidate, verb: Token, frame: VerbFrame) -> None:
        """Targets that are the subject of a clause: "demanded that X leave"."""
        tree = self._tree
        if made.of(Role.TARGET):
            return
        asked = any(
            c.dep_ == "xcomp" and (any(x.tag_ == "TO" for x in c.children) or not frame.needs_any)
            for c in verb.children
        )
        if frame.that and frame.object is None and asked and not frame.must:
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
            if frame.judgement and not self._roles.negative(child):
                continue
            for inner in self._targets.judged_of(child) if frame.judgement else child.children:
                if inner.dep_ in {"nsubj", "nsubj:pass"}:
                    found = tree.actors(inner) or tree.owner(inner)
                    if frame.judgement and tree.passive(inner.head):
                        found = tree.agent(inner.head)  # "said X was poisoned": X is no culprit
                    made.add(Role.TARGET, found.actors, found.certainty * 0.85)
                    made.confidence *= 0.8

    def _assembly(self, made: Candidate, verb: Token) -> None:
        """ "EU foreign ministers met": a session of the organisation."""
        everybody = made.everybody()
        if len(everybody) != 1 or everybody[0].kind is not ActorClass.ORGANIZATION:
            return
        subject = self._tree.subject(verb)
        mention = self._tree.units[subject.token].mention if subject else None
        if mention is not None and mention.kind is MentionKind.OFFICE and mention.plural:
            made.kind = EventClass.CONVENING

    def _documents(self, made: Candidate, verb: Token, objects: list[Token]) -> None:
        """Which documents the verb or noun is about, and who signed with whom."""
        tree = self._tree
        under = [c for case, c in tree.obliques(verb) if case in _ONTO]
        for one in (*objects, *under):  # "put their signatures to the treaty", "agreed on a plan"
            made.documents_at.extend(self._listed(one))
            self._roles.signatories(made, one)

    def _listed(self, token: Token) -> list[int]:
        """The documents of a list: "a treaty and two accords", "a number of agreements"."""
        written = self._tree.unit(token).document is not None
        deeper = ("conj", "appos") if written else ("conj", "appos", "nmod")
        inner = (self._listed(child) for child in self._tree.children(token, *deeper))
        return [*([token.i] if written else []), *(at for each in inner for at in each)]

    def _gathered(self, made: Candidate, verb: Token) -> None:
        """Who makes a document where a session or its members do: "the summit of X adopted"."""
        subjects = () if made.roles else tuple(self._tree.children(verb, "nsubj"))
        for one in subjects:
            unit = self._tree.unit(one)
            gathering = unit.session is not None or self._tree.lemma(one) in self._words.gatherings
            if gathering:
                made.add(Role.SIGNATORY, unit.inner, 0.85)
                found = self._tree.owner(one)
                made.add(Role.SIGNATORY, found.actors, found.certainty)

    def _destination(self, made: Candidate, verb: Token) -> None:
        """Where a traveller went: a state, or the state of a town."""
        tree = self._tree
        frames = [f for f in self._triggers.verbs.get(self._tree.lemma(verb), ()) if f.travel]
        objects = tree.objects(verb) if not frames else []
        if frames and any(self._plain(one) for one in tree.objects(verb)):
            return  # "returned fire", "left the decision to"
        if any(tree.lemma(child) in _NOWHERE for _, child in tree.obliques(verb)):
            return  # "came into effect"
        for token in (
            *objects,
            *(c for case, c in tree.obliques(verb) if case in {"to", "in", "into", "for", "at"}),
        ):
            if made.of(Role.TARGET):
                return
            self._roles.target_place(made, token)

    def _plain(self, token: Token) -> bool:
        """Whether the noun names neither a state, a place nor a time."""
        unit = self._tree.unit(token)
        return token.pos_ == "NOUN" and not (unit.actors or unit.place or unit.date)

    def _paired(self, made: Candidate, verb: Token) -> Iterator[Candidate]:
        """ "India and Pakistan expel each other's diplomats": one event each way."""
        sources, targets = made.of(Role.SOURCE), made.of(Role.TARGET)
        if made.kind.symmetric or len(sources) != 2 or targets:
            yield made
            return
        words = {t.lower_ for t in verb.sent}
        if not words & self._words.paired:
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
