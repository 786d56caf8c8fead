"""From the contract's order to the calculation's, or to one line that says why not.

Source: contract.md, "Order".
"""

from pydantic import ValidationError

from prep_assistant.calculation import (
    Decision,
    EarlierDoses,
    Labs,
    Order,
    Patient,
    PriorDose,
)
from prep_assistant.documents.order_document import EarlierDosesDocument, OrderDocument, PriorDoseDocument
from prep_assistant.documents.refusal import describe
from prep_assistant.documents.strict_json import read_json
from prep_assistant.quantities import DoseLevel, Mass, Weight


def read_order(content: bytes) -> Order:
    """The order in a JSON text.

    Args:
        content: one JSON object in UTF-8, at most 1 MB.

    Raises:
        UnusableOrder: one line that names the field, what came and what was expected.
    """
    read = read_json(content)
    try:
        return _to_order(OrderDocument.model_validate(read))
    except ValidationError as error:
        refusal = describe(error, read)
    raise refusal


def _to_order(document: OrderDocument) -> Order:
    """The order as the calculation reads it.

    Raises:
        UnusableOrder: its fields contradict each other.
    """
    patient = document.patient
    return Order(
        order_id=document.order_id,
        patient=Patient(patient.mrn, patient.family_name, patient.given_name, patient.birth_date, patient.height_cm),
        product=document.product,
        jurisdiction=document.jurisdiction,
        indication=document.indication,
        cycle=document.cycle,
        level=DoseLevel(document.dose_mg_per_kg),
        written=None if document.dose_mg is None else Mass(document.dose_mg),
        weight=Weight(document.weight.kg),
        weight_measured_on=document.weight.measured_on,
        prior_doses=None if document.prior_doses is None else tuple(map(_prior_dose, document.prior_doses)),
        earlier_doses=None if document.earlier_doses is None else _earlier_doses(document.earlier_doses),
        labs=None if document.labs is None else Labs(**dict(document.labs)),
        treatment_released_by=document.treatment_released_by,
        decisions=tuple(Decision(**dict(decision)) for decision in document.decisions or ()),
        infusion_minutes=document.infusion_minutes,
        prepare_at=document.prepare_at,
        administer_at=document.administer_at,
        bag_fluid=document.bag_fluid,
        stock=None if document.stock is None else document.stock.by_strength(),
    )


def _prior_dose(dose: PriorDoseDocument) -> PriorDose:
    return PriorDose(
        given_on=dose.given_on,
        level=DoseLevel(dose.dose_mg_per_kg),
        reaction=dose.infusion_reaction,
        weight=None if dose.weight_kg is None else Weight(dose.weight_kg),
        infusion_minutes=dose.infusion_minutes,
    )


def _earlier_doses(doses: EarlierDosesDocument) -> EarlierDoses:
    return EarlierDoses(doses.count, DoseLevel(doses.lowest_mg_per_kg))
