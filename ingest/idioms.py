"""Idioms under plain words that report the same: "came under fire from X", "was criticised by X".

The words stand in ``data/lexicon/idioms.toml``.
"""

import functools
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from graph.errors import KnowledgeError

_FILE = "lexicon/idioms.toml"
_ANY = "_"
"""At most one word of an idiom."""
_NONE = (["any"], ["little"], ["no"])
"""What takes back what an idiom says where it stands in it."""
_OBJECT = "…"
"""Where the object of an idiom stands that closes behind it: "take … to task"."""
_REACH = 9
"""The words that the object of an idiom has at most."""
_STOPS = frozenset('.,;:!?()"“”')
_BASE, _THIRD, _PAST, _PARTICIPLE, _GERUND = range(5)
_HAVING = frozenset({"had", "has", "have", "having"})
_DOUBLING = frozenset(
    {
        "bat", "chip", "clap", "confer", "cut", "dig", "drop", "fan", "get", "gun", "hit", "let",
        "put", "rip", "set", "shrug", "shut", "sit", "slam", "slap", "step", "stir", "swap", "swat",
        "tip", "wag", "whip", "wrap",
    }
)  # fmt: skip
"""Verbs whose last letter is doubled before "ing"."""
_BEING = ("be", "is", "was", "been", "being")
"""The forms of "be", with which a passive begins."""
_MANY = ("are", "were")
"""Its forms of several."""


@dataclass(frozen=True, slots=True)
class Idiom:
    """The words of an idiom, as they are found, and those that are read in their place."""

    words: tuple[str, ...]
    plain: tuple[str, ...]
    form: int = -1
    """Of the verb that begins it; -1 where it has none."""
    closing: tuple[str, ...] = ()
    """The words behind the object of the idiom: "to task"; empty where it stands together."""


@dataclass(frozen=True, slots=True)
class Idioms:
    """All idioms in all forms, the longest first."""

    by_first: Mapping[str, Mapping[str, tuple[Idiom, ...]]]
    """By their first word, and by the second: those that may go on with it.

    With an empty one, those that may go on with any.
    """

    def match(
        self, folded: Sequence[str], at: int, taken: Collection[int]
    ) -> tuple[int, tuple[str, ...]] | None:
        """The token behind the idiom that starts at ``at``, and the words in its place.

        ``folded`` are the tokens in lower case; no word of an idiom but the free one is one of the
        tokens ``taken``. None where no idiom starts there.
        """
        found = self._found(folded, at, taken)
        return found and (found[1], found[0].plain)

    def closing(
        self, folded: Sequence[str], at: int, taken: Collection[int]
    ) -> tuple[int, int] | None:
        """Where the idiom that starts at ``at`` goes on behind its object, and the token after it.

        None where no idiom starts there, or where it stands together.
        """
        found = self._found(folded, at, taken)
        return found and _behind(found[0].closing, folded, found[1], taken)

    def _found(
        self, folded: Sequence[str], at: int, taken: Collection[int]
    ) -> tuple[Idiom, int] | None:
        """The idiom that starts at ``at``, and the token behind its first words."""
        by_second = self.by_first.get(folded[at])
        if by_second is None:
            return None  # nearly all
        second = folded[at + 1] if at + 1 < len(folded) else ""
        starting = by_second.get(second, by_second[""])
        done = bool(starting) and not _HAVING.isdisjoint(folded[max(0, at - 2) : at])
        for idiom in starting:
            end = _end(idiom.words, folded, at, taken)
            wanted, other = (_PARTICIPLE, _BASE) if done else (_BASE, _PARTICIPLE)
            if end is None or (idiom.form == other and self._both(idiom, wanted)):
                continue
            if not idiom.closing or _behind(idiom.closing, folded, end, taken):
                return idiom, end
        return None

    def _both(self, idiom: Idiom, form: int) -> bool:
        """Whether the same words are another form as well: "come" is base and participle."""
        others = self.by_first[idiom.words[0]].get("".join(idiom.words[1:2]), ())
        same = [o for o in others if (o.words, o.closing) == (idiom.words, idiom.closing)]
        return any(o.form == form for o in same)


def _end(
    words: Sequence[str], folded: Sequence[str], at: int, taken: Collection[int]
) -> int | None:
    """The token behind the words that stand from ``at`` on; None where they do not."""
    for number, word in enumerate(words):
        if word == _ANY:
            following = words[number + 1]
            if folded[at : at + 1] in _NONE:
                return None  # "put no pressure on X"
            at += folded[at : at + 1] != [following]
        elif folded[at : at + 1] == [word] and at not in taken:
            at += 1
        else:
            return None
    return at


