"""Which actors a noun stands for, and whose a thing is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.model import Actor, ActorClass
from ingest.mentions import MentionKind
from ingest.parse import JUDGING, Parse
from ingest.syntax import FINITE, NOMINAL, adjoining
from ingest.tokens import Token
from ingest.units import Unit


@dataclass(frozen=True, slots=True)
class Found:
    """Actors found at a place of the parse."""

    actors: tuple[Actor, ...]
    certainty: float
    token: int
    """Index of the token where they stand."""

    def __bool__(self) -> bool:
        return bool(self.actors)


_NAMING = frozenset({"brand", "call", "consider", "deem", "describe", "label", "see", "term"})
_SUBJECTS = frozenset(
    {
        "challenge", "concern", "conflict", "crisis", "dispute", "hotspot", "issue", "matter",
        "problem", "question", "subject", "theme", "topic",
    }
)  # fmt: skip
"""What one talks about: "issues such as X" is not X."""
_PEOPLE = frozenset(
    {
        "ally", "country", "creditor", "delegate", "diplomat", "dignitary", "donor", "envoy",
        "faction", "government", "group", "leader", "lender", "mediator", "member", "minister",
        "nation", "neighbour", "neighbor", "official", "organisation", "organization", "partner",
        "party", "power", "president", "representative", "state", "statesman",
    }
)  # fmt: skip
_SOME = frozenset(
    {
        "couple", "dozen", "group", "handful", "host", "hundred", "majority", "number", "range",
        "score", "series",
    }
)  # fmt: skip
"""So many of those who are named: "a number of countries, including X and Y"."""
_ROLLS = frozenset(
    {
        "country", "government", "member", "nation", "party", "power", "signatory", "state",
    }
)  # fmt: skip
"""Those of whom a list may be said to be: "the countries taking part include X and Y"."""
MADE_OF = frozenset({"comprise", "include"})
_LEAVING = frozenset(
    {"departure", "evacuation", "exit", "expulsion", "pullout", "removal", "retreat", "withdrawal"}
)
"""What is from a place, and not of those there: "the withdrawal of troops from X"."""
_COMING = frozenset({"traveller", "traveler", "visitor"})
_REMOVING = frozenset(
    {
        "airlift", "bring", "deport", "drive", "eject", "evacuate", "exclude", "expel", "free",
        "keep", "liberate", "move", "oust", "protect", "pull", "push", "recall", "remove", "rescue",
        "save", "send", "take", "transfer", "withdraw",
    }
)  # fmt: skip
"""Verbs by which people are got away from where they are: "withdrew its troops from X"."""
_FIRING = frozenset({"fire", "launch"})
_SWORN = frozenset(
    {
        "affiliate", "affiliated", "align", "aligned", "allied", "ally", "associate", "associated",
        "belong", "close", "connect", "connected", "link", "linked", "loyal", "tie", "tied",
    }
)  # fmt: skip
"""Words, each with "to" or "with", for whose side somebody is on."""
FOES = frozenset(
    {"adversary", "ally", "critic", "enemy", "foe", "neighbor", "neighbour", "opponent", "rival"}
)
_HIT = frozenset({"against", "at", "in", "of", "on"})
"""Prepositions before those to whom a deed is done, and before where it is."""
_DEEP = 4
"""Steps of the parse from "whose" to its clause: "whose minister's refusal to leave"."""
NOBODY = Found((), 0.0, -1)


def _named(unit: Unit) -> bool:
    """Whether it is the name of one actor: "a Nigerian Air Force airstrike"."""
    return unit.mention is not None and unit.mention.kind is MentionKind.NAMED


def _unplaced(unit: Unit) -> bool:
    """Whether several hold an office of whom it is open whose: "leaders of 27 members of X"."""
    mention = unit.mention
    return mention is not None and mention.kind is MentionKind.OFFICE and mention.plural


_SHARES = frozenset(
    {
        "aspect", "conclusion", "content", "element", "finding", "idea", "most", "much", "outcome",
        "part", "point", "prospect", "provision", "result", "term", "terms", "text", "version",
    }
)  # fmt: skip
"""What a thing of others has, and is theirs as well: "the latest version of X's plan"."""
_DOINGS = frozenset(
    {
        "act", "action", "activity", "aggression", "attack", "build-up", "buildup", "campaign",
        "deployment", "drill", "exercise", "incursion", "interference", "manoeuvre", "maneuver",
        "meddling", "movement", "operation", "policy", "presence", "provocation", "raid", "strike",
        "test", "violation",
    }
)  # fmt: skip
"""What is its doer's, wherever it is done."""


