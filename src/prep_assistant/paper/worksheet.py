"""The worksheet, from its subject to bytes."""

from collections.abc import Collection
from functools import partial

from prep_assistant.paper.content.subject import Subject
from prep_assistant.paper.content.worksheet import body_items, head_items
from prep_assistant.paper.drawn import draw
from prep_assistant.paper.layout.worksheet_pages import lay_out_worksheet
from prep_assistant.paper.sizes import get_worksheet_size


def make_worksheet(subject: Subject, size: str, ticked: Collection[str]) -> bytes:
    """The worksheet as a PDF; see ``prep_assistant.paper.draw_worksheet``."""
    items = body_items(subject, ticked)
    pages = lay_out_worksheet(items, partial(head_items, subject), get_worksheet_size(size))
    return draw(pages, f"Worksheet {subject.plan.order_id}")
