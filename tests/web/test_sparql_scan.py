"""What a query reaches is known before it runs, however it is written."""

import contextlib

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from web.sparql.exchange import Refusal
from web.sparql.scan import check_depth, check_remote, is_volatile, with_dataset

REMOTE = (
    "SELECT * { SERVICE <http://a.example/> { ?s ?p ?o } }",
    "select * { service silent <http://a.example/> { ?s ?p ?o } }",
    "SELECT * {SERVICESILENT<http://a.example/>{?s ?p ?o}}",
    "SELECT * { ?a ?b 2SERVICE<http://a.example/>{?s ?p ?o} }",
    "SELECT * { ?a ?b trueSERVICE<http://a.example/>{?s ?p ?o} }",
    "SELECT * { SERVICE ?where { ?s ?p ?o } }",
    "PREFIX x: <http://a.example/> SELECT * { SERVICE x:sparql { ?s ?p ?o } }",
    "PREFIX x: <http://a.example/> SELECT * {SERVICEx:sparql{ ?s ?p ?o }}",
    "SELECT * { SERVICE # <here>\n <http://a.example/> # {\n { ?s ?p ?o } }",
    "SELECT * { \\u0053ERVICE <http://a.example/> { ?s ?p ?o } }",
    "SELECT * { \\U00000053ERVICE <http://a.example/> { ?s ?p ?o } }",
    "SELECT * { SERVICE <http\\u003a//a.example/> { ?s ?p ?o } }",
    "SELECT * { FILTER(1<#x> '''\n 1) SERVICE <http://a.example/> { ?s ?p ?o } #'''\n}",
    "SELECT * { ?s ex:it\\'s ?o . SERVICE <http://a.example/> {} FILTER(?o = 'x') }",
    "INSERT { ?s ?p ?o } WHERE { SERVICE <http://a.example/> { ?s ?p ?o } }",
    "LOAD <http://a.example/data.ttl>",
    "PREFIX x: <http://a.example/> LOAD SILENT x:data INTO GRAPH <http://b.example/>",
    "CLEAR ALL;LOAD<http://a.example/data.ttl>",
    "SELECT * { SERVICE <" + "http://a.example/" + "a" * 5000 + "> { ?s ?p ?o } }",
    "SELECT * { SERVICE" + " # padding\n" * 500 + "<http://a.example/> { ?s ?p ?o } }",
)
LOCAL = (
    "SELECT * { ?s ?p 'the secret SERVICE <http://a.example/> { }' }",
    'SELECT * { ?s ?p """the SERVICE <http://a.example/> { and LOAD <x:y>""" }',
    "# SERVICE <http://a.example/> { }\nSELECT * { ?s ?p ?o }",
    "SELECT ?service ?load { GRAPH ?service { ?load ?p ?o } }",
    "PREFIX service: <http://a.example/> SELECT * { ?s service:load ?o }",
    "SELECT * { ?s <http://a.example/service> ?o }",
    "SELECT * { ?s a <http://www.w3.org/2002/07/owl#Thing> ; ?p 'service <x> {' }",
    "LOAD <somewhere:else>",
)


@pytest.mark.parametrize("text", REMOTE)
def test_a_call_to_another_server_is_seen(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        check_remote(text, ())
    assert refused.value.status == 403


@pytest.mark.parametrize("text", LOCAL)
def test_words_that_call_nobody_are_let_through(text: str) -> None:
    assert check_remote(text, ()) is False


@given(st.text(alphabet="<>#'\"\\ \n{}?:.aS", max_size=40))
def test_no_text_before_a_call_hides_it_unless_the_store_sees_none_either(before: str) -> None:
    # Where the store's own reading of the text comes to the call, so does ours.
    text = f"ASK {{ {before} SERVICE <http://127.0.0.1:1/> {{ ?s ?p ?o }} }}"
    try:
        ox.Store().query(text)
    except SyntaxError:
        return
    except (OSError, RuntimeError):
        with pytest.raises(Refusal):
            check_remote(text, ())


@pytest.mark.parametrize(
    ("target", "allowed"),
    [
        ("<http://a.example/sparql>", True),
        ("<https://A.EXAMPLE:443/sparql>", True),
        ("<http://b.example:8080/>", True),
        ("<http://b.example/>", False),
        ("<http://b.example:80801/>", False),
        ("<http://a.example.evil.example/>", False),
        ("<http://evil.example/a.example>", False),
        ("<http://a.example@evil.example/>", False),
        ("<http://evil.example#a.example/>", False),
        ("<http://a.example\\u0040evil.example/>", False),
        ("<//a.example/>", False),
        ("?anywhere", False),
    ],
)
def test_only_listed_hosts_may_be_called(target: str, allowed: bool) -> None:
    text = f"SELECT * {{ SERVICE {target} {{ ?s ?p ?o }} }}"
    hosts = ("a.example", "b.example:8080")
    if allowed:
        assert check_remote(text, hosts) is True
    else:
        with pytest.raises(Refusal):
            check_remote(text, hosts)


def test_one_listed_host_does_not_cover_for_another() -> None:
    text = "SELECT * { SERVICE <http://a.example/> {} SERVICE <http://c.example/> {} }"
    with pytest.raises(Refusal, match=r"c\.example"):
        check_remote(text, ("a.example",))


@pytest.mark.parametrize(
    "text",
    ["service#" * 30_000, "service:" * 30_000, "service " * 30_000, "<#'" * 60_000, "'''" * 60_000],
)
def test_a_text_made_to_be_slow_is_read_to_its_end(text: str) -> None:
    with contextlib.suppress(Refusal):
        check_remote(text, ())


def test_deep_brackets_are_refused_and_many_are_not() -> None:
    with pytest.raises(Refusal) as refused:
        check_depth("ASK { FILTER(" + "(" * 20_000 + "1" + ")" * 20_000 + ") }")
    assert refused.value.status == 400
    check_depth("ASK { " + "FILTER(1) " * 5000 + "}")
    check_depth("ASK { ?s ?p '" + "(" * 5000 + "' }")


def test_a_dataset_of_the_protocol_becomes_clauses_of_each_operation() -> None:
    update = (
        "DELETE { ?s ?p 'WHERE' } INSERT { ?s ?p 1 } WHERE { ?s ?p ?o } ; "
        "INSERT DATA { <x:s> <x:p> 'USING' } ; DELETE WHERE { ?s ?p ?o }"
    )
    written = with_dataset(update, ["x:g"], ["x:n"])
    assert written.count("USING <x:g>\nUSING NAMED <x:n>\nWHERE") == 2
    assert written.endswith(
        "DELETE { ?s ?p ?o }\nUSING <x:g>\nUSING NAMED <x:n>\nWHERE { ?s ?p ?o }"
    )
    assert with_dataset(update, [], []) == update


@pytest.mark.parametrize("clause", ["USING <x:h>", "USING NAMED <x:h>"])
def test_a_dataset_given_twice_is_refused(clause: str) -> None:
    with pytest.raises(Refusal):
        with_dataset(f"DELETE {{ ?s ?p ?o }} {clause} WHERE {{ ?s ?p ?o }}", ["x:g"], [])


def test_answers_that_differ_each_time_are_known() -> None:
    assert is_volatile("SELECT (NOW() AS ?now) { }")
    assert is_volatile("SELECT (struuid() AS ?id) { }")
    assert not is_volatile("SELECT ?nowhere { ?s ?p ?nowhere }")
