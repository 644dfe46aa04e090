import pytest

from graph.errors import KnowledgeError
from ingest.tables import Row, read_table

COLUMNS = ("key", "names", "latitude", "longitude", "start", "wikidata")


def rows(text: str) -> list[Row]:
    return list(
        read_table("sample.csv", COLUMNS, "key,names,latitude,longitude,start,wikidata\n" + text)
    )


def test_a_row_gives_its_cells() -> None:
    (row,) = rows("lake,Lake One; Lac Un,46.5,-6.25,1815,Q42\n")
    assert row.needed("key") == "lake"
    assert row.names("names") == ("Lake One", "Lac Un")
    assert row.position() == (46.5, -6.25)
    assert row.year("start") == 1815
    assert row.wikidata() == "Q42"


def test_empty_cells_are_nothing() -> None:
    (row,) = rows("lake,,,,,\n")
    assert row.names("names") == ()
    assert row.position() is None
    assert row.year("start") is None
    assert row.wikidata() is None


@pytest.mark.parametrize(
    ("line", "column", "told"),
    [
        (",,,,,", "needed", "key is empty"),
        ("a,One;;Two,,,,", "names", "empty name"),
        ("a,,46.5,,,", "position", "write degrees"),
        ("a,,north,6,,", "position", "write degrees"),
        ("a,,96.5,6,,", "position", "not on the globe"),
        ("a,,,,soon,", "year", "write a year"),
        ("a,,,,,43", "wikidata", "write it like Q43"),
    ],
)
def test_a_fault_is_told_with_file_and_line(line: str, column: str, told: str) -> None:
    good = "b,,,,,\n"
    row = rows(good + line + "\n")[1]
    checks = {
        "needed": lambda: row.needed("key"),
        "names": lambda: row.names("names"),
        "position": row.position,
        "year": lambda: row.year("start"),
        "wikidata": row.wikidata,
    }
    with pytest.raises(KnowledgeError, match=rf"data/authority/sample\.csv:3: .*{told}"):
        checks[column]()


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(KnowledgeError, match=r"sample\.csv:2: 3 cells where 6 belong"):
        rows("a,b,c\n")


def test_a_header_of_another_table_is_refused() -> None:
    with pytest.raises(KnowledgeError, match=r"sample\.csv:1: the header must be key,names"):
        list(read_table("sample.csv", COLUMNS, "key,name\n"))
