"""Forms of text of their own: diaries, joint statements, speeches, firms, lists of names."""

from graph.model import DocumentClass
from tests.ingest.outline import Read, line, lines


def test_a_diary_leaves_its_subject_out(read: Read) -> None:
    told = read(
        "President Mario Soares of Portugal visited Kenya on 4 May 1990. Private visit. "
        "Met with President Daniel arap Moi May 5."
    )
    assert "Meeting daniel-arap-moi, mario-soares" in lines(told)


def test_a_joint_statement_is_made_by_those_who_sign_it(read: Read) -> None:
    text = """Statement of the Foreign Ministers of Chile, Peru and Ecuador

The three governments are following the fires in the Amazon with attention.

Rosa Alarcón
Foreign Minister of Chile

Tomás Quispe
Foreign Minister of Peru

Lucía Andrade
Foreign Minister of Ecuador
"""
    (event,) = read(text)
    assert line(event) == "Signing lucia-andrade, rosa-alarcon, tomas-quispe"
    (document,) = event.documents
    assert document.kind is DocumentClass.STATEMENT
    assert document.title == "Statement of the Foreign Ministers of Chile, Peru and Ecuador"


def test_what_a_statement_is_about_is_no_maker_of_it(read: Read) -> None:
    title = "Joint Statement by the Foreign Ministers of Chile and Peru on Fires in Bolivia"
    assert lines(read(f"{title}\n\nThe fires spread.")) == ["Signing CHL, PER"]
    lone = "Statement by the Foreign Minister of Chile on Fires in Bolivia"
    assert lines(read(f"{lone}\n\nThe fires spread.")) == []


def test_a_joint_statement_is_made_by_those_of_whom_it_is_and_an_account_of_talks_is_none(
    read: Read,
) -> None:
    of = "of the Foreign Ministers of Chile and Peru"
    text = "{}\n\nThe fires spread."
    assert lines(read(text.format(f"Joint Statement {of}"))) == ["Signing CHL, PER"]
    assert lines(read(text.format(f"Joint Statement on the Meeting {of}"))) == []


def test_a_line_under_which_news_is_filed_tells_nothing(read: Read) -> None:
    assert lines(read("Siege of Accra, Attacks on farmers during Togo's invasion of Ghana")) == []
    assert lines(read("Togo's sanctions against Ghana")) == []
    assert lines(read("Togo bombed Accra in an attack on Ghana")) == ["Force TGO > GHA"]
    assert lines(read("Togo's invasion of Ghana went on.")) == ["Force TGO > GHA"]


def test_who_speaks_is_meant_by_the_first_person(read: Read) -> None:
    told = read("I thank Norway for its help.", title="Speech by President Ana Duarte of Brazil")
    assert lines(told) == ["Support ana-duarte > NOR"]


def test_a_firm_is_hit_by_sanctions_and_is_no_party_of_its_own(read: Read) -> None:
    told = read(
        "Poland imposed sanctions on Russian carmaker Volgatech. "
        "Russian carmaker Volgatech signed an agreement with Egypt."
    )
    assert lines(told) == ["Sanction POL > volgatech"]


def test_names_after_their_offices_go_with_their_states_in_order(read: Read) -> None:
    (event,) = read(
        "The foreign ministers of Chile and Peru, Rosa Alarcón and Tomás Quispe, met in Lima."
    )
    assert line(event) == "Meeting rosa-alarcon, tomas-quispe"
    states = {a.label: a.represents.label for a in event.actors() if a.represents}
    assert states == {"Rosa Alarcón": "Chile", "Tomás Quispe": "Peru"}


def test_an_expulsion_takes_place_in_the_state_that_expels(read: Read) -> None:
    (event,) = read("On Monday, Poland expelled three Belarusian diplomats.")
    assert line(event) == "RelationsDowngrade POL > BLR"
    assert event.place is not None
    assert event.place.label == "Poland"
