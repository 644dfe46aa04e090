"""Articles: the list, and one with its text, every event marked where it is stated."""

from flask import Blueprint, Response, request, url_for

from graph.index import index_of
from graph.vocabulary import DGM
from web import answers
from web.dossiers.articles import ArticleLine, article_dossier, article_lines
from web.facts import number_of
from web.filters import PER_FILE, page_number, pager
from web.queries import question
from web.site import site

blueprint = Blueprint("article", __name__)
_PER_PAGE = 50


@blueprint.get("/articles")
def index() -> Response:
    """The list of articles, the newest first."""
    store, number = site().store, page_number(request.args)
    (counted,) = store.select(question("instances"), type=DGM.Article)
    found = number_of(counted, "count")
    return answers.page(
        "articles.html",
        forms=(answers.JSON,),
        stem=url_for("article.index"),
        query=request.query_string.decode(),
        lines=_newest(number, _PER_PAGE),
        pager=pager(request.args, number, found, _PER_PAGE, endpoint="article.index"),
    )


@blueprint.get("/articles.json")
def file() -> Response:
    """A thousand articles of the list as JSON; ``page`` goes on."""
    return answers.as_json(_newest(page_number(request.args), PER_FILE))


def _newest(number: int, per_page: int) -> tuple[ArticleLine, ...]:
    store, offset = site().store, (number - 1) * per_page
    return article_lines(store, index_of(store).articles(per_page, offset))


@blueprint.get("/article/<path:key>")
def page(key: str) -> Response:
    """The article as a page, or as data where the key ends in the suffix of a form."""
    key, form = answers.split(key, answers.THING)
    address, store = site().address(f"article/{key}"), site().store
    dossier = article_dossier(store, address)
    if form is answers.JSON:
        return answers.as_json(dossier)
    if form:
        return answers.graph(store.article(address), form)
    return answers.page(
        "article.html",
        forms=answers.THING,
        stem=url_for("article.page", key=key),
        article=dossier,
    )
