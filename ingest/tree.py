"""Questions to the parse of one collapsed paragraph, in Universal Dependencies."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from spacy.tokens import Doc, Token

from graph.model import Actor, ActorClass
from ingest.collapse import Unit
from ingest.mentions import MentionKind

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj"})
_RELATIVES = frozenset({"which", "whom", "that", "who"})
_VOICING = frozenset(
    {
        "adopt", "approve", "circulate", "deliver", "draft", "endorse", "introduce", "issue",
        "make", "pass", "propose", "publish", "release", "sign", "sponsor", "submit", "table",
    }
)  # fmt: skip
"""Verbs by which one speaks through a document."""
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_BEHIND = frozenset({"obj", "obl", "nmod", "conj", "appos"})
"""Relations of nouns that stand behind their verb."""
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


@dataclass(frozen=True, slots=True)
class Found:
    """Actors found at a place of the parse."""

    actors: tuple[Actor, ...]
    certainty: float
    token: int
    """Index of the token where they stand."""

    def __bool__(self) -> bool:
        return bool(self.actors)


NOBODY = Found((), 0.0, -1)


def misread(token: Token) -> bool:
    """Whether a verb was parsed as an adjective of its object: "Poland imposed sanctions"."""
    return token.dep_ == "amod" and any(c.dep_ == "nsubj" for c in token.children)


def _leading(title: str) -> bool:
    """Whether a short title begins with whose it is: "Israeli plan", "U.S. proposal"."""
    words = title.split()
    return (
        1 < len(words) < 5
        and title[:1].isupper()
        and not set(words) & {"on", "of", "against", "to"}
    )


class Tree:
    """A parsed paragraph with the unit of each token."""

    def __init__(
        self,
        doc: Doc,
        units: Sequence[Unit],
        lemmas: Mapping[str, str] = MappingProxyType({}),
        carriers: frozenset[str] = frozenset(),
        private: frozenset[str] = frozenset(),
    ) -> None:
        """``lemmas`` are those the lexicon knows, ``carriers`` the nouns states act through.

        ``private`` are nouns for people whose nationality says nothing of their state.
        """
        self.doc, self.units = doc, units
        self._lemmas, self._carriers, self.private = lemmas, carriers, private

    def lemma(self, token: Token) -> str:
        """The lemma, lower case; of a verb that reports, by the lexicon and not the model."""
        if token.pos_ in {"VERB", "AUX"} or token.tag_.startswith("VB") or misread(token):
            known = self._lemmas.get(token.lower_)
            if known is not None:
                return known
        lemma = token.lemma_.lower()
        return f"{lemma[:-2]}an" if lemma.endswith("men") and token.tag_ == "NNS" else lemma

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
        words = [c.lower_ for c in token.children if c.dep_ == "case" and c.i < token.i]
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

    def actors(self, token: Token, deep: bool = True) -> Found:
        """The actors that a nominal stands for, with those coordinated to it.

        ``deep`` looks inside "a delegation from France", "Russian troops", "officials of the EU".
        """
        unit = self.unit(token)
        found = list(unit.actors) if not unit.demonym else []
        certainty = unit.certainty if found else 1.0
        if (
            not found
            and unit.demonym
            and token.pos_ in _NOMINAL
            and token.dep_ not in {"amod", "compound"}
        ):
            found, certainty = list(unit.actors), 0.6
        if not found and deep and self.lemma(token) in self._carriers:
            inside = self.owner(token)
            found, certainty = list(inside.actors), inside.certainty * 0.9
        if not found:
            for child in self.children(token, "nmod", "obl"):
                if {"such", "including", "like"} & set(self.cases(child)):  # "allies such as X"
                    inner_found = self.actors(child, deep)
                    found, certainty = list(inner_found.actors), inner_found.certainty * 0.9
        if not found:
            for child in self.children(token, "appos"):
                inner = self.unit(child)
                if inner.actors and not inner.demonym:
                    found, certainty = list(inner.actors), inner.certainty * 0.9
                    break
        for child in self.children(token, "conj"):
            if child.pos_ in _NOMINAL:
                more = self.actors(child, deep)
                found.extend(more.actors)
                certainty = min(certainty, more.certainty) if more else certainty
        return Found(tuple(dict.fromkeys(found)), certainty, token.i) if found else NOBODY

    def owner(self, token: Token, *, inside: bool = True, of: bool = True) -> Found:
        """Whose a thing is: "Israel's attack", "the Israeli attack", "the attack by Israel".

        ``inside`` takes it for that of the state in which it is, where nothing else is said;
        ``of`` also for that of whom it is of.
        """
        for child in self.children(token, "nmod:poss"):
            found = self.actors(child, deep=True)
            if found:
                return found
        apart = any(self.lemma(c) in self.private for c in self.children(token, "compound"))
        for child in self.children(token, "amod", "compound", "nmod", "nmod:desc"):
            unit = self.unit(child)
            if unit.demonym and apart:  # "the Danish activist Ole Juhl"
                continue
            if (
                child.i < token.i
                and unit.actors
                and (unit.demonym or child.dep_ in {"compound", "nmod", "nmod:desc"})
                and not self.case(child)
            ):
                return Found(unit.actors, unit.certainty * 0.95, child.i)
            private = self.lemma(child) in self.private
            if child.dep_ == "compound" and not (
                unit.actors or private
            ):  # "a Russian drone strike"
                for inner in self.children(child, "amod"):
                    if self.unit(inner).demonym:
                        return Found(self.unit(inner).actors, 0.85, inner.i)
        own = self.unit(token)
        if own.document is not None and len(own.inner) == 1 and _leading(own.document.title):
            return Found(own.inner, 0.85, token.i)
        last = ("in", "between") if inside else ()
        for wanted in (("by",), ("from",), ("of",) if of else (), last):
            for child in self.children(token, "nmod", "obl"):
                if self.case(child) in wanted:
                    found = self.actors(child, deep=True)
                    if not found and wanted == ("of",) and inside:  # "the arrest of men in X"
                        found = self._inside(child)
                    if found:
                        return Found(found.actors, found.certainty * 0.85, found.token)
        for child in self.children(token, "acl"):
            found = self.agent(child) or self._own_subject(child)
            if found:
                return Found(found.actors, found.certainty * 0.85, found.token)
        return NOBODY

    def _inside(self, token: Token) -> Found:
        """The state in which what is told is."""
        for case, child in self.obliques(token):
            if case == "in" and (found := self.actors(child)):
                return self._lower(found, 0.85)
        return NOBODY

    def _own_subject(self, verb: Token) -> Found:
        """The subject that a relative clause has of its own: "drones that X had launched"."""
        for child in verb.children:
            if child.dep_ == "nsubj" and child.lower_ not in {"who", "which", "that"}:
                return self.actors(child)
        return NOBODY

    def passive(self, verb: Token) -> bool:
        """Whether the verb is in the passive, or a bare past participle after a noun."""
        if any(c.dep_ in {"aux:pass", "nsubj:pass"} for c in verb.children):
            return True
        if misread(verb):
            return False
        return (
            verb.tag_ == "VBN"
            and verb.dep_ in {"acl", "advcl", "amod", "xcomp"}
            and not any(c.dep_ in {"aux", "obj"} for c in verb.children)
        )

    def subject(self, verb: Token, depth: int = 0) -> Found:
        """Who does it; taken over from the governing verb where the verb has no subject itself."""
        for child in verb.children:
            if child.dep_ in _SUBJECTS or child.dep_ == "expl":
                if child.dep_ == "expl" and not self._named(child):
                    continue
                if child.lower_ in {"who", "which", "that"}:
                    if verb.dep_ == "ccomp":  # "said X, who last week rejected": parsed apart
                        return self._lower(self._before(child), 0.85)
                    break
                if self.unit(child).elided:
                    return self._begun(verb)
                found = self._acting(child)
                if not found and any(c.dep_ == "cop" for c in child.children):
                    found = self.patient_or_subject(child, depth + 1)  # "X is among those to act"
                return found
        if depth > 5:
            return NOBODY
        head = verb.head
        if head == verb and any(c.lower_ == "having" for c in verb.children):
            for child in self.children(verb, "parataxis", "conj", "ccomp"):
                return self._lower(self.patient_or_subject(child, depth + 1), 0.9)
        if verb.dep_ == "conj" and head.tag_ == "VB" and verb.tag_ in _FINITE and head.head != head:
            head = head.head  # "urged X to act and denounced …": the finite verb above
        if verb.dep_ == "conj" and head.pos_ in {"VERB", "AUX", "ADJ", "NOUN"}:
            return self._lower(
                self.subject(head, depth + 1)
                if not self.passive(head) or self.passive(verb)
                else self.patient_or_subject(head, depth + 1),
                0.95,
            )
        marked = any(c.dep_ == "mark" for c in verb.children)
        both = verb.tag_ in _FINITE and head.tag_ in _FINITE
        if verb.dep_ == "ccomp" and both and not marked and self._after_comma(verb):
            # "X protested, summoned Y and put off Z"
            return self._lower(self.subject(head, depth + 1), 0.85)
        if verb.dep_ in {"acl:relcl", "acl"}:
            if verb.dep_ == "acl" and verb.tag_ not in {"VBG", "VBN"}:
                if self.case(head) == "among":
                    return self._lower(self.patient_or_subject(head, depth + 1), 0.9)
                return self._lower(self.owner(head), 0.8) or self._lower(
                    self.subject(head.head, depth + 1), 0.7
                )
            if verb.tag_ == "VBG" and head.dep_ in _BEHIND and self._after_comma(verb):
                above = self._governor(head)  # "fired at X, saying that …"
                if above != head:
                    return self._lower(self.patient_or_subject(above, depth + 1), 0.9)
            found = self.actors(head)
            if not found and verb.dep_ == "acl:relcl":
                found = self.maker(head)
            if not found and any(c.dep_ == "cop" for c in head.children):
                found = self.patient_or_subject(head, depth + 1)  # "is a partner in supporting X"
            if not found and self.unit(head).document is not None:
                above = self._governor(head)  # "adopted a resolution that calls on X"
                found = self.subject(above, depth + 1) if above != head else NOBODY
            return self._lower(found, 0.9)
        if verb.dep_ in {"xcomp", "advcl", "parataxis", "ccomp"} and verb.tag_ in {
            "VB",
            "VBG",
            "VBN",
            "VBZ",
            "VBD",
            "VBP",
        }:
            marks = {c.lower_ for c in verb.children if c.dep_ == "mark"}
            if verb.tag_ == "VBG" and marks & {"for", "of"}:
                for one in self.objects(head):  # "condemned X for rejecting Y"
                    blamed = self.actors(one)
                    if blamed and one.i > head.i:
                        return self._lower(blamed, 0.9)
            if verb.dep_ == "xcomp":
                for child in head.children:
                    if child.dep_ in {"obj", "iobj"}:
                        controlled = self.actors(child)
                        if controlled:
                            return self._lower(controlled, 0.9)
            if verb.dep_ in {"xcomp", "advcl"} or verb.tag_ == "VBG":
                return self._lower(self.patient_or_subject(head, depth + 1), 0.9)
        return NOBODY

    def _acting(self, token: Token) -> Found:
        """The actors of a subject; people of whom only the nationality is told act for nobody."""
        found = self.actors(token)
        if not found and token.lower_ in {"i", "we"}:
            return self._on_behalf(token)
        private = not self.unit(token).actors and self.lemma(token) in self.private
        states = all(actor.kind is ActorClass.COUNTRY for actor in found.actors)
        return NOBODY if private and states else found

    def _on_behalf(self, token: Token) -> Found:
        """For whom an unknown speaker speaks: "On behalf of X, I salute …"."""
        for other in token.sent:
            if other.lower_ == "behalf":
                for case, child in self.obliques(other):
                    if case == "of":
                        return self._lower(self.actors(child), 0.8)
        return NOBODY

    def _named(self, token: Token) -> bool:
        """Whether a pronoun stands in the parse for what the text names: "it" for a state."""
        unit = self.unit(token)
        return bool(unit.actors) and not self.pronoun(token)

    def _before(self, relative: Token) -> Found:
        """Whom a relative pronoun stands behind."""
        at = relative.i - 1
        if at > 0 and self.doc[at].text == ",":
            at -= 1
        unit = self.units[at] if at >= 0 else None
        return Found(unit.actors, unit.certainty, at) if unit and unit.actors else NOBODY

    def _after_comma(self, verb: Token) -> bool:
        return verb.i > 0 and self.doc[verb.i - 1].text == ","

    @staticmethod
    def _governor(token: Token) -> Token:
        """The verb over a nominal."""
        at = token
        while at.head != at and at.pos_ not in {"VERB", "AUX"}:
            at = at.head
        return at

    def maker(self, document: Token) -> Found:
        """Who speaks through a document: "the council adopted a resolution that condemns X"."""
        if self.unit(document).document is None or document.dep_ not in {"obj", "nsubj:pass"}:
            return NOBODY
        verb = document.head
        if self.lemma(verb) not in _VOICING:
            return NOBODY
        return self._lower(self.agent(verb) if self.passive(verb) else self.subject(verb), 0.9)

    def _begun(self, verb: Token) -> Found:
        """Who is meant where a diary leaves the subject out: "Met with President X."

        It is the one with whom the sentences before began.
        """
        for at in range(verb.sent.start, -1, -1):
            token = self.doc[at]
            if token.dep_.startswith("nsubj") and not self.unit(token).elided:
                found = self.actors(token, deep=False)
                if found:
                    return Found(found.actors[:1], found.certainty * 0.8, found.token)
        return NOBODY

    def patient_or_subject(self, verb: Token, depth: int = 0) -> Found:
        """The grammatical subject, whether the verb is active or passive."""
        for child in verb.children:
            subject = child.dep_ in _SUBJECTS or (child.dep_ == "expl" and self._named(child))
            if subject and child.lower_ not in {"who", "which", "that"}:
                return self._acting(child) or self.actors(child)
        return self.subject(verb, depth)

    @staticmethod
    def _lower(found: Found, by: float) -> Found:
        return Found(found.actors, found.certainty * by, found.token)

    def agent(self, verb: Token) -> Found:
        """Who does it, in the passive: "by X"."""
        for child in verb.children:
            if child.dep_ == "obl:agent" or (
                child.dep_.startswith("obl") and self.case(child) == "by"
            ):
                found = self.actors(child)
                if found:
                    return found
        if self.passive(verb) and verb.i + 2 < len(self.doc):
            by, after = self.doc[verb.i + 1], self.doc[verb.i + 2]
            if by.lower_ == "by" and by.sent == after.sent and not self.unit(after).demonym:
                return self.actors(after, deep=False)  # "signed by X calling for": parsed apart
        return NOBODY

    def objects(self, verb: Token) -> list[Token]:
        """What the verb acts on; in the passive its subject."""
        if self.passive(verb):
            out = [c for c in verb.children if c.dep_ == "nsubj:pass"]
            if not out and verb.dep_ in {"acl", "acl:relcl"}:
                out = [verb.head]
            out = out or [c for c in verb.children if c.dep_ == "nsubj"]
            if not out and verb.dep_ == "conj":  # "arrives and is received by"
                out = [c for c in verb.head.children if c.dep_ in _SUBJECTS]
            return out
        if misread(verb):
            return [verb.head]
        out = [c for c in verb.children if c.dep_ == "obj"]
        out = out or [c for c in verb.children if c.dep_ == "iobj"]
        if not out:  # "dismissed as groundless a claim by X"
            ways = [c for c in verb.children if c.dep_ == "obl" and self.case(c) == "as"]
            out = [c for way in ways for c in way.children if c.dep_ == "obj"]
        if verb.dep_ == "acl:relcl":  # "Qatar, which they accuse of"
            out = [verb.head if c.lower_ in _RELATIVES else c for c in out]
        if not out and verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.head.i < verb.i:
            # "praised and thanked Oman": the object may stand by the last verb only
            return out
        if not out:
            shared = [c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB"]
            for other in shared:
                if not any(c.dep_ == "obl" for c in verb.children):
                    out = [c for c in other.children if c.dep_ == "obj"]
        return out

    def obliques(self, head: Token) -> Iterator[tuple[str, Token]]:
        """Each prepositional dependent with its preposition."""
        for child in head.children:
            if child.dep_.partition(":")[0] in {"obl", "nmod"} and child.dep_ not in {
                "nmod:poss",
                "obl:agent",
                "obl:tmod",
            }:
                case = self.case(child)
                if case:
                    yield case, child
            elif child.dep_ == "conj" and child.pos_ in _NOMINAL and head.pos_ == "VERB":
                case = self.case(child)  # "met with X, and with Y"
                if case:
                    yield case, child

    def pronoun(self, token: Token) -> bool:
        """Whether the token is a pronoun that was resolved."""
        mention = self.unit(token).mention
        return mention is not None and mention.kind is MentionKind.PRONOUN
