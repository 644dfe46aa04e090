"""The parameters of a request, read strictly: what is doubled, unknown or broken is said."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

import pyoxigraph as ox

from web.sparql.exchange import Call, Refusal

FORM = "application/x-www-form-urlencoded"
_MOST = 1000
_PROTOCOL = frozenset(
    {
        "query",
        "update",
        "default-graph-uri",
        "named-graph-uri",
        "using-graph-uri",
        "using-named-graph-uri",
        "format",
    }
)

Parameters = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Dataset:
    """The graphs that a request names; both None where it names none."""

    default: tuple[str, ...] | None
    named: tuple[str, ...] | None


def in_address(call: Call) -> Parameters:
    """The parameters behind the question mark; raises `Refusal` 400 where they cannot be read."""
    return _parsed(call.query.encode("latin-1", "replace"), "the address")


def in_form(call: Call) -> Parameters:
    """The parameters of an urlencoded body, with those of the address."""
    found = dict(in_address(call))
    for name, values in _parsed(call.body(), "the form").items():
        found[name] = found.get(name, ()) + values
    return found


def text_of(call: Call) -> str:
    """A body that is SPARQL itself; raises `Refusal` where it is not UTF-8."""
    _, _, rest = call.header("content-type").partition(";")
    for part in rest.split(";"):
        name, _, value = part.partition("=")
        charset = value.strip().strip('"').lower()
        if name.strip().lower() == "charset" and charset not in ("utf-8", "utf8", "us-ascii"):
            raise Refusal(415, f"the body must be UTF-8, not {charset!r}")
    return _text(call.body(), "the body")


def only(parameters: Parameters, name: str) -> str | None:
    """The one value of a parameter, None where it is not there; 400 where there are several."""
    values = parameters.get(name, ())
    if len(values) > 1:
        raise Refusal(400, f"the parameter {name} stands {len(values)} times; send it once")
    return values[0] if values else None


def allow(parameters: Parameters, names: Collection[str]) -> None:
    """Raises `Refusal` 400 for a parameter of the protocol that does not belong here.

    Parameters that the protocol does not know are left alone: clients add their own.
    """
    for name in sorted(parameters):
        if name in _PROTOCOL and name not in names:
            raise Refusal(400, f"the parameter {name!r} does not belong to this operation")


def dataset(parameters: Parameters, default: str, named: str) -> Dataset:
    """The dataset that two parameters describe; a dataset has no graphs but those named."""
    defaults, names = parameters.get(default, ()), parameters.get(named, ())
    if not defaults and not names:
        return Dataset(None, None)
    return Dataset(tuple(map(graph_name, defaults)), tuple(map(graph_name, names)))


def graph_name(iri: str) -> str:
    """The address of a graph; raises `Refusal` 400 for what is none."""
    try:
        if not urlsplit(iri).scheme:
            raise ValueError("it is not absolute")
        return ox.NamedNode(iri).value
    except ValueError as error:
        raise Refusal(400, f"{iri[:200]!r} is not the address of a graph: {error}") from error


def _parsed(data: bytes, where: str) -> Parameters:
    try:
        pairs = parse_qsl(
            _text(data, where), keep_blank_values=True, errors="strict", max_num_fields=_MOST
        )
    except UnicodeDecodeError as error:
        raise Refusal(400, f"{where} holds bytes that are not UTF-8; escape UTF-8") from error
    except ValueError as error:
        raise Refusal(400, f"{where} has more than {_MOST} parameters") from error
    found: dict[str, tuple[str, ...]] = {}
    for name, value in pairs:
        found[name] = (*found.get(name, ()), value)
    return found


def _text(data: bytes, where: str) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise Refusal(
            400, f"{where} is not UTF-8 (byte {error.start + 1}); encode it as UTF-8"
        ) from error
