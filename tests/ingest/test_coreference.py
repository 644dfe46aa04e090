"""Whom each mention of an article means: names, offices, groups, and office-holders by date."""

from datetime import date

import pytest

from graph.model import Article
from ingest.reader import Reader
from tests.ingest.outline import DAY, Resolve, meant

MET = (
    "Norwegian Foreign Minister Kari Lund met her Swedish counterpart, Lena Holm, in Oslo. "
    "The visitor spoke to Interior Minister Olav Dahl of Norway as well. "
)


@pytest.mark.parametrize(
    ("sentence", "words", "person"),
    [
        ("Lund smiled.", "Lund", "kari-lund"),
        ("Holm smiled.", "Holm", "lena-holm"),
        ("Kari Lund smiled.", "Kari Lund", "kari-lund"),
        ("Mr. Dahl smiled.", "Mr. Dahl", "olav-dahl"),
        ("Minister Dahl smiled.", "Minister Dahl", "olav-dahl"),
        ("The Norwegian foreign minister smiled.", "The Norwegian foreign minister", "kari-lund"),
        ("The foreign minister of Norway smiled.", "The foreign minister of Norway", "kari-lund"),
        ("Norway's interior minister smiled.", "Norway 's interior minister", "olav-dahl"),
        ("Lund thanked her Swedish counterpart.", "her Swedish counterpart", "lena-holm"),
    ],
)
def test_short_forms_mean_the_person_who_was_named_in_full(
    sentence: str, words: str, person: str, resolve: Resolve
) -> None:
    assert meant(resolve(MET + sentence), words) == [person]


def test_a_surname_may_stand_before_the_full_name(resolve: Resolve) -> None:
    told = resolve("Lund was late. Foreign Minister Kari Lund of Norway came by train.")
    assert meant(told, "Lund") == ["kari-lund"]


def test_all_names_of_a_person_are_one_actor(resolve: Resolve) -> None:
    told = resolve(MET + "Lund smiled. Minister Lund left.")
    actors = {a for _, r in told for a in r.actors if a.key == "person/kari-lund"}
    (actor,) = actors
    assert actor.label == "Kari Lund"
    assert actor.represents is not None
    assert actor.represents.key == "country/NOR"
    assert "Foreign Minister" in actor.offices
    assert "Lund" in actor.aliases


def test_an_office_whose_holder_nobody_named_stands_for_its_state(resolve: Resolve) -> None:
    told = resolve("The Kenyan trade minister smiled.")
    assert meant(told, "The Kenyan trade minister") == ["KEN"]


def test_an_office_of_another_state_is_not_the_named_holder(resolve: Resolve) -> None:
    told = resolve(MET + "The Danish foreign minister smiled.")
    assert meant(told, "The Danish foreign minister") == ["DNK"]


def test_two_holders_of_one_office_are_not_confused(resolve: Resolve) -> None:
    told = resolve(
        "Foreign Minister Kari Lund of Norway met Foreign Minister Lena Holm of Sweden. "
        "The Swedish foreign minister smiled."
    )
    assert meant(told, "The Swedish foreign minister") == ["lena-holm"]


def test_a_counterpart_who_is_not_named_stands_for_the_state(resolve: Resolve) -> None:
    told = resolve("Foreign Minister Kari Lund of Norway met her Polish counterpart.")
    assert meant(told, "her Polish counterpart") == ["POL"]


def test_an_office_is_held_by_whom_the_table_knows_in_it(resolve: Resolve) -> None:
    text = "The British prime minister left. Tony Blair smiled. The British leader slept."
    told = resolve(text, date(2003, 5, 1))
    assert meant(told, "The British prime minister") == ["tony-blair"]
    assert meant(told, "The British leader") == ["tony-blair"]
    told = resolve(text, date(2013, 5, 1))
    assert meant(told, "The British prime minister") == ["GBR"]


def test_a_leader_of_the_day_may_be_named_by_surname_alone(resolve: Resolve) -> None:
    told = resolve("Blair met Chirac. Major spoke.", date(2003, 5, 1))
    assert meant(told, "Blair") == ["tony-blair"]
    assert meant(told, "Chirac") == ["jacques-chirac"]
    assert meant(resolve("Blair met Chirac.", date(2013, 5, 1)), "Blair") == []
    assert meant(resolve("Linda Blair sang. Blair slept.", date(2003, 5, 1)), "Blair") == []
    assert meant(resolve("Major shareholders met.", date(1996, 5, 1)), "Major") == []


