"""The clock of the system, and its time zone. Only here is it read."""

import time
from datetime import datetime, timedelta


def read_clock() -> datetime:
    """The present, with the offset of this machine."""
    return datetime.now().astimezone()


class SystemClock:
    """The port ``Clock``: what the system says."""

    def now(self) -> datetime:
        """The time with the offset that holds here."""
        return read_clock()

    def elapsed(self) -> timedelta:
        """Since the start of the system; it counts the time of sleep too where the system can tell."""
        boot = getattr(time, "CLOCK_BOOTTIME", None)
        return timedelta(seconds=time.monotonic() if boot is None else time.clock_gettime(boot))

    def offsets_at(self, wall: datetime) -> tuple[str, ...]:
        """By the system's time zone; the present offset where its rules do not reach."""
        try:
            both = [wall.replace(fold=fold).astimezone() for fold in (0, 1)]
        except (OSError, OverflowError, ValueError):
            return (self.now().isoformat(timespec="seconds")[19:],)
        # A time that no clock shows comes back as another one.
        shown = [one.isoformat(timespec="seconds")[19:] for one in both if one.replace(tzinfo=None, fold=0) == wall]
        return tuple(dict.fromkeys(shown))