def _behind(
    words: Sequence[str], folded: Sequence[str], start: int, taken: Collection[int]
) -> tuple[int, int] | None:
    """Where the words stand behind an object that begins at ``start``; None where they do not."""
    for at in range(start, min(start + _REACH, len(folded))) if words else ():
        end = _end(words, folded, at, taken) if at > start else None
        if end is not None:
            return at, end
        if folded[at] in _STOPS:
            return None
    return None


def _forms(verb: str, irregular: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Base form, third person, past tense, participle and gerund.

    >>> _forms("criticise", {}), _forms("deny", {})[1:3]
    (('criticise', 'criticises', 'criticised', 'criticised', 'criticising'), ('denies', 'denied'))
    """
    if verb == _BEING[0]:
        return _BEING
    stem = verb.removesuffix("e")
    third, past = f"{verb}s", f"{stem}ed"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        third, past = f"{verb[:-1]}ies", f"{verb[:-1]}ied"
    elif verb.endswith(("s", "sh", "ch", "x", "o")):
        third = f"{verb}es"
    past, participle = irregular.get(verb, (past, past))
    doubled = verb in _DOUBLING
    return verb, third, past, participle, f"{stem}{verb[-1] if doubled else ''}ing"


def _found_forms(verb: str, irregular: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The forms in which an idiom is found that begins with the verb."""
    return _forms(verb, irregular) + (_MANY if verb == _BEING[0] else ())


def _plain_forms(verb: str, found: str, irregular: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The forms of the plain verb, in the order of those of the verb that is found.

    >>> _plain_forms("agree", "be", {})[5:], _plain_forms("be", "lack", {})[:3]
    (('agree', 'agreed'), ('are', 'is', 'was'))
    """
    forms = _forms(verb, irregular)
    if found == _BEING[0]:
        return forms + (_MANY if verb == found else (forms[0], forms[_PAST]))
    return (_MANY[0], *forms[1:]) if verb == _BEING[0] else forms


def _read(table: Mapping[str, Any]) -> Iterator[Idiom]:
    """The idioms of the file in all their forms."""
    irregular = table["forms"]
    for section in ("verbs", "passives"):
        for plain, phrases in table[section].items():
            first, *rest = plain.split()
            for phrase in phrases:
                opening, _, behind = phrase.partition(f" {_OBJECT} ")
                verb, *words = opening.split()
                into = _plain_forms(first, verb, irregular)
                for form, word in enumerate(_found_forms(verb, irregular)):
                    if section == "verbs":
                        written = (into[form], *rest)
                    else:
                        written = ((*_BEING, *_MANY)[form], into[_PARTICIPLE], "by")
                    yield Idiom((word, *words), written, form, tuple(behind.split()))
    for plain, phrases in table["phrases"].items():
        for phrase in phrases:
            yield Idiom(tuple(phrase.split()), tuple(plain.split()))


@functools.cache
def load_idioms() -> Idioms:
    """The shipped idioms; raises `KnowledgeError` where the file is wrong."""
    try:
        table = tomllib.loads((files("data") / _FILE).read_text(encoding="utf-8"))
        idioms = list(_read(table))
    except (tomllib.TOMLDecodeError, KeyError, ValueError, AttributeError) as error:
        raise KnowledgeError(f"data/{_FILE}: {error!r}") from error
    out: dict[str, list[Idiom]] = {}
    for idiom in idioms:
        if idiom.words[-1] == _ANY:
            raise KnowledgeError(f'data/{_FILE}: "{" ".join(idiom.words)}" must end with a word')
        out.setdefault(idiom.words[0], []).append(idiom)
    return Idioms(
        {
            first: _by_second(sorted(starting, key=lambda i: -len(i.words + i.closing)))
            for first, starting in out.items()
        }
    )


def _by_second(starting: Sequence[Idiom]) -> dict[str, tuple[Idiom, ...]]:
    """The idioms with one first word, in their order, by what may stand second in them."""
    seconds = ["".join(idiom.words[1:2]) for idiom in starting]
    return {
        word: tuple(i for i, own in zip(starting, seconds, strict=True) if own in {word, "", _ANY})
        for word in dict.fromkeys(("", *seconds))
    }
