"""Sources turn whatever they are given into articles, and say of each bad input what is wrong."""

import gzip
import io
import json
import os
import threading
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import Article
from ingest.outcomes import Failure, Item, Notice
from ingest.sources.catalogue import SOURCES
from ingest.sources.delivery import WHOLE_BYTES, Delivery
from ingest.sources.download import Limits
from ingest.sources.draft import ARTICLE_CHARACTERS
from ingest.sources.jsonl import BAD_ROWS_AT_START, ROW_CHARACTERS
from ingest.sources.walk import read_sources

MET = "The foreign minister of Norway met her Swedish counterpart in Oslo on Monday."
AGREED = "They agreed to reopen the railway between the two capitals, officials said."
PAGE = f"""<!doctype html>
<html lang="en-GB"><head><title>Ministers meet in Oslo | Fjord News</title>
<meta charset="utf-8">
<meta property="og:site_name" content="Fjord News">
<meta property="article:published_time" content="1975-03-03T09:00:00Z">
<link rel="canonical" href="https://fjord.example/news/ministers-meet">
</head><body>
<nav><ul><li><a href="/">Home</a></li>
<li><a href="/w">Denmark expels three diplomats</a></li></ul></nav>
<div class="cookie-banner"><p>We use cookies. <button>Accept all</button></p></div>
<article><h1>Ministers meet in Oslo</h1>
<p>{MET}</p>
<p>“We <b>have</b> nothing to hide&nbsp;&amp; everything to gain,” she said &lt;smiling&gt;.</p>
<p>{AGREED}</p></article>
<aside><h3>Related</h3><a href="/x">Chad recalls its ambassador from Libya</a></aside>
<footer>© Fjord News. All rights reserved.</footer></body></html>
"""


def rows(*values: object) -> str:
    return "".join(json.dumps(value) + "\n" for value in values)


def only(items: Iterator[Item]) -> Item:
    [item] = items
    return item


def articles(items: list[Item]) -> list[Article]:
    return [item for item in items if isinstance(item, Article)]


def put(path: Path, content: str | bytes) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)


def failure(location: str) -> str:
    item = only(read_sources([location]))
    assert isinstance(item, Failure)
    assert item.where == location
    return item.reason


# ── Text ──────────────────────────────────────────────────────────────────────────────────────────


def test_a_text_file_with_a_header_describes_itself(tmp_path: Path) -> None:
    header = "Title: Talks in Oslo\nPublished: 1975-03-03\nPublisher: Fjord News\nLanguage: en\n"
    item = only(read_sources([put(tmp_path / "oslo.txt", f"{header}\n{MET}\n")]))
    assert item == Article(
        id="oslo",
        title="Talks in Oslo",
        published=date(1975, 3, 3),
        publisher="Fjord News",
        text=MET,
    )


def test_the_address_in_a_header_is_the_id(tmp_path: Path) -> None:
    path = put(tmp_path / "a.txt", f"URL: https://fjord.example/1\ntitle: Talks\n\n{MET}")
    item = only(read_sources([path]))
    assert isinstance(item, Article)
    assert item.id == item.url == "https://fjord.example/1"
    assert item.title == "Talks"


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        (f"Talks held in Oslo\n\n{MET}", "Talks held in Oslo", MET),
        (f"{MET}\n\n{AGREED}", "", f"{MET}\n\n{AGREED}"),
        (f"Talks held in Oslo\n{MET}", "", f"Talks held in Oslo\n{MET}"),
        ("Talks held in Oslo", "", "Talks held in Oslo"),
        (f"OSLO\n\n{MET}", "", f"OSLO\n\n{MET}"),
    ],
)
def test_a_first_line_is_a_title_only_if_it_looks_like_a_headline(
    tmp_path: Path, text: str, title: str, body: str
) -> None:
    item = only(read_sources([put(tmp_path / "a.txt", text)]))
    assert isinstance(item, Article)
    assert (item.title, item.text) == (title, body)


