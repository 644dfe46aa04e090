"""Each of the eighteen classes in plain sentences: who does it to whom, and who takes part."""

import pytest

from graph.model import DocumentClass, EventClass, Role
from tests.ingest.outline import Read, line, lines, names

SENTENCES = [
    ("Hezbollah claimed responsibility for an attack on Israel.", "Force hezbollah > ISR"),
    ("Islamic State claimed responsibility for the bombing in Sanaa.", "Force islamic-state > YEM"),
    (
        "One Hezbollah member killed and two injured in an Israeli airstrike.",
        "Force ISR > hezbollah",
    ),
    ("Ten Hezbollah members were killed in an Israeli strike in Lebanon.", "Force ISR > hezbollah"),
    ("Peru abruptly postpones signing a treaty with Chile.", "calledOff Signing CHL, PER"),
    ("Peru filed a complaint to the United Nations over Chile's raids.", "Accusation PER > CHL"),
    ("Peru called the assertion of Chile baseless.", "Rejection PER > CHL"),
    (
        "The General Assembly of the United Nations adopted a resolution on fishing.",
        "Signing un-general-assembly",
    ),
    (
        '"It is ours," said minister Karl Dahl, who last week rejected a Japanese offer.',
        "Rejection karl-dahl > JPN",
    ),
    ("On behalf of Norway, I salute President Ana Rojas of Chile.", "Support NOR > ana-rojas"),
    ("On behalf of Norway, I wish to congratulate Chile.", "Support NOR > CHL"),
    (
        "The Foreign Minister of Malta chaired a virtual meeting with his colleague from Tunisia.",
        "Call MLT, TUN",
    ),
    ("Canada ordered ten Chinese diplomats to leave the country.", "RelationsDowngrade CAN > CHN"),
    ("Japan imposed travel bans and asset freezes on Belarusian officials.", "Sanction JPN > BLR"),
    ("Norway announced sanctions against officials in Belarus.", "Sanction NOR > BLR"),
    ("Norway froze the assets of five Belarusian banks.", "Sanction NOR > BLR"),
    ("Peru dismissed as groundless a claim by Chile.", "Rejection PER > CHL"),
    ("Warships of Italy and Greece carried out a rescue drill off Crete.", "Cooperation GRC, ITA"),
    ("Italy and Greece built a bridge together.", "Cooperation GRC, ITA"),
    ("Italy and Greece run a common research station.", "Cooperation GRC, ITA"),
    ("Chad and Niger exchanged eleven prisoners.", "Cooperation NER, TCD"),
    ("Boko Haram gunmen raided an army post in northern Cameroon.", "Force boko-haram > CMR"),
    ("Peru ended a visit to Chile.", "Visit PER > CHL"),
    ("Peru called off a summit with Chile.", "calledOff Convening CHL, PER"),
    ("The minister conveyed the gratitude of Peru to Chile.", "Support PER > CHL"),
    (
        "Ratification of the maritime treaty by the Croatian parliament took a year.",
        "Signing hrv-parliament",
    ),
    ("Peru withdrew the staff of its embassy in Santiago.", "RelationsDowngrade PER > CHL"),
    ("Ghana gave a cargo of maize to Togo.", "Aid GHA > TGO"),
    (
        "Norwegian envoy Kari Lund shuttled between Peru and Chile.",
        "Mediation kari-lund > CHL, PER",
    ),
    (
        "The suspension of Togo from the African Union was lifted.",
        "calledOff Sanction african-union > TGO",
    ),
    (
        "The Togolese government suspended aid to Ghana worth ten million dollars.",
        "Sanction TGO > GHA",
    ),
    ("The World Food Programme cut its food aid to Ghana.", "calledOff Aid wfp > GHA"),
    ("Togo suspended all imports of Ghanaian fruit.", "Sanction TGO > GHA"),
    ("The African Union suspended Togo's membership.", "Sanction african-union > TGO"),
    ("Togo quit the African Union.", "RelationsDowngrade TGO > african-union"),
    ("Togo is grateful to Ghana for its help.", "Support TGO > GHA"),
    ("Togo remains supportive of the sovereignty of Ghana.", "Support TGO > GHA"),
    ("Togo is concerned about Ghana's decision.", "Accusation TGO > GHA"),
    ("Togo was opposed to the plan of Ghana.", "Rejection TGO > GHA"),
    ("Togo said it would retaliate against Ghana.", "Threat TGO > GHA"),
    ("Togo ordered Ghana to close its consulate in Lomé.", "RelationsDowngrade TGO > GHA"),
    ("Togo removed Ghana from its blacklist.", "calledOff Sanction TGO > GHA"),
    ("Togo bans its citizens from working in Ghana.", "Sanction TGO > GHA"),
    ("Togo formally applied to join the African Union.", "Request TGO > african-union"),
    ("Togo sent a special envoy to Accra.", "Visit TGO > GHA"),
    ("Togo reopened a hotline with Ghana.", "RelationsUpgrade TGO > GHA"),
    ("Togo's foreign minister, Ama Sika, was in Accra on Friday.", "Visit ama-sika > GHA"),
    ("Togo came under attack from Ghana.", "Force GHA > TGO"),
    ("Togo is united in its condemnation of Ghana's offensive.", "Accusation TGO > GHA"),
    ("Togo air defence systems shot down a Ghanaian drone.", "Force TGO > GHA"),
    (
        "Ten people are killed in a Nigerian Air Force airstrike in Niger.",
        "Force nga-air-force > NER",
    ),
    ("NATO meets to review its plans.", "Convening nato"),
    ("The Security Council held an emergency meeting.", "Convening un-security-council"),
    ("Togo withdrew from the International Criminal Court.", "RelationsDowngrade TGO > icc"),
    ("Togolese troops advanced ten miles into Ghana.", "Force TGO > GHA"),
    ("Togo began ground operations in Ghana.", "Force TGO > GHA"),
    ("US denies a visa to Ghana's prime minister.", "Rejection USA > GHA"),
    ("In Lomé, Togo summoned the Ghanaian ambassador.", "RelationsDowngrade TGO > GHA"),
    ("Togo agreed to comply with the African Union.", "Agreement TGO, african-union"),
    ("Togo agreed to return to the six-party talks.", "Agreement TGO"),
    ("Togo announced that it would give Ghana ten million dollars in aid.", "Aid TGO > GHA"),
    (
        "Togo was working with the United Nations to end the crisis.",
        "Cooperation TGO, united-nations",
    ),
    (
        "The UN human rights chief told Togo on Friday to close the camp.",
        "Request united-nations > TGO",
    ),
    ("Australia granted a loan of 300 million dollars to Papua New Guinea.", "Aid AUS > PNG"),
    ("Togo's offensive was met with condemnation from Ghana.", "Accusation GHA > TGO"),
    ("Togo expelled a bishop, drawing protests from Ghana.", "Accusation GHA > TGO"),
    ("Togo withdrew its recognition of Kosovo.", "RelationsDowngrade TGO > XKX"),
    ("Ghana announced the opening of an embassy in Togo.", "RelationsUpgrade GHA > TGO"),
    (
        "Canada announced the designation of North Korea as a sponsor of terrorism.",
        "Sanction CAN > PRK",
    ),
    (
        "A Russian airstrike killed ten civilians in Idlib's town of Khan Shaykhun.",
        "Force RUS > SYR",
    ),
    ("An Israeli plane fired a missile at the house of a Hamas lawmaker.", "Force ISR > hamas"),
    ("The Israeli military bombed Syria.", "Force isr-military > SYR"),
    (
        "Three Hezbollah members were killed in a series of Israeli airstrikes.",
        "Force ISR > hezbollah",
    ),
    (
        "At least ten people were killed in an Israeli attack on a school in Gaza City.",
        "Force ISR > PSE",
    ),
    ("Four Turkish soldiers were killed in a raid by PKK insurgents.", "Force pkk > TUR"),
    ("A Russian drone attack on Kharkiv, Ukraine, killed two people.", "Force RUS > UKR"),
    ("Russian missile and drone strikes hit a hospital in Kyiv, Ukraine.", "Force RUS > UKR"),
    ("An attack by the Ethiopian army on Eritrea began.", "Force eth-army > ERI"),
    (
        "Armenian soldiers were killed and others were captured by Azerbaijan.",
        "Force AZE > ARM",
    ),
    ("Israeli strikes targeting members of Hezbollah killed ten people.", "Force ISR > hezbollah"),
    ("Togo recognised the independence of Kosovo.", "RelationsUpgrade TGO > XKX"),
    ("The United States threatened to carry out attacks in Nigeria.", "Threat USA > NGA"),
    ("Chile said that Bolivia bore the responsibility for the crisis.", "Accusation CHL > BOL"),
    ("Chile said it was likely that Bolivia was behind the attack.", "Accusation CHL > BOL"),
    ("Chile described Bolivia as an aggressor.", "Accusation CHL > BOL"),
    ("The Syrian government announced a ceasefire with Hezbollah.", "Agreement SYR, hezbollah"),
    ("Japan has delivered two ships to Vietnam.", "Aid JPN > VNM"),
    ("Japan began supplying missiles to Vietnam amid tensions with China.", "Aid JPN > VNM"),
    ("Japan sent senior officials to Mongolia for a summit.", "Visit JPN > MNG"),
    ("A team of United Nations inspectors arrived in Iraq.", "Visit united-nations > IRQ"),
    ("Hungary called for NATO action.", "Request HUN > nato"),
    ("Hungary wrote to Poland to ask for help.", "Request HUN > POL"),
    (
        "Kenya, Togo and Ghana are among the countries to condemn Belarus.",
        "Accusation GHA, KEN, TGO > BLR",
    ),
    (
        "Ten persons, including Polish President Jan Nowak, were added to the US sanctions list.",
        "Sanction USA > jan-nowak",
    ),
    ("Two Canadian ministers were barred from entering Israel.", "Rejection ISR > CAN"),
    ("Chile rejected the Bolivian plan.", "Rejection CHL > BOL"),
    ("Chile withdrew its ships from a treaty with Bolivia.", "Rejection CHL > BOL"),
    (
        "French President Emmanuel Macron contacted the Togolese president.",
        "Call TGO, emmanuel-macron",
    ),
    ("Envoys for Chile and Peru delivered a joint statement on fishing.", "Signing CHL, PER"),
    (
        "French President Emmanuel Macron met German Chancellor Angela Merkel in Berlin.",
        "Meeting angela-merkel, emmanuel-macron",
    ),
    ("The foreign ministers of Chile and Peru held talks in Santiago.", "Meeting CHL, PER"),
    ("The Kenyan president received the Ethiopian foreign minister.", "Meeting ETH, KEN"),
    ("Indian Prime Minister Narendra Modi visited Nepal.", "Visit narendra-modi > NPL"),
    ("The Japanese foreign minister arrived in Mongolia on Sunday.", "Visit JPN > MNG"),
    (
        "Brazilian President Paulo Reis phoned Chilean President Ana Rojas.",
        "Call ana-rojas, paulo-reis",
    ),
    (
        "Canadian Prime Minister John Roy held a telephone call with Polish President Jan Nowak.",
        "Call jan-nowak, john-roy",
    ),
    (
        "The leaders of Kenya, Uganda and Rwanda held a summit in Kigali.",
        "Convening KEN, RWA, UGA",
    ),
    ("The African Union held a summit in Accra.", "Convening african-union"),
    ("Norway mediated between Colombia and Venezuela.", "Mediation NOR > COL, VEN"),
    ("Poland and Lithuania signed a defence agreement in Vilnius.", "Signing LTU, POL"),
    ("The agreement was signed by Poland and Lithuania in Vilnius.", "Signing LTU, POL"),
    ("Ukraine ratified the Tartu Convention.", "Signing UKR"),
    ("Chile and Peru put their signatures to the Lima Accord.", "Signing CHL, PER"),
    ("Ratification of the treaty by Serbia came late.", "Signing SRB"),
    ("A treaty was signed by Chile and Peru calling for calm.", "Signing CHL, PER"),
    ("The members of the African Union adopted the Accra Declaration.", "Signing african-union"),
    ("Russia signed a pact to build a harbour in Sudan.", "Signing RUS"),
    ("Chad and Niger accepted a peace plan.", "Agreement NER, TCD"),
    ("Greece and Albania agreed to reopen the border.", "Agreement ALB, GRC"),
    ("India and Bangladesh reached an agreement on river water.", "Agreement BGD, IND"),
    ("Sweden recognised Palestine in October 2014.", "RelationsUpgrade SWE > PSE"),
    ("Sudan and Israel established diplomatic relations.", "RelationsUpgrade ISR, SDN"),
    ("Ghana opened an embassy in Togo.", "RelationsUpgrade GHA > TGO"),
    ("Canada expelled four Russian diplomats.", "RelationsDowngrade CAN > RUS"),
    ("Morocco severed diplomatic relations with Iran.", "RelationsDowngrade MAR > IRN"),
    ("Turkey recalled its ambassador to Austria.", "RelationsDowngrade TUR > AUT"),
    ("Estonia summoned the Russian ambassador.", "RelationsDowngrade EST > RUS"),
    ("Portugal praised Angola for its efforts.", "Support PRT > AGO"),
    ("Mexico expressed its support for Cuba.", "Support MEX > CUB"),
    ("Germany urged Turkey to release the journalists.", "Request DEU > TUR"),
    ("Finland called on Russia to withdraw its troops from Ukraine.", "Request FIN > RUS"),
    ("Russia was called upon by Finland to withdraw its troops.", "Request FIN > RUS"),
    ("Pakistan accused India of violating the ceasefire.", "Accusation PAK > IND"),
    ("Denmark condemned Belarus over the arrest.", "Accusation DNK > BLR"),
    ("Chile was accused by Bolivia of spying.", "Accusation BOL > CHL"),
    ("Ethiopia rejected Egypt's claim.", "Rejection ETH > EGY"),
    ("Vietnam dismissed the Chinese plan.", "Rejection VNM > CHN"),
    ("North Korea threatened South Korea with war.", "Threat PRK > KOR"),
    ("Turkey threatened to attack Syria.", "Threat TUR > SYR"),
    ("Turkey threatened to impose sanctions on Syria.", "Threat TUR > SYR"),
    ("Turkey threatened to launch an operation against Syria.", "Threat TUR > SYR"),
    ("North Korea fired a missile at Japan.", "Force PRK > JPN"),
    ("Ghana signed a deal with Togo on Monday.", "Signing GHA, TGO"),
    ("The president of Kenya also met the king of Morocco.", "Meeting KEN, MAR"),
    (
        "Ana Rojas, the President of Chile had lunch today with Polish President Jan Nowak.",
        "Meeting ana-rojas, jan-nowak",
    ),
    ("Israel warned Lebanon that it would respond.", "Threat ISR > LBN"),
    ("Norway imposed new sanctions against Belarus.", "Sanction NOR > BLR"),
    ("Ghana banned imports from Togo.", "Sanction GHA > TGO"),
    ("The European Union sanctioned Belarus in October.", "Sanction european-union > BLR"),
    ("Japan sent medical aid to Nepal.", "Aid JPN > NPL"),
    ("Norway donated ten million dollars to Malawi.", "Aid NOR > MWI"),
    ("Spain and Morocco cooperated on fisheries.", "Cooperation ESP, MAR"),
    ("Russian troops attacked Georgia in August 2008.", "Force RUS > GEO"),
    ("Turkish warplanes bombed Iraq.", "Force TUR > IRQ"),
    ("Togo was attacked by Ghana.", "Force GHA > TGO"),
]


