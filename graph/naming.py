"""Addresses made from content: no counters, no random ids, so that two runs agree."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass

from rdflib import URIRef

from graph.model import Actor, Article, Document, Event, Evidence, Place

_GAP = re.compile(r"[\s-]+")
BASE = "https://w3id.org/dragoman/id/"
_SPECIAL = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe"}
)


def slug(text: str) -> str:
    """The text as lower-case ASCII words joined by hyphens; empty where nothing is left of it.

    >>> slug("Süleyman Soylu")
    'suleyman-soylu'
    >>> slug("Côte d’Ivoire")
    'cote-d-ivoire'
    """
    plain = text.casefold().translate(_SPECIAL)
    if not plain.isascii():
        marked = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in marked if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def digest(*parts: str) -> str:
    """Sixteen hexadecimal digits that stand for the parts, in their order."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def key(name: str) -> str:
    """A readable key for a title or phrase, the same however it is spaced, hyphenated or cased.

    Its slug where that loses nothing else, else with a digest.

    >>> key("Border  Management")
    'border-management'
    >>> key("a/b") == key("a b")
    False
    """
    folded = _GAP.sub("-", unicodedata.normalize("NFC", name).casefold()).strip("-")
    return _key(slug(name), folded)


def exact_key(identifier: str) -> str:
    """A readable key for an identifier, another one for every other identifier.

    >>> exact_key("wpce-2010")
    'wpce-2010'
    >>> exact_key("WPCE-2010") == exact_key("wpce-2010")
    False
    """
    return _key(slug(identifier), identifier)


def _key(plain: str, exact: str) -> str:
    if plain == exact and len(plain) <= 80:
        return plain
    return f"{plain[:60].strip('-')}-{digest(exact)[:12]}".lstrip("-")


@dataclass(frozen=True, slots=True)
class Namer:
    """Gives every thing its address below one base."""

    base: str = BASE

    def article(self, article: Article | str) -> URIRef:
        """The address of an article, from its own identifier; also the name of its graph."""
        identifier = article if isinstance(article, str) else article.id
        return URIRef(f"{self.base}article/{exact_key(identifier)}")

    def actor(self, actor: Actor) -> URIRef:
        """``…/country/TUR``, ``…/person/suleyman-soylu``."""
        return URIRef(self.base + actor.key)

    def place(self, place: Place) -> URIRef:
        """``…/place/istanbul-tur``."""
        return URIRef(self.base + place.key)

    def event(self, event: Event, article: Article) -> URIRef:
        """A hash of type, date and actors; of the article too where the day is not known."""
        actors = sorted({f"{p.role.general}:{p.actor.key}" for p in event.participations})
        where = [] if event.date and len(event.date) == 10 else [article.id]
        return URIRef(f"{self.base}event/{digest(event.kind, event.date or '', *actors, *where)}")

    def document(self, document: Document, event: URIRef) -> URIRef:
        """By its title where that names one document in the world, else by the event as well."""
        local = "" if document.proper else f"-{digest(str(event))[:8]}"
        return URIRef(f"{self.base}document/{key(document.title)}{local}")

    def topic(self, topic: str) -> URIRef:
        """``…/topic/border-management``."""
        return URIRef(f"{self.base}topic/{key(topic)}")

    def evidence(self, evidence: Evidence, article: Article) -> URIRef:
        """By article and offsets."""
        return URIRef(
            f"{self.base}evidence/{exact_key(article.id)}-{evidence.start}-{evidence.end}"
        )