def test_he_is_one_person_and_no_group(resolve: Resolve) -> None:
    told = resolve(
        "Norwegian Foreign Minister Kari Lund and Norwegian Trade Minister Olav Dahl will prepare "
        "the summit, which Ghanaian President Kofi Mensah will attend after he has slept."
    )
    assert meant(told, "he") == ["kofi-mensah"]


def test_ambassadors_and_former_holders_are_not_the_holder(resolve: Resolve) -> None:
    told = resolve(
        "Ghanaian President Kofi Mensah spoke. The former Ghanaian president slept. "
        "The Ghanaian ambassador left."
    )
    assert meant(told, "The former Ghanaian president") == []
    assert meant(told, "The Ghanaian ambassador") == ["GHA"]


STATES = "Denmark and Poland met in Oslo. "
PERSONS = (
    "Norwegian Foreign Minister Kari Lund and Swedish Foreign Minister Lena Holm met in Oslo. "
)


@pytest.mark.parametrize(
    ("text", "words", "actors"),
    [
        (STATES + "The two countries agreed.", "The two countries", ["DNK", "POL"]),
        (STATES + "Both sides agreed.", "Both sides", ["DNK", "POL"]),
        (STATES + "They agreed.", "They", ["DNK", "POL"]),
        (PERSONS + "Both ministers agreed.", "Both ministers", ["kari-lund", "lena-holm"]),
        (PERSONS + "They agreed.", "They", ["kari-lund", "lena-holm"]),
        (PERSONS + "The two sides agreed.", "The two sides", ["NOR", "SWE"]),
        (PERSONS + "The two countries agreed.", "The two countries", ["NOR", "SWE"]),
        (
            "Denmark, Norway and Sweden met. The three countries agreed.",
            "The three countries",
            ["DNK", "NOR", "SWE"],
        ),
        ("Chile met Peru. The two sides agreed.", "The two sides", ["CHL", "PER"]),
        (
            "Norwegian Foreign Minister Kari Lund met her Polish counterpart in Oslo. Both agreed. "
            "The two ministers agreed.",
            "The two ministers",
            ["kari-lund", "POL"],
        ),
        (
            "Norwegian Foreign Minister Kari Lund met the Polish foreign minister. They agreed.",
            "They",
            ["kari-lund", "POL"],
        ),
        (PERSONS + "The pair agreed.", "The pair", ["kari-lund", "lena-holm"]),
        (STATES + "The neighbours agreed.", "The neighbours", ["DNK", "POL"]),
        (STATES + "Chile urged the countries to stop.", "the countries", []),
        (
            "Chile met Peru. The WHO helped them. The two governments agreed.",
            "The two governments",
            ["CHL", "PER"],
        ),
        ("A Kenyan delegation came to Oslo. The delegation slept.", "The delegation", ["KEN"]),
        (
            "A Kenyan delegation led by Trade Minister Jane Okello came. The delegation slept.",
            "The delegation",
            ["jane-okello"],
        ),
        (PERSONS + "Lund thanked her guest for that.", "her guest", ["lena-holm"]),
        (
            "Norwegian envoy Kari Lund came to Togo. The Norwegian diplomat slept.",
            "The Norwegian diplomat",
            ["kari-lund"],
        ),
        (
            "Norwegian envoy Kari Lund came to Togo. A Norwegian diplomat slept.",
            "A Norwegian diplomat",
            ["NOR"],
        ),
        ("The two Koreas agreed.", "The two Koreas", ["KOR", "PRK"]),
        (
            "The African Union met. Its Executive Council agreed.",
            "Executive Council",
            ["african-union"],
        ),
        ("The African Union met. The bloc agreed.", "The bloc", ["african-union"]),
    ],
)
def test_groups_mean_those_who_were_named_together(
    text: str, words: str, actors: list[str], resolve: Resolve
) -> None:
    assert sorted(meant(resolve(text), words)) == sorted(actors)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The two sides agreed.", "The two sides"),
        ("They agreed.", "They"),
        ("Chile waited. The two sides agreed.", "The two sides"),
        ("He slept.", "He"),
        ("The bloc agreed.", "The bloc"),
        ("Chile waited. The bloc agreed.", "The bloc"),
        ("Chile waited. The Executive Council agreed.", "Executive Council"),
        ("Anders Bakke, a baker, sang. He slept.", "He"),
    ],
)
def test_nobody_is_forced_where_nobody_was_named(text: str, words: str, resolve: Resolve) -> None:
    assert meant(resolve(text), words) == []


