"""Blame and refusal: what is one, and what only looks like it."""

import pytest

from tests.ingest.outline import Read, lines

NOTHING = [
    "Polish opposition groups rejected the Kenyan plan.",
    "Polish opposition parties urged Kenya to impose sanctions.",
    "Poland's parliament voted in favour of a bill on the massacre of Kenyans.",
    "Norway supports comprehensive reform of the Security Council.",
    "Norway supports a balanced expansion of the Security Council.",
    "Norway supports a two-state solution to the conflict between Israel and Palestine.",
    "Norway welcomed the advisory opinion on the legal consequences of the policies of Israel.",
    "Norway urged that the embargo against the people of Kenya be set aside.",
    "Norway looks forward to working with Kenya.",
    "Norway condemned the embargo on Kenya.",
    "Norway condemned the blockade against Kenya.",
    "Norway said that Kenya had not been attacked.",
    "Kenya said that Norway would not need the help of Uganda.",
    "Norway could not be allowed by Kenya to hold talks.",
    "Norwegian voters will not take part in the election that Kenya follows.",
    "Norway, which opposes whaling, said that it respected Kenya's decision.",
    "The United Nations found no evidence that Kenya had planned the attack.",
    "A Norwegian court rejected an appeal by a Kenyan man.",
    "Norway evacuated its citizens from Nairobi.",
    "Norway considers a ban on imports from Kenya.",
    "Norway decided not to ban entry of travellers from Kenya.",
    "Norway said Kenya was involved in the talks.",
    "Norway said there was no doubt that Kenya would win.",
]

NO_EVENT = [
    "Minister Ama Sika said that Ghana's economic recovery should continue next year.",
    "Togo said that Ghana should be seen as a safe country.",
    "Togo launched the African Union's new institute.",
    "In August the Togolese government launched UNICEF.",
    "A Togolese man was convicted of giving financial support to a militant group in Ghana.",
    "A Ghanaian aid worker was ambushed and shot dead by armed men in northern Togo.",
    "In response, Togo pledged to cooperate with the United Nations inquiry.",
    "Togo condemned the hanging of Ghanaian President Kofi Mensah.",
    'On Tuesday Togo called Kofi Mensah\'s sentence "a milestone" for Ghana.',
    "MP Ama Sika condemned Ghana.",
    "Togo received a letter accusing Ghana of fraud.",
    "Togo's refusal to hold talks with Ghana was criticised by many.",
    "Togo warned that the African Union will step up its attacks.",
    "Togo and Benin welcomed the resumption of six-party talks in Accra.",
    "Togo welcomed the overthrow of Ghanaian President Kofi Mensah.",
    "The strike in Togo was hitting supplies in Ghana.",
    "Togo rejected the Accra accord.",
    "The African Union stopped short of criticising Ghana.",
    "Togo said that it would return to the negotiations in Accra.",
    "The African Union drew up a report, citing the failure to arrest Kofi Mensah.",
    "Togo called the minister a day later.",
    "Togo said that the attacks in Ghana were a disgrace.",
    "Togo referred to Ghana as a close partner.",
    "The plan was welcomed by Togo and denounced by Ghana.",
    "Togo published figures saying that the economy of Ghana had grown.",
]
"""Words of deeds where nobody does anything to another."""


@pytest.mark.parametrize("text", NO_EVENT)
def test_words_of_a_deed_that_nobody_does_are_no_event(text: str, read: Read) -> None:
    assert lines(read(text)) == []


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_denied_or_only_possible_blames_and_refuses_nothing(text: str, read: Read) -> None:
    kinds = {event.kind.value for event in read(text)}
    assert not kinds & {"Accusation", "Rejection"}


def test_what_somebody_is_accused_of_is_not_told_as_done(read: Read) -> None:
    told = read("Kenya accused Norway of arming rebels in Uganda.")
    assert lines(told) == ["Accusation KEN > NOR"]


def test_who_blames_an_attack_on_others_attacks_nobody(read: Read) -> None:
    assert lines(read("Kenya blamed the bombing on Norway.")) == ["Accusation KEN > NOR"]


def test_a_denial_answers_who_said_so_and_not_whom_the_deed_was_done_to(read: Read) -> None:
    told = read("Kenya accused Norway of a raid on Uganda. Norway denies attacking Uganda.")
    assert lines(told) == ["Accusation KEN > NOR", "Rejection NOR > KEN"]


def test_no_plans_to_meet_are_no_meeting(read: Read) -> None:
    told = read("Norway had no plans to hold talks with Kenya.")
    assert lines(told) == ["Rejection NOR > KEN"]


def test_an_aside_of_who_says_so_parts_a_deed_from_who_did_it(read: Read) -> None:
    told = read("Norway, the Kenyan president said, has attacked Uganda.")
    assert "Force NOR > UGA" in lines(told)


def test_what_is_said_beside_an_object_is_not_said_of_it(read: Read) -> None:
    told = read("Norway found a way to Kenya, and Uganda deceived the world.")
    assert lines(told) == []


