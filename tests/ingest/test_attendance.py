"""Who joined talks that were told before, and the evidence that then covers both sentences."""

import pytest

from tests.ingest.outline import Read, lines

MET = "Chilean President Ana Rojas met Polish President Jan Nowak in Accra."
TWO = "ana-rojas, jan-nowak"


@pytest.mark.parametrize(
    ("following", "who"),
    [
        ("The meeting was attended by Kenya and Togo.", f"KEN, TGO, {TWO}"),
        ("Kenya also took part in the talks.", f"KEN, {TWO}"),
        ("Kenya joined the talks as an observer.", f"KEN, {TWO}"),
        ("The foreign minister of Kenya also attended.", f"KEN, {TWO}"),
        ("Foreign ministers attended for Kenya and Togo.", f"KEN, TGO, {TWO}"),
        ("Also present were Kenya and Togo.", f"KEN, TGO, {TWO}"),
        ("Also joining the talks were Kenya and Togo.", f"KEN, TGO, {TWO}"),
        ("Taking part in the meeting were Kenya and Togo.", f"KEN, TGO, {TWO}"),
        ("Those present were Kenya and Togo.", f"KEN, TGO, {TWO}"),
        ("Those attending included the foreign ministers of Kenya and Togo.", f"KEN, TGO, {TWO}"),
        ("Participants included Kenya.", f"KEN, {TWO}"),
        ("The foreign minister of Kenya was among the participants.", f"KEN, {TWO}"),
        ("Kenya also attended the ceremony.", f"KEN, {TWO}"),
        ("Kenya and Togo were present at the meeting.", f"KEN, TGO, {TWO}"),
        ("The Kenyan ambassador was also in attendance.", f"KEN, {TWO}"),
        ("Kenya joined the dinner later.", f"KEN, {TWO}"),
        ("The foreign minister of Kenya presided.", f"KEN, {TWO}"),
        ("The talks were chaired by Kenya.", f"KEN, {TWO}"),
        (
            "Kenya chaired the meeting. Togo took part in it. The envoy of Mali attended. "
            "Peru attended as well.",
            f"KEN, MLI, PER, TGO, {TWO}",
        ),
        ("At the table were Kenya and Togo.", f"KEN, TGO, {TWO}"),
        ("Also there were Kenya and Togo.", f"KEN, TGO, {TWO}"),
        ("In attendance were Kenya and Togo.", f"KEN, TGO, {TWO}"),
        ("Present at the meeting were Kenya and Togo.", f"KEN, TGO, {TWO}"),
        ("At the meeting were Kenya and Togo.", f"KEN, TGO, {TWO}"),
        ("The meeting saw the participation of Kenya and Togo.", f"KEN, TGO, {TWO}"),
        ("The opening was witnessed by Kenya and Togo.", f"KEN, TGO, {TWO}"),
        ("Foreign ministers came from Kenya and Togo.", f"KEN, TGO, {TWO}"),
        ("The president of Kenya was a guest at the dinner.", f"KEN, {TWO}"),
        ("The foreign minister of Kenya attended in person.", f"KEN, {TWO}"),
        ("Among them were the presidents of Kenya and Togo.", f"KEN, TGO, {TWO}"),
        ("Kenya was there, and so was the rain.", f"KEN, {TWO}"),
        ("Rojas was joined by the president of Kenya.", f"KEN, {TWO}"),
        ("The president of Kenya also joined the leaders.", f"KEN, {TWO}"),
        ("The other ministers present were Amina Wario of Kenya.", f"amina-wario, {TWO}"),
        ("Rojas was flanked by the president of Kenya.", f"KEN, {TWO}"),
        ("The president of Kenya attended, as did that of Togo.", f"KEN, {TWO}"),
        ("The president of Kenya attended, as did the president of Togo.", f"KEN, TGO, {TWO}"),
        ("The others were the presidents of Kenya and Togo.", f"KEN, TGO, {TWO}"),
        ("Kenya sent Foreign Minister Amina Wario.", f"amina-wario, {TWO}"),
        (
            "Kenya was represented by Amina Wario and Togo by Koffi Mensah.",
            f"amina-wario, {TWO}, koffi-mensah",
        ),
        ("The other speakers were the presidents of Kenya and Togo.", f"KEN, TGO, {TWO}"),
        ("Kenya and Togo were represented too.", f"KEN, TGO, {TWO}"),
        ("Kenya and the African Union sent observers.", f"KEN, african-union, {TWO}"),
        ("The presidents of Kenya and Togo sent their foreign ministers.", f"KEN, TGO, {TWO}"),
        (
            "The meeting was opened by Kenya and attended by the envoys of Mali and Togo.",
            f"KEN, MLI, TGO, {TWO}",
        ),
        (
            "Participants included: the presidents of Kenya and Togo; the foreign minister of "
            "Mali, Amina Wario; and Peru.",
            f"KEN, PER, TGO, amina-wario, {TWO}",
        ),
        ("The president of Kenya was among those in the room.", f"KEN, {TWO}"),
        ("Kenya took part, along with Togo.", f"KEN, TGO, {TWO}"),
        ("Those at the table were Kenya and Togo.", f"KEN, TGO, {TWO}"),
        ("Those in attendance were Kenya and Togo.", f"KEN, TGO, {TWO}"),
        ("Participating countries are Kenya and Togo.", f"KEN, TGO, {TWO}"),
        ("On hand were leaders from Kenya and Togo.", f"KEN, TGO, {TWO}"),
        ("Leaders from Kenya and Togo were on hand.", f"KEN, TGO, {TWO}"),
        ("Heads of State were present from Kenya and Togo.", f"KEN, TGO, {TWO}"),
        (
            "Those attending included Heads of State and Government and representatives of Mali's "
            "regional partners, namely Kenya and Togo.",
            f"KEN, TGO, {TWO}",
        ),
        ("Those who suffered were Kenya and Togo.", TWO),
        ("Those absent were Kenya and Togo.", TWO),
        ("Kenya is among those in debt.", TWO),
        ("Kenya is represented on the board.", TWO),
        ("Kenya sent observers to the border.", TWO),
        ("Kenya sent food.", TWO),
        ("Kenya sent Foreign Minister Amina Wario to Rome.", TWO),
        ("Kenya chaired the Security Council.", TWO),
        ("The summit was attended by Kenya and Togo.", TWO),
        ("Participants included farmers from Kenya.", TWO),
        ("Kenya did not attend.", TWO),
        ("Kenya will attend the meeting.", TWO),
        ("Kenya joined the African Union.", TWO),
        ("Kenya took part in the war.", TWO),
    ],
)
@pytest.mark.parametrize("gap", [" ", "\n\n"])
def test_those_who_joined_are_added(read: Read, gap: str, following: str, who: str) -> None:
    assert f"Meeting {who}" in lines(read(f"{MET}{gap}{following}"))


