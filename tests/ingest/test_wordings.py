"""One deed in many words: idioms, asides, days and quotation marks between who and what."""

import pytest

from tests.ingest.outline import Read, lines, names

TALKS = [
    (
        "Kenyan Foreign Minister Peter Okello had a friendly conversation with the Norwegian "
        "ambassador.",
        ["Meeting NOR, peter-okello"],
    ),
    (
        "Norwegian Foreign Minister Kari Nordmann will on Friday meet Kenyan President Peter "
        "Okello.",
        ["planned Meeting kari-nordmann, peter-okello"],
    ),
    (
        "Trade was the subject of a phone conversation that Norwegian Foreign Minister Kari "
        "Nordmann had with Peter Okello, the Kenyan President.",
        ["Call kari-nordmann, peter-okello"],
    ),
    (
        "The foreign ministries of Norway and Kenya held consultations in video conference format.",
        ["Call KEN, NOR"],
    ),
    (
        "Norwegian Foreign Minister Kari Nordmann, who is in Kenya on a working visit, praised "
        "the food.",
        ["Visit kari-nordmann > KEN"],
    ),
    (
        "Norwegian Foreign Minister Kari Nordmann, who was on a four-day visit to Kenya, met "
        "Kenyan President Peter Okello.",
        ["Meeting kari-nordmann, peter-okello", "Visit kari-nordmann > KEN"],
    ),
    (
        "Norwegian Foreign Minister Kari Nordmann has already been to Kenya.",
        ["Visit kari-nordmann > KEN"],
    ),
    (
        "The trip will take Norwegian Foreign Minister Kari Nordmann to Kenya.",
        ["planned Visit kari-nordmann > KEN"],
    ),
    (
        "On Friday, Norway and Kenya signed in Oslo a joint communique on fisheries.",
        ["Signing KEN, NOR"],
    ),
    (
        "Norwegian Foreign Minister Kari Nordmann put her name to a treaty with Kenya.",
        ["Signing KEN, kari-nordmann"],
    ),
    ("OSLO, May 20 (NTB) -- Norway and Kenya held talks.", ["Meeting KEN, NOR"]),
    (
        "The Foreign Minister (FM) of Kenya Peter Okello met Norwegian President Kari Nordmann.",
        ["Meeting kari-nordmann, peter-okello"],
    ),
    ("Norway's president visited Kenya Nov. 5 for a day.", ["Visit NOR > KEN"]),
    (
        "Norwegian Foreign Minister Kari Nordmann will be in Kenya on Monday on a state visit.",
        ["planned Visit kari-nordmann > KEN"],
    ),
    (
        "Norwegian Foreign Minister Kari Nordmann called on Kenyan President Peter Okello.",
        ["Meeting kari-nordmann, peter-okello"],
    ),
    (
        "Norwegian Foreign Minister Kari Nordmann met the speaker of Kenya's parliament, Peter "
        "Okello.",
        ["Meeting kari-nordmann, peter-okello"],
    ),
    (
        "Norwegian Foreign Minister Kari Nordmann met the Chairperson of the African Union (AU) "
        "Commission, Peter Okello.",
        ["Meeting kari-nordmann, peter-okello"],
    ),
    (
        "Norwegian Foreign Minister Kari Nordmann met Kenyan Minister of Rural Roads and "
        "International Trade Peter Okello.",
        ["Meeting kari-nordmann, peter-okello"],
    ),
    (
        "Norwegian Foreign Minister Kari Nordmann spoke today with Kenyan President Peter Okello "
        "to follow up on trade.",
        ["Call kari-nordmann, peter-okello"],
    ),
    (
        "Kenyan President Peter Okello said he and the Norwegian foreign minister, Kari Nordmann, "
        "had met.",
        ["Meeting kari-nordmann, peter-okello"],
    ),
    ("Officials said Norway and Kenya had agreed on a truce.", ["Agreement KEN, NOR"]),
    (
        "At the invitation of Norwegian President Kari Nordmann, President Peter Okello of Kenya "
        "and President Paul Mwangi of Uganda visited Norway.",
        ["Visit paul-mwangi, peter-okello > NOR"],
    ),
    (
        "Norwegian Foreign Minister Kari Nordmann is due in Nairobi on Friday for a day.",
        ["planned Visit kari-nordmann > KEN"],
    ),
    (
        "Norwegian Foreign Minister Kari Nordmann met Peter Okello, deputy chairman of the "
        "National Assembly of Kenya.",
        ["Meeting kari-nordmann, peter-okello"],
    ),
    (
        "Norwegian Foreign Minister Kari Nordmann will engage in meetings with Kenyan President "
        "Peter Okello and Ugandan President Paul Mwangi.",
        [
            "planned Meeting kari-nordmann, paul-mwangi",
            "planned Meeting kari-nordmann, peter-okello",
        ],
    ),
]
PAPERS = [
    ("Kenya and South Sudan signed a ceasefire.", "Signing KEN, SSD", "ceasefire"),
    (
        "A cease-fire agreement was signed by the government of Kenya and the rebels.",
        "Signing KEN",
        "cease-fire agreement",
    ),
    (
        "The government of Kenya and the rebels signed a peace accord.",
        "Signing KEN",
        "peace accord",
    ),
    (
        "The two countries, Kenya and Norway, signed a pact on trade.",
        "Signing KEN, NOR",
        "pact on trade",
    ),
    (
        "In a joint statement, the presidents of Kenya and Norway called for peace.",
        "Signing KEN, NOR",
        "joint statement",
    ),
    (
        'The General Assembly adopted a resolution entitled "Strengthening regional trade".',
        "Signing un-general-assembly",
        "Strengthening regional trade",
    ),
]
WORDS = [
    ("Kenya stood accused by Norway of spying.", ["Accusation NOR > KEN"]),
    (
        'Norwegian President Kari Nordmann has been called a "liar" by Peter Okello, Kenya\'s '
        "president.",
        ["Accusation peter-okello > kari-nordmann"],
    ),
    ('Norway called the Kenyan government a "dictatorship".', ["Accusation NOR > KEN"]),
    ("Norway voiced concern over irregularities in Kenya's election.", ["Accusation NOR > KEN"]),
    (
        "Norway protested against what it called an incursion of Kenyan troops.",
        ["Accusation NOR > KEN"],
    ),
    (
        "Norway's foreign ministry attacked Kenyan President Peter Okello.",
        ["Accusation nor-foreign-ministry > peter-okello"],
    ),
    ("Norway held Kenya accountable for the attack.", ["Accusation NOR > KEN"]),
    ("Norway complained to Kenya over the release of water.", ["Accusation NOR > KEN"]),
    ("Norway summoned Kenya's envoy to protest the arrests.", ["RelationsDowngrade NOR > KEN"]),
    ("Norway condemned the invasion of Kenya.", []),
    (
        "A resolution of the Security Council asked Kenya to end its ban on flights.",
        ["Request un-security-council > KEN"],
    ),
    ("The EU expects Kenya to release the crews.", ["Request european-union > KEN"]),
    (
        "Norway supports what the government of Kenya is doing to preserve peace.",
        ["Support NOR > KEN"],
    ),
    ("The leaders of the African Union stand behind Kenya.", ["Support african-union > KEN"]),
    ("Norway sent a congratulatory letter to Kenya's president.", ["Support NOR > KEN"]),
    (
        "The African Union suspended Kenya because of the coup.",
        ["Sanction african-union > KEN"],
    ),
    ("Norway applied tariffs on steel brought in from Kenya.", ["Sanction NOR > KEN"]),
    ("Norway gave Kenya crucial military support.", ["Aid NOR > KEN"]),
    ("Norway provided Kenya with missiles.", ["Aid NOR > KEN"]),
    ("Norway used force against Kenya.", ["Force NOR > KEN"]),
    ("Norway and Kenya exchanged fire.", ["Force NOR > KEN"]),
    (
        "Norway expelled a Kenyan diplomat accused of spying on a lawmaker.",
        ["RelationsDowngrade NOR > KEN"],
    ),
    (
        "Norway vetoed a Security Council resolution on Kenya.",
        ["Rejection NOR > un-security-council"],
    ),
    (
        "Norway has vetoed a UN Security Council vote demanding Kenya cease its assault on Uganda.",
        ["Rejection NOR > un-security-council"],
    ),
    ("The armed forces of Norway strike warehouses in Mombasa.", ["Force nor-armed-forces > KEN"]),
    ("A hospital in Kenya was hit by Norwegian airstrikes.", ["Force NOR > KEN"]),
    ("Ten people died in a school in Kenya hit by Norwegian shells.", ["Force NOR > KEN"]),
    (
        "Kari Nordmann, Norway's president, reiterated Norway support for Kenya.",
        ["Support kari-nordmann > KEN"],
    ),
    (
        "Norwegian Foreign Minister Kari Nordmann underscored Norway's strong support for Kenya.",
        ["Support kari-nordmann > KEN"],
    ),
    (
        "Norway threatened to close the strait if Kenya imposes sanctions.",
        ["Threat NOR > KEN"],
    ),
    (
        "The reconciliation of Kenya and Uganda was brokered by Norway.",
        ["Mediation NOR > KEN, UGA"],
    ),
]


