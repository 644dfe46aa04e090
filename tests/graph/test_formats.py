"""Exports: complete, readable by others, and the same bytes for the same contents."""

import csv
import io
import runpy
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Dataset, Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCTERMS, RDFS

from graph.errors import NotFoundError, SettingError
from graph.exports import export, write_readings
from graph.formats import (
    ANSWER_GRAPHS,
    ANSWERS,
    CSV,
    EXPORTS,
    GRAPHML,
    JSONLD,
    NQUADS,
    NTRIPLES,
    RDFXML,
    READINGS,
    TABLE,
    TRIG,
    TURTLE,
    Format,
    Holds,
    format_named,
)
from graph.naming import Namer
from graph.store import GraphReader, open_store
from graph.terms import Quad
from tests.world import fill, sample_readings, sample_store

SCORER = Path(__file__).parents[3] / "shared" / "gold" / "score.py"
OSLO = Namer().article("world-3")
ONE_GRAPH = (TURTLE, NTRIPLES, RDFXML, JSONLD)
RDFLIB = {
    TURTLE: "turtle",
    NTRIPLES: "nt",
    RDFXML: "xml",
    JSONLD: "json-ld",
    TRIG: "trig",
    NQUADS: "nquads",
}


def exported(store: GraphReader, form: Format, article: URIRef | None = None) -> bytes:
    into = io.BytesIO()
    export(store, form, into, article)
    return into.getvalue()


def merged(store: GraphReader) -> Graph:
    graph = Graph()
    for *triple, name in store.quads():
        if name is None:
            graph.add((triple[0], triple[1], triple[2]))
    return graph


def quads_of(data: Dataset) -> set[Quad]:
    return {
        (s, p, o, None if g in (None, data.default_graph.identifier) else URIRef(str(g)))
        for s, p, o, g in data.quads()
    }


@pytest.mark.parametrize("form", EXPORTS, ids=lambda f: f.name)
def test_a_store_filled_in_another_order_gives_the_same_bytes(form: Format) -> None:
    readings = sample_readings()
    other = fill(open_store(None), reversed(readings))
    fill(other, readings[:3])  # and some of it twice
    assert exported(sample_store(), form) == exported(other, form)


@pytest.mark.parametrize("form", EXPORTS, ids=lambda f: f.name)
def test_a_removed_article_is_not_exported(form: Format) -> None:
    store = sample_store()
    before = exported(store, form)
    store.remove(OSLO)
    after = exported(store, form)
    assert b"braathen" in before.lower()
    assert b"Oslo Round" not in after
    assert after != before


def test_another_process_writes_the_same_bytes() -> None:
    code = (
        "import hashlib, io\n"
        "from graph.exports import export\n"
        "from graph.formats import EXPORTS\n"
        "from tests.world import sample_store\n"
        "for form in EXPORTS:\n"
        "    into = io.BytesIO(); export(sample_store(), form, into)\n"
        "    print(form.name, hashlib.sha256(into.getvalue()).hexdigest())\n"
    )
    runs = {
        subprocess.run(  # noqa: S603 - our own interpreter and code
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(filter(None, sys.path))},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


@pytest.mark.parametrize("form", ONE_GRAPH, ids=lambda f: f.name)
def test_a_one_graph_form_holds_the_merged_graph(form: Format) -> None:
    store = sample_store()
    read = Graph().parse(exported(store, form), format=RDFLIB[form])
    assert isomorphic(read, merged(store))


@pytest.mark.parametrize("form", ONE_GRAPH, ids=lambda f: f.name)
def test_one_article_gives_its_graph(form: Format) -> None:
    store = sample_store()
    read = Graph().parse(exported(store, form, OSLO), format=RDFLIB[form])
    assert isomorphic(read, store.article(OSLO))


@pytest.mark.parametrize("form", [TRIG, NQUADS], ids=lambda f: f.name)
def test_a_dataset_form_holds_every_graph(form: Format) -> None:
    store = sample_store()
    data = Dataset()
    data.parse(io.BytesIO(exported(store, form)), format=RDFLIB[form])
    assert quads_of(data) == set(store.quads())


@pytest.mark.parametrize("form", [TRIG, NQUADS], ids=lambda f: f.name)
def test_one_article_as_dataset_is_its_named_graph_alone(form: Format) -> None:
    store = sample_store()
    data = Dataset()
    data.parse(io.BytesIO(exported(store, form, OSLO)), format=RDFLIB[form])
    assert {name for *_, name in quads_of(data)} == {OSLO}
    assert len(data.graph(OSLO)) == len(store.article(OSLO))


def test_nquads_are_sorted_by_bytes_and_hold_nothing_twice() -> None:
    lines = exported(sample_store(), NQUADS).splitlines()
    assert all(a < b for a, b in pairwise(lines))


def test_turtle_names_our_terms_by_prefix_and_the_type_first() -> None:
    text = exported(sample_store(), TURTLE).decode()
    head = [line for line in text.splitlines() if line.startswith("@prefix")]
    assert head == sorted(head)
    assert "\n<https://w3id.org/dragoman/id/country/KEN> a dgm:Country ;" in text


@pytest.mark.parametrize("form", EXPORTS, ids=lambda f: f.name)
def test_an_unknown_article_is_not_an_empty_file(form: Format) -> None:
    with pytest.raises(NotFoundError, match="no-such"):
        exported(sample_store(), form, URIRef("https://w3id.org/dragoman/id/article/no-such"))


@pytest.mark.parametrize("form", EXPORTS, ids=lambda f: f.name)
def test_an_empty_store_exports_as_an_empty_document(form: Format) -> None:
    text = exported(open_store(None), form)
    if form in RDFLIB:
        data = Dataset()
        data.parse(io.BytesIO(text), format=RDFLIB[form])
        assert len(data) == 0
    else:
        assert b"dragoman/id" not in text


AWKWARD = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"), max_size=40
)


