"""Answers take their target from what was told before: "condemned the launch"."""

import pytest

from tests.ingest.outline import Read, lines

LAUNCH = "North Korea fired a missile over Japan."
CLOSED = "Kenya closed its border with Somalia."
ACCUSED = "Pakistan accused India of violating the ceasefire."


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (f"{LAUNCH} Chile condemned the launch.", "Accusation CHL > PRK"),
        (f"{LAUNCH} The launch was condemned by Chile.", "Accusation CHL > PRK"),
        (f"{LAUNCH} Chile said that the launch was a provocation.", "Accusation CHL > PRK"),
        (f"{ACCUSED} India denied the accusation.", "Rejection IND > PAK"),
        (f"{ACCUSED} India denied that it had done so.", "Rejection IND > PAK"),
        (f'{ACCUSED} The charge was "a fabrication", India said.', "Rejection IND > PAK"),
        (f"{ACCUSED} India said that this was a lie.", "Rejection IND > PAK"),
        (f'{ACCUSED} "Complete nonsense," India said.', "Rejection IND > PAK"),
        (f"{ACCUSED} India said that this was an insult.", "Accusation IND > PAK"),
        ("Greece and Albania agreed a truce. Chile welcomed the truce.", "Support CHL > ALB, GRC"),
        (f"{CLOSED} Ghana expressed concern over the closure.", "Accusation GHA > KEN"),
        (f"{CLOSED} Ghana was critical of the move.", "Accusation GHA > KEN"),
        (f"{CLOSED} Ghana criticised the move, saying it would do harm.", "Accusation GHA > KEN"),
        (f"{CLOSED} Ghana said the decision was an important step.", "Support GHA > KEN"),
        (f"{CLOSED} Ghana demanded an end to the blockade.", "Request GHA > KEN"),
        (f"{CLOSED} Ghana warned of war if the blockade goes on.", "Threat GHA > KEN"),
        (f"{CLOSED} Somalia vowed to retaliate.", "Threat SOM > KEN"),
        (f"{CLOSED} Somalia demanded an explanation.", "Request SOM > KEN"),
        (f"{CLOSED} In response, Somalia recalled its ambassador.", "RelationsDowngrade SOM > KEN"),
        (
            "Kenya closed its border with Somalia, a move Ghana called illegal.",
            "Accusation GHA > KEN",
        ),
        ("Kenya asked Ghana to hand him over. The request was refused.", "Rejection GHA > KEN"),
        (
            "Mali announced plans to hire mercenaries. Chad called the plan wrong.",
            "Accusation TCD > MLI",
        ),
        (f"{CLOSED} Ghana called it a provocation.", "Accusation GHA > KEN"),
        (f"{CLOSED} Somalia voiced its condemnation.", "Accusation SOM > KEN"),
        ("Kenya jailed a priest. Ghana condemned the sentence.", "Accusation GHA > KEN"),
        (
            "Kenya expelled Ghana's envoy. It rained. It snowed. A tree fell. All slept. "
            "Ghana criticised the expulsion.",
            "Accusation GHA > KEN",
        ),
        ("Kenya proposed talks for Friday. Ghana turned them down.", "Rejection GHA > KEN"),
        ("The army staged a coup in Mali. Chad deplored the ouster.", "Accusation TCD > MLI"),
        (
            "The army staged a coup in Mali. Chad deplored the ouster, while Togo condemned it.",
            "Accusation TCD > MLI",
        ),
        (
            "Mali offered protection to the settlers, while Chad denounced the decision.",
            "Accusation TCD > MLI",
        ),
        ("Kofi Mensah won the election in Togo. Mali rejected the result.", "Rejection MLI > TGO"),
        (
            "Kofi Mensah won the election in Togo. Mali called the vote a fraud.",
            "Accusation MLI > TGO",
        ),
        (
            "The United Nations imposed sanctions on Togo. Mali voted against, and Chad abstained.",
            "Rejection MLI > united-nations",
        ),
        (
            "The United Nations adopted a resolution. Among those who voted against it were"
            " Mali and Chad.",
            "Rejection MLI, TCD > united-nations",
        ),
        (
            "Mali expelled Togo's ambassador. He left. Nobody saw him. It rained. It was late."
            " Chad welcomed the move.",
            "Support TCD > MLI",
        ),
        ("North Korea tested a device. Japan condemned the test.", "Accusation JPN > PRK"),
        (
            f"{CLOSED} Ghana condemned the move. Togo hailed it. Chad rejected the closure. "
            "It rained. Peru regretted the decision.",
            "Accusation PER > KEN",
        ),
        ("A court in Egypt sentenced six men. Peru condemned the verdict.", "Accusation PER > EGY"),
        (
            "Greece and Albania agreed a truce. It rained. It rained. It rained. It rained. "
            "Chile welcomed the truce.",
            "Support CHL > ALB, GRC",
        ),
        ("India revoked its pledge. China called the step unacceptable.", "Accusation CHN > IND"),
        (f"{ACCUSED} India denied any involvement.", "Rejection IND > PAK"),
        ("Peru expelled a Chilean envoy. Chile dismissed the charges.", "Rejection CHL > PER"),
        (
            "The UN passed a resolution on Libya. Libya rejected the resolution.",
            "Rejection LBY > united-nations",
        ),
        ("Peru jailed a Chilean journalist. Chile demanded his release.", "Request CHL > PER"),
        (
            "Peru has arrested a bishop. Chile called for the release of the bishop.",
            "Request CHL > PER",
        ),
        ("Peru bombed a camp in Chile. Ghana called for restraint.", "Request GHA > CHL, PER"),
        ("Peru's army seized power in a coup. Chile condemned the coup.", "Accusation CHL > PER"),
        (
            "Ten people were killed across Peru in a crackdown. Chile condemned the crackdown.",
            "Accusation CHL > PER",
        ),
        ("Peru sent troops to the border. Chile said this was a crime.", "Accusation CHL > PER"),
    ],
)
def test_an_answer_is_to_who_did_it(read: Read, text: str, answer: str) -> None:
    assert answer in lines(read(text))


