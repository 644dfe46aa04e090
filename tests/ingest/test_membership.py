import pytest

from graph.errors import KnowledgeError
from ingest.authority import load_authority
from ingest.membership import MEMBERSHIP, load_membership, membership
from ingest.tables import read_table


@pytest.mark.parametrize(
    ("key", "size"),
    [
        ("european-union", 27),
        ("nato", 32),
        ("g7", 7),
        ("gcc", 6),
        ("african-union", 55),
        ("arab-league", 22),
        ("oic", 57),
        ("osce", 57),
        ("council-of-europe", 46),
        ("oecd", 38),
        ("asean", 11),
        ("caricom", 15),
        ("eurozone", 20),
        ("quint", 5),
    ],
)
def test_an_organisation_has_as_many_members_as_it_says(key: str, size: int) -> None:
    assert len(load_membership()[f"organisation/{key}"]) == size


def test_members_of_a_living_organisation_are_states_of_today() -> None:
    authority = load_authority()
    for key, members in load_membership().items():
        organisation = authority.by_key(key)
        assert organisation is not None
        if organisation.end is None:
            assert [m.actor.key for m in members if m.end is not None] == [], key


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("g6,FRA\n", r"membership\.csv:2: organisation is 'g6'"),
        ("g7,FRR\n", r"membership\.csv:2: iso3 is 'FRR'"),
        ("g7,FRA\ng7,FRA\n", r"membership\.csv:3: FRA is a member already"),
    ],
)
def test_a_wrong_row_is_told_with_file_and_line(text: str, told: str) -> None:
    rows = read_table("membership.csv", MEMBERSHIP, ",".join(MEMBERSHIP) + "\n" + text)
    with pytest.raises(KnowledgeError, match=told):
        membership(load_authority(), rows)