@settings(deadline=None, max_examples=60)
@given(AWKWARD)
def test_any_text_survives_every_form(text: str) -> None:
    node, store = URIRef("x:thing"), open_store(None)
    store.replace(URIRef("x:graph"), [(node, RDFS.label, Literal(text))])
    for form in RDFLIB:
        data = Dataset()
        data.parse(io.BytesIO(exported(store, form)), format=RDFLIB[form])
        values = {str(value) for _, _, value, _ in data.quads((node, RDFS.label, None, None))}
        kept = text
        if form == RDFXML:  # XML 1.0 has no way to write most control characters
            kept = "".join(c if c >= " " or c in "\t\n\r" else "\ufffd" for c in text)
        assert values == {kept}, form.name


def test_graphml_loads_with_labels_kinds_and_weights() -> None:
    read = nx.read_graphml(io.BytesIO(exported(sample_store(), GRAPHML)), force_multigraph=True)
    base = "https://w3id.org/dragoman/id/"
    assert read.nodes[f"{base}person/joao-tavares"] == {"label": "João Tavares", "kind": "Person"}
    edges = read[f"{base}country/KEN"][f"{base}country/SWE"].values()
    assert sorted((e["label"], e["weight"]) for e in edges) == [
        ("agreedWith", 1),
        ("cooperatedWith", 1),
        ("signedWith", 1),
    ]
    assert not any("\ufffd" in data["label"] for _, data in read.nodes(data=True))


def test_graphml_of_one_article_holds_its_actors_alone() -> None:
    read = nx.read_graphml(io.BytesIO(exported(sample_store(), GRAPHML, OSLO)))
    labels = {data["label"] for _, data in read.nodes(data=True)}
    assert labels == {
        *("Ingrid Braathen", "Dawit Tessema", "Hill Front", "Ethiopia", "United Nations"),
        "Grace Adeyemi",
    }


def test_graphml_ids_are_unique() -> None:
    text = exported(sample_store(), GRAPHML).decode()
    ids = [part.split('"')[0] for part in text.split(' id="')[1:]]
    assert len(ids) == len(set(ids))