def test_line_ends_and_stray_characters_do_not_change_the_text(tmp_path: Path) -> None:
    plain = only(read_sources([put(tmp_path / "1" / "a.txt", f"{MET}\n\n{AGREED}\n")]))
    for number, text in enumerate(
        [
            f"{MET}\r\n\r\n{AGREED}\r\n",
            f"{MET}\r\r{AGREED}",
            f"\n\n  {MET} \n \n\n\n{AGREED}\t\n",
            f"\ufeff{MET[:10]}\u00ad{MET[10:]}\u2029{AGREED}",
        ]
    ):
        path = put(tmp_path / f"x{number}" / "a.txt", text)
        assert only(read_sources([path])) == plain


# ── Encodings ─────────────────────────────────────────────────────────────────────────────────────

NAMES = "Süleyman Soylu met Côte d’Ivoire’s minister, André Touré, in Malmö."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_every_form_of_unicode_is_read(tmp_path: Path, encoding: str) -> None:
    item = only(read_sources([put(tmp_path / "a.txt", NAMES.encode(encoding))]))
    assert isinstance(item, Article)
    assert item.text == NAMES


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", NAMES),
        ("latin-1", NAMES.replace("’", "'")),
        ("cp1251", "Министр иностранных дел Сергей Лавров прибыл в Анкару. Он встретил послов."),
    ],
)
def test_an_older_encoding_is_guessed_and_said(tmp_path: Path, encoding: str, text: str) -> None:
    notice, item = read_sources([put(tmp_path / "a.txt", text.encode(encoding))])
    assert isinstance(notice, Notice)
    assert "guess" in notice.reason
    assert isinstance(item, Article)
    assert item.text == text


