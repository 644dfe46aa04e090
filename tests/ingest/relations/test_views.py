"""What the network gets to see of a sentence: its pairs, the rules, and what was said before."""

import pytest

from graph.model import Article, EventClass
from ingest.reader import Reader
from ingest.relations.context import KNOWN
from ingest.relations.network import CLASSES
from ingest.relations.views import SAID, View, views
from tests.ingest.outline import DAY


def seen(reader: Reader, text: str) -> list[View]:
    ((article, ready, pairs),) = reader.parsed([Article(id="of a test", text=text, published=DAY)])
    return list(views(reader.told(article, ready, pairs)[0]))


def test_a_sentence_without_two_sides_is_not_looked_at(reader: Reader) -> None:
    assert len(seen(reader, "Norway blamed Kenya. Chile was pleased. Nobody was hurt.")) == 1


def test_whether_two_were_named_together_before_is_known(reader: Reader) -> None:
    text = "Norway blamed Kenya. Norway praised Kenya. Norway met Chile. Norway aided Kenya."
    first, second, third, last = (view.said[0, 0, -KNOWN:] for view in seen(reader, text))
    assert first.tolist() == [0, 0, 0, 1, 1]
    assert second.tolist() == [1, 0, 1, 1, 1]
    assert third.tolist() == [0, 0, 0, 1, 1]
    assert last.tolist() == [1, 1, 0, 0, 1]


@pytest.mark.parametrize(("turn", "part"), [(0, 0), (1, 1)])
def test_the_rules_say_who_did_it_to_whom(reader: Reader, turn: int, part: int) -> None:
    (view,) = seen(reader, "Norway accused Kenya of lying.")
    said = view.said[0, turn, :-KNOWN].reshape(-1, len(CLASSES))
    assert said[part, CLASSES.index(EventClass.ACCUSATION)] > 0.5
    assert view.said.shape == (1, 2, SAID)


def test_what_was_told_before_is_told_apart(reader: Reader) -> None:
    *_, last = seen(reader, "Norway accused Kenya of lying. Norway borders Kenya.")
    said = last.said[0, 0, :-KNOWN].reshape(-1, len(CLASSES))
    accused = CLASSES.index(EventClass.ACCUSATION)
    assert said[4, accused] > 0.5
    assert not said[:4].any()
