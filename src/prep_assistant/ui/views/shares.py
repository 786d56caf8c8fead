"""How the width of the page is shared out between entry, plan and preview, within what each of them needs."""

from prep_assistant.frozen import frozen

# Logical pixels in which nothing is cut and nothing has to be scrolled sideways; tests/ui/test_borders.py watches them.
FORM_LEAST, PLAN_LEAST, PREVIEW_LEAST = 356, 530, 240
_WHOLE = 10_000
_BUILT_IN = (3_250, 2_500)


@frozen
class Shares:
    """The entry's and the preview's share, in ten-thousandths of the width; the plan has the rest."""

    form: int = _BUILT_IN[0]
    preview: int = _BUILT_IN[1]

    @classmethod
    def of(cls, stored: tuple[int, ...]) -> "Shares":
        """The shares that were remembered; the built-in ones where none or half were."""
        return cls(*stored) if len(stored) == len(_BUILT_IN) else cls()

    @property
    def stored(self) -> tuple[int, ...]:
        """What is to be remembered: nothing while they are the built-in ones."""
        shares = (self.form, self.preview)
        return () if shares == _BUILT_IN else shares

    def three(self, wide: int, form_least: int = FORM_LEAST, plan_least: int = PLAN_LEAST) -> tuple[int, int]:
        """The widths of entry and preview side by side with the plan; the preview gives way first, then the entry.

        Args:
            wide: what the three have together, in logical pixels.
            form_least: what the entry needs, in logical pixels; some languages need more than English.
            plan_least: what the plan needs, likewise.
        """
        form = min(self._part(wide, self.form, form_least), wide - plan_least - PREVIEW_LEAST)
        return form, min(self._part(wide, self.preview, PREVIEW_LEAST), wide - plan_least - form)

    def two(self, wide: int, form_least: int = FORM_LEAST, plan_least: int = PLAN_LEAST) -> int:
        """The width of the entry beside one other part."""
        return min(self._part(wide, self.form, form_least), wide - plan_least)

    def with_form(self, pixels: int, wide: int) -> "Shares":
        """The entry is to be so wide."""
        return Shares(_share(pixels, wide), self.preview)

    def with_preview(self, pixels: int, wide: int) -> "Shares":
        """The preview is to be so wide."""
        return Shares(self.form, _share(pixels, wide))

    @staticmethod
    def _part(wide: int, share: int, least: int) -> int:
        return max(wide * share // _WHOLE, least)


def _share(pixels: int, wide: int) -> int:
    """Rounded up, so that a border stands where it was put and not a pixel before."""
    return min(_WHOLE, max(0, -(-pixels * _WHOLE // wide)))
