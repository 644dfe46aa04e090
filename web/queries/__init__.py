"""The questions that pages ask, one SPARQL file each beside this one.

Variables are fixed by name when a question is asked (`graph.binding`); where a question is about
several things, its file says ``VALUES ?thing { UNDEF }`` and `among` names them.
"""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from rdflib import URIRef

from graph.terms import ntriples

_OPEN = "{ UNDEF }"


@cache
def question(name: str) -> str:
    """The text of the question in the file of that name: ``question("facts")``."""
    return files("web.queries").joinpath(f"{name}.rq").read_text(encoding="utf-8")


def among(name: str, things: Iterable[URIRef]) -> str:
    """The question, asked about these things only.

    >>> "{ <x:y> }" in among("facts", [URIRef("x:y")])
    True
    """
    return question(name).replace(_OPEN, f"{{ {' '.join(ntriples(thing) for thing in things)} }}")