@pytest.mark.parametrize(
    "following",
    [
        "The summit was attended by Kenya and Togo.",
        "The Summit was attended by Kenya and Togo.",
        "Kenya also attended the summit. Togo was present as well.",
        "Kenya presided over the summit. Togo took part in the summit.",
    ],
)
def test_a_summit_told_again_is_one_event(read: Read, following: str) -> None:
    held = "Chile and Peru held a summit in Lima on 3 May 2023."
    found = [line for line in lines(read(f"{held} {following}")) if "Convening" in line]
    assert found == ["Convening CHL, KEN, PER, TGO"]


@pytest.mark.parametrize(
    "heads",
    [
        "The Chilean delegation was led by Ambassador Ana Rojas, while Ambassador Mary Wanjiru "
        "headed the Kenyan side.",
        "Ambassador Ana Rojas led the Chilean delegation, while Ambassador Mary Wanjiru headed "
        "the Kenyan team.",
        "Chile's delegation was led by Minister Ana Rojas, Kenya's by Mary Wanjiru.",
        "The Chilean side was headed by Ambassador Ana Rojas and the Kenyan one by Ambassador "
        "Mary Wanjiru.",
    ],
)
def test_heads_of_delegations_stand_for_their_states(read: Read, heads: str) -> None:
    (event,) = read(f"Chile and Kenya held talks in Lima. {heads}")
    assert lines((event,)) == ["Meeting ana-rojas, mary-wanjiru"]
    sides = {p.actor.represents.iso3 for p in event.participations if p.actor.represents}
    assert sides == {"CHL", "KEN"}


