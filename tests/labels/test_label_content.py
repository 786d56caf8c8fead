"""What the bag label says, from the shared cases and by arithmetic done here."""

from decimal import Decimal
from typing import Any

import pytest

from prep_assistant.paper import PaperError, PlanStopped
from tests.labels.papers import BANNER, LABEL_NAMES, formulary, label_bytes, overlap, read_label
from tests.orders import confirm_order, plain_order, stopped_order, with_value
from tests.shared_cases import CASES

PREPARED = [case for case in CASES if case["expected"].get("preparation")]


def grouped(number: str) -> str:
    whole, point, rest = number.partition(".")
    return f"{int(whole):,}{point}{rest}"


@pytest.mark.parametrize("case", PREPARED, ids=lambda case: case["name"])
def test_the_label_of_a_shared_case_carries_its_figures(case: dict[str, Any]) -> None:
    wanted = case["expected"]["preparation"]
    text = read_label(case["order"]).text()
    if "dose" in wanted:
        dose = wanted["dose"]
        assert f"{grouped(dose['prepared_mg'])} mg" in text.split("\n")[6]
        assert f"Volume drawn {dose['volume_ml']} mL of 20 mg/mL" in text
        assert f"{dose['mg_per_kg']} mg/kg × {dose['weight_kg']} kg (measured " in text
    if "bag" in wanted:
        final = Decimal(wanted["bag"]["final_volume_ml"])
        assert f"final volume {final} mL" in text
        assert f"Give the whole bag (about {int(final + Decimal('0.5'))} mL)" in text
    if "infusion" in wanted:
        infusion = wanted["infusion"]
        assert f"Infuse over {infusion['minutes']} min (about {grouped(infusion['rate_ml_per_h'])} mL/h)" in text
        assert f"Observe for {infusion['observe_minutes']} min afterwards" in text
    for vials in wanted.get("vials", []):
        assert text.count(f"{vials['strength_mg']} mg vial, lot") == vials["count"]


IN_ORDER = [
    BANNER,
    "EXAMPLE, Ana",
    "MRN 00417 · born 14-Feb-1961",
    "ado-trastuzumab EMTANSINE",
    "252 mg",
    "Written on the order: 250 mg",
    "in 0.9 % sodium chloride, 250 mL bag · final volume 262.6 mL",
    "Give the whole bag (about 263 mL)",
    "Infuse over 90 min (about 175 mL/h)",
    "Observe for 30 min afterwards",
    "0.2 or 0.22 micron in-line PES filter",
    "Start infusion before 23-Nov-2026 09:00",
    "Store at 2 to 8 °C. Do not freeze. Do not shake.",
    "CYTOTOXIC · IV INFUSION ONLY",
    "KADCYLA only, do not substitute · Sodium chloride only",
    "Do not mix",
    "3.6 mg/kg × 70 kg (measured 20-Nov-2026) · cycle 2 of 14 (EBC)",
    "Volume drawn 12.6 mL of 20 mg/mL",
    "Prepared (as planned) 22-Nov-2026 09:00 · for 22-Nov-2026 11:00",
    "Order RX-2026-00017",
    "Formulary kadcyla-us",
    "100 mg vial, lot",
    "160 mg vial, lot",
    "Prepared by",
    "Checked by",
    "Site",
]


def test_the_blocks_stand_from_the_top_down_as_the_nurse_reads_them() -> None:
    order = with_value("dose_mg", "250", plain_order()) | {"administer_at": "2026-11-22T11:00:00+01:00"}
    paper = read_label(order)
    tops = [max(line.top for line in paper.lines if part in line.text) for part in IN_ORDER]
    assert tops == sorted(tops, reverse=True)


def test_the_dose_is_framed_with_its_route_and_nothing_else() -> None:
    paper = read_label(plain_order())
    (frame,) = paper.around(paper.line("252 mg"))
    assert [line.text.strip() for line in paper.lines if overlap(frame, line)] == ["252 mg", "IV infusion"]


def test_the_time_to_start_before_is_framed() -> None:
    paper = read_label(plain_order())
    assert len(paper.around(paper.line("Start infusion before"))) == 1


@pytest.mark.parametrize("size", LABEL_NAMES)
def test_the_volume_drawn_never_stands_beside_the_dose(size: str) -> None:
    paper = read_label(plain_order(), size)
    drawn, dose = paper.line("12.6 mL", len(paper.pages)), paper.line("252 mg")
    assert drawn.page > dose.page or dose.bottom - drawn.top > 50


def test_the_brand_and_what_it_is_not_stand_beside_the_name() -> None:
    paper = read_label(plain_order())
    name = paper.line("ado-trastuzumab EMTANSINE")
    for beside in (paper.line("(KADCYLA)"), paper.line("Not trastuzumab")):
        assert beside.left > name.right
        assert beside.points < name.points
        assert abs((beside.top + beside.bottom) / 2 - (name.top + name.bottom) / 2) < name.points


def test_no_other_product_is_named_on_the_bag() -> None:
    text = read_label(plain_order()).text()
    for name in ("Herceptin", "Enhertu", "deruxtecan", "Hylecta", "Phesgo", "dextrose"):
        assert name.lower() not in text.lower()


def test_the_written_dose_is_left_out_when_it_is_the_prepared_one() -> None:
    assert "Written" not in read_label(plain_order()).text()


def test_metastatic_disease_has_no_number_of_cycles_to_count_to() -> None:
    assert "cycle 2 (MBC)" in read_label(plain_order() | {"indication": "MBC"}).text()


def test_the_formulary_is_named_with_the_first_twelve_digits_of_its_digest() -> None:
    digest = formulary().monograph.digest.removeprefix("sha256:")[:12]
    revision = formulary().monograph.revision
    assert f"Formulary kadcyla-us, revision {revision}, digest {digest}" in read_label(plain_order()).text()


def test_a_reason_is_printed_with_the_finding_it_answers() -> None:
    text = read_label(confirm_order(), reasons={"weight.stale": "ward scale out of order"}).text()
    assert "Reason, weight.stale: ward scale out of order" in text


def test_reasons_without_room_are_said_to_stand_on_the_worksheet() -> None:
    paper = read_label(confirm_order(), reasons={"weight.stale": "a long story of scales " * 20})
    assert len(paper.pages) == 1
    assert "Reasons: see the worksheet" in paper.text()


def test_a_stopped_plan_has_no_label() -> None:
    with pytest.raises(PlanStopped, match="the plan is stopped"):
        label_bytes(stopped_order())
    assert issubclass(PlanStopped, PaperError)


def test_an_unknown_size_is_refused() -> None:
    with pytest.raises(ValueError, match="expected one of 100x150, 102x76, a4, letter"):
        label_bytes(plain_order(), "150x100")
