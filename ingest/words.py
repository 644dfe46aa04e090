"""The word lists of ``data/lexicon/actors.toml``, read once and checked."""

import functools
import tomllib
from dataclasses import dataclass, fields
from importlib.resources import files

from graph.errors import KnowledgeError

_FILE = "lexicon/actors.toml"


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases of one or more words, by their first word."""

    by_first: dict[str, tuple[tuple[str, ...], ...]]

    def end(self, folded: list[str], start: int) -> int:
        """Where the longest phrase that starts at token ``start`` ends; ``start`` if none does.

        What a hyphen binds to the next word is no such phrase: "X's state-owned bank".
        """
        starting = self.by_first.get(folded[start], ()) if start < len(folded) else ()
        for phrase in starting:
            end = start + len(phrase)
            if tuple(folded[start:end]) == phrase and folded[end : end + 1] != ["-"]:
                return end
        return start


@dataclass(frozen=True, slots=True)
class ActorWords:
    """Words around the names of actors; see the file for what each list means."""

    government: Phrases
    bodies: Phrases
    houses: frozenset[str]
    ministries: frozenset[str]
    matters: frozenset[str]
    forces: Phrases
    bands: Phrases
    associations: Phrases
    peoples: frozenset[str]
    held: Phrases
    private: frozenset[str]
    exposed: frozenset[str]
    organisation_words: frozenset[str]
    gatherings: frozenset[str]
    modifiers: frozenset[str]
    particles: frozenset[str]
    not_names: frozenset[str]
    sport: frozenset[str]
    firms: frozenset[str]
    described: frozenset[str]
    common_surnames: frozenset[str]
    described_by_one: frozenset[str]
    things: frozenset[str]
    sites: frozenset[str]
    kin: frozenset[str]
    kin_modifiers: frozenset[str]
    issuing: frozenset[str]
    missions: frozenset[str]
    affairs: frozenset[str]


def phrases(words: list[str]) -> Phrases:
    """An index of phrases by their first word, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for word in words:
        split = tuple(word.split())
        found.setdefault(split[0], []).append(split)
    return Phrases(
        {first: tuple(sorted(many, key=len, reverse=True)) for first, many in found.items()}
    )


@functools.cache
def load_actor_words() -> ActorWords:
    """The lists of the shipped lexicon; raises `KnowledgeError` where one is missing or wrong."""
    try:
        table = tomllib.loads((files("data") / _FILE).read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(f"data/{_FILE}: {error}") from error
    values: dict[str, Phrases | frozenset[str]] = {}
    for each in fields(ActorWords):
        words = table.get(each.name)
        if not isinstance(words, list) or not all(
            isinstance(word, str) and word.strip() for word in words
        ):
            raise KnowledgeError(f"data/{_FILE}: {each.name} must be a list of words")
        values[each.name] = phrases(words) if each.type is Phrases else frozenset(words)
    return ActorWords(**values)  # type: ignore[arg-type] # the loop gives each field its own type
