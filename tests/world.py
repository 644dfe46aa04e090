"""A small world for tests: seven articles, invented, that hold every class of event.

Two articles report one meeting; some events are planned or called off, some dates are known to the
month or the year only, one article reports nothing, and one has a title that must be escaped.
"""

import datetime
from collections.abc import Iterable

from graph.model import (
    Actor,
    ActorClass,
    Article,
    Document,
    DocumentClass,
    Event,
    EventClass,
    Evidence,
    Participation,
    Place,
    Reading,
    Role,
    Status,
)
from graph.naming import Namer
from graph.store import GraphWriter, open_store
from graph.triples import article_triples


def _country(iso3: str, label: str, wikidata: str, *aliases: str) -> Actor:
    return Actor(
        kind=ActorClass.COUNTRY,
        key=f"country/{iso3}",
        label=label,
        aliases=aliases,
        iso3=iso3,
        wikidata=wikidata,
    )


def _person(key: str, label: str, represents: Actor, office: str, *aliases: str) -> Actor:
    return Actor(
        kind=ActorClass.PERSON,
        key=f"person/{key}",
        label=label,
        aliases=aliases,
        represents=represents,
        offices=(office,),
    )


BRAZIL = _country("BRA", "Brazil", "Q155")
ETHIOPIA = _country("ETH", "Ethiopia", "Q115", "Addis Ababa")
JAPAN = _country("JPN", "Japan", "Q17", "Tokyo")
KENYA = _country("KEN", "Kenya", "Q114", "Nairobi")
NORWAY = _country("NOR", "Norway", "Q20")
SWEDEN = _country("SWE", "Sweden", "Q34", "Stockholm")
TURKIYE = _country("TUR", "Türkiye", "Q43", "Turkey", "Ankara")

EU = Actor(
    kind=ActorClass.ORGANIZATION,
    key="organisation/european-union",
    label="European Union",
    aliases=("EU", "the bloc"),
    wikidata="Q458",
)
UN = Actor(
    kind=ActorClass.ORGANIZATION,
    key="organisation/united-nations",
    label="United Nations",
    aliases=("UN",),
    wikidata="Q1065",
)
RED_CROSS = Actor(
    kind=ActorClass.NGO,
    key="organisation/international-committee-of-the-red-cross",
    label="International Committee of the Red Cross",
    aliases=("ICRC",),
)
KENYAN_MINISTRY = Actor(
    kind=ActorClass.BODY,
    key="body/ken-ministry-of-foreign-affairs",
    label="Ministry of Foreign Affairs of Kenya",
    represents=KENYA,
)
HILL_FRONT = Actor(kind=ActorClass.ARMED_GROUP, key="group/hill-front", label="Hill Front")
NORDKAP = Actor(kind=ActorClass.COMPANY, key="company/nordkap-shipping", label="Nordkap Shipping")

LINDQVIST = _person("anna-lindqvist", "Anna Lindqvist", SWEDEN, "Foreign Minister", "Lindqvist")
OTIENO = _person("james-otieno", "James Otieno", KENYA, "Foreign Secretary", "Otieno")
BRAATHEN = _person("ingrid-braathen", "Ingrid Braathen", NORWAY, "Special Envoy", "Braathen")
TESSEMA = _person("dawit-tessema", "Dawit Tessema", ETHIOPIA, "Deputy Prime Minister")
ADEYEMI = _person("grace-adeyemi", "Grace Adeyemi", UN, "Under-Secretary-General")
MORI = _person("haruka-mori", "Haruka Mori", JAPAN, "Foreign Minister", "Mori")
TAVARES = _person("joao-tavares", "João Tavares", BRAZIL, "Foreign Minister", "Tavares")

NAIROBI = Place(
    key="place/nairobi-ken", label="Nairobi", country=KENYA, latitude=-1.28333, longitude=36.81667
)
OSLO = Place(
    key="place/oslo-nor", label="Oslo", country=NORWAY, latitude=59.91273, longitude=10.74609
)
STOCKHOLM = Place(
    key="place/stockholm-swe",
    label="Stockholm",
    country=SWEDEN,
    latitude=59.32938,
    longitude=18.06871,
)
BRASILIA = Place(key="place/brasilia-bra", label="Brasília", country=BRAZIL)

