"""Who speaks in a speech: "I" is the speaker, "we" the state for which the speaker speaks."""

import pytest

from tests.ingest.outline import Read, Resolve, lines, meant

VISITED = "I visited Ghana on Monday."


@pytest.mark.parametrize(
    "title",
    [
        "Remarks by Norwegian Foreign Minister Kari Lund",
        "Speech of Norwegian Foreign Minister Kari Lund at the Oslo Forum",
        "Norwegian Foreign Minister Kari Lund's speech in Oslo",
        "Statement by the Foreign Minister of Norway, Kari Lund",
    ],
)
def test_the_title_of_a_speech_names_the_speaker(title: str, read: Read) -> None:
    assert lines(read(VISITED, title=title)) == ["Visit kari-lund > GHA"]


def test_the_first_lines_of_a_speech_name_the_speaker(read: Read) -> None:
    text = f"Speech by Norwegian Foreign Minister Kari Lund.\n\nThank you all.\n\n{VISITED}"
    assert lines(read(text)) == ["Visit kari-lund > GHA"]


VISITING = "I have just been to Fiji. In Suva, I thanked Vanuatu. I am glad that I went."


def test_who_begins_the_headline_of_a_text_that_says_i_is_its_speaker(read: Read) -> None:
    title = "Foreign Minister of Norway Kari Lund concludes Pacific tour"
    for headline, who in ((title, "kari-lund"), ("Payne Concludes Pacific Tour", "marise-payne")):
        told = [f"Support {who} > VUT", f"Visit {who} > FJI"]
        assert lines(read(VISITING, title=headline)) == told


@pytest.mark.parametrize("title", ["Dawn Of A New Era", "Concluding A Pacific Tour", "On the road"])
def test_a_headline_that_begins_with_nobody_known_has_no_speaker(title: str, read: Read) -> None:
    assert lines(read(VISITING, title=title)) == []


def test_who_says_i_in_quotations_alone_is_no_speaker(read: Read) -> None:
    text = "“I have thanked Vanuatu. I thanked Fiji. I am glad,” an officer told reporters."
    title = "Foreign Minister of Norway Kari Lund concludes Pacific tour"
    assert not any("kari-lund" in line for line in lines(read(text, title=title)))


def test_we_is_the_state_of_the_speaker(read: Read) -> None:
    title = "Remarks by Norwegian Foreign Minister Kari Lund"
    assert lines(read("We condemn Belarus.", title=title)) == ["Accusation NOR > BLR"]


@pytest.mark.parametrize("title", ["", "A statement of regret", "Speech day at school"])
def test_without_a_speaker_nobody_is_meant(title: str, read: Read) -> None:
    assert lines(read(VISITED, title=title)) == []
    assert lines(read("We condemn Belarus.", title=title)) == []


@pytest.mark.parametrize(
    "line",
    [
        "Kari Lund, Foreign Minister of Norway",
        "MEDIA RELEASE FOREIGN MINISTER OF NORWAY KARI LUND FA90 19 June 2002",
        "STATEMENT BY THE NORWEGIAN FOREIGN MINISTER, KARI LUND",
        "Kari Lund – Foreign Minister of Norway",
        "Op-ed by Kari Lund, Foreign Minister of Norway",
    ],
)
def test_a_line_of_its_own_names_who_speaks(line: str, read: Read) -> None:
    assert "Visit kari-lund > GHA" in lines(read(f"Trip\n\n{line}\n\n{VISITED}"))


def test_the_line_that_names_who_speaks_may_be_the_title(read: Read) -> None:
    title = "By Kari Lund, Foreign Minister of Norway"
    assert lines(read(VISITED, title=title)) == ["Visit kari-lund > GHA"]


@pytest.mark.parametrize("place", ["In Accra", "In New York", "On Monday in Accra,"])
def test_i_behind_a_place_is_who_speaks(place: str, read: Read) -> None:
    title = "Remarks by Norwegian Foreign Minister Kari Lund"
    found = lines(read(f"{place} I met Foreign Minister Anna Holm of Sweden.", title=title))
    assert found == ["Meeting anna-holm, kari-lund"]


def test_the_first_of_a_name_is_not_who_speaks(resolve: Resolve) -> None:
    assert "I" not in [said for said, _ in resolve("King Juan Carlos I of Spain visited Peru.")]