@pytest.mark.parametrize(
    ("sentence", "person"),
    [
        ("After talks with Togolese President Koffi Ayeva, he slept.", "kari-lund"),
        ("During her talks with Togolese President Koffi Ayeva, she slept.", "kari-lund"),
        ("When Togolese President Koffi Ayeva came, he slept.", "koffi-ayeva"),
    ],
)
def test_he_is_not_whom_a_sentence_only_begins_with(
    sentence: str, person: str, resolve: Resolve
) -> None:
    told = resolve(f"Norwegian Foreign Minister Kari Lund arrived in Togo. {sentence}")
    assert meant(told, "he" if " he " in sentence else "she") == [person]


def test_he_is_the_person_who_was_named_last(resolve: Resolve) -> None:
    told = resolve("Ghanaian President Kofi Mensah arrived in Togo. He slept.")
    assert meant(told, "He") == ["kofi-mensah"]


def test_what_is_guessed_is_less_certain_than_what_is_named(resolve: Resolve) -> None:
    told = dict(resolve(STATES + "The two countries agreed. They slept."))
    assert told["Denmark"].certainty == 1
    assert 0 < told["They"].certainty < 1
    assert 0 < told["The two countries"].certainty < 1


@pytest.mark.parametrize(
    ("text", "words", "day", "person"),
    [
        ("President Bush spoke.", "President Bush", date(1990, 9, 9), "george-h-w-bush"),
        ("President Bush spoke.", "President Bush", date(2003, 6, 1), "george-w-bush"),
        ("U.S. President Bush spoke.", "U.S. President Bush", date(2003, 6, 1), "george-w-bush"),
        ("Mr. Lula spoke.", "Mr. Lula", date(2005, 6, 1), "luiz-inacio-lula-da-silva"),
        ("Angela Merkel spoke.", "Angela Merkel", date(2016, 6, 1), "angela-merkel"),
        ("Chancellor Merkel spoke.", "Chancellor Merkel", date(2016, 6, 1), "angela-merkel"),
    ],
)
def test_the_day_says_which_office_holder_is_meant(
    text: str, words: str, day: date, person: str, resolve: Resolve
) -> None:
    told = resolve(text, day)
    assert meant(told, words) == [person]
    (actor,) = next(r.actors for said, r in told if said == words)
    assert actor.represents is not None
    assert actor.label != "Bush"


def test_a_name_of_the_table_that_the_article_gives_to_another_stays_his(resolve: Resolve) -> None:
    told = resolve("Kenyan Trade Minister Peter Bush spoke. Bush left.", date(2003, 6, 1))
    assert meant(told, "Bush") == ["peter-bush"]
    (actor,) = told[0][1].actors
    assert actor.represents is not None
    assert actor.represents.key == "country/KEN"
    assert actor.wikidata is None


@pytest.mark.parametrize("text", ["Bush spoke.", "Xi spoke.", "Kofi Mensah spoke."])
def test_a_name_without_office_is_nobody_where_the_day_does_not_say(
    text: str, resolve: Resolve
) -> None:
    ((_, referent),) = resolve(text)
    assert referent.actors == ()


def test_a_prince_of_today_is_no_king_of_old(resolve: Resolve) -> None:
    ((_, referent), *_) = resolve("Crown Prince Haakon of Norway visited Kenya.", date(2021, 4, 1))
    (actor,) = referent.actors
    assert (actor.key, actor.label) == ("person/haakon", "Haakon")


def test_an_unknown_person_with_a_title_stays_local(resolve: Resolve) -> None:
    ((_, referent), *_) = resolve("Foreign Minister Kofi Mensah spoke.", date(2016, 6, 1))
    (actor,) = referent.actors
    assert actor.key == "person/kofi-mensah"
    assert actor.represents is None
    assert actor.wikidata is None


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Chile condemned Peru and said it would leave.", "it", ["CHL"]),
        ("Chile met Peru, while Togo said it would leave.", "it", ["TGO"]),
        ("Chile recalled its envoy to Peru after the latter refused.", "the latter", ["PER"]),
        ("Chile spoke to Peru. The government denied it.", "The government", ["PER"]),
        ("Togo has a new king. He came to the African country.", "the African country", ["TGO"]),
    ],
)
def test_a_word_takes_up_who_was_named(
    resolve: Resolve, text: str, words: str, who: list[str]
) -> None:
    assert meant(resolve(text), words) == who


def test_two_leaders_are_no_envoys(resolve: Resolve) -> None:
    text = (
        "Norwegian Prime Minister Kari Lund met President Ama Boateng of Ghana. "
        "Ambassador Olav Dahl of Norway was there. The two leaders smiled."
    )
    assert meant(resolve(text), "The two leaders") == ["kari-lund", "ama-boateng"]


