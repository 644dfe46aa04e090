"""Whether a graph is as it should be: SHACL by ``data/shapes.ttl``, and what SHACL cannot check.

Each article graph is checked by itself, as the shapes mean it (in the merged graph reports meet
that may differ). One call of pyshacl an article took 13 ms, joining 200 articles into one call
9 ms an article: not worth renaming every node of every article for.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files

import pyshacl
from rdflib import Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import PROV, RDF, SH
from rdflib.term import Node

from graph.store import GraphReader
from graph.terms import Triple, ntriples
from graph.vocabulary import DGM, OA

VIOLATION = "Violation"
WARNING = "Warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """One thing that is not as it should be."""

    message: str
    focus: Node
    """The node that the rule is about."""
    path: str | None = None
    """The property, as SPARQL writes it with Dragoman's prefixes; None where it is the node."""
    value: Node | None = None
    severity: str = VIOLATION
    """``Violation``, ``Warning`` or ``Info``; only the first stands against conformance."""
    article: URIRef | None = None
    """The article graph that it was found in."""

    def __str__(self) -> str:
        """One line: where, what, and the rule."""
        where = f"{self.article}: " if self.article and self.article != self.focus else ""
        path = f" {self.path}" if self.path else ""
        value = f" {_short(ntriples(self.value))}" if self.value is not None else ""
        return f"{where}{self.focus}{path}{value}: {self.message}"


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedFaults:
    """Where the merged graph is not the union of the article graphs; each sorted."""

    missing: tuple[Triple, ...] = ()
    """Statements of articles that the merged graph lacks."""
    surplus: tuple[Triple, ...] = ()
    """Statements of the merged graph that no article makes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a check of a whole store found."""

    articles: int
    """How many article graphs were checked."""
    violations: tuple[Violation, ...] = ()
    missing: tuple[Triple, ...] = ()
    surplus: tuple[Triple, ...] = ()

    @property
    def conforms(self) -> bool:
        """Whether nothing stands against the store; warnings do not."""
        grave = any(v.severity == VIOLATION for v in self.violations)
        return not (grave or self.missing or self.surplus)


def check(store: GraphReader, on_progress: Callable[[int], None] | None = None) -> Report:
    """Checks every article graph, and that the merged graph is their union.

    ``on_progress`` is told how many articles are done, after each. Where statements are missing or
    surplus, `graph.store.GraphWriter.rebuild` mends the merged graph.
    """
    found: list[Violation] = []
    addresses = store.articles()
    for done, address in enumerate(addresses, start=1):
        found.extend(article_violations(store.article(address), address))
        if on_progress:
            on_progress(done)
    faults = merged_graph_faults(store)
    return Report(
        articles=len(addresses),
        violations=tuple(found),
        missing=faults.missing,
        surplus=faults.surplus,
    )


def article_violations(graph: Graph, address: URIRef) -> tuple[Violation, ...]:
    """All that is wrong with the graph of one article, sorted."""
    if (address, RDF.type, DGM.Article) not in graph:
        message = "This graph is not that of an article: nothing in it describes what it is named."
        own: tuple[Violation, ...] = (
            Violation(message=message, focus=address, severity=WARNING, article=address),
        )
    else:
        own = tuple(_misquotes(graph, address))
    by_shape = (replace(v, article=address) for v in violations(graph))
    return tuple(sorted((*own, *by_shape), key=_order))


def violations(graph: Graph, shapes: Graph | None = None) -> tuple[Violation, ...]:
    """What in the graph is against the shapes (Dragoman's own, where none are given), sorted."""
    conforms, results, _ = pyshacl.validate(
        graph, shacl_graph=_shapes() if shapes is None else shapes
    )
    if conforms:
        return ()
    return tuple(
        sorted((_violation(results, r) for r in results.objects(None, SH.result)), key=_order)
    )


def merged_graph_faults(store: GraphReader) -> MergedFaults:
    """The statements in which the merged graph and the union of the article graphs differ.

    Two passes where they differ, one where they don't: the first keeps only hashes, some hundred
    bytes a statement, so that a store of millions can be checked.
    """
    merged: set[int] = set()
    union: set[int] = set()
    for subject, predicate, value, name in store.quads():
        (merged if name is None else union).add(hash((subject, predicate, value)))
    if merged == union:
        return MergedFaults()
    missing: set[Triple] = set()
    surplus: set[Triple] = set()
    for subject, predicate, value, name in store.quads():
        triple = (subject, predicate, value)
        if name is None and hash(triple) not in union:
            surplus.add(triple)
        elif name is not None and hash(triple) not in merged:
            missing.add(triple)
    return MergedFaults(missing=_sorted(missing), surplus=_sorted(surplus))


def _misquotes(graph: Graph, address: URIRef) -> Iterator[Violation]:
    """Evidence whose words do not stand in the article's text where it says."""
    text = str(graph.value(address, DGM.text))
    for node, quoted in graph.subject_objects(PROV.wasQuotedFrom):
        exact = graph.value(node, OA.exact)
        start, end = (_offset(graph.value(node, p)) for p in (OA.start, OA.end))
        if quoted != address:
            yield Violation(
                message="Evidence in the graph of an article is quoted from that article.",
                focus=node,
                path="prov:wasQuotedFrom",
                value=quoted,
                article=address,
            )
        elif exact is None or start is None or end is None:
            continue  # the shapes say so
        elif text[start:end] != str(exact):
            yield Violation(
                message=f"The article's text holds other words from {start} to {end}.",
                focus=node,
                path="oa:exact",
                value=exact,
                article=address,
            )


def _offset(term: Node | None) -> int | None:
    value = term.value if isinstance(term, Literal) else None
    return value if isinstance(value, int) and value >= 0 else None


@lru_cache(maxsize=1)
def _shapes() -> Graph:
    return Graph().parse(data=files("data").joinpath("shapes.ttl").read_bytes(), format="turtle")


def _violation(results: Graph, result: Node) -> Violation:
    path = results.value(result, SH.resultPath)
    messages = sorted(str(m) for m in results.objects(result, SH.resultMessage))
    severity = str(results.value(result, SH.resultSeverity) or SH.Violation)
    focus = results.value(result, SH.focusNode)
    return Violation(
        message=" ".join(messages),
        focus=result if focus is None else focus,
        path=None if path is None else _path(results, path),
        value=results.value(result, SH.value),
        severity=severity.removeprefix(str(SH)),
    )


def _path(results: Graph, path: Node) -> str:
    """The property path, as SPARQL writes it."""
    if isinstance(path, URIRef):
        return path.n3(results.namespace_manager)
    if inverse := results.value(path, SH.inversePath):
        return f"^{_path(results, inverse)}"
    if either := results.value(path, SH.alternativePath):
        return "|".join(_path(results, p) for p in Collection(results, either))
    return str(path)


def _order(violation: Violation) -> tuple[str, ...]:
    value = "" if violation.value is None else ntriples(violation.value)
    return (str(violation.focus), violation.path or "", violation.message, value)


def _sorted(triples: set[Triple]) -> tuple[Triple, ...]:
    return tuple(sorted(triples, key=lambda t: tuple(map(ntriples, t))))


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79]}…"
