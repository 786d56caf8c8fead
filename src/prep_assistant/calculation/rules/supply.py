"""Are there vials enough?"""

from prep_assistant.calculation.case import Case
from prep_assistant.calculation.plan import Finding
from prep_assistant.calculation.rules.finding import note, stop


def find_out_of_stock(case: Case) -> Finding | None:
    """``vials.out_of_stock``: the shelf cannot supply the dose."""
    if case.vials is not None:
        return None
    template = "The vials in stock cannot supply the dose. Order vials, or correct the stock."
    return stop("vials.out_of_stock", template, case.monograph.vials[0].source)


def find_none_spare(case: Case) -> Finding | None:
    """``vials.none_spare``: nothing is left over, so nothing may be left in a vial."""
    if case.vials is None:
        return None
    strengths = (vial.strength.value for vial in case.monograph.vials)
    opened = sum(int(strength) * count for strength, count in zip(strengths, case.vials, strict=True))
    if opened != case.prepared.value:
        return None
    template = "The vials hold just the dose: withdraw every vial completely."
    return note("vials.none_spare", template, case.monograph.vials[0].source)


SUPPLY_RULES = (find_out_of_stock, find_none_spare)