def test_our_two_countries_are_that_of_the_speaker_and_the_one_spoken_of(read: Read) -> None:
    title = "Remarks by Norwegian Foreign Minister Kari Lund"
    text = "Peru and Chile trade fish. I visited Ghana. Our two countries signed a treaty in Accra."
    assert "Signing GHA, NOR" in lines(read(text, title=title))


def test_a_dash_may_stand_between_the_name_and_the_office_of_who_writes(read: Read) -> None:
    text = (
        "Kari Lund – Minister for Foreign Affairs of Norway\n\nA week in the Horn\n\n"
        "On Monday I met Prime Minister Abiy Ahmed of Ethiopia."
    )
    (event,) = read(text)
    assert {p.actor.label for p in event.participations} == {"Kari Lund", "Abiy Ahmed"}


def test_the_name_of_who_briefs_may_stand_alone_behind_the_office(read: Read) -> None:
    title = "Briefing of the Special Envoy of the UN Secretary-General for Chad to the Council"
    text = f"{title}\n\nKari Lund, 9 January 2019\n\nLast week I met President Ali Sy of Togo."
    (event,) = read(text, title=title)
    assert {p.actor.label for p in event.participations} == {"Kari Lund", "Ali Sy"}


def test_a_headline_with_a_person_names_no_speaker(read: Read) -> None:
    line = "Norwegian Foreign Minister Kari Lund warns of war"
    assert lines(read(f"{line}\n\n{VISITED}")) == []


@pytest.mark.parametrize(
    "title",
    [
        "Statement by the President of Norway at the General Debate of the United Nations",
        "Remarks by the Ambassador of Norway to the United Nations on Haiti",
        "Statement by the Delegation of Norway",
        "Norway's Statement at the UN Security Council Open Debate",
        "Norwegian statement on Haiti",
        "Press release: statement by Norway",
    ],
)
def test_an_office_or_a_state_speaks_in_a_speech(title: str, read: Read) -> None:
    text = "I thank Ghana for its help. We condemn Belarus."
    assert lines(read(text, title=title)) == ["Accusation NOR > BLR", "Support NOR > GHA"]


def test_where_a_statement_is_made_makes_it_no_joint_one(read: Read) -> None:
    title = "Statement by the President of Norway at the General Debate of the African Union"
    assert lines(read("We met in peace.", title=title)) == []


@pytest.mark.parametrize(
    "title",
    ["A statement in Norway's interest", "Norway: no statement yet", "Statement by Ann Norwegian"],
)
def test_other_words_with_a_statement_name_no_speaker(title: str, read: Read) -> None:
    assert lines(read("We condemn Belarus.", title=title)) == []


def test_the_state_that_is_asked_answers_through_its_spokesperson(read: Read) -> None:
    text = (
        "Foreign Ministry Spokesperson Liv Dahl's Regular Press Conference\n\n"
        "Q: Togo closed its border on Monday. What is Norway's comment?\n\n"
        "A: We condemn Togo."
    )
    assert "Accusation NOR > TGO" in lines(read(text))


@pytest.mark.parametrize(
    "words", ["My country", "My delegation", "Our Government", "My own country", "Our people"]
)
def test_the_country_of_the_speaker_is_the_state(words: str, read: Read) -> None:
    title = "Remarks by Norwegian Foreign Minister Kari Lund"
    assert lines(read(f"{words} thanked Ghana.", title=title)) == ["Support NOR > GHA"]


def test_my_country_in_a_quotation_is_that_of_who_says_so(read: Read) -> None:
    text = '"My country condemns Belarus," said Norwegian Foreign Minister Kari Lund.'
    assert lines(read(text)) == ["Accusation kari-lund > BLR"]


@pytest.mark.parametrize(
    "words",
    [
        "I wish to thank Ghana for its help.",
        "My delegation wishes to thank Ghana for its help.",
        "Permit me to congratulate Ghana on its elections.",
        "I take this opportunity to thank Ghana.",
        "Our sincere thanks go to Ghana.",
        "Our hearts go out to the people of Ghana.",
    ],
)
def test_thanks_are_given_by_saying_that_one_wishes_to(words: str, read: Read) -> None:
    title = "Remarks by the Ambassador of Norway"
    assert lines(read(words, title=title)) == ["Support NOR > GHA"]


