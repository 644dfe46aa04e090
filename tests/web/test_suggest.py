"""Suggestions, as the search box of a browser asks for them."""

import json
from xml.etree import ElementTree

from flask.testing import FlaskClient


def test_names_that_begin_with_what_is_typed_are_suggested(client: FlaskClient) -> None:
    response = client.get("/suggest.json?q=tur")
    assert response.content_type == "application/x-suggestions+json"
    typed, names, _, pages = json.loads(response.data)
    assert (typed, names) == ("tur", ["Türkiye"])
    assert "search?q=T" in pages[0]


def test_nothing_typed_suggests_nothing(client: FlaskClient) -> None:
    assert json.loads(client.get("/suggest.json").data) == ["", [], [], []]


def test_browsers_are_told_where_suggestions_are(client: FlaskClient) -> None:
    root = ElementTree.fromstring(client.get("/opensearch.xml").data)  # noqa: S314 - our own
    kinds = {child.get("type"): child.get("template", "") for child in root if child.get("type")}
    assert kinds["application/x-suggestions+json"].endswith("/suggest.json?q={searchTerms}")
