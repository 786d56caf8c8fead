"""What the worksheet says: the order, every figure with its arithmetic and source, the steps, the acts."""

from typing import Any

import pytest

from prep_assistant.calculation import Figure
from prep_assistant.paper import PlanStopped
from tests.labels.papers import Paper, planned, read_paper, worksheet_bytes
from tests.orders import confirm_order, full_order, plain_order, stopped_order, with_value


def flat(paper: Paper) -> str:
    """All text with its lines joined, as wrapping leaves it."""
    return " ".join(paper.text().replace("\xa0", " ").split())


def sheet_of(order: dict[str, Any], reasons: dict[str, str] | None = None) -> str:
    return flat(read_paper(worksheet_bytes(order, reasons=reasons)))


@pytest.fixture(scope="module")
def full() -> str:
    return sheet_of(full_order())


def test_the_order_is_repeated_with_its_dates(full: str) -> None:
    for fact in (
        "Product ado-trastuzumab emtansine (KADCYLA)",
        "Indication early breast cancer (EBC), cycle 10 of 14",
        "Dose level 3.6 mg/kg",
        "Written dose 252 mg",
        "Bag fluid 0.9 % sodium chloride",
        "Infusion time 120 min",
        "Weight 70 kg, measured on 20-Nov-2026",
        "Height 165 cm",
        "Prepare at 22-Nov-2026 09:00",
        "Give at 22-Nov-2026 11:00",
        "Vials on the shelf 12 × 100 mg, 4 × 160 mg",
        "Before those listed 8 doses, the lowest 3.6 mg/kg",
        "30-Oct-2026 3.6 mg/kg 70 kg 90 min no reaction",
        "Platelets 210,000 per mm³",
        "ALT 0.8 × upper limit of normal",
        "LVEF 60 %, measured on 20-Oct-2026; before the first dose 62 %",
        "Symptomatic heart failure no",
        "Neuropathy grade 0",
        "Treatment released by Dr Example, 22-Nov-2026",
        "toxicity.bilirubin.hold_reduce Dr Example Gilbert syndrome known",
    ):
        assert fact in full


def test_what_was_not_given_is_said_to_be_missing() -> None:
    bare = plain_order() | {"prior_doses": [], "cycle": 1, "dose_mg": None, "treatment_released_by": None}
    text = sheet_of(bare | {"stock": None}, {"labs.not_released": "released by telephone"})
    missing = "Written dose not given", "Values not given", "released by not given", "Bag fluid not written"
    for fact in (*missing, "Reaction none"):
        assert fact in text
    assert "Vials on the shelf" not in text


def test_the_figures_show_rule_numbers_and_source() -> None:
    text = sheet_of(with_value("weight.kg", "82.4", plain_order()) | {"dose_mg": "297", "prior_doses": [], "cycle": 1})
    for row in (
        "Dose calculated 296.64 mg weight × dose level 82.4 kg × 3.6 mg/kg US PI 2.1",
        "Dose prepared 296 mg volume drawn × concentration 14.8 mL × 20 mg/mL US PI 2.4",
        "rounded down to the graduation 296.64 mg ÷ 20 mg/mL = 14.832 mL",
        "(296 mg − 296.64 mg) ÷ 296.64 mg × 100",
        "−0.22 %",
        "Unused 4 mg vials opened − dose prepared 300 mg − 296 mg",
        "Final volume 264.8 mL bag + volume drawn 250 mL + 14.8 mL",
        "Written dose 297 mg written on the order order",
        "halves away from zero",
        "The volume drawn is rounded down to 0.1 mL (House limit: graduation).",
        "US PI: KADCYLA prescribing information",
    ):
        assert row in text


def test_no_figure_of_the_plan_is_left_out(full: str) -> None:
    preparation = planned(full_order())[1].preparation
    assert preparation is not None
    figures = [
        figure for name in preparation.__match_args__ if isinstance(figure := getattr(preparation, name), Figure)
    ]
    assert len(figures) >= 18
    for figure in figures:
        assert flatten(figure.worked) in full
        assert str(figure.source) in full
        assert figure.rounding in full


def flatten(text: str) -> str:
    return " ".join(text.replace("\xa0", " ").split())


def test_findings_stand_with_the_reasons_they_were_given(full: str) -> None:
    assert "infusion.as_ordered: " in full
    text = sheet_of(confirm_order(), {"weight.stale": "ward scale out of order"})
    assert "confirm weight.stale: " in text
    assert "ward scale out of order" in text
    for finding in planned(confirm_order())[1].findings:
        assert f"{finding.severity} {finding.code}: {flatten(finding.message)[:20]}" in text


def test_the_steps_run_from_the_cold_chain_to_the_closing_look_with_the_numbers_of_the_order(full: str) -> None:
    steps = [
        "1 Cold chain: take 1 × 100 mg + 1 × 160 mg of ado-trastuzumab emtansine (KADCYLA)",
        "4 Reconstitute each 100 mg vial with 5 mL, each 160 mg vial with 8 mL of Sterile Water for Injection",
        "Swirl gently until dissolved. Do not shake. The solution then holds 20 mg/mL",
        "no visible particles",
        "6 Draw 12.6 mL (252 mg at 20 mg/mL). 8 mg stay in the vials",
        "12.6 mL, about 12.93 g by weight",
        "8 Read the bag aloud: 250 mL bag of 0.9 % sodium chloride, no dextrose (glucose). Add 12.6 mL",
        "Final volume 262.6 mL",
        "9 Invert the bag gently",
        "12 Store at 2 to 8 °C. Do not freeze. Do not shake. Start the infusion before 23-Nov-2026 09:00",
        "13 Closing look: bag, label and this worksheet",
        "252 mg, order RX-2026-00017",
    ]
    told = full[full.index("What to do") :]
    places = [told.index(step) for step in steps]
    assert places == sorted(places)


def test_every_act_has_its_line(full: str) -> None:
    acts = full[full.index("Names and signatures") :]
    for act in ("Order compared with the original", "Prepared (technician)", "witness", "Verified", "Released"):
        assert act in acts
    assert "Act Name Signature Date and time" in acts


def test_every_vial_and_component_has_blanks_for_lot_and_expiry(full: str) -> None:
    table = full[full.index("Vials and components") : full.index("Steps")]
    assert "Lot Expiry" in table
    for row in ("100 mg vial 5 mL", "160 mg vial 8 mL", "0.9 % sodium chloride, 250 mL bag", "PES filter"):
        assert row in table


def test_a_stopped_plan_has_no_worksheet() -> None:
    with pytest.raises(PlanStopped):
        worksheet_bytes(stopped_order())


def test_an_unknown_size_is_refused() -> None:
    with pytest.raises(ValueError, match="expected one of a4, letter"):
        worksheet_bytes(plain_order(), "100x150")