def test_an_office_alone_is_that_of_the_speakers_state(read: Read) -> None:
    text = "Last week the Foreign Minister visited Ghana."
    assert lines(read(text, title="Statement by the Ambassador of Norway")) == ["Visit NOR > GHA"]


def test_a_state_speaks_through_somebody_of_whom_only_the_name_is_told(read: Read) -> None:
    title = "Norwegian statement at the Human Rights Council delivered by Rita Berg"
    assert lines(read("We condemn Belarus.", title=title)) == ["Accusation NOR > BLR"]


@pytest.mark.parametrize(
    "head",
    [
        "MEDIA RELEASE\nMINISTER FOR FOREIGN AFFAIRS OF NORWAY\nKARI LUND\n\nFA12 7 December 2001",
        "PRESS STATEMENT\n\nKari Lund\nForeign Minister of Norway",
        "Speech 12/2001\n\nThe Hon. Kari Lund\n\nMinister of Foreign Affairs of Norway",
    ],
)
def test_a_letterhead_names_the_office_in_one_line_and_the_name_in_another(
    head: str, read: Read
) -> None:
    assert "Visit kari-lund > GHA" in lines(read(f"{head}\n\nTRIP TO GHANA\n\n{VISITED}"))


def test_who_signs_a_text_says_i_in_it(read: Read) -> None:
    signed = f"{VISITED} I thank Ghana.\n\nKari Lund\nForeign Minister of Norway"
    assert "Support kari-lund > GHA" in lines(read(f"A letter\n\n{signed}"))


def test_the_office_and_the_name_before_a_colon_are_who_speaks(read: Read) -> None:
    title = "Foreign Minister of Norway, Senator Kari Lund: Doorstop in Accra"
    assert lines(read(VISITED, title=title)) == ["Visit kari-lund > GHA"]


def test_a_sentence_on_the_statement_of_another_names_no_speaker(read: Read) -> None:
    text = "The Ministry took note of the statement of Foreign Minister Kari Lund of Norway.\n\n"
    told = lines(read(f"{text}We condemn Belarus.", title="Ministry of Trade, Accra: Note"))
    assert "Accusation GHA > BLR" in told


def test_the_occasion_of_remarks_is_not_who_makes_them(read: Read) -> None:
    title = "African Union: Chairperson's remarks at the signing of the Grain Initiative"
    assert lines(read("I thank Ghana.", title=title)) == ["Support african-union > GHA"]


def test_nobody_is_meant_by_i_where_no_one_speaks(read: Read) -> None:
    text = "Foreign Minister Kari Lund of Norway came home. I visited Ghana on Monday."
    assert lines(read(text)) == []


def test_the_first_of_a_name_is_nobody_who_speaks(read: Read) -> None:
    title = "Remarks by Norwegian Foreign Minister Kari Lund"
    told = lines(read("King Karl Olav I thanked Ghana.", title=title))
    assert told == ["Support karl-olav > GHA"]


def test_a_president_without_a_name_is_that_of_the_speakers_state(read: Read) -> None:
    text = "The President thanks King Karim of Jordan for his help."
    title = "Statement from National Security Advisor Jon Berg of Norway"
    assert lines(read(text, title=title)) == ["Support NOR > karim"]


def test_a_quotation_may_go_on_behind_its_paragraph(resolve: Resolve) -> None:
    told = resolve("Kari Lund, the Norwegian foreign minister, said: “I thank Ghana.")
    assert meant(told, "I") == ["kari-lund"]


@pytest.mark.parametrize(
    "title",
    [
        "Chad: Statement by the High Representative on behalf of the EU on the law",
        "Statement by the Ambassador of Norway on behalf of the EU",
    ],
)
def test_those_on_whose_behalf_a_statement_is_made_are_we(title: str, read: Read) -> None:
    assert lines(read("We condemn Belarus.", title=title)) == ["Accusation european-union > BLR"]


def test_the_minister_who_says_something_is_the_one_whose_statement_it_is(
    read: Read,
) -> None:
    title = "Statement from Foreign Minister Kari Lund of Norway"
    text = "Foreign Minister Ada Sow of Togo came. The Minister said that she visited Chad."
    assert "Visit kari-lund > TCD" in lines(read(text, title=title))