@pytest.mark.parametrize(
    "text",
    [
        f"{LAUNCH} Chile condemned a launch.",  # another one
        f"{LAUNCH} North Korea condemned the launch.",  # its own
        f"{LAUNCH} It rained. It rained. It rained. It rained. Chile condemned the launch.",
        f"{ACCUSED} Chile denied that it had done so.",  # nobody accused Chile
        "It rained. Chile condemned the launch.",
        f"{LAUNCH} Chile said it was considering the same step.",
        "Chile's men were held in Peru. Chile condemned the men.",  # no deed
        f"{LAUNCH} Chile ordered the attacks.",
        f"{LAUNCH} Chile condemned the rebel launch.",
        "A storm hit Kenya. Ghana called it a disaster.",
        "Kenya and Togo met in Lomé. Ghana called it a mistake.",
        "Chile met Peru in Lima. Chile called for restraint.",
        "Peru bombed a camp in Togo. Chile will speak to Ghana to call for restraint.",
        "Peru's president died. Chile said this was a terrible day.",
    ],
)
def test_nobody_answers_what_was_not_told(read: Read, text: str) -> None:
    answers = ("Accusation CHL", "Rejection CHL", "Request CHL", "Accusation PRK")
    assert not [line for line in lines(read(text)) if line.startswith(answers)]


def test_an_answer_has_both_sentences_as_evidence(read: Read) -> None:
    events = read(f"{LAUNCH} It rained. Chile condemned the launch.")
    (answer,) = [e for e in events if e.kind == "Accusation"]
    assert [e.exact for e in answer.evidence] == ["Chile condemned the launch.", LAUNCH]