@pytest.mark.parametrize(("text", "told"), TALKS)
def test_who_met_or_travelled(text: str, told: list[str], read: Read) -> None:
    assert lines(read(text)) == told


@pytest.mark.parametrize(("text", "told"), WORDS)
def test_who_did_what_to_whom(text: str, told: list[str], read: Read) -> None:
    assert lines(read(text)) == told


@pytest.mark.parametrize(("text", "told", "title"), PAPERS)
def test_who_made_which_document(text: str, told: str, title: str, read: Read) -> None:
    (event,) = (event for event in read(text) if event.kind == "Signing")
    assert lines([event]) == [told]
    assert [document.title for document in event.documents] == [title]


def test_a_joint_statement_needs_more_than_one_side(read: Read) -> None:
    assert lines(read("In a joint statement, Kenya called for peace.")) == []


def test_a_broken_truce_is_no_document(read: Read) -> None:
    text = "Kenya accused South Sudan of breaking the truce."
    assert [event.documents for event in read(text)] == [()]


def test_a_minister_is_taken_up_by_part_of_the_title(read: Read) -> None:
    text = (
        "Norwegian Secretary of State Kari Nordmann met Kenyan President Peter Okello. The "
        "Secretary thanked Uganda."
    )
    assert "Support kari-nordmann > UGA" in lines(read(text))