@pytest.mark.parametrize(
    "following",
    [
        "On the Chilean side, the talks were attended by Ambassador Ana Rojas; on the Kenyan side, "
        "by Ambassador Mary Wanjiru.",
        "Attending from the Chilean side were Ambassador Ana Rojas, and from the Kenyan side "
        "Secretary Mary Wanjiru.",
        "The meeting was attended by Ambassador Ana Rojas of Chile and, on the Kenyan side, "
        "Ambassador Mary Wanjiru.",
        "The Chilean delegation included Ambassador Ana Rojas. The Kenyan delegation included "
        "Ambassador Mary Wanjiru.",
    ],
)
def test_names_are_of_the_side_that_is_told(read: Read, following: str) -> None:
    (event,) = read(f"Chile and Kenya held talks in Lima. {following}")
    assert lines((event,)) == ["Meeting ana-rojas, mary-wanjiru"]
    sides = {p.actor.represents.iso3 for p in event.participations if p.actor.represents}
    assert sides == {"CHL", "KEN"}


def test_who_leads_a_delegation_comes_for_it(read: Read) -> None:
    text = "A Chilean delegation, led by Foreign Minister Ana Rojas, visited Togo."
    assert lines(read(text)) == ["Visit ana-rojas > TGO"]


def test_who_accompanies_a_president_is_not_met(read: Read) -> None:
    text = "Accompanied by Minister Jan Lis, Polish President Jan Nowak met Togo's King Mensah."
    assert lines(read(text)) == ["Meeting jan-nowak, mensah"]


def test_the_evidence_reaches_over_both_sentences(read: Read) -> None:
    (event,) = read(f"{MET} It rained. Kenya joined the talks. Nobody wept.")
    (evidence,) = event.evidence
    assert evidence.exact == f"{MET} It rained. Kenya joined the talks."


def test_names_in_a_list_take_the_office_before_the_colon(read: Read) -> None:
    (event,) = read(
        f"{MET} Two Kenyan ministers were present at the meeting: Peter Otieno (Health) and "
        "Mary Wanjiru (Trade and Industry)."
    )
    assert lines((event,)) == [f"Meeting {TWO}, mary-wanjiru, peter-otieno"]
    sides = {p.actor.label: p.actor.represents for p in event.participations}
    for name in ("Peter Otieno", "Mary Wanjiru"):
        side = sides[name]
        assert side is not None
        assert side.iso3 == "KEN"


def test_a_counterpart_list_of_three_is_one_list(read: Read) -> None:
    text = (
        "Kenyan foreign minister Mary Wanjiru and her Greek, Polish and Chilean counterparts, "
        "Nikos Pappas, Jan Nowak and Ana Rojas, met in Accra."
    )
    assert lines(read(text)) == ["Meeting ana-rojas, jan-nowak, mary-wanjiru, nikos-pappas"]


@pytest.mark.parametrize(
    "along",
    [
        "with ministers from Kenya and Togo taking part",
        "with Kenya and Togo participating",
        "with the participation of Kenya and Togo",
        "in the presence of ministers, with the attendance of delegates from Kenya and Togo",
    ],
)
def test_who_takes_part_stands_behind_with(read: Read, along: str) -> None:
    assert "Convening KEN, TGO" in lines(read(f"A conference opened in Lima on Monday {along}."))


