"""A finding as the window shows it: what is wrong, in words for a tired person, and how it can be answered."""

from collections.abc import Iterable, Mapping

from prep_assistant.calculation import SHORTEST_REASON, Finding, Order, Plan, Severity, parse_reason
from prep_assistant.frozen import field, frozen
from prep_assistant.language import tr
from prep_assistant.quantities import Refused, display
from prep_assistant.ui.viewmodels.reasons import OTHER, Answers, Choice, ReasonList


@frozen
class FindingState:
    """A stop or a finding that wants a reason. ``refused`` says why the answer is not enough yet."""

    code: str
    severity: Severity
    title: str
    message: str
    source: str
    choices: tuple[Choice, ...] = ()
    chosen: str = ""
    sentence: str = field(default="", repr=False)
    refused: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it still wants an answer."""
        return self.severity is Severity.CONFIRM and bool(self.refused)


def say_finding(finding: Finding) -> str:
    """What was found, in the language of the screen; figures as everywhere."""
    values = {name: value if isinstance(value, str) else display(value) for name, value in finding.values.items()}
    return tr(finding.template, **values)


def show_findings(plan: Plan, order: Order, reasons: ReasonList, answers: Answers) -> tuple[FindingState, ...]:
    """The findings above the plan: stops, and those to be answered. Notes stand beside their figure instead."""
    return tuple(
        _show_stop(finding, reasons)
        if finding.severity is Severity.STOP
        else _show_confirm(finding, order, reasons, answers)
        for finding in plan.findings
        if finding.severity is not Severity.NOTE
    )


def list_reasons(findings: Iterable[FindingState]) -> Mapping[str, str]:
    """The reason given for each finding that was answered, in words."""
    return {
        finding.code: finding.sentence.strip() if finding.chosen == OTHER else _text_of(finding)
        for finding in findings
        if finding.severity is Severity.CONFIRM and not finding.refused
    }


def _text_of(finding: FindingState) -> str:
    return next(choice.text for choice in finding.choices if choice.code == finding.chosen)


def _show_stop(finding: Finding, reasons: ReasonList) -> FindingState:
    title = tr(reasons.title(finding.code))
    return FindingState(finding.code, Severity.STOP, title, say_finding(finding), finding.source)


def _show_confirm(finding: Finding, order: Order, reasons: ReasonList, answers: Answers) -> FindingState:
    answer = answers.find(finding, order)
    return FindingState(
        finding.code,
        Severity.CONFIRM,
        tr(reasons.title(finding.code)),
        say_finding(finding),
        finding.source,
        reasons.choices(finding.code),
        answer.chosen,
        answer.sentence,
        _why_refused(answer.chosen, answer.sentence),
    )


def _why_refused(chosen: str, sentence: str) -> str:
    if not chosen:
        return tr("Choose a reason.")
    return _why_sentence_refused(sentence) if chosen == OTHER else ""


def _why_sentence_refused(sentence: str) -> str:
    try:
        parse_reason(sentence.strip())
    except Refused as refused:
        if len(sentence.strip()) < SHORTEST_REASON:
            return tr("Write a sentence of at least {least} characters.", least=SHORTEST_REASON)
        return tr("This sentence cannot be used; expected {expected}.", expected=refused.expected)
    return ""
