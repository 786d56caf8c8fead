"""From an order to its plan."""

from collections.abc import Iterable

from prep_assistant.calculation.case import open_case
from prep_assistant.calculation.figures import make_preparation
from prep_assistant.calculation.monograph import Monograph, Policy
from prep_assistant.calculation.order import Order
from prep_assistant.calculation.plan import Finding, Plan, PlanStatus, Severity
from prep_assistant.calculation.rules import CASE_RULES, judge_history

_WEIGHT_OF = {severity: place for place, severity in enumerate(Severity)}


def plan(order: Order, monograph: Monograph, policy: Policy) -> Plan:
    """The findings of an order and, unless one of them stops it, the figures of its preparation.

    Args:
        order: one dose as ordered, parsed; "today" is its own date of administration.
        monograph: the labelled figures of the medicine.
        policy: the house limits.

    Returns:
        The plan; findings are complete, sorted by severity and then by code.

    Raises:
        ValueError: the monograph is another jurisdiction's.

    Source: contract.md, "Plan" and "Findings".
    """
    if order.jurisdiction != monograph.jurisdiction:
        raise ValueError(f"an order for {order.jurisdiction} was brought to the monograph for {monograph.jurisdiction}")
    history = judge_history(order, monograph, policy)
    case = open_case(order, monograph, policy, comparable=history.is_comparable)
    findings = _sorted([*history.findings, *(finding for rule in CASE_RULES if (finding := rule(case)))])
    status = _status(findings)
    return Plan(
        order_id=order.order_id,
        status=status,
        findings=findings,
        preparation=None if status is PlanStatus.STOPPED else make_preparation(case),
        monograph=monograph,
        policy=policy,
    )


def _sorted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: (_WEIGHT_OF[finding.severity], finding.code)))


def _status(findings: tuple[Finding, ...]) -> PlanStatus:
    severities = {finding.severity for finding in findings}
    if Severity.STOP in severities:
        return PlanStatus.STOPPED
    return PlanStatus.CONFIRM if Severity.CONFIRM in severities else PlanStatus.READY
