"""What is printed: the bag label and the worksheet of one preparation, as the bytes of a PDF.

Three layers: content (what is said), layout (where, in which face and size), drawn (reportlab). Equal input gives equal
bytes. Nothing here reads a clock, and reportlab is loaded when something is drawn, not before.
"""

from collections.abc import Collection, Mapping
from decimal import Decimal
from types import MappingProxyType

from prep_assistant.calculation import Order, Plan
from prep_assistant.formulary import NO_SITE, Site
from prep_assistant.paper.content.subject import get_subject
from prep_assistant.paper.content.validation import Validation, ValidationCase, ValidationCheck
from prep_assistant.paper.errors import CannotBePrinted, ContentDoesNotFit, PaperError, PlanStopped

LABEL_SIZES = ("100x150", "102x76", "a4", "letter")
WORKSHEET_SIZES = ("a4", "letter")
VALIDATION_SIZES = ("a4", "letter")
NO_REASONS: Mapping[str, str] = MappingProxyType({})

__all__ = [
    "LABEL_SIZES",
    "VALIDATION_SIZES",
    "WORKSHEET_SIZES",
    "CannotBePrinted",
    "ContentDoesNotFit",
    "PaperError",
    "PlanStopped",
    "Validation",
    "ValidationCase",
    "ValidationCheck",
    "draw_label",
    "draw_ruler",
    "draw_validation",
    "draw_worksheet",
    "get_paper_size",
]


def draw_label(
    order: Order,
    plan: Plan,
    *,
    site: Site = NO_SITE,
    size: str = "100x150",
    reasons: Mapping[str, str] = NO_REASONS,
) -> bytes:
    """The label of one bag; what its first page has no room for stands on numbered companions.

    Args:
        order: what was ordered.
        plan: the plan of that order, not stopped; the paper follows the monograph it was made with.
        site: whose name and telephone stand on it; blanks for ink where they are not set.
        size: one of ``LABEL_SIZES``; mm, or a sheet from which the label is cut.
        reasons: the pharmacist's reason for each finding that asks for one, by the finding's code.

    Returns:
        A PDF, the same bytes for the same arguments.

    Raises:
        PlanStopped: the plan has no preparation.
        CannotBePrinted: no face has a letter, or it belongs to a script that is not set here.
        ContentDoesNotFit: a line is too long for the size; nothing is ever cut or made smaller.
        ValueError: an unknown size.

    Source: design.md, "The bag label".
    """
    from prep_assistant.paper.label import make_label  # noqa: PLC0415 - loads reportlab

    return make_label(get_subject(order, plan, reasons, site), _known(size, LABEL_SIZES))


def draw_worksheet(  # noqa: PLR0913 - what is said, how large, and by whom
    order: Order,
    plan: Plan,
    *,
    site: Site = NO_SITE,
    size: str = "a4",
    reasons: Mapping[str, str] = NO_REASONS,
    ticked: Collection[str] = (),
) -> bytes:
    """The worksheet of one preparation: the order, every figure with its arithmetic and source, the steps, the acts.

    Args:
        order: what was ordered.
        plan: the plan of that order, not stopped; the paper follows the monograph and the limits it was made with.
        site: whose name and telephone stand on it, and what it moved.
        size: one of ``WORKSHEET_SIZES``.
        reasons: the pharmacist's reason for each finding that asks for one, by the finding's code.
        ticked: the checks before a first dose that were made, by the codes of ``resources/paper/first-dose.toml``;
            the others print with an open box.

    Returns:
        A PDF, the same bytes for the same arguments.

    Raises:
        PlanStopped: the plan has no preparation.
        CannotBePrinted: no face has a letter, or it belongs to a script that is not set here.
        ContentDoesNotFit: a line is too long for the size; nothing is ever cut or made smaller.
        ValueError: an unknown size.
    """
    from prep_assistant.paper.worksheet import make_worksheet  # noqa: PLC0415 - loads reportlab

    return make_worksheet(get_subject(order, plan, reasons, site), _known(size, WORKSHEET_SIZES), ticked)


def draw_validation(validation: Validation, *, size: str = "a4") -> bytes:
    """The report of a site validation, on lying pages: every case with what was expected and what was computed.

    Args:
        validation: what was tried and what came of it.
        size: one of ``VALIDATION_SIZES``.

    Returns:
        A PDF, the same bytes for the same arguments.

    Raises:
        ContentDoesNotFit: a row is higher than a page.
        ValueError: an unknown size.
    """
    from prep_assistant.paper.validation import make_validation  # noqa: PLC0415 - loads reportlab

    return make_validation(validation, _known(size, VALIDATION_SIZES))


def draw_ruler(width_mm: Decimal, height_mm: Decimal) -> bytes:
    """A page with a tick at every millimetre, to check with a ruler that a printer keeps to the size.

    Args:
        width_mm: the paper's width in mm.
        height_mm: its height in mm.
    """
    from prep_assistant.paper.ruler import draw_ruler as draw  # noqa: PLC0415 - loads reportlab

    return draw(width_mm, height_mm)


def get_paper_size(document: str, size: str) -> tuple[Decimal, Decimal]:
    """Width and height in mm of the paper that a document in a size is printed on.

    Args:
        document: "label" or "worksheet".
        size: one of that document's sizes.
    """
    from prep_assistant.paper.sizes import read_paper_size  # noqa: PLC0415 - as above

    return read_paper_size(document, size)


def _known(size: str, sizes: tuple[str, ...]) -> str:
    if size not in sizes:
        message = f'size: came "{size}"; expected one of {", ".join(sizes)}'
        raise ValueError(message)
    return size
