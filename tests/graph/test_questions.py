"""Every question can be asked, and finds what it is about."""

import io

import pytest

from graph.answers import gives_graph, write_answer
from graph.errors import KnowledgeError, NotFoundError
from graph.formats import JSON, NTRIPLES
from graph.questions import Question, parse, question, questions
from tests.world import sample_store

# What stands for the actors and places of the questions in the small world.
HERE = {
    "two-steps": {"country/USA": "person/james-otieno", "country/IRN": "person/haruka-mori"},
    "between-two-states": {"country/RUS": "country/ETH", "country/UKR": "country/NOR"},
}
EVERYWHERE = {"country/USA": "country/SWE", "country/CHN": "country/KEN", '"Geneva"': '"Nairobi"'}


def asked(one: Question) -> str:
    text = one.text
    for there, here in {**EVERYWHERE, **HERE.get(one.name, {})}.items():
        text = text.replace(there, here)
    return text


@pytest.mark.parametrize("one", questions(), ids=lambda q: q.name)
def test_a_question_finds_something_in_a_world_that_has_it(one: Question) -> None:
    answer = io.BytesIO()
    text = asked(one)
    write_answer(sample_store(), text, NTRIPLES if gives_graph(text) else JSON, answer)
    assert answer.getvalue()
    assert b'"bindings":[]' not in answer.getvalue()
    assert b'"boolean":false' not in answer.getvalue()


@pytest.mark.parametrize("one", questions(), ids=lambda q: q.name)
def test_a_question_asks_no_other_server_and_declares_no_prefix(one: Question) -> None:
    code = "\n".join(line for line in one.text.splitlines() if not line.startswith("#"))
    assert "SERVICE" not in code.upper()
    assert "PREFIX" not in code.upper()


def test_there_are_at_least_sixteen_questions_of_all_four_forms() -> None:
    texts = [q.text for q in questions()]
    assert len(texts) >= 16
    for form in ("\nSELECT", "\nASK", "\nCONSTRUCT", "\nDESCRIBE"):
        assert any(form in text for text in texts), form


def test_a_pair_stands_once_however_often_its_people_meet() -> None:
    store = sample_store()
    rows = store.select(question("top-pairs").text)
    assert (str(rows[0]["one"]), str(rows[0]["other"])) == ("Kenya", "Sweden")
    # Meeting, visit, signing, aid, agreement and cooperation; the planned visit is not one.
    assert int(str(rows[0]["events"])) == 6


def test_what_two_articles_say_is_not_said_by_one() -> None:
    rows = sample_store().select(question("said-by-one-article").text)
    pairs = {(str(r["a"]).rpartition("/")[2], str(r["b"]).rpartition("/")[2]) for r in rows}
    assert ("haruka-mori", "joao-tavares") in pairs
    assert ("anna-lindqvist", "james-otieno") not in pairs


def test_an_unknown_question_is_answered_with_those_there_are() -> None:
    with pytest.raises(NotFoundError, match="who-met"):
        question("what-is-love")


def test_a_question_without_description_is_refused_by_file_and_line() -> None:
    with pytest.raises(KnowledgeError, match=r"data/questions/bare\.rq, line 2"):
        parse("bare", "# Title\nASK {}")
