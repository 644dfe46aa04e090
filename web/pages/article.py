"""Articles: the list, and one with its text, every event marked where it is stated."""

from flask import Blueprint, Response, request, url_for

from graph.vocabulary import DGM
from web import answers
from web.dossiers.articles import article_dossier, article_lines
from web.facts import address_of, number_of
from web.pages.events import page_number, pager
from web.queries import question
from web.site import site

blueprint = Blueprint("article", __name__)
_PER_PAGE = 50


@blueprint.get("/articles")
def index() -> Response:
    """The list of articles, the newest first."""
    store, number = site().store, page_number(request.args)
    offset = (number - 1) * _PER_PAGE
    rows = store.select(f"{question('articles')} LIMIT {_PER_PAGE} OFFSET {offset}")
    counted = store.select(question("instances"), type=DGM.Article)
    found = number_of(counted[0], "count")
    return answers.page(
        "articles.html",
        lines=article_lines(store, (address_of(row, "article") for row in rows)),
        pager=pager(request.args, number, found, _PER_PAGE, endpoint="article.index"),
    )


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
