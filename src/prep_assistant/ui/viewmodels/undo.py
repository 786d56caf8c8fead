"""Undo and redo: a plain stack of whole drafts, with one step for each entry that was typed into."""

from prep_assistant.ui.viewmodels.draft import Draft

_MOST_STEPS = 500


class UndoStack:
    """The drafts there were, and the one there is."""

    def __init__(self, draft: Draft) -> None:
        self._done: list[Draft] = []
        self._undone: list[Draft] = []
        self._now = draft
        self._entry = ""

    @property
    def now(self) -> Draft:
        """The draft as it stands."""
        return self._now

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """The draft there is, and every one that can be had back."""
        return (self._now, *self._done, *self._undone)

    @property
    def entry(self) -> str:
        """The entry whose keys make up the last step and may go on, "" when none."""
        return self._entry

    @property
    def can_undo(self) -> bool:
        """Whether there was a draft before."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether a draft was undone."""
        return bool(self._undone)

    def push(self, draft: Draft, entry: str = "") -> None:
        """Makes ``draft`` the one there is. Keys typed on in the same ``entry`` are one step."""
        if draft == self._now:
            return
        if not (entry and entry == self._entry):
            self._done = [*self._done[-_MOST_STEPS:], self._now]
        self._undone = []
        self._now, self._entry = draft, entry

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
