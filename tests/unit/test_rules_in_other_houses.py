"""Rules under other figures than the installed ones: what they do where the installed figures cannot show it."""

from dataclasses import replace
from decimal import Decimal

import pytest

from prep_assistant.calculation import (
    Indication,
    LookAlikeDose,
    Monograph,
    Order,
    Source,
    Sourced,
    Status,
    Toxicity,
    VialStrength,
    plan,
)
from prep_assistant.calculation.case import open_case
from prep_assistant.calculation.monograph import Meaning
from prep_assistant.calculation.names import read_product_name
from prep_assistant.calculation.vials import find_vials
from prep_assistant.quantities import DoseLevel, Mass, Volume
from tests.unit.typed_orders import (
    DRUG,
    MONOGRAPH,
    POLICY,
    a_dose,
    a_first_order,
    a_patient,
    all_labs,
    an_order,
    found,
    get_finding,
    message,
    plan_of,
)

ELSEWHERE = Source("Elsewhere", "2026", "9", Status.HOUSE)


def vials_of(*strengths: int) -> tuple[VialStrength, ...]:
    """Return vials of these strengths in mg."""
    return tuple(VialStrength(Mass(Decimal(mg)), Volume(Decimal(mg) / 20), ELSEWHERE) for mg in strengths)


def codes(order: Order, monograph: Monograph) -> set[str]:
    """Return the codes found under another monograph."""
    return {finding.code for finding in plan(order, monograph, POLICY).findings}


def sources(order: Order, monograph: Monograph) -> dict[str, str]:
    """Return the source of each finding under another monograph, by its code."""
    return {finding.code: finding.source for finding in plan(order, monograph, POLICY).findings}


@pytest.mark.parametrize(
    ("need", "wanted"),
    [
        ("120", (1, 0, 1)),  # 3 x 40 hold as much, in more vials
        ("40", (0, 1, 0)),  # 2 x 20 hold as much, in more vials
        ("20", (1, 0, 0)),
        ("280", (0, 2, 2)),  # 4 x 20 + 2 x 100 hold as much, in more vials
        ("260", (1, 1, 2)),
    ],
)
def test_of_three_strengths_the_fewest_vials_that_waste_least_are_chosen(need: str, wanted: tuple[int, ...]) -> None:
    assert find_vials(Mass(Decimal(need)), vials_of(20, 40, 100), None) == wanted


def test_the_vials_opened_cite_the_source_of_the_first_strength() -> None:
    first, *others = MONOGRAPH.vials
    monograph = replace(MONOGRAPH, vials=(replace(first, source=ELSEWHERE), *others))
    made = plan(an_order(), monograph, POLICY).preparation
    assert made is not None
    assert made.opened.source == made.unused.source == ELSEWHERE
    # 100 kg need 360 mg, which 2 x 100 + 160 mg hold to the last drop.
    drop = an_order(weight="100", prior_doses=(a_dose(weight="100"),))
    assert sources(drop, monograph)["vials.none_spare"] == str(ELSEWHERE)
    assert sources(an_order(stock={}), monograph)["vials.out_of_stock"] == str(ELSEWHERE)


def test_a_course_of_one_dose_is_not_over_before_it_begins() -> None:
    once = replace(MONOGRAPH, course_limits={Indication.EBC: Sourced(1, ELSEWHERE)})
    assert "cycle.beyond_course" not in codes(a_first_order(), once)
    assert "cycle.beyond_course" not in codes(an_order(prior_doses=None, cycle=1), once)
    assert "cycle.beyond_course" in codes(an_order(), once)


def test_a_level_that_fits_two_look_alikes_names_both() -> None:
    near = tuple(
        LookAlikeDose(name, "weekly", DoseLevel(Decimal(level)), ELSEWHERE)
        for name, level in (("one", "4"), ("two", "4.2"))
    )
    answered = plan(an_order("4.1"), replace(MONOGRAPH, look_alike_doses=near), POLICY)
    (finding,) = [it for it in answered.findings if it.code == "dose.fits_other_product"]
    assert "a labelled dose of one (4\u00a0mg/kg weekly) or two (4.2\u00a0mg/kg weekly), not of" in finding.message


def test_a_wrong_bag_names_every_fluid_that_would_be_right() -> None:
    fluids = replace(MONOGRAPH.bag_fluids, value=("0.9 % saline", "0.45 % saline"))
    answered = plan(an_order(bag_fluid="water"), replace(MONOGRAPH, bag_fluids=fluids), POLICY)
    (finding,) = [it for it in answered.findings if it.code == "bag.wrong_fluid"]
    assert finding.message.startswith("The bag must be 0.9 % saline or 0.45 % saline. Correct the bag")


