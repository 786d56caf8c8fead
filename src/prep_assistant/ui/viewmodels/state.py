"""Everything the window shows, as one frozen value. Every text in it is ready to be drawn."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from prep_assistant.calculation import Order, Plan
from prep_assistant.ui.viewmodels.draft import History, Row
from prep_assistant.ui.viewmodels.finding_state import FindingState
from prep_assistant.ui.viewmodels.history_state import HistoryState
from prep_assistant.ui.viewmodels.identity import IdentityState
from prep_assistant.ui.viewmodels.plan_state import PlanState


class Standing(StrEnum):
    """Where the order stands, in a word."""

    EMPTY = "empty"
    INCOMPLETE = "incomplete"
    STOPPED = "stopped"
    CONFIRM = "confirm"
    READY = "ready"


@dataclass(frozen=True, slots=True)
class EntryState:
    """One entry: its text as typed, what it was understood as, and why it is refused."""

    text: str = field(default="", repr=False)
    echo: str = field(default="", repr=False)
    error: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class RowState:
    """One prior dose with an error, or "", for each of its cells."""

    row: Row
    errors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BannerState:
    """Whose preparation it is."""

    name: str = field(default="Not known", repr=False)
    born: str = field(default="Not known", repr=False)
    mrn: str = field(default="Not known", repr=False)
    order: str = "Not known"
    course: str = "Not known"


@dataclass(frozen=True, slots=True)
class Headline:
    """The state of the order above the plan: a word, and a sentence that says what comes next."""

    word: str
    sentence: str


@dataclass(frozen=True, slots=True)
class MessageState:
    """The outcome of the last act that can fail."""

    text: str = field(default="", repr=False)
    failed: bool = False


@dataclass(frozen=True, slots=True)
class PreviewWanted:
    """What the label's preview is to be made of."""

    order: Order
    plan: Plan
    reasons: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PrepareState:
    """The Prepare page.

    Attributes:
        identity: the medicine under the label that holds, and the lists its name and bag are picked from.
        plan: the figures; ``None`` while the order is incomplete or stopped.
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
    rows_error: str = ""
    missing: tuple[str, ...] = ()
    findings: tuple[FindingState, ...] = ()
    plan: PlanState | None = None
    history: HistoryState | None = None
    weight_check: str = ""
    not_checked: str = ""
    save_refused: str = ""
    can_undo: bool = False
    can_redo: bool = False
    message: MessageState = field(default_factory=MessageState)
    preview_wanted: PreviewWanted | None = None


NO_ENTRIES: Mapping[str, EntryState] = MappingProxyType({})
