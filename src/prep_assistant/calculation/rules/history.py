"""Can the prior doses be believed? These rules come first: after some of them nothing is compared with the history."""

from collections.abc import Callable

from prep_assistant.calculation.case import read_level
from prep_assistant.calculation.look_alikes import name_fitting_doses
from prep_assistant.calculation.monograph import Monograph, Policy
from prep_assistant.calculation.order import Order, PriorDose, Reaction
from prep_assistant.calculation.plan import Finding, Shown
from prep_assistant.calculation.rules.finding import confirm, stop
from prep_assistant.frozen import frozen
from prep_assistant.language import phrase
from prep_assistant.quantities import differs_by_more_than

HistoryRule = Callable[[Order, Monograph, Policy], Finding | None]


@frozen
class HistoryJudgement:
    """What is wrong with the prior doses, and whether anything may still be compared with them."""

    findings: tuple[Finding, ...]
    is_comparable: bool


def judge_history(order: Order, monograph: Monograph, policy: Policy) -> HistoryJudgement:
    """Every concern about the prior doses themselves.

    Source: contract.md, "What is skipped".
    """

    def ask(rules: tuple[HistoryRule, ...]) -> tuple[Finding, ...]:
        return tuple(finding for rule in rules if (finding := rule(order, monograph, policy)))

    unusable = ask(_UNUSABLE_HISTORY_RULES)
    return HistoryJudgement((*unusable, *ask(_HISTORY_RULES)), is_comparable=not unusable)


def find_unknown(order: Order, monograph: Monograph, policy: Policy) -> Finding | None:
    """``history.unknown``: it is not known whether doses were given."""
    if order.prior_doses is not None:
        return None
    template = (
        "The prior doses are not known, so neither level, interval nor infusion time can be judged. Find out the doses "
        "given (list them, or state that there were none)."
    )
    return stop("history.unknown", template, monograph.re_escalation)


def find_invalid_date(order: Order, monograph: Monograph, policy: Policy) -> Finding | None:
    """``history.invalid_date``: a prior dose on or after today, or two on one date."""
    dates = [dose.given_on for dose in order.prior_doses or ()]
    late = [day for day in dates if day >= order.today]
    twice = [day for day in dates if dates.count(day) > 1]
    if late:
        template = (
            "A prior dose is dated {day}, not before the day of this dose ({today}). List only doses that were given; "
            "correct the date from the record."
        )
        return stop("history.invalid_date", template, policy.history_dates, day=max(late), today=order.today)
    if twice:
        template = (
            "Two prior doses are dated {day}. Correct the dates from the record, or remove the row entered twice."
        )
        return stop("history.invalid_date", template, policy.history_dates, day=max(twice))
    return None


def find_other_product(order: Order, monograph: Monograph, policy: Policy) -> Finding | None:
    """``history.other_product``: a prior dose that only another drug explains."""
    for dose in _by_date(order):
        if _is_other_product(dose, monograph, policy):
            products = name_fitting_doses(dose.level, monograph, policy)
            template = (
                "A prior dose of {level} on {day} is no dose of {drug}{fits}. Prior doses are doses of {drug} only: "
                "take those of another drug out."
            )
            fits = phrase("; it is a labelled dose of {products}", products=products) if products else ""
            values: dict[str, Shown] = {
                "level": dose.level,
                "day": dose.given_on,
                "fits": fits,
                "drug": monograph.display_name,
            }
            return stop("history.other_product", template, monograph.maximum.source, **values)
    return None


def _by_date(order: Order) -> list[PriorDose]:
    """The doses from the first to the last, so that what is said does not depend on how they were listed."""
    return sorted(order.prior_doses or (), key=lambda dose: dose.given_on)


def _is_other_product(dose: PriorDose, monograph: Monograph, policy: Policy) -> bool:
    percent = policy.recorded_level_percent.value
    ceiling = monograph.maximum.value.value
    if dose.level.value > ceiling and differs_by_more_than(dose.level.value, ceiling, percent):
        return True
    return not _is_labelled(dose, monograph, policy) and bool(name_fitting_doses(dose.level, monograph, policy))


def _is_labelled(dose: PriorDose, monograph: Monograph, policy: Policy) -> bool:
    return read_level(dose.level, monograph, policy) in monograph.levels.value


def find_not_a_label_level(order: Order, monograph: Monograph, policy: Policy) -> Finding | None:
    """``history.not_a_label_level``: a prior dose that is neither a label level nor another drug's."""
    for dose in _by_date(order):
        if not _is_labelled(dose, monograph, policy) and not _is_other_product(dose, monograph, policy):
            template = "A prior dose of {level} on {day} is no level of the label. Compare it with the record."
            source = monograph.levels.source
            return confirm("history.not_a_label_level", template, source, level=dose.level, day=dose.given_on)
    return None


def find_life_threatening_reaction(order: Order, monograph: Monograph, policy: Policy) -> Finding | None:
    """``reaction.life_threatening``: after one, the label ends the treatment."""
    for dose in _by_date(order):
        if dose.reaction is Reaction.LIFE_THREATENING:
            template = (
                "A life-threatening infusion reaction is recorded on {day}: the label says to discontinue permanently. "
                "Return the order to the prescriber."
            )
            return stop("reaction.life_threatening", template, monograph.life_threatening, day=dose.given_on)
    return None


# After one of these nothing is compared with the history; after the others everything is.
_UNUSABLE_HISTORY_RULES: tuple[HistoryRule, ...] = (find_unknown, find_invalid_date, find_other_product)
_HISTORY_RULES: tuple[HistoryRule, ...] = (find_not_a_label_level, find_life_threatening_reaction)