def test_who_consoles_another_condemns_a_third(read: Read) -> None:
    text = "Togo sent its condolences to Ghana, condemning the bombings."
    assert lines(read(text)) == ["Support TGO > GHA"]


def test_what_somebody_should_do_is_asked_and_no_reproach(read: Read) -> None:
    text = "Togo said that Ghana should aim to end the attacks."
    assert lines(read(text)) == ["Request TGO > GHA"]


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian troops killed five suspected Taliban fighters in Kenya.",
        "Norwegian police detained 20 suspected Islamic State militants.",
        "Norwegian jets struck alleged Taliban positions.",
    ],
)
def test_those_held_for_fighters_are_struck_and_not_accused(text: str, read: Read) -> None:
    assert {event.kind.value for event in read(text)} == {"Force"}


@pytest.mark.parametrize(
    "text",
    [
        "Norway says that 20 Kenyan civilians died in violence.",
        "Norway says that Kenya has destroyed its missiles.",
        "Norway says that the Kenyan economy faces serious problems.",
        "Norway says that attacks in Kenya killed 20 people.",
    ],
)
def test_what_befalls_somebody_is_no_reproach(text: str, read: Read) -> None:
    assert lines(read(text)) == []


def test_a_denial_answers_who_accused_even_where_it_names_whom_the_deed_struck(read: Read) -> None:
    told = read("Uganda accused Kenya of a raid on Norway. Kenya denied that it had hit Norway.")
    assert "Rejection KEN > UGA" in lines(told)
    assert "Rejection KEN > NOR" not in lines(told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The Security Council passed a resolution calling for a truce between Chad and Sudan.",
            ["Request un-security-council > SDN, TCD", "Signing un-security-council"],
        ),
        ("Kenya called for Norway's withdrawal from Chad.", ["Request KEN > NOR"]),
        (
            "Kenya rejected talks. Chad also rejected the offer.",
            [],  # and not Kenya's
        ),
    ],
)
def test_what_is_asked_is_asked_of_those_who_can_do_it(
    read: Read, text: str, told: list[str]
) -> None:
    assert lines(read(text)) == told


def test_who_goes_on_behind_an_aside_did_so_on_no_day_that_is_told(read: Read) -> None:
    (asked,) = read("Kenya, for its part, called on Norway to withdraw.")
    assert asked.date is None


def test_who_is_told_of_behind_a_semicolon_does_not_veto_as_well(read: Read) -> None:
    told = read("The Ghanaian motion was vetoed by Togo; Benin and Mali abstained.")
    assert all("BEN" not in line for line in lines(told))


def test_two_who_part_with_one_another_part_with_nobody_else(read: Read) -> None:
    told = read("When Togo and Benin severed diplomatic ties, Ghana offered to mediate.")
    assert lines(told) == ["RelationsDowngrade BEN, TGO", "planned Mediation GHA > BEN, TGO"]


def test_who_is_among_the_first_has_done_it(read: Read) -> None:
    (event,) = read("President Ama Sika of Ghana was among the first to congratulate Togo.")
    assert event.status == "happened"


def test_states_that_did_the_same_to_another_are_not_that_other(read: Read) -> None:
    told = read("Ghana is recalling its ambassadors from all countries which recognised Togo.")
    assert "RelationsDowngrade GHA > TGO" not in lines(told)


def test_a_secession_is_no_favour_to_the_state_that_it_leaves(read: Read) -> None:
    told = read("Ghana accused Benin of bullying by supporting the secession of its province.")
    assert lines(told) == ["Accusation GHA > BEN"]


def test_a_court_is_not_blamed_by_who_sues_there(read: Read) -> None:
    text = (
        "Norway supports the lawsuit that was filed by Kenya at the International Court of Justice."
    )
    assert lines(read(text)) == ["Support NOR > KEN"]


def test_a_round_of_sanctions_is_no_conference(read: Read) -> None:
    told = read("The United Nations imposed a fourth round of sanctions on Togo.")
    assert lines(told) == ["Sanction united-nations > TGO"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The UN Security Council declared its full support for MINUSCA.", True),
        ("The UN General Assembly urged the Security Council to act on Togo.", True),
        ("UN Secretary-General Ban Ki-moon urged the Security Council to act.", True),
        ("The UN Secretary-General thanked the UN staff.", False),
        ("The Kenyan president urged the Kenyan parliament to act.", False),
    ],
)
def test_those_of_one_organisation_ask_and_back_one_another(
    read: Read, text: str, expected: bool
) -> None:
    assert bool(read(text)) is expected


@pytest.mark.parametrize(
    "text",
    [
        "Norway gave no aid to Kenya.",
        "Norway has no support from Kenya.",
        "Norway is against sanctions on Kenya.",
        "Norway warned its travellers in Kenya.",
    ],
)
def test_what_is_not_done_is_no_deed(read: Read, text: str) -> None:
    assert lines(read(text)) == []


def test_what_follows_another_event_is_not_between_its_parties(read: Read) -> None:
    told = read(
        "Chile and Kenya restored diplomatic relations following talks between Togo and Peru."
    )
    assert "RelationsUpgrade CHL, KEN" in lines(told)
