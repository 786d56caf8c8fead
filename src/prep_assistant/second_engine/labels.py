"""What one label says otherwise than the other: the names of the product, the bag fluids, their line filters."""

from collections.abc import Mapping
from typing import Any, NamedTuple


class Bag(NamedTuple):
    """A fluid that the label allows, and the line filter that it asks for with it."""

    fluid: str
    line_filter: str


class Label(NamedTuple):
    """One section of [labels]; names in small letters, the default bag first."""

    jurisdiction: str
    full_names: tuple[str, ...]
    incomplete_names: tuple[str, ...]
    bags: tuple[Bag, ...]

    def find_bag(self, fluid: str) -> Bag | None:
        """Return the bag of exactly this fluid, None for any other text.

        Source: contract, bag.wrong_fluid.
        """
        for bag in self.bags:
            if bag.fluid == fluid:
                return bag
        return None


def _parse_label(jurisdiction: str, rows: Mapping[str, Any]) -> Label:
    full, incomplete = tuple(map(str, rows["full_names"])), tuple(map(str, rows["incomplete_names"]))
    bags = tuple(Bag(str(fluid), str(line_filter)) for fluid, line_filter in rows["bags"])
    if not full or not bags or not set(full).isdisjoint(incomplete):
        raise ValueError(f"expected a name, a bag and no name both full and incomplete in [labels.{jurisdiction}]")
    return Label(jurisdiction, full, incomplete, bags)


def parse_labels(sections: Mapping[str, Any]) -> tuple[Label, ...]:
    """Read the sections by jurisdiction.

    Raises: ValueError for a label without a name or a bag, or with a name that is both full and incomplete; KeyError
    for a missing row.
    """
    return tuple(_parse_label(jurisdiction, rows) for jurisdiction, rows in sections.items())
