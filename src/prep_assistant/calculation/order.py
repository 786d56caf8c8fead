"""An order as the calculation reads it: already parsed, checked for form, never for sense.

Whoever builds one (a JSON reader, a window) has refused what cannot be used; what is merely wrong becomes a finding.
Nothing here shows a patient's identity in its ``repr``.
"""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from prep_assistant.frozen import field, frozen
from prep_assistant.language import phrase
from prep_assistant.quantities import DoseLevel, Mass, Weight


class UnusableOrder(ValueError):
    """An order that cannot be judged at all. It names the field, what came and what was expected, in one line.

    ``came`` never holds a patient's name, number or birth date, nor any free text.
    """

    def __init__(self, field: str, came: str, expected: str) -> None:
        self.field = field
        self.defect = phrase("{came}; expected {expected}", came=came, expected=expected)
        super().__init__(f"{field}: {self.defect}")


class Jurisdiction(StrEnum):
    """Whose label holds."""

    US = "US"
    EU = "EU"


class Indication(StrEnum):
    """What the course is given for; metastatic or early breast cancer have different limits."""

    MBC = "MBC"
    EBC = "EBC"


class Reaction(StrEnum):
    """How an infusion was borne."""

    NONE = "none"
    NOT_TOLERATED = "not_tolerated"
    LIFE_THREATENING = "life_threatening"


@frozen
class Patient:
    """Whose preparation it is. Height (cm) checks the weight; no dose is ever made from it."""

    mrn: str = field(repr=False)
    family_name: str = field(repr=False)
    given_name: str = field(repr=False)
    birth_date: date = field(repr=False)
    height_cm: Decimal | None = None


@frozen
class PriorDose:
    """One dose of the medicine that was given in this course."""

    given_on: date
    level: DoseLevel
    reaction: Reaction
    weight: Weight | None = None
    infusion_minutes: int | None = None


@frozen
class EarlierDoses:
    """A summary of the doses before those listed: how many, and the lowest level among them."""

    count: int
    lowest: DoseLevel


@frozen
class Labs:
    """Laboratory and clinical values, ``None`` when not given; enzymes and bilirubin × upper limit of normal."""

    collected_on: date
    platelets_per_mm3: int | None = None
    alt_x_uln: Decimal | None = None
    ast_x_uln: Decimal | None = None
    bilirubin_x_uln: Decimal | None = None
    lvef_percent: Decimal | None = None
    lvef_measured_on: date | None = None
    baseline_lvef_percent: Decimal | None = None
    symptomatic_heart_failure: bool | None = None
    neuropathy_grade: int | None = None
    ild_or_pneumonitis: bool | None = None
    nodular_regenerative_hyperplasia: bool | None = None


@frozen
class Decision:
    """A prescriber's documented decision on a laboratory finding."""

    finding: str
    decided_by: str = field(repr=False)
    reason: str = field(repr=False)


@frozen
class Order:
    """One dose as ordered. ``prior_doses`` is ``()`` for "none were given" and ``None`` for "not known".

    Raises:
        UnusableOrder: fields that contradict each other (contract.md, "Order").
    """

    order_id: str
    patient: Patient
    product: str
    jurisdiction: Jurisdiction
    indication: Indication
    cycle: int
    level: DoseLevel
    weight: Weight
    weight_measured_on: date
    prior_doses: tuple[PriorDose, ...] | None
    prepare_at: datetime
    written: Mass | None = None
    earlier_doses: EarlierDoses | None = None
    labs: Labs | None = None
    treatment_released_by: str | None = field(default=None, repr=False)
    decisions: tuple[Decision, ...] = ()
    infusion_minutes: int | None = None
    administer_at: datetime | None = None
    bag_fluid: str | None = None
    stock: dict[int, int] | None = None

    def __post_init__(self) -> None:
        if self.administer_at is not None and self.administer_at < self.prepare_at:
            raise UnusableOrder(
                "administer_at", phrase("came an instant before prepare_at"), phrase("prepare_at or later")
            )
        if self.patient.birth_date > self.today:
            raise UnusableOrder(
                "patient.birth_date", phrase("came a date after the day of the dose"), phrase("that day or earlier")
            )
        if self.earlier_doses is not None and not self.prior_doses:
            raise UnusableOrder(
                "earlier_doses", phrase("came without a listed dose"), phrase("at least one entry in prior_doses")
            )
        if self.labs is not None and self.labs.lvef_percent is not None and self.labs.lvef_measured_on is None:
            raise UnusableOrder(
                "labs.lvef_measured_on", phrase("nothing came"), phrase("the date on which lvef_percent was measured")
            )

    @property
    def infusion_begins_at(self) -> datetime:
        """When the bag is to be given."""
        return self.administer_at or self.prepare_at

    @property
    def today(self) -> date:
        """The day the order is judged on: the date written in the instant of administration.

        Source: contract.md, below the table of the order.
        """
        return self.infusion_begins_at.date()
