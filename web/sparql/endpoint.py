"""SPARQL 1.1 Protocol: queries for everyone, updates with the token, a page for browsers."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from graph.errors import QueryError
from graph.sqliteindex import SqliteIndex
from graph.textquery import expand
from graph.vocabulary import PREFIXES
from web.sparql import rehearsal, scan
from web.sparql.answers import Answer, take
from web.sparql.description import service_description
from web.sparql.evaluation import Failure, Job
from web.sparql.exchange import Call, Headers, Refusal, Reply
from web.sparql.negotiation import NATIVE, TABLES, TURTLE, Wanted, wanted
from web.sparql.parameters import FORM, Dataset, allow, dataset, in_address, in_form, only, text_of
from web.sparql.service import READING, Service

QUERY_TYPE = "application/sparql-query"
UPDATE_TYPE = "application/sparql-update"
_QUERY_BYTES = 1 << 20
_REHEARSED = 4096
_PAGE_ROWS = 10_000
_PAGE_BYTES = 16 << 20
_QUERY_NAMES = ("query", "default-graph-uri", "named-graph-uri", "format")
_UPDATE_NAMES = ("update", "using-graph-uri", "using-named-graph-uri", "format")
_METHODS = "GET, HEAD, POST, OPTIONS"
_VARY = (("Vary", "Accept"),)


@dataclass(frozen=True, slots=True)
class Question:
    """What a request asks: a query or an update, on which graphs, in which form."""

    text: str | None
    """None where the request asks nothing."""
    update: bool
    dataset: Dataset
    override: str | None


@dataclass(frozen=True, slots=True)
class Asked:
    """A query that may be run, and what its answer goes out with."""

    job: Job
    forms: Wanted
    network: bool
    """Whether it calls other servers, which it may."""
    keep: bool
    """Whether its answer holds until the store changes."""
    tag: str
    """The name of that answer, for those who ask whether it still holds; empty where none does."""


def endpoint(service: Service, call: Call) -> Reply:
    """The answer to any request at ``/sparql``; raises `Refusal`."""
    if call.method == "OPTIONS":
        return options(_METHODS)
    if call.method not in ("GET", "HEAD", "POST"):
        raise Refusal(405, f"{call.method} is not for this address", (("Allow", _METHODS),))
    question = read_question(call)
    if question.update:
        return _update(service, call, question)
    forms = wanted(call.header("accept"), question.override, html=service.page is not None)
    if forms.html:
        return _page(service, call, question)
    if question.text is None:
        if forms.graph is None:
            raise Refusal(400, "no query was sent; send one as ?query= or in the body of a POST")
        return _described(service, call, forms)
    asked = to_ask(service, call, question, forms)
    if asked.tag and asked.tag in call.header("if-none-match"):
        return unchanged(asked)
    return replied(_answer(service, call, asked), asked)


def read_question(call: Call) -> Question:
    """What the request asks; raises `Refusal` for one that the protocol does not allow."""
    if call.method != "POST":
        parameters = in_address(call)
        if "update" in parameters:
            raise Refusal(
                405, "an update must be sent with POST, not in an address", (("Allow", "POST"),)
            )
        allow(parameters, _QUERY_NAMES)
        return _query(only(parameters, "query"), parameters)
    kind = call.content_type
    if kind == FORM:
        parameters = in_form(call)
        if "update" in parameters:
            allow(parameters, _UPDATE_NAMES)
            return _as_update(only(parameters, "update"), parameters)
        allow(parameters, _QUERY_NAMES)
        if "query" not in parameters:
            raise Refusal(400, "the form has neither query nor update; send one of them")
        return _query(only(parameters, "query"), parameters)
    parameters = in_address(call)
    if kind == QUERY_TYPE:
        allow(parameters, _QUERY_NAMES[1:])
        return _query(text_of(call), parameters)
    if kind == UPDATE_TYPE:
        allow(parameters, _UPDATE_NAMES[1:])
        return _as_update(text_of(call), parameters)
    raise Refusal(
        415,
        f"a body of type {kind or '(none)'!r} cannot be read here; "
        f"send {QUERY_TYPE}, {UPDATE_TYPE} or {FORM}",
        (("Accept-Post", f"{QUERY_TYPE}, {UPDATE_TYPE}, {FORM}"),),
    )


def options(methods: str) -> Reply:
    """The answer to OPTIONS: what any page may send."""
    return Reply(
        status=204,
        headers=(
            ("Allow", methods),
            ("Access-Control-Allow-Methods", "GET, HEAD, POST, OPTIONS"),
            ("Access-Control-Allow-Headers", "Accept, Content-Type"),
            ("Access-Control-Max-Age", "86400"),
            *READING,
        ),
    )


def _query(text: str | None, parameters: Mapping[str, tuple[str, ...]]) -> Question:
    graphs = dataset(parameters, "default-graph-uri", "named-graph-uri")
    return Question(text, False, graphs, only(parameters, "format"))


def _as_update(text: str | None, parameters: Mapping[str, tuple[str, ...]]) -> Question:
    graphs = dataset(parameters, "using-graph-uri", "using-named-graph-uri")
    return Question(text or "", True, graphs, None)


def to_ask(
    service: Service, call: Call, question: Question, forms: Wanted, rows: int | None = None
) -> Asked:
    """The query of a request as it is run; raises `Refusal` for one that is not."""
    text = question.text or ""
    if len(text) > _QUERY_BYTES:
        raise Refusal(413, f"the query is longer than {_QUERY_BYTES >> 20} MiB; shorten it")
    asked, text = text, with_words(service, text)
    scan.check_depth(text)
    network = scan.check_remote(text, service.settings.service_hosts)
    job = Job(
        query=text,
        base=call.address,
        default=question.dataset.default,
        named=question.dataset.named,
        table=NATIVE["table"].get(forms.table or "", forms.table),
        graph=NATIVE["graph"].get(forms.graph or "", forms.graph),
        rows=rows or service.settings.query_rows,
    )
    keep = not network and text is asked and not scan.is_volatile(text)
    tag = f'"{service.started:.3f}-{service.store.version}-{hash(job):x}"' if keep else ""
    return Asked(job, forms, network, keep, tag if call.method != "POST" else "")


def replied(answer: Answer, asked: Asked) -> Reply:
    """The answer as it goes out."""
    media_type = asked.forms.table if answer.kind == "table" else asked.forms.graph
    return Reply(headers=(*_content(str(media_type)), *_tagged(asked)), body=answer.body)


def unchanged(asked: Asked) -> Reply:
    """The answer to a client that holds the answer already."""
    return Reply(status=304, headers=_tagged(asked))


def _tagged(asked: Asked) -> Headers:
    if not asked.tag:
        return (*_VARY, *READING)
    return (("ETag", "W/" + asked.tag), ("Cache-Control", "no-cache"), *_VARY, *READING)


def _answer(service: Service, call: Call, asked: Asked) -> Answer:
    return service.answers.answer(
        asked.job,
        service.seconds(call),
        call.left,
        client=call.client,
        keep=asked.keep,
        network=asked.network,
        begun=call.begun,
    )


def with_words(service: Service, query: str) -> str:
    """The query with the things in it that hold the words of its ``dgm:search`` patterns."""

    def find(words: str, most: int) -> list[tuple[str, float]]:
        tables = service.store.index_tables()
        if tables is None:
            raise Refusal(
                503, "the index of words is being made; ask again soon", (("Retry-After", "10"),)
            )
        return SqliteIndex(tables.reading).matches(words, most)

    try:
        return expand(query, find)
    except QueryError as error:
        raise Refusal(400, str(error)) from error


def _page(service: Service, call: Call, question: Question) -> Reply:
    """The page for browsers, with the answer on it or the reason why there is none."""
    if service.page is None:
        raise Refusal(406, "there is no page here")
    status, answer, error = 200, None, None
    headers: Headers = ()
    if question.text:
        try:
            forms = Wanted(TABLES[0], TURTLE)
            found = _answer(service, call, to_ask(service, call, question, forms, _PAGE_ROWS))
            body = take(found.body, _PAGE_BYTES).decode()
            answer = json.loads(body) if found.kind == "table" else body
        except Refusal as refusal:
            status, error, headers = refusal.status, refusal.reason, refusal.headers
    return Reply(
        status=status,
        headers=(*_content("text/html; charset=utf-8"), *_VARY, *headers),
        body=service.page(question.text or "", answer, error).encode(),
    )


def _update(service: Service, call: Call, question: Question) -> Reply:
    service.authorise(call)
    text = question.text or ""
    scan.check_depth(text)
    scan.check_remote(text, service.settings.service_hosts)
    graphs = question.dataset
    text = scan.with_dataset(text, graphs.default or (), graphs.named or ())
    _rehearse(service, call, text)
    with service.store.writing() as store:
        try:
            store.update(text, base_iri=call.address, prefixes=dict(PREFIXES))
        except SyntaxError as error:
            raise Refusal(400, f"the update cannot be read: {error}") from error
        except ValueError as error:
            raise Refusal(400, f"the update cannot be run: {error}") from error
        except (OSError, RuntimeError) as error:
            raise Refusal(500, f"the update failed: {error}") from error
    return Reply(status=204)


def _rehearse(service: Service, call: Call, update: str) -> None:
    """Raises `Refusal` for an update that would take more time, memory or room than is allowed."""
    most = service.settings.query_rows
    trials = rehearsal.trials(update, most)
    if service.pool is None or not (trials or len(update) > _REHEARSED):
        return
    try:
        service.pool.rehearse(
            rehearsal.encode(update, call.address, trials),
            service.seconds(call),
            client=call.client,
        )
    except Failure as failure:
        raise Refusal(
            413,
            f"the update would change more than the {most} statements that are allowed at once; "
            "narrow it, and send the rest in further updates",
        ) from failure


def _described(service: Service, call: Call, forms: Wanted) -> Reply:
    body = service_description(service, call.address, str(forms.graph))
    return Reply(headers=(*_content(str(forms.graph)), *_VARY, *READING), body=body)


def _content(media_type: str) -> Headers:
    text = media_type.startswith("text/") and "charset" not in media_type
    return (("Content-Type", media_type + "; charset=utf-8" if text else media_type),)
