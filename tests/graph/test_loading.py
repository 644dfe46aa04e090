"""Loading article graphs: the same store as from articles one by one, whichever way they go in."""

import gzip
import io
import random
from pathlib import Path

import pytest
from rdflib import Literal, URIRef
from rdflib.namespace import SKOS

from graph.address import Credentials
from graph.embedded import EmbeddedStore
from graph.errors import InputError
from graph.exports import write_readings
from graph.formats import EXPORTS, format_named
from graph.loading import Loaded, load
from graph.naming import Namer
from graph.store import GraphWriter, Triple, open_store
from graph.terms import statement
from tests.graph.contents import TRIPLES, A, B, C, articles, merged, union
from tests.graph.indexes import kept, made_anew
from tests.graph.servers import TOKEN
from tests.world import sample_readings, sample_store


@pytest.fixture(params=["few", "many"])
def size(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Whether what is new counts as much, so that a folder takes it at once."""
    if request.param == "many":
        monkeypatch.setattr("graph.loading._MANY", 1)
    return str(request.param)


def nquads(said: dict[URIRef, tuple[Triple, ...]]) -> list[str]:
    """The statements as lines of N-Quads."""
    return [f"{statement(t)} <{g}> .\n" for g, all_ in said.items() for t in all_]


def written(file: Path, lines: list[str]) -> Path:
    file.write_text("".join(lines), encoding="utf-8")
    return file


@pytest.mark.parametrize("form", ["nquads", "trig", "jsonld"])
@pytest.mark.parametrize("packed", [False, True])
def test_what_was_extracted_is_loaded_as_if_it_had_been_read_here(
    tmp_path: Path, form: str, packed: bool
) -> None:
    stream = io.BytesIO()
    write_readings(sample_readings(), Namer(), format_named(form), stream)
    file = tmp_path / f"read{format_named(form, EXPORTS).suffix}"
    file.write_bytes(stream.getvalue())
    if packed:
        file = tmp_path / f"{file.name}.gz"
        file.write_bytes(gzip.compress(stream.getvalue()))
    store = EmbeddedStore(tmp_path / "store")
    assert load(store, file) == Loaded(new=7, replaced=0)
    assert set(store.quads()) == set(sample_store().quads())
    assert kept(store) == made_anew(store)
    store.close()


@pytest.mark.usefixtures("size")
@pytest.mark.parametrize("piece", [1, 300, 1 << 20])
def test_articles_that_are_there_are_replaced_and_others_stay(
    tmp_path: Path, piece: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.loading._PIECE", piece)
    lines = nquads({A: TRIPLES[1:4], C: TRIPLES[3:]})
    random.Random(5).shuffle(lines)  # noqa: S311 - a file in no order
    store = EmbeddedStore()
    store.replace_many([(A, TRIPLES[:2]), (B, TRIPLES[:3])])
    assert load(store, written(tmp_path / "a.nq", lines)) == Loaded(new=1, replaced=1)
    assert articles(store) == {A: set(TRIPLES[1:4]), B: set(TRIPLES[:3]), C: set(TRIPLES[3:])}
    assert merged(store) == union(articles(store))
    assert kept(store) == made_anew(store)


def test_the_default_graph_of_a_file_is_passed_over(tmp_path: Path) -> None:
    lines = [f'<x:a> <{SKOS.prefLabel}> "nobody\'s" .\n', *nquads({A: TRIPLES})]
    lines.append(f"<x:a> <{SKOS.related}> <x:b> .\n")
    store = EmbeddedStore()
    load(store, written(tmp_path / "a.nq", lines))
    assert merged(store) == set(TRIPLES)


def test_spaces_comments_and_literals_of_all_kinds_are_read(tmp_path: Path) -> None:
    text = (
        f'# said\n\n  <x:a>\t<x:p> "a \\" <x:b> . \\n"   <{A}>.\n'
        f'<x:a> <x:p> "b"@en-GB <{A}> . # more\r\n<x:a> <x:p> "\\u00e9"^^<x:t> <{B}> .'
    )
    store = EmbeddedStore()
    (tmp_path / "a.nq").write_bytes(text.encode())
    assert load(store, tmp_path / "a.nq") == Loaded(new=2, replaced=0)
    a, p = URIRef("x:a"), URIRef("x:p")
    assert articles(store) == {
        A: {(a, p, Literal('a " <x:b> . \n')), (a, p, Literal("b", lang="en-GB"))},
        B: {(a, p, Literal("é", datatype=URIRef("x:t")))},
    }
    assert merged(store) == union(articles(store))


@pytest.mark.usefixtures("size")
@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (f"_:b <x:p> <x:o> <{B}> .\n", "blank nodes"),
        (f"<x:s> <x:p> _:b <{B}> .\n", "blank nodes"),
        (f"<x:s> <x:p> <<( <x:a> <x:b> <x:c> )>> <{B}> .\n", "statements about statements"),
        (f"<x:s> <x:p> <not an address> <{B}> .\n", "cannot be loaded"),
        ("this is no statement\n", "cannot be loaded"),
    ],
)
def test_a_file_that_cannot_be_kept_is_named_and_nothing_new_of_it_is_kept(
    tmp_path: Path, line: str, reason: str, full: bool
) -> None:
    store = EmbeddedStore(tmp_path / "store")
    if full:
        store.replace(C, TRIPLES)
    before = set(store.quads())
    file = written(tmp_path / "bad.nq", [*nquads({A: TRIPLES}), line])
    with pytest.raises(InputError, match=reason) as caught:
        load(store, file)
    assert str(file) in str(caught.value)
    assert set(store.quads()) == before
    load(store, written(tmp_path / "good.nq", nquads({A: TRIPLES})))
    assert articles(store)[A] == set(TRIPLES)
    store.close()


def test_a_file_of_another_form_or_none_is_named(tmp_path: Path) -> None:
    for name, reason in (("a.ttl", "forms that hold named graphs"), ("a.nq", "No such file")):
        with pytest.raises(InputError, match=reason):
            load(EmbeddedStore(), tmp_path / name)
    (tmp_path / "a.nq.gz").write_bytes(gzip.compress(b"<x:a> " * 99)[:-9])
    with pytest.raises(InputError, match=r"a\.nq\.gz: cannot be loaded"):
        load(EmbeddedStore(), tmp_path / "a.nq.gz")


def test_stores_on_servers_are_loaded_article_by_article(
    tmp_path: Path, oxigraph_server: str, dragoman_server: str
) -> None:
    file = written(tmp_path / "a.nq", nquads({A: TRIPLES[:4], B: TRIPLES[2:]}))
    stores: tuple[GraphWriter, ...] = (
        open_store(oxigraph_server),
        open_store(dragoman_server, Credentials(token=TOKEN)),
    )
    for store in stores:
        store.update("DROP ALL")
        store.replace(A, TRIPLES[5:])
        assert load(store, file) == Loaded(new=1, replaced=1)
        assert articles(store) == {A: set(TRIPLES[:4]), B: set(TRIPLES[2:])}
        assert merged(store) == set(TRIPLES)
        store.update("DROP ALL")
        store.close()
