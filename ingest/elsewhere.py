"""Whether a name of the tables means somebody else where it stands: "Tripoli in Lebanon"."""

from collections.abc import Callable, Sequence

from graph.model import ActorClass
from ingest.authority import Entry
from ingest.folding import fold
from ingest.names import NameIndex, NameMatch
from ingest.namesakes import Namesakes

_NEXT_TO = frozenset({"bordering", "neighboring", "neighbouring"})
_PLACES = frozenset({"area", "city", "district", "island", "province", "region", "town", "village"})
_BEGINNING = frozenset(
    {"across", "after", "along", "and", "as", "at", "but", "for", "from", "in", "into", "meanwhile"}
    | {"near", "of", "on", "over", "since", "to", "when", "while", "with", "within"}
)
"""What a sentence may begin with before "neighbouring X"."""
_TOWNS = frozenset({"capital", "city", "municipality", "port", "suburb", "town", "village"})
"""Words behind which "of" gives a town its name."""
_DISTANT = 4
"""So many words before "of" the state of a town may stand: "the Syrian northern port city of"."""
_ARTICLES = frozenset({"la", "las", "los"})
_STAFF = frozenset(
    {
        "aid", "delegate", "delegates", "employee", "employees", "nurse", "nurses", "official",
        "officials", "staff", "volunteer", "volunteers", "worker", "workers",
    }
)  # fmt: skip
_LONG = frozenset({"name", "demonym"})


class _Words(dict[int, str]):
    """Words by their places."""

    def __missing__(self, at: int) -> str:
        return ""


class Elsewhere:
    """The tokens of a paragraph, and the names in it that are not those of the tables."""

    def __init__(self, index: NameIndex, namesakes: Namesakes, tokens: list[str]) -> None:
        self.index, self._namesakes = index, namesakes
        self.tokens = tokens
        self.folded = [fold(token) for token in tokens]
        self.size = len(tokens)
        self.word: Callable[[int], str] = _Words(enumerate(self.folded)).__getitem__
        """The folded token at a place, empty beyond either end; asked some forty times a token."""
        self._others = namesakes.others(tokens)

    def capital(self, at: int) -> bool:
        return 0 <= at < self.size and self.tokens[at][:1].isupper()

    def known(self, at: int) -> NameMatch | None:
        """The name of the tables that starts at a token and means the actor that it names."""
        match = self.index.match(self.tokens, self.folded, at)
        if match is None or match.end <= self._others.get(at, 0) or self._means_another(at, match):
            return None
        return match

    def _means_another(self, at: int, match: NameMatch) -> bool:
        """Whether what stands around a name makes it another one."""
        end, lists = match.end, self._namesakes.words
        if match.kind == "acronym" and self.word(end) in lists.money:
            return True  # "US dollars"
        if self.word(at - 1) in _NEXT_TO and self._placed(at - 2):
            return True  # "Lira, a town neighbouring Kenya"
        leads = self.capital(end + 1) or self.word(end + 1) in _ARTICLES
        if self.word(end) in lists.joining and leads and not match.demonym:
            return True  # "Santiago de Cuba"
        if end == at + 1 and self._joined(at):
            return True  # "Leila de Lima"
        if match.kind in {"capital", "metonym"}:
            return self._other_town(at, match)
        return self._other_organ(at, end, match.entries)

    def _placed(self, at: int) -> bool:
        """Whether a place stands there, of which is told next to whom it lies."""
        name = self.capital(at) and self.word(at) not in _BEGINNING
        return name or self.word(at).removesuffix("s") in _PLACES

    def _joined(self, at: int) -> bool:
        """Whether a particle joins the name to one before it: "Miguel de la Madrid"."""
        before = at - 1 - (self.tokens[at - 1 : at] == ["la"])
        joins = before > 0 and self.tokens[before] in self._namesakes.words.joining
        return joins and self.capital(before - 1)

    def _other_town(self, at: int, match: NameMatch) -> bool:
        """Whether a capital's name is that of another town, or only calls something by it."""
        if self.word(match.end) == "," and self._abroad(match.end + 1, match.entries):
            return True  # "London, Ontario"
        if self.word(at - 1) != "of" or at < 2:
            return False
        if self.word(at - 2) in self._namesakes.words.called_after:
            return True  # "the Treaty of Lisbon"
        return self.word(at - 2) in _TOWNS and self._of_another(at, match.entries)

    def _abroad(self, at: int, entries: Sequence[Entry]) -> bool:
        """Whether a part of another state is named at a token."""
        state = self._namesakes.region(self.tokens, at)
        return bool(state) and all(entry.actor.iso3 != state for entry in entries)

    def _of_another(self, at: int, entries: Sequence[Entry]) -> bool:
        """Whether a town is of a state or region before it that is not the one it may stand for."""
        for start in range(at - 3, max(-1, at - 3 - _DISTANT), -1):
            if self._abroad(start, entries):
                return True
            owner = self.index.match(self.tokens, self.folded, start)
            if owner is not None and (owner.demonym or self.word(owner.end) in {"'s", "’s"}):
                return not set(owner.entries) & set(entries)
        return False

    def _other_organ(self, at: int, end: int, entries: Sequence[Entry]) -> bool:
        """Whether an organ is that of another than its name means alone: "Kenya Red Cross"."""
        if entries[0].actor.kind is ActorClass.COUNTRY:
            return False
        if not self._namesakes.organ(self.tokens, at, end):
            return False
        if self.word(at - 1) == "national" or self._owned(at, end, entries):
            return True
        behind = end + 1 + (self.word(end + 1) == "the")
        if self.word(end) != "of" or behind >= self.size:
            return False
        if self._namesakes.region(self.tokens, behind):
            return True
        owner = self.index.match(self.tokens, self.folded, behind)
        return owner is not None and owner.entries[0].actor != entries[0].actor.represents

    def _owned(self, at: int, end: int, entries: Sequence[Entry]) -> bool:
        """Whether an organ is that of another state before it: "Italian", "Kenya", "Turkey's".

        Those who work for one may be of any state: "an Italian Red Cross volunteer".
        """
        if self.word(end) in _STAFF:
            return False
        before = at - 1 - (self.word(at - 1) in {"'s", "’s"})
        for start in range(max(0, before - 3), before + 1):
            owner = self.index.match(self.tokens, self.folded, start)
            if owner is not None and owner.end == before + 1:
                state = owner.entries[0].actor
                other = state != entries[0].actor.represents
                return other and state.kind is ActorClass.COUNTRY and owner.kind in _LONG
        return False
