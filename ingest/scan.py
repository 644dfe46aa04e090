"""Finds the mentions of actors in the tokens of one paragraph, before it is parsed.

The authority tables decide first, then titles and name patterns. The grammar is read off real
reports; `ingest.coreference` says afterwards whom each mention means.
"""

from collections.abc import Sequence
from dataclasses import replace

from ingest.alternating import alternated
from ingest.anaphora import Anaphora
from ingest.apposition import belonging, bracketed, declaring, facing, heading, presiding
from ingest.appositives import Appositives
from ingest.atoms import DETERMINERS, POSSESSIVES
from ingest.authority import Authority
from ingest.chiefs import OFFICE
from ingest.compatriots import compatriots
from ingest.delegates import delegated
from ingest.delegations import accredited, led, represented, seated, sided
from ingest.enumerations import enumerated
from ingest.introductions import titled, told
from ingest.leadingwords import leading_words
from ingest.mentions import Mention, MentionKind
from ingest.names import NameIndex, Tokenise
from ingest.namesakes import Namesakes, load_namesakes
from ingest.offices import Offices
from ingest.pairing import introduced, paired, serving, shared
from ingest.tenses import HAVING
from ingest.warships import warship
from ingest.words import ActorWords

_STEPS = (
    heading, bracketed, facing, presiding, declaring, belonging, led, shared, alternated, paired,
    delegated, introduced, serving, represented, accredited, sided, seated, titled, told,
    compatriots, enumerated,
)  # fmt: skip
"""What is made of the mentions of a paragraph together, in this order."""
_EMPTY = frozenset(
    {
        ",", ".", ";", ":", "(", ")", '"', "-", "'s", "about", "against", "also", "and", "are",
        "as", "at", "be", "been", "being", "between", "but", "by", "during", "for", "from", "had",
        "has", "have", "into", "is", "not", "on", "or", "out", "over", "said", "says", "since",
        "than", "that", "to", "up", "was", "were", "when", "where", "which", "while", "who", "will",
        "with", "would",
    }
)  # fmt: skip
"""Marks and frequent words with which no mention begins."""
_DETERMINING = DETERMINERS | POSSESSIVES
_DONE_TO = frozenset({"appointed", "deposed", "elected", "ousted", "recognised", "recognized"})
"""What may describe who holds an office, and tell what is done to him."""
_SO = frozenset({"also", "then"})
_HOLDERS = frozenset({MentionKind.NAME, MentionKind.OFFICE, MentionKind.PERSON})


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
        self._namesakes = Namesakes(load_namesakes(), tokenise)
        self._leading = leading_words(self._index, offices, words, anaphora)

    def find(self, tokens: Sequence[str]) -> list[Mention]:
        """All mentions, in the order of the text; none overlaps another."""
        scan = _Scan(self._index, self._namesakes, self._offices, self._words, list(tokens))
        return scan.run(self._anaphora, self._leading)


class _Scan(Appositives):
    """One walk over the tokens of a paragraph."""

    def run(self, anaphora: Anaphora, leading: frozenset[str]) -> list[Mention]:
        """All mentions, in the order of the text; ``leading`` are small words that begin some."""
        found: list[Mention] = []
        at = 0
        while at < self.size:
            if self.tokens[at] in _EMPTY or self.plain(at, leading):  # most of all tokens
                at += 1
                continue
            mention = self.styled(at) or self.anaphor(at, anaphora)
            if mention is None and self.may_start(at) and not self.bare(at, leading):
                mention = self.mention(at)
                mention = mention and self.explained(self.of_state(self.extended(mention)))
            if mention is None:
                at += 1
                continue
            if not self.gives_name(mention):
                found.append(mention)
            at = max(mention.end, at + 1)
        for step in _STEPS:
            found = step(found, self.folded)
        return found

    def plain(self, at: int, leading: frozenset[str]) -> bool:
        """Whether a small word stands there with which no mention begins."""
        token = self.tokens[at] if at < self.size else ""
        small = token.isalpha() and token.islower() and self.folded[at] not in leading
        return small and self.word(at + 1) != "-"

    def bare(self, at: int, leading: frozenset[str]) -> bool:
        """Whether what a determiner stands before begins no mention: "the | talks"."""
        return self.word(at) in _DETERMINING and self.plain(at + 1, leading)

    def gives_name(self, mention: Mention) -> bool:
        """Whether something is only called after somebody: "at Ben Gurion | airport"."""
        at = mention.end + (self.word(mention.end) in {"air", "international", "military"})
        named = mention.kind in {MentionKind.NAME, MentionKind.PERSON} and not mention.of
        return named and self.word(at) in self.words.sites and not self.capital(at)

    def styled(self, start: int) -> Mention | None:
        """Who holds an office behind a style: "His Majesty King X", "HE the President of Y"."""
        at = self.past_style(start)
        found = self.mention(at) if start < at < self.size and self.may_start(at) else None
        if found is None or found.kind not in _HOLDERS:
            return None
        named = replace(self.of_state(self.extended(found)), start=start)
        if found.kind is not MentionKind.NAME or named.name.count(" ") == 0:
            return named
        house = not self.words.organisation_words.isdisjoint(self.folded[found.start : found.end])
        return named if house else replace(named, kind=MentionKind.PERSON)

    def mention(self, start: int) -> Mention | None:
        """The mention that starts at ``start``, determiner and modifiers taken in; None if none."""
        at = start
        if self.word(at) in _DONE_TO and self._done_by(at):
            return None
        ship = at + (self.word(at) in DETERMINERS)
        if ship < self.size and (named := warship(self.tokens, ship, self.index.navies)):
            return replace(named, start=start)
        possessive = self.word(at) in POSSESSIVES
        if self.word(at) in DETERMINERS or possessive:
            at += 1
        at += self.word(at) == "royal" and self._body_of_state(at + 1)  # "the Royal | Thai Army"
        if self.folded[at : at + 2] == [OFFICE, "of"] and (chief := self.chief(at + 2)):
            return replace(chief, start=start)
        friend = self.past_description(at)
        if friend > at:
            return replace(known, start=start) if (known := self.named(friend, friend)) else None
        bare = at = self.past_number(at)
        at = self.modifiers_end(at)
        former = any(
            self.word(i) in {"former", "ex", "ousted", "deposed", "late"} for i in range(start, at)
        )
        found = (
            self.band(start, bare, at)
            or self.titled_by_states(start, at, former)
            or self.titled(start, at, possessive, former)
            or self.counterpart(start, at)
        )
        if found is not None:
            return found
        if possessive:
            return None  # read on from the next token
        named = None
        if self.geo(bare) is None:  # "Republic of Korea" is a name
            leads = self.presiding(bare) if self.capital(bare) else None
            if leads is not None:
                return leads
            named = self.government(start, at)
            named = named or (self.government(start, bare) if bare < at else None)
        named = named or self.named(start, bare) or self.association(start, at)
        return named or (self.name(start) if bare == start else None)

    def _body_of_state(self, at: int) -> bool:
        """Whether a body follows that is named by its state: "Thai Army"."""
        geo = self.geo(at)
        return geo is not None and geo.kind == "demonym" and self.body_end(geo.end) > geo.end

    def _done_by(self, at: int) -> bool:
        """Whether a participle is the verb of who stands before it: "has recognised Mr X as"."""
        before = self.tokens[at - 1] if at else ""
        return before[:1].isupper() or before in HAVING or before in _SO or before.endswith("ly")