def test_a_page_says_its_own_encoding(tmp_path: Path) -> None:
    page = PAGE.replace('"utf-8"', "iso-8859-9").replace("she said", "Çavuşoğlu said")
    item = only(read_sources([put(tmp_path / "a.html", page.encode("cp1254"))]))
    assert isinstance(item, Article)
    assert "Çavuşoğlu said" in item.text


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b" \r\n\t\n", "is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "is not text (NUL byte at 8)"),
        (b"\x00\x01", "is not text (NUL byte at 0)"),
        (b"\xff\xfeT\x00h\x00e\xd8\xd8", "begins as UTF-16 but is broken"),
        (bytes(range(128, 256)) * 20, "is not UTF-8 (byte 0x80 at 0)"),
        (b"\x01\x02\x03\x04\x05 abc", "is not text (control characters throughout)"),
        (b"Title: Only a title\n", "holds no text"),
    ],
)
def test_a_file_that_is_no_text_is_named_with_the_reason(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    assert failure(put(tmp_path / "a.txt", content)).startswith(reason)


def test_a_control_character_is_replaced_and_said(tmp_path: Path) -> None:
    notice, item = read_sources([put(tmp_path / "a.txt", MET.replace(" met ", "\x1bmet\x07"))])
    assert notice == Notice(str(tmp_path / "a.txt"), "2 control characters were replaced by spaces")
    assert isinstance(item, Article)
    assert item.text == MET


def test_a_file_of_100_megabytes_is_refused_without_being_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.write(MET.encode())
        file.truncate(100 * 1024 * 1024)
    assert failure(str(path)).startswith(f"holds more than {WHOLE_BYTES >> 20} MiB")


def test_an_article_as_long_as_a_book_is_refused(tmp_path: Path) -> None:
    text = f"{MET} " * (ARTICLE_CHARACTERS // len(MET))
    path = put(tmp_path / "long.txt", text)
    assert "an article may have 1,000,000" in failure(path)


# ── Pages ─────────────────────────────────────────────────────────────────────────────────────────


def test_a_page_gives_its_article_without_its_furniture(tmp_path: Path) -> None:
    item = only(read_sources([put(tmp_path / "page.html", PAGE)]))
    assert isinstance(item, Article)
    quote = "“We have nothing to hide & everything to gain,” she said <smiling>."
    assert item == Article(
        id="https://fjord.example/news/ministers-meet",
        url="https://fjord.example/news/ministers-meet",
        title="Ministers meet in Oslo",
        published=date(1975, 3, 3),
        publisher="Fjord News",
        language="en-GB",
        text=f"{MET}\n\n{quote}\n\n{AGREED}",
    )


def test_broken_html_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    broken = PAGE.replace("</p>", "").replace("</article>", "<div <<p").replace("</html>", "")
    item = only(read_sources([put(tmp_path / "page.html", broken)]))
    assert isinstance(item, Article)
    assert MET in item.text


@pytest.mark.parametrize(
    "page", ["<html></html>", "<", "<html><body><nav>Home</nav></body></html>"]
)
def test_a_page_without_an_article_is_named(tmp_path: Path, page: str) -> None:
    assert failure(put(tmp_path / "page.html", page)).startswith("no article was found")


# ── JSON lines ────────────────────────────────────────────────────────────────────────────────────


def test_a_row_is_kept_exactly_as_it_is_given(tmp_path: Path) -> None:
    text = "  Home\r\n\r\nAnkara [[met]]\u00a0<b>Brussels</b>.  e\u0301\n"
    row = {
        "id": "n-1",
        "title": "Talks",
        "text": text,
        "published": "2024-11-15",
        "url": "https://fjord.example/n",
        "publisher": "Fjord",
        "language": "en",
        "events": [{"ignored": True}],
    }
    item = only(read_sources([put(tmp_path / "news.jsonl", rows(row))]))
    assert item == Article(
        id="n-1",
        title="Talks",
        text=text,
        published=date(2024, 11, 15),
        url="https://fjord.example/n",
        publisher="Fjord",
    )


def test_a_bad_row_is_named_with_its_line_and_the_rest_goes_on(tmp_path: Path) -> None:
    content = (
        rows({"id": "a", "text": MET}).encode()
        + b'{"id": "b", "text": \n'
        + b"\n"
        + b'[1, 2]\n{"id": "c"}\n{"id": "d", "text": 7}\n'
        + b'{"id": "e", "text": "M\xe9t"}\n'
        + b'{"id": "f", "text": "  "}\n'
        + b"[" * 100_000
        + b"\n"
        + rows({"id": "z", "text": AGREED}).encode()
    )
    path = put(tmp_path / "news.jsonl", content)
    items = list(read_sources([path]))
    assert [item.id for item in articles(items)] == ["a", "z"]
    assert [str(item).removeprefix(path) for item in items if isinstance(item, Failure)] == [
        ":2: the row is not JSON (Expecting value at character 22)",
        ':4: the row is not a JSON object; write {"id": "a1", "text": "…"}',
        ':5: the row has no "text"',
        ':6: "text" is not a string',
        ":7: the row is not UTF-8 (byte 0xe9 at character 23); save the file as UTF-8",
        ":8: holds no text; nothing to read",
        ":9: the row is not an article (too deep, or too large a number)",
    ]


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2024-11-15", date(2024, 11, 15)),
        ("2024-11-15T23:30:00+09:00", date(2024, 11, 15)),
        ("2024-11-15 10:00", date(2024, 11, 15)),
        ("Fri, 15 Nov 2024 10:00:00 GMT", date(2024, 11, 15)),
        (None, None),
        ("", None),
    ],
)
def test_a_date_of_publication_is_read_in_its_usual_forms(
    tmp_path: Path, published: str | None, expected: date | None
) -> None:
    path = put(tmp_path / "n.jsonl", rows({"id": "a", "text": MET, "published": published}))
    item = only(read_sources([path]))
    assert isinstance(item, Article)
    assert item.published == expected


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("published", "2024-13-45"),
        ("published", "last week"),
        ("published", 20241115),
        ("url", "not an address"),
        ("url", "javascript:alert(1)"),
        ("language", "<script>"),
        ("title", ["Talks"]),
    ],
)
def test_a_bad_detail_is_left_out_and_said(tmp_path: Path, key: str, value: object) -> None:
    path = put(tmp_path / "n.jsonl", rows({"id": "a", "text": MET, key: value}))
    notice, item = read_sources([path])
    assert isinstance(notice, Notice)
    assert notice.where == f"{path}:1"
    assert "left out" in notice.reason
    assert item == Article(id="a", text=MET)


