"""Documents and sessions in sentences of our own, tokenized as our pipeline does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import KnowledgeError
from graph.model import DocumentClass
from ingest.documents import DocumentMention, SessionMention, find_documents, find_sessions
from ingest.titlewords import read_title_words
from ingest.training.tokenizer import blank_english

NLP = blank_english()


def documents(text: str, spaced: bool = True) -> tuple[DocumentMention, ...]:
    doc = NLP(text)
    spaces = [bool(token.whitespace_) for token in doc] if spaced else None
    return find_documents([token.text for token in doc], spaces)


def sessions(text: str, spaced: bool = True) -> tuple[SessionMention, ...]:
    doc = NLP(text)
    spaces = [bool(token.whitespace_) for token in doc] if spaced else None
    return find_sessions([token.text for token in doc], spaces)


PROPER = [
    (
        "Both sides signed the Joint Declaration on Fisheries and Coastal Waters between them.",
        "Joint Declaration on Fisheries and Coastal Waters",
        "Declaration",
    ),
    ("He ratified the Treaty of Lisbon on Friday.", "Treaty of Lisbon", "Treaty"),
    ("Moscow left the New START Treaty in spring.", "New START Treaty", "Treaty"),
    ("They shelved the Doha Agreement last week.", "Doha Agreement", "AgreementText"),
    ("Both keep to the Good Friday Agreement.", "Good Friday Agreement", "AgreementText"),
    ("The ministers invoked Minsk II again.", "Minsk II", "AgreementText"),
    ("It adopted Resolution 2254 (2015) at night.", "Resolution 2254 (2015)", "Resolution"),
    ("It adopted UNSC resolution 1970 at night.", "UNSC resolution 1970", "Resolution"),
    ("It adopted resolution 1970 at night.", "resolution 1970", "Resolution"),
    ("It adopted UNSCR 1970 at night.", "UNSCR 1970", "Resolution"),
    ("It adopted Recommendation 3/2015 at night.", "Recommendation 3/2015", "Resolution"),
    ("It adopted Decision No 2/95 at night.", "Decision No 2/95", "Resolution"),
    ("It adopted resolutions 1970 and 1973 at night.", "resolutions 1970 and 1973", "Resolution"),
    (
        "They approved the Lancang-Mekong Cooperation Five-Year Action Plan (2023–2027) there.",
        "Lancang-Mekong Cooperation Five-Year Action Plan (2023–2027)",
        "Plan",
    ),
    ("They approved the 2023-2027 Action Plan there.", "2023-2027 Action Plan", "Plan"),
    (
        "Tehran broke the Joint Comprehensive Plan of Action (JCPOA) there.",
        "Joint Comprehensive Plan of Action",
        "Plan",
    ),
    ("Chad signed the Charter of the United Nations.", "Charter of the United Nations", "Treaty"),
    ("They wrote the Helsinki Final Act there.", "Helsinki Final Act", "Declaration"),
    (
        "It joined the Vienna Convention on Consular Relations then.",
        "Vienna Convention on Consular Relations",
        "Treaty",
    ),
    (
        "It joined the Treaty on Conventional Armed Forces in Europe then.",
        "Treaty on Conventional Armed Forces in Europe",
        "Treaty",
    ),
    (
        "It joined the Convention on the Rights of the Child then.",
        "Convention on the Rights of the Child",
        "Treaty",
    ),
    (
        "They read the Statement of the Trade Ministers of Chad, Niger and Mali aloud.",
        "Statement of the Trade Ministers of Chad, Niger and Mali",
        "Statement",
    ),
    (
        "They signed the Declaration on Rivers, Lakes, and Wetlands there.",
        "Declaration on Rivers, Lakes, and Wetlands",
        "Declaration",
    ),
    (
        "They signed the Protocol to the Antarctic Treaty there.",
        "Protocol to the Antarctic Treaty",
        "Treaty",
    ),
    (
        "They signed the Plutonium Management and Disposition Agreement there.",
        "Plutonium Management and Disposition Agreement",
        "AgreementText",
    ),
    (
        "They signed the Treaty of Tartu in the Great Hall of the castle.",
        "Treaty of Tartu",
        "Treaty",
    ),
    (
        "They signed the Convention on Rivers in the Blue Room there.",
        "Convention on Rivers",
        "Treaty",
    ),
    (
        "They signed an Agreement on Pilots' Licences and Fees there.",
        "Agreement on Pilots' Licences and Fees",
        "AgreementText",
    ),
    ("They signed the Ohrid Agreement on the shore of a lake.", "Ohrid Agreement", "AgreementText"),
    ("They backed the 2030 Agenda again.", "2030 Agenda", "Plan"),
    ("They backed the Panmunjom Declaration again.", "Panmunjom Declaration", "Declaration"),
]

COMMON = [
    (
        "They signed a $30 million loan agreement for roads.",
        "loan agreement for roads",
        "AgreementText",
    ),
    ("They signed a free trade agreement there.", "free trade agreement", "AgreementText"),
    ("They issued a joint statement there.", "joint statement", "Statement"),
    ("They adopted a special statement there.", "special statement", "Statement"),
    ("They issued joint statements there.", "joint statements", "Statement"),
    (
        "They signed an agreement on visa-free travel on Monday.",
        "agreement on visa-free travel",
        "AgreementText",
    ),
    (
        "They signed a memorandum of understanding on energy in Rome.",
        "memorandum of understanding on energy",
        "Memorandum",
    ),
    ("They signed an MoU on energy in Rome.", "MoU on energy", "Memorandum"),
    (
        "They signed three agreements on trade in Rome.",
        "three agreements on trade",
        "AgreementText",
    ),
    (
        "It passed a resolution condemning the attack on the embassy, and left.",
        "resolution condemning the attack on the embassy",
        "Resolution",
    ),
    (
        "It passed a non-binding resolution to lift the sanctions against Chad.",
        "non-binding resolution to lift the sanctions against Chad",
        "Resolution",
    ),
    (
        "They signed a pact to share Nordic radars in winter.",
        "pact to share Nordic radars in winter",
        "AgreementText",
    ),
    ("They signed a fragile truce there.", "fragile truce", "AgreementText"),
    ("They signed a strategic partnership in Rome.", "strategic partnership", "AgreementText"),
    (
        "They signed a deal to store over 300 tonnes of grain on Monday.",
        "deal to store over 300 tonnes of grain",
        "AgreementText",
    ),
    ("They agreed to a six point peace plan there.", "six point peace plan", "Plan"),
    ("They agreed to a 17-point action plan there.", "17-point action plan", "Plan"),
    (
        "He issued a communiqué recognising Tonga there.",
        "communiqué recognising Tonga",
        "Communique",
    ),
    ("They backed a power-sharing deal there.", "power-sharing deal", "AgreementText"),
    ("They backed a landmark border treaty there.", "border treaty", "Treaty"),
    ("They signed a landmark deal there.", "landmark deal", "AgreementText"),
    ("They signed a code of conduct to govern ties.", "code of conduct", "AgreementText"),
    ("They signed a letter of intent to buy jets.", "letter of intent", "AgreementText"),
    ("They adopted a Programme of Cooperation there.", "Programme of Cooperation", "Plan"),
    ("They backed the new maritime pact there.", "maritime pact", "AgreementText"),
    ("They backed the 2015 nuclear deal there.", "nuclear deal", "AgreementText"),
    ("They backed a so-called peace accord there.", "peace accord", "AgreementText"),
    ("They signed fishing treaties there.", "fishing treaties", "Treaty"),
    (
        "It passed a resolution that bans the sale of arms to Chad, and left.",
        "resolution that bans the sale of arms to Chad",
        "Resolution",
    ),
    (
        "They signed an accord that would allow the inspection of sites, and left.",
        "accord that would allow the inspection of sites",
        "AgreementText",
    ),
    (
        "It passed a resolution that calls for talks on Monday.",
        "resolution that calls for talks",
        "Resolution",
    ),
    ("They left a deal that envoys for Chad had made.", "deal", "AgreementText"),
    ("They signed a border accord that would last for years.", "border accord", "AgreementText"),
    ("They left a deal that was old.", "deal", "AgreementText"),
    ("An agreement was reached.", "agreement", "AgreementText"),
    ("The convention was opened.", "convention", "Treaty"),
    ("They left the deal.", "deal", "AgreementText"),
    ("They built a trade deal over the last four years.", "trade deal", "AgreementText"),
    ("They signed a Framework Agreement with Ghana.", "Framework Agreement", "AgreementText"),
    (
        "They signed a Memorandum of Understanding on Cooperation in the Field of Fisheries there.",
        "Memorandum of Understanding on Cooperation in the Field of Fisheries",
        "Memorandum",
    ),
    (
        "They adopted a roadmap and a ceasefire roadmap for Sudan there.",
        "ceasefire roadmap for Sudan",
        "Plan",
    ),
    (
        "Nordic States Sign Joint Declaration On Arctic Shipping",
        "Joint Declaration On Arctic Shipping",
        "Declaration",
    ),
    ("LEADERS SIGN PEACE AGREEMENT AFTER MARATHON", "PEACE AGREEMENT", "AgreementText"),
]

QUOTED = [
    (
        "They adopted a declaration entitled “Partnership for Clean Rivers” in Rome.",
        "Partnership for Clean Rivers",
        "Declaration",
    ),
    (
        "They signed the ''Broad Compact of Friendship for Common Waters'' agreement there.",
        "Broad Compact of Friendship for Common Waters",
        "AgreementText",
    ),
    (
        'They signed a document, the "Agreement on Shared Rivers", in Rome.',
        "Agreement on Shared Rivers",
        "AgreementText",
    ),
]

NO_DOCUMENT = [
    "It took a decision 3 days later, on the recommendation of the board.",
    "They broke the truce.",
    "They praised a strategic partnership in Rome.",
    "That is a done deal, and so is the Danube Initiative.",
    "They plan to meet.",
    "The plan was dropped.",
    "He said in a statement that it rained.",
    "He has to deal with it.",
    "The North Atlantic Treaty Organization met.",
    "Treaty obligations matter, and so do agreement talks.",
    "The treaty-bound states met.",
    "The Republican convention began in Ohio.",
    "The Government of National Accord fell.",
    "It amounts to a declaration of war.",
    "The governor signed a disaster declaration.",
    "A peaceful resolution of the dispute is near.",
    "The resolution of the crisis took weeks.",
    "They are in agreement.",
    "The strategy and the agenda were dull.",
    "He left of his own accord.",
    "The film director met the bank.",
    "",
]

NAMED_SESSIONS = [
    ("At the 15th BRICS Summit they spoke.", "15th BRICS Summit"),
    ("At the Munich Security Conference they spoke.", "Munich Security Conference"),
    ("At the Nuclear Security Summit they spoke.", "Nuclear Security Summit"),
    ("At the ASEAN Regional Forum they spoke.", "ASEAN Regional Forum"),
    ("At the Antalya Diplomacy Forum they spoke.", "Antalya Diplomacy Forum"),
    ("At the Summit of the Americas they spoke.", "Summit of the Americas"),
    ("At the Conference on Disarmament they spoke.", "Conference on Disarmament"),
    ("At the World Economic Forum they spoke.", "World Economic Forum"),
    ("At the 2023 Russia–Africa Summit they spoke.", "2023 Russia–Africa Summit"),
    ("At COP28 they spoke of forests.", "COP28"),
]

COMMON_SESSIONS = [
    (
        "The third session of the high-level dialogue on migration and security was held in Rome.",
        "third session of the high-level dialogue on migration and security",
    ),
    (
        "At the 77th session of the UN General Assembly he spoke.",
        "77th session of the UN General Assembly",
    ),
    (
        "The 12th meeting of the Joint Economic Commission was held in Rome.",
        "12th meeting of the Joint Economic Commission",
    ),
    ("They spoke at the G20 summit in Rio.", "G20 summit"),
    ("They spoke at the EU–Central Asia summit in Rome.", "EU–Central Asia summit"),
    ("They spoke at an inter-Korean summit in May.", "inter-Korean summit"),
    ("They spoke at a summit in Oslo.", "summit"),
    ("They praised the May 27th inter-Baltic summit.", "inter-Baltic summit"),
    ("They left the League of Southern States summit early.", "League of Southern States summit"),
    ("They want to hold trilateral summits on a regular basis.", "trilateral summits"),
    (
        "They spoke at a trilateral summit between China, Japan, and South Korea there.",
        "trilateral summit between China, Japan, and South Korea",
    ),
    ("They spoke at a summit between Chad and Mali there.", "summit between Chad and Mali"),
    ("They held political consultations there.", "political consultations"),
    ("They held a strategic dialogue there.", "strategic dialogue"),
    ("They held the fourth round of talks there.", "fourth round of talks"),
    ("They resumed the six-party talks there.", "six-party talks"),
    (
        "They held the inaugural 2+2 ministerial dialogue there.",
        "inaugural 2+2 ministerial dialogue",
    ),
    (
        "They hosted an international conference on the future of Haiti there.",
        "international conference on the future of Haiti",
    ),
    ("They cancelled the NATO meeting in Rome.", "NATO meeting"),
    (
        "It hosts the World Economic Forum (WEF) meeting on the Pacific Islands there.",
        "World Economic Forum (WEF) meeting on the Pacific Islands",
    ),
]

NO_SESSION = [
    "They held a meeting and talks there.",
    "Peace talks failed.",
    "He gave a news conference.",
    "He gave a press conference after the talks.",
    "The second round of voting is on Sunday.",
    "The second session of his trial began.",
    "He left the conference room.",
    "He made a conference call.",
    "The Organisation of the Islamic Conference was founded.",
    "A training session was held.",
    "They lost the second round.",
    "",
]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Peru signed a treaty with Kenya on the protection of whales.",
            "on the protection of whales",
        ),
        (
            "Peru signed a treaty in Lima on Monday on the protection of whales.",
            "on the protection of whales",
        ),
        ("Peru signed a treaty with Kenya and Chad to end the war.", "to end the war"),
        ("Peru signed a treaty in Lima allowing free trade.", "allowing free trade"),
        ("Peru signed a treaty with Kenya to the delight of all.", ""),
        ("Peru signed a treaty with Kenya, allowing free trade.", ""),
        ("Peru broke a treaty with Kenya on the protection of whales.", ""),
    ],
)
def test_a_party_a_place_or_a_day_may_part_a_title(text: str, title: str) -> None:
    [found] = documents(text)
    assert found.title == f"treaty {title}".strip()
    assert found.end - found.start == 1


def test_a_clause_with_would_says_what_an_accord_is_for() -> None:
    [found] = documents("They signed an accord that would allow vaccinated travellers in.")
    assert found.title == "accord that would allow vaccinated travellers"


@pytest.mark.parametrize(("text", "title", "kind"), PROPER)
def test_a_name_of_one_document_is_proper(text: str, title: str, kind: str) -> None:
    (mention,) = documents(text)
    assert (mention.title, mention.kind, mention.proper) == (title, DocumentClass(kind), True)


@pytest.mark.parametrize(("text", "title", "kind"), COMMON)
def test_a_common_title_is_not_proper(text: str, title: str, kind: str) -> None:
    found = {m.title: m for m in documents(text)}
    assert title in found
    assert (found[title].kind, found[title].proper) == (DocumentClass(kind), False)


@pytest.mark.parametrize(("text", "title", "kind"), QUOTED)
def test_a_quoted_title_is_taken_as_quoted(text: str, title: str, kind: str) -> None:
    (mention,) = documents(text)
    assert (mention.title, mention.kind, mention.proper) == (title, DocumentClass(kind), True)


@pytest.mark.parametrize("text", NO_DOCUMENT)
def test_what_is_no_document_is_left_alone(text: str) -> None:
    assert documents(text) == ()


@pytest.mark.parametrize(("text", "title"), NAMED_SESSIONS)
def test_a_session_with_a_name_of_its_own_is_proper(text: str, title: str) -> None:
    (mention,) = sessions(text)
    assert (mention.title, mention.proper) == (title, True)


@pytest.mark.parametrize(("text", "title"), COMMON_SESSIONS)
def test_a_session_is_titled_as_the_text_words_it(text: str, title: str) -> None:
    (mention,) = sessions(text)
    assert mention.title == title


@pytest.mark.parametrize("text", NO_SESSION)
def test_a_bare_meeting_is_no_session(text: str) -> None:
    assert sessions(text) == ()


@pytest.mark.parametrize(
    ("text", "online"),
    [
        ("They met at a virtual summit on Monday.", True),
        ("They held the third ministerial dialogue by video link.", True),
        ("They held an online conference on Monday.", True),
        ("They met at a summit in Oslo on Monday.", False),
    ],
)
def test_a_session_by_video_is_online(text: str, online: bool) -> None:
    (mention,) = sessions(text)
    assert mention.online is online


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "They approved the Nile-Volta Five-Year Action Plan (2023–2027) there.",
            "Plan (2023–2027)",
        ),
        ("They joined Chad's Visa-Free Travel Agreement there.", "Visa-Free Travel Agreement"),
        ("They signed the African Trade Area (ATA) agreement there.", "Area (ATA) agreement"),
    ],
)
def test_titles_are_rebuilt_without_knowing_the_spaces(text: str, title: str) -> None:
    (mention,) = documents(text, spaced=False)
    assert mention.title.endswith(title)
    assert mention.title == documents(text)[0].title


def test_a_headline_may_be_the_title_of_a_document() -> None:
    (mention,) = documents("Statement of the Energy Ministers of Chad, Niger and Mali")
    assert mention.title == "Statement of the Energy Ministers of Chad, Niger and Mali"


def test_two_documents_of_one_sentence_are_both_found() -> None:
    text = "They signed the Charter of Algiers and a joint statement on fisheries in Rome."
    found = documents(text)
    assert [m.title for m in found] == ["Charter of Algiers", "joint statement on fisheries"]


def test_a_lexicon_with_an_unknown_class_says_so() -> None:
    text = '[documents]\nPoem = ["ode"]\n[document_words]\n[session_words]\n[phrase]\n'
    with pytest.raises(KnowledgeError, match=r"documents\.toml"):
        read_title_words(text)


_WORDS = st.sampled_from(
    [
        "the",
        "The",
        "a",
        "Joint",
        "joint",
        "Declaration",
        "declaration",
        "on",
        "On",
        "of",
        "and",
        "between",
        ",",
        ".",
        "(",
        ")",
        "-",
        "–",
        "“",
        "”",
        "''",
        "'s",
        "Treaty",
        "agreement",
        "Agreement",
        "Summit",
        "summit",
        "talks",
        "round",
        "third",
        "15th",
        "2+2",
        "2015",
        "2023",
        "1970",
        "Resolution",
        "resolution",
        "Plan",
        "plan",
        "in",
        "to",
        "condemning",
        "attack",
        "Turkey",
        "EU",
        "UN",
        "session",
        "dialogue",
        "meeting",
        "Good",
        "Friday",
        "No.",
        "MoU",
    ]
)


@given(st.lists(st.one_of(_WORDS, st.text(min_size=1, max_size=6)), max_size=30), st.booleans())
def test_any_tokens_give_mentions_that_fit_them(tokens: list[str], spaced: bool) -> None:
    spaces = [True] * len(tokens) if spaced else None
    for found in (find_documents(tokens, spaces), find_sessions(tokens, spaces)):
        at = 0
        for mention in found:
            assert at <= mention.start < mention.end <= len(tokens)
            assert mention.title.strip()
            at = mention.end


ONE_BY_ONE = [
    (
        "They signed two accords, one on the part of Peru in our patrols and one on cod.",
        ("accord on the part of Peru in our patrols", "accord on cod"),
    ),
    (
        "They signed two memoranda of understanding: the first on tea, the second to train judges.",
        ("memorandum of understanding on tea", "memorandum of understanding to train judges"),
    ),
    ("They signed two treaties, one of them in Rome.", ()),
]


@pytest.mark.parametrize(("text", "titles"), ONE_BY_ONE)
def test_papers_told_one_by_one_have_each_a_title(text: str, titles: tuple[str, ...]) -> None:
    (mention,) = documents(text)
    assert mention.each == titles


LISTED = [
    (
        "Peru signed agreements on trade, on visas and on the use of rivers today.",
        "agreements on trade, on visas and on the use of rivers",
    ),
    (
        "Peru signed an accord on legal, medical and technical aid.",
        "accord on legal, medical and technical aid",
    ),
    ("Peru signed a deal on mining, energy and transport.", "deal on mining, energy and transport"),
    ("Peru signed a deal on mining, said officials and ministers.", "deal on mining"),
    ("Peru signed a deal on mining, visited schools and met teachers.", "deal on mining"),
    ("Peru signed a deal on mining, and Chile a treaty.", "deal on mining"),
]
PAPERS = [
    ("They signed nine agreements in Rome.", "nine agreements"),
    ("They signed 45 accords in Rome.", "45 accords"),
    ("They signed two new accords in Rome.", "two accords"),
    ("They signed three accords to deepen their ties in tourism.", "three accords"),
    ("They signed six accords on the same evening.", "six accords"),
    ("They signed a series of accords in Rome.", "series of accords"),
    (
        "They signed an accord to dig, line and guard a canal.",
        "accord to dig, line and guard a canal",
    ),
    ("They signed an accord on cooperation in forestry.", "accord on cooperation in forestry"),
    ("They signed an accord on cooperation in Rome.", "accord on cooperation"),
    ("They signed the Joint Statement of 6 May 1981 in Rome.", "Joint Statement of 6 May 1981"),
    (
        "They signed the Treaty of Peace between Peru and Chad on Good Neighbours.",
        "Treaty of Peace between Peru and Chad on Good Neighbours",
    ),
    (
        "They signed the Basic Agreement between Peru and Chad.",
        "Basic Agreement between Peru and Chad",
    ),
    ("They signed the Rome Agreement between Peru and Chad.", "Rome Agreement"),
    ("They signed an MOU on Tourism between Peru and Chad.", "MOU on Tourism"),
    (
        "They signed an MOU between the Port of Lima and Chad.",
        "MOU between the Port of Lima and Chad",
    ),
    (
        "They signed a Convention with Respect to Fish Stocks.",
        "Convention with Respect to Fish Stocks",
    ),
    ("They signed a far-reaching visa treaty in Rome.", "visa treaty"),
    ("They signed the document in Rome.", "document"),
    ("They signed twelve documents in Rome.", "twelve documents"),
    ("They signed a UN-backed agreement in Rome.", "agreement"),
    ("They signed a line of credit agreement in Rome.", "line of credit agreement"),
    ("They signed the nine agreements in Rome.", "agreements"),
    ("They signed several memorandums and agreements in Rome.", "memorandums and agreements"),
    (
        "They signed a Memorandum of Understanding (MoU) on Fish Stocks.",
        "Memorandum of Understanding (MoU) on Fish Stocks",
    ),
    ("They signed a Memorandum of Understanding (MoU) in Rome.", "Memorandum of Understanding"),
    (
        "They signed the Terms of Reference on the choice of judges.",
        "Terms of Reference on the choice of judges",
    ),
    (
        "They signed a Letter of Intent on the signing of a Treaty on River Police Cooperation.",
        "Letter of Intent on the signing of a Treaty on River Police Cooperation",
    ),
    (
        "They signed the Convention on the Rights of Persons with Disabilities.",
        "Convention on the Rights of Persons with Disabilities",
    ),
    (
        "They adopted a resolution urging Chad to hold elections.",
        "resolution urging Chad to hold elections",
    ),
    ("They signed an accord of their own.", "accord"),
    ("They signed the communiqué on the first of the month.", "communiqué"),
    ("They signed a joint communiqué urging calm in Chad.", "joint communiqué"),
    ("They signed a joint declaration that bans nets.", "joint declaration"),
    ("They signed a communiqué recognising Chad.", "communiqué recognising Chad"),
]


@pytest.mark.parametrize(("text", "title"), LISTED)
def test_a_title_holds_a_list_that_and_closes(text: str, title: str) -> None:
    assert documents(text)[0].title == title


JOINED = [
    ("They signed the friendship and trade treaties in Suva.", "friendship and trade treaties"),
    ("They signed a Plan of Work for 2021-2024 in Suva.", "Plan of Work for 2021-2024"),
    ("They adopted a declaration in support of Fiji in Suva.", "declaration in support of Fiji"),
    ("They passed a tougher resolution on Fiji at night.", "resolution on Fiji"),
    ("They signed a lease for 90 trawlers and renewed a visa.", "lease for 90 trawlers"),
    ("They signed 12 accords and memoranda in Suva.", "12 accords and memoranda"),
    ("The deal is known as the Amber Coast Initiative.", "Amber Coast Initiative"),
]


@pytest.mark.parametrize(("text", "title"), JOINED)
def test_a_title_goes_as_far_as_the_paper_is_told(text: str, title: str) -> None:
    assert title in [mention.title for mention in documents(text)]


def test_titles_in_quotation_marks_are_listed() -> None:
    text = (
        'They adopted two documents in Suva on Monday, "The Spirit of Suva" and the "Suva Rules".'
    )
    assert [m.title for m in documents(text)] == ["The Spirit of Suva", "Suva Rules"]


@pytest.mark.parametrize(("text", "title"), PAPERS)
def test_a_title_holds_what_tells_the_paper(text: str, title: str) -> None:
    assert [found.title for found in documents(text)] == [title]
