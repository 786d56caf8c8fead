"""What was ordered, as the worksheet repeats it: whoever prepares compares it with the original order."""

from collections.abc import Iterator

from prep_assistant.calculation import Decision, Labs, Monograph, Order, PriorDose, Reaction, plain_name
from prep_assistant.paper.content.names import INDICATIONS, cycle, given_at, moment
from prep_assistant.paper.content.sheet import Column, Heading, Item, Table
from prep_assistant.quantities import Quantity, display, display_date

NOT_GIVEN = "not given"
_REACTIONS = {
    Reaction.NONE: "no reaction",
    Reaction.NOT_TOLERATED: "not tolerated",
    Reaction.LIFE_THREATENING: "life-threatening",
}
_ULN = "× upper limit of normal"
_HISTORY = tuple(
    Column(title, share)
    for title, share in (("Given on", 2), ("Dose level", 2), ("Weight", 2), ("Infused over", 2), ("Reaction", 3))
)


def order_items(order: Order, monograph: Monograph) -> Iterator[Item]:
    """The order, its weights and dates, the doses before it and the laboratory values."""
    yield Heading("Order")
    yield _facts([*_prescription(order, monograph), *_body(order), *_when(order)])
    yield Heading("Doses given before in this course")
    yield from _history(order)
    yield Heading("Laboratory")
    yield _facts([*_laboratory(order.labs), ("Treatment released by", order.treatment_released_by or NOT_GIVEN)])
    if order.decisions:
        yield _decisions(order.decisions)


def _facts(rows: list[tuple[str, str]]) -> Table:
    return Table((Column("Field", 2), Column("As ordered", 5, bold=True)), tuple(rows))


def _prescription(order: Order, monograph: Monograph) -> Iterator[tuple[str, str]]:
    yield "Product", plain_name(order.product)
    yield "Indication", f"{INDICATIONS[order.indication]} ({order.indication}), {cycle(order, monograph)}"
    yield "Dose level", display(order.level)
    yield "Written dose", _given(order.written)
    yield "Bag fluid", order.bag_fluid or f"not written; {monograph.bag_fluids.value[0]} by the label"
    minutes = order.infusion_minutes
    yield "Infusion time", "not written; the rule's" if minutes is None else display(minutes, "min")


def _body(order: Order) -> Iterator[tuple[str, str]]:
    yield "Weight", f"{display(order.weight)}, measured on {display_date(order.weight_measured_on)}"
    height = order.patient.height_cm
    yield "Height", NOT_GIVEN if height is None else display(height, "cm")


def _when(order: Order) -> Iterator[tuple[str, str]]:
    yield "Prepare at", moment(order.prepare_at)
    yield "Give at", moment(given_at(order))
    if order.stock is not None:
        on_shelf = (f"{display(count)} × {display(strength, 'mg')}" for strength, count in sorted(order.stock.items()))
        yield "Vials on the shelf", ", ".join(on_shelf) or "none"


def _history(order: Order) -> Iterator[Item]:
    earlier, doses = order.earlier_doses, order.prior_doses or ()
    if earlier is not None:
        summary = f"{display(earlier.count)} doses, the lowest {display(earlier.lowest)}"
        yield _facts([("Before those listed", summary)])
    rows = tuple(map(_prior_dose, sorted(doses, key=lambda dose: dose.given_on)))
    yield Table(_HISTORY, rows or (("none", "", "", "", ""),))


def _prior_dose(dose: PriorDose) -> tuple[str, ...]:
    minutes = NOT_GIVEN if dose.infusion_minutes is None else display(dose.infusion_minutes, "min")
    weight = _given(dose.weight)
    return display_date(dose.given_on), display(dose.level), weight, minutes, _REACTIONS[dose.reaction]


def _laboratory(labs: Labs | None) -> Iterator[tuple[str, str]]:
    if labs is None:
        yield "Values", NOT_GIVEN
        return
    yield "Collected on", display_date(labs.collected_on)
    platelets = labs.platelets_per_mm3
    yield "Platelets", NOT_GIVEN if platelets is None else display(platelets, "per mm³")
    for name, times in (("ALT", labs.alt_x_uln), ("AST", labs.ast_x_uln), ("Bilirubin", labs.bilirubin_x_uln)):
        yield name, NOT_GIVEN if times is None else display(times, _ULN)
    yield "LVEF", _lvef(labs)
    for name, state in (
        ("Symptomatic heart failure", labs.symptomatic_heart_failure),
        ("ILD or pneumonitis", labs.ild_or_pneumonitis),
        ("Nodular regenerative hyperplasia", labs.nodular_regenerative_hyperplasia),
    ):
        yield name, NOT_GIVEN if state is None else ("yes" if state else "no")
    grade = labs.neuropathy_grade
    yield "Neuropathy", NOT_GIVEN if grade is None else f"grade {display(grade)}"


def _lvef(labs: Labs) -> str:
    if labs.lvef_percent is None or labs.lvef_measured_on is None:
        return NOT_GIVEN
    baseline = labs.baseline_lvef_percent
    before = "" if baseline is None else f"; before the first dose {display(baseline, '%')}"
    return f"{display(labs.lvef_percent, '%')}, measured on {display_date(labs.lvef_measured_on)}{before}"


def _decisions(decisions: tuple[Decision, ...]) -> Table:
    columns = Column("Decision on", 3), Column("Decided by", 2), Column("Reason", 4)
    return Table(columns, tuple((it.finding, it.decided_by, it.reason) for it in decisions))


def _given(quantity: Quantity | None) -> str:
    return NOT_GIVEN if quantity is None else display(quantity)
