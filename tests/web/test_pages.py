"""Every page over the small world: what it says, where it leads, what it loads."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.naming import Namer
from graph.store import open_reader, open_store
from tests.web.reading import Page
from tests.world import fill, sample_readings, sample_store
from web.app import create_app
from web.headers import POLICY
from web.settings import Settings

PAGES = {
    "/": "Who met",
    "/events": "23 events, latest first.",
    "/events?type=Meeting&status=happened": "2 events of the type meeting that happened",
    "/events?actor=country/NOR&from=2024-05&to=2024-06": "with Norway from May 2024 to June 2024",
    "/events?place=oslo-nor&confidence=0.8": "in Oslo at 80% confidence or more",
    "/events?q=TURKIYE": "with the words “TURKIYE”",
    "/events?q=sdfsdf": "Nothing fits",
    "/events?page=9": "There is no page 9",
    "/actor/country/NOR": "Ingrid Braathen",
    "/actor/person/anna-lindqvist": "Foreign Minister",
    "/actor/organisation/european-union?sort=name": "the bloc",
    "/place/nairobi-ken": "3 events here",
    "/topic/water": "2 events about this",
    "/articles": "7 articles, newest first",
    "/article/world-1": "Stockholm will have given Kenya",
    "/article/world-7": "0 events: nothing was read here",
    "/search": "Type a name",
    "/search?q=turkiye": "Türkiye",
    "/search?q=oslo&kind=event": "mediated between",
    "/search?q=zzzz": "Nothing holds",
    "/graph": "The busiest actors",
    "/graph?node=country/ETH": "Around Ethiopia",
    "/graph?node=country/NOR&view=events": "Accusation",
    "/graph?node=place/oslo-nor&view=events": "Around Oslo",
    "/path": "How are two actors linked?",
    "/path?from=Norway&to=country/ETH": "1 step",
    "/path?from=Norway&to=Norway": "Both ends are the same actor",
    "/path?from=Norway&to=nobody": "No actor is called",
    "/central": "The most connected actors",
    "/central?by=central": "Betweenness",
    "/sparql": "Ask the graph",
    "/sparql?query=SELECT+*+{+%3Fs+dgm:iso3+%3Fiso+}": "7 rows",
    "/sparql?query=ASK+{+}": "Yes",
    "/ontology": "RelationsUpgrade",
    "/about": "What the figures mean",
}


@pytest.mark.parametrize(("address", "says"), PAGES.items())
def test_a_page_says_what_it_should(client: FlaskClient, address: str, says: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert says in " ".join(Page(answer.text).text.split())


@pytest.mark.parametrize("address", PAGES)
def test_a_page_loads_nothing_from_elsewhere_and_has_no_inline_code(
    client: FlaskClient, address: str
) -> None:
    answer = client.get(address)
    page = Page(answer.text)
    assert page.loads
    assert all(load.startswith("/") and not load.startswith("//") for load in page.loads)
    for script in page.attributes("script"):
        assert script.get("src") or script.get("type") == "application/json"
    assert not page.attributes("style")
    for tag, values in page.tags:
        assert not [name for name in values if name.startswith("on")], tag
        assert "style" not in values, tag


@pytest.mark.parametrize("address", PAGES)
def test_a_page_can_be_used_without_eyes_and_without_a_mouse(
    client: FlaskClient, address: str
) -> None:
    page = Page(client.get(address).text)
    assert page.attributes("html")[0]["lang"] == "en"
    assert len(page.attributes("h1")) == 1
    assert len(page.attributes("main")) == 1
    assert {"class": "skip", "href": "#main"} in page.attributes("a")
    labelled = {label.get("for") for label in page.attributes("label")}
    for tag in ("input", "select", "textarea"):
        for values in page.attributes(tag):
            assert values.get("type") == "hidden" or values.get("id") in labelled
    ids = [values["id"] for _, values in page.tags if values.get("id")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("address", [*PAGES, "/nothing", "/events.csv", "/static/site.css"])
def test_every_answer_says_what_may_be_loaded(client: FlaskClient, address: str) -> None:
    headers = client.get(address).headers
    assert headers["Content-Security-Policy"] == POLICY
    assert "unsafe" not in POLICY
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def _walked(client: FlaskClient, most: int) -> Iterator[tuple[str, int, str]]:
    """The pages that can be reached from the start page by our own links."""
    seen, left = {"/"}, ["/"]
    while left and most:
        most -= 1
        address = left.pop(0)
        answer = client.get(address)
        yield address, answer.status_code, answer.text
        if answer.mimetype != "text/html":
            continue
        for link in Page(answer.text).links:
            target = link.split("#")[0]
            if target.startswith("/") and target not in seen and target.count("=") < 3:
                seen.add(target)
                left.append(target)


def test_every_link_of_ours_leads_somewhere(client: FlaskClient) -> None:
    found = list(_walked(client, 250))
    assert len(found) == 250
    assert [address for address, status, _ in found if status != 200] == []


def test_links_to_other_sites_give_nothing_away(client: FlaskClient) -> None:
    page = Page(client.get("/actor/country/NOR").text)
    outward = [a for a in page.attributes("a") if str(a.get("href")).startswith("http")]
    assert [a["href"] for a in outward] == ["http://www.wikidata.org/entity/Q20"]
    assert all({"noopener", "nofollow"} <= set(str(a["rel"]).split()) for a in outward)


def test_an_event_shows_who_what_when_where_and_every_sentence(client: FlaskClient) -> None:
    listed = Page(client.get("/events?type=Meeting&place=nairobi-ken").text)
    address = next(link for link in listed.links if link.startswith("/event/"))
    page = Page(client.get(address).text)
    text = " ".join(page.text.split())
    for word in (
        "Anna Lindqvist",
        "James Otieno",
        "4 March 2024",
        "Nairobi",
        "2 articles",
        "water",
    ):
        assert word in text
    assert sorted(page.marks) == [
        "James Otieno received Sweden's Anna Lindqvist in Nairobi on 4 March.",
        "Swedish Foreign Minister Anna Lindqvist met her Kenyan colleague James Otieno in Nairobi "
        "on Monday, on the first day of her visit to Kenya.",
    ]
    assert "/article/world-1#at-0-139" in page.links


def test_a_link_to_a_sentence_finds_it_in_the_article(client: FlaskClient) -> None:
    for reading in sample_readings():
        for event in reading.events:
            key = str(Namer().event(event, reading.article)).rpartition("/")[2]
            for link in Page(client.get(f"/event/{key}").text).links:
                if "#at-" in link:
                    address, _, anchor = link.partition("#")
                    page = Page(client.get(address).text)
                    assert anchor in {v.get("id") for v in page.attributes("span")}


def test_an_article_shows_its_whole_text_with_every_sentence_marked(client: FlaskClient) -> None:
    for reading in sample_readings():
        key = str(Namer().article(reading.article)).rpartition("/")[2]
        page = Page(client.get(f"/article/{key}").text)
        sentences = {e.exact for event in reading.events for e in event.evidence}
        assert set(page.marks) == sentences
        without_numbers = re.sub(r"\d", "", " ".join(page.text.split()))
        assert re.sub(r"\d", "", " ".join(reading.article.text.split())) in without_numbers


def test_an_office_names_the_article_that_gives_it(client: FlaskClient) -> None:
    page = Page(client.get("/actor/person/dawit-tessema").text)
    assert "Deputy Prime Minister" in page.text
    assert any(link.startswith("/article/") for link in page.links)


def test_counterparts_are_sorted_as_asked(client: FlaskClient) -> None:
    def order(sort: str) -> list[str]:
        text = client.get(f"/actor/country/ETH?sort={sort}").text
        table = text[text.index('<table class="counterparts">') : text.index("</table>")]
        return re.findall(r'<th scope="row"><a [^>]*>([^<]+)</a>', table)

    assert order("name") == sorted(order("name"))
    assert order("coerce")[0] in ("Hill Front", "Norway")
    assert sorted(order("events")) == order("name")
    assert client.get("/actor/country/ETH?sort=colour").status_code == 400


def test_an_actor_has_the_events_of_those_who_represent_it(client: FlaskClient) -> None:
    text = " ".join(Page(client.get("/actor/country/NOR").text).text.split())
    assert "5 events of its own and of those who represent it" in text


@pytest.mark.parametrize(
    "address",
    [
        *("/event/nope", "/actor/country/XXX", "/document/nope", "/place/nope", "/topic/nope"),
        *(
            "/article/nope",
            "/nothing/at/all",
            "/event/a%3Eb",
            "/actor/x%20%7D%20%7B",
            "/id/country",
        ),
        *("/event/nope.ttl", "/graph?node=country/XXX", "/id/evidence/nope", "/actor/topic/water"),
        "/id/country",
    ],
)
def test_what_is_not_there_says_so_and_what_to_do(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    page = Page(answer.text)
    assert "What next" in page.text
    assert "/" in page.links


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("/events?type=Wedding", "type='Wedding'"),
        ("/events?from=tomorrow", "from='tomorrow'"),
        ("/events?from=2024-13", "2024-13"),
        ("/events?to=2024-1", "a year, a month or a day"),
        ("/events?confidence=7", "a number from 0 to 1"),
        ("/events?status=maybe", "calledOff"),
        ("/events?page=0", "page='0'"),
        ("/search?q=a&kind=dog", "kind='dog'"),
        ("/graph?view=dance", "actors or events"),
        ("/graph?tone=loud", "tone='loud'"),
        ("/central?by=beauty", "by='beauty'"),
    ],
)
def test_a_value_that_cannot_be_used_is_named(
    client: FlaskClient, address: str, names: str
) -> None:
    answer = client.get(address)
    assert answer.status_code == 400
    assert names in Page(answer.text).text


def test_a_syntax_error_stands_on_the_page_with_the_query(client: FlaskClient) -> None:
    answer = client.get("/sparql?query=SELEC+%3Cscript%3E")
    assert answer.status_code == 400
    assert "This could not be answered" in answer.text
    assert "SELEC &lt;script&gt;" in answer.text


def test_an_answer_links_to_our_pages_and_to_its_other_forms(client: FlaskClient) -> None:
    answer = client.get("/sparql?query=SELECT+*+{+%3Fwho+dgm:iso3+'NOR'+}")
    page = Page(answer.text)
    assert "/actor/country/NOR" in page.links
    forms = {b["value"] for b in page.attributes("button") if b.get("name") == "format"}
    assert forms == {"csv", "tsv", "json", "xml"}


def test_programs_get_errors_as_json(client: FlaskClient) -> None:
    answer = client.get("/event/nope", headers={"Accept": "application/json"})
    assert answer.status_code == 404
    assert json.loads(answer.text)["title"] == "Nothing is here"


def test_the_list_of_articles_answers_where_articles_are_sent(client: FlaskClient) -> None:
    assert client.get("/articles").status_code == 200
    assert client.post("/articles").status_code in (401, 403)


def test_an_empty_store_says_how_to_fill_it() -> None:
    client = create_app(open_store(None), Settings(rate_per_minute=0)).test_client()
    client.environ_base["HTTP_ACCEPT"] = "text/html"
    assert "dragoman demo" in client.get("/").text
    for address in ("/events", "/graph", "/central", "/articles", "/path", "/search?q=x"):
        assert client.get(address).status_code == 200


def test_pages_follow_the_store() -> None:
    store = sample_store()
    client = create_app(store, Settings(rate_per_minute=0)).test_client()
    client.environ_base["HTTP_ACCEPT"] = "text/html"
    assert "23 events" in client.get("/events").text
    assert client.get("/article/world-1").status_code == 200
    store.remove(Namer().article("world-1"))
    assert "20 events" in client.get("/events").text
    assert client.get("/article/world-1").status_code == 404


def test_a_view_of_a_store_is_shown_without_what_needs_its_owner(tmp_path: Path) -> None:
    owner = fill(open_store(str(tmp_path / "store")), sample_readings())
    owner.close()
    view = open_reader(str(tmp_path / "store"))
    client = create_app(view, Settings(rate_per_minute=0)).test_client()
    client.environ_base["HTTP_ACCEPT"] = "text/html"
    page = Page(client.get("/").text)
    assert "/events" in page.links
    assert "/sparql" not in page.links
    assert client.get("/health").json == {"status": "ok", "store": "filled"}
    assert client.post("/articles").status_code == 405
    view.close()


def test_the_site_can_stand_below_a_prefix(app: Flask) -> None:
    answer = app.test_client().get(
        "/events", headers={"Accept": "text/html"}, base_url="http://localhost/news"
    )
    page = Page(answer.text)
    ours = [link for link in page.links if not urlsplit(link).netloc and link[0] == "/"]
    assert ours
    assert all(link.startswith("/news/") for link in ours)
    assert all(load.startswith("/news/") for load in page.loads)