@pytest.mark.parametrize(("text", "told"), SENTENCES)
def test_a_plain_sentence_gives_its_event(text: str, told: str, read: Read) -> None:
    assert lines(read(text)) == [told]


@pytest.mark.parametrize("kind", EventClass)
def test_every_class_has_a_sentence_here(kind: EventClass) -> None:
    assert any(told.startswith(f"{kind} ") for _, told in SENTENCES)


@pytest.mark.parametrize(
    ("text", "role", "actor"),
    [
        ("The Kenyan president received the Ethiopian foreign minister.", Role.HOST, "KEN"),
        ("Indian Prime Minister Narendra Modi visited Nepal.", Role.VISITOR, "narendra-modi"),
        ("Poland and Lithuania signed a defence agreement.", Role.SIGNATORY, "LTU, POL"),
    ],
)
def test_special_roles_are_told_as_such(text: str, role: Role, actor: str, read: Read) -> None:
    (event,) = read(text)
    assert names(event.actors(role)) == actor


def test_those_who_chair_a_session_are_its_chairs(read: Read) -> None:
    (event,) = read(
        "The meeting was co-chaired by Chilean Trade Minister Ana Rojas and Peruvian Trade "
        "Minister Luis Vega."
    )
    assert names(event.actors(Role.CHAIR)) == "ana-rojas, luis-vega"


