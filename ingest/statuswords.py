"""What governing words say of the event under them, from ``data/lexicon/status.toml``."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from graph.errors import KnowledgeError

STATUS = "lexicon/status.toml"
_TABLES = ("adjectives", "prepositions", "modals")


@dataclass(frozen=True, slots=True)
class StatusWords:
    """What governing words say of the event under them."""

    planned: frozenset[str]
    unreal: frozenset[str]
    real: frozenset[str]
    performed: frozenset[str]
    """Verbs that are done by saying that one wants to: "I wish to thank"."""
    called_off: frozenset[str]
    adjectives: dict[str, frozenset[str]]
    prepositions: dict[str, frozenset[str]]
    modals: dict[str, frozenset[str]]
    negative: frozenset[str]
    """Words of judgement: "mistake", "dangerous", "violate"."""
    positive: frozenset[str]
    """Words of praise, of one word or two: "encouraging", "right direction"."""
    owed: frozenset[str]
    """What one is blamed for not doing: "is not honouring the truce"."""
    misdeeds: frozenset[str]
    """What is a reproach by its name: "X's interference continues"."""
    abetting: frozenset[str]
    """Verbs that are a reproach where it is done for bands: "arms the rebels"."""
    bands: frozenset[str]
    """What those are called."""
    befalling: frozenset[str]
    """What befalls who it is said of, and is no reproach: "faces serious problems"."""
    arms: frozenset[str]
    """What is destroyed to nobody's blame: "has destroyed its missiles"."""


def status_words(table: Mapping[str, Any]) -> StatusWords:
    """The words of the file; raises `KnowledgeError` that says which list is missing."""
    lists = {**table, **table.get("judgement", {})}
    values: dict[str, Any] = {}
    for name in (each.name for each in fields(StatusWords)):
        found = lists.get(name)
        if name in _TABLES and isinstance(found, dict):
            values[name] = {key: _words(f"{name}.{key}", some) for key, some in found.items()}
        else:
            values[name] = _words(name, found)
    return StatusWords(**values)


def _words(name: str, found: object) -> frozenset[str]:
    if not isinstance(found, list) or not all(isinstance(word, str) for word in found):
        raise KnowledgeError(f"data/{STATUS}: {name} must be a list of words")
    return frozenset(found)
