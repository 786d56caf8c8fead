"""Each value of a site's policy acts on the plan: below, at and above the limit that it sets."""

from datetime import UTC, datetime, timedelta

import pytest

from prep_assistant.calculation import Finding, Order, Plan, Source, Status, plan
from prep_assistant.formulary import Formulary
from prep_assistant.quantities import plain
from tests.policies import with_policy, with_value
from tests.unit.typed_orders import NOW, a_dose, a_first_order, all_labs, an_order, days_ago

SITE = "Site policy: "


def plan_at(formulary: Formulary, order: Order) -> Plan:
    return plan(order, formulary.monograph, formulary.policy)


def find(formulary: Formulary, order: Order, code: str) -> Finding | None:
    return next((finding for finding in plan_at(formulary, order).findings if finding.code == code), None)


def severity(formulary: Formulary, order: Order, code: str) -> str:
    found = find(formulary, order, code)
    return found.severity.value if found else ""


# 67.3 kg × 3.6 mg/kg = 242.28 mg; ÷ 20 mg/mL = 12.114 mL, down to each graduation.
@pytest.mark.parametrize(
    ("graduation", "volume", "prepared"),
    [("0.1", "12.1", "242"), ("0.2", "12", "240"), ("0.5", "12", "240"), ("1", "12", "240")],
)
def test_the_volume_drawn_is_rounded_down_to_the_sites_graduation(graduation: str, volume: str, prepared: str) -> None:
    made = plan_at(with_value("dose.graduation", graduation), an_order(weight="67.3")).preparation
    assert made is not None
    assert (plain(made.volume.value.value), plain(made.prepared.value.value)) == (volume, prepared)


# 69.7 kg × 3.6 mg/kg ÷ 20 mg/mL = 12.546 mL: the three coarser graduations differ.
@pytest.mark.parametrize(("graduation", "volume"), [("0.1", "12.5"), ("0.2", "12.4"), ("0.5", "12.5"), ("1", "12")])
def test_each_graduation_has_steps_of_its_own(graduation: str, volume: str) -> None:
    made = plan_at(with_value("dose.graduation", graduation), an_order(weight="69.7")).preparation
    assert made is not None
    assert plain(made.volume.value.value) == volume


def test_the_explanation_names_the_sites_file_and_not_the_house_limit() -> None:
    made = plan_at(with_value("dose.graduation", "0.5"), an_order()).preparation
    assert made is not None
    note = "dose.graduation in /machine/policy.toml; built in: 0.1"
    source = Source("Site policy:", "policy.toml of this machine", "graduation", Status.HOUSE, note)
    assert made.volume.rounded_by == made.deviation_percent.source == source


# 2.4 mg/kg ÷ 20 mg/mL: the weight × 0.12 mL, drawn down to whole mL; the share lost stands behind each. No order
# can lose exactly 5 or 10 %: n mL ÷ 0.95 or ÷ 0.9 ends only where it is a whole number of graduations again.
@pytest.mark.parametrize(
    ("weight", "expected"),
    [
        ("35", ""),  # 0.2 of 4.2 mL, 4.8 %
        ("35.1", "confirm"),  # 0.212 of 4.212 mL, 5.03 %
        ("37", "confirm"),  # 0.44 of 4.44 mL, 9.9 %
        ("37.1", "stop"),  # 0.452 of 4.452 mL, 10.2 %
        ("41.6", "stop"),  # 0.992 of 4.992 mL, 19.9 %
        ("41.7", ""),  # 0.004 of 5.004 mL, 0.1 %
    ],
)
def test_a_coarse_graduation_that_under_doses_is_told(weight: str, expected: str) -> None:
    order = a_first_order("2.4", weight)
    assert severity(with_value("dose.graduation", "1"), order, "dose.rounded_down") == expected
    assert severity(with_value("dose.graduation", "0.1"), order, "dose.rounded_down") == ""


@pytest.mark.parametrize("days", [2, 3, 4])
def test_the_weight_is_valid_for_the_sites_days(days: int) -> None:
    site, order = with_value("weight.valid", "3"), an_order(weight_measured_on=days_ago(days))
    found = find(site, order, "weight.stale")
    assert bool(found) is (days > 3)
    if found:
        assert found.source == f"{SITE}age of the weight"
        assert "more than 3" in found.message


def test_a_weight_may_be_valid_for_longer_than_built_in_and_no_longer_than_the_site_says() -> None:
    site = with_value("weight.valid", "21")
    ages = {days: severity(site, an_order(weight_measured_on=days_ago(days)), "weight.stale") for days in (8, 21, 22)}
    assert ages == {8: "", 21: "", 22: "confirm"}


@pytest.mark.parametrize(("weight", "expected"), [("73.4", ""), ("73.5", "confirm"), ("66.5", "confirm"), ("66.6", "")])
def test_a_change_of_weight_by_the_sites_share_asks(weight: str, expected: str) -> None:
    assert severity(with_value("weight.change", "5"), an_order(weight=weight), "weight.changed") == expected


@pytest.mark.parametrize(("days", "expected"), [(17, "stop"), (18, "confirm"), (20, "confirm"), (21, "")])
def test_a_dose_before_the_sites_shortest_interval_stops(days: int, expected: str) -> None:
    site, order = with_value("interval.stop", "18"), an_order(prior_doses=(a_dose(days),))
    found = find(site, order, "interval.too_short")
    assert (found.severity.value if found else "") == expected
    if expected == "stop" and found:
        assert found.source == f"{SITE}shortest interval"
        assert "Below 18 days" in found.message


