"""The form of an answer follows the Accept header, or ?format=."""

import pytest

from web.sparql.exchange import Refusal
from web.sparql.negotiation import GRAPHS, TABLES, choose, wanted

JSON, XML = TABLES[:2]
FIREFOX = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "table", "graph"),
    [
        ("", JSON, "text/turtle"),
        ("*/*", JSON, "text/turtle"),
        ("text/csv", "text/csv", None),
        ("text/csv, */*", "text/csv", "text/turtle"),
        ("text/csv;q=0.2, application/sparql-results+xml;q=0.9", XML, None),
        (f"{JSON};q=0, */*", XML, "text/turtle"),
        ("application/json", "application/json", "application/json"),
        ("application/*", JSON, "application/n-triples"),
        ("text/*;q=0.3, application/ld+json", "text/csv", "application/ld+json"),
        ("image/png", None, None),
        ("TEXT/TURTLE ; q=0.5", None, "text/turtle"),
        ("text/turtle;q=0.5;x=y, application/rdf+xml;q=0.4", None, "text/turtle"),
        ("text/turtle;q=nonsense", None, "text/turtle"),
        ("not an accept header", JSON, "text/turtle"),
    ],
)
def test_the_best_liked_form_is_chosen(accept: str, table: str | None, graph: str | None) -> None:
    chosen = wanted(accept, None)
    assert (chosen.table, chosen.graph) == (table, graph)


@pytest.mark.parametrize("media_type", [*TABLES, *GRAPHS])
def test_every_form_can_be_asked_for_alone(media_type: str) -> None:
    assert choose(media_type, TABLES + GRAPHS) == media_type


def test_a_format_in_the_address_counts_more_than_the_header() -> None:
    assert wanted("text/csv", "xml").table == XML
    assert wanted("text/csv", "ttl").graph == "text/turtle"
    assert wanted("", "application/n-quads").graph == "application/n-quads"


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(Refusal, match="xlsx"):
        wanted("", "xlsx")


def test_only_browsers_get_the_page() -> None:
    assert wanted(FIREFOX, None, html=True).html
    assert not wanted(FIREFOX, None).html
    assert not wanted(FIREFOX, "csv", html=True).html
    for machine in ("", "*/*", "text/csv", f"text/html;q=0.1, {JSON}", f"{JSON}, */*;q=0.1"):
        assert not wanted(machine, None, html=True).html
