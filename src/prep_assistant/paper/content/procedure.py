"""The numbered steps of a preparation with its own numbers in them, and the acts that are signed.

The wording is data (``resources/paper/procedure.toml``), each step with its source; the figures come from the plan.
"""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from prep_assistant.calculation import Preparation
from prep_assistant.installed import read_resource
from prep_assistant.paper.content.names import moment
from prep_assistant.paper.content.sheet import Column, Heading, Item, Table
from prep_assistant.paper.content.subject import Subject
from prep_assistant.quantities import display

_VIALS = (
    Column("Vial or component", 5, bold=True),
    Column("Reconstitute with", 5),
    Column("Lot", 4),
    Column("Expiry", 3),
)
_STEPS = Column("Step", 1, bold=True), Column("What to do", 12), Column("Source", 2), Column("Done, initials", 2)
_ACTS = Column("Act", 6), Column("Name", 4), Column("Signature", 4), Column("Date and time", 3)


def component_items(preparation: Preparation) -> Iterator[Item]:
    """A line for each vial, the diluent and the bag, with blanks for lot and expiry."""
    yield Heading("Vials and components")
    name = preparation.diluent_name.value
    vials = (
        (f"{display(vials.strength)} vial", f"{display(vials.diluent)} of {name}", "", "")
        for vials in preparation.vials
        for _ in range(vials.count)
    )
    parts = (
        name,
        f"{preparation.bag_fluid.value}, {display(preparation.bag_volume.value)} bag",
        *((preparation.filter.value,) if preparation.takes_filter else ()),
    )
    yield Table(_VIALS, (*vials, *((part, "", "", "") for part in parts)), ink=True)


def step_items(subject: Subject) -> Iterator[Item]:
    """The steps from the cold chain to the closing look at the bag."""
    words = _words(subject)
    yield Heading("Steps")
    steps = enumerate(_procedure()["steps"], start=1)
    label = subject.monograph.jurisdiction
    rows = ((display(number), step["text"].format_map(words), step["source"][label], "") for number, step in steps)
    yield Table(_STEPS, tuple(rows), ink=True)


def act_items() -> Iterator[Item]:
    """Lines for name and signature of each act."""
    yield Heading("Names and signatures")
    yield Table(_ACTS, tuple((act, "", "", "") for act in _procedure()["acts"]), ink=True)


@cache
def _procedure() -> Mapping[str, Any]:
    text = read_resource("paper/procedure.toml")
    return tomllib.loads(text)


def _words(subject: Subject) -> Mapping[str, str]:
    of, monograph = subject.preparation, subject.monograph
    each = (f"each {display(vials.strength)} vial with {display(vials.diluent)}" for vials in of.vials)
    return {
        "drug": monograph.display_name,
        "vials": " + ".join(f"{display(vials.count)} × {display(vials.strength)}" for vials in of.vials),
        "each_vial": ", ".join(each),
        "diluent": of.diluent_name.value,
        "concentration": display(of.reconstituted.value),
        "volume_drawn": display(of.volume.value),
        "dose": display(of.prepared.value),
        "unused": display(of.unused.value),
        "mass": display(of.expected_mass_g.value, of.expected_mass_g.unit),
        "bag": f"{display(of.bag_volume.value)} bag of {of.bag_fluid.value}",
        "final_volume": display(of.final_volume.value),
        "filter": of.filter.value,
        "storage": monograph.storage.value,
        "vials_use_by": moment(of.vials_use_by.value),
        "bag_use_by": moment(of.bag_use_by.value),
        "order": subject.order.order_id,
    }
