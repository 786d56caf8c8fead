"""What a site is and uses beside the house limits: none of it enters a calculation."""

from prep_assistant.frozen import frozen
from prep_assistant.quantities import DecimalMark


@frozen
class Moved:
    """A value that the site's policy moved: as a policy file writes it, before and now."""

    key: str
    unit: str
    built_in: str
    now: str

    def __str__(self) -> str:
        unit = f" {self.unit}" if self.unit else ""
        return f"{self.key} {self.now}{unit} (built in: {self.built_in}{unit})"


@frozen
class Site:
    """The site's name and habits, "" where nothing is set.

    Attributes:
        name: as it stands on label and worksheet.
        telephone: beside the name.
        label_size: the size of label that is offered first.
        decimal_mark: what is typed before decimals.
        moved: the limits that the site's policy moved.
    """

    name: str = ""
    telephone: str = ""
    label_size: str = "100x150"
    decimal_mark: DecimalMark = DecimalMark.POINT
    moved: tuple[Moved, ...] = ()


NO_SITE = Site()
