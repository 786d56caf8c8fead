"""The contract's order, and how it becomes the calculation's.

Source: contract.md, "Order".
"""

from typing import Annotated

from pydantic import Field

from prep_assistant.calculation import (
    Indication,
    Jurisdiction,
    Reaction,
)
from prep_assistant.documents.fields import (
    Above0,
    Count,
    Day,
    Document,
    FromZero,
    Grade,
    Instant,
    Platelets,
    Stock,
    Text20,
    Text32,
    Text60,
    Text200,
    TrueOrFalse,
    Whole999,
    choice,
)

_SCHEMA = "prep-assistant/order/1"
_MOST_PRIOR_DOSES = 200


class PatientDocument(Document):
    """Whose order it is."""

    mrn: Text20
    family_name: Text60
    given_name: Text60
    birth_date: Day
    height_cm: Above0 | None = None


class WeightDocument(Document):
    """Body weight and the day it was measured."""

    kg: Above0
    measured_on: Day


class PriorDoseDocument(Document):
    """One dose given in this course."""

    given_on: Day
    dose_mg_per_kg: Above0
    weight_kg: Above0 | None = None
    infusion_minutes: Whole999 | None = None
    infusion_reaction: Annotated[Reaction, *choice({member.value: member for member in Reaction})]


class EarlierDosesDocument(Document):
    """The doses before those listed, in short."""

    count: Count
    lowest_mg_per_kg: Above0


class LabsDocument(Document):
    """Laboratory and clinical values."""

    collected_on: Day
    platelets_per_mm3: Platelets | None = None
    alt_x_uln: FromZero | None = None
    ast_x_uln: FromZero | None = None
    bilirubin_x_uln: FromZero | None = None
    lvef_percent: Above0 | None = None
    lvef_measured_on: Day | None = None
    baseline_lvef_percent: Above0 | None = None
    symptomatic_heart_failure: TrueOrFalse | None = None
    neuropathy_grade: Grade | None = None
    ild_or_pneumonitis: TrueOrFalse | None = None
    nodular_regenerative_hyperplasia: TrueOrFalse | None = None


class DecisionDocument(Document):
    """A prescriber's documented decision."""

    finding: Text200
    decided_by: Text200
    reason: Text200


class StockDocument(Document):
    """Vials on the shelf by strength in mg; one left out is 0."""

    vials_100: Stock | None = Field(default=None, alias="100")
    vials_160: Stock | None = Field(default=None, alias="160")

    def by_strength(self) -> dict[int, int]:
        """The vials that were counted."""
        counted = {100: self.vials_100, 160: self.vials_160}
        return {strength: count for strength, count in counted.items() if count is not None}


class OrderDocument(Document):
    """One order as the contract writes it."""

    schema_id: Annotated[str, *choice({_SCHEMA: _SCHEMA})] = Field(alias="schema")
    order_id: Text32
    patient: PatientDocument
    product: Text200
    jurisdiction: Annotated[Jurisdiction, *choice({member.value: member for member in Jurisdiction})]
    indication: Annotated[Indication, *choice({member.value: member for member in Indication})]
    cycle: Whole999
    dose_mg_per_kg: Above0
    dose_mg: Above0 | None = None
    weight: WeightDocument
    prior_doses: Annotated[list[PriorDoseDocument], Field(max_length=_MOST_PRIOR_DOSES)] | None
    earlier_doses: EarlierDosesDocument | None = None
    labs: LabsDocument | None = None
    treatment_released_by: Text200 | None = None
    decisions: list[DecisionDocument] | None = None
    infusion_minutes: Whole999 | None = None
    prepare_at: Instant
    administer_at: Instant | None = None
    bag_fluid: Text200 | None = None
    stock: StockDocument | None = None
