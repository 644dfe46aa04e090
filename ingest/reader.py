"""Reads articles: from the kept text to events, each with the sentence that proves it.

The stages, each a pure function or a value of its own: paragraphs, mentions, coreference, marks,
collapse, parse, extraction, checks, merging. They stand in one list here, so that their order can
be read from top to bottom; that is why it is long.
"""

import gc
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice

from spacy.language import Language
from spacy.tokens import Doc

from graph.model import Article, Event, EventClass, Reading
from ingest.answers import answer
from ingest.antecedents.choosing import Antecedents
from ingest.antecedents.ranking import Antecedence, load_antecedence
from ingest.attendance import attend
from ingest.authority import load_authority
from ingest.backdrops import stand_by
from ingest.battles import oppose
from ingest.brokered import reconcile
from ingest.bygone import bygone
from ingest.checks import event
from ingest.completion import complete
from ingest.confidence import Calibration, load_calibration
from ingest.countedback import count_back
from ingest.dates import publication_day
from ingest.dating.choosing import load_dating, redate
from ingest.dayheadings import under as day_under
from ingest.days import Days
from ingest.digests import moved, parts
from ingest.echoes import echoed
from ingest.enclosures import enclose
from ingest.extraction import Extraction
from ingest.gazetteer import load_gazetteer
from ingest.guests import welcome
from ingest.homeground import at_home
from ingest.itineraries import stages
from ingest.journeys import abroad, received, refine, travels
from ingest.lexicon import load_triggers
from ingest.makings import headed, made_at, made_on, visited
from ingest.memberstates import gather
from ingest.merging import merge
from ingest.narration import is_brief, is_heading
from ingest.newsdays import keep_day
from ingest.openings import opened
from ingest.ousters import oust
from ingest.participation.choosing import Partaking, load_participation, partake
from ingest.participation.known import Known
from ingest.participation.reporting import reported
from ingest.participation.roll import Roll
from ingest.particulars import face_to_face, fill_in, made_of
from ingest.partings import parted
from ingest.phones import ring
from ingest.pipeline import open_pipeline
from ingest.preparing import Prepared, Preparer, Ready
from ingest.proceedings import conclude
from ingest.products import bring_forth, close, communicate
from ingest.protests import protested
from ingest.pulpits import spoke_there
from ingest.ranking import Ranking
from ingest.references import refer
from ingest.relations.network import Network, load_network
from ingest.relations.relating import news, relate
from ingest.relations.views import views
from ingest.relations.weighing import Weighed
from ingest.retinues import come_along
from ingest.scene import filed_at, lead, said_there, settle, share
from ingest.sequels import go_on
from ingest.speeches import is_release, released, went_on
from ingest.statements import of_session, recounting
from ingest.sufferers import acquit, exempt
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
_AT_ONCE = 128
"""Paragraphs within it of which the parser computes at once: more fill the caches of processors."""


