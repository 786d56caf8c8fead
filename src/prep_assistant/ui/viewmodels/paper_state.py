"""What the window shows of paper: which document in which size, and its preview."""

from prep_assistant.frozen import frozen
from prep_assistant.language import phrase
from prep_assistant.ui.viewmodels.paper_desk import Document, PageImage

FIT = 0
NOTHING_YET = phrase("The label will stand here as it prints.")


@frozen
class Choice:
    """A document in a size, with its name for people."""

    document: Document
    size: str
    words: str


CHOICES = (
    Choice(Document.LABEL, "100x150", phrase("Label 100 × 150 mm")),
    Choice(Document.LABEL, "102x76", phrase("Label 102 × 76 mm")),
    Choice(Document.LABEL, "a4", phrase("Label, A4 sheet")),
    Choice(Document.LABEL, "letter", phrase("Label, Letter sheet")),
    Choice(Document.WORKSHEET, "a4", phrase("Worksheet A4")),
    Choice(Document.WORKSHEET, "letter", phrase("Worksheet Letter")),
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
