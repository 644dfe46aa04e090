"""Makes an article ready to be parsed: its paragraphs, who is named in them, and plain words.

Paragraphs, mentions, coreference, dates, documents, places, collapse.
"""

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from graph.model import (
    Actor,
    Article,
    Place,
)
from ingest.anaphora import load_anaphora
from ingest.antecedents.choosing import Chooser
from ingest.authority import load_authority
from ingest.collapse import collapse
from ingest.coreference import Referent, Resolver
from ingest.datelines import Dateline, dateline, headline_town
from ingest.dates import DateMention, filed_day, find_dates, first_year, publication_day, years_told
from ingest.dayheadings import Heading, day_headings
from ingest.documents import DocumentMention, find_documents, find_sessions
from ingest.eras import Era
from ingest.gazetteer import load_gazetteer
from ingest.issuers import MentionsOf
from ingest.leaders import load_leaders
from ingest.lexicon import load_triggers
from ingest.marks import Layout
from ingest.mentions import Mention
from ingest.named import Named, named
from ingest.offices import load_offices
from ingest.paragraphs import Paragraph, paragraphs
from ingest.recasing import Recasing
from ingest.reporting import reported_here
from ingest.resolving import resolve_all
from ingest.scan import MentionFinder
from ingest.scene import filed_at
from ingest.shortforms import renamed
from ingest.speakers import asked, briefed, speaker, turn
from ingest.statements import signatures, signing, spoken_for, stated
from ingest.tenses import Tenses
from ingest.units import Unit
from ingest.words import load_actor_words

_DASHES = frozenset({"-", "–", "--"})
_LEAD = 2
"""Paragraphs for which the head of the text says where it was written."""
_HEAD = 500
"""Characters within which a release says whose it is."""


@dataclass(frozen=True, slots=True)
class _Tokens:
    """The tokens of a paragraph in columns: asking spaCy for each of them costs time."""

    words: list[str]
    spaces: list[bool]
    """Whether a blank follows."""
    offsets: list[int]

    @classmethod
    def of(cls, doc: Doc) -> "_Tokens":
        out = cls([], [], [])
        for token in doc:
            out.words.append(token.text)
            out.spaces.append(bool(token.whitespace_))
            out.offsets.append(token.idx)
        return out

    def dashed(self) -> list[str]:
        """The words; what stands for a dash between blanks ("powers - Britain and") is one."""
        words = list(self.words)
        for at, word in enumerate(words if not _DASHES.isdisjoint(words) else ()):
            if word in _DASHES and at and self.spaces[at] and self.spaces[at - 1]:
                words[at] = "—"
        return words

    def behind(self, found: Dateline | None) -> int:
        """The token behind a dateline; 0 where there is none."""
        head = found.end if found is not None else 0
        return next((at for at, offset in enumerate(self.offsets) if offset >= head), 0)


@dataclass(frozen=True, slots=True)
class Prepared:
    """One paragraph, ready to be parsed."""

    paragraph: Paragraph
    doc: Doc
    units: list[Unit]
    named: tuple[Named, ...]
    filed: Dateline | None


@dataclass(frozen=True, slots=True)
class Ready:
    """One article, ready to be parsed."""

    paragraphs: list[Prepared]
    statement: DocumentMention | None
    """The joint statement that it is."""
    makers: tuple[Actor, ...]
    published: str | None
    """The day on which it appeared, or from which its own dateline is."""
    headings: tuple[Heading, ...] = ()
    """The days in the headings of a chronicle."""


