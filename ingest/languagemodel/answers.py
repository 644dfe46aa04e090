"""What a language model is asked to answer: the form, as a JSON schema, and its check.

The classes, roles and kinds are those of `graph.model`.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from graph.errors import EndpointError
from graph.model import ActorClass, DocumentClass, EventClass, Role, Status

_FENCE = re.compile(r"^```(?:json)?[ \t]*\n(.*?)\n```", re.DOTALL | re.MULTILINE)
_THOUGHT = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)
_SAID = ("description", "title", "default")


class _Told(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ToldActor(_Told):
    """An actor, as the model names it."""

    name: str
    kind: ActorClass
    role: Role
    speaks_for: str | None = None
    office: str | None = None


class ToldDocument(_Told):
    """A document, as the model names it."""

    title: str
    kind: DocumentClass


class ToldEvent(_Told):
    """An event, as the model tells it; nothing of it is believed yet."""

    kind: EventClass
    status: Status
    actors: tuple[ToldActor, ...]
    date: str | None = None
    place: str | None = None
    documents: tuple[ToldDocument, ...] = ()
    title: str | None = None
    topics: tuple[str, ...] = ()
    according_to: tuple[str, ...] = ()
    quote: str


class _Answer(_Told):
    events: tuple[ToldEvent, ...]


def answer_schema() -> dict[str, Any]:
    """The JSON schema of an answer, as endpoints want it that keep to schemas strictly.

    Every object names all its properties as required and allows no others.
    """
    strict: dict[str, Any] = _strict(_Answer.model_json_schema())
    return strict


def _strict(schema: Any) -> Any:
    """The schema, or a part of it, with all properties required and without words for people."""
    if isinstance(schema, list):
        return [_strict(each) for each in schema]
    if not isinstance(schema, Mapping):
        return schema
    out = {
        key: {name: _strict(part) for name, part in value.items()}
        if key in {"properties", "$defs"}
        else _strict(value)
        for key, value in schema.items()
        if key not in _SAID
    }
    return out | {"required": list(out["properties"])} if "properties" in out else out


def read_answer(text: str) -> tuple[list[ToldEvent], int]:
    """The events of an answer, and how many others have not the form that was asked for.

    Raises `EndpointError` where the answer as a whole is no list of events.
    """
    plain = _THOUGHT.sub("", text)
    fenced = _FENCE.search(plain)
    try:
        told = json.loads(fenced[1] if fenced else plain)
    except (ValueError, RecursionError) as error:
        raise EndpointError(
            f"the language model answered with no JSON ({error}); try again, or name another model"
        ) from error
    events = told.get("events") if isinstance(told, dict) else told
    if not isinstance(events, list):
        raise EndpointError(
            "the language model answered with JSON that holds no list of events; name another model"
        )
    out: list[ToldEvent] = []
    for event in events:
        try:
            out.append(ToldEvent.model_validate(event))
        except ValidationError:
            continue
    return out, len(events) - len(out)
