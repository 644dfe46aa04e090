"""The explorer: a state is an address, and expanding, hiding and pinning lead to others."""

import json
import re
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

from flask.testing import FlaskClient

from tests.web.reading import Page
from web.drawing import Line, brief


def _scene(client: FlaskClient, query: str) -> tuple[set[str], set[tuple[str, str]]]:
    found = json.loads(client.get(f"/graph.json?{query}").text)
    return (
        {node["key"] for node in found["nodes"]},
        {tuple(sorted((edge["start"], edge["end"]))) for edge in found["edges"]},
    )


def _step(client: FlaskClient, address: str, key: str, act: str) -> str:
    """The address that a node's link leads to."""
    text = client.get(address).text
    row = text[text.index(f'<tr data-key="{key}">') :]
    found = re.search(rf'data-act="{act}"[^>]* href="([^"]+)"', row[: row.index("</tr>")])
    assert found
    return found[1].replace("&amp;", "&")


def test_an_actor_stands_among_those_that_events_link_it_with(client: FlaskClient) -> None:
    nodes, edges = _scene(client, "node=country/NOR")
    assert nodes == {
        *("country/NOR", "country/ETH", "company/nordkap-shipping", "person/ingrid-braathen")
    }
    assert ("country/ETH", "country/NOR") in edges
    assert ("country/NOR", "person/ingrid-braathen") in edges
    assert ("country/ETH", "person/ingrid-braathen") in edges


def test_events_that_did_not_happen_link_nobody(client: FlaskClient) -> None:
    nodes, _ = _scene(client, "node=country/JPN")
    assert "country/SWE" not in nodes
    assert "country/BRA" in nodes


def test_an_edge_says_how_many_events_of_which_kind(client: FlaskClient) -> None:
    found = json.loads(client.get("/graph.json?node=country/SWE").text)
    edge = next(
        e for e in found["edges"] if {e["start"], e["end"]} == {"country/SWE", "country/KEN"}
    )
    assert edge["events"] == 4
    assert edge["words"] == "agreement, aid, cooperation, signing"
    query = parse_qs(urlsplit(edge["href"]).query)
    assert set(query["actor"]) == {"country/SWE", "country/KEN"}


def test_expanding_and_collapsing_are_each_others_undoing(client: FlaskClient) -> None:
    start = "/graph?node=country/NOR"
    more = _step(client, start, "country/ETH", "expand")
    grown, _ = _scene(client, urlsplit(more).query)
    before, _ = _scene(client, "node=country/NOR")
    assert before < grown
    assert "organisation/european-union" in grown
    assert _step(client, more, "country/ETH", "collapse") == start


def test_what_is_pinned_stays_when_what_brought_it_collapses(client: FlaskClient) -> None:
    more = _step(client, "/graph?node=country/NOR", "country/ETH", "expand")
    pinned = _step(client, more, "organisation/european-union", "pin")
    less = _step(client, pinned, "country/ETH", "collapse")
    nodes, _ = _scene(client, urlsplit(less).query)
    assert "organisation/european-union" in nodes
    assert "organisation/united-nations" not in nodes


def test_what_is_hidden_can_be_shown_again(client: FlaskClient) -> None:
    start = "/graph?node=country/NOR"
    hidden = _step(client, start, "country/ETH", "hide")
    nodes, edges = _scene(client, urlsplit(hidden).query)
    assert "country/ETH" not in nodes
    assert not [edge for edge in edges if "country/ETH" in edge]
    page = Page(client.get(hidden).text)
    assert "Show 1 hidden" in page.text
    assert start in page.links


def test_events_can_stand_between_actors(client: FlaskClient) -> None:
    nodes, edges = _scene(client, "node=country/NOR&view=events")
    events = {node for node in nodes if node.startswith("event/")}
    assert len(events) == 5
    assert all(any(event in edge for edge in edges) for event in events)
    assert not [e for e in edges if {end.partition("/")[0] for end in e} == {"country"}]


def test_a_tone_leaves_only_its_events(client: FlaskClient) -> None:
    nodes, _ = _scene(client, "node=country/ETH&tone=coerce")
    # The Union stands here by what it did to the Hill Front.
    assert nodes == {
        *("country/ETH", "country/NOR", "group/hill-front", "organisation/european-union")
    }


def test_the_same_state_stands_the_same(client: FlaskClient) -> None:
    query = "/graph.json?node=country/ETH&x=country/NOR"
    assert client.get(query).data == client.get(query).data


def test_no_label_lies_upon_another(client: FlaskClient) -> None:
    found = json.loads(client.get("/graph.json").text)["nodes"]
    boxes = [
        (n["x"] - len(n["label"]) * 3.8, n["y"] + n["size"], n["x"] + len(n["label"]) * 3.8, 17)
        for n in found
    ]
    for i, (left, top, right, height) in enumerate(boxes):
        for other_left, other_top, other_right, _ in boxes[i + 1 :]:
            apart = right < other_left or other_right < left
            assert apart or abs(top - other_top) >= height


def test_the_list_holds_what_the_drawing_holds(client: FlaskClient) -> None:
    text = client.get("/graph?node=country/ETH").text
    (block,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', text, re.S)
    drawn = json.loads(block)
    assert {node["id"] for node in drawn["nodes"]} == set(
        re.findall(r'<tr data-key="([^"]+)"', text)
    )
    assert len(drawn["edges"]) == text[text.index('id="links"') :].count("<tr>") - 1


def test_what_is_left_out_is_counted(client: FlaskClient) -> None:
    assert "Ethiopia: 7 of 7 shown." in Page(client.get("/graph?node=country/ETH").text).text


def test_the_drawing_library_comes_from_here(client: FlaskClient) -> None:
    answer = client.get("/vis-network.min.js")
    assert answer.status_code == 200
    assert answer.mimetype == "text/javascript"
    assert b"vis-network" in answer.data[:400]


def test_too_many_nodes_in_an_address_are_refused(client: FlaskClient) -> None:
    query = "&".join(f"pin=country/C{n}" for n in range(400))
    assert client.get(f"/graph?{query}").status_code == 400


def test_an_edge_says_briefly_what_it_stands_for() -> None:
    line = Line(
        start="country/NOR",
        end="country/KEN",
        start_name="Norway",
        end_name="Kenya",
        events=0,  # not counted between neighbours
        words="accusation, rejection, meeting",
        tone="talk",
        faint=False,
        href="/events",
        x1=0.0,
        y1=0.0,
        x2=1.0,
        y2=1.0,
    )
    assert brief(line) == "accusation …"
    assert brief(replace(line, events=12)) == "12 events"
    assert brief(replace(line, words="call, meeting")) == "call, meeting"
