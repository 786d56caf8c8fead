"""Pages of marks as a PDF. The only module that draws."""

import os
from collections.abc import Sequence
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from prep_assistant.paper.layout.marks import Box, Mark, Page, Rule, Stroke, Text


def draw(pages: Sequence[Page], title: str) -> bytes:
    """The bytes of a PDF: the same for the same pages, whenever and wherever it is made.

    Args:
        pages: one or more.
        title: for the window's frame; never names a patient.
    """
    # reportlab would take its date from there, and the bytes with it.
    os.environ.pop("SOURCE_DATE_EPOCH", None)
    file = BytesIO()
    # Without a first face of ours reportlab names Helvetica, which is not embedded.
    face = next((mark.face for mark in pages[0].marks if isinstance(mark, Text)), None)
    size = pages[0].width, pages[0].height
    canvas = Canvas(file, pagesize=size, invariant=1, pageCompression=1, lang="en-US", initialFontName=face)  # type: ignore[arg-type] # the stub takes the name for a number
    canvas.setTitle(title)
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setCreator("prep-assistant")
    canvas.setProducer("prep-assistant")
    canvas.setViewerPreference("PrintScaling", "None")
    for page in pages:
        canvas.setPageSize((page.width, page.height))
        for mark in page.marks:
            _draw_mark(canvas, mark, page.height)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _draw_mark(canvas: Canvas, mark: Mark, height: float) -> None:
    match mark:
        case Text():
            canvas.setFillGray(1 if mark.white else 0)
            canvas.setFont(mark.face, mark.points)
            canvas.drawString(mark.x, height - mark.y, mark.text)
        case Box():
            canvas.setFillGray(0)
            canvas.setLineWidth(mark.stroke)
            outlined = int(mark.stroke > 0)
            canvas.rect(mark.x, height - mark.y - mark.height, mark.width, mark.height, outlined, 1 - outlined)
        case Rule():
            canvas.setLineWidth(mark.stroke)
            canvas.line(mark.x, height - mark.y, mark.x + mark.width, height - mark.y)
        case Stroke():
            canvas.setLineWidth(mark.stroke)
            canvas.line(mark.x, height - mark.y, mark.x + mark.right, height - mark.y - mark.down)
