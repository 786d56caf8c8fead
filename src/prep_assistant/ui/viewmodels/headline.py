"""Where the order stands, in one word and one sentence."""

from datetime import datetime

from prep_assistant.calculation import Severity
from prep_assistant.frozen import replace
from prep_assistant.language import phrase, tr
from prep_assistant.quantities import display_instant
from prep_assistant.ui.viewmodels.finding_state import FindingState
from prep_assistant.ui.viewmodels.state import Headline, Standing

_MOST_NAMED = 3
_WHY_NO_LABEL = {
    Standing.EMPTY: phrase("A label needs an order."),
    Standing.INCOMPLETE: phrase("A label needs a complete order."),
    Standing.STOPPED: phrase("A stopped order has no label."),
    Standing.CONFIRM: phrase("Answer what is open, then save the label."),
    Standing.READY: "",
}
_PAST = phrase("The use-by of this bag is past: {use_by}. Compare the time of the preparation with the original order.")
_NOT_CHECKED = phrase("Not every laboratory value was checked.")


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
    return replace(headline, sentence=f"{headline.sentence} {tr(_NOT_CHECKED)}") if not_checked else headline


def say_past(headline: Headline, use_by: datetime, now: datetime) -> Headline:
    """The headline with a word on a bag whose time is over: the order may be that of the cycle before.

    Args:
        headline: of an order.
        use_by: of its bag, with its offset.
        now: the time, with its offset.
    """
    if use_by >= now:
        return headline
    words = tr(_PAST, use_by=display_instant(use_by))
    return replace(headline, sentence=f"{words} {headline.sentence}")


def make_headline(
    standing: Standing,
    findings: tuple[FindingState, ...],
    wanted: tuple[str, ...],
    wrong: tuple[str, ...],
    weight_check: str,
) -> Headline:
    """The headline for a standing.

    Args:
        standing: of the order.
        findings: what was found in it.
        wanted: what is still to be entered, by name.
        wrong: what was refused, by name.
        weight_check: why the weight wants a second look, "" when it does not.
    """
    match standing:
        case Standing.EMPTY:
            return Headline(tr("New order"), tr("Type the order, or open an order file."))
        case Standing.INCOMPLETE:
            return Headline(tr("Not complete"), _say_incomplete(wanted, wrong))
        case Standing.STOPPED:
            stops = sum(finding.severity is Severity.STOP for finding in findings)
            return Headline(tr("Stopped"), _say_stopped(stops))
        case Standing.CONFIRM:
            return Headline(tr("Needs an answer"), _say_open(findings, weight_check))
        case _:
            return Headline(tr("Ready"), _say_ready(findings))


def say_why_no_label(standing: Standing) -> str:
    """Why there is no label yet, "" when there can be one."""
    return tr(_WHY_NO_LABEL[standing])


def _say_incomplete(wanted: tuple[str, ...], wrong: tuple[str, ...]) -> str:
    parts = []
    if wrong:
        parts.append(tr("To correct: {named}.", named=_name(wrong)))
    if wanted:
        parts.append(tr("Still to enter: {named}.", named=_name(wanted)))
    return " ".join(parts)


def _name(entries: tuple[str, ...]) -> str:
    """The first of them by name, some of which have a comma: what is wrong may be scrolled out of sight."""
    named, more = "; ".join(entries[:_MOST_NAMED]), len(entries) - _MOST_NAMED
    return tr("{named} and {count} more", named=named, count=more) if more > 0 else named


def _say_stopped(count: int) -> str:
    if count == 1:
        return tr("1 reason. No figures are shown until resolved.")
    return tr("{count} reasons. No figures are shown until resolved.", count=count)


def _say_open(findings: tuple[FindingState, ...], weight_check: str) -> str:
    count = sum(finding.is_open for finding in findings)
    parts = []
    if count:
        waiting = tr("1 finding waits for a reason.")
        parts.append(waiting if count == 1 else tr("{count} findings wait for a reason.", count=count))
    if weight_check:
        parts.append(tr("The weight wants a second look."))
    return " ".join(parts)


def _say_ready(findings: tuple[FindingState, ...]) -> str:
    if not findings:
        return tr("Nothing to answer.")
    if len(findings) == 1:
        return tr("1 finding is answered.")
    return tr("{count} findings are answered.", count=len(findings))
