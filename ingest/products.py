"""Papers that came out of talks told before: "The meeting resulted in the Lima Communiqué".

Those who met are told in another sentence; what the paper is goes to their talks. A communiqué
beside a session, or behind it, is what it came to.
"""

import re
from collections.abc import Iterator, Sequence

from graph.model import DocumentClass, EventClass, Status
from ingest.candidates import Candidate
from ingest.checks import documents_of, side
from ingest.documents import DocumentMention
from ingest.roles import GATHERINGS, Roles
from ingest.status import StatusReader
from ingest.told import Told, located, numbered
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
        talks = _latest(held, here)
        if talks is not None and mention.title.casefold() not in signed:
            talks.documents = [*talks.documents, *documents_of([mention], talks.date)]


def communicate(article: Sequence[Told]) -> None:
    """Gives sessions the communiqués of which their sentence tells, or one of those behind it.

    A session has one, and that of somebody who did not take part is none of it.
    """
    held = list(_sessions(article))
    for here, tree, at, paper in _communiques(article) if held else ():
        session = _latest(held, here)
        if session is None or session.documents:
            continue
        owners = tree.owner(tree.doc[at], inside=False).actors
        own = set(map(side, owners)) <= set(map(side, session.everybody()))
        if own and paper.title.casefold() not in _titles(article):
            session.documents = documents_of([paper], session.date)


def close(article: Sequence[Told], paper: DocumentMention | None) -> None:
    """Gives the first session of which an article tells the communiqué that the article is."""
    if paper is None:
        return
    for _, session in _sessions(article):
        session.documents = session.documents or documents_of([paper], session.date)
        return


def _sessions(article: Sequence[Told]) -> Iterator[tuple[int, Candidate]]:
    """The sessions that were held, each with the number of its sentence."""
    for here, _, candidate in numbered(article):
        if candidate.kind is EventClass.CONVENING and candidate.status is Status.HAPPENED:
            yield here, candidate


def _latest(held: Sequence[tuple[int, Candidate]], here: int) -> Candidate | None:
    """The last of the talks that a sentence tells of, or one of those before it."""
    before = [(there, talks) for there, talks in held if 0 <= here - there < _NEAR]
    return max(before, key=lambda pair: pair[0])[1] if before else None


def _titles(article: Sequence[Told]) -> set[str]:
    """The titles of the papers that some event of the article has."""
    return {
        document.title.casefold()
        for told in article
        for candidate in told.candidates
        if candidate.roles
        for document in candidate.documents
    }


def _communiques(article: Sequence[Told]) -> Iterator[tuple[int, Tree, int, DocumentMention]]:
    """The communiqués that are named, each with its sentence, its tree and its token."""
    for told, number in located(article):
        for at, unit in enumerate(told.tree.units):
            if unit.document is not None and _comes_to(unit.document):
                yield number(at), told.tree, at, unit.document


def _comes_to(paper: DocumentMention) -> bool:
    """Whether it is a paper in which a session says what it came to."""
    words = [_GENITIVE.sub("", word) for word in paper.title.lower().split()]
    if not _OTHERS.isdisjoint(words):
        return False
    closing = paper.kind in _SAYING and not _CLOSING.isdisjoint(words[:1])
    return paper.kind is DocumentClass.COMMUNIQUE or closing


def _papers(article: Sequence[Told], triggers: Triggers) -> Iterator[tuple[int, DocumentMention]]:
    """The papers that came out of talks which are only taken up, each with its sentence."""
    for told, number in located(article):
        tree, gatherings = told.tree, triggers.grammar.gatherings
        if tree.lemmas.isdisjoint(gatherings):
            continue
        roles, status = Roles(tree, triggers), StatusReader(tree, triggers.status)
        for token in tree.doc:
            unit = tree.unit(token)
            if tree.lemma(token) not in gatherings or unit.session is not None or unit.actors:
                continue
            for at in roles.produced(token):
                mention = tree.units[at].document
                done = status.of(tree.governor(tree.doc[at])).status is Status.HAPPENED
                if mention is not None and done:
                    yield number(token.i), mention
