"""All that somebody typed, as one frozen value: what a draft keeps and what is taken up again."""

from collections.abc import Iterator

from prep_assistant.frozen import field, frozen
from prep_assistant.quantities import parse_date
from prep_assistant.ui.viewmodels.draft import Draft
from prep_assistant.ui.viewmodels.reasons import Answer

_NAMES = ("family_name", "given_name", "mrn")
_DATE_FORMS = ("%Y-%m-%d", "%Y%m%d", "%d%m%Y", "%d.%m.%Y", "%d-%m-%Y", "%d-%b-%Y", "%m-%d-%Y", "%d%b%Y")


@frozen
class Answered:
    """A reason, with the finding it was given to and the entries that the finding was about.

    Attributes:
        code: the finding's code.
        message: the finding's message: a program that says something else about the same entries asks again.
        answer: the reason.
        draft: the entries as they were.
    """

    code: str
    message: str = field(repr=False)
    answer: Answer
    draft: Draft = field(repr=False)


@frozen
class Typed:
    """The entries as they stand, and the reasons given on this order."""

    draft: Draft = field(repr=False)
    answered: tuple[Answered, ...] = field(default=(), repr=False)


def list_patient_words(draft: Draft) -> Iterator[str]:
    """Names, number and birth date as they may stand in the name of a folder."""
    for name in _NAMES:
        text = draft.text(name)
        yield text
        yield from text.replace("-", " ").replace(",", " ").split()
    try:
        born = parse_date(draft.text("birth_date"))
    except ValueError:
        yield draft.text("birth_date")
    else:
        yield from (born.strftime(form) for form in _DATE_FORMS)