def test_who_leads_the_sentence_goes_on(resolve: Resolve) -> None:
    text = "Prime Minister Kari Lund of Norway flew to Ghana to see Ama Boateng, where she spoke."
    assert meant(resolve(text), "she") == ["kari-lund"]


@pytest.mark.parametrize(
    ("text", "day", "state"),
    [
        ("The Obama administration answered.", date(2014, 5, 1), ["USA"]),
        ("The Obama administration answered.", date(1995, 5, 1), []),
        ("The Thatcher government answered.", date(1984, 5, 1), ["GBR"]),
    ],
)
def test_a_cabinet_is_the_state_that_its_head_leads(
    resolve: Resolve, text: str, day: date, state: list[str]
) -> None:
    assert meant(resolve(text, day), " ".join(text.split()[1:3])) == state


@pytest.mark.parametrize(
    ("text", "words", "group"),
    [
        ("Hamas fired at Israel. Egypt urged the militant group to stop.", "the militant group",
         "hamas"),
        ("Kenya fought Oromo rebels. The rebels fled.", "The rebels", "oromo-rebels"),
        ("Norway threatened Kenya. The country was angry.", "The country", "NOR"),
        ("Norway thanked Kenya. It lifted sanctions on the country.", "the country", "KEN"),
    ],
)  # fmt: skip
def test_a_band_and_a_country_are_taken_up_by_their_nouns(
    resolve: Resolve, text: str, words: str, group: str
) -> None:
    assert meant(resolve(text), words) == [group]


def test_it_at_the_head_of_a_sentence_is_whom_the_one_before_began_with(resolve: Resolve) -> None:
    assert meant(resolve("Norway threatened Kenya. It was angry."), "It") == ["NOR"]
    assert meant(resolve("Lund met him in Kenya. It was angry."), "It") == []


LUND = "Norwegian Foreign Minister Kari Lund"
HOLM = "Swedish Foreign Minister Lena Holm"


@pytest.mark.parametrize(
    ("text", "words", "person"),
    [
        (f"{LUND} said that {HOLM} liked Kenya. Fish was cheap, she added.", "she", "kari-lund"),
        (f"{LUND}, meanwhile, said that fish was good. Sweden had sent {HOLM}, she said.",
         "she", "kari-lund"),
        (f'{HOLM} came. "Fish is good," said {LUND}. She noted that Kenya had fish.', "She",
         "kari-lund"),
        (f"{LUND} said fish was good. {HOLM} met Kenyans. It was late, she said.", "she",
         "lena-holm"),
        (f"{LUND} came. A summit was led by {HOLM} before she flew to Kenya.", "she", "lena-holm"),
    ],
)  # fmt: skip
def test_who_speaks_goes_on_to_speak(resolve: Resolve, text: str, words: str, person: str) -> None:
    assert meant(resolve(text), words) == [person]


@pytest.mark.parametrize(
    ("text", "words", "side"),
    [
        ("Kenyan officials said they would come to Norway.", "they", ["KEN"]),
        ("Kenyan soldiers left Norway. They were tired.", "They", ["KEN"]),
        ("Hamas fired at Norway, where they had friends.", "they", ["hamas"]),
        (f"{LUND} spoke of Kenya. They are bad neighbours.", "They", []),
        ("Prices rose in Kenya. Norway was calm. They fell again.", "They", []),
        (f"{LUND} and {HOLM} met. They smiled. They left.", "They", ["kari-lund", "lena-holm"]),
    ],
)
def test_they_are_those_who_were_named_together_or_the_people_of_a_side(
    resolve: Resolve, text: str, words: str, side: list[str]
) -> None:
    assert meant(resolve(text), words) == side


def test_the_two_countries_are_neither_where_somebody_stopped_nor_blocs(resolve: Resolve) -> None:
    met = "Norway's foreign minister met Chad's president and told NATO and the European Union. "
    assert meant(resolve(f"{met}The two countries trade."), "The two countries") == ["NOR", "TCD"]
    stops = "Norway's foreign minister stopped in Kenya and Japan, and then met Chad's president. "
    assert meant(resolve(f"{stops}The two countries trade."), "The two countries") != ["KEN", "JPN"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"{LUND} came. A former Swedish ambassador spoke.", "former Swedish ambassador"),
        (f"{LUND} came. Swedish opposition leaders spoke.", "Swedish opposition leaders"),
    ],
)
def test_who_holds_no_office_any_more_or_opposes_the_state_speaks_for_nobody(
    resolve: Resolve, text: str, words: str
) -> None:
    resolved = resolve(text)
    assert [referent.actors for said, referent in resolved if said.endswith(words)] == [()]


