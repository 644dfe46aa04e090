"""Commands on the graph: take it home, take articles out, check it, make the merged graph again."""

import click

from graph.embedded import EmbeddedStore
from graph.errors import SettingError
from graph.exports import export
from graph.formats import EXPORTS, Format, format_named
from graph.validation import Report, check
from web.commands.options import (
    article_address,
    format_option,
    namer,
    reading,
    store_option,
    writing,
)
from web.commands.terminal import counted, counter, output, say
from web.settings import Settings


@click.command(name="export")
@click.option("--article", metavar="ID", help="Only this article, by id or address.")
@format_option(EXPORTS)
@click.option("-o", "--output", "path", metavar="FILE", help="Write to a file.")
@store_option
@click.pass_obj
def export_command(
    settings: Settings, article: str | None, format_name: str | None, path: str | None
) -> None:
    """Write the graph, or what one article says.

    Equal graphs give equal bytes. Without --format, the ending of FILE decides.
    """
    form = _form(format_name, path)
    address = None if article is None else article_address(article, namer(settings))
    with reading(settings) as store, output(path) as stream:
        export(store, form, stream, article=address)


def _form(format_name: str | None, path: str | None) -> Format:
    if format_name:
        return format_named(format_name, EXPORTS)
    for form in EXPORTS:
        if path and path.lower().endswith(form.suffix):
            return form
    names = ", ".join(form.name for form in EXPORTS)
    raise SettingError(f"--format: not given, and no file's ending says it; choose one of {names}")


@click.command(name="check")
@store_option
@click.pass_obj
def check_command(settings: Settings) -> None:
    """Check the graph: its shapes, its quotes, and the union that the merged graph must be."""
    with reading(settings) as store:
        total = len(store.articles())
        with counter("Checking", total) as watched:
            report = check(store, watched)
    for line in _lines(report):
        click.echo(line)
    if not report.conforms:
        raise click.exceptions.Exit(1)


def _lines(report: Report) -> list[str]:
    lines = [f"{v.severity.lower()}: {v}" for v in report.violations]
    lines += [f"missing from the merged graph: {_triple(t)}" for t in report.missing]
    lines += [f"in the merged graph, but of no article: {_triple(t)}" for t in report.surplus]
    articles = counted(report.articles, "article")
    if report.conforms:
        return [*lines, f"The graph conforms ({articles})."]
    if report.missing or report.surplus:
        lines.append("Mend the merged graph with: dragoman rebuild")
    return [*lines, f"The graph does not conform ({articles})."]


def _triple(triple: tuple[object, ...]) -> str:
    return " ".join(str(term) for term in triple)


@click.command()
@click.option("--index", "index_only", is_flag=True, help="Only the index of events and words.")
@store_option
@click.pass_obj
def rebuild(settings: Settings, index_only: bool) -> None:
    """Compute the merged graph again from the article graphs, and the index from that."""
    with writing(settings) as store:
        if not index_only:
            store.rebuild()
        if isinstance(store, EmbeddedStore):
            store.indexing.rebuild()
        elif index_only:
            raise SettingError(f"{settings.store_name}: a server's store has no index to make")
    if index_only:
        say(f"The index of {settings.store_name} is made anew.")
        return
    say(f"The merged graph of {settings.store_name} is the union of its articles again.")


@click.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@store_option
@click.pass_obj
def remove(settings: Settings, articles: tuple[str, ...]) -> None:
    """Remove articles, by id or address, with all that only they say."""
    names = namer(settings)
    with writing(settings) as store:
        unknown = [a for a in articles if not store.remove(article_address(a, names))]
    for article in unknown:
        say(
            f"dragoman: {article}: no such article in {settings.store_name}; list them with: "
            "dragoman query 'SELECT ?id { ?a a dgm:Article ; dcterms:identifier ?id }'"
        )
    say(f"Removed {counted(len(articles) - len(unknown), 'article')} from {settings.store_name}.")
    if unknown:
        raise click.exceptions.Exit(1)
