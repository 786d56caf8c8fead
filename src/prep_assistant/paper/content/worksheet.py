"""What a worksheet says, section by section."""

from collections.abc import Iterator

from prep_assistant.calculation import Finding, Severity
from prep_assistant.paper.content.arithmetic import figure_items
from prep_assistant.paper.content.names import drug_name, keep_names_whole, patient_identity, patient_name
from prep_assistant.paper.content.ordered import order_items
from prep_assistant.paper.content.procedure import act_items, component_items, step_items
from prep_assistant.paper.content.sheet import Column, Heading, Item, Paragraph, Table
from prep_assistant.paper.content.subject import Subject
from prep_assistant.quantities import display

_FINDINGS = Column("Severity", 2, bold=True), Column("Finding", 9), Column("Source", 3), Column("Reason", 6)


def head_items(subject: Subject, number: int, count: int) -> tuple[Paragraph, ...]:
    """What stands at the top of every page, below the banner."""
    order, monograph = subject.order, subject.monograph
    page = f"Preparation worksheet · Order {order.order_id} · page {display(number)} of {display(count)}"
    return (
        Paragraph("title", page),
        Paragraph("patient name", patient_name(order.patient)),
        Paragraph("patient identity", patient_identity(order.patient)),
        Paragraph("drug", f"{drug_name(monograph)} ({monograph.brand})"),
    )


def body_items(subject: Subject) -> Iterator[Item]:
    """Everything below the head, in the order in which the work is done; no name is parted by the end of a line."""
    for item in _body_items(subject):
        yield item.with_texts(lambda text: keep_names_whole(text, subject.monograph))


def _body_items(subject: Subject) -> Iterator[Item]:
    order, plan, preparation = subject.order, subject.plan, subject.preparation
    yield from order_items(order, subject.monograph)
    yield from _finding_items(subject)
    yield from figure_items(order, preparation)
    graduation = plan.policy.graduation
    rounded = f"The volume drawn is rounded down to {display(graduation.value)} ({graduation.source})."
    yield Paragraph("note", rounded)
    yield from component_items(preparation)
    yield from step_items(subject)
    yield from act_items()
    label = plan.monograph
    yield Paragraph("note", f"Formulary {label.id}, revision {label.revision}, digest {label.digest}")


def _finding_items(subject: Subject) -> Iterator[Item]:
    yield Heading("Findings and reasons")
    findings = subject.plan.findings
    if not findings:
        yield Paragraph("body", "No findings.")
        return
    yield Table(_FINDINGS, tuple(_finding_row(finding, subject) for finding in findings))


def _finding_row(finding: Finding, subject: Subject) -> tuple[str, ...]:
    asked = "" if finding.severity is Severity.CONFIRM else "none is asked"
    reason = subject.reasons.get(finding.code, asked)
    return finding.severity.value, f"{finding.code}: {finding.message}", finding.source, reason
