"""Queries where the merged graph is a named one: as if it were the default graph.

Some servers have no default graph of their own: Virtuoso, GraphDB and Neptune ask all graphs at
once where none is named. Naming a data set does not help (Virtuoso then knows no ``GRAPH <…>``, and
by the standard no ``GRAPH ?g``), so the query's pattern is placed in the merged graph. A ``GRAPH``
within it still means the other graphs, as the standard says; those that are no articles are left
out.
"""

from collections.abc import Collection
from dataclasses import dataclass

from graph.forms import Token, tokens


@dataclass(slots=True)
class _Group:
    after: str
    """What follows its end."""


def place(query: str, merged: str, hidden: Collection[str]) -> str:
    """The query asked of the graph ``merged``, where the graphs in ``hidden`` are not articles.

    A query that names its data set (FROM) is left as it is.

    >>> place("ASK { ?a ?b ?c GRAPH ?g { ?a ?b ?c } }", "x:m", ("x:m",))
    'ASK { GRAPH <x:m> { ?a ?b ?c GRAPH ?g { ?a ?b ?c } FILTER(?g NOT IN (<x:m>)) } }'
    """
    found = list(tokens(query))
    if any(token.word == "FROM" for token in found):
        return query
    out: list[str] = []
    groups: list[_Group] = []
    main = _main_group(found)
    last = 0
    for index, token in enumerate(found):
        out.append(query[last : token.start])
        last = token.end
        text = query[token.start : token.end]
        if text == "{":
            if index == main:
                short = index and found[index - 1].word == "WHERE" and _is_short(found[:index])
                if short:
                    body = query[token.end : found[_close_of(found, index)].start]
                    out.append(f"{{ {body} }} WHERE ")
                out.append(f"{{ GRAPH <{merged}> {{")
                groups.append(_Group(after=" }"))
                continue
            groups.append(_Group(after=_after(query, found[:index], hidden)))
        elif text == "}" and groups:
            text += groups.pop().after
        elif token.word == "WHERE" and index + 1 == main and _is_short(found[:main]):
            text = ""
        out.append(text)
    return "".join(out) + query[last:]


def _main_group(found: list[Token]) -> int | None:
    """Where the query's pattern begins; None where it has none."""
    words = [token.word for token in found]
    for index, token in enumerate(found):
        if token.text == "{" and words[index - 1] == "CONSTRUCT":
            close = _close_of(found, index)
            rest = [i for i, t in enumerate(found) if i > close and t.text == "{"]
            return rest[0] if rest else None
        if token.text == "{":
            return index
    return None


def _is_short(before: list[Token]) -> bool:
    """Whether the pattern is that of ``CONSTRUCT WHERE``, which is its template as well."""
    return [token.word for token in before[-2:]] == ["CONSTRUCT", "WHERE"]


def _close_of(found: list[Token], start: int) -> int:
    """Where the group that begins at ``start`` ends."""
    depth = 0
    for index in range(start, len(found)):
        depth += {"{": 1, "}": -1}.get(found[index].text, 0)
        if depth == 0:
            return index
    return len(found) - 1


def _after(query: str, before: list[Token], hidden: Collection[str]) -> str:
    """What follows a group: the graphs that are left out, where a variable stands for graphs."""
    if len(before) < 2 or before[-2].word != "GRAPH" or before[-1].text[:1] not in "?$":
        return ""
    names = ", ".join(f"<{name}>" for name in hidden)
    return f" FILTER({before[-1].text} NOT IN ({names}))" if names else ""
