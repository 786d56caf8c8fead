"""Undo and redo: a plain stack of all that was typed, with one step for each entry or reason that was typed into."""

from collections.abc import Mapping

from prep_assistant.calculation import Finding, Order
from prep_assistant.frozen import field, frozen, replace
from prep_assistant.ui.viewmodels.draft import Draft
from prep_assistant.ui.viewmodels.reasons import Answers
from prep_assistant.ui.viewmodels.typed import Answered

_MOST_STEPS = 500


@frozen
class Step:
    """What is taken back and made again.

    Attributes:
        draft: the entries.
        answers: the reasons given so far, each on its facts.
        answered: the reasons given on this order, by the finding's code.
    """

    draft: Draft = field(repr=False)
    answers: Answers = Answers()
    answered: Mapping[str, Answered] = field(default_factory=dict, repr=False)


class UndoStack:
    """The steps there were, and the one there is."""

    def __init__(self, draft: Draft) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._now = Step(draft)
        self._entry = ""

    @property
    def now(self) -> Step:
        """How it stands."""
        return self._now

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """The draft there is, and every one that can be had back."""
        return tuple(step.draft for step in (self._now, *self._done, *self._undone))

    @property
    def entry(self) -> str:
        """The entry whose keys make up the last step and may go on, "" when none."""
        return self._entry

    @property
    def can_undo(self) -> bool:
        """Whether there was a step before."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether a step was undone."""
        return bool(self._undone)

    def push(self, draft: Draft, entry: str = "") -> None:
        """Makes ``draft`` the one there is. Keys typed on in the same ``entry`` are one step."""
        self._push(replace(self._now, draft=draft), entry)

    def push_order(self, draft: Draft) -> None:
        """Makes another order the one there is; a reason given before holds on where the facts are the very same."""
        self._push(replace(self._now, draft=draft, answered={}))

    def push_answer(self, finding: Finding, order: Order, answered: Answered) -> None:
        """Adds a reason given to a finding of this order. All that is typed into one reason is one step."""
        answers = self._now.answers.with_answer(finding, order, answered.answer)
        given = {**self._now.answered, answered.code: answered}
        self._push(Step(self._now.draft, answers, given), f"reason {answered.code}")

    def _push(self, step: Step, entry: str = "") -> None:
        if step == self._now:
            return
        if not (entry and entry == self._entry):
            self._done = [*self._done[-_MOST_STEPS:], self._now]
        self._undone = []
        self._now, self._entry = step, entry

    def close_entry(self) -> None:
        """The entry was left: what is typed into it next is a step of its own."""
        self._entry = ""

    def undo(self) -> None:
        """Goes back one step, if there is one."""
        if self._done:
            self._undone.append(self._now)
            self._now, self._entry = self._done.pop(), ""

    def redo(self) -> None:
        """Goes forward again, if a step was undone."""
        if self._undone:
            self._done.append(self._now)
            self._now, self._entry = self._undone.pop(), ""
