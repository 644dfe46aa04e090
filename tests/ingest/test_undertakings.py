"""What one side alone agrees to, accepts or promises, and with regard to whom."""

import pytest

from tests.ingest.outline import Read, lines

TOLD = [
    (
        "M23 declared a truce in its war against Rwanda.",
        ["Agreement RWA, m23"],
    ),
    ("M23 agreed to a two-week truce.", ["Agreement m23"]),
    ("M23 has accepted a draft agreement for a ceasefire.", ["Agreement m23"]),
    ("ASEAN agreed to create a court of its own.", ["Agreement asean"]),
    ("ASEAN leaders reached a deal on budgets.", ["Agreement asean"]),
]


@pytest.mark.parametrize(("sentence", "told"), TOLD)
def test_a_truce_or_a_group_of_states_needs_no_other_side(
    read: Read, sentence: str, told: list[str]
) -> None:
    assert lines(read(sentence)) == told


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway agreed to raise its taxes.",
        "Norway agreed to work at the airport of Kenya.",
        "Norway vowed to retaliate against Kenya.",
        "Norway promised not to recognise Kenya.",
        "Norway agreed to the plan despite protests from Kenya.",
        "Norway announced that Kenya would release the prisoners.",
        "Norway announced that it would not sell turbines to Kenya.",
        "Norway announced that it would build a dam.",
        "Norway assured Kenya that its ports were open.",
        "Norwegians left the town before a Kenyan mediated truce with Somalia.",
    ],
)
def test_what_is_agreed_to_may_concern_nobody_else(read: Read, sentence: str) -> None:
    assert not [line for line in lines(read(sentence)) if "Agreement" in line]


def test_a_promise_told_as_an_event_itself_is_no_agreement_as_well(read: Read) -> None:
    told = lines(read("Norway pledged to send troops to help Kenya."))
    assert not [line for line in told if "Agreement" in line]


def test_what_is_agreed_to_is_to_come(read: Read) -> None:
    told = lines(read("Norway agreed to help Kenya rebuild its ports."))
    assert told == ["Agreement KEN, NOR", "planned Aid NOR > KEN"]
    told = lines(read("Norway agreed to normalise relations with Kenya."))
    assert told == ["Agreement KEN, NOR", "planned RelationsUpgrade NOR > KEN"]


def test_a_sum_that_is_agreed_to_is_given(read: Read) -> None:
    assert lines(read("Norway agreed to lend Kenya $3 million.")) == ["Aid NOR > KEN"]


def test_who_promises_not_to_attack_promises_it(read: Read) -> None:
    assert lines(read("Norway promised not to attack Kenya.")) == ["Agreement NOR > KEN"]


def test_who_is_named_before_the_comma_does_not_act_behind_it(read: Read) -> None:
    told = lines(read("After talks with Kenya, Chad and Mali signed a treaty."))
    assert "Signing MLI, TCD" in told


def test_sanctions_agreed_to_are_imposed(read: Read) -> None:
    assert lines(read("EU ministers agreed to impose sanctions on Chad.")) == [
        "Sanction european-union > TCD"
    ]


def test_what_a_body_votes_to_do_is_told_once(read: Read) -> None:
    told = lines(read("The European Parliament voted to adopt a resolution on Chad."))
    assert [line.split()[0] for line in told] == ["Signing"]
    told = lines(read("The European Union agreed to extend sanctions against Chad."))
    assert told == ["Sanction european-union > TCD"]
    told = lines(read("The African Union agreed to send troops to Chad."))
    assert any(line.startswith("Agreement") for line in told)