def test_half_a_character_pair_does_not_shift_the_text(tmp_path: Path) -> None:
    path = put(tmp_path / "n.jsonl", '{"id": "a", "text": "Oslo \\ud83d met."}\n')
    notice, item = read_sources([path])
    assert isinstance(notice, Notice)
    assert item == Article(id="a", text="Oslo   met.")


def test_a_row_without_id_is_named_by_its_address_or_its_content(tmp_path: Path) -> None:
    path = put(
        tmp_path / "n.jsonl",
        rows(
            {"text": MET, "url": "https://fjord.example/1"}, {"text": MET}, {"id": 7, "text": MET}
        ),
    )
    ids = [item.id for item in articles(list(read_sources([path])))]
    again = put(tmp_path / "other.jsonl", rows({"text": MET}))
    assert ids[0] == "https://fjord.example/1"
    assert ids[1] == articles(list(read_sources([again])))[0].id
    assert ids[2] == "7"


def test_a_doubled_id_is_said_and_both_are_given(tmp_path: Path) -> None:
    path = put(tmp_path / "n.jsonl", rows({"id": "a", "text": MET}, {"id": "a", "text": AGREED}))
    first, notice, second = read_sources([path])
    assert notice == Notice("a", "this id was there before; the later article counts")
    assert articles([first, second]) == [Article(id="a", text=MET), Article(id="a", text=AGREED)]


def test_a_row_that_is_too_long_does_not_stop_the_next(tmp_path: Path) -> None:
    long = json.dumps({"id": "l", "text": "x" * ROW_CHARACTERS})
    path = put(tmp_path / "n.jsonl", f"{long}\n{rows({'id': 'a', 'text': MET})}")
    bad, good = read_sources([path])
    assert isinstance(bad, Failure)
    assert bad.where == f"{path}:1"
    assert good == Article(id="a", text=MET)


def test_a_file_of_something_else_is_given_up_early(tmp_path: Path) -> None:
    path = put(tmp_path / "n.jsonl", "certainly not JSON\n" * 5000)
    items = list(read_sources([path]))
    assert len(items) == BAD_ROWS_AT_START + 1
    assert str(items[-1]).startswith(f"{path}: none of the first 100 rows could be read")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_json_lines_from_a_spreadsheet_are_read(tmp_path: Path, encoding: str) -> None:
    text = json.dumps({"id": "a", "text": NAMES}, ensure_ascii=False) + "\r\n"
    item = only(read_sources([put(tmp_path / "n.ndjson", text.encode(encoding))]))
    assert item == Article(id="a", text=NAMES)


# ── Packed files ──────────────────────────────────────────────────────────────────────────────────


def test_packed_files_are_read_as_what_they_hold(tmp_path: Path) -> None:
    put(tmp_path / "a.txt.gz", gzip.compress(MET.encode()))
    put(tmp_path / "b.html.gz", gzip.compress(PAGE.encode()))
    put(tmp_path / "c.jsonl.gz", gzip.compress(rows({"id": "c", "text": AGREED}).encode()))
    found = articles(list(read_sources([str(tmp_path)])))
    assert [a.id for a in found] == ["a", "https://fjord.example/news/ministers-meet", "c"]


