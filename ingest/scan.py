"""Finds the mentions of actors in the tokens of one paragraph, before it is parsed.

The authority tables decide first, then titles and name patterns. The grammar is read off real
reports; `ingest.coreference` says afterwards whom each mention means.
"""

from collections.abc import Sequence
from dataclasses import replace

from graph.model import ActorClass
from ingest.anaphora import Anaphora
from ingest.atoms import DETERMINERS, POSSESSIVES, Geo
from ingest.authority import Authority, Entry
from ingest.mentions import Mention, MentionKind
from ingest.names import NameIndex, Tokenise
from ingest.offices import Offices
from ingest.officials import Officials
from ingest.words import ActorWords


class MentionFinder:
    """Finds mentions in the tokens of one paragraph."""

    def __init__(
        self,
        authority: Authority,
        offices: Offices,
        words: ActorWords,
        anaphora: Anaphora,
        tokenise: Tokenise,
    ) -> None:
        self._offices, self._words, self._anaphora = offices, words, anaphora
        self._index = NameIndex(authority, tokenise)

    def find(self, tokens: Sequence[str]) -> list[Mention]:
        """All mentions, in the order of the text; none overlaps another."""
        scan = _Scan(self._index, self._offices, self._words, list(tokens))
        return scan.run(self._anaphora)


