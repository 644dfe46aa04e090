"""Questions to the parse of one collapsed paragraph, in Universal Dependencies."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from spacy.tokens import Doc

from ingest.mentions import MentionKind
from ingest.syntax import (
    FINITE,
    NOMINAL,
    PAST,
    SPANS,
    SUBJECTS,
    infinitive,
    misread,
    misread_over,
    reduced_clause,
)
from ingest.tokens import Token, parsed
from ingest.units import Unit

_SPOKEN = frozenset({"confer", "converse", "speak", "talk"})
"""What is done by telephone, and by nobody to anybody: "X and Y, of Z, talked by telephone"."""
_LENGTHS = frozenset({"kilometer", "kilometre", "km", "meter", "metre", "mile", "yard"})
_PHRASAL = {
    "call": frozenset({"off", "out", "over"}),
    "cut": frozenset({"off", "out", "over"}),
    "gun": frozenset({"down"}),
    "hand": frozenset({"off", "out", "over"}),
    "shoot": frozenset({"down"}),
    "take": frozenset({"in"}),
    "turn": frozenset({"off", "out", "over"}),
}
"""Verbs whose particles are taken for prepositions of their objects."""
_RETURNING = frozenset({"away", "back", "deep", "deeper", "further", "home"})
_UPON = frozenset({"against", "on", "upon"})
JUDGING = frozenset(
    {
        "condemn", "criticise", "criticize", "decry", "denounce", "deplore", "hail", "lament",
        "praise", "reject", "welcome",
    }
)  # fmt: skip
"""Verbs whose objects are things that happened somewhere."""
_RELATIVES = frozenset({"which", "whom", "that", "who"})
_TAKING_UP = frozenset({"which", "whom"})
_UNWANTED = frozenset({"persona", "personae", "personas"})
"""What "non grata" stands behind."""
_AIMS = frozenset({"acl", "advcl", "csubj"})
"""Relations of what somebody is to do."""
_AT = frozenset({"at", "during"})
_BROUGHT_UP = frozenset(
    {
        "accord", "agreement", "breakthrough", "compromise", "concern", "consensus", "deal",
        "difference", "headway", "issue", "matter", "progress", "question", "understanding",
    }
)  # fmt: skip
"""What one raises or reaches "in" talks, where one has no interest or point in them."""


class Parse:
    """A parsed paragraph with the unit of each token."""

    def __init__(
        self,
        doc: Doc,
        units: Sequence[Unit],
        lemmas: Mapping[str, str] = MappingProxyType({}),
        carriers: frozenset[str] = frozenset(),
        private: frozenset[str] = frozenset(),
        stateless: frozenset[str] = frozenset(),
    ) -> None:
        """``lemmas`` are those the lexicon knows, ``carriers`` the nouns states act through.

        ``private`` are nouns for people whose nationality says nothing of their state;
        ``stateless`` are those who fight for no state, be it the one in which they are.
        """
        self.doc, self.sentences = parsed(doc)
        self.units = units
        self._lemmas, self.carriers, self.private = lemmas, carriers, private
        self.stateless = stateless
        self._objects: dict[int, tuple[Token, ...]] = {}
        self._obliques: dict[int, tuple[tuple[str, Token], ...]] = {}
        self._passive: dict[int, bool] = {}
        self._read = [self._lemma_of(token) for token in self.doc]
        """Lemmas by token: rules ask for each some twenty times."""
        self.lemmas = frozenset(self._read)
        """All of them: most rules look for words that the paragraph does not have."""
        self._case = [self._case_of(token) for token in self.doc]
        """Prepositions by token."""

    def lemma(self, token: Token) -> str:
        """The lemma, lower case; of a word that reports, by the lexicon and not the model."""
        return self._read[token.i]

    def _lemma_of(self, token: Token) -> str:
        verb = token.pos_ in {"VERB", "AUX"} or token.tag_.startswith("VB") or misread(token)
        verb = verb or (token.dep_ == "advcl" and token.tag_ == "NN")  # "with X voting against"
        started = token.tag_ == "NNP" and token.is_sent_start  # "Howitzers were sent to X"
        plural = (token.tag_ == "NN" or started) and token.lower_.endswith("s")
        if verb or plural or token.tag_ == "NNS":
            known = self._lemmas.get(token.lower_)
            if known is not None:
                return known
        lemma = token.lemma_.lower()
        return f"{lemma[:-2]}an" if lemma.endswith("men") and token.tag_ == "NNS" else lemma

    def stem(self, verb: Token) -> str:
        """The lemma, also of words with a prefix that a lemmatizer does not know: "co-chaired"."""
        word = verb.lower_
        if word.startswith("chair"):
            return "chair"
        if not word.startswith(("co-", "re-")):
            return self.lemma(verb)
        for ending in ("ed", "ing", "s"):
            if word.endswith(ending):
                return word.removesuffix(ending)
        return word

    def unit(self, token: Token) -> Unit:
        """What the token stands for."""
        return self.units[token.i]

    def children(self, token: Token, *deps: str) -> Iterator[Token]:
        """The dependents of a token with one of the relations (or a subtype of one)."""
        for child in token.children:
            dep = child.dep_
            if dep in deps or dep.partition(":")[0] in deps:
                yield child

    def case(self, token: Token) -> str:
        """The preposition of a nominal, lower case; empty where it has none."""
        return self._case[token.i]

    @staticmethod
    def _case_of(token: Token) -> str:
        words = [c.lower_ for c in token.children if c.dep_ == "case" and c.i < token.i]
        if not words:  # "by both X and Y"
            both = (one for one in token.children if one.dep_ == "cc:preconj")
            words = [c.lower_ for one in both for c in one.children if c.dep_ == "case"]
        return words[-1] if words else ""

    def cases(self, token: Token) -> tuple[str, ...]:
        """All prepositions of a nominal with what is fixed to them: "ahead", "of"."""
        out: list[str] = []
        for child in token.children:
            if child.dep_ == "case" and child.i < token.i:
                out.append(child.lower_)
                out.extend(c.lower_ for c in child.children if c.dep_ == "fixed")
            elif child.lower_ == "following" and child.dep_ == "amod" and not out:
                determined = any(c.dep_ == "det" for c in token.children)
                out.extend(() if determined else ("following",))  # ", following long talks"
        return tuple(out)

    def obliques(self, head: Token) -> Sequence[tuple[str, Token]]:
        """Each prepositional dependent with its preposition."""
        if not head.children:
            return ()
        found = self._obliques.get(head.i)
        if found is None:  # many rules ask
            found = self._obliques[head.i] = tuple(self._governed(head))
        return found

    def _governed(self, head: Token) -> Iterator[tuple[str, Token]]:
        for child in head.children:
            if child.dep_.partition(":")[0] in {"obl", "nmod"} and child.dep_ not in {
                "nmod:poss",
                "obl:agent",
                "obl:tmod",
            }:
                case = self.case(child)
                if case:
                    yield case, self._relative(head, child)
                else:
                    yield from self._governed_within(child)
                if case == "by" and head.pos_ == "VERB":
                    yield from self._upon(child)
            elif child.dep_ in _AIMS and (doer := self._for_whom(child)) is not None:
                yield "for", doer
            elif child.dep_ == "advcl" and head.pos_ == "VERB":
                yield from self._called_upon(child)
            elif child.dep_ == "conj" and child.pos_ in NOMINAL and head.pos_ == "VERB":
                case = self.case(child)  # "met with X, and with Y"
                if case:
                    yield case, child
            elif child.lower_ in _RETURNING and child.dep_.startswith(("advmod", "compound")):
                yield from self.obliques(child)  # "sent its ambassador back to X"
            elif child.dep_ == "obl:agent" and head.pos_ == "VERB":
                if self._acts(head):
                    yield "by", child  # "followed a trip to X | by Y"
                yield from self._upon(child)
            elif child.dep_ == "obj" and child.lemma_.lower() in _LENGTHS:
                yield from self.obliques(child)  # "advanced ten miles into X"

    def _relative(self, verb: Token, token: Token) -> Token:
        """What a pronoun before the verb of its clause takes up: "X, on which Y put sanctions"."""
        if token.lower_ not in _TAKING_UP or token.i > verb.i:
            return token
        if verb.dep_ in {"acl", "acl:relcl"}:
            return self._antecedent(verb, token)
        at = token.left_edge.i - 2  # parsed apart from who stands before the comma
        behind = at >= 0 and self.doc[at + 1].text == "," and verb.dep_ == "advcl"
        return self.doc[at] if behind and self.doc[at].pos_ in NOMINAL else token

    def at_talks(self, noun: Token) -> bool:
        """Whether a noun that hangs on an object tells where the verb was done.

        "Reached agreement | at talks", not "the agreement of those talks".
        """
        what = noun.head
        case = self.case(noun) if noun.dep_ == "nmod" and noun.i > what.i else ""
        where = case in _AT or (case == "in" and self.lemma(what) in _BROUGHT_UP)
        return where and what.dep_ == "obj" and what.head.pos_ == "VERB" and what.i > what.head.i

    def behind(self, head: Token, *cases: str) -> Iterator[Token]:
        """What hangs on the head by one of the prepositions."""
        return (child for case, child in self.obliques(head) if case in cases)

    def _governed_within(self, token: Token) -> Iterator[tuple[str, Token]]:
        """What stands before a name with the preposition of both: "[on X's company] Y".

        Before a noun also whose it is: "concerned [about X's missile] tests".
        """
        for child in self.children(token, "compound", "nmod:poss"):
            if child.i < token.i and (case := self.case(child)):
                owned = child.dep_ == "nmod:poss" or self.unit(token).actors
                yield case, token if owned else child

    @staticmethod
    def _called_upon(clause: Token) -> Iterator[tuple[str, Token]]:
        """Those of whom the parse makes the subjects of what is to be done.

        "Called upon X to act", "spoke today with X to follow up": behind a comma, "with talks to
        follow" names nobody with whom it is done.
        """
        marks = {c.lower_ for c in clause.children if c.dep_ == "mark"}
        first = clause.left_edge
        if "upon" in marks or {"on", "to"} <= marks:
            yield from (("upon", c) for c in clause.children if c.dep_ == "nsubj")
        elif {"with", "to"} <= marks and first.lower_ == "with" and first.nbor(-1).text != ",":
            yield from (("with", c) for c in clause.children if c.dep_ == "nsubj")

    @staticmethod
    def _acts(verb: Token) -> bool:
        """Whether a verb is active, so that nobody can be its agent."""
        around = {c.dep_ for c in verb.children}
        return verb.tag_ in FINITE and {"nsubj", "obj"} <= around and "aux:pass" not in around

    @staticmethod
    def _for_whom(clause: Token) -> Token | None:
        """Who is to do something: "the need for X to act", "it is time for X to act"."""
        marked = any(c.dep_ == "mark" and c.lower_ == "for" for c in clause.children)
        if not marked or not infinitive(clause):
            return None
        return next((c for c in clause.children if c.dep_ == "nsubj"), None)

    def _upon(self, agent: Token) -> Iterator[tuple[str, Token]]:
        """On whom it is done, where the parse hangs that on who does it: "imposed by X on Y"."""
        return ((case, one) for case, one in self.obliques(agent) if case in _UPON)

    def passive(self, verb: Token) -> bool:
        """Whether the verb is in the passive, or a bare past participle after a noun."""
        found = self._passive.get(verb.i)
        if found is None:  # many rules ask
            found = self._passive[verb.i] = self._undergone(verb)
        return found

    def _undergone(self, verb: Token) -> bool:
        helped = any(c.dep_ == "aux:pass" for c in verb.children)
        if not helped and verb.tag_ in PAST and any(c.dep_ == "obj" for c in verb.children):
            return False  # "a strike killed four militants", whatever the parse calls the strike
        if helped or any(c.dep_ == "nsubj:pass" for c in verb.children):
            return self.lemma(verb) != "arrive"  # what nobody does to anybody
        if misread(verb) or self.lemma(verb) == "arrive":
            return False
        done = any(c.dep_ == "obl:agent" for c in verb.children)  # "a hospital hit by X"
        if done and verb.tag_ == "VBN" and verb.dep_ == "conj":
            # "was accepted by X and rejected by Y", "talks hosted and mediated by X"
            return self.passive(verb.head) or reduced_clause(verb.head)
        if done and verb.tag_ == "VBN" and verb.dep_ == "ROOT":
            return self.lemma(verb) not in _SPOKEN  # "a summit co-chaired by X"
        return (
            (verb.tag_ == "VBN" or (done and verb.tag_ == "VBD"))
            and verb.dep_ in {"acl", "advcl", "amod", "xcomp"}
            and not any(c.dep_ in {"aux", "obj"} for c in verb.children)
            and (done or verb.dep_ != "advcl" or not any(c.dep_ == "nsubj" for c in verb.children))
        )

    def objects(self, verb: Token) -> list[Token]:
        """What the verb acts on; in the passive its subject."""
        found = self._objects.get(verb.i)
        if found is None:  # many rules ask
            found = self._objects[verb.i] = tuple(self._acted_on(verb))
        return list(found)

    def retained(self, verb: Token) -> list[Token]:
        """What somebody is given, who is the subject: "X was granted | a loan by Y"."""
        if not self.passive(verb):
            return []
        return [c for c in verb.children if c.dep_ == "obj" and c.i > verb.i]

    @staticmethod
    def raised(verb: Token) -> Token | None:
        """The object that the parse takes for a subject: "accusing | X of doing it"."""
        if verb.lemma_ != "accuse" or verb.i + 2 >= len(verb.doc):
            return None
        for one in verb.doc[verb.i + 1 : verb.i + 3]:
            of = any(c.lower_ == "of" and c.i > one.i for c in one.head.children)
            if one.dep_ == "nsubj" and one.head.tag_ == "VBG" and of:
                return one
        return None

    def _acted_on(self, verb: Token) -> list[Token]:
        if self.passive(verb):
            out = [c for c in verb.children if c.dep_ == "nsubj:pass"]
            if verb.dep_ == "acl:relcl":  # "talks, which are mediated by X"
                out = [self._antecedent(verb, c) for c in out]
            if not out and verb.dep_ in {"acl", "acl:relcl"}:
                out = [verb.head]
            out = out or [c for c in verb.children if c.dep_ == "nsubj"]
            if not out and verb.dep_ == "xcomp":
                # "accused X, backed by Y, of", "expelled an envoy accused of spying"
                out = [c for c in verb.head.children if c.dep_ == "obj" and c.i == verb.i - 1]
            if not out and verb.dep_ == "xcomp":  # "stands accused by"
                out = [c for c in verb.head.children if c.dep_ in SUBJECTS]
            fronted = verb.dep_ == "advcl" and verb.i < verb.head.i  # "Backed by X, Y rejected"
            being = any(c.lower_ == "being" for c in verb.children)  # ", being criticised by X"
            fronted = fronted or (verb.dep_ == "advcl" and being)
            if not out and (fronted or verb.dep_ == "conj"):  # "arrives and is received by"
                out = [c for c in verb.head.children if c.dep_ in SUBJECTS]
            return out
        if misread(verb):
            return [misread_over(verb)]
        out = [
            c
            for c in verb.children
            if c.dep_ == "obj"
            or (c.dep_ == "xcomp" and c.pos_ in {"NUM", "PROPN"})
            or (c.dep_ == "ccomp" and self._thing(c))
        ]
        out = [self._declared(c) for c in out]
        given = [c for c in verb.children if c.dep_ == "iobj"]
        if given and out and all(c.lemma_ in SPANS for c in out):
            out = given  # "gave X 48 hours to leave"
        elif out:  # "killed an officer and six members of X"
            out += [c for c in verb.children if c.dep_ == "conj" and self._listed(c)]
        out = out or [c for c in verb.children if self.parted(verb, c)]
        days = [c for c in verb.children if c.dep_ == "obl" and self.unit(c).date is not None]
        late = (*verb.children, *(c for day in days for c in day.children if c.dep_ == "appos"))
        out = out or [c for c in late if self._late(c, behind=bool(given))]
        raised = None if out or given else self.raised(verb)
        out = [raised] if raised is not None else out
        out = out or given or self._called(verb)
        out = out or self._before_that(verb)
        if not out:  # "dismissed as groundless a claim by X"
            ways = [c for c in verb.children if self._as(c)]
            out = [c for way in ways for c in way.children if c.dep_ == "obj"]
        if verb.dep_ in {"acl", "acl:relcl"}:  # "Qatar, which they accuse of"
            out = [self._antecedent(verb, c) for c in out]
        own = any(c.dep_ == "nsubj" for c in verb.children)
        that = any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children)
        if not out and own and that and verb.dep_ == "acl:relcl":
            return [verb.head]  # "the sanctions that X imposed on Y"
        if not out and own and verb.dep_ == "acl:relcl" and verb.head.dep_ == "appos":
            whose = any(c.lower_ == "whose" for c in verb.head.children)
            out = [verb.head] if whose else out  # "X, whose offer Y had rejected"
        if not out and own and verb.dep_ == "acl" and verb.tag_ in {"VBD", "VBZ", "VBP"}:
            return [verb.head]  # "the deal that X struck"
        if not out and own and verb.dep_ == "acl:relcl" and self._names(verb):
            return [verb.head]  # "a move X called illegal"
        if not out and verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.head.i < verb.i:
            # "praised and thanked Oman": the object may stand by the last verb only
            return out
        if not out:
            shared = [c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB"]
            for other in shared:
                if not any(c.dep_ == "obl" for c in verb.children):
                    out = [c for c in other.children if c.dep_ == "obj"]
        return out

    @staticmethod
    def _declared(token: Token) -> Token:
        """Who is declared unwanted, be it taken for a part of that: "| X | persona non grata"."""
        before = (c for c in token.children if c.dep_ == "compound" and c.i < token.i)
        return next(before, token) if token.lower_ in _UNWANTED else token

    def _before_that(self, verb: Token) -> list[Token]:
        """Who is told, be it taken for the subject of what: "warned | X | that there will be"."""
        behind = self.doc[verb.i + 1 : verb.i + 3]
        if len(behind) < 2 or behind[0].dep_ not in SUBJECTS or verb.tag_ not in FINITE | {"VBN"}:
            return []
        that = behind[1].lower_ == "that" and behind[1].dep_ == "mark"
        taken = (that or self.beside_told(behind[0])) and self.unit(behind[0]).actors
        return [behind[0]] if taken else []

    @staticmethod
    def beside_told(token: Token) -> bool:
        """Whether a subject is only who is told, before the real one: "assured | X | Y did"."""
        clause, teller = token.head, token.head.head
        first = clause.dep_ == "ccomp" and token.i == teller.i + 1 and teller.i < clause.i
        return first and any(c.dep_ in SUBJECTS and c.i > token.i for c in clause.children)

    def _antecedent(self, clause: Token, token: Token) -> Token:
        """What a pronoun of a relative clause takes up; the token itself where it takes up nothing.

        "Which" takes up no person: "a plan put forward by Smith, which Kenya accepted".
        """
        at = clause.head
        if token.lower_ not in _RELATIVES:
            return token
        while token.lower_ == "which" and self._person(at) and at.head != at:
            at = at.head
            while at.head != at and at.pos_ not in NOMINAL:
                at = at.head
        return at if at.pos_ in NOMINAL else clause.head

    def _person(self, token: Token) -> bool:
        """Whether it names a person."""
        mention = self.unit(token).mention
        return mention is not None and mention.kind is MentionKind.PERSON

    def parted(self, verb: Token, token: Token) -> bool:
        """Whether the verb's particle was taken for a preposition: "handed | over prisoners"."""
        wanted = _PHRASAL.get(self.lemma(verb)) if token.dep_ == "obl" else None
        if wanted is None:
            return False
        particles = (c for c in token.children if c.dep_ == "case" and c.i == verb.i + 1)
        return any(particle.lower_ in wanted for particle in particles)

    @staticmethod
    def _thing(clause: Token) -> bool:
        """Whether a noun was parsed as a clause: "condemned the missile | launches"."""
        inside = {c.dep_ for c in clause.children}
        noun = clause.tag_ == "NNS" or (clause.tag_ == "NN" and "nmod:poss" in inside)
        return noun and not inside & (SUBJECTS | {"cop", "mark", "obj"})

    def _late(self, token: Token, *, behind: bool) -> bool:
        """Whether an object was not seen as one: "condemned on Monday the attack", "X's launch".

        So are parts of many, "shot down 40 of the 50 drones", and what is ``behind`` who gets
        it: "granted X a loan".
        """
        owned = any(
            c.dep_ == "nmod:poss" or (c.dep_ in {"amod", "compound"} and self.unit(c).actors)
            for c in token.children
        )
        some = token.pos_ == "NUM" and any(case == "of" for case, _ in self.obliques(token))
        plain = token.dep_ in {"obl", "appos"} and not self.cases(token)
        bare = token.dep_ == "obl:unmarked" or plain
        unmarked = bare and token.i > token.head.i and self.unit(token).date is None
        return unmarked and (owned or some or (behind and self.lemma(token) not in SPANS))

    def _called(self, verb: Token) -> list[Token]:
        """What is called something, where both are read alike: "called the plan a trick"."""
        both = [c for c in self.children(verb, "xcomp") if c.pos_ in NOMINAL]
        return both[:1] if len(both) > 1 else []

    @staticmethod
    def _names(verb: Token) -> bool:
        """Whether it is said what something is: "called illegal", "described as a threat"."""
        names = (c for c in verb.children if c.dep_ == "xcomp" and c.i == verb.i + 1)
        as_ = any(c.lower_ == "as" for one in verb.children for c in one.children)
        return as_ or any(c.pos_ in {"ADJ", "NOUN"} for c in names)

    def _as(self, token: Token) -> bool:
        """Whether something is called so: "dismissed | as groundless | a claim"."""
        if token.dep_ == "obl":
            return self.case(token) == "as"
        marked = any(c.dep_ == "mark" and c.lower_ == "as" for c in token.children)
        return token.dep_ == "advcl" and token.pos_ == "ADJ" and marked

    def _listed(self, token: Token) -> bool:
        """Whether a noun that hangs on a verb goes on the list of its objects."""
        clause = any(c.dep_ in SUBJECTS or c.dep_ == "cop" for c in token.children)
        return token.pos_ in NOMINAL and not clause and not self.case(token)

    def pronoun(self, token: Token) -> bool:
        """Whether the token is a pronoun that was resolved."""
        mention = self.unit(token).mention
        return mention is not None and mention.kind is MentionKind.PRONOUN

    def judged_in(self, place: Token) -> Token | None:
        """What is judged, right before where it is: "condemned the coup | in X".

        None where the place does not hang on a verb that judges.
        """
        verb, start = place.head, place.left_edge.i
        if place.dep_ != "obl" or self.case(place) != "in" or self.lemma(verb) not in JUDGING:
            return None
        return next((one for one in self.objects(verb) if one.right_edge.i == start - 1), None)

    def strayed(self, verb: Token) -> bool:
        """Whether a verb was hung on a noun before it: "asked Y for help and blamed Z"."""
        hung = verb.dep_ == "conj" and verb.head.pos_ in NOMINAL and verb.tag_ in PAST
        if not hung or any(c.dep_ in SUBJECTS or c.dep_ == "cop" for c in verb.head.children):
            return False
        acted = any(c.dep_ == "obj" for c in verb.children)
        return acted and self.governor(verb.head).tag_ in FINITE

    @staticmethod
    def governor(token: Token) -> Token:
        """The verb over a nominal."""
        at = token
        while at.head != at and at.pos_ not in {"VERB", "AUX"}:
            at = at.head
        return at