WATER_MEMORANDUM = Document(
    kind=DocumentClass.MEMORANDUM,
    title="Memorandum of Understanding on Water Cooperation",
    proper=True,
    date="2024-03-04",
)
OSLO_COMMUNIQUE = Document(kind=DocumentClass.COMMUNIQUE, title="joint communiqué")
FRIENDSHIP_TREATY = Document(
    kind=DocumentClass.TREATY, title="Treaty of Brasília on Friendship and Trade", proper=True
)


def _part(role: Role, *actors: Actor) -> tuple[Participation, ...]:
    return tuple(Participation(role=role, actor=a) for a in actors)


def together(*actors: Actor) -> tuple[Participation, ...]:
    """All of the actors as participants."""
    return _part(Role.PARTICIPANT, *actors)


def acting(source: Actor, *targets: Actor) -> tuple[Participation, ...]:
    """One actor as the source, the others as targets."""
    return (*_part(Role.SOURCE, source), *_part(Role.TARGET, *targets))


def quote(article: Article, sentence: str) -> tuple[Evidence, ...]:
    """The sentence as evidence, where it stands in the article."""
    start = article.text.index(sentence)
    return (Evidence(start=start, end=start + len(sentence), exact=sentence),)


def _article(number: int, title: str, day: str, sentences: Iterable[str]) -> Article:
    return Article(
        id=f"world-{number}",
        title=title,
        text="\n\n".join(sentences),
        published=datetime.date.fromisoformat(day),
        url=f"https://news.example/world/{number}",
        publisher="The World Gazette" if number % 2 else "Northern Wire",
    )


def _nairobi() -> Reading:
    met, signed, aid = (
        "Swedish Foreign Minister Anna Lindqvist met her Kenyan colleague James Otieno in Nairobi "
        "on Monday, on the first day of her visit to Kenya.",
        "Sweden and Kenya signed a Memorandum of Understanding on Water Cooperation.",
        "Stockholm will have given Kenya forty million dollars for wells by the end of March.",
    )
    article = _article(1, "Sweden and Kenya sign for water", "2024-03-05", (met, signed, aid))
    meeting = Event(
        kind=EventClass.MEETING,
        participations=together(LINDQVIST, OTIENO),
        evidence=quote(article, met),
        date="2024-03-04",
        place=NAIROBI,
        topics=("water",),
        confidence=0.93,
    )
    visit = Event(
        kind=EventClass.VISIT,
        participations=(*_part(Role.VISITOR, LINDQVIST), *_part(Role.TARGET, KENYA)),
        evidence=quote(article, met),
        date="2024-03-04",
        place=NAIROBI,
        confidence=0.9,
    )
    signing = Event(
        kind=EventClass.SIGNING,
        participations=_part(Role.SIGNATORY, SWEDEN, KENYA),
        evidence=quote(article, signed),
        date="2024-03-04",
        place=NAIROBI,
        documents=(WATER_MEMORANDUM,),
        topics=("water",),
        confidence=0.88,
    )
    aiding = Event(
        kind=EventClass.AID,
        participations=acting(SWEDEN, KENYA),
        evidence=quote(article, aid),
        date="2024-03",
        confidence=0.7,
    )
    return Reading(article=article, events=(meeting, visit, signing, aiding))


