"""The validation report, from what was tried to bytes."""

from functools import partial

from prep_assistant.paper.content.validation import Validation, banner, body_items, head_items
from prep_assistant.paper.drawn import draw
from prep_assistant.paper.layout.worksheet_pages import lay_out_worksheet
from prep_assistant.paper.sizes import get_worksheet_size


def make_validation(validation: Validation, size: str) -> bytes:
    """The report as a PDF; see ``prep_assistant.paper.draw_validation``."""
    paper = get_worksheet_size(size, "validation")
    pages = lay_out_worksheet(body_items(validation), partial(head_items, validation), paper, banner=banner(validation))
    return draw(pages, "Validation of this installation")
