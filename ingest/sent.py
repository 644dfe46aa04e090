"""Whom a state sends to talks told before: "Peru sent X", "Y headed Kenya's delegation"."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from graph.model import Actor, ActorClass
from ingest.delegates import of_delegation
from ingest.nominals import MADE_OF, NOBODY, Found
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.triggers import Grammar

_ENVOYS = frozenset({"delegate", "delegation", "envoy", "observer", "official", "representative"})


class Sent:
    """Reads who came to talks for others.

    ``about`` says whether the clause of a verb names no other occasion than those talks, ``meant``
    whether words take them up.
    """

    def __init__(
        self,
        tree: Tree,
        words: Grammar,
        about: Callable[[Token], bool],
        meant: Callable[[Sequence[Token]], bool],
    ) -> None:
        self._tree, self._words = tree, words
        self._about_talks, self._talked_of = about, meant

    def sends(self, verb: Token) -> tuple[bool, Found]:
        """Whether somebody sent people of their own: "China sent its vice minister, X".

        Without a name it is the sender who was there: "the African Union sent observers".
        """
        tree = self._tree
        sending = tree.subject(verb)
        sender = sending.actors
        found = next(filter(None, map(tree.actors, tree.objects(verb))), NOBODY)
        own = len(sender) == 1 and bool(found)
        own = own and all(
            actor.kind is ActorClass.PERSON and actor.represents in {None, sender[0]}
            for actor in found.actors
        )
        people = [replace(actor, represents=sender[0]) for actor in found.actors] if own else []
        elsewhere = any(tree.behind(verb, "as", "for", "into")) or (
            any(tree.behind(verb, "to")) and not self._talked_of(list(tree.behind(verb, "to")))
        )
        here = not elsewhere and self._about_talks(verb)
        if set(found.actors) <= set(sender) and any(map(self._envoys, tree.objects(verb))):
            return here and not any(a.kind is ActorClass.PERSON for a in sender), sending
        return own and here, replace(found, actors=tuple(people)) if own else NOBODY

    def heads(self, verb: Token) -> tuple[bool, Found]:
        """Whether the verb says who headed a delegation to talks told before, and who."""
        tree = self._tree
        made_of = tree.stem(verb) in MADE_OF
        led = list(tree.children(verb, "nsubj") if made_of else tree.objects(verb))
        sides = [actor for one in led for actor in self._side(one)]
        stands = tree.stem(verb) == "represent"
        who = tree.doer(verb)
        own = any(map(self.officials, tree.children(verb, "obl:agent")))
        if stands and tree.passive(verb) and (own or not who):  # "Kenya was represented too"
            there = not any(tree.behind(verb, "as", "on"))
            return there and self._about_talks(verb), tree.patient_or_subject(verb)
        if stands and not tree.passive(verb) and sides and sides[0].kind is ActorClass.PERSON:
            people = all(actor.kind is ActorClass.PERSON for actor in who.actors)
            return people and self._about_talks(verb), who  # "Minister X represented him"
        each = {actor.represents for actor in who.actors}
        if stands and len(sides) > 1 and each == set(sides):  # "the four were represented by"
            return self._about_talks(verb), who
        if not (stands or any(map(self._delegation, led))) or len(sides) != 1:
            return False, NOBODY
        if made_of:  # "the Swiss delegation included X and Y"
            who = next(filter(None, (tree.actors(one) for one in tree.objects(verb))), NOBODY)
        heads = tuple(
            replace(head, represents=sides[0]) if head.represents is None else head
            for head in (*who.actors, *self._gapped(verb))
            if head.kind is ActorClass.PERSON
        )
        return self._about_talks(verb), replace(who, actors=tuple(dict.fromkeys(heads)))

    def officials(self, official: Token) -> bool:
        """Whether somebody's own officials stand for them: "represented by their ministers"."""
        mention = self._tree.unit(official).mention
        named = mention is not None and bool(mention.office) and mention.plural
        return named and not any(
            a.kind is ActorClass.PERSON for a in self._tree.unit(official).actors
        )

    def _envoys(self, sent: Token) -> bool:
        """Whether those who are sent speak for the sender: "a delegation", "their ministers"."""
        mention = self._tree.unit(sent).mention
        named = mention.name.lower().rpartition(" ")[2] if mention is not None else ""
        office = mention is not None and bool(mention.office)
        return office or bool({self._tree.lemma(sent), named.removesuffix("s")} & _ENVOYS)

    def _delegation(self, led: Token) -> bool:
        """Whether it is a delegation that somebody led: "the Swiss side", "Peru's delegation"."""
        mentions = self._tree.unit(led).mentions
        if not mentions:
            return self._tree.lemma(led) in self._words.delegations
        return any(of_delegation(mention, self._words.delegations) for mention in mentions)

    def _side(self, led: Token) -> Sequence[Actor]:
        """Whose delegation it is that somebody led."""
        return self._tree.unit(led).actors or self._tree.owner(led, inside=False).actors

    def _gapped(self, verb: Token) -> Iterator[Actor]:
        """Who headed others, where the verb is not said again.

        "Was led by X and Chile's by Y", "X led the Thai delegation and Y | the Lao one".
        """
        behind = verb.doc[verb.i + 1 : verb.sent.end]
        for token in behind:
            if token.lower_ == "one":
                yield from self._of_one(token)
            elif self._tree.passive(verb) and verb.doc[token.i - 1].lower_ == "by":
                heads = self._tree.unit(token).actors
                yield from (a for a in heads if a.represents is not None)

    def _of_one(self, one: Token) -> Iterator[Actor]:
        """Who headed "the Lao one": who is named right before it, or behind "by"."""
        doc, after = one.doc, one.i + 2
        state = self._tree.owner(one, inside=False).actors[:1]
        by = after < one.sent.end and doc[after - 1].lower_ == "by"
        head = doc[after] if by else doc[one.left_edge.i - 1]
        for actor in self._tree.unit(head).actors if state else ():
            if actor.represents in {None, state[0]}:
                yield replace(actor, represents=state[0])