def _nairobi_again() -> Reading:
    met, agreed, trains, invited = (
        "James Otieno received Sweden's Anna Lindqvist in Nairobi on 4 March.",
        "Kenya and Sweden agreed to share river data.",
        "The two countries' coast guards trained together in February.",
        "Otieno will travel to Sweden in September, the ministry in Nairobi said.",
    )
    article = _article(2, "Otieno receives Lindqvist", "2024-03-06", (met, agreed, trains, invited))
    meeting = Event(
        kind=EventClass.MEETING,
        participations=together(OTIENO, LINDQVIST),
        evidence=quote(article, met),
        date="2024-03-04",
        place=NAIROBI,
        confidence=0.93,
    )
    agreement = Event(
        kind=EventClass.AGREEMENT,
        participations=together(KENYA, SWEDEN),
        evidence=quote(article, agreed),
        topics=("river data",),
        confidence=0.8,
    )
    cooperation = Event(
        kind=EventClass.COOPERATION,
        participations=together(KENYA, SWEDEN),
        evidence=quote(article, trains),
        date="2024-02",
        confidence=0.65,
    )
    visit = Event(
        kind=EventClass.VISIT,
        status=Status.PLANNED,
        participations=(*_part(Role.VISITOR, OTIENO), *_part(Role.TARGET, SWEDEN)),
        evidence=quote(article, invited),
        date="2024-09",
        place=STOCKHOLM,
        according_to=(KENYAN_MINISTRY,),
        confidence=0.75,
    )
    return Reading(article=article, events=(meeting, agreement, cooperation, visit))


def _oslo() -> Reading:
    round_, mediated, asked, called = (
        "The Third Oslo Round, chaired by Ingrid Braathen of Norway, closed on Friday with a joint "
        "communiqué by Dawit Tessema and the Hill Front.",
        "Braathen had mediated between Ethiopia and the Hill Front since Tuesday.",
        "The United Nations asked Ethiopia to open the northern road.",
        "Grace Adeyemi of the UN telephoned Tessema on Saturday.",
    )
    article = _article(3, "Oslo round ends", "2024-05-12", (round_, mediated, asked, called))
    session = Event(
        kind=EventClass.CONVENING,
        participations=(*_part(Role.CHAIR, BRAATHEN), *together(TESSEMA, HILL_FRONT)),
        evidence=quote(article, round_),
        date="2024-05-10",
        place=OSLO,
        documents=(OSLO_COMMUNIQUE,),
        title="Third Oslo Round",
        confidence=0.85,
    )
    mediation = Event(
        kind=EventClass.MEDIATION,
        participations=(*_part(Role.MEDIATOR, BRAATHEN), *together(ETHIOPIA, HILL_FRONT)),
        evidence=quote(article, mediated),
        date="2024-05-07",
        place=OSLO,
        confidence=0.82,
    )
    request = Event(
        kind=EventClass.REQUEST,
        participations=acting(UN, ETHIOPIA),
        evidence=quote(article, asked),
        confidence=0.77,
    )
    call = Event(
        kind=EventClass.CALL,
        participations=together(ADEYEMI, TESSEMA),
        evidence=quote(article, called),
        date="2024-05-11",
        confidence=0.9,
    )
    return Reading(article=article, events=(session, mediation, request, call))


def _brussels() -> Reading:
    accused, rejected, threatened, sanctioned = (
        "Norway accused Nordkap Shipping of carrying arms to the Hill Front.",
        "Nordkap Shipping and, a day later, Ethiopia rejected the plan of the European Union.",
        "The EU threatened Ethiopia with the loss of its trade terms, according to Norway.",
        "On 3 June the European Union imposed sanctions on Nordkap Shipping and the Hill Front.",
    )
    article = _article(
        4, "Brussels punishes a shipper", "2024-06-04", (accused, rejected, threatened, sanctioned)
    )
    accusation = Event(
        kind=EventClass.ACCUSATION,
        participations=acting(NORWAY, NORDKAP),
        evidence=quote(article, accused),
        confidence=0.86,
    )
    rejection = Event(
        kind=EventClass.REJECTION,
        participations=(*_part(Role.SOURCE, NORDKAP, ETHIOPIA), *_part(Role.TARGET, EU)),
        evidence=quote(article, rejected),
        date="2024-06",
        confidence=0.6,
    )
    threat = Event(
        kind=EventClass.THREAT,
        participations=acting(EU, ETHIOPIA),
        evidence=quote(article, threatened),
        according_to=(NORWAY,),
        confidence=0.55,
    )
    sanction = Event(
        kind=EventClass.SANCTION,
        participations=acting(EU, NORDKAP, HILL_FRONT),
        evidence=quote(article, sanctioned),
        date="2024-06-03",
        confidence=0.91,
    )
    return Reading(article=article, events=(accusation, rejection, threat, sanction))


