"""From the contract's order to the calculation's, or to one line that says why not.

Source: contract.md, "Order".
"""

from pydantic import ValidationError

from prep_assistant.calculation import (
    Decision,
    EarlierDoses,
    Jurisdiction,
    Labs,
    Order,
    Patient,
    PriorDose,
    UnusableOrder,
)
from prep_assistant.documents.order_document import (
    DecisionDocument,
    EarlierDosesDocument,
    LabsDocument,
    OrderDocument,
    PriorDoseDocument,
)
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
        UnusableOrder: its fields contradict each other, or its jurisdiction has no monograph yet.
    """
    if document.jurisdiction is not Jurisdiction.US:
        came = f'came "{document.jurisdiction}", whose monograph is not there yet'
        raise UnusableOrder("jurisdiction", came, 'the jurisdiction "US"')
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
        labs=None if document.labs is None else _to_labs(document.labs),
        treatment_released_by=document.treatment_released_by,
        decisions=tuple(map(_to_decision, document.decisions or ())),
        infusion_minutes=document.infusion_minutes,
        prepare_at=document.prepare_at,
        administer_at=document.administer_at,
        bag_fluid=document.bag_fluid,
        stock=None if document.stock is None else document.stock.by_strength(),
    )


def read_labs(labs: object) -> Labs:
    """Laboratory values from JSON that was read already.

    Raises:
        ValueError: they are none; pydantic's error, whose message repeats nothing of them.
    """
    return _to_labs(LabsDocument.model_validate(labs))


def read_decision(decision: object) -> Decision:
    """A prescriber's decision from JSON that was read already.

    Raises:
        ValueError: it is none; pydantic's error, whose message repeats nothing of it.
    """
    return _to_decision(DecisionDocument.model_validate(decision))


def _to_labs(document: LabsDocument) -> Labs:
    return Labs(**dict(document))


def _to_decision(document: DecisionDocument) -> Decision:
    return Decision(**dict(document))


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