def test_a_bag_of_two_other_drugs_names_both() -> None:
    monograph = replace(MONOGRAPH, wrong_bag={"red": "one", "blue": "two"})
    answered = plan(an_order(bag_fluid="red and blue"), monograph, POLICY)
    (finding,) = [it for it in answered.findings if it.code == "bag.wrong_fluid"]
    assert "this one is the bag of one, two. Check bag and drug" in finding.message


def test_a_missing_baseline_is_told_with_the_first_row_of_the_band() -> None:
    rules = MONOGRAPH.laboratory_rules
    key = Indication.MBC, Toxicity.LVEF
    band = {row.range for row in rules.rows[key] if row.fall is not None}
    (fallible,) = band
    first, *others = [row for row in rules.rows[key] if row.range == fallible]
    elsewhere = [replace(row, source=ELSEWHERE, unit="points") for row in others]
    rest = [row for row in rules.rows[key] if row.range != fallible]
    monograph = replace(
        MONOGRAPH, laboratory_rules=replace(rules, rows={**rules.rows, key: (first, *elsewhere, *rest)})
    )
    order = an_order(indication=Indication.MBC, labs=all_labs(lvef_percent=Decimal(42)))
    (finding,) = [it for it in plan(order, monograph, POLICY).findings if it.code == "toxicity.lvef.baseline_missing"]
    assert finding.source == str(first.source)
    assert finding.values["what"] == "LVEF 42\u00a0%"


def test_a_first_dose_names_every_value_that_was_not_studied() -> None:
    labs = all_labs(
        alt_x_uln=Decimal("2.6"),
        bilirubin_x_uln=Decimal("1.6"),
        platelets_per_mm3=99_999,
        lvef_percent=Decimal("49.9"),
        baseline_lvef_percent=Decimal("49.9"),
    )
    assert get_finding(a_first_order(labs=labs), "toxicity.start.not_studied").values == {
        "named": "ALT or AST, bilirubin, platelets, LVEF"
    }


def test_before_the_first_dose_there_is_nothing_to_compare_with() -> None:
    course = open_case(a_first_order(), MONOGRAPH, POLICY, comparable=True).course
    assert (course.last, course.last_level, course.lowest) == (None, None, None)
    assert (course.last_weighed, course.first_weighed, course.days_since_last) == (None, None, 0)


def test_the_full_name_is_recognised_as_accepted() -> None:
    assert read_product_name(DRUG, MONOGRAPH.names).meaning is Meaning.ACCEPTED


def test_an_infusion_slower_than_the_rule_cites_the_rule_in_minutes() -> None:
    made = plan_of(a_first_order(infusion_minutes=120)).preparation
    assert made is not None
    assert made.minutes.unit == "min"
    assert made.minutes.source == MONOGRAPH.first_infusion_minutes.source


def test_a_change_of_weight_is_said_to_one_decimal() -> None:
    # 34.9 of 70 are 49.857 per cent.
    order = an_order(weight="104.9", patient=a_patient(None))
    assert get_finding(order, "weight.changed").plain_values()["percent"] == "49.9"


def test_a_body_mass_index_is_said_to_one_decimal() -> None:
    # 40 kg at 1.65 m are 14.692 kg/m².
    order = an_order(weight="40", prior_doses=(a_dose(weight="40"),))
    assert get_finding(order, "weight.bmi_implausible").plain_values()["bmi"] == "14.7"


def test_a_slipped_decimal_point_is_guessed() -> None:
    order = an_order(weight="7", prior_doses=(a_dose(weight="70"),))
    assert "cannot be the same patient in kilograms. Decimal point? Measure again" in message(
        order, "weight.implausible_change"
    )


def test_the_old_weight_is_told_only_where_the_written_mg_is_in_question() -> None:
    # 285 mg are 3.8 mg/kg of the old 75 kg; 7 per cent above 266 mg is nobody's dose of 70 kg.
    order = an_order("3.8", "70", "285", prior_doses=(a_dose(weight="75"),))
    assert "old_weight" not in get_finding(order, "dose.fits_other_product").plain_values()
    assert "the ordered level for 75 kg" in message(order, "dose.mg_disagrees")


def test_a_difference_from_the_written_mg_is_said_to_two_decimals() -> None:
    # 1 of 252 is 0.3968 per cent.
    assert get_finding(an_order(written="251"), "dose.mg_differs").plain_values()["percent"] == "-0.4"
    assert get_finding(an_order(written="254"), "dose.mg_differs").plain_values()["percent"] == "0.79"


def test_without_stops_and_questions_a_plan_is_ready() -> None:
    assert set(found(an_order()).values()) == {"note"}
    assert plan_of(an_order()).status.value == "ready"