def _leading(title: str) -> bool:
    """Whether a short title begins with whose it is: "Israeli plan", "U.S. plan for peace"."""
    words = title.partition(" for ")[0].split()
    return (
        1 < len(words) < 5
        and title[:1].isupper()
        and not set(words) & {"on", "of", "against", "to"}
    )


class Nominals(Parse):
    """The nominals of a parsed paragraph."""

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
            and (token.pos_ in NOMINAL or token.tag_ == "NNP")
            and token.dep_ not in {"amod", "compound"}
        ):
            found, certainty = list(unit.actors), 0.6
        if not found and deep and self.lemma(token) in self.carriers:
            inside = self.owner(token, inside=self.lemma(token) not in self.private)
            found, certainty = list(inside.actors), inside.certainty * 0.9
        if not found and unit.mention is not None and unit.mention.office_kind == "diplomat":
            for child in self.children(token, "nmod:poss"):  # "the Secretary-General's envoy"
                inner_found = self.actors(child, deep)
                found, certainty = list(inner_found.actors), inner_found.certainty * 0.9
        if not found and token.lower_ == "whose" and (owner := self._whose_head(token)) is not None:
            inner_found = self.actors(owner, deep=False)  # whose it is may stand in the clause
            found, certainty = list(inner_found.actors), inner_found.certainty * 0.95
        if not found and self.lemma(token) not in _SUBJECTS:
            for child in (*self.children(token, "nmod", "obl"), *self._listed_apart(token)):
                if {"such", "including", "like"} & set(self.cases(child)):  # "allies such as X"
                    inner_found = self.actors(child, deep)
                    found, certainty = list(inner_found.actors), inner_found.certainty * 0.9
        some_of = token.pos_ == "NUM" or self.lemma(token) in _SOME
        if not found and deep and (some_of or _unplaced(unit)):
            for case, child in self.obliques(token):  # "five of its troops", "leaders of members"
                if case == "of" and not found:
                    some = self.actors(child, deep)
                    if not some_of and any(a.kind is ActorClass.PERSON for a in some.actors):
                        continue  # "aides of X"
                    found, certainty = list(some.actors), some.certainty * 0.9
        if not found:
            for child in self.children(token, "appos"):
                inner = self.unit(child)
                if inner.actors and not inner.demonym and not adjoining(child):
                    found, certainty = list(inner.actors), inner.certainty * 0.9
                    break
        if not found and self.lemma(token) in _ROLLS:
            listed = self._said_to_be(token)
            found, certainty = list(listed.actors), listed.certainty * 0.9
        for child in self.children(token, "conj"):
            both = any(c.lower_ == "both" for c in child.children)  # "X and Y, both members of Z"
            if child.pos_ in NOMINAL and not both:
                more = self.actors(child, deep)
                found.extend(more.actors)
                certainty = min(certainty, more.certainty) if more else certainty
        at = self._taken_up(token) if unit.resumes else token.i
        return Found(tuple(dict.fromkeys(found)), certainty, at) if found else NOBODY

    @staticmethod
    def _whose_head(pronoun: Token) -> Token | None:
        """Whom "whose" takes up: "X, whose troops seized Y", "X, whose offer Y had rejected"."""
        at = pronoun.head
        for _ in range(_DEEP):
            if at.dep_ in {"acl", "acl:relcl", "appos"}:
                return at.head if at.head.i < pronoun.i and at.head.pos_ in NOMINAL else None
            at = at.head
        return None

    def _said_to_be(self, group: Token) -> Found:
        """Who a group is by its predicate: "the states that signed it | are | A, B and C"."""
        above = group.head
        if group.dep_ != "nsubj" or above.i < group.i:
            return NOBODY
        if self.lemma(above) in MADE_OF:
            return next(filter(None, map(self.actors, self.objects(above))), NOBODY)
        return self.equated(group)

    def equated(self, group: Token) -> Found:
        """The several that a group is said to be: "The Europeans were | X and Y"."""
        above = group.head
        linked = group.dep_ == "nsubj" and any(c.dep_ == "cop" for c in above.children)
        listed = self.actors(above) if linked else NOBODY
        return listed if len(listed.actors) > 1 else NOBODY

    def _taken_up(self, token: Token) -> int:
        """Where somebody stands whom a pronoun behind an aside takes up."""
        start = self.unit(token).start
        before = range(token.i - 1, token.sent.start - 1, -1)
        return next((at for at in before if self.units[at].start == start), token.i)

    def _listed_apart(self, token: Token) -> Sequence[Token]:
        """Where some of several who act may be named further on: "leaders met, such as X"."""
        many = token.tag_ == "NNS" and self.lemma(token) in _PEOPLE
        if not many and not _unplaced(self.unit(token)):
            return ()
        above = self.governor(token)
        others = [*self.children(above, "obl"), *self._behind_comma(above)]
        return [c for c in others if c.left_edge.i > token.i]  # nothing is entered twice

    def _behind_comma(self, verb: Token) -> Iterator[Token]:
        """What hangs behind a comma on what the verb acts on: "came to the feast, including X"."""
        for one in verb.children:
            if one.i > verb.i and one.pos_ in NOMINAL and self.lemma(one) not in _PEOPLE:
                waiting = [one, *self.children(one, "nmod")]
                for child in (c for noun in waiting for c in self.children(noun, "nmod")):
                    if self.doc[child.left_edge.i].text == ",":
                        yield child

    def owner(self, token: Token, *, inside: bool = True, of: bool = True) -> Found:
        """Whose a thing is: "Israel's attack", "the Israeli attack", "the attack by Israel".

        ``inside`` takes it for that of the state in which it is, where nothing else is said;
        ``of`` also for that of whom it is of.
        """
        if self._opposes(token):
            return NOBODY  # "China's rivals"
        if token.lower_ == "what":  # "what it called a provocation by X"
            said = [c for c in self.children(token, "acl:relcl") if self.lemma(c) in _NAMING]
            for one in (o for c in said for o in self.objects(c) if o != token):
                return self.actors(one) or self.owner(one, inside=inside, of=of)
        for child in self.children(token, "nmod:poss"):
            found = self.actors(child, deep=True)
            if found:
                return found
        apart = any(self.lemma(c) in self.private for c in self.children(token, "compound"))
        noun = token.tag_ == "NN" or (token.tag_ == "VBZ" and token.head.tag_ in FINITE)
        apart_too = ("nsubj",) if noun and token.dep_.startswith("nsubj") else ()
        for child in self.children(token, "amod", "compound", "nmod", "nmod:desc", *apart_too):
            unit = self.unit(child)
            if unit.demonym and apart:  # "the Danish activist Ole Juhl"
                continue
            if (
                child.i < token.i
                and unit.actors
                and (unit.demonym or child.dep_ != "amod" or _named(unit))
                and not self.case(child)
            ):
                return Found(unit.actors, unit.certainty * 0.95, child.i)
            private = self.lemma(child) in self.private
            if child.dep_ in {"amod", "compound"} and not (
                unit.actors or private
            ):  # "a Russian drone strike", "German diplomatic staff"
                for inner in self.children(child, "amod", "compound"):
                    own = self.unit(inner)
                    if own.demonym or (inner.dep_ == "compound" and _named(own)):
                        return Found(self.unit(inner).actors, 0.85, inner.i)
        own = self.unit(token)
        if own.document is not None and len(own.inner) == 1 and _leading(own.document.title):
            return Found(own.inner, 0.85, token.i)
        if own.document is not None and own.inner and own.inner[0].kind is ActorClass.ORGANIZATION:
            return Found(own.inner[:1], 0.85, token.i)  # "a Security Council resolution on X"
        anybodys = self.lemma(token).removesuffix("s") in self.stateless  # "killed jihadists in X"
        last = ("in", "between", "inside") if inside and not anybodys else ()
        whence = () if self.lemma(token) in _LEAVING else ("from",)
        for wanted in (("by",), whence, ("of",) if of else (), last):
            for child in self.children(token, "nmod", "obl"):
                if self.case(child) in wanted:
                    found = self.actors(child, deep=True)
                    if not found and wanted == ("by",):
                        continue
                    if not found and self.lemma(child) in _DOINGS:
                        found = self.owner(child, inside=False)  # "escalation of X's raids in Y"
                    if not found and wanted == ("of",) and inside:  # "the arrest of men in X"
                        found = self._inside(child)
                    if not found and wanted == ("of",) and self.lemma(token) in _SHARES:
                        found = self.owner(child, inside=inside)  # "the terms of X's offer"
                    if not found and wanted == last:  # "irregularities in X's election"
                        found = self._whose(child)
                    if found:
                        return Found(found.actors, found.certainty * 0.85, found.token)
        if whence and (found := self._parted(token)):
            return found
        for case, child in self.obliques(token):  # "the arrest of an activist by X"
            for within, one in self.obliques(child) if case in _HIT else ():
                if within == "by" and (found := self.actors(one)):
                    return self.lowered(found, 0.85)
        for child in self.children(token, "acl"):
            if self.lemma(child) in JUDGING:
                continue  # "a move condemned by X" is not X's
            found = self.agent(child) or self._own_subject(child) or self._fired_from(child)
            if found:
                return Found(found.actors, found.certainty * 0.85, found.token)
        if found := self.sworn(token) or self._led(token) or self._made_by(token):
            return found
        for child in self.children(token, "conj"):  # "the sovereignty and integrity of X"
            if of and child.pos_ == "NOUN" and child.i > token.i:
                return self.lowered(self.owner(child, inside=inside, of=of), 0.9)
        return NOBODY

    def _opposes(self, token: Token) -> bool:
        """Whether they are against those whose they are: "opponents of X", "X's rival tribes"."""
        before = (c for c in self.children(token, "amod", "compound") if c.i < token.i)
        return any(self.lemma(one) in FOES for one in (token, *before))

    def sworn(self, token: Token) -> Found:
        """For whom people fight who are said to be theirs: "forces loyal to X"."""
        for child in self.children(token, "amod", "acl", "acl:relcl"):
            if self.lemma(child) not in _SWORN or child.i < token.i:
                continue
            for case, one in self.obliques(child):
                if case in {"to", "with"} and (found := self.actors(one)):
                    return self.lowered(found, 0.85)
        return NOBODY

    def _made_by(self, token: Token) -> Found:
        """By whom an object is where the parse hangs them on its verb: "called the move by X a"."""
        at, verb = token.right_edge.i + 1, token.head
        if token.dep_ not in {"obj", "obl"} or at >= len(self.doc) or self.doc[at].lower_ != "by":
            return NOBODY
        for child in self.children(verb, "obl", "obl:agent", "nmod"):
            if self.doc[at] in child.children and not self.passive(verb):
                return self.lowered(self.actors(child), 0.85)
        return NOBODY

    def _parted(self, token: Token) -> Found:
        """Whose people are where the parse hangs that on the verb: "hosted a team | from X"."""
        verb = token.head
        people = self.lemma(token) in self.carriers | self.private | _COMING
        if token.dep_ != "obj" or not people or self.lemma(verb) in _REMOVING:
            return NOBODY
        for child in self.children(verb, "obl"):
            if self.case(child) == "from" and child.left_edge.i == token.i + 1:
                return self.lowered(self.actors(child), 0.85)
        return NOBODY

    def _led(self, token: Token) -> Found:
        """Who leads what others do as well: "the US-led invasion"."""
        for child in self.children(token, "amod"):
            if child.lower_ != "led":
                continue
            for one in self.children(child, "compound", "obl", "nsubj", "amod"):
                if one.i < child.i and self.unit(one).actors:
                    return Found(self.unit(one).actors, 0.8, one.i)
        return NOBODY

    def _whose(self, token: Token) -> Found:
        """Whose it is by a genitive."""
        for child in self.children(token, "nmod:poss"):
            if found := self.actors(child):
                return found
        unit = self.unit(token)
        if unit.document is not None and len(unit.inner) == 1:  # "in the ASEAN joint statement"
            return Found(unit.inner, 0.8, token.i)
        return NOBODY

    def _inside(self, token: Token) -> Found:
        """The state in which what is told is."""
        for case, child in self.obliques(token):
            if case == "in" and (found := self.actors(child)):
                return self.lowered(found, 0.85)
        return NOBODY

    def _fired_from(self, verb: Token) -> Found:
        """From whose territory something was fired: "a missile launched from X"."""
        for case, child in self.obliques(verb) if self.lemma(verb) in _FIRING else ():
            if case == "from" and (found := self.actors(child)):
                return found
        return NOBODY

    def _own_subject(self, verb: Token) -> Found:
        """The subject that a relative clause has of its own: "drones that X had launched"."""
        for child in verb.children:
            if child.dep_ == "nsubj" and child.lower_ not in {"who", "which", "that"}:
                return self.actors(child)
        return NOBODY

    def agent(self, verb: Token) -> Found:
        """Who does it, in the passive: "by X"."""
        for child in verb.children:
            if child.dep_ == "obl:agent" or (
                child.dep_.startswith("obl") and self.case(child) == "by"
            ):
                found = self.actors(child)
                if found:
                    return found
        beside = [child for _, child in self.obliques(verb)] if self.passive(verb) else []
        for child in (*beside, *self.retained(verb)):  # "was handed a note of protest | by X"
            for one in child.subtree:  # "was received on his arrival by X"
                done = one.dep_ == "nmod" and self.case(one) == "by"
                above = self.unit(one.head)
                apart = above.date is not None or above.place is not None
                if done and not apart and (found := self.actors(one)):
                    return self.lowered(found, 0.9)
        for inner in self.children(verb, "xcomp"):  # "was called a liar by X"
            for child in inner.children:
                if child.dep_ == "nmod" and self.case(child) == "by" and inner.pos_ == "NOUN":
                    return self.actors(child)
                urged = self.passive(verb) and inner.pos_ == "VERB" and not self.passive(inner)
                if urged and child.dep_.startswith("obl") and self.case(child) == "by":
                    return self.lowered(self.actors(child), 0.85)  # "was urged to go by X"
        if self.passive(verb) and verb.i + 2 < len(self.doc):
            by, after = self.doc[verb.i + 1], self.doc[verb.i + 2]
            if by.lower_ == "by" and by.sent == after.sent and not self.unit(after).demonym:
                return self.actors(after, deep=False)  # "signed by X calling for": parsed apart
        return NOBODY

    @staticmethod
    def lowered(found: Found, by: float) -> Found:
        return Found(found.actors, found.certainty * by, found.token)