def _hills() -> Reading:
    shelled, backed, recalled, cancelled = (
        "The Hill Front shelled an Ethiopian garrison on 20 June.",
        "Türkiye and the International Committee of the Red Cross backed Addis Ababa's appeal.",
        "Ethiopia recalled its ambassador from Norway.",
        "A meeting of Ingrid Braathen and Dawit Tessema, set for 25 June in Oslo, was called off.",
    )
    article = _article(
        5, "Shelling ends the talks", "2024-06-22", (shelled, backed, recalled, cancelled)
    )
    force = Event(
        kind=EventClass.FORCE,
        participations=acting(HILL_FRONT, ETHIOPIA),
        evidence=quote(article, shelled),
        date="2024-06-20",
        confidence=0.84,
    )
    support = Event(
        kind=EventClass.SUPPORT,
        participations=(*_part(Role.SOURCE, TURKIYE, RED_CROSS), *_part(Role.TARGET, ETHIOPIA)),
        evidence=quote(article, backed),
        confidence=0.72,
    )
    downgrade = Event(
        kind=EventClass.RELATIONS_DOWNGRADE,
        participations=acting(ETHIOPIA, NORWAY),
        evidence=quote(article, recalled),
        date="2024-06-21",
        confidence=0.8,
    )
    meeting = Event(
        kind=EventClass.MEETING,
        status=Status.CALLED_OFF,
        participations=together(BRAATHEN, TESSEMA),
        evidence=quote(article, cancelled),
        date="2024-06-25",
        place=OSLO,
        confidence=0.78,
    )
    return Reading(article=article, events=(force, support, downgrade, meeting))


def _brasilia() -> Reading:
    raised, signed, met, planned = (
        "Brazil and Japan raised their relations to a “strategic partnership” in 2023.",
        "Haruka Mori and João Tavares signed the Treaty of Brasília on Friendship and Trade on "
        "15 August.",
        "Mori also met Anna Lindqvist in Brasília.",
        "A conference of Japan, Brazil and Sweden is planned for 2025.",
    )
    title = 'Tokyo & Brasília: "friends" <again>'
    article = _article(6, title, "2024-08-16", (raised, signed, met, planned))
    upgrade = Event(
        kind=EventClass.RELATIONS_UPGRADE,
        participations=together(BRAZIL, JAPAN),
        evidence=quote(article, raised),
        date="2023",
        confidence=0.83,
    )
    signing = Event(
        kind=EventClass.SIGNING,
        participations=_part(Role.SIGNATORY, MORI, TAVARES),
        evidence=quote(article, signed),
        date="2024-08-15",
        place=BRASILIA,
        documents=(FRIENDSHIP_TREATY,),
        topics=("friendship", "trade"),
        confidence=0.95,
    )
    meeting = Event(
        kind=EventClass.MEETING,
        participations=(*_part(Role.HOST, TAVARES), *together(MORI, LINDQVIST)),
        evidence=quote(article, met),
        date="2024-08-15",
        place=BRASILIA,
        confidence=0.87,
    )
    conference = Event(
        kind=EventClass.CONVENING,
        status=Status.PLANNED,
        participations=together(JAPAN, BRAZIL, SWEDEN),
        evidence=quote(article, planned),
        date="2025",
        confidence=0.68,
    )
    return Reading(article=article, events=(upgrade, signing, meeting, conference))


def _weather() -> Reading:
    article = _article(7, "Rain", "2024-08-17", ("It rained in Stockholm, and nobody met.",))
    return Reading(article=article, events=())


def sample_readings() -> tuple[Reading, ...]:
    """Seven readings: 24 reports of 23 events, since the first two share a meeting."""
    return (
        _nairobi(),
        _nairobi_again(),
        _oslo(),
        _brussels(),
        _hills(),
        _brasilia(),
        _weather(),
    )


def fill(store: GraphWriter, readings: Iterable[Reading]) -> GraphWriter:
    """The same store, with the readings in it."""
    namer = Namer()
    store.replace_many((namer.article(r.article), article_triples(r, namer)) for r in readings)
    return store


def sample_store() -> GraphWriter:
    """A store in memory that holds the sample readings."""
    return fill(open_store(None), sample_readings())
