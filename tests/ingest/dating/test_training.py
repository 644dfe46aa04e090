"""What the network for days learned from can be read, and what it learned holds elsewhere."""

from importlib.resources import files
from itertools import islice
from pathlib import Path

import pytest
from spacy.language import Language

from graph.errors import InputError
from ingest.dating.choosing import chosen, load_dating
from ingest.reader import Reader
from ingest.training.dating.examples import examples, fits, read_answers
from ingest.training.heldout import held_out
from ingest.training.relations.annotation import articles_of

DATA = Path(str(files("data")))
ANSWERS = DATA / "dating" / "annotated.tsv"
kept = pytest.mark.skipif(not ANSWERS.exists(), reason="the annotation is not part of the wheel")


@pytest.mark.parametrize("line", ["one\t12\tMeeting\t-", "one\ttwelve\tVisit\ta\t-\t-"])
def test_a_row_that_lacks_something_is_named(tmp_path: Path, line: str) -> None:
    labels = tmp_path / "annotated.tsv"
    labels.write_text(f"# head\n{line}\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"annotated\.tsv:2: id, offset, class, actors, day"):
        read_answers(labels)


def test_events_that_are_not_reported_have_no_answer(tmp_path: Path) -> None:
    labels = tmp_path / "annotated.tsv"
    rows = ("one\t0\tVisit\ta+b\t2011-05\t-", "one\t9\tCall\ta+b\t-\t-", "one\t20\tForce\ta\tx\tx")
    labels.write_text("\n".join(rows) + "\n", encoding="utf-8")
    both = frozenset("ab")
    assert read_answers(labels) == {"one": {(0, "Visit", both): "2011-05", (9, "Call", both): None}}


@kept
def test_the_network_is_right_more_often_than_the_rules_in_articles_that_it_did_not_learn_from(
    nlp: Language,
) -> None:
    articles = articles_of(DATA / "relations" / "annotated" / "articles.jsonl")
    left = list(islice((each for each in articles if held_out(each.id)), 60))
    told = list(examples(Reader(nlp), left, read_answers(ANSWERS)))
    assert len(told) > 80
    ruled = sum(fits(each.question.days[each.question.ruled], each.day) for each in told)
    right = sum(fits(chosen(each.question, load_dating()), each.day) for each in told)
    assert right > 1.05 * ruled
