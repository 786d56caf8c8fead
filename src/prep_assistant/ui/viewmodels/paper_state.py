"""What the window shows of paper: which document in which size, and its preview."""

from prep_assistant.frozen import frozen
from prep_assistant.ui.viewmodels.paper_desk import Document, PageImage

FIT = 0
NOTHING_YET = "The label will stand here as it prints."


@frozen
class Choice:
    """A document in a size, with its name for people."""

    document: Document
    size: str
    words: str


CHOICES = (
    Choice(Document.LABEL, "100x150", "Label 100 × 150 mm"),
    Choice(Document.LABEL, "102x76", "Label 102 × 76 mm"),
    Choice(Document.LABEL, "a4", "Label, A4 sheet"),
    Choice(Document.LABEL, "letter", "Label, Letter sheet"),
    Choice(Document.WORKSHEET, "a4", "Worksheet A4"),
    Choice(Document.WORKSHEET, "letter", "Worksheet Letter"),
)


@frozen
class PaperState:
    """The preview: its pages, whether they are of an older state, and words where there are none.

    ``zoom`` is in per cent of the paper's own size; 0 fits the width.
    """

    choice: Choice = CHOICES[0]
    pages: tuple[PageImage, ...] = ()
    is_veiled: bool = False
    words: str = NOTHING_YET
    zoom: int = FIT
    can_be_made: bool = False
