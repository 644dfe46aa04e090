"""The annotation that the network learned from can be read, and what cannot is named."""

from importlib.resources import files
from pathlib import Path

import pytest

from graph.errors import InputError
from graph.model import EventClass
from ingest.training.relations.annotation import annotation, read_articles, read_items

FOLDER = Path(str(files("data"))) / "relations" / "annotated"
kept = pytest.mark.skipif(not FOLDER.exists(), reason="the annotation is not part of the wheel")


def test_a_relation_has_sources_and_targets_or_parties_that_stand_alike() -> None:
    told = annotation(7, "accuse 12>45,60; meet 12,45~; x 80", "here")
    accused, met = told.claims
    assert (accused.kind, accused.sources, accused.targets) == (
        EventClass.ACCUSATION,
        (12,),
        (45, 60),
    )
    assert (met.kind, met.sources, met.targets) == (EventClass.MEETING, (12, 45), ())
    assert told.misread == {80}


@pytest.mark.parametrize("text", ["scold 1>2", "accuse a>b", "accuse 1 > 2", ""])
def test_what_is_no_relation_is_named(text: str) -> None:
    with pytest.raises(InputError, match=r"row 3: .* is no relation"):
        annotation(0, text, "row 3")


def test_a_row_that_lacks_something_is_named(tmp_path: Path) -> None:
    labels = tmp_path / "items.tsv"
    labels.write_text("# head\none\t0\t-\ntwo\t-\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"items\.tsv:3: id, offset and relations"):
        list(read_items(labels, tmp_path / "corpus.jsonl"))


@kept
def test_each_annotated_article_names_its_actors_inside_its_text() -> None:
    articles = list(read_articles(FOLDER / "articles.jsonl"))
    assert len(articles) > 500
    for article, told in articles:
        offsets = [o for one in told for c in one.claims for o in (*c.sources, *c.targets)]
        assert all(0 <= offset < len(article.text) for offset in offsets), article.id


@kept
def test_each_row_of_the_items_can_be_read(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text("", encoding="utf-8")
    assert list(read_items(FOLDER / "items.tsv", corpus)) == []
