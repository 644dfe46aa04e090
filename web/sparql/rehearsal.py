"""What an update would look for, as questions that a worker can try before the store is changed.

The store itself runs an update to its end, whatever time and memory that takes. So what stands
behind each WHERE is asked first where it can be ended; only what stays within the limits is run.
An operation that feeds on what an earlier one in the same request brings is tried without that.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from web.sparql import scan

_OPERATIONS = {"INSERT", "DELETE", "WITH", "LOAD", "CLEAR", "DROP", "ADD", "MOVE", "COPY", "CREATE"}
_WHERE = re.compile(r"where(?:\s|#[^\r\n]*)*\{", re.IGNORECASE)
_FRAMES = {"GRAPH", "OPTIONAL"}
_ONE_PATTERN = 4
"""The terms of one triple pattern and the graph that it is in; two patterns have more."""

Token = re.Match[str]


@dataclass(frozen=True, slots=True)
class Trial:
    """The solutions of one operation, and how many of them there may be."""

    query: str
    rows: int


def encode(update: str, base: str, trials: list[Trial]) -> bytes:
    """An update as it travels to a worker, with what is to be tried of it."""
    return json.dumps([update, base, [(trial.query, trial.rows) for trial in trials]]).encode()


def decode(data: bytes) -> tuple[str, str, list[Trial]]:
    """The update, its base and its trials as they were before they travelled."""
    update, base, trials = json.loads(data)
    return update, base, [Trial(query, rows) for query, rows in trials]


def trials(update: str, statements: int) -> list[Trial]:
    """What is to be tried of an update that may change so many statements, operation by operation.

    Operations that only name what they change, and those that look for one pattern and so never
    find more than the store holds, are not tried.

    >>> trials("WITH <x:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o . ?o a <x:c> }", 1000)
    [Trial(query=' SELECT * WHERE { GRAPH <x:g> { ?s ?p ?o . ?o a <x:c> } }', rows=1000)]
    >>> trials("INSERT DATA { <x:s> <x:p> 1 } ; DELETE WHERE { <x:s> ?p ?o }", 1000)
    []
    """
    prologue, found, text = "", list[Trial](), scan.unescaped(update)
    if _WHERE.search(text) is None:
        return []  # data alone, of which there may be much
    for operation in _operations(text):
        prologue += operation.prologue
        if operation.pattern and not _is_small(operation.pattern):
            found.append(
                Trial(
                    f"{prologue} SELECT * {operation.dataset}WHERE {operation.asked}",
                    max(1, statements // max(1, operation.statements)),
                )
            )
    return found


@dataclass(slots=True)
class _Operation:
    """One operation of an update, as far as it matters how much it finds."""

    prologue: str = ""
    within: str = ""
    """The graph behind WITH."""
    dataset: str = ""
    """The graphs behind USING, as a query names them."""
    statements: int = 0
    """How many statements a solution changes, at most; 0 as long as nothing is known of it."""
    pattern: list[Token] = field(default_factory=list)

    @property
    def asked(self) -> str:
        """The pattern, in the graph that it is about."""
        text = "".join(token.group() for token in self.pattern).strip()
        if self.within and not self.dataset:
            return f"{{ GRAPH {self.within} {text} }}"
        return text


def _operations(update: str) -> Iterator[_Operation]:
    depth, part = 0, list[Token]()
    for token in scan.TOKEN.finditer(update):
        depth += (token["mark"] == "{") - (token["mark"] == "}")
        if depth == 0 and token["mark"] == ";":
            yield _operation(part)
            part = []
        else:
            part.append(token)
    yield _operation(part)


def _operation(tokens: list[Token]) -> _Operation:
    found, depth, clause = _Operation(), 0, ""
    for token in tokens:
        text, opens = token.group(), token["mark"] == "{"
        word = text.upper() if token["word"] and not depth else ""
        if word == "WHERE" or word in _OPERATIONS or word == "USING":
            clause = word
            found.dataset += "FROM" if word == "USING" else ""
        elif word == "DATA":
            return _Operation(found.prologue)
        elif not clause:
            found.prologue += text
        elif clause == "WHERE":
            found.pattern.append(token)
        elif clause == "USING":
            found.dataset += text
        elif clause == "WITH":
            found.within += text.strip()
        elif opens or (token["mark"] or "-") in ".;,":
            found.statements += 1
        depth += opens - (token["mark"] == "}")
    if not found.statements:  # DELETE WHERE, whose pattern is what it deletes
        found.statements = sum((token["mark"] or "-") in "{.;," for token in found.pattern)
    return found


def _is_small(pattern: list[Token]) -> bool:
    """Whether there is one triple pattern at most, alone or in a graph."""
    terms = [t for t in pattern if not t["gap"] and t["mark"] is None]
    terms = [t for t in terms if t.group().upper() not in _FRAMES]
    plain = all(t["mark"] in (None, "{", "}", ".") for t in pattern)  # no path, list or expression
    return plain and len(terms) <= _ONE_PATTERN