def test_the_secretary_general_is_that_of_the_united_nations_where_they_are_named(
    resolve: Resolve,
) -> None:
    text = "Peru thanked {}. The Secretary General condemned Chile."
    assert meant(resolve(text.format("the UN")), "The Secretary General") == ["united-nations"]
    assert not meant(resolve(text.format("Kenya")), "The Secretary General")


@pytest.mark.parametrize(
    ("text", "words", "body"),
    [
        ("Kenya was angry. The foreign ministry spoke.", "The foreign ministry",
         "ken-foreign-ministry"),
        ("Kenya thanked Norway. The Defence Ministry spoke.", "The Defence Ministry",
         "ken-defence-ministry"),
        ("Kenya's trade ministry met Norway's envoy. The ministry spoke.", "The ministry",
         "ken-trade-ministry"),
        ("Kenya was angry. A foreign ministry spokesman spoke.", "A foreign ministry spokesman",
         "KEN"),
        ("Kenya was angry with Norway. The president spoke.", "The president", "KEN"),
    ],
)  # fmt: skip
def test_a_body_or_an_office_alone_is_of_the_state_spoken_of(
    resolve: Resolve, text: str, words: str, body: str
) -> None:
    assert meant(resolve(text), words) == [body]


def test_a_noun_for_a_body_takes_up_only_one_that_was_named(resolve: Resolve) -> None:
    assert meant(resolve("Kenya was angry. The ministry spoke."), "The ministry") == []


def test_who_leads_a_ministry_speaks_for_its_state(resolve: Resolve) -> None:
    resolved = resolve("Foreign Office minister Ann Reed met British Army general Tom Wood.")
    sides = {actor.represents.key for _, r in resolved for actor in r.actors if actor.represents}
    assert sides == {"country/GBR"}


@pytest.mark.parametrize(
    ("text", "words", "key"),
    [
        (
            "The General Assembly met. Syria, Iran, Chad, Togo, Mali, Peru, Cuba and Fiji spoke "
            "about the African Union. The Assembly called on them.",
            "The Assembly",
            "un-general-assembly",
        ),
        (
            "The Security Council met. The African Union objected. The Council went on.",
            "The Council",
            "un-security-council",
        ),
        (
            "The EU is worried. The High Representative condemned it.",
            "The High Representative",
            "european-union",
        ),
    ],
)
def test_a_noun_of_its_name_takes_up_an_organisation_from_afar(
    text: str, words: str, key: str, resolve: Resolve
) -> None:
    assert meant(resolve(text), words) == [key]


def test_no_other_organisation_is_meant_by_a_noun_of_a_name(resolve: Resolve) -> None:
    found = resolve("The African Union met in Togo. The Assembly called on it.")
    assert meant(found, "The Assembly") == []


@pytest.mark.parametrize(
    ("text", "words", "person"),
    [
        ("Obama urged Israel to stop.", "Obama", ["barack-obama"]),
        ("Brown urged Israel to stop.", "Brown", []),  # many bear it
        ("Obama urged Israel to stop. Auma Obama applauded.", "Obama", []),
        ("Thatcher urged Israel to stop.", "Thatcher", []),  # in office no more
    ],
)
def test_a_surname_alone_is_that_of_who_leads_a_state_that_day(
    text: str, words: str, person: list[str], resolve: Resolve
) -> None:
    assert meant(resolve(text, date(2009, 6, 1)), words) == person


def test_the_pope_speaks_for_the_holy_see_or_is_the_one_whom_the_text_names(
    resolve: Resolve,
) -> None:
    assert meant(resolve("The pope met the Kenyan president."), "The pope") == ["VAT"]
    named = resolve("Pope Francis visited Kenya. The pope met the Kenyan president.")
    assert meant(named, "The pope") == meant(named, "Pope Francis")


HOSTED = (
    "President Kari Lund of Norway and President Ama Boateng of Ghana signed an accord. "
    "President Olav Dahl of Sweden and Foreign Minister Lena Holm of Denmark watched. "
)


