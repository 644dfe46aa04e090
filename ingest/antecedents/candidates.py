"""Whom a pronoun or a description may take up: one actor, several together, or nobody."""

from collections.abc import Iterator
from itertools import combinations, islice

from graph.model import Actor, ActorClass
from ingest.antecedents.trace import Seen, Trace
from ingest.mentions import Mention, MentionKind
from ingest.referents import Referent, Setting, side_key

Antecedent = tuple[Actor, ...]
"""Whom a mention means; empty where nobody."""
_OF_OTHERS = frozenset({"from", "of"})
"""Before those whom no table knows: "his counterparts of eight African states"."""
_RECENT = 10
_FREQUENT = 3
_SEVERAL = 5
_PAIRED = 4
"""Of each kind, how many are looked at."""


def anaphoric(mention: Mention, setting: Setting) -> bool:
    """Whether a mention takes up somebody: no "officials", no "elected as president"."""
    if mention.kind is MentionKind.COUNTERPART:
        return not mention.name and setting.behind not in _OF_OTHERS
    if mention.kind is MentionKind.OFFICE:
        pointed = setting.definite or mention.possessive or bool(setting.whose)
        return pointed or bool(mention.of and not setting.some)
    return mention.kind in {MentionKind.PRONOUN, MentionKind.GROUP} and not mention.body


def candidates(mention: Mention, rules: Referent, trace: Trace) -> list[Antecedent]:
    """Whom the mention may mean, each once, whatever their order; nobody and the rules first."""
    out: dict[frozenset[str], Antecedent] = {}
    for each in ((), rules.actors, *_all(mention, rules, trace)):
        out.setdefault(frozenset(actor.key for actor in each), each)
    return list(out.values())


def _all(mention: Mention, rules: Referent, trace: Trace) -> Iterator[Antecedent]:
    named = tuple(entry.actor for entry in mention.of)
    latest = list(trace.latest())
    if named:
        yield from ((actor,) for actor in named)
        keys = {actor.key for actor in named}
        yield from ((s.actor,) for s in latest if side_key(s.actor) in keys)
        if len(named) > 1:
            yield named
        if not _many(mention):
            return
    frequent = sorted(latest, key=lambda s: -s.times)[:_FREQUENT]
    yield from ((actor,) for actor in rules.actors)
    yield from ((seen.actor,) for seen in (*latest[:_RECENT], *frequent))
    for naming in reversed(trace.several[-_SEVERAL:]):
        yield naming.actors
        yield from _sides(naming.actors)
    if _many(mention):
        for kind in (True, False):
            near = islice((s for s in latest if _person(s) is kind), _PAIRED)
            often = (s for s in frequent if _person(s) is kind)
            close = {s.actor.key: s.actor for s in (*near, *often)}.values()
            for two in combinations(close, 2):
                if side_key(two[0]) != side_key(two[1]):
                    yield two


def _many(mention: Mention) -> bool:
    """Whether a mention may stand for several."""
    if mention.kind is MentionKind.PRONOUN:
        return mention.plural or mention.name.lower() in {"we", "us", "our"}
    return mention.plural or (mention.kind is MentionKind.GROUP and mention.count != 1)


def _person(seen: Seen) -> bool:
    return seen.actor.kind is ActorClass.PERSON


def _sides(actors: Antecedent) -> Iterator[Antecedent]:
    """The states and organisations of several people."""
    sides = {side_key(actor): actor.represents or actor for actor in actors}
    if len(sides) > 1 and tuple(sides.values()) != actors:
        yield tuple(sides.values())
