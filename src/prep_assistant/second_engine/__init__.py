"""A second calculation of the plan, kept apart from the first so that one slip cannot be in both.

It shares no line, no figure and no idea with the first engine: its numbers are whole, its figures come from a file of
its own, and its findings are one table. Only the self-test may import it. Source of every rule: the headless contract.
"""

from collections.abc import Mapping

from prep_assistant.second_engine.case import Case
from prep_assistant.second_engine.conditions import CONFIRM, STOP
from prep_assistant.second_engine.figures import Figures, get_figures
from prep_assistant.second_engine.preparation import print_preparation
from prep_assistant.second_engine.reading import parse_order
from prep_assistant.second_engine.rules import find_severities

__all__ = ["recompute", "recompute_preparation"]


def _print_figures(case: Case) -> dict[str, object] | None:
    if case.infusion is None:
        return None
    return print_preparation(case.reading, case.dose, case.vials, case.infusion, case.figures)


def recompute(order: Mapping[str, object], figures: Figures | None = None) -> dict[str, object]:
    """Compute the plan of a validated order: status, findings (code and severity) and preparation.

    Args:
        order: the order as decoded from JSON, already found usable; its jurisdiction chooses the label.
        figures: other figures than the packaged ones.

    Returns:
        order_id, status, findings and preparation as in the contract, without messages; no preparation when stopped.

    Source: contract, "Plan"; the laboratory issue, "Laboratory rules".
    """
    figures = figures or get_figures()
    case = Case(parse_order(order, figures), figures)
    findings = find_severities(case)
    severities = {severity for _, severity in findings}
    status = "stopped" if STOP in severities else "confirm" if CONFIRM in severities else "ready"
    return {
        "order_id": order["order_id"],
        "status": status,
        "findings": [{"code": code, "severity": severity} for code, severity in findings],
        "preparation": None if status == "stopped" else _print_figures(case),
    }


def recompute_preparation(order: Mapping[str, object], figures: Figures | None = None) -> dict[str, object] | None:
    """Compute the preparation of a validated order, even of a stopped one, for comparing arithmetic only.

    Returns:
        The preparation in the contract's shape; vials, opened_mg and unused_mg are None where the stock has too few,
        the filter where the bag fluid is none of the label's.
        None where the history leaves the minutes unknown.
    """
    figures = figures or get_figures()
    return _print_figures(Case(parse_order(order, figures), figures))
