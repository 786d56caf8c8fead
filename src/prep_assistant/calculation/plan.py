"""What the calculation answers: findings, and for an order that is not stopped, the figures with their traces."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeVar

from prep_assistant.calculation.monograph import Monograph, Policy
from prep_assistant.calculation.sources import Source
from prep_assistant.frozen import field, frozen
from prep_assistant.language import Phrase, phrase
from prep_assistant.quantities import Concentration, DoseLevel, Mass, Quantity, Volume, Weight, display, plain

T = TypeVar("T")
_NOT_ROUNDED = phrase("")
Shown = Quantity | Decimal | int | date | str


class Severity(StrEnum):
    """How much a finding weighs; listed in the order in which findings are sorted."""

    STOP = "stop"
    CONFIRM = "confirm"
    NOTE = "note"


class PlanStatus(StrEnum):
    """The whole plan in a word."""

    STOPPED = "stopped"
    CONFIRM = "confirm"
    READY = "ready"


@frozen
class Finding:
    """A clinical concern as a value: what was noticed and what the honest way on is.

    ``template`` names its values in braces, so that another language can say the same.
    """

    code: str
    severity: Severity
    template: str
    source: str
    values: Mapping[str, Shown] = field(default_factory=dict)

    @property
    def message(self) -> str:
        """The finding in words, its figures as a person reads them."""
        return self.template.format_map({name: display(value) for name, value in self.values.items()})

    def plain_values(self) -> dict[str, str]:
        """The figures as another program reads them, without units; words that were not needed are left out."""
        return {name: text for name, value in self.values.items() if (text := _plain(value))}


def _plain(value: Shown) -> str:
    if isinstance(value, Quantity):
        return plain(value.value)
    if isinstance(value, Decimal):
        return plain(value)
    return value.isoformat() if isinstance(value, date) else str(value)


@frozen
class Figure(Generic[T]):
    """A figure that can say how it was made: formula, inputs, rounding, source.

    ``template`` and the names of the inputs are phrases, so that another language can say them. ``rounded_by`` is the
    source of the step that it is rounded to, where somebody chose one.
    """

    value: T
    template: Phrase
    inputs: Mapping[Phrase, Shown]
    source: Source
    rounding: Phrase = _NOT_ROUNDED
    unit: str = ""
    rounded_by: Source | None = None

    @property
    def formula(self) -> str:
        """The rule in the words of its inputs: "weight × dose level"."""
        return self.template.format_map({str(name): name for name in self.inputs})

    @property
    def worked(self) -> str:
        """The rule with this order's numbers in it: "70 kg × 3.6 mg/kg"."""
        return self.template.format_map({str(name): display(value) for name, value in self.inputs.items()})


@frozen
class VialsOfStrength:
    """How many vials of one strength to open, and the diluent for each of them."""

    strength: Mass
    count: int
    diluent: Volume
    source: Source


@frozen
class Preparation:
    """Every figure of one bag. Rates in mL/h, masses of solution in g, times in minutes.

    ``filter`` says in words which in-line filter the infusion takes, or that it takes none (``takes_filter``).
    """

    level: DoseLevel
    weight: Weight
    written: Mass | None
    calculated: Figure[Mass]
    volume: Figure[Volume]
    prepared: Figure[Mass]
    deviation_percent: Figure[Decimal]
    vials: tuple[VialsOfStrength, ...]
    diluent_name: Figure[str]
    opened: Figure[Mass]
    unused: Figure[Mass]
    reconstituted: Figure[Concentration]
    bag_fluid: Figure[str]
    bag_volume: Figure[Volume]
    final_volume: Figure[Volume]
    bag_concentration: Figure[Concentration]
    minutes: Figure[int]
    rate_ml_per_h: Figure[Decimal]
    observe_minutes: Figure[int]
    filter: Figure[str]
    takes_filter: bool
    expected_mass_g: Figure[Decimal]
    vials_use_by: Figure[datetime]
    bag_use_by: Figure[datetime]
    next_dose_from: Figure[date]


@frozen
class Plan:
    """The answer to an order. A stopped plan has no preparation: no number leaves it.

    It knows the monograph and the house limits it was made with, so that no paper can be drawn of it with others.
    """

    order_id: str
    status: PlanStatus
    findings: tuple[Finding, ...]
    preparation: Preparation | None
    monograph: Monograph = field(repr=False)
    policy: Policy = field(repr=False)
