"""What a worksheet says, section by section."""

from collections.abc import Collection, Iterator

from prep_assistant.calculation import CountsFrom, Finding, Severity
from prep_assistant.paper.content.arithmetic import figure_items
from prep_assistant.paper.content.first_dose import first_dose_items
from prep_assistant.paper.content.names import (
    drug_name,
    keep_names_whole,
    patient_identity,
    patient_name,
    site_and_telephone,
)
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
    site = (Paragraph("note", site_and_telephone(subject.site)),) if subject.site.name else ()
    return (
        Paragraph("title", page),
        *site,
        Paragraph("patient name", patient_name(order.patient)),
        Paragraph("patient identity", patient_identity(order.patient)),
        Paragraph("drug", f"{drug_name(monograph)} ({monograph.brand})"),
    )


def body_items(subject: Subject, ticked: Collection[str]) -> Iterator[Item]:
    """Everything below the head, in the order in which the work is done; no name is parted by the end of a line."""
    for item in _body_items(subject, ticked):
        yield item.with_texts(lambda text: keep_names_whole(text, subject.monograph))


def _body_items(subject: Subject, ticked: Collection[str]) -> Iterator[Item]:
    order, plan, preparation = subject.order, subject.plan, subject.preparation
    yield from order_items(order, subject.monograph)
    yield from _finding_items(subject)
    yield from first_dose_items(order, ticked)
    yield from figure_items(order, preparation)
    yield from _policy_items(subject)
    yield from component_items(preparation)
    yield from step_items(subject)
    yield from act_items()
    label = plan.monograph
    yield Paragraph("note", f"Formulary {label.id}, revision {label.revision}, digest {label.digest}")


def _policy_items(subject: Subject) -> Iterator[Item]:
    """What the site decides of the figures above."""
    policy = subject.plan.policy
    graduation = display(policy.graduation.value)
    yield Paragraph("note", f"The volume drawn is rounded down to {graduation} ({policy.graduation.source}).")
    counts_from = policy.use_by_counts_from
    if counts_from.value is CountsFrom.RECONSTITUTION:
        text = "The use-by of the bag counts from the reconstitution of the first vial, here as it is planned"
        yield Paragraph("note", f"{text} ({counts_from.source}). If one was reconstituted earlier, so is the use-by.")
    if subject.site.moved:
        moved = "; ".join(map(str, subject.site.moved))
        yield Paragraph("note", f"Limits changed by site policy: {moved}. The digest of the formulary includes them.")


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