class Preparer:
    """Finds in articles what the parser must not stumble over, and writes them plainly."""

    def __init__(self, nlp: Language, chooser: Callable[[Article], Chooser] | None = None) -> None:
        """``chooser`` makes, for each article, what weighs whom its pronouns take up."""
        self._nlp, self.chooser = nlp, chooser
        self._authority = load_authority()
        self._anaphora = load_anaphora(self._authority)
        self._leaders, self._gazetteer = load_leaders(), load_gazetteer()
        self._words = load_triggers()
        self._verbs = self._words.verb_forms - self._words.doubtful
        past = frozenset(self._words.past.values()) - frozenset(self._words.past)
        self._tenses = Tenses(self._words.past, self._words.doubtful, past, self._words.verb_forms)
        offices, actor_words = load_offices(), load_actor_words()
        self._recasing = Recasing(
            self._authority,
            self._gazetteer,
            self._leaders,
            offices,
            actor_words,
            self._words.verb_forms,
        )
        self._finder = MentionFinder(
            self._authority, offices, actor_words, self._anaphora, self.split
        )

    def alone(self, name: str, day: datetime.date | None) -> list[Named]:
        """The mentions in a name that is given without its sentence, and whom they mean."""
        offsets, mentions = self._mentions_of(name)
        resolver = Resolver(self._authority, self._leaders, self._anaphora, Era(day=day))
        resolver.collect(mentions)
        return list(named(name, offsets, [(m, resolver.resolve(m)) for m in mentions]))

    def prepare(self, article: Article) -> Ready:
        """Mentions, resolved over the whole article, and the text made plain for the parser."""
        day = day_of(article)
        chosen = self._recasing.recased(paragraphs(article.text, article.title))
        made = [_Tokens.of(self._nlp.make_doc(p.text)) for p in chosen]
        filed = [dateline(p.text, self._gazetteer.has_town) for p in chosen]
        if not any(filed):
            town = headline_town(article.text, self._gazetteer.has_town)
            filed[:_LEAD] = [town] * len(filed[:_LEAD])
        heads = [each.behind(line) for line, each in zip(filed, made, strict=True)]
        dashed = [each.dashed() for each in made]
        others = renamed(article.text)
        found = [
            [m for m in self._found(words, first) if m.name not in others]
            for words, first in zip(dashed, heads, strict=True)
        ]
        era = Era.of(article.text, day)
        chooser = self.chooser(article) if self.chooser is not None else None
        resolver = Resolver(self._authority, self._leaders, self._anaphora, era, chooser)
        statement, makers = self._statement(article)
        mentions_of = cache(self._mentions_of)  # many ask for the first lines
        spoken_by = speaker(article.title, article.text, mentions_of)
        joint = resolver.collect((m for each in found for m in each), spoken_by, makers)
        of = asked(article.text, mentions_of)
        read = zip(chosen, made, found, strict=True)
        known = {p.text: (tokens.offsets, mentions) for p, tokens, mentions in read}
        answered = briefed(article.title, article.text)
        at_head = _at_head(article.text, known, mentions_of)
        resolver.released_by(at_head, of, briefed=answered)
        out: list[Prepared] = []
        dates: tuple[DateMention, ...] = ()
        years = first_year(article.text) if day is None else {}
        resolved = list(self._resolved(resolver, chosen, made, found))
        everything = zip(chosen, made, dashed, resolved, filed, strict=True)
        for paragraph, tokens, words, mentions, line in everything:
            told = (d.value for d in reversed(dates) if d.value and not (d.dateline or d.future))
            here = find_dates(paragraph.text, day, before=next(told, None), dated=years)
            dates = here or dates
            years = years_told(here, years)
            place = filed_at(line or filed[0], self._gazetteer)
            out.append(self._plain(paragraph, tokens, words, mentions, here, line, place))
        published = day.isoformat() if day else None
        headings = day_headings(article.text, day)
        return Ready(out, statement if joint else None, joint, published, headings)

    def _resolved(
        self,
        resolver: Resolver,
        paragraphs: Sequence[Paragraph],
        made: Sequence[_Tokens],
        found: Sequence[Sequence[Mention]],
    ) -> Iterator[list[tuple[Mention, Referent]]]:
        """The mentions of each paragraph with whom they mean, be they named later."""
        before: list[list[tuple[Mention, Referent]]] = []
        for paragraph, tokens, mentions in zip(paragraphs, made, found, strict=True):
            label = turn(paragraph.text)
            if label is not None:
                resolver.takes_turn(self._mentions_of(label)[1])
            words = [token.lower() for token in tokens.words]
            before.append(list(resolve_all(resolver, words, mentions)))
        for told in before:
            yield [(mention, resolver.named_since(mention, of)) for mention, of in told]

    def split(self, text: str) -> list[str]:
        """The tokens of a text."""
        return [token.text for token in self._nlp.make_doc(text)]

    def _found(self, dashed: Sequence[str], first: int) -> list[Mention]:
        """The mentions of a paragraph from token ``first`` on."""
        found = self._finder.find(dashed[first:])
        if not first:
            return found
        return [replace(m, start=m.start + first, end=m.end + first) for m in found]

    def _statement(self, article: Article) -> tuple[DocumentMention | None, list[Mention]]:
        """The joint statement that the article is, and who signed it or is named as its maker."""

        def mentions_of(text: str) -> tuple[list[str], list[Mention]]:
            tokens = self.split(text)
            return tokens, self._finder.find(tokens)

        speaking, together = spoken_for(article.text, mentions_of)
        for document, makers in stated(article.title, article.text, mentions_of, together=together):
            signed = signatures(article.text, mentions_of)
            if together or not (signed or makers):
                return (document if together else None), signing(speaking, signed) or speaking
            return document, signing(makers, signed) or signed or makers
        return None, speaking

    def _mentions_of(self, text: str) -> tuple[list[int], list[Mention]]:
        tokens = _Tokens.of(self._nlp.make_doc(text))
        return tokens.offsets, self._finder.find(tokens.words)

    def _plain(
        self,
        paragraph: Paragraph,
        tokens: _Tokens,
        dashed: Sequence[str],
        mentions: Sequence[tuple[Mention, Referent]],
        dates: Sequence[DateMention],
        filed: Dateline | None,
        place: Place | None,
    ) -> Prepared:
        """The paragraph behind its dateline, with what was found in it.

        ``dashed`` are its tokens, each that stands for a dash made one; ``place`` is where the
        report was filed.
        """
        first = tokens.behind(filed)
        offsets = tokens.offsets
        layout = Layout(dashed, offsets, self._gazetteer, self._verbs, first)
        marks = layout.marks(
            mentions,
            find_documents(tokens.words, tokens.spaces),
            find_sessions(tokens.words, tokens.spaces),
            dates,
        )
        marks += reported_here(tokens.words, offsets, marks, place) if place is not None else []
        marks = sorted((m for m in marks if m.start >= first), key=lambda mark: mark.start)
        collapsed = collapse(dashed, tokens.spaces, offsets, marks, self._tenses, first)
        found = tuple(named(paragraph.text, offsets, mentions))
        return Prepared(paragraph, collapsed.doc(self._nlp.vocab), collapsed.units, found, filed)


def _at_head(
    text: str, known: Mapping[str, tuple[list[int], list[Mention]]], mentions_of: MentionsOf
) -> Iterator[Mention]:
    """The mentions in the head of a text; those of its paragraphs are ``known``."""
    start = 0
    for line in text.split("\n"):
        offsets, mentions = known.get(line) or mentions_of(line[: _HEAD - start])
        yield from (m for m in mentions if start + offsets[m.start] < _HEAD)
        start += len(line) + 1
        if start >= _HEAD:
            return


def day_of(article: Article) -> datetime.date | None:
    """The day on which an article appeared, or from which its own dateline is."""
    if article.published is None:
        return publication_day(article.text, article.title)
    return filed_day(article.text, article.published) or article.published