class Reader:
    """Reads events out of articles; the same articles give the same readings."""

    def __init__(
        self,
        nlp: Language,
        calibration: Calibration | None = None,
        network: Network | None = None,
        antecedence: Antecedence | None = None,
        dating: Ranking | None = None,
        participation: Partaking | None = None,
    ) -> None:
        """What is not given is left to the rules alone.

        ``network`` reads relations, ``antecedence`` pronouns, and ``dating`` says which day of the
        article is that of an event.
        """
        self._nlp, self._network, self._dating = nlp, network, dating
        self._participation = participation
        self._calibration = load_calibration() if calibration is None else calibration
        chooser = None if antecedence is None else partial(Antecedents, antecedence)
        self.preparer = Preparer(nlp, chooser)
        self._names = WordedNames(load_authority())
        self._gazetteer, self._triggers = load_gazetteer(), load_triggers()
        self._words = load_actor_words()
        gc.freeze()  # all this stays: Python need not look through it for what to throw away

    @classmethod
    def open(cls, pipeline: str | None = None, calibration: Calibration | None = None) -> "Reader":
        """A reader over our own pipeline or the named spaCy pipeline.

        Raises `graph.errors.SettingError` where the pipeline cannot be used, `KnowledgeError` where
        a file of our own knowledge is wrong.
        """
        return cls(
            open_pipeline(pipeline),
            calibration,
            network=load_network(),
            antecedence=load_antecedence(),
            dating=load_dating(),
            participation=load_participation(),
        )

    def read(self, article: Article) -> Reading:
        """The events that one article reports."""
        return next(self.read_many([article]))

    def read_many(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """The events of each article, in the order of the articles."""
        source = iter(articles)
        while batch := list(islice(source, _TOGETHER)):
            apart = [parts(article) for article in batch]
            read = iter(self.parsed([part for each in apart for _, part in each]))
            for article, each in zip(batch, apart, strict=True):
                found = [(start, self.events(*next(read))) for start, _ in each]
                events = [moved(event, start) for start, told in found for event in told]
                whole = merge(events) if len(each) > 1 else tuple(events)
                yield Reading(article=article, events=whole)

    def parsed(
        self, articles: Sequence[Article]
    ) -> list[tuple[Article, Ready, list[tuple[Prepared, Doc]]]]:
        """The articles with their mentions resolved, and each of their paragraphs parsed."""
        ready = [self.preparer.prepare(article) for article in articles]
        return list(zip(articles, ready, self.parse(ready), strict=True))

    def parse(self, ready: Sequence[Ready]) -> list[list[tuple[Prepared, Doc]]]:
        """The parsed paragraphs of each article."""
        docs = [p.doc for each in ready for p in each.paragraphs]
        parsed = iter(list(self._nlp.pipe(docs, batch_size=_AT_ONCE)))
        return [[(p, next(parsed)) for p in each.paragraphs] for each in ready]

    def _sport_words(self, text: str) -> int:
        """How many words of sport a paragraph has: states meet and visit each other there too.

        Two make it one about sport, one does behind a paragraph about sport.
        """
        return len(self._words.sport & set(_WORD.findall(text.lower())))

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
                fill_in(candidate, tree, days, places, prepared.paragraph)
            earlier = [c for told in paragraphs[-_LEAD:] for c in told.candidates]
            for more in echoed(tree, candidates, paragraphs[-1].candidates if paragraphs else ()):
                fill_in(more, tree, days, places, prepared.paragraph)
                candidates.append(more)
            for more in [*retied(tree, candidates), *protested(tree, candidates)]:
                fill_in(more, tree, days, places, prepared.paragraph)
                candidates.append(more)
            face_to_face(candidates, earlier)
            told = Told(prepared.paragraph, tree, candidates, prepared.filed, prepared.named)
            paragraphs.append(told)
            finders.append((days, places))
        welcome(paragraphs)
        ring(paragraphs)
        for told, (days, places) in zip(paragraphs, finders, strict=True):
            for candidate in told.candidates:
                if candidate.pattern in _ADDED:
                    fill_in(candidate, told.tree, days, places, told.paragraph)
        attend(paragraphs, self._triggers)
        come_along(paragraphs)
        gather(paragraphs)
        voice(paragraphs, self._triggers)
        answer(paragraphs, self._triggers)
        oust(paragraphs)
        enclose(paragraphs, article.text, self.preparer.split)
        conclude(paragraphs, self._triggers)
        bring_forth(paragraphs, self._triggers)
        communicate(paragraphs)
        refer(paragraphs)
        undertake(paragraphs, self._triggers)
        complete(paragraphs, self._triggers)
        acquit(paragraphs)
        oppose(paragraphs, self._triggers, published)
        exempt(paragraphs)
        reconcile(paragraphs)
        return paragraphs, finders

    def settled(
        self, article: Article, ready: Ready, pairs: Sequence[tuple[Prepared, Doc]]
    ) -> tuple[list[Told], list[Weighed]]:
        """What rules and the network find in each paragraph, with the days and places of it all.

        Beside it what the network says of the sentences.
        """
        published = ready.published
        paragraphs, finders = self.told(article, ready, pairs)
        weighed: list[Weighed] = []
        if self._network is not None:
            weighed = Weighed.all(views(paragraphs), self._network)
            learned = relate(paragraphs, weighed, self._network, self._triggers.status)
            for told, new, (days, places) in zip(paragraphs, learned, finders, strict=True):
                for candidate in new:
                    fill_in(candidate, told.tree, days, places, told.paragraph)
                told.candidates.extend(
                    c
                    for c in new
                    if news(told.tree.doc[c.trigger].sent, published)
                    and not parted(c, told.candidates)
                )
        count_back(paragraphs, published)
        for told in paragraphs:
            candidates, tree = told.candidates, told.tree
            share(candidates, tree)
            at_home(candidates, tree, self._gazetteer)
            lead(candidates, filed_at(told.filed, self._gazetteer), paragraphs)
        close(paragraphs, of_session(article.title, self.preparer.split))
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
        return paragraphs, weighed

    def reported(
        self, article: Article, ready: Ready, pairs: Sequence[tuple[Prepared, Doc]]
    ) -> Known:
        """The events of one article with their reports, and what is known of its actors.

        Behind them stands what is read by half.
        """
        published = ready.published
        paragraphs, weighed = self.settled(article, ready, pairs)
        if self._dating is not None:
            redate(paragraphs, published, self._dating)
        everything = [candidate for told in paragraphs for candidate in told.candidates]
        out: list[Event] = []
        if ready.statement is not None and pairs and not recounting(ready.statement):
            statement = made_of(ready, *pairs[0], made_on(article.title, article.text, published))
            made = made_at(article.title, article.text, self._gazetteer)
            statement.place = made or visited(everything, statement)
            out.append(event(statement, article.text))
        roll = Roll.of(paragraphs, article.title, article.text)
        found = reported(paragraphs, out, roll)
        return Known(roll, found, weighed, self._triggers.grammar)

    def events(
        self, article: Article, ready: Ready, pairs: Sequence[tuple[Prepared, Doc]]
    ) -> tuple[Event, ...]:
        """The events of one article that is prepared and parsed."""
        known = self.reported(article, ready, pairs)
        read = [each.event for each in known.events if each.whole]
        if self._participation is not None:
            told = partake(known, self._participation)
            read = list(merge([event for event, _ in told], [about for _, about in told]))
        names = self._names.used(m for p in ready.paragraphs for m in p.named)
        return tuple(
            replace(each, confidence=self._calibration(each.confidence))
            for each in renamed(read, names)
        )


_ADDED = frozenset({"guest", "phone"})
"""What is added behind the rules, of talks and calls that a sentence tells besides."""
_LEAD = 2
"""Paragraphs whose talks are where the head of the text says that it was written."""
