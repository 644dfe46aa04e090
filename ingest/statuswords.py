"""What governing words say of the event under them, from ``data/lexicon/status.toml``."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from graph.errors import KnowledgeError

STATUS = "lexicon/status.toml"
_TABLES = {
    "adjectives": ("planned", "unreal", "called_off"),
    "prepositions": ("planned", "done", "unreal"),
    "modals": ("planned", "unreal"),
}
_TOPICS = ("own", "above", "judgement")


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
    untrue: frozenset[str]
    """What those call a charge who deny it: "a fabrication"."""
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
    # What hangs on a trigger or stands above it; the file says what each list is for.
    negations: frozenset[str]
    conditions: frozenset[str]
    taking_place: frozenset[str]
    denying: frozenset[str]
    refusing: frozenset[str]
    urging: frozenset[str]
    charging: frozenset[str]
    voicing: frozenset[str]
    not_telling: frozenset[str]
    expecting: frozenset[str]
    wishing: frozenset[str]
    glad: frozenset[str]
    awaited: frozenset[str]
    travelling: frozenset[str]
    affirming: frozenset[str]
    stances: frozenset[str]
    fostering: frozenset[str]
    fostered: frozenset[str]
    finishing: frozenset[str]
    held: frozenset[str]
    beginning: frozenset[str]
    happening: frozenset[str]
    settling: frozenset[str]
    arranging: frozenset[str]
    turning_down: frozenset[str]
    dealing: frozenset[str]
    reasoning: frozenset[str]
    issuing: frozenset[str]
    pending: frozenset[str]
    prospects: frozenset[str]
    striving: frozenset[str]
    failing: frozenset[str]
    sure: frozenset[str]
    endings: frozenset[str]
    journeys: frozenset[str]
    topics: frozenset[str]
    talks: frozenset[str]
    matters: frozenset[str]


def status_words(table: Mapping[str, Any]) -> StatusWords:
    """The words of the file; raises `KnowledgeError` that says which list is missing or unknown."""
    found = {name: words for name, words in table.items() if name not in _TOPICS}
    for topic in _TOPICS:
        found |= table.get(topic, {})
    tables = {name: _lists(found.pop(name, {}), keys, f"{name}.") for name, keys in _TABLES.items()}
    names = {each.name for each in fields(StatusWords)} - _TABLES.keys()
    values: dict[str, Any] = {**_lists(found, names), **tables}
    return StatusWords(**values)


def _lists(
    found: Mapping[str, object], names: Iterable[str], within: str = ""
) -> dict[str, frozenset[str]]:
    """The lists of these names, and of no others."""
    if strange := sorted(found.keys() - set(names)):
        raise KnowledgeError(f"data/{STATUS}: no list is called {within}{strange[0]}")
    out: dict[str, frozenset[str]] = {}
    for name in sorted(names):
        words = found.get(name)
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise KnowledgeError(f"data/{STATUS}: {within}{name} must be a list of words")
        out[name] = frozenset(words)
    return out
