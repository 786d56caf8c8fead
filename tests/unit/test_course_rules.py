"""Where in the course the dose stands, whether it is time for it, and for whom it is."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from prep_assistant.calculation import EarlierDoses, Indication
from tests.unit.typed_orders import a_dose, a_first_order, a_patient, an_order, concerns, found, get_finding, message

EBC, MBC = Indication.EBC, Indication.MBC


def course_findings(indication: Indication, cycle: int, given: int) -> dict[str, str]:
    """Return what is said of this cycle after so many doses, of which one is listed."""
    earlier = EarlierDoses(given - 1, a_dose().level) if given > 1 else None
    order = an_order(indication=indication, cycle=cycle, earlier_doses=earlier)
    return {code: severity for code, severity in found(order).items() if code.startswith(("cycle.", "course."))}


@pytest.mark.parametrize(
    ("indication", "cycle", "given", "expected"),
    [
        (EBC, 13, 12, {}),
        (EBC, 14, 13, {"course.last_cycle": "note"}),
        (EBC, 15, 13, {"cycle.beyond_course": "stop", "cycle.history_mismatch": "confirm"}),
        (
            EBC,
            14,
            14,
            {"cycle.beyond_course": "stop", "cycle.history_mismatch": "confirm", "course.last_cycle": "note"},
        ),
        (EBC, 15, 14, {"cycle.beyond_course": "stop"}),
        (EBC, 2, 14, {"cycle.beyond_course": "stop", "cycle.history_mismatch": "confirm"}),
        (EBC, 2, 13, {"cycle.history_mismatch": "confirm"}),
        (MBC, 14, 13, {}),
        (MBC, 15, 14, {}),
        (MBC, 201, 200, {}),
        (MBC, 2, 2, {"cycle.history_mismatch": "confirm"}),
        (MBC, 3, 1, {"cycle.history_mismatch": "confirm"}),
        (MBC, 2, 1, {}),
    ],
)
def test_a_course_for_early_disease_ends_after_14_doses_by_cycle_or_by_history(
    indication: Indication, cycle: int, given: int, expected: dict[str, str]
) -> None:
    assert course_findings(indication, cycle, given) == expected


def test_a_first_dose_is_cycle_one() -> None:
    assert concerns(a_first_order()) == {}
    assert concerns(a_first_order(cycle=2)) == {"cycle.history_mismatch": "confirm"}


def test_the_stop_beyond_the_course_says_what_it_counted() -> None:
    said = message(an_order(cycle=15), "cycle.beyond_course")
    assert "14" in said
    assert "cycle 15" in said
    assert get_finding(an_order(cycle=15), "cycle.beyond_course").values["given"] == "1"


def test_an_unknown_history_is_not_told_as_a_number_of_doses() -> None:
    values = get_finding(an_order(cycle=15, prior_doses=None), "cycle.beyond_course").plain_values()
    assert not any(letter.isdigit() for letter in values["given"])


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (1, {"interval.too_short": "stop"}),
        (13, {"interval.too_short": "stop"}),
        (14, {"interval.too_short": "confirm"}),
        (20, {"interval.too_short": "confirm"}),
        (21, {}),
        (22, {"interval.delayed": "note"}),
        (42, {"interval.delayed": "note"}),
        (43, {"interval.delayed": "note", "interval.long_gap": "confirm"}),
        (4000, {"interval.delayed": "note", "interval.long_gap": "confirm"}),
    ],
)
def test_the_interval_is_three_weeks_with_a_hard_floor_of_two(days: int, expected: dict[str, str]) -> None:
    interval = {code: it for code, it in found(an_order(prior_doses=(a_dose(days),))).items() if "interval" in code}
    assert interval == expected


def test_days_count_from_the_most_recent_dose_wherever_it_is_listed() -> None:
    doses = (a_dose(63), a_dose(21), a_dose(42))
    assert concerns(an_order(cycle=4, prior_doses=doses)) == {}
    assert concerns(an_order(cycle=4, prior_doses=(a_dose(63), a_dose(20), a_dose(42)))) == {
        "interval.too_short": "confirm"
    }


def test_days_count_to_the_day_of_administration_in_its_own_offset() -> None:
    late = datetime(2026, 11, 21, 23, 30, tzinfo=timezone(timedelta(hours=-1)))
    same = late.astimezone(UTC)
    assert "interval.too_short" in concerns(an_order(prepare_at=late, weight_measured_on=date(2026, 11, 21)))
    assert "interval.too_short" not in concerns(an_order(prepare_at=same))
    assert "interval.too_short" not in concerns(
        an_order(prepare_at=late, administer_at=same + timedelta(hours=1), weight_measured_on=date(2026, 11, 21))
    )


def test_too_short_an_interval_says_when_the_next_dose_is_due() -> None:
    assert "12-Nov-2026" in message(an_order(prior_doses=(a_dose(10),)), "interval.too_short")
    assert "03-Dec-2026" in message(an_order(prior_doses=(a_dose(10),)), "interval.too_short")


@pytest.mark.parametrize(
    ("born", "is_asked"),
    [
        (date(2008, 11, 22), False),
        (date(2008, 11, 23), True),
        (date(2008, 12, 1), True),
        (date(2008, 10, 30), False),
        (date(2007, 12, 31), False),
        (date(2009, 1, 1), True),
        (date(2026, 11, 22), True),
        (date(1926, 11, 22), False),
    ],
)
def test_a_patient_is_an_adult_from_the_eighteenth_birthday(born: date, is_asked: bool) -> None:  # noqa: FBT001 - a table of truths
    expected = {"patient.under_18": "confirm"} if is_asked else {}
    assert concerns(an_order(patient=a_patient(born=born))) == expected


@pytest.mark.parametrize(("day", "is_asked"), [(27, True), (28, True), (29, False)])
def test_who_is_born_on_a_leap_day_comes_of_age_after_it(day: int, is_asked: bool) -> None:  # noqa: FBT001 - a table of truths
    today = date(2026, 2, 1) + timedelta(days=day - 1)
    prepared = datetime(today.year, today.month, today.day, 9, tzinfo=UTC)
    order = a_first_order(patient=a_patient(born=date(2008, 2, 29)), prepare_at=prepared, weight_measured_on=today)
    assert ("patient.under_18" in concerns(order)) is is_asked


def test_a_delayed_last_dose_has_none_after_it() -> None:
    doses = (a_dose(23),)
    last = an_order(cycle=14, earlier_doses=EarlierDoses(12, a_dose().level), prior_doses=doses)
    assert message(last, "interval.delayed").endswith("give it now, without a loading dose.")
    assert "the next 21 days after" in message(an_order(prior_doses=doses), "interval.delayed")