def test_a_person_represents_the_state_of_the_office(read: Read) -> None:
    (event,) = read("Norwegian Foreign Minister Kari Lund met Swedish Foreign Minister Lena Holm.")
    sides = {a.represents.key for a in event.actors() if a.represents is not None}
    assert sides == {"country/NOR", "country/SWE"}


def test_a_signing_produces_its_document(read: Read) -> None:
    (event,) = read("Turkey and Azerbaijan signed the Treaty of Friendship in Baku.")
    (document,) = event.documents
    assert (document.kind, document.title) == (DocumentClass.TREATY, "Treaty of Friendship")


def test_brokered_talks_are_a_mediation_and_a_meeting(read: Read) -> None:
    told = lines(read("Qatar brokered talks between Chad and Sudan in Doha."))
    assert told == ["Mediation QAT > SDN, TCD", "Meeting SDN, TCD"]


def test_one_sentence_may_hold_several_events(read: Read) -> None:
    told = lines(
        read(
            "Norwegian Prime Minister Kari Lund arrived in Estonia on Monday and met Estonian "
            "President Juhan Tamm in Tallinn."
        )
    )
    assert told == ["Meeting juhan-tamm, kari-lund", "Visit kari-lund > EST"]


def test_the_word_of_a_ministry_is_not_the_event(read: Read) -> None:
    (event,) = read("The foreign ministry of Kenya said that Poland had accused Uganda of spying.")
    assert line(event) == "Accusation POL > UGA"
    (whose,) = event.according_to
    assert whose.represents is not None
    assert whose.represents.key == "country/KEN"