def test_a_summons_is_where_the_envoy_is_summoned(read: Read) -> None:
    (event,) = read("Norway summoned the Kenyan ambassador to protest violence in Kampala.")
    assert event.place is not None
    assert event.place.label == "Norway"


def test_who_only_speaks_of_a_veto_is_not_rejected(read: Read) -> None:
    text = "Norway vetoed a resolution, and Kenya condemned the veto."
    assert lines(read(text)) == ["Accusation KEN > NOR"]


def test_an_undated_agreement_of_others_is_not_made_at_the_dateline(read: Read) -> None:
    text = "OSLO (NTB) — Kenya and Uganda have agreed on trade."
    (event,) = read(text)
    assert event.place is None


def test_a_remark_on_a_meeting_does_not_date_it(read: Read) -> None:
    (event,) = read("The meeting of Norway and Kenya comes at a time of crisis.")
    assert event.date is None


def test_a_sentence_whose_full_stop_is_missing_is_read(read: Read) -> None:
    text = "Norway has signed a treaty on fisheries with Kenya, the foreign ministry in Oslo said"
    assert lines(read(text)) == ["Signing KEN, NOR"]


def test_a_release_speaks_of_the_prime_minister_of_its_own_state(read: Read) -> None:
    text = (
        "A Downing Street spokesperson said:\n\nThe Prime Minister spoke by telephone with US "
        "President Donald Trump this evening. The Prime Minister congratulated the President on "
        "the return of three citizens."
    )
    assert lines(read(text)) == ["Call GBR, donald-trump", "Support GBR > donald-trump"]


def test_what_is_talked_of_and_where_takes_no_part(read: Read) -> None:
    text = (
        "Norwegian Foreign Minister Kari Nordmann met Peruvian Foreign Minister Ana Quispe in "
        "Baku. They discussed Uganda. The two sides agreed to train teachers."
    )
    told = [names(event.actors()) for event in read(text) if event.kind != "Meeting"]
    assert told == ["ana-quispe, kari-nordmann"] or told == ["NOR, PER"]


def test_what_is_said_at_talks_is_said_on_their_day(read: Read) -> None:
    text = (
        "Norwegian Foreign Minister Kari Nordmann met Kenyan President Peter Okello in Nairobi on "
        "Monday. Kari Nordmann thanked Peter Okello for the aid."
    )
    thanks = next(event for event in read(text) if event.kind == "Support")
    assert thanks.date == "2020-05-18"
    assert thanks.place is not None
    assert thanks.place.label == "Nairobi"


def test_who_calls_for_something_beside_talks_does_not_telephone(read: Read) -> None:
    told = read("Peter Okello, the Kenyan President, will meet Norway as he calls for peace.")
    assert lines(told) == ["planned Meeting NOR, peter-okello"]


