"""How the patient and the medicine are named on every paper."""

import re
from datetime import datetime

from prep_assistant.calculation import Indication, Monograph, Order, Patient
from prep_assistant.formulary import Site
from prep_assistant.quantities import display, display_date, display_instant, in_capitals
from prep_assistant.quantities.display import NO_BREAK_SPACE

NOT_APPROVED = "NOT APPROVED AT THIS SITE – NOT FOR PATIENT USE"
INDICATIONS = {Indication.EBC: "early breast cancer", Indication.MBC: "metastatic breast cancer"}
# The part that tells the name from trastuzumab's stands in capitals.
# Source: FDA Drug Safety Communication 2013-05-06; design.md, "The bag label".
_TALL = "emtansine"
_NOT_THIS = "not trastuzumab"


def patient_name(patient: Patient) -> str:
    """FAMILY, Given: the family name in capitals where these lose nothing of it."""
    return f"{in_capitals(patient.family_name)}, {patient.given_name}"


def patient_identity(patient: Patient) -> str:
    """The second and third identifier."""
    return f"{_whole('MRN')}{patient.mrn} · {_whole('born')}{display_date(patient.birth_date)}"


def drug_name(monograph: Monograph) -> str:
    """The full nonproprietary name, its own part in capitals."""
    return monograph.nonproprietary_name.replace(_TALL, _TALL.upper())


def cycle(order: Order, monograph: Monograph) -> str:
    """The cycle, and of how many where the course ends."""
    limit = monograph.course_limits.get(order.indication)
    of = f" of {display(limit.value)}" if limit else ""
    return f"cycle {display(order.cycle)}{of}"


def given_at(order: Order) -> datetime:
    """When the bag is to be given, on the clock of its preparation: a paper knows one clock only."""
    return order.infusion_begins_at.astimezone(order.prepare_at.tzinfo)


def keep_names_whole(text: str, monograph: Monograph) -> str:
    """A text in which no end of a line parts the medicine's name, nor "not" from the medicine that it is not."""
    name = re.escape(monograph.nonproprietary_name)
    whole = re.compile(rf"{name}(?: \({re.escape(monograph.brand)}\))?|{_NOT_THIS}", re.IGNORECASE)
    return whole.sub(lambda found: found.group().replace(" ", NO_BREAK_SPACE), text)


def moment(instant: datetime) -> str:
    """A date and time that no end of a line parts."""
    return display_instant(instant).replace(" ", NO_BREAK_SPACE)


def site_and_telephone(site: Site) -> str:
    """The site's name, with its telephone where that is set; the number is not parted from its caption."""
    return f"{site.name} · {_whole('telephone')}{site.telephone}" if site.telephone else site.name


def _whole(word: str) -> str:
    """A caption that never parts from its value at the end of a line."""
    return word + NO_BREAK_SPACE
