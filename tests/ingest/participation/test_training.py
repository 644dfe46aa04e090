"""What the network for parties learned from can be read, and what it learned holds elsewhere."""

from importlib.resources import files
from itertools import islice
from pathlib import Path

import pytest
from spacy.language import Language

from graph.errors import InputError
from ingest.participation.choosing import chosen, load_participation
from ingest.reader import Reader
from ingest.relations.network import load_network
from ingest.training.heldout import held_out
from ingest.training.participation.examples import Answer, Counted, examples, read_answers
from ingest.training.participation.figures import pairs
from ingest.training.relations.annotation import articles_of

DATA = Path(str(files("data")))
ANSWERS = DATA / "participation" / "annotated.tsv"
kept = pytest.mark.skipif(not ANSWERS.exists(), reason="the annotation is not part of the wheel")


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("one\t12\tMeeting\ta+b", "id, offset, class, read"),
        ("one\ttwelve\tVisit\ta>b\ta>b", "id, offset, class, read"),
        ("one\t12\tVisit\ta>b\ta>b>c", "names more than two sides"),
    ],
)
def test_a_row_that_is_wrong_is_named(tmp_path: Path, line: str, wrong: str) -> None:
    labels = tmp_path / "annotated.tsv"
    labels.write_text(f"# head\n{line}\n", encoding="utf-8")
    with pytest.raises(InputError, match=rf"annotated\.tsv:2: .*{wrong}"):
        read_answers(labels)


def test_events_that_are_not_reported_have_no_answer(tmp_path: Path) -> None:
    labels = tmp_path / "annotated.tsv"
    rows = ("one\t0\tVisit\ta>b\ta+c>b", "one\t9\tCall\ta+b\tx")
    labels.write_text("\n".join(rows) + "\n", encoding="utf-8")
    read, right = (frozenset("a"), frozenset("b")), (frozenset("ac"), frozenset("b"))
    assert read_answers(labels) == {"one": {0: [Answer("Visit", read, right)]}}


def test_words_that_were_met_often_enough_get_numbers() -> None:
    words = Counted()
    for word in ["talks"] * 5 + ["sign"] * 4 + [""] * 9:
        assert words.get(word, 0) == 0
    assert words.numbered() == {"talks": 1}


@kept
def test_the_network_is_right_more_often_than_what_was_read_in_articles_it_did_not_learn_from(
    nlp: Language,
) -> None:
    articles = articles_of(DATA / "relations" / "annotated" / "articles.jsonl")
    left = list(islice((each for each in articles if held_out(each.id)), 60))
    network = load_participation()
    reader = Reader(nlp, network=load_network())
    told = [
        each
        for each in examples(reader, left, read_answers(ANSWERS), network.codes)
        if each.question.reported.event.kind.symmetric
    ]
    assert len(told) > 40
    wanted = [pairs(each.wanted, alike=True) for each in told]

    def right(parts: list[tuple[int, ...]]) -> float:
        read = [pairs(each, alike=True) for each in parts]
        shared = sum(len(a & b) for a, b in zip(read, wanted, strict=True))
        return 2 * shared / (sum(map(len, read)) + sum(map(len, wanted)))

    assert right([chosen(each.question, network) for each in told]) > 1.05 * right(
        [each.question.now for each in told]
    )
