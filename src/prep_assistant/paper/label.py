"""The bag label, from its subject to bytes."""

from prep_assistant.paper.content.label import label_blocks
from prep_assistant.paper.content.subject import Subject
from prep_assistant.paper.drawn import draw
from prep_assistant.paper.layout.label_pages import lay_out_label
from prep_assistant.paper.sizes import get_label_size


def make_label(subject: Subject, size: str) -> bytes:
    """The label as a PDF; see ``prep_assistant.paper.draw_label``."""
    pages = lay_out_label(label_blocks(subject), get_label_size(size))
    return draw(pages, f"Label {subject.plan.order_id}")
