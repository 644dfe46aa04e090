"""Talks that one has with several, one after another or apart: each is a meeting of its own.

"Met X in Paris and later Y in Rome", "spoke separately with X and Y", "both met X".
"""

from collections.abc import Iterator, Sequence

from graph.model import Actor, Place, Role
from ingest.candidates import Candidate
from ingest.checks import side
from ingest.roles import SPOKEN
from ingest.tokens import Token
from ingest.tree import Tree

_THEN = frozenset({"afterwards", "later", "subsequently", "then"})
_APART = frozenset({"individual", "individually", "separate", "separately"})
_EACH = frozenset({"both", "each"})
_OF_TWO = ("bilateral", "one-on-one", "one-to-one")
"""What talks are that two sides have: with partners of several, they are several talks."""
_SEVERAL = frozenset({"calls", "conversations", "encounters", "meetings"})
"""Talks that are counted: several of them with several partners are one with each."""
_ANOTHER = frozenset({"another", "one", "others"})
_AT = frozenset({"at", "in"})
_PARTNERS = frozenset({"to", "with"})


class Partings:
    """Tells talks with several apart, by the parse of a paragraph."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree

    def each(self, made: Candidate, trigger: Token) -> Iterator[Candidate]:
        """The talks as one event for each partner where they are told apart; else as they are."""
        if made.kind not in SPOKEN:
            yield made
            return
        verb = trigger if trigger.pos_ == "VERB" else trigger.head
        later = [(t, self._tree.actors(t)) for t in self._later(verb)]
        for _, found in later:
            made.drop(found.actors)
        for_itself = self._for_itself(verb)
        if for_itself and not self._partners(trigger, verb):
            return  # "X and Y both held meetings" of their own
        if for_itself or self._separate(trigger, verb) or self._of_two(trigger, verb):
            yield from self._one_by_one(made, trigger, verb)
        else:
            yield made
        rest = self._hosts(made, trigger, verb)
        for token, found in later if rest else ():
            talks = _talks(made, token.i, rest, found.actors, found.certainty)
            talks.place = self._there(token)
            yield talks

    def _later(self, verb: Token) -> Iterator[Token]:
        """Whom one met later: "met X in Paris and | later with Y | in Rome"."""
        for token in verb.subtree if verb.pos_ == "VERB" else ():
            then = any(c.lower_ in _THEN and c.i < token.i for c in token.children)
            partner = self._tree.case(token) == "with" or (
                token.dep_ == "conj" and not self._tree.case(token)
            )
            beside = token.i > verb.i and self._tree.governor(token) == verb
            later = (then and partner and beside) or (token.i > verb.i and self._again(token))
            if later and self._tree.actors(token):
                yield token

    def _again(self, token: Token) -> bool:
        """Whether one had talks of their own: "and another with Y", "and after that Y"."""
        before = tuple(t.lower_ for t in token.doc[max(0, token.i - 2) : token.i])
        if before == ("after", "that"):
            return token.dep_ in {"conj", "obl"}
        return before[-1:] == ("with",) and before[0] in _ANOTHER

    def _there(self, partner: Token) -> Place | None:
        """The place that is named behind the partner."""
        for token in partner.doc[partner.i : partner.sent.end]:
            place = self._tree.unit(token).place
            if place is not None and self._tree.case(token) in _AT:
                return place
        return None

    def _separate(self, trigger: Token, verb: Token) -> bool:
        """Whether the partners were talked with one by one."""
        words = [*self._tree.children(trigger, "amod", "advmod")]
        words += self._tree.children(verb, "advmod") if verb.pos_ == "VERB" else ()
        if any(word.lower_ == "respectively" for word in trigger.doc[trigger.i : trigger.sent.end]):
            return True  # "met X and Y in Lima and Oslo respectively"
        return any(word.lower_ in _APART for word in words)

    def _for_itself(self, verb: Token) -> bool:
        """Whether each of several does it for itself: "X and Y both met Z"."""
        words = self._tree.children(verb, "advmod", "det") if verb.pos_ == "VERB" else ()
        return any(word.lower_ in _EACH and word.i < verb.i for word in words)

    def _of_two(self, trigger: Token, verb: Token) -> bool:
        """Whether the talks were each of two sides, and the partners are of as many sides.

        Of "meetings" with several there was one with each, be they of one side.
        """
        if trigger.lower_ in _SEVERAL and len(self._partners(trigger, verb)) > 1:
            return True
        words = trigger.doc[trigger.left_edge.i : trigger.i]
        before = "".join(t.lower_ + t.whitespace_ for t in words)
        if not any(word in before for word in _OF_TWO):
            return False
        partners = self._partners(trigger, verb)
        return len(set(map(side, partners))) == len(partners) > 1

    def _partners(self, trigger: Token, verb: Token) -> list[Actor]:
        """Whom the clause names as those who were met."""
        heads = [trigger, verb] if verb.pos_ == "VERB" else [trigger]
        behind = [c for h in heads for c in self._tree.behind(h, *_PARTNERS)]
        objects = self._tree.objects(verb) if trigger == verb else []
        partners = [a for one in (*behind, *objects) for a in self._tree.actors(one).actors]
        return partners or self._between(trigger, verb)

    def _between(self, trigger: Token, verb: Token) -> list[Actor]:
        """Whom the first one met of "separate meetings between X and the ministers of Y and Z"."""
        if not self._separate(trigger, verb):
            return []
        heads = [trigger, verb, *self._tree.objects(verb)] if verb.pos_ == "VERB" else [trigger]
        both = (c for head in heads for c in self._tree.behind(head, "between"))
        return [a for one in both for a in self._tree.actors(one).actors][1:]

    def _hosts(self, made: Candidate, trigger: Token, verb: Token) -> dict[Actor, float]:
        """Those of the event who are not met, but meet."""
        partners = self._partners(trigger, verb)
        return {a: c for held in made.roles.values() for a, c in held.items() if a not in partners}

    def _one_by_one(self, made: Candidate, trigger: Token, verb: Token) -> Iterator[Candidate]:
        """One event of each with each: of one who meets several, or of several who meet one.

        None where nobody knows who met them.
        """
        hosts = self._hosts(made, trigger, verb)
        partners = tuple(a for a in made.everybody() if a not in hosts)
        if not hosts and len(partners) > 1:
            return
        if len({*map(side, hosts)}) == 1 and len(partners) > 1:
            for partner in partners:
                yield _talks(made, made.trigger, hosts, (partner,), made.certainty())
        elif len(hosts) > 1 and len(partners) == 1:
            for host, sure in hosts.items():
                yield _talks(made, made.trigger, {host: sure}, partners, made.certainty())
        else:
            yield made


def parted(talks: Candidate, told: Sequence[Candidate]) -> bool:
    """Whether its sentence tells of several talks apart, so that those of all together are none."""
    if talks.kind not in SPOKEN:
        return False
    here = [c.trigger for c in told if c.kind in SPOKEN and c.start == talks.start]
    return len(here) > len(set(here))


def _talks(
    made: Candidate,
    trigger: int,
    hosts: dict[Actor, float],
    partners: tuple[Actor, ...],
    certainty: float,
) -> Candidate:
    """Talks like those that were read, of the hosts with the partners."""
    talks = Candidate(kind=made.kind, trigger=trigger, status=made.status, pattern=made.pattern)
    talks.confidence, talks.topics = made.confidence * 0.95, list(made.topics)
    talks.according_to = made.according_to
    for actor, sure in hosts.items():
        talks.add(Role.PARTICIPANT, (actor,), sure)
    talks.add(Role.PARTICIPANT, partners, certainty)
    return talks
