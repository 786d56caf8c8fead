"""A clock that a test sets, and the zones whose changes it tests."""

from datetime import datetime, timedelta, timezone

# As POSIX writes them: changes on the last Sundays of March and October; on the second of March, the first of November.
CENTRAL_EUROPE = "CET-1CEST,M3.5.0,M10.5.0/3"
US_EASTERN = "EST5EDT,M3.2.0,M11.1.0"


class HandSetClock:
    """The port ``Clock``, moved by hand: time passes, or somebody sets the clock on the wall."""

    def __init__(self, instant: datetime) -> None:
        self._now, self._elapsed = instant, timedelta(hours=5)

    def wait(self, time: timedelta) -> None:
        """Time passes on both."""
        self._now += time
        self._elapsed += time

    def set_by(self, time: timedelta) -> None:
        """Somebody sets the clock on the wall."""
        self._now += time

    def read_at(self, offset: timedelta) -> None:
        """The same instant from now on at another offset, as after a change of daylight saving."""
        self._now = self._now.astimezone(timezone(offset))

    def now(self) -> datetime:
        return self._now

    def elapsed(self) -> timedelta:
        return self._elapsed

    def offsets_at(self, _wall: datetime) -> tuple[str, ...]:
        return (self._now.isoformat(timespec="seconds")[19:],)
