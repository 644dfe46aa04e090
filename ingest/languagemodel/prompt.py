"""What a language model is told: the instructions in ``data/prompts``, and the text to be read."""

import datetime
import functools
import json
from importlib.resources import files

from rdflib import RDFS, Graph

from graph.errors import KnowledgeError
from graph.model import EventClass
from graph.vocabulary import DGM
from ingest.languagemodel.answers import answer_schema

_SLOTS = ("{kinds}", "{form}")


@functools.cache
def load_instructions() -> str:
    """The instructions, with the kinds of events as the ontology describes them, and the form.

    Raises `KnowledgeError` where the file does not say where these stand.
    """
    text = files("data").joinpath("prompts", "events.txt").read_text(encoding="utf-8")
    for slot in _SLOTS:
        if text.count(slot) != 1:
            raise KnowledgeError(f"data/prompts/events.txt: write {slot} once, on its own line")
    form = json.dumps(answer_schema(), ensure_ascii=False)
    return text.replace("{kinds}", _kinds()).replace("{form}", form)


def question(text: str, title: str, day: datetime.date | None) -> str:
    """What is asked about a text; ``day`` is that of publication."""
    published = f"{day:%A}, {day.isoformat()}" if day is not None else "not known"
    return f"Published: {published}\nHeadline: {title or 'none'}\n\nArticle:\n\n{text}"


def _kinds() -> str:
    """A line for each class of event, from its comment in the ontology."""
    ontology = Graph().parse(
        data=files("data").joinpath("ontology.ttl").read_text(encoding="utf-8"), format="turtle"
    )
    return "\n".join(f"- {kind}: {ontology.value(DGM[kind], RDFS.comment)}" for kind in EventClass)
