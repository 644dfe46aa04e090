"""An article and what a language model may tell of it."""

from datetime import date
from typing import Any

from graph.model import Article

MET = (
    "Foreign Minister Espen Barth Eide met his Kenyan counterpart, Musalia Mudavadi, in Nairobi "
    "on Monday."
)
SIGNED = "The two ministers signed the Treaty on Fishing in the Gulf of Guinea."
EXPELLED = "Türkiye expelled two Greek diplomats over “hostile acts”."
TEXT = f"{MET} {SIGNED}\n\n{EXPELLED} It was a long day, the captain of a trawler said.\n"
ARTICLE = Article(id="eide", text=TEXT, published=date(2024, 3, 5))


def actor(name: str, role: str, kind: str = "Country", **more: Any) -> dict[str, Any]:
    """An actor as a model tells it."""
    return {"name": name, "kind": kind, "role": role, "speaks_for": None, "office": None, **more}


def event(kind: str, quote: str, *actors: dict[str, Any], **more: Any) -> dict[str, Any]:
    """An event as a model tells it."""
    plain: dict[str, Any] = {
        "status": "happened",
        "date": None,
        "place": None,
        "documents": [],
        "title": None,
        "topics": [],
        "according_to": [],
    }
    return {"kind": kind, "quote": quote, "actors": list(actors), **plain, **more}


EIDE = actor("Espen Barth Eide", "participant", "Person", speaks_for="Norway")
MUDAVADI = actor("Musalia Mudavadi", "participant", "Person", speaks_for="Kenyan")
MEETING = event("Meeting", MET, EIDE, MUDAVADI, date="2024-03-04", place="Nairobi")
EXPULSION = event(
    "RelationsDowngrade", EXPELLED, actor("Türkiye", "source"), actor("Greek", "target")
)
SIGNING = event(
    "Signing",
    SIGNED,
    {**EIDE, "role": "signatory"},
    {**MUDAVADI, "role": "signatory"},
    documents=[{"title": "Treaty on Fishing in the Gulf of Guinea", "kind": "Treaty"}],
    date="2024-03-04",
    place="Nairobi",
)