def test_forces_act_for_who_owns_them(read: Read) -> None:
    told = read("Norway says that its air defence shot down two Kenyan drones.")
    assert lines(told) == ["Force NOR > KEN"]


def test_a_lone_attacker_acts_for_no_state(read: Read) -> None:
    assert lines(read("A Kenyan suicide bomber attacked a Norwegian convoy.")) == []
    assert lines(read("Kenyan militants attacked a Norwegian convoy.")) == [
        "Force kenyan-militants > NOR"
    ]
    told = read("A Norwegian soldier was killed in fighting in Kenya.")
    assert lines(told) == []


def test_what_came_before_talks_has_its_own_day_and_place(read: Read) -> None:
    told = read(
        "Kenyan President Peter Okello met Norwegian Foreign Minister Kari Nordmann in Oslo after "
        "meeting Lomé's Foreign Minister on Monday.",
    )
    assert [(e.place and e.place.label, e.date) for e in told] == [
        ("Oslo", None),
        (None, "2020-05-18"),
    ]


def test_whom_a_bomb_is_meant_for_does_not_kill(read: Read) -> None:
    assert lines(read("A car bomb targeting Norwegian troops killed five people in Kenya.")) == []


def test_who_becomes_the_first_to_do_it_has_done_it_no_sooner(read: Read) -> None:
    told = read(
        "Kenyan President Peter Okello said that he will visit Norway becoming the first Kenyan "
        "president to visit Norway."
    )
    assert lines(told) == ["planned Visit peter-okello > NOR"]


def test_what_a_court_dismisses_at_home_is_no_rejection(read: Read) -> None:
    at_home = "The Constitutional Court of Kenya rejected an appeal by candidate Peter Okello."
    assert lines(read(at_home)) == []
    abroad = "The Constitutional Court of Kenya rejected an appeal by Norway."
    assert lines(read(abroad)) == ["Rejection ken-constitutional-court > NOR"]


def test_whose_strike_it_is_says_not_where(read: Read) -> None:
    (event,) = read("Two Hezbollah fighters were killed in a U.S. drone strike in the south.")
    assert event.place is None


def test_concern_voiced_beside_a_call_to_stop_is_voiced(read: Read) -> None:
    told = read("Norway calls on Kenya to stop its raids, expressing concern about Kenya's plans.")
    assert lines(told) == ["Accusation NOR > KEN", "Request NOR > KEN"]


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("Norwegian instructors are to train Kenyan special forces.", ["planned Aid NOR > KEN"]),
        ("Norway is to visit.", []),
        ("Norway is to blame for the violence, Kenya said.", ["Accusation KEN > NOR"]),
        ("Norway has betrayed its friends, Kenya said.", ["Accusation KEN > NOR"]),
        ("Norway hopes to double its exports, Kenya said.", []),
        ("Norway was quick to condemn Kenya.", ["Accusation NOR > KEN"]),
        ("A consignment of Kenyan wheat was airlifted to Norway.", ["Aid KEN > NOR"]),
        ("Kenya backed the Norwegian plan for a patrol mission.", ["Support KEN > NOR"]),
        ("Kenya and Norway boosted their trade to a record level.", []),
    ],
)
def test_plain_wordings_and_what_is_like_them(read: Read, sentence: str, events: list[str]) -> None:
    assert lines(read(sentence)) == events


def test_a_source_without_a_name_did_not_take_part_in_talks(read: Read) -> None:
    said = '"It was good," a British diplomat said after a meeting with {}.'
    assert not list(read(said.format("Iranian Foreign Minister Reza Karimi")))


def test_who_is_urged_together_with_another_is_not_urged_by_them(read: Read) -> None:
    (event,) = read("Chile urged Peru, along with Ecuador, to free the fishermen.")
    assert {actor.key for actor in event.actors()} == {"country/CHL", "country/PER", "country/ECU"}


def test_whose_friend_the_accused_is_is_not_accused(read: Read) -> None:
    text = "The United States accused Belarus, a close ally of Russia, of forcing down a plane."
    (event,) = read(text)
    assert names(event.actors()) in {"BLR, USA", "USA, BLR"}


def test_two_accusers_of_one_are_not_accusers_of_another(read: Read) -> None:
    text = "Chile and Peru accused Kenya of fraud. Chile accused Kenya and Ghana of spying."
    told = sorted(names(event.actors()) for event in read(text))
    assert len(told) == 2
