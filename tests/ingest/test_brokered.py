"""Between whom somebody mediates who is not named with the mediator."""

import pytest

from tests.ingest.outline import Read, lines

WAR = "Chilean troops shelled a Polish border post. The next day, Poland bombed Chile."


def test_the_parties_are_those_of_whom_the_article_tells(read: Read) -> None:
    told = lines(read(f"{WAR} A ceasefire brokered by Egypt took effect on Monday."))
    assert "Mediation EGY > CHL, POL" in told


def test_the_party_that_is_not_named_is_the_other_one(read: Read) -> None:
    told = lines(read(f"{WAR} Chile agreed to a ceasefire brokered by Egypt."))
    assert "Mediation EGY > CHL, POL" in told


def test_a_mediator_is_no_party(read: Read) -> None:
    told = lines(read(f"{WAR} A ceasefire brokered by Poland took effect on Monday."))
    assert not any("Mediation" in line for line in told)


def test_nobody_is_put_in_where_several_pairs_are_told_of(read: Read) -> None:
    told = lines(
        read(
            "Chilean troops shelled Polish soldiers. Togolese troops shelled Kenyan soldiers."
            " A ceasefire brokered by Egypt took effect on Monday."
        )
    )
    assert not any("Mediation" in line for line in told)


def test_who_facilitates_trade_mediates_between_nobody(read: Read) -> None:
    told = lines(read(f"{WAR} Egypt facilitated imports of oil."))
    assert not any("Mediation" in line for line in told)


def test_a_capital_behind_in_is_no_party(read: Read) -> None:
    told = lines(read("After talks in Cairo, Chile and Poland agreed to reopen the border."))
    assert told == ["Agreement CHL, POL", "Meeting CHL, POL"]


def test_talks_that_could_begin_some_day_are_none(read: Read) -> None:
    assert lines(read("Talks between Chile and Poland could resume.")) == []


def test_where_talks_are_is_no_party(read: Read) -> None:
    told = lines(read(f"{WAR} Egypt-mediated talks in Nairobi collapsed when Chile left."))
    assert "Mediation EGY > CHL, POL" in told


MET = "Polish President Karol Nawrocki and Chilean President Gabriel Boric met in Lima on Monday."


@pytest.mark.parametrize(
    "told",
    [
        "The talks were mediated by Egypt.",
        "Egypt brokered the deal.",
        "Egypt is the mediator.",
        "It was the result of two months of shuttle diplomacy by Egypt.",
        "They had been hosted and mediated by Egypt.",
    ],
)
def test_the_parties_are_the_persons_who_talk_right_before(read: Read, told: str) -> None:
    assert "Mediation EGY > gabriel-boric, karol-nawrocki" in lines(read(f"{MET} {told}"))


@pytest.mark.parametrize(
    "told",
    [
        "Egypt has offered to mediate in the dispute.",
        "Egypt is trying to bring the two sides closer.",
        "Kenya praised Egypt's efforts to mediate in the conflict.",
    ],
)
def test_efforts_and_offers_are_between_the_same(read: Read, told: str) -> None:
    found = lines(read(f"{WAR} {told}"))
    assert any(line.endswith("Mediation EGY > CHL, POL") for line in found)


def test_several_sides_are_parties_where_they_are_told_of_right_before(read: Read) -> None:
    told = "Chile, Peru and Bolivia cut ties with Poland in June. Egypt has been mediating."
    assert "Mediation EGY > BOL, CHL, PER, POL" in lines(read(told))


def test_whose_conflict_it_is_is_the_party_where_nobody_else_is(read: Read) -> None:
    assert "Mediation EGY > PER" in lines(read("Egypt mediated in the conflict in Peru."))


def test_those_whom_the_next_sentence_alone_names_are_the_parties(read: Read) -> None:
    told = "Kenya praised Egypt's mediation. Chile and Poland have been at odds since June."
    assert "Mediation EGY > CHL, POL" in lines(read(told))


def test_who_thanks_for_an_offer_does_not_make_it(read: Read) -> None:
    told = read("Kenya thanked Egypt for having offered to mediate between Chile and Poland.")
    assert "planned Mediation EGY > CHL, POL" in lines(told)


@pytest.mark.parametrize(
    "told",
    [
        "Egypt can offer its good offices to members.",
        "It came about under the auspices of Egypt, Kenya's president said.",
        "Egypt wants to bring Kenya closer to the European Union.",
        "An Egyptian-led coalition bombed a port.",
        "Egypt hosted a conference on fish.",
    ],
)
def test_what_reconciles_nobody_is_no_mediation(read: Read, told: str) -> None:
    assert not any("Mediation" in line for line in lines(read(f"{WAR} {told}")))
