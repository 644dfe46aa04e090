"""Documents that a list names behind a colon: "The following were signed: 1. …".

The list may go on in the paragraph, or stand line by line below it; of the lines only those count
that begin with a number, a letter or a bullet, or with the name of a document.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from graph.model import EventClass
from ingest.candidates import Candidate
from ingest.checks import documents_of
from ingest.documents import DocumentMention, find_documents
from ingest.told import Told

_ITEM = re.compile(
    r"\s*(?:[-–—•*·▪]|\(?(?:\d{1,2}|[ivx]{1,4}|[a-z])[.)])\s*(?P<told>\S.*)", re.IGNORECASE
)
_END = re.compile(r"[\s.;,]*(?:\band\b)?[\s.;,]*$")
_COLON = re.compile(r":(?=\s|$)")
_SENTENCE = re.compile(r"(?<=[a-zà-ž)]{2})\.(?:\s|$)")
_MOST = 40
"""Documents in one list, at the most."""
_NEAR = 3
"""Words before the name of a document in an item: "the", "an inter-governmental"."""

Split = Callable[[str], Sequence[str]]


def enclose(article: Sequence[Told], text: str, split: Split) -> None:
    """Puts the documents of the list behind it into a signing that only announces them.

    ``text`` is the article's own, into which the evidence points; ``split`` gives its tokens.
    """
    for told in article:
        for candidate in told.candidates:
            listed = candidate.kind is EventClass.SIGNING
            found = (
                documents_of(list(_listed(candidate, text, split)), candidate.date)
                if listed
                else []
            )
            if found:
                titles = {document.title.casefold() for document in found}
                own = [
                    d for d in candidate.documents if d.proper and d.title.casefold() not in titles
                ]
                candidate.documents = [*own, *found]


def _listed(candidate: Candidate, text: str, split: Split) -> Iterator[DocumentMention]:
    """The documents of the items behind the colon that ends the candidate's sentence."""
    colon = _COLON.search(text, candidate.start, candidate.end + 1)
    told = text[candidate.start : colon.start()] if colon is not None else ""
    if colon is None or told.count('"') % 2 or told.count("“") > told.count("”"):
        return  # "a report, “Better Lives: A Strategy for All”"
    line, _, below = text[colon.end() :].partition("\n")
    if line.strip():
        before = split(f"{told}:")
        tokens = [*before, *split(_SENTENCE.split(line.strip())[0])]
        yield from (one for one in find_documents(tokens) if one.start >= len(before))
        return
    for number, following in enumerate(below.split("\n")):
        item = _ITEM.match(following)
        document = _first(item["told"] if item else following, split)
        if (following.strip() and document is None and item is None) or number > _MOST:
            return
        if document is not None:
            yield document


def _first(item: str, split: Split) -> DocumentMention | None:
    """The document that an item begins with; None where it begins with none."""
    tokens = split(item.strip()) if item.strip() else ()
    found = find_documents(tokens) if tokens else ()
    if not found or found[0].start > _NEAR:
        return None
    return replace(found[0], title=_END.sub("", item).strip()) if item[:1].isupper() else found[0]