@pytest.mark.parametrize(
    ("sentence", "words", "who"),
    [
        ("The two leaders smiled.", "The two leaders", ["kari-lund", "ama-boateng"]),
        ("Sweden thanked the two leaders.", "the two leaders", ["kari-lund", "ama-boateng"]),
        ("Ghana thanked both leaders.", "both leaders", ["kari-lund", "olav-dahl"]),
    ],
)
def test_two_leaders_are_those_who_were_named_together(
    resolve: Resolve, sentence: str, words: str, who: list[str]
) -> None:
    assert meant(resolve(HOSTED + sentence), words) == who


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ("Norway condemned Kenya after it rejected Kenya's offer.", "it", "NOR"),
        ("Kenya asked Norway what ties it wanted with Norway.", "it", "KEN"),
        (
            "Kari Lund of Norway met Ama Boateng of Ghana when he thanked Boateng.",
            "he",
            "kari-lund",
        ),
        ("Norway condemned Kenya after it rejected Ghana's offer.", "it", "KEN"),
    ],
)
def test_a_pronoun_means_nobody_who_is_named_behind_it_in_its_clause(
    resolve: Resolve, text: str, word: str, who: str
) -> None:
    assert meant(resolve(text), word) == [who]


@pytest.mark.parametrize("both", ["The two countries' presidents", "Both countries' presidents"])
def test_the_leaders_of_two_countries_are_those_whom_the_text_names(
    resolve: Resolve, both: str
) -> None:
    text = (
        "President Kari Lund of Norway praised Ghana. President Ama Boateng of Ghana thanked "
        f"Norway. {both} met in Lima."
    )
    assert meant(resolve(text), both.replace("'", " '")) == ["kari-lund", "ama-boateng"]


@pytest.mark.parametrize(
    ("sentence", "words", "who"),
    [
        ("Kenya urged both sides to talk.", "both sides", ["CHL", "PER"]),
        ("Trade between the two countries grew.", "the two countries", ["CHL", "PER"]),
    ],
)
def test_the_two_sides_are_those_the_article_is_about(
    resolve: Resolve, sentence: str, words: str, who: list[str]
) -> None:
    text = (
        "Chile recalled its envoy to Peru. Peru rejected the charges of Chile. Peru fined Chile. "
        "Togo and Ghana stood by Chile. Observers in the capital were surprised by Peru. "
    )
    assert sorted(meant(resolve(text + sentence), words)) == who


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Chile and Peru met. Police arrested two women.", "two women"),
        ("Chile and Peru met. Togo damaged two government buildings.", "two government"),
        ("Chile and Peru met. Togo thanked the countries that helped.", "the countries"),
        ("Chile and Peru met. Togo saw the ministers concerned.", "the ministers"),
    ],
)
def test_a_noun_for_several_may_name_others(resolve: Resolve, text: str, words: str) -> None:
    assert not any(referent.actors for said, referent in resolve(text) if said == words)


def test_ministers_are_no_presidents(resolve: Resolve) -> None:
    text = "President Kari Lund of Norway and President Ama Boateng of Ghana met. "
    assert meant(resolve(text + "The foreign ministers signed."), "The foreign ministers") == []


@pytest.mark.parametrize(
    ("text", "words", "keys"),
    [
        (
            "President Kofi Mensah of Ghana spoke with President Ada Sow of Togo. "
            "The President thanked him.",
            "The President",
            ["kofi-mensah"],
        ),
        (
            "President Kofi Mensah of Ghana spoke with President Ada Sow of Togo. "
            "The President thanked him.",
            "him",
            ["ada-sow"],
        ),
        (
            "King Karim of Jordan saw President Ada Sow of Togo. "
            "His Majesty the King praised Chile.",
            "His Majesty the King",
            ["karim"],
        ),
        (
            "EU foreign ministers met in Oslo. The ministers warned Chad.",
            "The ministers",
            ["european-union"],
        ),
        (
            "The Presidents of Kenya and Uganda met. The Heads of State went home.",
            "The Heads of State",
            ["KEN", "UGA"],
        ),
        (
            "Kenya and Uganda held talks. The transport ministers of the two countries met.",
            "The transport ministers of the two countries",
            ["KEN", "UGA"],
        ),
        (
            "The AU chairman, Malian President Ali Keita, went to Chad. The chairman spoke.",
            "The chairman",
            ["ali-keita"],
        ),
    ],
)
def test_an_office_alone_takes_up_who_holds_it(
    text: str, words: str, keys: list[str], resolve: Resolve
) -> None:
    assert sorted(meant(resolve(text), words)) == keys


def test_a_president_is_no_king(resolve: Resolve) -> None:
    told = resolve("King Karim of Jordan came. The president slept.")
    assert meant(told, "The president") != ["karim"]


