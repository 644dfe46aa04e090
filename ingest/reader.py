"""Reads articles: from the kept text to events, each with the sentence that proves it.

The stages, each a pure function or a value of its own: paragraphs, mentions, coreference, marks,
collapse, parse, extraction, checks, merging.
"""

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from spacy.language import Language
from spacy.tokens import Doc, Token

from graph.model import (
    Actor,
    Article,
    DocumentClass,
    Event,
    EventClass,
    Place,
    Reading,
    Role,
    Status,
)
from ingest.anaphora import load_anaphora
from ingest.answers import answer
from ingest.attendance import attend
from ingest.authority import load_authority
from ingest.backdrops import stand_by
from ingest.battles import oppose
from ingest.brokered import reconcile
from ingest.bygone import bygone
from ingest.candidates import Candidate
from ingest.checks import documents_of, event, side, sound
from ingest.clashes import reciprocate
from ingest.collapse import Unit, collapse, extent
from ingest.completion import complete
from ingest.confidence import Calibration, load_calibration
from ingest.coreference import Referent, Resolver
from ingest.datelines import Dateline, dateline, headline_town
from ingest.dates import DateMention, filed_day, find_dates, publication_day, years_told
from ingest.dayheadings import Heading, day_headings
from ingest.dayheadings import under as day_under
from ingest.days import Days
from ingest.documents import DocumentMention, find_documents, find_sessions
from ingest.echoes import echoed
from ingest.enclosures import enclose
from ingest.eras import Era
from ingest.extraction import Extraction
from ingest.gazetteer import load_gazetteer
from ingest.guests import welcome
from ingest.homeground import at_home
from ingest.itineraries import stages
from ingest.journeys import abroad, received, refine, travels
from ingest.leaders import load_leaders
from ingest.lexicon import load_triggers
from ingest.likelihood import likely
from ingest.makings import headed, made_at, made_on, visited
from ingest.marks import Layout
from ingest.mentions import Mention
from ingest.merging import merge
from ingest.named import Named, named
from ingest.narration import is_brief, is_heading
from ingest.newsdays import keep_day
from ingest.offices import load_offices
from ingest.openings import opened
from ingest.ousters import oust
from ingest.paragraphs import Paragraph, paragraphs
from ingest.partings import parted
from ingest.phones import ring
from ingest.pipeline import open_pipeline
from ingest.proceedings import conclude
from ingest.products import bring_forth, close
from ingest.pulpits import spoke_there
from ingest.recasing import Recasing
from ingest.references import refer
from ingest.relations.network import Network, load_network
from ingest.relations.relating import news, relate
from ingest.reporting import reported_here
from ingest.resolving import resolve_all
from ingest.scan import MentionFinder
from ingest.scene import filed_at, lead, said_there, settle, share
from ingest.sequels import go_on
from ingest.speakers import asked, speaker, turn
from ingest.speeches import is_release, released, went_on
from ingest.statements import of_session, recounting, signatures, signing, spoken_for, stated
from ingest.tenses import Tenses
from ingest.texts import voice
from ingest.ties import retied
from ingest.told import Told
from ingest.tree import Tree
from ingest.undertakings import undertake
from ingest.whereabouts import Whereabouts
from ingest.wordednames import WordedNames, renamed
from ingest.words import load_actor_words

_WORD = re.compile(r"[\w-]+")
_LONGEST = 300
"""Words in a sentence that is read; what is longer is no sentence."""
_TOGETHER = 64
"""Articles parsed in one go."""


_DASHES = frozenset({"-", "–", "--"})


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


