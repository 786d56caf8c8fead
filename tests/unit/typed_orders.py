"""Orders as the calculation reads them, for tests that change one thing and look at what is found.

The plain order has nothing but two notes: an adult of 70 kg and 165 cm, three weeks after one tolerated dose.
"""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from prep_assistant.calculation import (
    Finding,
    Indication,
    Jurisdiction,
    Labs,
    Order,
    Patient,
    Plan,
    PriorDose,
    Reaction,
    plan,
)
from prep_assistant.formulary import Formularies
from prep_assistant.quantities import DoseLevel, Mass, Weight

FORMULARIES = Formularies()
FORMULARY = FORMULARIES.get(Jurisdiction.US)
MONOGRAPH, POLICY = FORMULARY.monograph, FORMULARY.policy
DRUG = "ado-trastuzumab emtansine (KADCYLA)"
TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
PLAIN_NOTES = {"infusion.subsequent": "note", "labs.not_checked": "note"}


def days_ago(days: int) -> date:
    """Return the day that lies so many days before the day of the dose."""
    return TODAY - timedelta(days=days)


def a_dose(
    days: int = 21,
    level: str = "3.6",
    weight: str | None = "70",
    *,
    minutes: int | None = None,
    reaction: Reaction = Reaction.NONE,
) -> PriorDose:
    """Return a prior dose so many days before today."""
    then = None if weight is None else Weight(Decimal(weight))
    return PriorDose(days_ago(days), DoseLevel(Decimal(level)), reaction, then, minutes)


def a_patient(height: str | None = "165", born: date = date(1961, 2, 14)) -> Patient:
    """Return a patient of this height in cm."""
    return Patient("00417", "Example", "Ana", born, None if height is None else Decimal(height))


def an_order(level: str = "3.6", weight: str = "70", written: str | None = None, **changes: Any) -> Order:
    """Return the plain order with changes, named as the fields of `Order` are."""
    fields: dict[str, Any] = {
        "order_id": "UNIT-1",
        "patient": a_patient(),
        "product": DRUG,
        "jurisdiction": Jurisdiction.US,
        "indication": Indication.EBC,
        "cycle": 2,
        "level": DoseLevel(Decimal(level)),
        "weight": Weight(Decimal(weight)),
        "weight_measured_on": TODAY,
        "prior_doses": (a_dose(),),
        "prepare_at": NOW,
        "written": None if written is None else Mass(Decimal(written)),
        "treatment_released_by": "Dr Example",
    }
    return Order(**(fields | changes))


def a_first_order(level: str = "3.6", weight: str = "70", written: str | None = None, **changes: Any) -> Order:
    """Return the order of a first dose with changes."""
    return an_order(level, weight, written, **({"cycle": 1, "prior_doses": ()} | changes))


def all_labs(**changes: Any) -> Labs:
    """Return laboratory values of which none is missing, with changes."""
    fields: dict[str, Any] = {
        "collected_on": TODAY,
        "platelets_per_mm3": 150000,
        "alt_x_uln": Decimal(1),
        "ast_x_uln": Decimal(1),
        "bilirubin_x_uln": Decimal(1),
        "lvef_percent": Decimal(60),
        "lvef_measured_on": TODAY,
        "symptomatic_heart_failure": False,
        "neuropathy_grade": 0,
        "ild_or_pneumonitis": False,
        "nodular_regenerative_hyperplasia": False,
    }
    return Labs(**(fields | changes))


def plan_of(order: Order) -> Plan:
    """Return the plan under the installed formulary of the order's jurisdiction."""
    formulary = FORMULARIES.get(order.jurisdiction)
    return plan(order, formulary.monograph, formulary.policy)


def found(order: Order) -> dict[str, str]:
    """Return the severity of every finding by its code."""
    return {finding.code: finding.severity.value for finding in plan_of(order).findings}


def concerns(order: Order) -> dict[str, str]:
    """Return the stops and confirms by their codes."""
    return {code: severity for code, severity in found(order).items() if severity != "note"}


def get_finding(order: Order, code: str) -> Finding:
    """Return the one finding of this code; a plan without it fails the test."""
    (finding,) = [finding for finding in plan_of(order).findings if finding.code == code]
    return finding


def message(order: Order, code: str) -> str:
    """Return what the finding of this code says, its no-break spaces as blanks."""
    return get_finding(order, code).message.replace("\u00a0", " ")
