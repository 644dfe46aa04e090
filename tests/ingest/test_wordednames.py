"""An actor carries the names that the article calls it by."""

from tests.ingest.outline import Read


def test_an_organisation_has_the_short_form_that_the_article_uses(read: Read) -> None:
    (event,) = read("ISIL forces attacked Turkish soldiers near the border on Friday.")
    group = next(a for a in event.actors() if a.key == "group/islamic-state")
    assert (group.label, group.aliases) == ("Islamic State", ("ISIL",))


def test_whom_an_actor_speaks_for_has_them_as_well(read: Read) -> None:
    text = "The EU and Kenya agree. The president of the EU, Anna Berg, met Kenya's prime minister."
    sides = [a.represents for event in read(text) for a in event.actors() if a.represents]
    assert [side.aliases for side in sides if side.key == "organisation/european-union"] == [
        ("EU",)
    ]


def test_a_government_is_no_other_name_of_its_state(read: Read) -> None:
    (event,) = read("The Norwegian government condemned Kenya.")
    assert all(not actor.aliases for actor in event.actors())
