"""What the laboratory values, their dates and the prescriber's decisions on them make of an order.

Source: the laboratory issue, "Laboratory rules"; contract, "The laboratory issue adds".
"""

from collections.abc import Iterator

from prep_assistant.second_engine.case import LISTED, Case
from prep_assistant.second_engine.conditions import CONFIRM, STOP
from prep_assistant.second_engine.scaled import UNIT


def _list_lvef(measured: int, baseline: int | None) -> Iterator[tuple[str, int]]:
    """Points are absolute: from 62 to 52 % the fall is 10 points."""
    if baseline is None:
        yield "lvef_without_baseline", measured
    else:
        yield "lvef_fall_points", baseline - measured


def _list_days(case: Case) -> Iterator[tuple[str, int]]:
    reading = case.reading
    if reading.collected is not None:
        yield "collected_days_ago", (reading.today - reading.collected) * UNIT
    if reading.lvef_measured is not None:
        yield "lvef_days_ago", (reading.today - reading.lvef_measured) * UNIT


def calculate_quantities(case: Case) -> dict[str, int]:
    """Return every quantity that a laboratory row can ask for and that this order knows, scaled.

    Source: the laboratory issue, "fall from baseline"; contract, "First dose" = given is 0, and not known without a
    history.
    """
    quantities = dict(case.reading.labs)
    if "lvef_percent" in quantities:
        quantities |= _list_lvef(quantities["lvef_percent"], quantities.get("baseline_lvef_percent"))
    quantities |= _list_days(case)
    if case.history >= LISTED:
        quantities["doses_given"] = case.given * UNIT
    return quantities


def _weigh_decision(case: Case, code: str, severity: str) -> str:
    """Turn the stop that a documented decision names, and may answer, into a confirm."""
    decided = code in case.reading.decided and code.endswith(case.figures.decidable_endings)
    return CONFIRM if decided and severity == STOP else severity


def find_laboratory(case: Case) -> dict[str, str]:
    """Return the severity of each laboratory finding, by its code.

    Source: the laboratory issue, "Laboratory rules".
    """
    quantities, indication = calculate_quantities(case), case.reading.indication
    return {
        row.code: _weigh_decision(case, row.code, row.severity)
        for row in case.figures.lab_rows
        if row.holds(indication, quantities)
    }
