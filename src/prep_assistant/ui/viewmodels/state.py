"""Everything the window shows, as one frozen value. Every text in it is ready to be drawn."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from prep_assistant.calculation import Order, Plan
from prep_assistant.frozen import field, frozen
from prep_assistant.language import phrase
from prep_assistant.ui.viewmodels.draft import History, Row
from prep_assistant.ui.viewmodels.finding_state import FindingState
from prep_assistant.ui.viewmodels.history_state import HistoryState
from prep_assistant.ui.viewmodels.identity import IdentityState
from prep_assistant.ui.viewmodels.plan_state import PlanState

if TYPE_CHECKING:
    from prep_assistant.ui.viewmodels.first_dose_state import CheckState
    from prep_assistant.ui.viewmodels.laboratory_state import LaboratoryState

NOT_KNOWN = phrase("Not known")


class Standing(StrEnum):
    """Where the order stands, in a word; the last two whatever the order is."""

    EMPTY = "empty"
    INCOMPLETE = "incomplete"
    STOPPED = "stopped"
    CONFIRM = "confirm"
    READY = "ready"
    UNPRINTABLE = "unprintable"
    BLOCKED = "blocked"


@frozen
class EntryState:
    """One entry: its text as typed, what it was understood as, and why it is refused."""

    text: str = field(default="", repr=False)
    echo: str = field(default="", repr=False)
    error: str = field(default="", repr=False)


@frozen
class RowState:
    """One prior dose with an error, or "", for each of its cells."""

    row: Row
    errors: tuple[str, ...]


@frozen
class BannerState:
    """Whose preparation it is."""

    name: str = field(default=NOT_KNOWN, repr=False)
    born: str = field(default=NOT_KNOWN, repr=False)
    mrn: str = field(default=NOT_KNOWN, repr=False)
    order: str = NOT_KNOWN
    course: str = NOT_KNOWN


@frozen
class Headline:
    """The state of the order above the plan: a word, and a sentence that says what comes next."""

    word: str
    sentence: str


@frozen
class MessageState:
    """The outcome of the last act that can fail."""

    text: str = field(default="", repr=False)
    failed: bool = False


@frozen
class PreviewWanted:
    """What the paper's preview is to be made of; ``ticked`` are the checks before a first dose."""

    order: Order
    plan: Plan
    reasons: Mapping[str, str]
    ticked: frozenset[str] = frozenset()


@frozen
class PrepareState:
    """The Prepare page.

    Attributes:
        identity: the medicine under the label that holds, and the lists its name and bag are picked from.
        plan: the figures; ``None`` while the order is incomplete or stopped.
        laboratory: what is said of laboratory values; ``None`` while there are none.
        first_dose: what is checked before the first dose of a course; empty when this is none, or nobody has said so.
        weight_check: why the weight wants a second look, "" when it does not.
        not_checked: the checks that could not run, "" when all did.
        save_refused: why there is no label yet, "" when there can be one.
    """

    standing: Standing
    headline: Headline
    identity: IdentityState
    banner: BannerState
    entries: Mapping[str, EntryState]
    history_known: History = History.NOT_SAID
    rows: tuple[RowState, ...] = ()
    findings: tuple[FindingState, ...] = ()
    plan: PlanState | None = None
    history: HistoryState | None = None
    laboratory: "LaboratoryState | None" = None
    first_dose: "tuple[CheckState, ...]" = ()
    weight_check: str = ""
    not_checked: str = ""
    save_refused: str = ""
    can_undo: bool = False
    can_redo: bool = False
    message: MessageState = field(default_factory=MessageState)
    preview_wanted: PreviewWanted | None = None


NO_ENTRIES: Mapping[str, EntryState] = MappingProxyType({})
