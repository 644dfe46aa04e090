"""What the service says of itself: SPARQL 1.1 Service Description, and VoID with real counts."""

import json
from collections.abc import Iterator

import pyoxigraph as ox

from graph.vocabulary import PREFIXES
from web.sparql.answers import take
from web.sparql.evaluation import Job
from web.sparql.exchange import Call, Refusal, Reply
from web.sparql.negotiation import GRAPHS, NATIVE, TABLES, not_acceptable, wanted
from web.sparql.parameters import in_address, only
from web.sparql.service import READING, Service

SD = "http://www.w3.org/ns/sparql-service-description#"
VOID = "http://rdfs.org/ns/void#"
FORMATS = "http://www.w3.org/ns/formats/"
DUMP = "/dump/dragoman.nq.gz"
"""Where the whole graph is fetched."""
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_DCTERMS = "http://purl.org/dc/terms/"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_RESULTS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
_GRAPHS = ("Turtle", "TriG", "N-Triples", "N-Quads", "RDF_XML", "JSON-LD")
_COUNTING_SECONDS = 120.0
_COUNTS = {
    "triples": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
    "distinctSubjects": "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }",
    "distinctObjects": "SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o }",
    "documents": "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?g a dgm:Article } }",
}
_CLASSES = "SELECT ?t (COUNT(DISTINCT ?s) AS ?n) { ?s a ?t } GROUP BY ?t ORDER BY ?t"
_PROPERTIES = "SELECT ?t (COUNT(*) AS ?n) { ?s ?t ?o } GROUP BY ?t ORDER BY ?t"

Triples = Iterator[ox.Triple]


def void(service: Service, call: Call) -> Reply:
    """The description of the data, in Turtle unless another form is asked for."""
    if call.method not in ("GET", "HEAD"):
        raise Refusal(405, "the description can only be read", (("Allow", "GET, HEAD"),))
    forms = wanted(call.header("accept"), only(in_address(call), "format"))
    media_type = forms.graph or ("text/turtle" if call.path.endswith(".ttl") else None)
    if media_type is None:
        raise not_acceptable("graph")
    body = _written(_void(service, call.origin), media_type)
    tag = f'"{int(service.started)}-{service.store.version}"'
    return Reply(headers=(("Content-Type", media_type), ("ETag", tag), *READING), body=body)


def service_description(service: Service, address: str, media_type: str) -> bytes:
    """The description of the endpoint at the address, serialised."""
    return _written(_service(service, address), media_type)


def _service(service: Service, address: str) -> Triples:
    # The words come from the specification; the test suite knows no other.
    me, data = ox.NamedNode(address), ox.NamedNode(address + "#dataset")
    default = ox.NamedNode(address + "#merged")
    yield ox.Triple(me, _term(_RDF, "type"), _term(SD, "Service"))
    yield ox.Triple(me, _term(SD, "endpoint"), me)
    languages = ["SPARQL11Query", *(["SPARQL11Update"] if service.settings.token else [])]
    for language in languages:
        yield ox.Triple(me, _term(SD, "supportedLanguage"), _term(SD, language))
    for form in (*_RESULTS, *_GRAPHS):
        yield ox.Triple(me, _term(SD, "resultFormat"), _term(FORMATS, form))
    for form in _GRAPHS:
        yield ox.Triple(me, _term(SD, "inputFormat"), _term(FORMATS, form))
    yield ox.Triple(me, _term(SD, "feature"), _term(SD, "EmptyGraphs"))
    if service.settings.service_hosts:
        yield ox.Triple(me, _term(SD, "feature"), _term(SD, "BasicFederatedQuery"))
    yield ox.Triple(me, _term(SD, "defaultDataset"), data)
    yield ox.Triple(data, _term(_RDF, "type"), _term(SD, "Dataset"))
    yield ox.Triple(data, _term(SD, "defaultGraph"), default)
    yield ox.Triple(default, _term(_RDF, "type"), _term(SD, "Graph"))


