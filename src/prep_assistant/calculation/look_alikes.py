"""Which labelled dose of a look-alike a figure fits."""

from collections.abc import Iterable

from prep_assistant.calculation.monograph import LookAlikeDose, Monograph, Policy
from prep_assistant.language import enumerate_alternatives, phrase
from prep_assistant.quantities import DoseLevel, Mass, Weight, display, is_within


def name_fitting_doses(level: DoseLevel, monograph: Monograph, policy: Policy) -> str:
    """The products with a labelled dose near ``level``, each with that dose; "" when none fits.

    Source: contract.md, ``dose.fits_other_product``: within 5 % of the look-alike's dose, ends included.
    """
    percent = policy.look_alike_percent.value

    def fits(dose: LookAlikeDose) -> bool:
        return isinstance(dose.dose, DoseLevel) and is_within(level.value, dose.dose.value, percent)

    return _named(filter(fits, monograph.look_alike_doses))


def name_written_doses(written: Mass, weight: Weight, monograph: Monograph, policy: Policy) -> str:
    """The products of which ``written`` is a labelled dose for this weight; "" when none fits."""
    percent = policy.look_alike_percent.value

    def fits(dose: LookAlikeDose) -> bool:
        return isinstance(dose.dose, DoseLevel) and is_within(written.value, (weight * dose.dose).value, percent)

    return _named(filter(fits, monograph.look_alike_doses))


def name_fixed_doses(written: Mass, monograph: Monograph) -> str:
    """The products of which ``written`` is the dose for everybody; "" when none fits."""
    return _named(dose for dose in monograph.look_alike_doses if dose.dose == written)


def _named(doses: Iterable[LookAlikeDose]) -> str:
    return enumerate_alternatives(map(_name, doses))


def _name(dose: LookAlikeDose) -> str:
    regimen = phrase(dose.regimen)
    return phrase("{product} ({dose} {regimen})", product=dose.product, dose=display(dose.dose), regimen=regimen)
