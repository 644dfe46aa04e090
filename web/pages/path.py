"""How two actors are linked: the shortest chain of events between them."""

from dataclasses import dataclass

from flask import Blueprint, Response, request, url_for
from rdflib import URIRef

from graph import analysis
from graph.analysis import Step
from graph.errors import NotFoundError
from graph.index import index_of
from graph.naming import slug
from graph.search import Hit
from web import answers
from web.facts import names
from web.held import held
from web.pages.start import busiest
from web.site import site

blueprint = Blueprint("path", __name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """One end of a path: what was typed, the actor it means, or those it may mean."""

    typed: str
    label: str
    address: URIRef | None
    choices: tuple[Hit, ...]


@blueprint.get("/path")
def page() -> Response:
    """The form, and the path once both ends are known."""
    start, end = (end_of(request.args.get(name, "").strip()[:200]) for name in ("from", "to"))
    steps: tuple[Step, ...] = ()
    problem = ""
    if start.address and end.address:
        try:
            steps = path_between(start.address, end.address)
        except NotFoundError as error:
            problem = str(error)[:1].upper() + str(error)[1:]
    return answers.page(
        "path.html",
        forms=(answers.JSON,) if steps else (),
        stem=url_for("path.page"),
        query=request.query_string.decode(),
        start=start,
        end=end,
        steps=steps,
        problem=problem,
        suggestions=[actor for actor, _ in held(site().store, busiest)],
    )


@blueprint.get("/path.json")
def file() -> Response:
    """The path as JSON; 404 where there is none."""
    start, end = (end_of(request.args.get(name, "").strip()[:200]) for name in ("from", "to"))
    for one in (start, end):
        if one.address is None:
            raise NotFoundError(f"{one.typed!r} is not one actor; give the key, as in country/TUR")
    return answers.as_json(path_between(URIRef(str(start.address)), URIRef(str(end.address))))


def path_between(start: URIRef, end: URIRef) -> tuple[Step, ...]:
    """The steps from one actor to the other; none where they are the same."""
    return held(site().store, analysis.path_between, start, end) if start != end else ()


def end_of(typed: str) -> End:
    """The actor that somebody typed: its key, its name, or the only one that holds the words."""
    if not typed:
        return End(typed="", label="", address=None, choices=())
    store = site().store
    if "/" in typed and " " not in typed:
        address = site().address(typed)
        named = names(store, (address,))[address]
        if named.kind:
            return End(typed=typed, label=named.label, address=address, choices=())
    hits = index_of(store).search(typed, ("actor",), 12)
    same = [hit for hit in hits if slug(typed) in (slug(hit.label), slug(hit.excerpt))]
    one = same[0] if len(same) == 1 else hits[0] if len(hits) == 1 else None
    if one:
        return End(typed=typed, label=one.label, address=one.address, choices=())
    return End(typed=typed, label=typed, address=None, choices=hits)
