"""What the window shows of laboratory values; every text is ready to be drawn."""

from collections.abc import Mapping

from prep_assistant.calculation import Severity
from prep_assistant.frozen import field, frozen


@frozen
class BandState:
    """Where a value stands in the label, in words; ``severity`` is that of its finding, ``None`` when it has none."""

    text: str
    severity: Severity | None = None


@frozen
class DecisionState:
    """A prescriber's decision on one finding, as far as it was typed, and why its texts cannot be used."""

    finding: str
    title: str
    decided_by: str = field(default="", repr=False)
    reason: str = field(default="", repr=False)
    wrong_name: str = ""
    wrong_reason: str = ""


@frozen
class LaboratoryState:
    """The part of the laboratory values.

    Attributes:
        heading: what is in it, in words, for when it is folded.
        bands: the label's row for each value that is known, by reaction.
        decisions: what a prescriber may decide, or has decided, by reaction.
        hint: what else is to be said, "" when nothing is.
    """

    heading: str
    bands: Mapping[str, BandState] = field(default_factory=dict)
    decisions: Mapping[str, tuple[DecisionState, ...]] = field(default_factory=dict)
    hint: str = field(default="", repr=False)
