"""Checks of this installation: does it read its figures, find its faces, and draw a label that can be read back?"""

import json
from collections.abc import Callable, Iterator, Sequence

from prep_assistant.calculation import plan
from prep_assistant.documents import read_order
from prep_assistant.formulary import Formulary, load_formulary
from prep_assistant.frozen import frozen
from prep_assistant.paper import draw_label
from prep_assistant.paper.content.names import drug_name
from prep_assistant.quantities.display import NO_BREAK_SPACE
from prep_assistant.selftest.orders import make_order, prior_dose

_SIZE_MM = (100, 150)
_POINTS_PER_MM = 72 / 25.4
# Least sizes in points: design.md, "The bag label".
_LEAST_DRUG, _LEAST_DOSE, _LEAST_PATIENT, _LEAST = 12, 16, 10, 8
# 70 kg × 3.6 mg/kg, for the selftest's nobody.
_DOSE, _PATIENT = "252 mg", "SELFTEST"
_VIETNAMESE, _GREEK = "Nguyễn Ánh Ấn", "Ωμέγα"


@frozen
class Check:
    """One property of an installation: what was looked at, what must be and what was found."""

    name: str
    wanted: str
    found: str

    @property
    def passed(self) -> bool:
        """Whether it was found as it must be."""
        return self.found == self.wanted


@frozen
class ReadText:
    """A line of text of a PDF, and its size."""

    text: str
    points: float


def check_installation(formulary: Formulary) -> Iterator[Check]:
    """All checks, in the order of the report. What cannot be done at all is a check that failed, not an error."""
    checks: tuple[tuple[str, Callable[[Formulary], Iterator[Check]]], ...] = (
        ("Formulary", _check_formulary),
        ("Faces", _check_faces),
        ("Label", _check_label),
    )
    for name, check in checks:
        try:
            yield from check(formulary)
        except Exception as error:  # noqa: BLE001 - an installation may be broken in any way; the report says in which
            yield Check(name, "can be checked", f"failed with {type(error).__name__}")


def _check_formulary(formulary: Formulary) -> Iterator[Check]:
    yield Check("Formulary, read twice: digest", formulary.monograph.digest, load_formulary().monograph.digest)


def _check_faces(_formulary: Formulary) -> Iterator[Check]:
    from prep_assistant.paper.layout.faces import choose_face  # noqa: PLC0415 - loads reportlab

    for words, text, bold, wanted in (
        ("regular face", "252 mg", False, "Atkinson-Hyperlegible-400"),
        ("bold face", "252 mg", True, "Atkinson-Hyperlegible-700"),
        ("face for other letters", _VIETNAMESE, False, "Fira-Sans-400"),
        ("bold face for other letters", _GREEK, True, "Fira-Sans-700"),
    ):
        yield Check(f"Paper: {words}", wanted, choose_face("selftest", text, bold=bold)[0])


def _check_label(formulary: Formulary) -> Iterator[Check]:
    order = make_order("3.6", "70", "EBC", [prior_dose("3.6", "70")], dose_mg="252")
    read = read_order(json.dumps(order).encode())
    planned = plan(read, formulary.monograph, formulary.policy)
    drawn, again = (draw_label(read, planned, site=formulary.site) for _ in range(2))
    yield Check("Label: drawn twice", "the same bytes", "the same bytes" if drawn == again else "other bytes")
    (width, height), texts = _read_back(drawn)
    wide, high = _SIZE_MM
    size = f"{round(width / _POINTS_PER_MM, 1):g} × {round(height / _POINTS_PER_MM, 1):g} mm"
    yield Check("Label: size of its page", f"{wide} × {high} mm", size)
    yield from check_texts(formulary, texts)


def check_texts(formulary: Formulary, texts: Sequence[ReadText]) -> Iterator[Check]:
    """Whether drug, dose and patient were read back from the label of the selftest, large enough."""
    for words, part, least in (
        ("name of the drug", drug_name(formulary.monograph), _LEAST_DRUG),
        ("dose", _DOSE, _LEAST_DOSE),
        ("patient", _PATIENT, _LEAST_PATIENT),
    ):
        largest = max((it.points for it in texts if part in it.text), default=0)
        wanted = f"“{part}” read back in {least} points or more"
        yield Check(f"Label: {words}", wanted, wanted if largest >= least else f"largest {largest:g} points")
    smallest = min((it.points for it in texts), default=0)
    wanted = f"nothing below {_LEAST} points"
    yield Check("Label: smallest type", wanted, wanted if smallest >= _LEAST else f"{smallest:g} points")


def _plain(text: str) -> str:
    return text.replace(NO_BREAK_SPACE, " ")


def _read_back(content: bytes) -> tuple[tuple[float, float], list[ReadText]]:
    """The size of the first page in points, and every line of text on it with its size."""
    from pypdfium2 import PdfDocument, PdfTextObj  # noqa: PLC0415 - only this check needs it
    from pypdfium2.raw import FPDF_PAGEOBJ_TEXT  # noqa: PLC0415 - as above

    with PdfDocument(content) as document:
        page = document[0]
        objects = page.get_objects(filter=[FPDF_PAGEOBJ_TEXT], textpage=page.get_textpage())
        texts = [ReadText(_plain(it.extract()), it.get_font_size()) for it in objects if isinstance(it, PdfTextObj)]
        return page.get_size(), texts