class Reader:
    """Reads events out of articles; the same articles give the same readings."""

    def __init__(
        self,
        nlp: Language,
        calibration: Calibration | None = None,
        network: Network | None = None,
    ) -> None:
        """Without a ``network``, the rules alone read."""
        self._nlp = nlp
        self._calibration = load_calibration() if calibration is None else calibration
        self._authority = load_authority()
        self._anaphora = load_anaphora(self._authority)
        self._leaders, self._words = load_leaders(), load_actor_words()
        self._names = WordedNames(self._authority)
        self._gazetteer = load_gazetteer()
        self._triggers = load_triggers()
        self._network = network
        words = self._triggers
        past_forms = frozenset(words.past.values()) - frozenset(words.past)
        self._tenses = Tenses(words.past, words.doubtful, past_forms, words.verb_forms)
        offices = load_offices()
        self._recasing = Recasing(
            self._authority, self._gazetteer, self._leaders, offices, self._words, words.verb_forms
        )
        self._finder = MentionFinder(
            self._authority,
            offices,
            self._words,
            self._anaphora,
            lambda text: [token.text for token in nlp.tokenizer(text)],
        )

    @classmethod
    def open(cls, pipeline: str | None = None) -> "Reader":
        """A reader over our own pipeline or the named spaCy pipeline.

        Raises `graph.errors.SettingError` where the pipeline cannot be used, `KnowledgeError` where
        a file of our own knowledge is wrong.
        """
        return cls(open_pipeline(pipeline), network=load_network())

    def read(self, article: Article) -> Reading:
        """The events that one article reports."""
        return next(self.read_many([article]))

    def read_many(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """The events of each article, in the order of the articles."""
        source = iter(articles)
        while batch := list(islice(source, _TOGETHER)):
            for article, ready, pairs in self.parsed(batch):
                yield Reading(article=article, events=self.events(article, ready, pairs))

    def parsed(
        self, articles: Sequence[Article]
    ) -> list[tuple[Article, Ready, list[tuple[Prepared, Doc]]]]:
        """The articles with their mentions resolved, and each of their paragraphs parsed."""
        ready = [self.prepare(article) for article in articles]
        return list(zip(articles, ready, self.parse(ready), strict=True))

    def parse(self, ready: Sequence[Ready]) -> list[list[tuple[Prepared, Doc]]]:
        """The parsed paragraphs of each article."""
        parsed = iter(list(self._nlp.pipe([p.doc for each in ready for p in each.paragraphs])))
        return [[(p, next(parsed)) for p in each.paragraphs] for each in ready]

    def alone(self, name: str, day: datetime.date | None) -> list[Named]:
        """The mentions in a name that is given without its sentence, and whom they mean."""
        offsets, mentions = self._mentions_of(name)
        resolver = Resolver(self._authority, self._leaders, self._anaphora, Era(day=day))
        resolver.collect(mentions)
        return list(named(name, offsets, [(m, resolver.resolve(m)) for m in mentions]))

    def day(self, article: Article) -> datetime.date | None:
        """The day on which the article appeared, or from which its own dateline is."""
        if article.published is None:
            return publication_day(article.text, article.title)
        return filed_day(article.text, article.published) or article.published

    def prepare(self, article: Article) -> Ready:
        """Mentions, resolved over the whole article, and the text made plain for the parser."""
        day = self.day(article)
        chosen = self._recasing.recased(paragraphs(article.text, article.title))
        made = [_Tokens.of(self._nlp.make_doc(p.text)) for p in chosen]
        filed = [dateline(p.text, self._gazetteer.has_town) for p in chosen]
        if not any(filed):
            town = headline_town(article.text, self._gazetteer.has_town)
            filed[:_LEAD] = [town] * len(filed[:_LEAD])
        heads = [each.behind(line) for line, each in zip(filed, made, strict=True)]
        dashed = [each.dashed() for each in made]
        found = [self._found(words, first) for words, first in zip(dashed, heads, strict=True)]
        era = Era.of(article.text, day)
        resolver = Resolver(self._authority, self._leaders, self._anaphora, era)
        statement, makers = self._statement(article)
        spoken_by = speaker(article.title, article.text, self._mentions_of)
        joint = resolver.collect((m for each in found for m in each), spoken_by, makers)
        of = asked(article.text, self._mentions_of)
        read = zip(chosen, made, found, strict=True)
        known = {p.text: (tokens.offsets, mentions) for p, tokens, mentions in read}
        resolver.released_by(self._at_head(article.text, known), of)
        out: list[Prepared] = []
        dates: tuple[DateMention, ...] = ()
        years: dict[int, int] = {}
        everything = zip(chosen, made, dashed, found, filed, strict=True)
        for paragraph, tokens, words, mentions, line in everything:
            label = turn(paragraph.text)
            if label is not None:
                resolver.takes_turn(self._mentions_of(label)[1])
            resolved = list(resolve_all(resolver, [t.lower() for t in tokens.words], mentions))
            told = (d.value for d in reversed(dates) if d.value and not d.dateline)
            here = find_dates(paragraph.text, day, before=next(told, None), dated=years)
            dates = here or dates
            years = years | years_told(here)
            place = filed_at(line or filed[0], self._gazetteer)
            out.append(self._plain(paragraph, tokens, words, resolved, here, line, place))
        published = day.isoformat() if day else None
        headings = day_headings(article.text, day)
        return Ready(out, statement if joint else None, joint, published, headings)

    def _split(self, text: str) -> list[str]:
        """The tokens of a text."""
        return [token.text for token in self._nlp.make_doc(text)]

    def _found(self, dashed: Sequence[str], first: int) -> list[Mention]:
        """The mentions of a paragraph from token ``first`` on."""
        found = self._finder.find(dashed[first:])
        return [replace(m, start=m.start + first, end=m.end + first) for m in found]

    def _at_head(
        self, text: str, known: Mapping[str, tuple[list[int], list[Mention]]]
    ) -> Iterator[Mention]:
        """The mentions in the head of a text; those of its paragraphs are ``known``."""
        start = 0
        for line in text.split("\n"):
            offsets, mentions = known.get(line) or self._mentions_of(line[: _HEAD - start])
            yield from (m for m in mentions if start + offsets[m.start] < _HEAD)
            start += len(line) + 1
            if start >= _HEAD:
                return

    def _statement(self, article: Article) -> tuple[DocumentMention | None, list[Mention]]:
        """The joint statement that the article is, and who signed it or is named as its maker."""

        def mentions_of(text: str) -> tuple[list[str], list[Mention]]:
            tokens = self._split(text)
            return tokens, self._finder.find(tokens)

        speaking, together = spoken_for(article.text, mentions_of)
        for document, makers in stated(article.title, article.text, mentions_of, together=together):
            signed = signatures(article.text, mentions_of)
            if together or not (signed or makers):
                return (document if together else None), signing(speaking, signed) or speaking
            return document, signing(makers, signed) or signed or makers
        return None, speaking

    def _sport_words(self, text: str) -> int:
        """How many words of sport a paragraph has: states meet and visit each other there too.

        Two make it one about sport, one does behind a paragraph about sport.
        """
        return len(self._words.sport & set(_WORD.findall(text.lower())))

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
        words = self._triggers
        verbs = words.verb_forms - words.doubtful
        layout = Layout(dashed, offsets, self._gazetteer, verbs, first)
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

    def told(
        self, article: Article, ready: Ready, pairs: Sequence[tuple[Prepared, Doc]]
    ) -> tuple[list[Told], list[tuple[Days, Whereabouts]]]:
        """What the rules find in each paragraph that is read, and what dates and places it."""
        published, words = ready.published, self._triggers
        said, private = words.grammar, self._words.private
        trees = [
            Tree(doc, p.units, words.lemmas, said.carriers, private, said.fighters)
            for p, doc in pairs
        ]
        brief = is_brief(trees, filed=any(p.filed and p.filed.end for p, _ in pairs))
        if len(trees) == 1 and is_heading(trees[0]):
            return [], []
        later = ready.statement is None and not is_release(article.title)
        sporting = False
        paragraphs: list[Told] = []
        finders: list[tuple[Days, Whereabouts]] = []
        for (prepared, _), tree in zip(pairs, trees, strict=True):
            under = day_under(ready.headings, prepared.paragraph.offsets[0])
            days = Days(tree, published, brief, later and len(paragraphs) > 1, under)
            places = Whereabouts(tree, self._gazetteer.is_town)
            sport = self._sport_words(prepared.paragraph.text)
            sporting = sport > 1 or bool(sport and sporting)
            if sporting:
                continue
            candidates = [
                c
                for c in Extraction(tree, self._triggers).candidates()
                if len(tree.doc[c.trigger].sent) <= _LONGEST
                and not bygone(tree.doc[c.trigger], tree)
            ]
            candidates.extend(opened(tree, candidates, self._triggers))
            for candidate in candidates:
                _complete(candidate, tree, days, places, prepared.paragraph)
            earlier = [c for told in paragraphs[-_LEAD:] for c in told.candidates]
            for more in echoed(tree, candidates, paragraphs[-1].candidates if paragraphs else ()):
                _complete(more, tree, days, places, prepared.paragraph)
                candidates.append(more)
            for more in list(retied(tree, candidates)):
                _complete(more, tree, days, places, prepared.paragraph)
                candidates.append(more)
            _face_to_face(candidates, earlier)
            paragraphs.append(Told(prepared.paragraph, tree, candidates, prepared.filed))
            finders.append((days, places))
        welcome(paragraphs)
        ring(paragraphs)
        for told, (days, places) in zip(paragraphs, finders, strict=True):
            for candidate in told.candidates:
                if candidate.pattern in _ADDED:
                    _complete(candidate, told.tree, days, places, told.paragraph)
        attend(paragraphs, self._triggers)
        voice(paragraphs, self._triggers)
        answer(paragraphs, self._triggers)
        oust(paragraphs)
        enclose(paragraphs, article.text, self._split)
        conclude(paragraphs, self._triggers)
        bring_forth(paragraphs, self._triggers)
        refer(paragraphs)
        undertake(paragraphs, self._triggers)
        complete(paragraphs, self._triggers)
        oppose(paragraphs, self._triggers)
        reciprocate(paragraphs)
        reconcile(paragraphs)
        return paragraphs, finders

    def events(
        self, article: Article, ready: Ready, pairs: Sequence[tuple[Prepared, Doc]]
    ) -> tuple[Event, ...]:
        """The events of one article that is prepared and parsed."""
        published = ready.published
        out: list[Event] = []
        paragraphs, finders = self.told(article, ready, pairs)
        if self._network is not None:
            learned = relate(paragraphs, self._network, self._triggers.status)
            for told, new, (days, places) in zip(paragraphs, learned, finders, strict=True):
                for candidate in new:
                    _complete(candidate, told.tree, days, places, told.paragraph)
                told.candidates.extend(
                    c
                    for c in new
                    if news(told.tree.doc[c.trigger].sent, published)
                    and not parted(c, told.candidates)
                )
        for told in paragraphs:
            candidates, tree = told.candidates, told.tree
            share(candidates, tree)
            at_home(candidates, tree, self._gazetteer)
            lead(candidates, filed_at(told.filed, self._gazetteer), paragraphs)
        close(paragraphs, of_session(article.title, self._split))
        refine(paragraphs, self._gazetteer)
        everything = [candidate for told in paragraphs for candidate in told.candidates]
        headed(paragraphs, article, published, self._gazetteer)
        abroad(everything, self._gazetteer)
        travels(everything)
        received(paragraphs)
        go_on(paragraphs)
        said_there(paragraphs)
        went_on(paragraphs)
        stated = publication_day(article.text, article.title)
        released(paragraphs, article.title, published, stated)
        keep_day(paragraphs, published)
        spoke_there(paragraphs)
        settle(paragraphs)
        stand_by(paragraphs)
        for told in paragraphs:
            share(told.candidates, told.tree)
            told.candidates[:] = [
                stage for c in told.candidates for stage in stages(c, self._gazetteer)
            ]
        refine(paragraphs, self._gazetteer)
        everything = [candidate for told in paragraphs for candidate in told.candidates]
        for candidate in everything:
            if candidate.kind is EventClass.CALL:
                candidate.place = None  # those who talk are apart
        travels(everything)
        if ready.statement is not None and pairs and not recounting(ready.statement):
            statement = _made(ready, *pairs[0], made_on(article.title, article.text, published))
            made = made_at(article.title, article.text, self._gazetteer)
            statement.place = made or visited(everything, statement)
            out.append(event(statement, article.text))
        good = [c for t in paragraphs for c in t.candidates if likely(c) and sound(c)]
        ties = [False] * len(out) + [c.pattern in {"mission", "verb"} for c in good]
        out.extend(event(c, article.text) for c in good)
        names = self._names.used(m for p in ready.paragraphs for m in p.named)
        return tuple(
            replace(each, confidence=self._calibration(each.confidence))
            for each in renamed(merge(out, ties), names)
        )


_ADDED = frozenset({"guest", "phone"})
"""What is added behind the rules, of talks and calls that a sentence tells besides."""
_LEAD = 2
"""Paragraphs whose talks are where the head of the text says that it was written."""
_HEAD = 500
"""Characters within which a release says whose it is."""


def _made(ready: Ready, prepared: Prepared, doc: Doc, day: str | None) -> Candidate:
    """The making of the joint statement that the article is; its first sentence is the evidence."""
    assert ready.statement is not None  # noqa: S101 - the caller has looked
    made = Candidate(kind=EventClass.SIGNING, trigger=0, date=day, confidence=0.85)
    made.add(Role.SIGNATORY, ready.makers, 0.9)
    made.documents = documents_of([ready.statement], day)
    first = next(iter(doc.sents))
    span = extent(prepared.units[first.start : first.end])
    made.start, made.end = prepared.paragraph.span(*span)
    return made


def _complete(
    candidate: Candidate, tree: Tree, days: Days, places: Whereabouts, paragraph: Paragraph
) -> None:
    """Adds date, place, documents and evidence."""
    trigger = tree.doc[candidate.trigger]
    if candidate.status is Status.PLANNED and days.over(trigger):
        candidate.status = Status.HAPPENED
    if candidate.status is Status.HAPPENED and days.to_come(trigger):
        candidate.status = Status.PLANNED
    candidate.date = days.date(trigger, candidate.status)
    if candidate.place is None:
        candidate.place = places.place(trigger, candidate.kind)
    if candidate.pattern == "spoke" and candidate.place is None and not _together(trigger, tree):
        candidate.kind = EventClass.CALL  # "spoke with" from afar
    mentions = [tree.units[i].document for i in candidate.documents_at]
    candidate.documents = documents_of([m for m in mentions if m is not None], candidate.date)
    if candidate.kind is EventClass.AGREEMENT:  # "a deal on fish" is the agreement itself
        candidate.documents = [
            d
            for d in candidate.documents
            if len(d.title.split()) > 1 and (d.proper or d.kind is not DocumentClass.AGREEMENT)
        ]
    told = tree.units[trigger.sent.start : trigger.sent.end]
    candidate.beside = _named(told)
    papers = [t.i for at in candidate.documents_at for t in tree.doc[at].subtree]
    candidate.about = _named([tree.units[at] for at in papers])
    span = extent(told)
    candidate.start, candidate.end = paragraph.span(*span)


def _face_to_face(candidates: Sequence[Candidate], earlier: Sequence[Candidate]) -> None:
    """Takes who "spoke" for those who have just met, where the same were told to have met."""
    met = [c for c in earlier if c.kind is EventClass.MEETING]
    for candidate in candidates:
        sides = {side(actor) for actor in candidate.everybody()}
        if candidate.kind is EventClass.MEETING:
            met.append(candidate)
        elif candidate.pattern == "spoke" and any(
            {side(actor) for actor in c.everybody()} == sides for c in met
        ):
            candidate.kind = EventClass.MEETING


def _together(trigger: Token, tree: Tree) -> bool:
    """Whether who speak are at one place: "where he spoke with X", "on the margins"."""
    where = any(child.lower_ == "where" for child in trigger.children)
    return where or any(tree.lemma(child) in _OCCASIONS for _, child in tree.obliques(trigger))


_OCCASIONS = frozenset(
    {"conference", "forum", "margin", "meeting", "session", "sideline", "summit"}
)


def _named(units: Sequence[Unit]) -> tuple[Actor, ...]:
    """The actors of the units and of the titles among them."""
    return tuple(dict.fromkeys(a for u in units for a in (*u.actors, *u.inner)))
