"""Acts of force: who strikes, who is struck, and what is none."""

import pytest

from graph.model import Event, EventClass, Role
from tests.ingest.outline import Read, lines

NONE = [
    "The committee labelled the massacre in Kenya a crime.",
    "Norwegian soldiers fired blanks to repel an imaginary invasion by Kenya.",
    "The Norwegian-led intervention in Kenya, the war in Somalia",
    "Norway blamed the attack on Kenya on rebels.",
    "Clashes are reported in Nakuru despite a truce between Kenya and Norway.",
    "Norway told Kenyan farmers that it had attacked.",
]


def _sides(event: Event) -> tuple[set[str], set[str]]:
    """The keys of those who strike, and of those who are struck."""
    roles = {Role.SOURCE: set[str](), Role.TARGET: set[str]()}
    for one in event.participations:
        roles[one.role].add(one.actor.key.rpartition("/")[2])
    return roles[Role.SOURCE], roles[Role.TARGET]


def _force(events: tuple[Event, ...]) -> list[tuple[set[str], set[str]]]:
    return [_sides(event) for event in events if event.kind is EventClass.FORCE]


@pytest.mark.parametrize("text", NONE)
def test_what_is_only_talked_of_is_no_act_of_force(text: str, read: Read) -> None:
    assert _force(read(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The bombing in Mombasa was blamed on Norway.",
        "An attack on Kenya's envoys was widely blamed on Norway.",
        "Norwegian strikes on a port killed ten people in Mombasa.",
        "A missile fired from Norway hit a school in Mombasa.",
    ],
)
def test_whose_deed_it_is_said_to_be_strikes(text: str, read: Read) -> None:
    assert ({"NOR"}, {"KEN"}) in _force(read(text))


def test_ships_that_were_seized_are_struck(read: Read) -> None:
    text = "Norway returned three Kenyan ships that it had seized in the spring."
    assert _force(read(text)) == [({"NOR"}, {"KEN"})]


def test_who_blames_somebody_for_an_attack_has_not_attacked(read: Read) -> None:
    events = read("Norway blamed the attack on Kenya.")
    assert _force(events) == []
    assert [event.kind for event in events] == [EventClass.ACCUSATION]


def test_a_patrol_that_is_ambushed_is_no_joint_one(read: Read) -> None:
    (event,) = read("Kenyan gunmen ambushed a Norwegian patrol.")
    assert event.kind is EventClass.FORCE


def test_what_is_fired_hits_others_than_those_it_comes_from(read: Read) -> None:
    text = "Norway intercepted a missile fired from Kenya in an attack by the Islamic State."
    assert ({"islamic-state"}, {"KEN"}) not in _force(read(text))


def test_a_blockade_by_warships_is_force_and_one_of_goods_a_sanction(read: Read) -> None:
    (ships,) = read("Norway imposed a naval blockade on Kenya.")
    (goods,) = read("Norway imposed a trade blockade on Kenya.")
    assert (ships.kind, goods.kind) == (EventClass.FORCE, EventClass.SANCTION)


def test_a_state_that_says_they_attacked_means_others(read: Read) -> None:
    assert _force(read("Norway says that they attacked a Kenyan convoy.")) == []
    rebels = read("Hezbollah says that they attacked a Kenyan convoy.")
    assert _force(rebels) == [({"hezbollah"}, {"KEN"})]


def test_those_of_the_attackers_own_side_are_not_whom_it_struck(read: Read) -> None:
    text = "Two Norwegian soldiers and fifty Kenyans were killed in a Norwegian raid on Mombasa."
    assert _force(read(text)) == [({"NOR"}, {"KEN"})]


def test_with_whom_one_died_fighting_is_who_killed(read: Read) -> None:
    events = read("Two Kenyan officers died in clashes with Norwegian troops.")
    assert ({"NOR"}, {"KEN"}) in _force(events)


def test_the_state_of_policemen_is_not_struck_beside_them(read: Read) -> None:
    (event,) = read("A Norwegian raid killed at least 20 Kenyan police officers in southern Kenya.")
    assert len(event.participations) == 2


def test_troops_that_are_sent_into_a_state_are_no_aid(read: Read) -> None:
    assert [event.kind for event in read("Norway sent troops into Kenya.")] == [EventClass.FORCE]


def test_who_takes_towns_of_a_state_strikes_it(read: Read) -> None:
    assert _force(read("Hezbollah captured a town near Mombasa.")) == [({"hezbollah"}, {"KEN"})]


def test_in_whose_ambush_one_falls_is_who_killed(read: Read) -> None:
    text = "A Kenyan soldier was killed in a Hezbollah ambush in southern Lebanon."
    assert _force(read(text)) == [({"hezbollah"}, {"KEN"})]


def test_pirates_of_a_state_are_a_side_of_their_own(read: Read) -> None:
    text = "Somali pirates hijacked a Greek tanker in the Gulf of Aden."
    assert _force(read(text)) == [({"somali-pirates"}, {"GRC"})]


def test_those_only_suspected_keep_their_name(read: Read) -> None:
    text = "Suspected Taliban militants attacked a NATO convoy in Kabul."
    assert _force(read(text)) == [({"taliban"}, {"nato"})]


def test_who_breaks_an_embargo_has_not_imposed_it(read: Read) -> None:
    events = read("Norway has broken an arms embargo on Kenya.")
    assert not any(event.kind is EventClass.SANCTION for event in events)


@pytest.mark.parametrize(
    "text",
    [
        "Over 22,000 Kenyan residents have crossed into Norway.",
        "Kenyan goods entering Norway will be exempt from tariffs.",
    ],
)
def test_who_enters_a_state_without_arms_has_not_attacked(text: str, read: Read) -> None:
    assert _force(read(text)) == []


