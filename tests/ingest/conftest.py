"""The reader and its parts, opened once for all tests of reading."""

from collections.abc import Callable
from datetime import date

import pytest
from spacy.language import Language

from graph.model import Article, Event
from ingest.anaphora import load_anaphora
from ingest.authority import load_authority
from ingest.coreference import Referent, Resolver
from ingest.eras import Era
from ingest.leaders import load_leaders
from ingest.offices import load_offices
from ingest.pipeline import open_pipeline
from ingest.reader import Reader
from ingest.resolving import resolve_all
from ingest.scan import MentionFinder
from ingest.words import load_actor_words
from tests.ingest.outline import DAY, Read, Resolve


@pytest.fixture(scope="session")
def nlp() -> Language:
    return open_pipeline()


@pytest.fixture(scope="session")
def reader(nlp: Language) -> Reader:
    return Reader(nlp)


@pytest.fixture(scope="session")
def read(reader: Reader) -> Read:
    """Reads a text that appeared on `DAY`, and gives its events."""

    def read_text(text: str, published: date | None = DAY, title: str = "") -> tuple[Event, ...]:
        article = Article(id="of a test", text=text, published=published, title=title)
        return reader.read(article).events

    return read_text


@pytest.fixture(scope="session")
def split(nlp: Language) -> Callable[[str], list[str]]:
    """Splits a text into tokens."""
    return lambda text: [token.text for token in nlp.tokenizer(text)]


@pytest.fixture(scope="session")
def finder(split: Callable[[str], list[str]]) -> MentionFinder:
    authority = load_authority()
    return MentionFinder(
        authority, load_offices(), load_actor_words(), load_anaphora(authority), split
    )


@pytest.fixture(scope="session")
def resolve(finder: MentionFinder, split: Callable[[str], list[str]]) -> Resolve:
    """Resolves the mentions of a text of a day: the words of each, and whom it means."""
    authority, leaders = load_authority(), load_leaders()

    def resolved(text: str, day: date | None = None) -> list[tuple[str, Referent]]:
        tokens = split(text)
        mentions = finder.find(tokens)
        resolver = Resolver(authority, leaders, load_anaphora(authority), Era.of(text, day))
        resolver.collect(mentions)
        pairs = resolve_all(resolver, [token.lower() for token in tokens], mentions)
        return [(" ".join(tokens[m.start : m.end]), referent) for m, referent in pairs]

    return resolved
