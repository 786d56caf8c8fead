"""The embedded calculation: ``plan(order, monograph, policy) -> Plan``, with nothing but the standard library.

It reads no file and no clock. A clinical concern is a finding in the plan, never an exception.
"""

from prep_assistant.calculation.modifications import LIVER_INJURY, Action, Laboratory, Modification, Range, Toxicity
from prep_assistant.calculation.monograph import (
    Bounds,
    CountsFrom,
    LookAlikeDose,
    Monograph,
    Names,
    Policy,
    VialStrength,
)
from prep_assistant.calculation.names import normal_name, plain_name
from prep_assistant.calculation.order import (
    Decision,
    EarlierDoses,
    Indication,
    Jurisdiction,
    Labs,
    Order,
    Patient,
    PriorDose,
    Reaction,
    UnusableOrder,
)
from prep_assistant.calculation.plan import Figure, Finding, Plan, PlanStatus, Preparation, Severity, VialsOfStrength
from prep_assistant.calculation.planning import plan
from prep_assistant.calculation.reasons import SHORTEST_REASON, parse_reason
from prep_assistant.calculation.rules.laboratory import LABORATORY_VALUES
from prep_assistant.calculation.sources import Source, Sourced, Status

__all__ = [
    "LABORATORY_VALUES",
    "LIVER_INJURY",
    "SHORTEST_REASON",
    "Action",
    "Bounds",
    "CountsFrom",
    "Decision",
    "EarlierDoses",
    "Figure",
    "Finding",
    "Indication",
    "Jurisdiction",
    "Laboratory",
    "Labs",
    "LookAlikeDose",
    "Modification",
    "Monograph",
    "Names",
    "Order",
    "Patient",
    "Plan",
    "PlanStatus",
    "Policy",
    "Preparation",
    "PriorDose",
    "Range",
    "Reaction",
    "Severity",
    "Source",
    "Sourced",
    "Status",
    "Toxicity",
    "UnusableOrder",
    "VialStrength",
    "VialsOfStrength",
    "normal_name",
    "parse_reason",
    "plain_name",
    "plan",
]
