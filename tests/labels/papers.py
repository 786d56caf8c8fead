"""Draws papers of orders as the tests write them, and reads text and positions back out of the PDF.

Lengths in points from the lower left corner, as PDF counts.
"""

import json
from collections.abc import Mapping
from ctypes import c_float, c_int
from dataclasses import dataclass
from typing import Any

from pypdfium2 import PdfDocument, PdfObject, PdfTextObj
from pypdfium2.raw import (
    FPDF_PAGEOBJ_PATH,
    FPDF_PAGEOBJ_TEXT,
    FPDFPageObj_GetStrokeWidth,
    FPDFPath_GetDrawMode,
)

from prep_assistant.calculation import Jurisdiction, Order, Plan, plan
from prep_assistant.documents import read_order
from prep_assistant.formulary import Formularies, Formulary
from prep_assistant.paper import draw_label, draw_worksheet
from tests.orders import with_value

MM = 72 / 25.4
BANNER = "NOT APPROVED AT THIS SITE – NOT FOR PATIENT USE"
LABEL_NAMES = ["100x150", "102x76", "a4", "letter"]


@dataclass(frozen=True)
class Line:
    """A line of text: the rectangle of its ink, its size, its face and its page (from 1)."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    points: float
    face: str
    page: int


@dataclass(frozen=True)
class Shape:
    """The rectangle of a drawn box or rule, and its page (from 1)."""

    left: float
    bottom: float
    right: float
    top: float
    page: int

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom


@dataclass(frozen=True)
class Paper:
    """What was read back."""

    pages: list[tuple[float, float]]
    lines: list[Line]
    shapes: list[Shape]

    @property
    def items(self) -> list[Line | Shape]:
        return [*self.lines, *self.shapes]

    def text(self, page: int | None = None) -> str:
        """All lines from the first drawn to the last, one below the other."""
        return "\n".join(line.text for line in self.lines if page in {None, line.page})

    def line(self, part: str, page: int = 1) -> Line:
        """The one line of a page that holds this text."""
        (found,) = [line for line in self.lines if part in line.text and line.page == page]
        return found

    def around(self, line: Line) -> list[Shape]:
        """The boxes that enclose a line."""
        return [box for box in self.shapes if encloses(box, line)]


def encloses(box: Shape, inner: Line | Shape) -> bool:
    across = box.left <= inner.left and inner.right <= box.right
    return box.page == inner.page and across and box.bottom <= inner.bottom and inner.top <= box.top


def overlap(one: Line | Shape, other: Line | Shape, slack: float = 0.2) -> bool:
    """Whether two rectangles of one page share more than a hair."""
    across = min(one.right, other.right) - max(one.left, other.left)
    upright = min(one.top, other.top) - max(one.bottom, other.bottom)
    return one.page == other.page and across > slack and upright > slack


FORMULARIES = Formularies()


def formulary(jurisdiction: Jurisdiction = Jurisdiction.US) -> Formulary:
    return FORMULARIES.get(jurisdiction)


def planned(order: Mapping[str, Any]) -> tuple[Order, Plan]:
    read = read_order(json.dumps(order).encode())
    chosen = formulary(read.jurisdiction)
    return read, plan(read, chosen.monograph, chosen.policy)


def label_bytes(order: Mapping[str, Any], size: str = "100x150", reasons: Mapping[str, str] | None = None) -> bytes:
    return draw_label(*planned(order), size=size, reasons=reasons or {})


def worksheet_bytes(order: Mapping[str, Any], size: str = "a4", reasons: Mapping[str, str] | None = None) -> bytes:
    return draw_worksheet(*planned(order), size=size, reasons=reasons or {})


def read_paper(content: bytes) -> Paper:
    """The lines, boxes and rules of a PDF, in the order in which they were drawn."""
    pages, lines, shapes = [], [], []
    with PdfDocument(content) as document:
        for number, page in enumerate(document, start=1):
            pages.append(page.get_size())
            for item in page.get_objects(filter=[FPDF_PAGEOBJ_TEXT, FPDF_PAGEOBJ_PATH], textpage=page.get_textpage()):
                left, bottom, right, top = item.get_bounds()
                if isinstance(item, PdfTextObj):
                    face = item.get_font().get_base_name().split("+")[-1]
                    lines.append(
                        Line(item.extract().strip(), left, bottom, right, top, item.get_font_size(), face, number)
                    )
                else:
                    excess = _excess(item)
                    shapes.append(Shape(left + excess, bottom + excess, right - excess, top - excess, number))
    return Paper(pages, lines, shapes)


def _excess(path: PdfObject) -> float:
    """PDFium reckons a stroke twice as wide as it is drawn."""
    stroke, filled, stroked = c_float(), c_int(), c_int()
    FPDFPageObj_GetStrokeWidth(path, stroke)
    FPDFPath_GetDrawMode(path, filled, stroked)
    return float(stroke.value) / 2 if stroked.value else 0


def read_label(order: Mapping[str, Any], size: str = "100x150", reasons: Mapping[str, str] | None = None) -> Paper:
    return read_paper(label_bytes(order, size, reasons))


def named(family: str, given: str, order: dict[str, Any]) -> dict[str, Any]:
    """The order for a patient of this name."""
    return with_value("patient.given_name", given, with_value("patient.family_name", family, order))


def find_code_square(paper: Paper, page: int = 1) -> list[Shape]:
    """The squares of 20 mm or more."""
    return [box for box in paper.shapes if box.page == page and box.width > 20 * MM and abs(box.width - box.height) < 1]