def test_observers_sign_nothing(read: Read) -> None:
    text = (
        "Chile and Peru held a summit in Lima on 3 May 2023. Kenya and Togo attended the summit "
        "as observers. A trade agreement was signed at the summit."
    )
    assert set(lines(read(text))) >= {"Convening CHL, KEN, PER, TGO", "Signing CHL, PER"}


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("Leaders opened a summit in Accra on Monday. {}", "Convening"),
        ("Several leaders met in Accra. {}", "Meeting"),
        ("Talks on the border were held in Accra. {}", "Meeting"),
        ("Officials spoke to the press after two days of talks in Accra. {}", "Meeting"),
    ],
)
def test_a_session_without_names_is_that_of_those_who_attended(
    read: Read, told: str, kind: str
) -> None:
    there = "At the table were Ana Rojas of Chile, Peru's Castillo and the president of Kenya."
    assert f"{kind} KEN, ana-rojas, castillo" in lines(read(told.format(there)))
    assert lines(read(told.format("It rained."))) == []


def test_a_part_of_the_world_steps_aside_for_those_who_came(read: Read) -> None:
    text = "African leaders opened a summit in Accra. The summit brought together Kenya and Togo."
    assert lines(read(text)) == ["Convening KEN, TGO"]


def test_a_session_called_again_further_on_is_the_same(read: Read) -> None:
    gap = "It rained. Nobody minded. The roads were wet. "
    text = f"Leaders opened a summit in Accra. {gap}The summit was attended by Kenya and Togo."
    assert "Convening KEN, TGO" in lines(read(text))


def test_those_at_the_rite_signed_for_their_states(read: Read) -> None:
    signed = "Chile and Poland signed a treaty in Accra. Present at the ceremony were {}."
    people = signed.format("Chilean President Ana Rojas and Polish President Jan Nowak")
    assert lines(read(people)) == ["Signing ana-rojas, jan-nowak"]
    assert lines(read(signed.format("the presidents of Kenya and Togo"))) == ["Signing CHL, POL"]


@pytest.mark.parametrize(
    "beside", ["in the presence of Kenya", "with the president of Kenya looking on"]
)
def test_those_beside_who_met_were_there(read: Read, beside: str) -> None:
    assert lines(read(f"{MET[:-1]} on Monday, {beside}.")) == [f"Meeting KEN, {TWO}"]


@pytest.mark.parametrize(
    "text",
    [
        "In addition to host Ana Rojas of Chile, the summit in Lima was attended by Jan Nowak of "
        "Poland and the president of Kenya.",
        "Besides Chile's Ana Rojas, Jan Nowak of Poland and the president of Kenya attended the "
        "summit in Lima.",
        "A summit opened in Lima in the presence of Chile's Ana Rojas, Jan Nowak of Poland and the "
        "president of Kenya.",
        "A summit was held in Lima, where Ana Rojas of Chile, Poland's Jan Nowak and the president "
        "of Kenya agreed on a plan.",
        "Attending the summit were Ana Rojas of Chile, Jan Nowak of Poland and the president of "
        "Kenya.",
        "Chile's Ana Rojas and Poland's Jan Nowak attended the summit in Lima, as well as the "
        "representatives of Kenya.",
    ],
)
def test_the_sentence_of_a_session_says_who_else_was_there(read: Read, text: str) -> None:
    assert f"Convening KEN, {TWO}" in lines(read(text))


def test_besides_others_is_nowhere_where_nobody_attends(read: Read) -> None:
    text = "Besides Kenya, Ana Rojas of Chile criticised Togo at the summit of Peru and Bolivia."
    assert not any("KEN" in line for line in lines(read(text)) if "Convening" in line)


def test_those_who_meet_on_the_margins_of_a_session_meet(read: Read) -> None:
    text = "Ana Rojas of Chile met Jan Nowak of Poland on the margins of the {} in Accra."
    for session in ("African Union summit", "book fair"):
        assert f"Meeting {TWO}" in lines(read(text.format(session)))