class _Scan(Officials):
    """One walk over the tokens of a paragraph."""

    def run(self, anaphora: Anaphora) -> list[Mention]:
        """All mentions, in the order of the text."""
        found: list[Mention] = []
        at = 0
        while at < self.size:
            mention = self.anaphor(at, anaphora)
            if mention is None and self.may_start(at):
                mention = self.mention(at)
                mention = mention and self.of_state(self.extended(mention))
            if mention is None:
                at += 1
                continue
            found.append(mention)
            at = max(mention.end, at + 1)
        return self.introduced(self.paired(found))

    def introduced(self, found: list[Mention]) -> list[Mention]:
        """Gives names their side and office: "Some French ministers were there: X, Y and Z"."""
        out = list(found)
        for number, mention in enumerate(found):
            if mention.kind is not MentionKind.OFFICE or not mention.plural or len(mention.of) != 1:
                continue
            near = range(mention.end, min(mention.end + 10, self.size))
            last = next((i + 1 for i in near if self.word(i) in {":", ".", ";"}), 0)
            if last == 0 or self.word(last - 1) != ":":
                continue
            for at in range(number + 1, len(found)):
                name = found[at]
                between = set(self.folded[last : name.start])
                if name.kind not in {MentionKind.NAME, MentionKind.PERSON} or not between <= _GLUE:
                    break
                out[at] = replace(
                    name,
                    kind=MentionKind.PERSON,
                    of=name.of or mention.of,
                    office=name.office or mention.office,
                    office_kind=name.office_kind or mention.office_kind,
                )
                last = name.end
        return out

    def paired(self, found: list[Mention]) -> list[Mention]:
        """Gives each name of a list its state: "his Greek and French counterparts, A and B"."""
        out: list[Mention] = []
        at = 0
        while at < len(found):
            mention = found[at]
            names = self._named_after(mention, found[at + 1 : at + 7])
            if names:
                states: Sequence[Entry | None] = mention.of or [None] * len(names)
                for number, (name, entry) in enumerate(zip(names, states, strict=True)):
                    out.append(
                        replace(
                            name,
                            start=name.start if number else mention.start,
                            kind=MentionKind.PERSON,
                            of=name.of or ((entry,) if entry is not None else ()),
                            office=name.office or mention.office,
                            office_kind=name.office_kind or mention.office_kind,
                        )
                    )
                at += 1 + len(names)
            else:
                out.append(mention)
                at += 1
        return out

    def _named_after(self, mention: Mention, following: list[Mention]) -> list[Mention]:
        """The names that say who the holders of an office are: as many as there are states."""
        if mention.kind not in {MentionKind.OFFICE, MentionKind.COUNTERPART} or not mention.plural:
            return []
        names: list[Mention] = []
        last = mention
        for name in following:
            between = set(self.folded[last.end : name.start])
            if (
                name.kind not in {MentionKind.NAME, MentionKind.PERSON}
                or len(name.name.split()) < 2
            ):
                break
            if not between <= {",", "and", "&"} or name.start - last.end > 2:
                break
            names.append(name)
            last = name
            if "and" in between:
                break
        apart = names and self.word(names[0].start - 1) in {",", ":"}
        fits = len(names) == len(mention.of) if mention.of else bool(apart)
        return names if len(names) > 1 and fits else []

    def anaphor(self, start: int, anaphora: Anaphora) -> Mention | None:
        """A pronoun, or a name or noun for several: "they", "the two Koreas", "both sides"."""
        word = self.word(start)
        for words, entries in anaphora.names.items():
            if word == words[0] and tuple(self.folded[start : start + len(words)]) == words:
                return Mention(
                    start=start,
                    end=start + len(words),
                    kind=MentionKind.GROUP,
                    of=entries,
                    name=self.text(start, start + len(words)),
                    count=len(entries),
                    plural=True,
                )
        if word in _PRONOUNS and self.office(start + 1) is None:
            if word in POSSESSIVES and self._counterpart_ahead(start):
                return None
            return Mention(
                start=start,
                end=start + 1,
                kind=MentionKind.PRONOUN,
                name=self.tokens[start],
                plural=word in {"they", "them", "their"},
                possessive=word in POSSESSIVES,
            )
        return self._group(start, anaphora)

    def _counterpart_ahead(self, start: int) -> bool:
        """Whether "his" stands before "counterpart" or "Greek, Cypriot and French counterparts"."""
        for i in range(start + 1, start + 12):
            if self.word(i).startswith(("counterpart", "ambassador")):
                return True
            if i > start + 3 and self.word(i) not in {",", "and"} and self.geo(i) is None:
                return False
        return False

    def _group(self, start: int, anaphora: Anaphora) -> Mention | None:
        """ "the two sides", "both foreign ministers", "the parties", "the bloc"."""
        word = self.word(start)
        at = start + (word in {"the", "both", "these", "all"})
        count = 2 if word == "both" else 0
        if self.word(at) in anaphora.numbers and word != "both":
            count, at = anaphora.numbers[self.word(at)], at + 1
        if at == start or (count == 0 and word != "the"):
            return None
        while self.word(at) in _GROUP_MODIFIERS:
            at += 1
        office = self.office(at)
        end = office.end if office is not None and office.plural else at + 1
        noun = self.word(end - 1)
        if self.word(end) in {"of", "from"} or self.geo(at) is not None:
            return None
        if self.word(end) in {"to", "in"} and self.geo(end + 1) is not None:
            return None
        if noun in anaphora.sides or noun in anaphora.persons or (office and office.plural):
            persons = noun in anaphora.persons or bool(office and office.plural)
            if count == 0:
                if noun not in {"sides", "parties", "leaders", "ministers", "presidents"}:
                    return None
                count = 2 if noun in {"sides", "parties"} else 0
            return Mention(
                start=start,
                end=end,
                kind=MentionKind.GROUP,
                name=self.text(start, end),
                count=count,
                plural=True,
                office_kind="persons" if persons else "sides",
            )
        alone = noun in anaphora.organisation and at == start + 1
        if count == 0 and word == "the" and (alone or noun in _GOVERNMENTS):
            return Mention(
                start=start,
                end=end,
                kind=MentionKind.GROUP,
                name=noun,
                count=1,
                office_kind="sides",
            )
        return None

    def mention(self, start: int) -> Mention | None:
        """The mention that starts at ``start``, determiner and modifiers taken in; None if none."""
        at = start
        possessive = self.word(at) in POSSESSIVES
        if self.word(at) in DETERMINERS or possessive:
            at += 1
        bare = at
        at = self.modifiers_end(at)
        former = any(
            self.word(i) in {"former", "ex", "ousted", "deposed", "late"} for i in range(start, at)
        )
        found = (
            self.titled_by_states(start, at, former)
            or self.titled(start, at, possessive, former)
            or self.counterpart(start, at)
        )
        if found is not None:
            return found
        if possessive:
            return None  # read on from the next token
        named = self.government(start, at) or self.named(start, bare)
        return named or (self.name(start) if bare == start else None)

    def government(self, start: int, at: int) -> Mention | None:
        """ "the government of X", "the armed forces of X", "the internationally recognised …"."""
        for words, _of_only in (
            (self.words.bodies, True),
            (self.words.government, True),
            (self.words.forces, True),
        ):
            stop = words.end(self.folded, at) if at < self.size else at
            if stop > at and self.word(stop) in {"of", "from"}:
                entries, end = self.geo_list(stop + 1)
                if entries:
                    body = self.text(at, stop) if words is self.words.bodies else ""
                    return Mention(
                        start=start,
                        end=end,
                        kind=MentionKind.NAMED,
                        of=entries,
                        body=body,
                        name=self.text(at, end),
                        plural=len(entries) > 1,
                        force=words is self.words.forces,
                    )
        return None

    def named(self, start: int, at: int) -> Mention | None:
        """A state or organisation by its name or adjective."""
        geo = self.geo(at)
        if geo is None:
            return None
        end = geo.end - geo.genitive
        if geo.kind == "demonym":
            return Mention(
                start=at,
                end=end,
                kind=MentionKind.DEMONYM,
                of=geo.entries[:1],
                name=self.text(at, end),
            )
        if self._inside_longer_name(at, end, geo) or self._modifies(end, geo):
            return None
        return Mention(
            start=start,
            end=end,
            kind=MentionKind.NAMED,
            of=geo.entries[:1],
            name=self.text(at, end),
            capital=geo.kind in {"capital", "metonym"},
        )

    def _modifies(self, end: int, geo: Geo) -> bool:
        """Whether the name only describes: "the NATO member", "a UN-backed government"."""
        if geo.genitive:
            return False
        if self.word(end) == "-" and self.word(end + 1) in _DESCRIBING:
            return True
        organisation = geo.entries[0].actor.kind is ActorClass.ORGANIZATION
        return organisation and self.word(end) in {"member", "ally", "candidate", "hopeful"}

    def _inside_longer_name(self, start: int, end: int, geo: Geo) -> bool:
        """Whether the name goes on: "China Daily", "Paris Saint-Germain", "Georgia Tech"."""
        if geo.genitive or not self.capital(end) or geo.kind == "acronym":
            return False
        if self.office(end) is not None or self.geo(end) is not None:
            return False
        return self.word(end) not in self.words.not_names and geo.entries[0].actor.kind == "Country"

    def name(self, start: int) -> Mention | None:
        """A run of capitals: a person, where an apposition or "of State" says so; else unknown."""
        if not self.capital(start) and not (
            self.word(start) in self.words.particles and self.word(start + 1) == "-"
        ):
            return None
        end = self.name_end(start)
        if end == start:
            return None
        name = self.text(start, end)
        organisation = any(self.word(i) in self.words.organisation_words for i in range(start, end))
        kind = MentionKind.NAME
        if not organisation:
            described = self.described(start, end, name)
            if described is not None:
                return described
        elif self.geo(end) is not None:
            kind = MentionKind.NAME
        return Mention(start=start, end=end, kind=kind, name=name)

    def described(self, start: int, end: int, name: str) -> Mention | None:
        """ "Joko Widodo, the President of Indonesia,", "Talon of Benin", "Kouchner (France)"."""
        if self.word(end) in {"of", "from"} and end - start >= 2:
            geo = self.geo(end + 1 + (self.word(end + 1) in DETERMINERS))
            if geo is not None and not geo.genitive and geo.kind in {"name", "acronym"}:
                return Mention(
                    start=start, end=geo.end, kind=MentionKind.PERSON, name=name, of=geo.entries[:1]
                )
        if self.word(end) == "(":
            geo = self.geo(end + 1)
            if (
                geo is not None
                and self.word(geo.end) == ")"
                and end - start >= 2
                and geo.kind in {"name", "acronym"}
            ):
                return Mention(
                    start=start,
                    end=geo.end + 1,
                    kind=MentionKind.PERSON,
                    name=name,
                    of=geo.entries[:1],
                )
            stop = self.offices.portfolio(self.tokens, end + 1)
            if stop > end + 1 and self.word(stop) == ")" and end - start >= 2:
                return Mention(
                    start=start,
                    end=stop + 1,
                    kind=MentionKind.PERSON,
                    name=name,
                    office=self.text(end + 1, stop),
                    office_kind="minister",
                )
        if self.word(end) != ",":
            return None
        at = end + 1
        at += self.word(at) in DETERMINERS
        at = self.modifiers_end(at)
        inner = self.titled_by_states(at, at, False) if self.geo(at) else None
        if inner is None and self.office(at) is not None:
            inner = self.with_name(at, at, (), False)
        if inner is None or inner.kind is not MentionKind.OFFICE or inner.plural:
            return None
        closed = inner.end >= self.size or self.word(inner.end) in {",", ".", ";", ":", ")", "and"}
        first = start == 0 or self.word(start - 1) in {".", "!", "?", ":"}
        if not closed and not first:  # "X, the President of Y had lunch": the comma is forgotten
            return None
        stop = inner.end + (self.word(inner.end) == ",")
        former = any(self.word(i) in {"former", "ex", "then"} for i in range(end, inner.end))
        return Mention(
            start=start,
            end=stop,
            kind=MentionKind.PERSON,
            name=name,
            of=inner.of[:2],
            office=inner.office,
            office_kind=inner.office_kind,
            host=inner.host,
            former=former,
        )

    def of_state(self, mention: Mention) -> Mention:
        """Takes in the state behind a person: "President Talon of Benin"."""
        if mention.kind is not MentionKind.PERSON or mention.of:
            return mention
        if self.word(mention.end) not in {"of", "from"} or self.tokens[mention.end - 1] == ",":
            return mention
        geo = self.geo(mention.end + 1 + (self.word(mention.end + 1) in DETERMINERS))
        if geo is None or geo.genitive or geo.kind not in {"name", "acronym"}:
            return mention
        return replace(mention, of=geo.entries[:1], end=geo.end)

    def extended(self, mention: Mention) -> Mention:
        """Takes in what hangs on a genitive: "Angela Merkel's spokesperson, Steffen Seibert"."""
        if self.word(mention.end) not in {"'s", "’s"} or mention.kind not in {
            MentionKind.PERSON,
            MentionKind.OFFICE,
            MentionKind.NAME,
        }:
            return mention
        at = self.modifiers_end(mention.end + 1)
        if self.office(at) is None:
            return mention
        more = self.with_name(mention.start, at, mention.of, False)
        if more is None or more.kind is not MentionKind.PERSON:
            return mention
        return more


_PRONOUNS = frozenset(
    [
        "he",
        "she",
        "they",
        "it",
        "his",
        "her",
        "its",
        "their",
        "him",
        "them",
        "i",
        "me",
        "my",
        "we",
        "us",
        "our",
    ]
)
_GLUE = frozenset({",", ";", "and", "&"})
_DESCRIBING = frozenset(
    [
        "backed",
        "led",
        "sponsored",
        "controlled",
        "held",
        "based",
        "born",
        "made",
        "style",
        "wide",
        "appointed",
        "funded",
        "supported",
        "occupied",
        "administered",
        "trained",
        "built",
        "allied",
        "aligned",
        "friendly",
        "imposed",
    ]
)
_GOVERNMENTS = frozenset({"government", "junta", "regime", "authorities"})
_GROUP_MODIFIERS = frozenset(
    [
        "foreign",
        "defence",
        "defense",
        "prime",
        "neighbouring",
        "neighboring",
        "asian",
        "european",
        "african",
        "arab",
        "korean",
        "visiting",
        "respective",
        "warring",
        "rival",
        "negotiating",
        "contracting",
        "opposing",
        "asian",
        "top",
    ]
)
