"""Between whom somebody mediates who is not named with the mediator."""

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
