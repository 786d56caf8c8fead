"""A prescriber's documented decision, a row that was not read, and what a laboratory finding says."""

from decimal import Decimal
from typing import Any

import pytest

from prep_assistant.calculation import Decision, Indication, Order
from tests.unit.typed_orders import all_labs, an_order, concerns, get_finding, message

MBC, EBC = Indication.MBC, Indication.EBC
DECIDABLE = [
    (MBC, {"platelets_per_mm3": 30_000}, "toxicity.platelets.hold"),
    (MBC, {"alt_x_uln": Decimal(6)}, "toxicity.alt.hold_reduce"),
    (EBC, {"bilirubin_x_uln": Decimal("1.2")}, "toxicity.bilirubin.hold_reduce"),
    (MBC, {"neuropathy_grade": 3}, "toxicity.neuropathy.hold"),
    (MBC, {"lvef_percent": Decimal(39)}, "toxicity.lvef.hold"),
]
NEVER = [
    (MBC, {"alt_x_uln": Decimal(21)}, "toxicity.alt.discontinue"),
    (EBC, {"bilirubin_x_uln": Decimal(3)}, "toxicity.bilirubin.discontinue"),
    (MBC, {"symptomatic_heart_failure": True}, "toxicity.heart_failure.discontinue"),
    (MBC, {"ild_or_pneumonitis": True}, "toxicity.ild_or_pneumonitis.discontinue"),
]
INJURY = {"alt_x_uln": Decimal(4), "bilirubin_x_uln": Decimal("2.5")}


def decided(indication: Indication, values: dict[str, Any], *codes: str) -> Order:
    """Return an order with these values and a decision on each of these findings."""
    decisions = tuple(Decision(code, "Dr Decider", "Gilbert {syndrome}") for code in codes)
    return an_order(indication=indication, labs=all_labs(**values), decisions=decisions)


@pytest.mark.parametrize(("indication", "values", "code"), DECIDABLE)
def test_a_decision_on_a_hold_or_a_reduction_turns_the_stop_into_a_confirm(
    indication: Indication, values: dict[str, Any], code: str
) -> None:
    assert concerns(decided(indication, values)) == {code: "stop"}
    assert concerns(decided(indication, values, code)) == {code: "confirm"}
    assert concerns(decided(indication, values, "toxicity.other.hold", code)) == {code: "confirm"}


def test_a_decision_on_a_liver_injury_leaves_the_bilirubin_to_its_own() -> None:
    injury, bilirubin = "toxicity.liver_injury.discontinue", "toxicity.bilirubin.hold"
    assert concerns(decided(MBC, INJURY)) == {injury: "stop", bilirubin: "stop"}
    assert concerns(decided(MBC, INJURY, injury)) == {injury: "confirm", bilirubin: "stop"}
    assert concerns(decided(MBC, INJURY, injury, bilirubin)) == {injury: "confirm", bilirubin: "confirm"}


@pytest.mark.parametrize(("indication", "values", "code"), NEVER)
def test_no_decision_turns_a_permanent_end_into_anything_else(
    indication: Indication, values: dict[str, Any], code: str
) -> None:
    assert concerns(decided(indication, values, code))[code] == "stop"


@pytest.mark.parametrize(
    "changes", [{"product": "Enhertu"}, {"cycle": 15}, {"bag_fluid": "dextrose"}, {"stock": {}}, {"prior_doses": None}]
)
def test_no_decision_touches_any_other_finding(changes: dict[str, Any]) -> None:
    stops = concerns(an_order(**changes))
    decisions = tuple(Decision(code, "Dr Decider", "anyway") for code in stops)
    assert concerns(an_order(**changes, decisions=decisions)) == stops


@pytest.mark.parametrize(
    "code", ["toxicity.platelets.hold_reduce", "toxicity.platelets", "platelets", "Toxicity.platelets.hold"]
)
def test_a_decision_counts_for_its_own_finding_only(code: str) -> None:
    assert concerns(decided(MBC, {"platelets_per_mm3": 30_000}, code)) == {"toxicity.platelets.hold": "stop"}


def test_a_decided_finding_shows_the_labels_words_and_the_decision() -> None:
    order = decided(EBC, {"bilirubin_x_uln": Decimal("1.2")}, "toxicity.bilirubin.hold_reduce")
    said = message(order, "toxicity.bilirubin.hold_reduce")
    assert "1 × ULN or less" in said
    assert "one level lower" in said
    assert "Dr Decider" in said
    assert "Gilbert {syndrome}" in said
    assert "Return the order" not in said


def test_a_stop_says_until_which_value_and_then_at_which_level() -> None:
    said = message(decided(MBC, {"platelets_per_mm3": 30_000}), "toxicity.platelets.hold")
    assert "30,000 /mm³" in said
    assert "75,000/mm³ or more" in said
    assert "the same level" in said
    assert said.endswith("Return the order to the prescriber, or enter the prescriber's documented decision.")
    assert "discontinue permanently" in message(decided(MBC, {"ast_x_uln": Decimal(21)}), "toxicity.ast.discontinue")


@pytest.mark.parametrize(("indication", "values", "code"), DECIDABLE)
def test_a_stop_that_can_be_decided_otherwise_says_so(
    indication: Indication, values: dict[str, Any], code: str
) -> None:
    way_on = "Return the order to the prescriber, or enter the prescriber's documented decision."
    assert message(decided(indication, values), code).endswith(way_on)


@pytest.mark.parametrize(("indication", "values", "code"), NEVER)
def test_every_other_stop_for_a_value_goes_back_to_the_prescriber(
    indication: Indication, values: dict[str, Any], code: str
) -> None:
    assert message(decided(indication, values), code).endswith("Return the order to the prescriber.")


def test_a_row_that_was_not_read_asks_and_says_why() -> None:
    said = message(decided(EBC, {"lvef_percent": Decimal(44)}), "toxicity.lvef.hold")
    assert "not read in a current label" in said
    both = message(decided(EBC, {"lvef_percent": Decimal(44)}, "toxicity.lvef.hold"), "toxicity.lvef.hold")
    assert "not read in a current label" in both
    assert "Dr Decider" in both


def test_a_missing_baseline_is_asked_for_and_names_the_value() -> None:
    said = message(decided(MBC, {"lvef_percent": Decimal(42)}), "toxicity.lvef.baseline_missing")
    assert "42 %" in said
    assert said.endswith("Enter it.")


def test_a_diagnosis_is_told_without_a_number_and_a_grade_with_it() -> None:
    failure = message(decided(MBC, {"symptomatic_heart_failure": True}), "toxicity.heart_failure.discontinue")
    assert failure.startswith("Symptomatic heart failure:")
    assert message(decided(MBC, {"neuropathy_grade": 3}), "toxicity.neuropathy.hold").startswith("Neuropathy grade 3:")


def test_the_liver_injury_names_its_limits_and_the_labels_exception() -> None:
    said = message(decided(MBC, INJURY), "toxicity.liver_injury.discontinue")
    assert "3 × ULN" in said
    assert "2 × ULN" in said
    assert "another likely cause" in said


def test_a_finding_names_the_document_of_its_row() -> None:
    swiss = get_finding(decided(EBC, {"alt_x_uln": Decimal(4)}), "toxicity.alt.hold_reduce")
    assert swiss.source == "Swiss professional information 2019: dose adjustment"
    assert get_finding(decided(MBC, {"alt_x_uln": Decimal(6)}), "toxicity.alt.hold_reduce").source == "US PI 2.2"
