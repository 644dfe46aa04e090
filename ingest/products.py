"""Papers that came out of talks told before: "The meeting resulted in the Lima Communiqué".

Those who met are told in another sentence; what the paper is goes to their talks. A communiqué
beside a session, or behind it, is what it came to.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from graph.model import DocumentClass, EventClass, Status
from ingest.checks import documents_of, side
from ingest.documents import DocumentMention
from ingest.roles import GATHERINGS, Roles
from ingest.status import StatusReader
from ingest.told import Told, numbered
from ingest.tree import Tree
from ingest.triggers import Triggers

_NEAR = 4
"""Sentences up to which the talks may lie before."""
_CLOSING = frozenset({"closing", "concluding", "final", "leaders", "outcome", "summit"})
"""With what the statement or declaration begins in which a session says what it came to."""
_OTHERS = frozenset({"communiques", "communiqués", "declarations", "draft", "joint", "statements"})
"""Words of papers that no session made so far, that two states made, or several sessions."""
_GENITIVE = re.compile(r"['’]s?$")
_SAYING = frozenset({DocumentClass.DECLARATION, DocumentClass.STATEMENT})


def bring_forth(article: Sequence[Told], triggers: Triggers) -> None:
    """Gives talks the papers that the text says came out of "the meeting"."""
    held = [
        (here, candidate)
        for here, _, candidate in numbered(article)
        if candidate.kind in GATHERINGS
        and candidate.status is Status.HAPPENED
        and len({side(actor) for actor in candidate.everybody()}) > 1
    ]
    signed = _titles(article)
    for here, mention in _papers(article, triggers) if held else ():
        before = [(there, talks) for there, talks in held if 0 <= here - there < _NEAR]
        if before and mention.title.casefold() not in signed:
            talks = max(before, key=lambda pair: pair[0])[1]
            talks.documents = [*talks.documents, *documents_of([mention], talks.date)]


def communicate(article: Sequence[Told]) -> None:
    """Gives sessions the communiqués of which their sentence tells, or one of those behind it.

    A session has one, and that of somebody who did not take part is none of it.
    """
    held = [
        (here, candidate)
        for here, _, candidate in numbered(article)
        if candidate.kind is EventClass.CONVENING and candidate.status is Status.HAPPENED
    ]
    for here, tree, at in _communiques(article) if held else ():
        paper = tree.units[at].document
        before = [(there, session) for there, session in held if 0 <= here - there < _NEAR]
        session = max(before, key=lambda pair: pair[0])[1] if before else None
        if paper is None or session is None or session.documents:
            continue
        owners = tree.owner(tree.doc[at], inside=False).actors
        own = set(map(side, owners)) <= set(map(side, session.everybody()))
        if own and paper.title.casefold() not in _titles(article):
            session.documents = documents_of([paper], session.date)


def close(article: Sequence[Told], paper: DocumentMention | None) -> None:
    """Gives the first session of which an article tells the communiqué that the article is."""
    if paper is None:
        return
    for _, _, candidate in numbered(article):
        if candidate.kind is EventClass.CONVENING and candidate.status is Status.HAPPENED:
            candidate.documents = candidate.documents or documents_of([paper], candidate.date)
            return


def _titles(article: Sequence[Told]) -> set[str]:
    """The titles of the papers that some event of the article has."""
    return {
        document.title.casefold()
        for told in article
        for candidate in told.candidates
        if candidate.roles
        for document in candidate.documents
    }


def _communiques(article: Sequence[Told]) -> Iterator[tuple[int, Tree, int]]:
    """The tokens that name a communiqué, each with its sentence and tree."""
    before = 0
    for tree in (told.tree for told in article):
        starts = [sentence.start for sentence in tree.sentences]
        for at, unit in enumerate(tree.units):
            if unit.document is not None and _comes_to(unit.document):
                yield before + bisect_right(starts, at), tree, at
        before += len(starts)


def _comes_to(paper: DocumentMention) -> bool:
    """Whether it is a paper in which a session says what it came to."""
    words = [_GENITIVE.sub("", word) for word in paper.title.lower().split()]
    if not _OTHERS.isdisjoint(words):
        return False
    closing = paper.kind in _SAYING and not _CLOSING.isdisjoint(words[:1])
    return paper.kind is DocumentClass.COMMUNIQUE or closing


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
