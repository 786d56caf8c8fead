"""Whether the prior doses can be believed, and what is no longer compared once they cannot."""

from datetime import timedelta

import pytest

from prep_assistant.calculation import PriorDose, Reaction
from tests.unit.typed_orders import (
    DRUG,
    NOW,
    a_dose,
    a_first_order,
    a_patient,
    an_order,
    concerns,
    found,
    get_finding,
    message,
)

LIFE_THREATENING = a_dose(21, reaction=Reaction.LIFE_THREATENING)


def history_findings(*doses: PriorDose) -> dict[str, str]:
    """Return what is said of the doses themselves."""
    return {code: it for code, it in concerns(an_order(prior_doses=doses)).items() if code.startswith("history.")}


def test_an_unknown_history_stops_and_an_empty_one_does_not() -> None:
    assert concerns(an_order(prior_doses=None)) == {"history.unknown": "stop"}
    assert concerns(a_first_order()) == {}


@pytest.mark.parametrize(("days", "is_invalid"), [(1, False), (0, True), (-1, True), (-400, True)])
def test_a_prior_dose_lies_before_the_day_of_this_one(days: int, is_invalid: bool) -> None:  # noqa: FBT001 - a table of truths
    assert history_findings(a_dose(days)) == ({"history.invalid_date": "stop"} if is_invalid else {})


def test_two_prior_doses_on_one_date_stop_wherever_they_are_listed() -> None:
    assert history_findings(a_dose(21), a_dose(42), a_dose(21)) == {"history.invalid_date": "stop"}
    assert history_findings(a_dose(21), a_dose(42), a_dose(22)) == {}


def test_the_date_that_cannot_be_is_named() -> None:
    assert "22-Nov-2026" in message(an_order(prior_doses=(a_dose(0),)), "history.invalid_date")
    twice = (a_dose(21), a_dose(21), a_dose(1))
    assert "01-Nov-2026" in message(an_order(prior_doses=twice), "history.invalid_date")


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        ("3.672", {}),
        ("3.6721", {"history.other_product": "stop"}),
        ("3.528", {}),
        ("3.5279", {"history.not_a_label_level": "confirm"}),
        ("3.3601", {"history.not_a_label_level": "confirm"}),
        ("3.36", {"history.other_product": "stop"}),
        ("3.0601", {"history.other_product": "stop"}),
        ("3.06", {}),
        ("2.94", {}),
        ("2.9399", {"history.not_a_label_level": "confirm"}),
        ("2.4481", {"history.not_a_label_level": "confirm"}),
        ("2.448", {}),
        ("2.352", {}),
        ("2.3519", {"history.not_a_label_level": "confirm"}),
        ("2.1001", {"history.not_a_label_level": "confirm"}),
        ("2.1", {"history.other_product": "stop"}),
        ("1.9", {"history.other_product": "stop"}),
        ("1.8999", {"history.not_a_label_level": "confirm"}),
        ("3.7", {"history.other_product": "stop"}),
        ("6", {"history.other_product": "stop"}),
        ("50", {"history.other_product": "stop"}),
    ],
)
def test_a_recorded_level_is_the_labels_another_drugs_or_asked_about(level: str, expected: dict[str, str]) -> None:
    assert history_findings(a_dose(level=level)) == expected


def test_one_dose_of_another_drug_and_one_odd_dose_are_both_told() -> None:
    assert history_findings(a_dose(21, "2.7"), a_dose(42, "6"), a_dose(63)) == {
        "history.other_product": "stop",
        "history.not_a_label_level": "confirm",
    }


def test_the_drug_that_a_prior_dose_fits_is_named_where_one_does() -> None:
    said = message(an_order(prior_doses=(a_dose(level="6"),)), "history.other_product")
    assert "trastuzumab (6 mg/kg every 3 weeks)" in said
    assert DRUG in said
    nothing_fits = get_finding(an_order(prior_doses=(a_dose(level="50"),)), "history.other_product")
    assert "trastuzumab" not in nothing_fits.message.replace(DRUG, "")


@pytest.mark.parametrize("reaction", list(Reaction))
def test_only_a_life_threatening_reaction_ends_the_treatment(reaction: Reaction) -> None:
    doses = (a_dose(21), a_dose(42, reaction=reaction), a_dose(63))
    stopped = {"reaction.life_threatening": "stop"} if reaction is Reaction.LIFE_THREATENING else {}
    assert concerns(an_order(cycle=4, prior_doses=doses)) == stopped


@pytest.mark.parametrize(
    "spoiling", [a_dose(0, "3"), a_dose(21, "6"), a_dose(21, "3.0601")], ids=["dated today", "6 mg/kg", "3.0601 mg/kg"]
)
def test_a_history_that_cannot_be_believed_is_not_compared_with(spoiling: PriorDose) -> None:
    doses = (spoiling, a_dose(5, "2.4", "35"), a_dose(60, weight="120"))
    plain = found(an_order(cycle=4, prior_doses=doses))
    assert {code for code in plain if code.startswith(("history.", "reaction."))} == set(plain) - {"labs.not_checked"}
    assert "labs.not_checked" in plain


@pytest.mark.parametrize("spoiling", [a_dose(0), a_dose(42, "6")], ids=["dated today", "6 mg/kg"])
def test_cycle_and_reaction_still_count_in_a_history_that_is_not_compared(spoiling: PriorDose) -> None:
    order = an_order(cycle=15, prior_doses=(spoiling, LIFE_THREATENING))
    codes = set(concerns(order)) - {"history.invalid_date", "history.other_product"}
    assert codes == {"cycle.beyond_course", "cycle.history_mismatch", "reaction.life_threatening"}


@pytest.mark.parametrize("doses", [None, (a_dose(-1),), (a_dose(21, "6"),)], ids=["unknown", "dated ahead", "6 mg/kg"])
def test_the_infusion_is_not_judged_when_its_minutes_are_not_known(doses: tuple[PriorDose, ...] | None) -> None:
    codes = found(an_order(prior_doses=doses, infusion_minutes=1, administer_at=NOW + timedelta(hours=24)))
    assert [code for code in codes if code.startswith(("infusion.", "use_by."))] == []


def test_with_an_unknown_history_only_a_cycle_beyond_the_course_still_stops() -> None:
    assert concerns(an_order(prior_doses=None, cycle=15)) == {"history.unknown": "stop", "cycle.beyond_course": "stop"}
    assert concerns(an_order("2.4", prior_doses=None, cycle=14)) == {"history.unknown": "stop"}


def test_checks_that_need_no_prior_dose_run_with_an_unknown_history() -> None:
    order = an_order(
        "3.7", "19", "100", prior_doses=None, product="Enhertu", bag_fluid="x", stock={}, patient=a_patient()
    )
    assert {"dose.above_maximum", "weight.out_of_range", "dose.mg_disagrees", "identity.other_product"} <= set(
        found(order)
    )
    assert {"bag.wrong_fluid", "vials.out_of_stock", "weight.bmi_implausible"} <= set(found(order))