def test_who_claims_a_blast_has_struck_the_state_where_it_killed(read: Read) -> None:
    text = "Al-Shabaab claimed responsibility for a car bomb that killed eight in Mogadishu."
    assert _force(read(text)) == [({"al-shabaab"}, {"SOM"})]


def test_those_with_whom_one_clashed_before_taking_a_town_were_fought(read: Read) -> None:
    text = "The Kenyan army took the town following heavy clashes with al-Shabaab militants."
    assert ({"ken-army"}, {"al-shabaab"}) in _force(read(text))


def test_an_army_that_drives_a_band_from_a_town_imposes_no_sanction(read: Read) -> None:
    events = read("The Kenyan army expelled al-Shabaab from the town of Kismayo.")
    assert not any(event.kind is EventClass.SANCTION for event in events)


def test_who_survives_an_ambush_was_attacked(read: Read) -> None:
    text = "The Kenyan defence minister survived an ambush by al-Shabaab militants."
    assert _force(read(text)) == [({"al-shabaab"}, {"KEN"})]


def test_armed_kin_of_a_people_are_a_band(read: Read) -> None:
    force = _force(read("Kurdish fighters clashed with Turkish soldiers near Cizre."))
    assert ({"kurdish-fighters"}, {"TUR"}) in force


def test_what_is_only_alleged_or_denied_is_no_act_of_force(read: Read) -> None:
    texts = [
        "Norway is investigating allegations that Kenyan troops attacked a camp in Somalia.",
        "Norway rejected Kenya's claim that it had shot down three of its jets.",
        "Kenya faces charges of attacking a Norwegian post.",
    ]
    assert [_force(read(text)) for text in texts] == [[], [], []]


def test_troops_that_are_hit_are_no_place(read: Read) -> None:
    (event,) = read("Norwegian soldiers fired at Kenyan troops.")
    assert event.place is None


def test_where_somebody_only_tries_to_go_is_no_place_of_a_shot(read: Read) -> None:
    (event,) = read("Kenyan guards shot dead two Norwegian men trying to cross into Somalia.")
    assert event.place is None


def test_soldiers_fire_back_with_arms(read: Read) -> None:
    (event,) = read("Norwegian soldiers fired back at Kenyan gunmen, witnesses said.")
    assert event.kind is EventClass.FORCE


def test_what_a_band_will_do_on_a_condition_is_a_threat(read: Read) -> None:
    (event,) = read("Hamas said it would kill hostages if Norway bombed its camps.")
    assert event.kind is EventClass.THREAT


@pytest.mark.parametrize(
    "text",
    [
        "Commandos boarded a Kenyan ferry before dawn, the Norwegian military said.",
        "HNoMS Otto Sverdrup sank a Kenyan frigate.",
        "Norway intercepted a ship carrying Kenyan arms.",
        "Norwegian gunboats surrounded a Kenyan tanker.",
        "Mombasa came under Norwegian drone attack overnight.",
    ],
)
def test_ships_loads_towns_and_tellers_say_whose_force_it_is(text: str, read: Read) -> None:
    (found,) = _force(read(text))
    assert found[0] in ({"NOR"}, {"nor-military"})
    assert found[1] == {"KEN"}


def test_a_prefix_without_a_name_is_no_warship(read: Read) -> None:
    assert read("The USS sank a Kenyan frigate.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan jets bombed rebel positions near the Ethiopian border.",
        "Two Norwegian soldiers died in fighting in the Kenyan capital.",
        "Two Norwegian soldiers were killed after their vehicle hit a roadside bomb in Kenya.",
        "A Norwegian woman was killed in an attack by a Kenyan man in Oslo.",
        "Norway and Togo launched in Nairobi the South Summit.",
    ],
)
def test_who_is_near_or_fights_somewhere_does_not_fight_that_state(text: str, read: Read) -> None:
    assert _force(read(text)) == []


def test_what_happens_to_foreigners_in_a_state_its_police_do(read: Read) -> None:
    (found,) = _force(read("Two Norwegian journalists were arrested in Kenya."))
    assert found == ({"KEN"}, {"NOR"})
    assert _force(read("A Kenyan man was arrested in Nairobi.")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan police arrested an al-Qaeda commander.",
        "A Kenyan air strike killed a senior al-Qaeda leader in Somalia.",
        "Al-Qaeda commander Hassan Ali was arrested by Kenyan police.",
    ],
)
def test_a_band_with_a_small_first_letter_has_leaders(text: str, read: Read) -> None:
    (event,) = read(text)
    struck = {(actor.represents or actor).label for actor in event.actors(Role.TARGET)}
    assert struck == {"al-Qaeda"}


def test_who_frees_a_ship_is_not_who_lost_it(read: Read) -> None:
    assert not read("Norwegian forces rescued a ship hijacked by Somali pirates.")


def test_those_at_whose_border_others_fight_are_not_struck(read: Read) -> None:
    text = "Hezbollah clashes with Syrian rebels on the border between Lebanon and Syria."
    sides = [names for pair in _force(read(text)) for names in pair]
    assert sides
    assert not {"LBN", "SYR"} & set().union(*sides)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya test fires a missile that can reach cities in Peru.",
        "Norway rejected a plan under which Kenyan troops would occupy Peru.",
        "An article about Kenya's historical invasions of Peru was published in Norway.",
        "A Kenyan man was killed by a Norwegian in a bar in Lima.",
        "Two hundred children are killed by Japanese encephalitis in Lima, Peru.",
        "Norway proposed that Kenyan troops be sent to Peru.",
    ],
)
def test_what_is_tried_out_proposed_or_long_past_is_no_force(text: str, read: Read) -> None:
    told = lines(read(text))
    assert [line for line in told if "Force" in line or "Aid" in line] == []