def test_a_band_goes_by_its_short_name_as_well(resolve: Resolve) -> None:
    told = resolve(
        "The rebel Movement for Bread in Chad (MBC) took a town. Chad accused the MBC. "
        "Sudan met the XLF rebels. The XLF agreed."
    )
    assert meant(told, "MBC") == ["movement-for-bread-in-chad"]
    assert meant(told, "XLF") == ["xlf"]


def test_a_guard_is_that_of_the_state_the_text_is_on(resolve: Resolve) -> None:
    told = resolve("Chad is in crisis. The presidential guard detained a minister.")
    assert meant(told, "The presidential guard") == ["tcd-presidential-guard"]


@pytest.mark.parametrize(
    ("text", "words", "keys"),
    [
        ("Greece sent a note to Turkey. Turkey blamed its neighbour.", "its neighbour", ["GRC"]),
        (
            "Greece sent a note to Turkey. Turkey blamed its western neighbour.",
            "its western neighbour",
            ["GRC"],
        ),
        (
            "Kenya, Ghana and Togo sent a note to Chad. Kenya, Ghana and Togo warned their "
            "neighbour.",
            "their neighbour",
            ["TCD"],
        ),
        ("The African Union met. The 55-nation bloc warned Chad.", "The 55 - nation bloc", None),
        (
            "Kenya, Ghana and Togo cut ties with Chad. The Kenyan-led bloc closed its ports.",
            "The Kenyan - led bloc",
            ["KEN", "GHA", "TGO"],
        ),
    ],
)
def test_a_neighbour_or_a_bloc_takes_up_whom_the_text_is_on(
    text: str, words: str, keys: list[str] | None, resolve: Resolve
) -> None:
    assert meant(resolve(text), words) == (keys or ["african-union"])


def test_a_neighbour_who_is_named_is_no_other(resolve: Resolve) -> None:
    told = resolve("Kenya sent a note to Chad. Kenya warned its neighbour, Somalia, as well.")
    assert ["SOM"] in [[a.key.partition("/")[2] for a in r.actors] for _, r in told]


def test_the_minister_of_a_state_is_the_one_who_was_named(resolve: Resolve) -> None:
    told = resolve(
        "Kari Lund, Minister of Foreign Affairs of Norway, came. The Norwegian minister smiled."
    )
    assert meant(told, "The Norwegian minister") == ["kari-lund"]


def test_a_minister_of_another_portfolio_is_somebody_else(resolve: Resolve) -> None:
    told = resolve("Norway's defence minister Olav Dahl came. Norway's trade minister smiled.")
    assert meant(told, "Norway 's trade minister") == ["NOR"]


def test_the_two_sides_may_be_that_of_who_speaks_and_another(resolve: Resolve) -> None:
    told = resolve(
        "Norwegian Foreign Minister Kari Lund met Swedish Foreign Minister Lena Holm in Oslo. "
        "Lund said the two governments would talk."
    )
    assert meant(told, "the two governments") == ["NOR", "SWE"]


CHAIRED = (
    "The Co-Chairs of the Panel (Ann Holm of Norway, Jean Petit of France and Kofi Dogbe of Togo) "
    "met Foreign Minister Lena Lund of Sweden. "
)


def test_those_in_brackets_hold_the_office_before_them(resolve: Resolve) -> None:
    told = resolve(CHAIRED + "The Co-Chairs thanked Chad.")
    assert meant(told, "The Co-Chairs") == ["ann-holm", "jean-petit", "kofi-dogbe"]


def test_who_co_chairs_something_is_no_office(resolve: Resolve) -> None:
    told = resolve("Norway co-chairs the committee with Chad.")
    assert "co-chairs" not in [words for words, _ in told]


@pytest.mark.parametrize(
    "head",
    [
        "UN High Commissioner for Refugees Kari Lund",
        "The UN High Commissioner for Refugees, Kari Lund,",
    ],
)
def test_an_organisation_that_is_called_by_its_head_is_who_that_is(
    head: str, resolve: Resolve
) -> None:
    told = resolve(f"{head} visited Chad. The High Commissioner thanked Togo.")
    assert told[0][1].actors[0].key == "person/kari-lund"
    assert meant(told, "The High Commissioner") == ["kari-lund"]


