"""The lexicon of documents and named sessions."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graph.errors import KnowledgeError
from graph.model import DocumentClass

_LEFT = ("other_left", "other_pairs", "acts", "common_kinds")
_FILE = "lexicon/documents.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseWords:
    """Words that bound a title; all lower case."""

    determiners: frozenset[str]
    modifiers: frozenset[str]
    leading: frozenset[str]
    stops: frozenset[str]
    leads: frozenset[str]
    inner: frozenset[str]
    infinitive_kinds: frozenset[str]
    no_participles: frozenset[str]
    time_words: frozenset[str]
    particles: frozenset[str]
    formal: frozenset[str]
    regions: frozenset[str]
    makers: frozenset[str]
    """Forms of the verbs that documents come about by: "signed", "adopts"."""
    venues: frozenset[str]
    """Words in the names of buildings and rooms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentWords:
    """What documents are called."""

    heads: Mapping[tuple[str, ...], DocumentClass]
    names: Mapping[tuple[str, ...], None]
    """Names of documents, token by token, as they are written."""
    starts: frozenset[str]
    """The first words of all heads and names."""
    capital_only: frozenset[str]
    needs_modifier: frozenset[str]
    signed_only: frozenset[str]
    numbered_only: frozenset[str]
    modified: frozenset[str]
    other_left: frozenset[str]
    other_pairs: frozenset[str]
    acts: frozenset[str]
    common_kinds: frozenset[str]
    generic: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionWords:
    """What sessions are called."""

    heads: Mapping[tuple[str, ...], bool]
    """Whether the word names a session without other words."""
    starts: frozenset[str]
    """The first words of all heads."""
    makes: frozenset[str]
    weak: frozenset[str]
    weak_heads: frozenset[str]
    parties: frozenset[str]
    other_left: frozenset[str]
    modified: frozenset[str]
    online: frozenset[str]
    other_pairs: frozenset[str]
    rounds: frozenset[str]
    domestic: frozenset[str]
    counted: frozenset[str]
    meets: frozenset[str]
    entering: frozenset[str]
    names: frozenset[str]
    numbered: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleWords:
    """The whole lexicon."""

    documents: DocumentWords
    sessions: SessionWords
    phrase: PhraseWords


def longest(
    table: Mapping[tuple[str, ...], object], starts: frozenset[str], words: Sequence[str], at: int
) -> tuple[str, ...] | None:
    """The longest entry of ``table`` that ``words`` hold at ``at``; None if none does.

    ``starts`` are the first words of the entries: most words are none of them.
    """
    if words[at] not in starts:
        return None
    for length in range(min(5, len(words) - at), 0, -1):
        entry = tuple(words[at : at + length])
        if entry in table:
            return entry
    return None


@cache
def title_words() -> TitleWords:
    """The lexicon that is shipped; KnowledgeError where the file does not hold what it should."""
    return read_title_words((files("data") / _FILE).read_text(encoding="utf-8"))


def read_title_words(text: str) -> TitleWords:
    """The lexicon that ``text`` (TOML) holds; KnowledgeError where something is wrong."""
    try:
        table = tomllib.loads(text)
        own, other, phrase = table["document_words"], table["session_words"], table["phrase"]
        heads = {
            tuple(word.split()): DocumentClass(kind)
            for kind, names in table["documents"].items()
            for word in names
        }
        names = {tuple(name.split()): None for name in own["names"]}
        sessions = {
            tuple(word.split()): alone
            for key, alone in (("alone", True), ("modified", False))
            for word in table["sessions"][key]
        }
        return TitleWords(
            documents=DocumentWords(
                heads=heads,
                names=names,
                starts=frozenset(entry[0] for entry in (*heads, *names)),
                generic=frozenset(own["generic"]),
                **{
                    name: frozenset(own[name])
                    for name in (
                        "capital_only",
                        "needs_modifier",
                        "signed_only",
                        "numbered_only",
                        "modified",
                    )
                },
                **{name: frozenset(own[name]) for name in _LEFT},
            ),
            sessions=SessionWords(
                heads=sessions,
                starts=frozenset(entry[0] for entry in sessions),
                **{
                    name: frozenset(other[name])
                    for name in SessionWords.__dataclass_fields__
                    if name not in {"heads", "starts"}
                },
            ),
            phrase=PhraseWords(
                **{name: frozenset(phrase[name]) for name in PhraseWords.__dataclass_fields__}
            ),
        )
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise KnowledgeError(f"data/{_FILE}: {error!r}; mend the file") from error