def test_leaders_without_a_name_agreed_who_were_at_the_talks(read: Read) -> None:
    there = "At the table were Ana Rojas of Chile and Jan Nowak of Poland."
    text = f"Leaders agreed on a truce after talks in Accra. {there}"
    assert lines(read(text)) == [f"Agreement {TWO}", f"Meeting {TWO}"]
    text = f"Talks on the border were held in Accra. {there} A truce was agreed on Monday."
    assert lines(read(text)) == [f"Agreement {TWO}", f"Meeting {TWO}"]
    assert f"Agreement {TWO}" not in lines(read(f"{MET} It was agreed to sell the car."))


def test_the_signatories_sign(read: Read) -> None:
    text = (
        "A treaty on fish was signed in Accra on Monday. The signatories are Chile, Peru and Togo."
    )
    assert lines(read(text)) == ["Signing CHL, PER, TGO"]


def test_the_sides_are_all_who_met(read: Read) -> None:
    text = "Chile, Peru and Togo met in Accra. The {}sides agreed to build a road."
    assert "Agreement CHL, PER, TGO" in lines(read(text.format("")))
    assert "Agreement CHL, PER, TGO" not in lines(read(text.format("two ")))


@pytest.mark.parametrize(
    "following",
    [
        "The summit brought together Kenya and Togo.",
        "Kenya and Togo addressed the summit.",
        "The meeting was graced by Kenya and Togo.",
    ],
)
def test_a_summit_that_is_told_of_again_is_the_same(read: Read, following: str) -> None:
    summit = "African leaders held a summit in Lusaka on Monday, hosted by Zambia."
    assert lines(read(f"{summit} {following}")) == ["Convening KEN, TGO, ZMB"]


def test_who_is_coming_will_be_at_a_summit_to_come(read: Read) -> None:
    coming = "Foreign ministers are coming from Kenya and Togo."
    told = read(f"Those who want peace will gather in London on Monday. {coming}")
    assert lines(told) == ["planned Convening KEN, TGO"]


def test_states_at_the_table_are_at_other_talks_than_persons_of_theirs(read: Read) -> None:
    met = "Chilean envoy Ana Rojas met in January in Accra with Jan Nowak, the envoy of Poland."
    told = lines(read(f"{met}\nAt the table sit Chile, Poland, Kenya, Togo and Japan."))
    assert told == ["Convening CHL, JPN, KEN, POL, TGO", f"Meeting {TWO}"]


@pytest.mark.parametrize(
    "opened",
    [
        "Talks on fish opened in Lima on Monday.",
        "Talks on fish were called by neighbours in Lima on Monday.",
        "A meeting was organised in Lima on Monday.",
    ],
)
def test_talks_that_nobody_is_said_to_hold_are_of_those_who_came(read: Read, opened: str) -> None:
    assert "Meeting KEN, TGO" in "\n".join(lines(read(f"{opened} Kenya and Togo took part.")))


def test_on_whose_initiative_a_summit_is_called_is_there(read: Read) -> None:
    text = (
        "A summit was called in Lima on the initiative of Peruvian President Ana Rojas. Those "
        "attending included Kenya and Togo."
    )
    assert lines(read(text)) == ["Convening KEN, TGO, ana-rojas"]


def test_who_takes_part_in_drills_behind_with_holds_them(read: Read) -> None:
    text = "Kenya and Togo held joint drills, with Chile and Peru taking part."
    assert lines(read(text)) == ["Cooperation CHL, KEN, PER, TGO"]


@pytest.mark.parametrize("where", ["At the summit", "On the sidelines of the summit"])
def test_those_whom_one_meets_at_a_summit_hold_none_without_him(read: Read, where: str) -> None:
    text = f"{where}, Chilean President Ana Rojas held talks with the leaders of Kenya and Togo."
    assert not any(line.startswith("Convening KEN") for line in lines(read(text)))
