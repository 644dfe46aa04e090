"""Papers that came out of talks told before: "The meeting resulted in the Lima Communiqué".

Those who met are told in another sentence; what the paper is goes to their talks.
"""

from collections.abc import Iterator, Sequence

from graph.model import EventClass, Status
from ingest.checks import documents_of, side
from ingest.documents import DocumentMention
from ingest.roles import GATHERINGS, Roles
from ingest.status import StatusReader
from ingest.told import Told, numbered
from ingest.triggers import Triggers

_NEAR = 4
"""Sentences up to which the talks may lie before."""


def bring_forth(article: Sequence[Told], triggers: Triggers) -> None:
    """Gives talks the papers that the text says came out of "the meeting"."""
    held = [
        (here, candidate)
        for here, _, candidate in numbered(article)
        if candidate.kind in GATHERINGS
        and candidate.status is Status.HAPPENED
        and len({side(actor) for actor in candidate.everybody()}) > 1
    ]
    signed = {
        document.title.casefold()
        for told in article
        for candidate in told.candidates
        if candidate.roles
        for document in candidate.documents
    }
    for here, mention in _papers(article, triggers) if held else ():
        before = [(there, talks) for there, talks in held if 0 <= here - there < _NEAR]
        if before and mention.title.casefold() not in signed:
            talks = max(before, key=lambda pair: pair[0])[1]
            talks.documents = [*talks.documents, *documents_of([mention], talks.date)]


def close(article: Sequence[Told], paper: DocumentMention | None) -> None:
    """Gives the first session of which an article tells the communiqué that the article is."""
    if paper is None:
        return
    for _, _, candidate in numbered(article):
        if candidate.kind is EventClass.CONVENING and candidate.status is Status.HAPPENED:
            candidate.documents = candidate.documents or documents_of([paper], candidate.date)
            return


def _papers(article: Sequence[Told], triggers: Triggers) -> Iterator[tuple[int, DocumentMention]]:
    """The papers that came out of talks which are only taken up, each with its sentence."""
    before = 0
    for told in article:
        tree = told.tree
        starts = [sentence.start for sentence in tree.sentences]
        roles, status = Roles(tree, triggers), StatusReader(tree, triggers.status)
        for token in tree.doc:
            unit = tree.unit(token)
            taken_up = tree.lemma(token) in triggers.grammar.gatherings and unit.session is None
            if not taken_up or unit.actors:
                continue
            for at in roles.produced(token):
                mention = tree.units[at].document
                done = status.of(tree.governor(tree.doc[at])).status is Status.HAPPENED
                if mention is not None and done:
                    yield before + sum(start <= token.i for start in starts), mention
        before += len(starts)
