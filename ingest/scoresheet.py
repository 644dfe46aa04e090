"""An evaluation as text for people: plain tables, or Markdown for the documentation."""

from collections.abc import Iterator, Sequence

from ingest.evaluation import Evaluation, Miss, Share, Tally

Row = tuple[str, ...]


def scoresheet(evaluation: Evaluation, *, markdown: bool = False) -> str:
    """Every figure, in five tables; precision, recall, F1 and shares in per cent."""
    parts = [
        (f"Figures over {evaluation.articles:,} articles", _figures(evaluation)),
        ("Classes: events, then relations", _classes(evaluation)),
        ("Right where the event was found", _shares(evaluation)),
        ("Read as another class", _confusion(evaluation)),
        ("Confidence", _reliability(evaluation)),
    ]
    parts = [part for part in parts if len(part[1]) > 1]
    draw = _markdown if markdown else _plain
    return "\n".join(draw(title, rows) for title, rows in parts)


def headline(evaluation: Evaluation) -> str:
    """The figures that matter most, as one Markdown table."""
    return _markdown_table(_figures(evaluation))


def _tally(tally: Tally) -> Row:
    share = f"{tally.precision:.1f}", f"{tally.recall:.1f}", f"{tally.f1:.1f}"
    return (*share, str(tally.wanted), str(tally.read))


def _figures(evaluation: Evaluation) -> list[Row]:
    rows = (
        ("relations", evaluation.relations),
        ("dyads", evaluation.dyads),
        ("events", evaluation.events),
        ("documents", evaluation.documents),
    )
    head = ("", "precision", "recall", "F1", "gold", "read")
    return [head, *((name, *_tally(tally)) for name, tally in rows)]


def _classes(evaluation: Evaluation) -> list[Row]:
    head = ("class", *("P", "R", "F1", "gold", "read") * 2)
    return [
        head,
        *(
            (kind.value, *_tally(tally), *_tally(evaluation.relations_of[kind]))
            for kind, tally in evaluation.events_of.items()
        ),
    ]


def _shares(evaluation: Evaluation) -> list[Row]:
    def row(name: str, share: Share) -> Row:
        return name, f"{share.percent:.1f}", str(share.of)

    return [
        ("", "per cent", "of"),
        row("date", evaluation.date),
        row("place", evaluation.place),
        row("status", evaluation.status),
        ("events read out of traps", str(evaluation.trapped), f"{evaluation.traps} traps"),
    ]


def _confusion(evaluation: Evaluation) -> list[Row]:
    pairs = sorted(
        ((kinds, n) for kinds, n in evaluation.confusion.items() if kinds[0] is not kinds[1]),
        key=lambda item: (-item[1], item[0]),
    )
    return [
        ("gold", "read as", "events"),
        *((wanted.value, read.value, str(n)) for (wanted, read), n in pairs),
    ]


def _reliability(evaluation: Evaluation) -> list[Row]:
    rows = [
        (
            f"{each.low:.1f} to {each.high:.1f}",
            f"{100 * each.confidence / each.events:.1f}",
            f"{100 * each.right / each.events:.1f}",
            str(each.events),
        )
        for each in evaluation.bins
        if each.events
    ]
    error = f"{evaluation.calibration_error:.1f}"
    return [
        ("confidence", "mean, per cent", "right, per cent", "events"),
        *rows,
        ("mean distance", error, "", ""),
    ]


def _plain(title: str, rows: Sequence[Row]) -> str:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = (
        "  ".join(
            cell.ljust(width) if i == 0 else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )
    return "\n".join((title, *(f"  {line}" for line in lines), ""))


def _markdown(title: str, rows: Sequence[Row]) -> str:
    return f"### {title}\n\n{_markdown_table(rows)}"


def _markdown_table(rows: Sequence[Row]) -> str:
    head, *body = rows
    rule = ("---", *("---:" for _ in head[1:]))
    return "".join(f"| {' | '.join(row)} |\n" for row in (head, rule, *body))


def miss_lines(misses: Sequence[Miss]) -> Iterator[str]:
    """One line for each link that was missed or is too much, with the words that state it."""
    for miss in misses:
        link = miss.link
        what = "missed" if miss.wanted else "extra "
        arrow = "—" if link.either_way else "→"
        yield (
            f"{miss.article}  {what}  {link.one.label} {arrow} {link.kind.value} {arrow} "
            f"{link.other.label}  | {' '.join(link.evidence.split())}"
        )