def test_the_delegation_is_those_who_led_it_under_long_titles(resolve: Resolve) -> None:
    told = resolve(
        "A U.S. delegation led by National Security Council Indo-Pacific Coordinator Ann Holm and "
        "Ambassador Kofi Dogbe visited Chad. The delegation met the press."
    )
    assert meant(told, "The delegation") == ["ann-holm", "kofi-dogbe"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Togo will be represented by Ann Holm.", "Ann Holm"),
        ("Minister Lund signed for Chad, Ann Holm for Togo.", "Ann Holm for Togo"),
    ],
)
def test_who_stands_for_a_state_is_of_it(text: str, words: str, resolve: Resolve) -> None:
    (side,) = (r.actors[0].represents for said, r in resolve(text) if said == words)
    assert side is not None
    assert side.key == "country/TGO"


def test_a_name_before_for_is_of_no_state_where_nobody_signs(resolve: Resolve) -> None:
    told = resolve("Kari Lund left for Chad, Ann Holm for Togo.")
    assert "Ann Holm for Togo" not in [words for words, _ in told]


@pytest.mark.parametrize(
    ("text", "words", "body"),
    [
        ("Peru expelled two Chilean envoys, the foreign ministry said.", "foreign ministry", "per"),
        ("Pakistan waited. The Foreign Office said so.", "Foreign Office", "pak"),
    ],
)
def test_a_ministry_that_speaks_is_of_the_state_that_acts(
    text: str, words: str, body: str, resolve: Resolve
) -> None:
    (found,) = {a.key for said, r in resolve(text) if said.endswith(words) for a in r.actors}
    assert found.startswith(f"body/{body}-")


@pytest.mark.parametrize(
    ("text", "army"),
    [
        ("Kenya closed the border. The army shelled a village.", ["ken-army"]),
        ("Fighting in Chad and Kenya went on. The army shelled a village.", []),
        ("People left Kenya for Chad. It rained. The army shelled a village.", []),
    ],
)
def test_an_army_alone_is_of_the_state_with_which_the_sentence_before_began(
    text: str, army: list[str], resolve: Resolve
) -> None:
    assert meant(resolve(text), "The army") == army


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Kenyan president asked Norway for help. President Abel Kamau said so.", "abel-kamau"),
        ("Kenya's president left. President Abel Kamau of Kenya said so.", "abel-kamau"),
        ("The Kenyan president left. President Abel Kamau of Togo said so.", "KEN"),
    ],
)
def test_who_holds_an_office_may_be_named_after_it(reader: Reader, text: str, who: str) -> None:
    ready = reader.preparer.prepare(Article(id="of a test", text=text, published=DAY))
    first = next(n for p in ready.paragraphs for n in p.named if n.mention.office)
    assert [actor.key.partition("/")[2] for actor in first.actors] == [who]


def test_the_only_one_who_is_called_so_holds_an_office_beside_others(reader: Reader) -> None:
    text = (
        "The Secretary General of NATO, Jens Lund, was there, as was the Head of the NATO Office,"
        " Ann Berg. Kenya thanked NATO's Secretary General."
    )
    ready = reader.preparer.prepare(Article(id="of a test", text=text, published=DAY))
    last = [n for p in ready.paragraphs for n in p.named][-1]
    assert [actor.label for actor in last.actors] == ["Jens Lund"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway told Kenya and Togo that it will expel their diplomats.", ["KEN", "TGO"]),
        ("Kenya and Togo recalled their ambassadors.", ["KEN", "TGO"]),
    ],
)
def test_the_envoys_of_several_are_of_those_who_were_named_last(
    resolve: Resolve, text: str, expected: list[str]
) -> None:
    words = "their diplomats" if "diplomats" in text else "their ambassadors"
    assert meant(resolve(text), words) == expected


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Kenya held elections. President Obama visited the country.", "KEN"),
        ("President Obama met Kenya's Ann Mwangi. He thanked the country.", "KEN"),
        ("Kenya and Norway met. Togo attacked the country.", ""),
    ],
)
def test_who_does_something_to_a_country_does_it_to_another(
    resolve: Resolve, text: str, who: str
) -> None:
    assert meant(resolve(text), "the country") == ([who] if who else [])


@pytest.mark.parametrize(
    ("text", "pronoun", "whom"),
    [
        ("Oduya met Sang. In his speech, President Ole Berg spoke.", "his", "Ole Berg"),
        ("Oduya met Sang. Showing her support, Minister Ida Berg spoke.", "her", "Ida Berg"),
    ],
)
def test_a_pronoun_means_who_is_named_behind_what_begins_the_sentence(
    resolve: Resolve, text: str, pronoun: str, whom: str
) -> None:
    found = [referent.actors for words, referent in resolve(text) if words == pronoun]
    assert [[actor.label for actor in actors] for actors in found] == [[whom]]
