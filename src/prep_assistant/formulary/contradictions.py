"""What no entry shows alone: entries that contradict each other."""

from prep_assistant.calculation import Monograph, Policy
from prep_assistant.formulary.entries import Entries


def check_monograph(entries: Entries, monograph: Monograph) -> None:
    """Refuses a monograph whose labelled figures do not agree.

    Raises:
        FormularyError: the ceiling is not the highest level, or a vial does not hold what its diluent makes of it.
    """
    if monograph.maximum.value != monograph.levels.value[0]:
        raise entries.defect("dose.maximum", "is not the highest of dose.levels")
    strengths = [vial.strength for vial in monograph.vials]
    if strengths != sorted(set(strengths)) or any(strength.value != int(strength.value) for strength in strengths):
        raise entries.defect("vials", "must be whole mg, the smallest strength first, each once")
    for vial in monograph.vials:
        if vial.diluent * monograph.reconstituted.value != vial.strength:
            raise entries.defect("vials", "strength ÷ diluent is not reconstitution.concentration")


def check_limits(entries: Entries, monograph: Monograph, policy: Policy) -> None:
    """Refuses house limits that make no sense beside each other or beside the label.

    Raises:
        FormularyError: a limit that stops lies inside one that asks, or an interval on the wrong side of the label's.
    """
    ordinary, believed = policy.weight_confirm.value, policy.weight_stop.value
    interval = monograph.interval_days.value
    holds = {
        "weight.believed": believed.least <= ordinary.least and ordinary.most <= believed.most,
        "dose.written_stop": policy.written_confirm_percent.value < policy.written_stop_percent.value,
        "dose.rounding_stop": policy.rounding_confirm_percent.value < policy.rounding_stop_percent.value,
        "schedule.interval_stop": policy.interval_stop_days.value <= interval,
        "schedule.long_gap": policy.long_gap_days.value >= interval,
    }
    for entry, does in holds.items():
        if not does:
            raise entries.defect(entry, "contradicts the limit that it goes with")
