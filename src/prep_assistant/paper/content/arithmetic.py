"""Every figure of a preparation with its arithmetic, its rounding and its source."""

from collections.abc import Iterator
from typing import Any

from prep_assistant.calculation import Figure, Order, Preparation, Source, Status
from prep_assistant.paper.content.sheet import Column, Heading, Item, Paragraph, Table
from prep_assistant.quantities import display

_COLUMNS = (
    Column("Figure", 4),
    Column("Value", 4, bold=True),
    Column("Rule and rounding", 6),
    Column("With this order's numbers", 6),
    Column("Source", 3),
)
_ON_ORDER = "written on the order"


def figure_items(order: Order, preparation: Preparation) -> Iterator[Item]:
    """The figures in the order in which they are made, and the documents they come from."""
    figures = list(_figures(preparation))
    yield Heading("Figures")
    written = "not written" if preparation.written is None else display(preparation.written)
    rows = [
        ("Weight", display(order.weight), _ON_ORDER, "", "order"),
        ("Dose level", display(order.level), _ON_ORDER, "", "order"),
        ("Written dose", written, _ON_ORDER, "", "order"),
        *(_row(name, figure) for name, figure in figures),
    ]
    yield Table(_COLUMNS, tuple(rows))
    for source in sorted({_document(figure.source) for _, figure in figures}):
        yield Paragraph("note", source)


def _figures(of: Preparation) -> Iterator[tuple[str, Figure[Any]]]:
    yield "Dose calculated", of.calculated
    yield "Reconstituted vials hold", of.reconstituted
    yield "Volume drawn", of.volume
    yield "Dose prepared", of.prepared
    yield "Difference from the calculated dose", of.deviation_percent
    yield "Vials opened", of.opened
    yield "Unused", of.unused
    yield "Diluent", of.diluent_name
    yield "Mass of the volume drawn", of.expected_mass_g
    yield "Bag fluid", of.bag_fluid
    yield "Bag", of.bag_volume
    yield "Final volume", of.final_volume
    yield "Concentration in the bag", of.bag_concentration
    yield "Infusion time", of.minutes
    yield "Infusion rate", of.rate_ml_per_h
    yield "Observation afterwards", of.observe_minutes
    yield "Filter", of.filter
    yield "Use-by of reconstituted vials", of.vials_use_by
    yield "Use-by of the bag", of.bag_use_by
    yield "Next dose from", of.next_dose_from


def _row(name: str, figure: Figure[Any]) -> tuple[str, ...]:
    rule = f"{figure.formula}; {figure.rounding}" if figure.rounding else figure.formula
    worked = figure.worked if figure.inputs else ""
    return name, display(figure.value, figure.unit), rule, worked, _source(figure.source)


def _source(source: Source) -> str:
    return f"{source} (recalled)" if source.status is Status.RECALLED else str(source)


def _document(source: Source) -> str:
    """A recalled entry was in no source that was read: a pharmacist confirms it against the current label."""
    recalled = " Recalled: confirm against the current label." if source.status is Status.RECALLED else ""
    return f"{source.document.rstrip(':')}: {source.edition}.{recalled}"
