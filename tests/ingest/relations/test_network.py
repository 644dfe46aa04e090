"""The network says of each pair of actors how likely each relation is."""

import json
from pathlib import Path

import numpy as np
import pytest

from graph.errors import KnowledgeError
from graph.model import Article, EventClass
from ingest import networks as module
from ingest.networks import Matrix
from ingest.reader import Reader
from ingest.relations.network import CLASSES, load_network, turn
from ingest.relations.sentences import Meeting, Sentence, pairs_of, sentence_of
from ingest.relations.views import views
from tests.ingest.outline import DAY


def sentence(reader: Reader, text: str) -> tuple[Sentence, Matrix]:
    """The first sentence of a text as the network sees it, and what the rules say of it."""
    ((article, ready, pairs),) = reader.parsed([Article(id="of a test", text=text, published=DAY)])
    view = next(views(reader.told(article, ready, pairs)[0]))
    codes = load_network().codes
    return sentence_of(view.span, view.told.tree, codes, view.pairs), view.said


def test_each_pair_has_chances_in_both_directions(reader: Reader) -> None:
    scores = load_network().scores(*sentence(reader, "Norway thanked Kenya and blamed Chile."))
    assert scores.shape == (3, 2, len(CLASSES))
    assert np.all((scores >= 0) & (scores <= 1))


def test_parties_that_stand_alike_have_one_chance(reader: Reader) -> None:
    scores = load_network().scores(*sentence(reader, "Norway met Kenya after it had blamed Chile."))
    alike = [at for at, kind in enumerate(CLASSES) if kind.symmetric]
    assert np.allclose(scores[:, 0, alike], scores[:, 1, alike])


def test_who_does_it_is_told_from_whom_it_is_done_to(reader: Reader) -> None:
    scores = load_network().scores(*sentence(reader, "Norway accused Kenya of lying."))
    forth, back = scores[0, :, CLASSES.index(EventClass.ACCUSATION)]
    assert forth > 0.5 > back


def test_the_same_sentence_gets_the_same_chances(reader: Reader) -> None:
    text = "Chile will send tents to Norway, whose envoy praised it."
    one, other = (load_network().scores(*sentence(reader, text)) for _ in range(2))
    assert np.array_equal(one, other)


def test_what_the_rules_say_counts(reader: Reader) -> None:
    told, ruled = sentence(reader, "Norway accused Kenya of lying.")
    accused = CLASSES.index(EventClass.ACCUSATION)
    with_rules, without = (load_network().scores(told, said) for said in (ruled, 0 * ruled))
    assert with_rules[0, 0, accused] > without[0, 0, accused]


def test_actors_of_one_side_are_no_pair(reader: Reader) -> None:
    text = "Norway praised Norwegian Foreign Minister Ann Lie."
    ((_, _, ((prepared, _),)),) = reader.parsed([Article(id="of a test", text=text, published=DAY)])
    assert pairs_of(prepared.units) == ()


def test_turns_say_who_stands_first_and_how_far_away() -> None:
    near, far = Meeting(0, 1, 2, (1, 2), 1), Meeting(0, 1, 30, (1, 30), 1)
    assert turn(near) != turn(near, back=True)
    assert turn(near) != turn(far)
    assert turn(Meeting(0, 4, 4, (4,), 4)) == 0


def test_a_network_that_cannot_be_read_says_where_and_what_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "relations").mkdir()
    (tmp_path / "relations" / "vocabulary.json").write_text(json.dumps({}), encoding="utf-8")
    monkeypatch.setattr(module, "files", lambda _: tmp_path)
    with pytest.raises(KnowledgeError, match=r"relations: the network cannot be read .*make relat"):
        load_network.__wrapped__()
