"""How long the infusion lasts, by whose rule, and whether the bag lasts as long."""

from datetime import UTC, datetime, timedelta

import pytest

from prep_assistant.calculation import EarlierDoses, Order, Preparation, PriorDose, Reaction
from tests.unit.typed_orders import NOW, a_dose, a_first_order, an_order, found, get_finding, message, plan_of

BAD = Reaction.NOT_TOLERATED


def preparation_of(order: Order) -> Preparation:
    """Return the figures; a stopped plan fails the test."""
    preparation = plan_of(order).preparation
    assert preparation is not None
    return preparation


@pytest.mark.parametrize(
    ("doses", "minutes", "rule"),
    [
        ((), 90, "infusion.first"),
        ((a_dose(),), 30, "infusion.subsequent"),
        ((a_dose(minutes=90),), 30, "infusion.subsequent"),
        ((a_dose(reaction=BAD),), 90, "infusion.not_tolerated"),
        ((a_dose(), a_dose(42, reaction=BAD), a_dose(63)), 90, "infusion.not_tolerated"),
        ((a_dose(22),), 30, "infusion.subsequent"),
        ((a_dose(22, minutes=30),), 30, "infusion.subsequent"),
        ((a_dose(22, minutes=29),), 30, "infusion.subsequent"),
        ((a_dose(22, minutes=31),), 31, "infusion.rate_of_last"),
        ((a_dose(22, minutes=120),), 120, "infusion.rate_of_last"),
        ((a_dose(21, minutes=120),), 30, "infusion.subsequent"),
        ((a_dose(22, minutes=60, reaction=BAD),), 90, "infusion.not_tolerated"),
        ((a_dose(22), a_dose(43, minutes=60)), 30, "infusion.subsequent"),
    ],
)
def test_one_rule_makes_the_minutes_and_says_so(doses: tuple[PriorDose, ...], minutes: int, rule: str) -> None:
    order = an_order(cycle=len(doses) + 1, prior_doses=doses)
    assert preparation_of(order).minutes.value == minutes
    assert [code for code in found(order) if code.startswith("infusion.")] == [rule]
    assert get_finding(order, rule).plain_values()["minutes"] == str(minutes)


@pytest.mark.parametrize(("doses", "minutes"), [((), 90), ((a_dose(),), 30), ((a_dose(reaction=BAD),), 30)])
def test_the_patient_is_observed_90_minutes_after_a_first_dose_and_30_after_any_other(
    doses: tuple[PriorDose, ...], minutes: int
) -> None:
    assert preparation_of(an_order(cycle=len(doses) + 1, prior_doses=doses)).observe_minutes.value == minutes


def test_a_summary_of_earlier_doses_changes_nothing_of_the_last() -> None:
    order = an_order(cycle=10, earlier_doses=EarlierDoses(8, a_dose().level))
    assert preparation_of(order).minutes.value == 30


@pytest.mark.parametrize(
    ("ordered", "minutes", "expected"),
    [
        (29, None, {"infusion.subsequent": "note", "infusion.too_fast": "stop"}),
        (30, 30, {"infusion.subsequent": "note"}),
        (31, 31, {"infusion.subsequent": "note", "infusion.as_ordered": "note"}),
        (999, 999, {"infusion.subsequent": "note", "infusion.as_ordered": "note"}),
        (None, 30, {"infusion.subsequent": "note"}),
    ],
)
def test_the_order_may_be_slower_than_the_rule_and_never_faster(
    ordered: int | None, minutes: int | None, expected: dict[str, str]
) -> None:
    order = an_order(infusion_minutes=ordered)
    assert {code: it for code, it in found(order).items() if code.startswith("infusion.")} == expected
    planned = plan_of(order).preparation
    assert (planned.minutes.value if planned else None) == minutes


@pytest.mark.parametrize(("ordered", "is_stopped"), [(89, True), (90, False)])
def test_a_first_infusion_is_never_ordered_below_90_minutes(ordered: int, is_stopped: bool) -> None:  # noqa: FBT001 - a table of truths
    assert ("infusion.too_fast" in found(a_first_order(infusion_minutes=ordered))) is is_stopped


@pytest.mark.parametrize(("ordered", "is_stopped"), [(59, True), (60, False)])
def test_a_delayed_dose_is_never_faster_than_the_last_infusion(ordered: int, is_stopped: bool) -> None:  # noqa: FBT001 - a table of truths
    order = an_order(prior_doses=(a_dose(22, minutes=60),), infusion_minutes=ordered)
    assert ("infusion.too_fast" in found(order)) is is_stopped


def test_too_fast_says_both_times() -> None:
    said = message(a_first_order(infusion_minutes=30), "infusion.too_fast")
    assert "30 min" in said
    assert "90 min" in said


@pytest.mark.parametrize(("after", "is_too_late"), [(1409, False), (1410, False), (1411, True)])
def test_the_infusion_ends_within_24_hours_of_the_preparation(after: int, is_too_late: bool) -> None:  # noqa: FBT001 - a table of truths
    order = an_order(administer_at=NOW + timedelta(minutes=after))
    assert ("use_by.too_short" in found(order)) is is_too_late


@pytest.mark.parametrize(
    ("after", "minutes", "is_too_late"), [(1350, 90, False), (1351, 90, True), (441, 999, False), (442, 999, True)]
)
def test_a_longer_infusion_must_begin_earlier(after: int, minutes: int, is_too_late: bool) -> None:  # noqa: FBT001 - a table of truths
    order = an_order(administer_at=NOW + timedelta(minutes=after), infusion_minutes=minutes)
    assert ("use_by.too_short" in found(order)) is is_too_late


def test_seconds_count_at_the_end_of_the_use_by() -> None:
    assert "use_by.too_short" in found(an_order(administer_at=NOW + timedelta(minutes=1410, seconds=1)))


def test_use_by_and_end_are_compared_as_instants_whatever_their_offsets() -> None:
    prepared = datetime.fromisoformat("2026-11-22T09:00:00+01:00")
    order = an_order(prepare_at=prepared, administer_at=datetime(2026, 11, 23, 7, 30, tzinfo=UTC))
    assert "use_by.too_short" not in found(order)
    assert "use_by.too_short" in found(
        an_order(prepare_at=prepared, administer_at=datetime(2026, 11, 23, 7, 31, tzinfo=UTC))
    )
