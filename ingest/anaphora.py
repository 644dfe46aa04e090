"""The words of ``data/lexicon/anaphora.toml``: what stands for actors that were named before."""

import functools
import tomllib
from dataclasses import dataclass, fields
from importlib.resources import files

from graph.errors import KnowledgeError
from ingest.authority import Authority, Entry
from ingest.folding import fold

_FILE = "lexicon/anaphora.toml"


@dataclass(frozen=True, slots=True)
class Impersonal:
    """Words beside "it" that say that it stands for nobody."""

    adjectives: frozenset[str]
    """What "it is …" goes on with where "it" stands for nobody."""
    judged: frozenset[str]
    """What it may go on with so where more follows: "it is wise to"."""
    told: frozenset[str]
    """What nobody in particular did: "it was said that"."""
    verbs: frozenset[str]
    """What "it" only introduces: "it seems that"."""
    lasting: frozenset[str]
    times: frozenset[str]
    """What behind those of ``lasting`` says how long: "it took three years"."""
    judging: frozenset[str]
    """What stands before "it" where more follows: "found it hard to"."""


@dataclass(frozen=True, slots=True)
class Anaphora:
    """Nouns and names that stand for several actors or for one named before."""

    sides: frozenset[str]
    persons: frozenset[str]
    several: frozenset[str]
    numbers: dict[str, int]
    organisation: frozenset[str]
    country: frozenset[str]
    named: frozenset[str]
    own: frozenset[str]
    band: frozenset[str]
    armed: frozenset[str]
    bodies: frozenset[str]
    capitals: frozenset[str]
    organs: dict[str, dict[str, Entry]]
    """By the noun for an organ, the keys of the organisations that have it, and which it is."""
    seats: dict[str, Entry]
    """By an office that one state alone has, the state: "the pope"."""
    names: dict[str, tuple[tuple[tuple[str, ...], tuple[Entry, ...]], ...]]
    """By the first word, the words of each name and whom it stands for."""
    impersonal: Impersonal
    halves: dict[str, dict[Entry, frozenset[str]]]
    """Whom "the North" may stand for, each with the keys of whom the article has to name."""

    def is_organisation(self, noun: str) -> bool:
        """Whether the noun ("bloc", "agency") stands for an organisation and no state."""
        return noun in self.organisation


@functools.cache
def load_anaphora(authority: Authority) -> Anaphora:
    """The shipped lists; raises `KnowledgeError` where the file is wrong or a key is unknown."""
    try:
        table = tomllib.loads((files("data") / _FILE).read_text(encoding="utf-8"))
        groups, single = table["groups"], table["single"]
        seats = {fold(o): _entry(authority, o, key) for o, key in table["seats"].items()}
        names: dict[tuple[str, ...], tuple[Entry, ...]] = {}
        for name, keys in table["names"].items():
            words = tuple(w for part in fold(name).split() for w in _tokens(part))
            found = tuple(_entry(authority, name, key) for key in keys)
            names[words] = found
            names[tuple(fold(name).split())] = found  # "inter-Korean" may be one token
        by_first: dict[str, list[tuple[tuple[str, ...], tuple[Entry, ...]]]] = {}
        for words, found in names.items():
            by_first.setdefault(words[0], []).append((words, found))
        return Anaphora(
            sides=frozenset(groups["nouns_of_sides"]),
            persons=frozenset(groups["nouns_of_persons"]),
            several=frozenset(groups["nouns_of_several"]),
            numbers=dict(groups["numbers"]),
            organisation=frozenset(single["organisation"]),
            country=frozenset(single["country"]),
            named=frozenset(single["named"]),
            own=frozenset(single["own"]),
            band=frozenset(single["band"]),
            armed=frozenset(single["armed"]),
            bodies=frozenset(single["bodies"]),
            capitals=frozenset(single["capitals"]),
            organs={
                noun: {
                    _entry(authority, noun, key).actor.key: _entry(authority, noun, organ)
                    for key, organ in organs.items()
                }
                for noun, organs in table["organs"].items()
            },
            seats=seats,
            names={first: tuple(named) for first, named in by_first.items()},
            impersonal=Impersonal(
                **{
                    each.name: frozenset(table["impersonal"][each.name])
                    for each in fields(Impersonal)
                }
            ),
            halves={
                part: {
                    _entry(authority, part, key): frozenset(
                        _entry(authority, part, each).actor.key for each in beside
                    )
                    for key, beside in states.items()
                }
                for part, states in table["halves"].items()
            },
        )
    except (KeyError, tomllib.TOMLDecodeError) as error:
        raise KnowledgeError(f"data/{_FILE}: {error}; see the sections of the file") from error


def _entry(authority: Authority, name: str, key: str) -> Entry:
    """Whom a key means that the file gives for a name; raises `KnowledgeError` where nobody."""
    entry = authority.by_key(key)
    if entry is None:
        raise KnowledgeError(f"data/{_FILE}: {name}: {key} is in no authority table")
    return entry


def _tokens(word: str) -> list[str]:
    out: list[str] = []
    for number, part in enumerate(word.split("-")):
        out.extend(["-", part] if number else [part])
    return out