def test_csv_has_a_row_an_event_sorted_by_date() -> None:
    rows = list(csv.DictReader(io.StringIO(exported(sample_store(), CSV).decode(), newline="")))
    assert len(rows) == 23
    assert [r["date"] for r in rows] == sorted(r["date"] for r in rows)
    meeting = next(r for r in rows if r["label"].startswith("Anna Lindqvist met James Otieno"))
    assert meeting["articles"] == "world-1 | world-2"
    assert meeting["participants"] == "Anna Lindqvist | James Otieno"
    assert (meeting["place"], meeting["country"]) == ("Nairobi", "Kenya")
    assert (meeting["class"], meeting["status"], meeting["confidence"]) == (
        "Meeting",
        "happened",
        "0.93",
    )
    assert len(meeting["evidence"].split(" | ")) == 2
    signing = next(r for r in rows if r["documents"].startswith("Memorandum"))
    assert signing["sources"] == signing["targets"] == ""
    sanction = next(r for r in rows if r["class"] == "Sanction")
    assert sanction["sources"] == "European Union"
    assert sanction["targets"] == "Hill Front | Nordkap Shipping"
    assert {r["status"] for r in rows} == {"happened", "planned", "calledOff"}


def test_csv_of_one_article_holds_its_events_and_its_words_alone() -> None:
    text = exported(sample_store(), CSV, Namer().article("world-2")).decode()
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(rows) == 4
    assert {r["articles"] for r in rows} == {"world-2"}
    assert "on the first day of her visit" not in text


@pytest.mark.parametrize("form", [TRIG, NQUADS, JSONLD], ids=lambda f: f.name)
def test_readings_are_written_one_named_graph_an_article(form: Format) -> None:
    into = io.BytesIO()
    write_readings(sample_readings(), Namer(), form, into)
    data = Dataset(default_union=True)  # as those read it who look for an article's identifier
    data.parse(io.BytesIO(into.getvalue()), format=RDFLIB[form])
    articles = {Namer().article(r.article) for r in sample_readings()}
    named = {
        (str(identifier), URIRef(str(graph)), article)
        for article, _, identifier, graph in data.quads((None, DCTERMS.identifier, None, None))
    }
    assert named == {
        (r.article.id, Namer().article(r.article), Namer().article(r.article))
        for r in sample_readings()
    }
    assert {g for *_, g in quads_of(data)} == articles


@pytest.mark.shared
@pytest.mark.skipif(not SCORER.exists(), reason="the scorer is not beside this checkout")
def test_the_scorer_finds_every_event_under_its_article(tmp_path: Path) -> None:
    with (tmp_path / "read.trig").open("wb") as file:
        write_readings(sample_readings(), Namer(), TRIG, file)
    found = runpy.run_path(str(SCORER))["read_predicted"](str(tmp_path / "read.trig"))
    assert {identifier: len(events) for identifier, events in found.items()} == {
        r.article.id: len(r.events) for r in sample_readings() if r.events
    }


def test_readings_come_out_in_the_order_in_which_they_went_in() -> None:
    into = io.BytesIO()
    write_readings(reversed(sample_readings()), Namer(), NQUADS, into)
    graphs = [line.split()[-2].decode() for line in into.getvalue().splitlines()]
    order = list(dict.fromkeys(graphs))
    assert order == [f"<{Namer().article(r.article)}>" for r in reversed(sample_readings())]


def test_readings_as_a_table_show_date_class_label_status_and_words() -> None:
    into = io.BytesIO()
    write_readings(sample_readings(), Namer(), TABLE, into)
    text = into.getvalue().decode()
    line, words = _lines_with(text, "calledOff")
    assert line.split()[:3] == ["2024-06-25", "Meeting", "calledOff"]
    assert "Ingrid Braathen met Dawit Tessema, Oslo, 25 June 2024 (called off)" in line
    assert "was called off.”" in words
    assert "no events" in text


def _lines_with(text: str, word: str) -> tuple[str, str]:
    lines = text.splitlines()
    place = next(i for i, line in enumerate(lines) if word in line)
    return lines[place], lines[place + 1]


def test_formats_are_known_by_one_name_and_suffix_each() -> None:
    every = {*EXPORTS, *READINGS, *ANSWERS}
    assert len({f.name for f in every}) == len(every)
    assert len({f.suffix for f in every}) == len(every)
    assert all(f.holds in (Holds.GRAPH, Holds.DATASET) for f in ANSWER_GRAPHS)


def test_an_unknown_format_is_answered_with_those_there_are() -> None:
    assert format_named("trig", READINGS) is TRIG
    with pytest.raises(SettingError, match="turtle, trig, nquads"):
        format_named("docx")
    with pytest.raises(SettingError, match="trig, nquads, jsonld, table"):
        format_named("turtle", READINGS)
