"""Names, titles and texts that try to be code stay what they are: text."""

import json
import re

import pytest
from flask.testing import FlaskClient

from graph.model import (
    Actor,
    ActorClass,
    Article,
    Document,
    DocumentClass,
    Event,
    EventClass,
    Evidence,
    Participation,
    Place,
    Reading,
    Role,
)
from graph.store import open_store
from tests.web.reading import Page
from tests.world import fill
from web.app import create_app
from web.settings import Settings

IMAGE = "<img src=x onerror=alert(1)>"
SCRIPT = "</script><script>alert(1)</script>"
QUOTES = "\"'><svg onload=alert(1)> href="
TEMPLATE = "{{ 7 * 7 }} {% raw %}"
RIGHT_TO_LEFT = "\u202eوزارة الخارجية\u202c"
LONG = "long " * 2000
NAMES = (IMAGE, SCRIPT, QUOTES, TEMPLATE, RIGHT_TO_LEFT, LONG)
PAGES = (
    *(
        "/",
        "/events",
        "/events?q=alert",
        "/graph",
        "/graph?node=person/n0",
        "/central",
        "/articles",
    ),
    *("/graph?node=person/n0&view=events", "/path?from=person/n0&to=person/n1", "/search?q=alert"),
    *("/actor/person/n0", "/actor/person/n1", "/actor/person/n5", "/article/hostile", "/place/p"),
    "/sparql?query=SELECT+*+{+%3Fs+%3Fp+%3Fo+}",
    *(f"/search?q={IMAGE}", f"/path?from={SCRIPT}&to={IMAGE}", f"/nothing/{IMAGE}"),
    *(f"/events?type={SCRIPT}", f"/sparql?query={SCRIPT}", f"/graph?tone={QUOTES}"),
)


def _reading() -> Reading:
    people = [
        Actor(kind=ActorClass.PERSON, key=f"person/n{i}", label=name, aliases=(name + " again",))
        for i, name in enumerate(NAMES)
    ]
    text = f"{IMAGE} met {SCRIPT}.\n\n{QUOTES} said {TEMPLATE}. {RIGHT_TO_LEFT}"
    place = Place(key="place/p", label=IMAGE)
    events = []
    for number, kind in enumerate((EventClass.MEETING, EventClass.SIGNING, EventClass.CALL)):
        events.append(
            Event(
                kind=kind,
                participations=tuple(
                    Participation(role=Role.PARTICIPANT, actor=a)
                    for a in (people if number == 0 else people[:2])
                ),
                evidence=(Evidence(start=0, end=20, exact=text[:20]),),
                date="2024-01-01",
                place=place,
                title=SCRIPT,
                topics=(QUOTES,),
                documents=(Document(kind=DocumentClass.TREATY, title=SCRIPT, proper=True),),
                according_to=(people[2],),
            )
        )
    article = Article(
        id="hostile",
        title=SCRIPT,
        text=text,
        url="javascript:alert(1)",
        publisher=QUOTES,
        language='en"><b>',
    )
    return Reading(article=article, events=tuple(events))


@pytest.fixture(scope="module")
def hostile() -> FlaskClient:
    app = create_app(fill(open_store(None), [_reading()]), Settings(rate_per_minute=0))
    client = app.test_client()
    client.environ_base["HTTP_ACCEPT"] = "text/html"
    return client


def _links(client: FlaskClient, kind: str) -> list[str]:
    return [a for a in Page(client.get("/events").text).links if a.startswith(f"/{kind}/")]


@pytest.mark.parametrize("address", PAGES)
def test_nothing_from_the_data_becomes_markup(hostile: FlaskClient, address: str) -> None:
    page = Page(hostile.get(address).text)
    assert not page.attributes("img")
    for tag, values in page.tags:
        assert not [name for name in values if name.startswith("on")], tag
        assert tag != "b"
    for script in page.attributes("script"):
        assert script.get("src") or script.get("type") == "application/json"
    assert not [link for link in page.links if link.lower().startswith("javascript")]
    assert "49" not in page.text


@pytest.mark.parametrize("kind", ["event", "document", "place"])
def test_neither_on_the_pages_of_things(hostile: FlaskClient, kind: str) -> None:
    links = _links(hostile, kind)
    assert links
    for link in set(links):
        test_nothing_from_the_data_becomes_markup(hostile, link)


def test_names_are_shown_as_they_are(hostile: FlaskClient) -> None:
    for number, name in enumerate(NAMES[:5]):
        page = Page(hostile.get(f"/actor/person/n{number}").text)
        assert name in page.text


def test_a_long_name_does_not_fill_the_page(hostile: FlaskClient) -> None:
    assert len(hostile.get("/actor/person/n5").text) < 40_000


def test_names_in_the_explorer_are_data_and_not_code(hostile: FlaskClient) -> None:
    text = hostile.get("/graph?node=person/n0").text
    (block,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', text, re.S)
    assert "<" not in block
    drawn = {node["name"] for node in json.loads(block)["nodes"]}
    assert {IMAGE, SCRIPT, QUOTES} <= drawn


def test_text_of_any_direction_is_set_apart(hostile: FlaskClient) -> None:
    page = Page(hostile.get("/actor/person/n4").text)
    assert {"dir": "auto"} in page.attributes("h1")


def test_only_web_addresses_become_links_to_the_original(hostile: FlaskClient) -> None:
    page = Page(hostile.get("/article/hostile").text)
    assert "original" not in page.text
