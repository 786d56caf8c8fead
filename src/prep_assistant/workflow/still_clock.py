"""A clock that stands still, for demonstrations and pictures: what they show does not depend on when they are made."""

from datetime import datetime, timedelta


class StillClock:
    """The port ``Clock`` at one instant, in a place where clocks are never changed.

    Args:
        instant: what it shows, with its offset.
    """

    def __init__(self, instant: datetime) -> None:
        self._instant = instant

    def now(self) -> datetime:
        """The instant."""
        return self._instant

    def elapsed(self) -> timedelta:
        """No time at all."""
        return timedelta(0)

    def offsets_at(self, _wall: datetime) -> tuple[str, ...]:
        """The offset of the instant."""
        return (self._instant.isoformat(timespec="seconds")[19:],)