def test_at_the_labels_interval_every_early_dose_stops() -> None:
    site = with_value("interval.stop", "21")
    severities = {
        days: severity(site, an_order(prior_doses=(a_dose(days),)), "interval.too_short") for days in (20, 21)
    }
    assert severities == {20: "stop", 21: ""}


@pytest.mark.parametrize(("limit", "days", "expected"), [("28", 28, ""), ("28", 29, "confirm"), ("63", 63, "")])
def test_a_gap_beyond_the_sites_days_asks(limit: str, days: int, expected: str) -> None:
    order = an_order(prior_doses=(a_dose(days),))
    assert severity(with_value("interval.long_gap", limit), order, "interval.long_gap") == expected


@pytest.mark.parametrize(
    ("limit", "days", "expected"), [("1", 1, ""), ("1", 2, "confirm"), ("7", 7, ""), ("7", 8, "confirm")]
)
def test_laboratory_values_are_valid_for_the_sites_days(limit: str, days: int, expected: str) -> None:
    order = an_order(labs=all_labs(collected_on=days_ago(days)))
    found = find(with_value("laboratory.valid", limit), order, "labs.stale")
    assert (found.severity.value if found else "") == expected
    if found:
        assert found.source == f"{SITE}age of laboratory values"


@pytest.mark.parametrize(("limit", "days", "expected"), [("90", 90, ""), ("90", 91, "confirm"), ("120", 120, "")])
def test_an_lvef_is_valid_for_the_sites_days(limit: str, days: int, expected: str) -> None:
    order = an_order(labs=all_labs(lvef_measured_on=days_ago(days)))
    assert severity(with_value("laboratory.lvef_valid", limit), order, "labs.lvef_stale") == expected


ALWAYS = '"platelets_per_mm3", "alt_x_uln", "ast_x_uln", "bilirubin_x_uln"'


def test_a_value_that_the_site_requires_and_nobody_released_asks() -> None:
    site = with_value("laboratory.required", f'[{ALWAYS}, "lvef_percent"]')
    without = an_order(labs=all_labs(lvef_percent=None, lvef_measured_on=None), treatment_released_by=None)
    found = find(site, without, "labs.not_released")
    assert found is not None
    assert (found.severity.value, found.source) == ("confirm", f"{SITE}required laboratory values")
    assert "LVEF" in found.message
    assert severity(with_policy(""), without, "labs.not_released") == ""
    assert severity(site, an_order(labs=all_labs(), treatment_released_by=None), "labs.not_released") == ""


def test_what_was_not_checked_names_what_the_site_requires_of_it() -> None:
    site = with_value("laboratory.required", f'[{ALWAYS}, "neuropathy_grade"]')
    labs = all_labs(neuropathy_grade=None, ild_or_pneumonitis=None)
    found = find(site, an_order(labs=labs), "labs.not_checked")
    assert found is not None
    assert found.message == (
        "Not entered, so not checked: neuropathy, ILD or pneumonitis. Of these the site requires: neuropathy."
    )
    built_in = find(with_policy(""), an_order(labs=labs), "labs.not_checked")
    assert built_in is not None
    assert built_in.message == "Not entered, so not checked: neuropathy, ILD or pneumonitis."


@pytest.mark.parametrize("hours", [4, 12, 23, 24])
def test_the_bags_use_by_ends_with_the_sites_cap_and_the_vials_with_the_label(hours: int) -> None:
    made = plan_at(with_value("use_by.cap", str(hours)), an_order()).preparation
    assert made is not None
    assert made.bag_use_by.value == NOW + timedelta(hours=hours)
    assert made.vials_use_by.value == NOW + timedelta(hours=24)
    assert str(made.bag_use_by.source) == ("US PI 2.4" if hours == 24 else f"{SITE}use-by of the bag")


def test_the_cap_tells_what_it_counts_from() -> None:
    site = with_policy('[use_by]\ncap = 12\ncounts_from = "reconstitution"\n')
    made = plan_at(site, an_order()).preparation
    assert made is not None
    assert made.bag_use_by.formula == "first vial reconstituted at + storage time"
    assert made.bag_use_by.value == NOW + timedelta(hours=12)


def test_without_a_cap_what_it_counts_from_is_the_sites_word_all_the_same() -> None:
    made = plan_at(with_value("use_by.counts_from", '"reconstitution"'), an_order()).preparation
    assert made is not None
    assert made.bag_use_by.value == NOW + timedelta(hours=24)
    assert str(made.bag_use_by.source) == f"{SITE}use-by of the bag"


# An infusion of 30 min that begins 3½ h after the preparation ends with a cap of 4 h to the minute.
@pytest.mark.parametrize(("minute", "expected"), [(29, ""), (30, ""), (31, "stop")])
def test_an_infusion_that_ends_after_the_sites_cap_is_stopped(minute: int, expected: str) -> None:
    order = an_order(administer_at=datetime(2026, 11, 22, 12, minute, tzinfo=UTC))
    found = find(with_value("use_by.cap", "4"), order, "use_by.too_short")
    assert (found.severity.value if found else "") == expected
    if found:
        assert found.source == f"{SITE}use-by of the bag"
    assert severity(with_policy(""), order, "use_by.too_short") == ""


def test_the_plan_carries_the_digest_of_the_sites_limits() -> None:
    site = with_value("use_by.cap", "12")
    assert plan_at(site, an_order()).monograph.digest == site.monograph.digest
    assert site.monograph.digest != plan_at(with_policy(""), an_order()).monograph.digest