def _void(service: Service, origin: str) -> Triples:
    me = ox.NamedNode(origin + "/void.ttl#dataset")
    yield ox.Triple(me, _term(_RDF, "type"), _term(VOID, "Dataset"))
    yield ox.Triple(me, _term(_DCTERMS, "title"), ox.Literal("Dragoman"))
    yield ox.Triple(
        me,
        _term(_DCTERMS, "description"),
        ox.Literal(
            "Diplomatic events with the sentences that prove them: the merged graph; "
            "the dump holds one named graph for each article as well."
        ),
    )
    yield ox.Triple(me, _term(VOID, "sparqlEndpoint"), ox.NamedNode(origin + "/sparql"))
    yield ox.Triple(me, _term(VOID, "dataDump"), ox.NamedNode(origin + DUMP))
    yield ox.Triple(me, _term(VOID, "uriSpace"), ox.Literal(service.settings.base))
    yield ox.Triple(me, _term(VOID, "feature"), _term(FORMATS, "N-Quads"))
    vocabularies = {PREFIXES[p] for p in ("dgm", "dcterms", "skos", "prov", "oa", "wgs84")}
    for vocabulary in sorted(vocabularies):
        yield ox.Triple(me, _term(VOID, "vocabulary"), ox.NamedNode(vocabulary))
    yield from _counts(service, me)


def _counts(service: Service, me: ox.NamedNode) -> Triples:
    counts = _counted(service)
    for name, rows in counts.items():
        if name in _COUNTS:
            yield ox.Triple(me, _term(VOID, name), _number(rows[0][1]))
    for name, key, value, count in (
        ("classPartition", "class", "entities", "classes"),
        ("propertyPartition", "property", "triples", "properties"),
    ):
        rows = counts[name]
        yield ox.Triple(me, _term(VOID, count), _number(str(len(rows))))
        for term, number in rows:
            part = ox.NamedNode(f"{me.value}-{key}-{_fragment(term)}")
            yield ox.Triple(me, _term(VOID, name), part)
            yield ox.Triple(part, _term(VOID, key), ox.NamedNode(term))
            yield ox.Triple(part, _term(VOID, value), _number(number))


def _counted(service: Service) -> dict[str, list[tuple[str, str]]]:
    """The counts, made again only when the store has changed, and by one request at a time."""
    with service.making:
        kept = service.made.get("counts")
        if kept is None or kept[0] != service.store.version:
            version = service.store.version
            questions = _COUNTS | {"classPartition": _CLASSES, "propertyPartition": _PROPERTIES}
            counts = {name: _rows(service, query) for name, query in questions.items()}
            kept = service.made["counts"] = (version, counts)
        found: dict[str, list[tuple[str, str]]] = kept[1]
        return found


def _rows(service: Service, query: str) -> list[tuple[str, str]]:
    job = Job(query=query, table=TABLES[0], rows=100_000)
    answer = service.answers.answer(job, _COUNTING_SECONDS, lambda: False)
    table = json.loads(take(answer.body, 64 << 20))
    return [
        (row.get("t", {}).get("value", ""), row["n"]["value"])
        for row in table["results"]["bindings"]
    ]


def _fragment(term: str) -> str:
    """The term's prefixed name, as part of an address."""
    for prefix, namespace in PREFIXES.items():
        if term.startswith(namespace):
            return f"{prefix}-{term.removeprefix(namespace)}"
    return "".join(c if c.isascii() and c.isalnum() else "-" for c in term)


def _written(triples: Triples, media_type: str) -> bytes:
    native = NATIVE["graph"].get(media_type, media_type)
    form = ox.RdfFormat.from_media_type(native)
    if form is None or media_type not in GRAPHS:
        raise not_acceptable("graph")
    plain = native in ("application/n-triples", "application/n-quads")
    prefixes = None if plain else {**PREFIXES, "sd": SD, "void": VOID, "formats": FORMATS}
    return ox.serialize(triples, format=form, prefixes=prefixes) or b""


def _term(namespace: str, name: str) -> ox.NamedNode:
    return ox.NamedNode(namespace + name)


def _number(text: str) -> ox.Literal:
    return ox.Literal(text, datatype=ox.NamedNode(_XSD + "integer"))