def test_a_broken_packed_file_is_named_after_the_rows_before_the_break(tmp_path: Path) -> None:
    lines = [{"id": str(n), "text": f"{MET} {os.urandom(40).hex()}"} for n in range(2000)]
    packed = gzip.compress(rows(*lines).encode())
    path = put(tmp_path / "n.jsonl.gz", packed[: len(packed) // 2])
    *read, last = read_sources([path])
    assert articles(read)
    assert isinstance(last, Failure)
    assert "broken gzip file after row" in last.reason
    assert "broken gzip file" in failure(put(tmp_path / "t.txt.gz", packed[:100]))


# ── Files, folders, standard input ────────────────────────────────────────────────────────────────


def test_a_missing_file_is_named() -> None:
    assert failure("nowhere/at-all.txt") == "no such file or folder"


def test_a_file_of_an_unknown_kind_is_named_with_the_known_ones(tmp_path: Path) -> None:
    reason = failure(put(tmp_path / "talks.pdf", b"%PDF-1.7"))
    assert all(ending in reason for source in SOURCES for ending in source.endings)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    path = put(tmp_path / "a.txt", MET)
    Path(path).chmod(0)
    assert failure(path).startswith("cannot be read: Permission denied")


def test_a_folder_is_walked_in_order_and_the_rest_is_counted(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a/z.txt",
        "a/b.txt",
        ".hidden.txt",
        ".git/x.txt",
        "n.pdf",
        "m.pdf",
        "READ",
    ):
        put(tmp_path / name, MET)
    *found, notice = read_sources([str(tmp_path)])
    assert [a.id for a in articles(found)] == ["a/b", "a/z", "b"]
    assert notice == Notice(
        str(tmp_path), "files of other kinds were left out (.pdf 2, no ending 1)"
    )


def test_a_folder_with_nothing_to_read_is_named(tmp_path: Path) -> None:
    assert failure(str(tmp_path)).startswith("holds no file that can be read (it is empty)")


def test_two_files_of_one_name_are_two_articles(tmp_path: Path) -> None:
    paths = [put(tmp_path / part / "report.txt", f"{MET} {part}") for part in ("x", "y")]
    first, second = (item.id for item in articles(list(read_sources(paths))))
    assert first == "report"
    assert second.startswith("report-")
    assert [a.id for a in articles(list(read_sources(paths)))] == [first, second]


def test_a_file_name_that_is_no_text_can_still_be_read_and_printed(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(str(tmp_path)) + b"/caf\xe9.txt")
    Path(path).write_text(MET)
    [item] = articles(list(read_sources([path])))
    item.id.encode()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (rows({"id": "a", "text": MET}), "a"),
        (PAGE, "https://fjord.example/news/ministers-meet"),
        (f"URL: https://fjord.example/t\n\n{MET}", "https://fjord.example/t"),
    ],
)
def test_standard_input_is_told_by_its_content(content: str, expected: str) -> None:
    for data in (content.encode(), gzip.compress(content.encode())):
        [item] = articles(list(read_sources(["-"], stdin=io.BytesIO(data))))
        assert item.id == expected


def test_text_from_standard_input_is_named_by_its_content() -> None:
    first, second = (
        articles(list(read_sources(["-"], stdin=io.BytesIO(MET.encode()))))[0] for _ in range(2)
    )
    assert first == second
    assert first.text == MET


def test_nothing_on_standard_input_is_said() -> None:
    assert only(read_sources(["-"], stdin=io.BytesIO(b""))) == Failure(
        "standard input", "is empty; nothing to read"
    )


def test_a_broken_packed_stream_is_named() -> None:
    packed = gzip.compress(rows({"id": "a", "text": MET}).encode())
    for data in (packed[:20], packed[:5] + b"\xff" * 30):
        assert "gzip" in str(only(read_sources(["-"], stdin=io.BytesIO(data))))


_PIECES = st.sampled_from(
    [
        b"<p>",
        b"</",
        b"<!--",
        b'{"id": "',
        b'"text": ',
        b"\n",
        b"\0",
        b"\xff\xfe",
        b"\xe9",
        b"&#x110000;",
    ]
)


