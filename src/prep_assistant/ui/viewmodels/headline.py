"""Where the order stands, in one word and one sentence."""

from dataclasses import replace

from prep_assistant.calculation import Severity
from prep_assistant.ui.viewmodels.finding_state import FindingState
from prep_assistant.ui.viewmodels.state import Headline, Standing

_MOST_NAMED = 3
_NOT_CHECKED = "Not every laboratory value was checked."


def judge_standing(*, blank: bool, complete: bool, findings: tuple[FindingState, ...], weight_check: str) -> Standing:
    """The standing of an order: what is missing or stopped comes before what is to be answered."""
    if blank:
        return Standing.EMPTY
    if not complete:
        return Standing.INCOMPLETE
    if any(finding.severity is Severity.STOP for finding in findings):
        return Standing.STOPPED
    if weight_check or any(finding.is_open for finding in findings):
        return Standing.CONFIRM
    return Standing.READY


def say_not_checked(headline: Headline, not_checked: str) -> Headline:
    """The headline with a word on the checks that could not run: it never scrolls away, the note that names them may.

    Args:
        headline: of an order.
        not_checked: which checks could not run, "" when all did.
    """
    return replace(headline, sentence=f"{headline.sentence} {_NOT_CHECKED}") if not_checked else headline


def make_headline(
    standing: Standing, findings: tuple[FindingState, ...], missing: tuple[str, ...], wrong: int, weight_check: str
) -> Headline:
    """The headline for a standing."""
    match standing:
        case Standing.EMPTY:
            return Headline("New order", "Type the order, or open an order file.")
        case Standing.INCOMPLETE:
            return Headline("Not complete", _say_incomplete(missing, wrong))
        case Standing.STOPPED:
            stops = sum(finding.severity is Severity.STOP for finding in findings)
            return Headline("Stopped", f"{_count(stops, 'reason', 'reasons')}. No figures are shown until resolved.")
        case Standing.CONFIRM:
            return Headline("Needs an answer", _say_open(findings, weight_check))
        case Standing.READY:
            return Headline("Ready", _say_ready(findings))


def say_why_no_label(standing: Standing) -> str:
    """Why there is no label yet, "" when there can be one."""
    return {
        Standing.EMPTY: "A label needs an order.",
        Standing.INCOMPLETE: "A label needs a complete order.",
        Standing.STOPPED: "A stopped order has no label.",
        Standing.CONFIRM: "Answer what is open, then save the label.",
        Standing.READY: "",
    }[standing]


def _say_incomplete(missing: tuple[str, ...], wrong: int) -> str:
    parts = []
    if wrong:
        parts.append(f"{_count(wrong, 'entry needs', 'entries need')} correcting")
    if missing:
        named = ", ".join(missing[:_MOST_NAMED])
        more = f" and {len(missing) - _MOST_NAMED} more" if len(missing) > _MOST_NAMED else ""
        parts.append(f"still to enter: {named}{more}")
    sentence = "; ".join(parts)
    return f"{sentence[:1].upper()}{sentence[1:]}."


def _say_open(findings: tuple[FindingState, ...], weight_check: str) -> str:
    count = sum(finding.is_open for finding in findings)
    parts = [f"{_count(count, 'finding waits', 'findings wait')} for a reason."] if count else []
    if weight_check:
        parts.append("The weight wants a second look.")
    return " ".join(parts)


def _say_ready(findings: tuple[FindingState, ...]) -> str:
    if findings:
        return f"{_count(len(findings), 'finding is', 'findings are')} answered."
    return "Nothing to answer."


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
