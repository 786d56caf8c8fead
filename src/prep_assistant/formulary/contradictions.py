"""What no entry shows alone: entries that contradict each other."""

from prep_assistant.calculation import Monograph, Policy, normal_name
from prep_assistant.formulary.entries import Entries


def check_monograph(entries: Entries, monograph: Monograph) -> None:
    """Refuses a monograph whose labelled figures do not agree.

    Raises:
        FormularyError: the ceiling is not the highest level, or a vial does not hold what its diluent makes of it.
    """
    strengths = [vial.strength for vial in monograph.vials]
    full_name = f"{monograph.nonproprietary_name} ({monograph.brand})"
    holds = {
        ("dose.maximum", "is not the highest of dose.levels"): monograph.maximum.value == monograph.levels.value[0],
        ("vials", "must be whole mg, the smallest strength first, each once"): strengths == sorted(set(strengths))
        and all(strength.value == int(strength.value) for strength in strengths),
        ("vials", "strength ÷ diluent is not reconstitution.concentration"): all(
            vial.diluent * monograph.reconstituted.value == vial.strength for vial in monograph.vials
        ),
        ("monograph.display_name", "is not the nonproprietary name with the brand"): monograph.display_name == full_name
        and normal_name(monograph.nonproprietary_name) in monograph.names.accepted,
        ("infusion.later", "is longer than infusion.first"): monograph.later_infusion_minutes.value
        <= monograph.first_infusion_minutes.value,
        ("infusion.filter", "must say for each of bag.fluids, and no other, which filter it takes"): set(
            monograph.filters.value
        )
        == set(monograph.bag_fluids.value),
        ("bag.fluids", "names a fluid of bag.look_alike_fluids"): not any(
            word in fluid for word in monograph.wrong_bag for fluid in monograph.bag_fluids.value
        ),
    }
    _refuse_first(entries, holds)


def check_limits(entries: Entries, monograph: Monograph, policy: Policy) -> None:
    """Refuses house limits that make no sense beside each other or beside the label.

    Raises:
        FormularyError: a limit that stops lies inside one that asks, or an interval on the wrong side of the label's.
    """
    ordinary, believed = policy.weight_confirm.value, policy.weight_stop.value
    interval = monograph.interval_days.value
    contradiction = "contradicts the limit that it goes with"
    holds = {
        ("weight.believed", contradiction): believed.least <= ordinary.least and ordinary.most <= believed.most,
        ("weight.implausible_ratio", "must be above 1"): policy.weight_implausible_ratio.value > 1,
        ("dose.written_stop", contradiction): policy.written_confirm_percent.value < policy.written_stop_percent.value,
        ("dose.rounding_stop", contradiction): policy.rounding_confirm_percent.value
        < policy.rounding_stop_percent.value,
        ("schedule.interval_stop", contradiction): policy.interval_stop_days.value <= interval,
        ("schedule.long_gap", contradiction): policy.long_gap_days.value >= interval,
    }
    _refuse_first(entries, holds)


def _refuse_first(entries: Entries, holds: dict[tuple[str, str], bool]) -> None:
    for (entry, defect), does in holds.items():
        if not does:
            raise entries.defect(entry, defect)