@pytest.mark.parametrize("ending", [e for source in SOURCES for e in source.endings])
@given(data=st.binary(max_size=200) | st.lists(_PIECES | st.binary(max_size=9)).map(b"".join))
@settings(max_examples=60, deadline=None)
def test_no_bytes_whatever_are_more_than_a_failure(ending: str, data: bytes) -> None:
    source = next(s for s in SOURCES if ending in s.endings)
    delivery = Delivery(where="x", name="x", open=lambda: io.BytesIO(data))
    for item in source.read(delivery):
        if isinstance(item, Article):
            f"{item.id}{item.title}{item.text}".encode()  # nothing that cannot be written
            assert item.id
            assert item.text.strip()
        else:
            assert item.where.startswith("x")
            assert item.reason


# ── The network, on loopback ──────────────────────────────────────────────────────────────────────


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        kind, body = {
            "/page?from=mail": ("text/html; charset=utf-8", PAGE.encode()),
            "/news.jsonl": ("text/plain", rows({"id": "j", "text": MET}).encode()),
            "/latin": ("text/plain; charset=iso-8859-1", "Malmö met Århus.".encode("latin-1")),
            "/talks.txt": ("application/octet-stream", MET.encode()),
            "/talks.pdf": ("application/pdf", b"%PDF"),
            "/big.txt": ("text/plain", b"x" * 100_000),
        }.get(self.path, ("", b""))
        if self.path == "/loop":
            self.send_response(302)
            self.send_header("Location", "/loop")
            self.end_headers()
            return
        self.send_response(200 if kind else 404)
        self.send_header("Content-Type", kind or "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_pages_and_files_are_fetched(site: str) -> None:
    found = articles(
        list(
            read_sources(
                f"{site}{path}"
                for path in ("/page?from=mail", "/news.jsonl", "/latin", "/talks.txt")
            )
        )
    )
    assert [a.id for a in found] == [
        f"{site}/page?from=mail",
        "j",
        f"{site}/latin",
        f"{site}/talks.txt",
    ]
    assert found[0].title == "Ministers meet in Oslo"
    assert found[2].text == "Malmö met Århus."
    assert found[3].url == f"{site}/talks.txt"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/nowhere", "the server answered 404"),
        ("/talks.pdf", "is application/pdf, which cannot be read"),
        ("/loop", "cannot be reached (Exceeded maximum allowed redirects.)"),
    ],
)
def test_an_address_that_gives_no_article_is_named(site: str, path: str, reason: str) -> None:
    assert reason in failure(site + path)


def test_an_answer_over_the_limit_is_refused(site: str) -> None:
    item = only(read_sources([f"{site}/big.txt"], limits=Limits(bytes=1000)))
    assert isinstance(item, Failure)
    assert "larger than" in item.reason


def test_a_server_that_is_not_there_is_named(site: str) -> None:
    assert "cannot be reached" in failure("http://127.0.0.1:1/a.txt")


# ── The sample articles ───────────────────────────────────────────────────────────────────────────

SAMPLES = Path(str(files("data") / "samples"))


def test_every_sample_article_is_read_without_a_word_of_complaint() -> None:
    items = list(read_sources([str(SAMPLES)]))
    found = articles(items)
    assert found == items
    assert len(found) == sum(1 for path in SAMPLES.iterdir())
    assert all(a.title and a.published and a.publisher for a in found)
    assert not [a.id for a in found if a.published and not a.id.startswith(str(a.published.year))]


def test_the_sample_page_keeps_its_story_and_loses_its_furniture() -> None:
    page = SAMPLES / "2024-beijing-declaration.html"
    item = only(read_sources([str(page)]))
    assert isinstance(item, Article)
    assert item.text.startswith("BEIJING — Fourteen Palestinian factions")
    assert item.text.endswith("for a first round.")
    source = page.read_text()
    for furniture in (
        "Orbán visits",
        "accuse China of enabling",
        "recognise Palestinian state",
        "Belarus and China start",
        "cookies",
        "Share on",
        "Sign up",
        "Photo:",
    ):
        assert furniture in source
        assert furniture not in item.text
