"""Questions ready to ask: SPARQL from ``data/questions``, each a file that explains itself.

The leading comment lines of a file are its title (the first) and its description (the others).
"""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from graph.errors import KnowledgeError, NotFoundError


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question: the query as it stands in its file, and what it asks."""

    name: str
    title: str
    description: str
    text: str


@lru_cache(maxsize=1)
def questions() -> tuple[Question, ...]:
    """All questions, sorted by title.

    Raises `KnowledgeError` where a file does not begin with a title and a description.
    """
    found = [
        parse(entry.name.removesuffix(".rq"), entry.read_text(encoding="utf-8"))
        for entry in files("data").joinpath("questions").iterdir()
        if entry.name.endswith(".rq")
    ]
    return tuple(sorted(found, key=lambda q: (q.title, q.name)))


def question(name: str) -> Question:
    """The question of that name; raises `NotFoundError` where there is none.

    >>> question("who-met").title
    'Whom did somebody meet?'
    """
    for found in questions():
        if found.name == name:
            return found
    names = ", ".join(sorted(q.name for q in questions()))
    raise NotFoundError(f"no question {name!r}; there are: {names}")


def parse(name: str, text: str) -> Question:
    """The question that a file holds; raises `KnowledgeError` where it does not explain itself."""
    comments: list[str] = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        comments.append(line.lstrip("#").strip())
    title, description = (comments or [""])[0], " ".join(comments[1:])
    if not (title and description):
        raise KnowledgeError(
            f"data/questions/{name}.rq, line {1 if not title else 2}: begin with two comment "
            "lines, the title and a description"
        )
    return Question(name=name, title=title, description=description, text=text)
