"""The names that an article itself uses for the actors of the tables: "ISIL" for Islamic State."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from graph.model import Actor, ActorClass, Event
from ingest.authority import Authority
from ingest.folding import fold
from ingest.mentions import MentionKind
from ingest.named import Named

_KINDS = frozenset({"name", "acronym", "metonym"})
_TELLING = frozenset({MentionKind.NAMED, MentionKind.DEMONYM})


class WordedNames:
    """Finds the names of the tables that an article calls its actors by."""

    def __init__(self, authority: Authority) -> None:
        names: dict[str, set[str]] = {}
        for surface, entry, kind in authority.names():
            group = kind == "demonym" and entry.actor.kind is ActorClass.ARMED_GROUP
            if kind in _KINDS or group:  # "Houthi forces"
                names.setdefault(entry.actor.key, set()).add(fold(surface))
        self._names = {key: frozenset(own) for key, own in names.items()}

    def used(self, mentions: Iterable[Named]) -> Mapping[str, tuple[str, ...]]:
        """By the key of each actor, what the article calls it, in the order of the text."""
        found: dict[str, dict[str, None]] = {}
        for each in mentions:
            mention = each.mention
            if mention.kind not in _TELLING or mention.body or len(each.actors) != 1:
                continue
            key = each.actors[0].key
            words = mention.name.split()
            heads = (" ".join(words[:end]) for end in range(len(words), 0, -1))
            known = self._names.get(key, frozenset())
            called = next((head for head in heads if fold(head) in known), None)
            if called is not None:  # "[ISIL] forces"
                found.setdefault(key, {}).setdefault(called)
        return {key: tuple(names) for key, names in found.items()}


def renamed(events: Iterable[Event], names: Mapping[str, tuple[str, ...]]) -> tuple[Event, ...]:
    """The events, their actors with the names that the article uses as aliases."""

    def called(actor: Actor) -> Actor:
        other = tuple(n for n in names.get(actor.key, ()) if n != actor.label)
        above = actor.represents and called(actor.represents)
        if not other and above is actor.represents:
            return actor
        return replace(actor, aliases=(*actor.aliases, *other), represents=above)

    return tuple(
        replace(
            event,
            participations=tuple(
                replace(part, actor=called(part.actor)) for part in event.participations
            ),
        )
        for event in events
    )
