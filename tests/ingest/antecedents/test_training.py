"""What the network learned from can be read, and what it learned holds in other articles."""

from importlib.resources import files
from itertools import islice
from pathlib import Path

import pytest
from spacy.language import Language

from graph.errors import InputError
from ingest.antecedents.ranking import load_antecedence
from ingest.preparing import Preparer
from ingest.training.antecedents.examples import School, read_answers
from ingest.training.heldout import held_out
from ingest.training.relations.annotation import articles_of

DATA = Path(str(files("data")))
ANSWERS = DATA / "antecedents" / "annotated.tsv"
kept = pytest.mark.skipif(not ANSWERS.exists(), reason="the annotation is not part of the wheel")


@pytest.mark.parametrize("line", ["one\t12", "one\ttwelve\t-", "one 12 -"])
def test_a_row_that_lacks_something_is_named(tmp_path: Path, line: str) -> None:
    labels = tmp_path / "annotated.tsv"
    labels.write_text(f"# head\none\t0\t-\n{line}\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"annotated\.tsv:3: id, offset and actors"):
        read_answers(labels)


def test_nobody_is_an_answer_and_several_are(tmp_path: Path) -> None:
    labels = tmp_path / "annotated.tsv"
    labels.write_text("one\t0\t-\none\t9\tcountry/KEN+person/ann-lie\n", encoding="utf-8")
    wanted = {0: frozenset[str](), 9: frozenset({"country/KEN", "person/ann-lie"})}
    assert read_answers(labels) == {"one": wanted}


@kept
def test_the_network_is_right_more_often_than_the_rules_in_articles_that_it_did_not_learn_from(
    nlp: Language,
) -> None:
    articles = articles_of(DATA / "relations" / "annotated" / "articles.jsonl")
    left = list(islice((each for each in articles if held_out(each.id)), 60))
    school = School(Preparer(nlp), left, read_answers(ANSWERS))
    school.codes = load_antecedence().codes
    told = school.examples(load_antecedence())
    assert len(told) > 400
    assert sum(each.chosen for each in told) > 1.05 * sum(each.ruled for each in told)