def test_those_who_met_speak_face_to_face(read: Read) -> None:
    told = read("Chilean President Ana Rojas met Peruvian President Luis Paz. They spoke of trade.")
    assert lines(told) == ["Meeting ana-rojas, luis-paz"]


def test_the_capital_acts_for_its_state(read: Read) -> None:
    assert lines(read("Ankara accused Athens of spying.")) == ["Accusation TUR > GRC"]


def test_the_two_sides_are_those_of_the_sentence_before(read: Read) -> None:
    told = read(
        "The leaders of France and Germany met in Paris. The two sides signed a declaration."
    )
    assert lines(told) == ["Meeting DEU, FRA", "Signing DEU, FRA"]


@pytest.mark.parametrize(
    "text",
    [
        "Georgia Tech beat Oregon State in Atlanta.",
        "China won against Brazil in the final.",
        "The president spoke to reporters about the budget.",
        "Bakers and millers met in Oslo to talk about bread.",
        "The Chinese singer visited her mother.",
        "It rained in Paris on Monday.",
    ],
)
def test_sport_weather_and_private_life_are_no_events(text: str, read: Read) -> None:
    assert lines(read(text)) == []


def test_a_visit_in_passing_is_told_beside_the_main_event(read: Read) -> None:
    text = "Polish President Jan Nowak, during a visit to Togo for talks on trade, praised Ghana."
    assert lines(read(text)) == ["Support jan-nowak > GHA", "Visit jan-nowak > TGO"]


