"""What is checked once, before the first dose of a course; recorded, never computed.

The words are data (``resources/paper/first-dose.toml``), each with its source; the window shows the same list.
"""

import tomllib
from collections.abc import Collection, Iterator, Mapping
from functools import cache

from prep_assistant.calculation import Order
from prep_assistant.frozen import frozen
from prep_assistant.installed import read_resource
from prep_assistant.paper.content.sheet import Column, Heading, Item, Table

_CHECKS = (
    Column("Checked", 2),
    Column("Before the first dose", 5, bold=True),
    Column("What it means", 11),
    Column("Source", 4),
)
_SIGNED = Column("First dose checked by", 6), Column("Name", 4), Column("Signature", 4), Column("Date and time", 3)
_DONE = "yes"


@frozen
class Check:
    """One check: a name for it, what it means in words, and where it comes from under each label."""

    code: str
    title: str
    text: str
    source: Mapping[str, str]


@cache
def list_checks() -> tuple[Check, ...]:
    """The checks in their order."""
    text = read_resource("paper/first-dose.toml")
    return tuple(Check(**check) for check in tomllib.loads(text)["checks"])


def first_dose_items(order: Order, ticked: Collection[str]) -> Iterator[Item]:
    """The list with its boxes, for a first dose only; a box that nobody ticked is left open for ink."""
    if order.prior_doses is None or order.prior_doses:
        return
    checks = list_checks()
    rows = ((_DONE if it.code in ticked else "", it.title, it.text, it.source[order.jurisdiction]) for it in checks)
    yield Heading("Before the first dose of the course")
    yield Table(_CHECKS, tuple(rows), boxes=tuple(it.code in ticked for it in checks))
    yield Table(_SIGNED, (("Pharmacist", "", "", ""),), ink=True)
