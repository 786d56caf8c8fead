"""How long the infusion lasts, and by which rule."""

from prep_assistant.calculation.monograph import Monograph
from prep_assistant.calculation.order import Order, PriorDose, Reaction
from prep_assistant.calculation.sources import Source
from prep_assistant.frozen import frozen
from prep_assistant.language import Phrase, phrase


@frozen
class InfusionTime:
    """The minutes of the rule, the minutes that hold (a slower infusion may be ordered), and why."""

    code: str
    rule_minutes: int
    minutes: int
    observe_minutes: int
    words: Phrase
    source: Source
    observe_source: Source


def calculate_infusion_time(
    order: Order, monograph: Monograph, last: PriorDose | None, days_since_last: int
) -> InfusionTime:
    """The time of infusion and of observation, in minutes.

    Args:
        order: the order, whose longer ``infusion_minutes`` replaces the rule's.
        monograph: the labelled minutes.
        last: the most recent prior dose, ``None`` before the first.
        days_since_last: days from that dose to today.

    Source: contract.md, ``infusion.minutes``; US PI 2.1, 2.2.
    """
    code, minutes, words, source = _find_rule(order, monograph, last, days_since_last)
    observe = monograph.later_observation_minutes if last else monograph.first_observation_minutes
    ordered = order.infusion_minutes or minutes
    return InfusionTime(code, minutes, max(minutes, ordered), observe.value, words, source, observe.source)


def _find_rule(
    order: Order, monograph: Monograph, last: PriorDose | None, days_since_last: int
) -> tuple[str, int, Phrase, Source]:
    first, later = monograph.first_infusion_minutes, monograph.later_infusion_minutes
    if last is None:
        return "infusion.first", first.value, phrase("first infusion"), first.source
    if any(dose.reaction is not Reaction.NONE for dose in order.prior_doses or ()):
        return "infusion.not_tolerated", first.value, phrase("an earlier infusion was not tolerated"), first.source
    tolerated = last.infusion_minutes
    if days_since_last > monograph.interval_days.value and tolerated is not None and tolerated > later.value:
        words = phrase("delayed dose: the rate of the last infusion")
        return "infusion.rate_of_last", tolerated, words, monograph.delayed_dose
    return "infusion.subsequent", later.value, phrase("earlier infusions were tolerated"), later.source
