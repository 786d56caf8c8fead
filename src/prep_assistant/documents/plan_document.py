"""The contract's plan: how the calculation's answer becomes JSON.

Source: contract.md, "Plan".
"""

import json
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from prep_assistant.calculation import Plan, PlanStatus, Preparation, Severity
from prep_assistant.documents.fields import Document
from prep_assistant.quantities import plain

_DIGITS = r"(0|[1-9][0-9]*)(\.[0-9]*[1-9])?"
Number = Annotated[str, StringConstraints(pattern=f"^{_DIGITS}$")]
SignedNumber = Annotated[str, StringConstraints(pattern=r"^(-?([1-9][0-9]*|(0|[1-9][0-9]*)\.[0-9]*[1-9])|0)$")]
# Text, because pydantic writes an offset of zero as Z, and the contract keeps the offset in figures.
Instant = Annotated[str, Field(json_schema_extra={"format": "date-time"})]
Day = Annotated[str, Field(json_schema_extra={"format": "date"})]


_ON_ONE_LINE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class FindingDocument(Document):
    """A clinical concern."""

    code: str
    severity: Severity
    message: str
    source: str
    values: dict[str, str]


class DoseDocument(Document):
    """The dose, from the order to the syringe."""

    mg_per_kg: Number
    weight_kg: Number
    calculated_mg: Number
    volume_ml: Number
    prepared_mg: Number
    deviation_percent: SignedNumber
    written_mg: Number | None


class VialsDocument(Document):
    """Vials of one strength."""

    strength_mg: Number
    count: Annotated[int, Field(ge=1)]
    diluent: str
    diluent_ml: Number


class BagDocument(Document):
    """The bag after the drug was added."""

    fluid: str
    volume_ml: Number
    final_volume_ml: Number
    concentration_mg_per_ml: Number


class InfusionDocument(Document):
    """How it is given."""

    minutes: int
    rate_ml_per_h: Number
    observe_minutes: int
    filter: str


class UseByDocument(Document):
    """Until when, as planned."""

    reconstituted_vials: Instant
    bag: Instant


class PreparationDocument(Document):
    """Every figure of a preparation that nothing stops."""

    dose: DoseDocument
    vials: list[VialsDocument]
    opened_mg: Number
    unused_mg: Number
    reconstituted_mg_per_ml: Number
    bag: BagDocument
    infusion: InfusionDocument
    expected_mass_g: Number
    use_by: UseByDocument
    next_dose_from: Day


class FormularyDocument(Document):
    """Which numbers the plan was made with."""

    id: str
    revision: str
    digest: Annotated[str, StringConstraints(pattern=r"^sha256:[0-9a-f]{64}$")]


class PlanDocument(Document):
    """One plan as the contract writes it."""

    schema_id: Literal["prep-assistant/plan/1"] = Field(default="prep-assistant/plan/1", alias="schema")
    order_id: str
    status: PlanStatus
    findings: list[FindingDocument]
    preparation: PreparationDocument | None
    formulary: FormularyDocument


def plan_document(plan: Plan) -> PlanDocument:
    """The plan in the contract's shape."""
    return PlanDocument.model_validate(plan_members(plan))


def write_plan(plan: Plan, *, indent: int | None = None) -> str:
    """The plan as JSON text, on one line unless ``indent`` is given: as ``plan_document`` writes it, in less time."""
    members = plan_members(plan)
    return json.dumps(members, ensure_ascii=False, indent=indent) if indent else _ON_ONE_LINE.encode(members)


def plan_members(plan: Plan) -> dict[str, Any]:
    """The members of the plan's JSON, before they are written."""
    return {
        "schema": "prep-assistant/plan/1",
        "order_id": plan.order_id,
        "status": plan.status,
        "findings": [
            {
                "code": finding.code,
                "severity": finding.severity,
                "message": finding.message,
                "source": finding.source,
                "values": finding.plain_values(),
            }
            for finding in plan.findings
        ],
        "preparation": plan.preparation and _preparation(plan.preparation),
        "formulary": {
            "id": plan.monograph.id,
            "revision": plan.monograph.revision,
            "digest": plan.monograph.digest,
        },
    }


def _preparation(made: Preparation) -> dict[str, Any]:
    return {
        "dose": {
            "mg_per_kg": plain(made.level.value),
            "weight_kg": plain(made.weight.value),
            "calculated_mg": plain(made.calculated.value.value),
            "volume_ml": plain(made.volume.value.value),
            "prepared_mg": plain(made.prepared.value.value),
            "deviation_percent": plain(made.deviation_percent.value),
            "written_mg": made.written and plain(made.written.value),
        },
        "vials": [
            {
                "strength_mg": plain(vials.strength.value),
                "count": vials.count,
                "diluent": made.diluent_name.value,
                "diluent_ml": plain(vials.diluent.value),
            }
            for vials in made.vials
        ],
        "opened_mg": plain(made.opened.value.value),
        "unused_mg": plain(made.unused.value.value),
        "reconstituted_mg_per_ml": plain(made.reconstituted.value.value),
        "bag": {
            "fluid": made.bag_fluid.value,
            "volume_ml": plain(made.bag_volume.value.value),
            "final_volume_ml": plain(made.final_volume.value.value),
            "concentration_mg_per_ml": plain(made.bag_concentration.value.value),
        },
        "infusion": {
            "minutes": made.minutes.value,
            "rate_ml_per_h": plain(made.rate_ml_per_h.value),
            "observe_minutes": made.observe_minutes.value,
            "filter": made.filter.value,
        },
        "expected_mass_g": plain(made.expected_mass_g.value),
        "use_by": {
            "reconstituted_vials": made.vials_use_by.value.isoformat(),
            "bag": made.bag_use_by.value.isoformat(),
        },
        "next_dose_from": made.next_dose_from.value.isoformat(),
    }
