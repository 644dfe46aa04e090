"""Fixing variables of a query beforehand, on the text of the query, for every store alike.

Within the patterns a bound variable is replaced by its term, so that it is known in FILTER,
OPTIONAL and subqueries too; at the head of each SELECT's patterns a VALUES keeps the name bound for
the projection, GROUP BY and ORDER BY. (Oxigraph's own substitution wants every such variable in the
projection, and a VALUES alone does not reach into subqueries and hides constants from the planner.)
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from rdflib.term import Node

from graph.terms import ntriples

_TOKEN = re.compile(
    r"""
    (?P<skip>\#[^\n]* | <[^<>"{}|^`\\\x00-\x20]*>
       | \"\"\"(?:[^\\"]|\\.|"(?!""))*\"\"\" | '''(?:[^\\']|\\.|'(?!''))*'''
       | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*')
  | [?$](?P<name>\w+)
  | (?P<open>\{) | (?P<close>\})
  | (?P<word>(?<![\w:])[A-Za-z_][\w.:-]*)
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(slots=True)
class _Group:
    pattern: bool
    """Whether variables in it are replaced; not in a template."""
    head: bool = False
    """Whether we stand in a subquery's projection or modifiers, where names must stay."""


def bind(query: str, bound: Mapping[str, Node]) -> str:
    """The query with the variables in ``bound`` fixed.

    A bound variable must not be assigned again in the query (BIND, AS, VALUES).

    >>> from rdflib import URIRef
    >>> bind("ASK { ?a ?b ?c }", {"a": URIRef("x:y")})
    'ASK { VALUES (?a) {(<x:y>)} <x:y> ?b ?c }'
    """
    if not bound:
        return query
    texts = {name: ntriples(term) for name, term in bound.items()}
    values = f" VALUES ({' '.join(f'?{n}' for n in texts)}) {{({' '.join(texts.values())})}}"
    out: list[str] = []
    groups: list[_Group] = []
    template = describe = short = data = False
    last = 0
    for token in _TOKEN.finditer(query):
        text = token.group()
        word = (token["word"] or "").upper()
        within = groups[-1] if groups else None
        if token["open"]:
            main = (within is None or within.head) and not data
            groups.append(_Group(pattern=not template))
            if main and not template and not short:
                text += values
                describe = False
            template = data = False
        elif token["close"]:
            if groups:
                groups.pop()
        elif word == "SELECT" and within:
            within.head = True
        elif word == "VALUES":
            data = True
        elif word == "CONSTRUCT":
            template = True
        elif word == "WHERE" and template:
            template, short = False, True  # CONSTRUCT WHERE takes plain triples only
        elif word == "DESCRIBE":
            describe = True
        elif token["name"] in texts and (
            (within.pattern and not within.head) if within else describe
        ):
            text = texts[token["name"]]
        out.extend((query[last : token.start()], text))
        last = token.end()
    return "".join(out) + query[last:]