@pytest.mark.parametrize(
    "text",
    [
        "Chile said that the Bolivian president was poisoned.",
        "Chile said it would welcome Bolivia as a mediator.",
        "Chile condemned the attacks against Peru.",
        "Chile criticised the sanctions on Peru.",
        "Chile denounced the attack on the Peruvian embassy in Bolivia.",
        "Chile supported Peru's opponents.",
        "Chile warned the enemies of Peru.",
        "It is the largest deployment of Chilean troops to Europe in years.",
        "Chilean President Ana Rojas spoke in Peru on the talks.",
        "The Kenyan army returned fire to the Somali side.",
        "The Danish activist Ole Juhl was banned by Norway.",
        "Suits made in Peru were seized by Chile.",
        "A missile was launched by Chile from Peru.",
        "Prince Karl was named as Duke of Upland by the King of Norway.",
        "Chile vetoed a resolution threatening sanctions against Peru.",
        "Kenyan police arrested the activist Jane Okello.",
        "Kenya accused Jane Okello of treason.",
        "Two soldiers of Chile were killed by an attack in Peru.",
        "Chile wants to condemn Peru.",
        "Chile claimed responsibility for the report on Peru.",
        "Ministers of Chile and Peru visited a ship amid negotiations.",
        "The treaty was brokered by Chile and Peru.",
        "Chile and Peru recalled their envoys for consultations.",
        "Chile occupied the seat of Peru.",
        "Chile imposed a rule that came into effect on travellers from Peru.",
        "Chilean fishermen protested against Peru.",
        "Hungary banned the Irish band Kneecap.",
        'Chile called the Peruvian report a "game".',
    ],
)
def test_a_state_that_is_only_named_is_no_target(text: str, read: Read) -> None:
    assert not [told for told in lines(read(text)) if " > " in told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Ten people were killed in Israeli strikes on Blida in southern Lebanon.",
            "Force ISR > LBN",
        ),
        ("Israel attacked Tripoli in Lebanon.", "Force ISR > LBN"),
        ("Israel attacked Tripoli.", "Force ISR > LBY"),
    ],
)
def test_a_town_is_in_the_state_that_is_named_behind_it(text: str, told: str, read: Read) -> None:
    assert lines(read(text)) == [told]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        (
            "The Security Council adopted a resolution condemning Eritrea.",
            ["Accusation un-security-council > ERI", "Signing un-security-council"],
        ),
        (
            "Chile and Peru issued a joint statement calling on Bolivia to talk.",
            ["Request CHL, PER > BOL", "Signing CHL, PER"],
        ),
        (
            "The Arab League adopted a resolution that condemns Eritrea.",
            ["Accusation arab-league > ERI", "Signing arab-league"],
        ),
        (
            "An emergency session of the Arab League adopted a resolution.",
            ["Convening arab-league", "Signing arab-league"],
        ),
    ],
)
def test_whoever_adopts_a_document_says_what_it_says(
    text: str, acts: list[str], read: Read
) -> None:
    assert lines(read(text)) == acts


def test_who_blocks_a_document_does_not_say_what_it_says(read: Read) -> None:
    told = lines(read("Russia vetoed a resolution condemning Eritrea."))
    assert "Accusation RUS > ERI" not in told


def test_a_sentence_about_a_statement_is_no_joint_statement(read: Read) -> None:
    for end in ("to go.", 'to "go".'):
        text = (
            f"In a statement, the Norwegian foreign ministry urged Kenyan President Ali Oke {end}"
        )
        assert all(event.kind is not EventClass.SIGNING for event in read(text))


def test_a_particle_may_end_the_text(read: Read) -> None:
    assert not read("Peru and Chile ruled out")
