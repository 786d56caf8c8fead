"""Days as numbers and instants as seconds, with the offset their clock was written in."""

from bisect import bisect_right
from typing import NamedTuple

SECONDS_A_MINUTE = 60
SECONDS_AN_HOUR = 3_600
SECONDS_A_DAY = 86_400
# Days before each month in a year that begins in March, so that a leap day is the last day of its year.
_MONTH_STARTS = (0, 31, 61, 92, 122, 153, 184, 214, 245, 275, 306, 337)


class Instant(NamedTuple):
    """A wall-clock second (counted from the day numbered 0) and the minutes its clock is ahead of UTC."""

    second: int
    ahead: int

    def on_utc(self) -> int:
        """Return the second on UTC, the only one that may be compared between offsets."""
        return self.second - self.ahead * SECONDS_A_MINUTE

    def day(self) -> int:
        """Return the number of the day written in the instant."""
        return self.second // SECONDS_A_DAY

    def after_hours(self, hours: int) -> "Instant":
        """Return the instant this many hours later on the same offset."""
        return Instant(self.second + hours * SECONDS_AN_HOUR, self.ahead)


def _march_year_start(year: int) -> int:
    return 365 * year + year // 4 - year // 100 + year // 400


def parse_day(text: str) -> int:
    """Return the number of the day YYYY-MM-DD; 0000-03-01 is day 0."""
    year, month = divmod(int(text[:4]) * 12 + int(text[5:7]) - 3, 12)
    return _march_year_start(year) + _MONTH_STARTS[month] + int(text[8:10]) - 1


def print_day(day: int) -> str:
    """Print a numbered day as YYYY-MM-DD."""
    year = day * 400 // 146_097 + 1  # 400 years have 146 097 days: the guess is never too early
    while _march_year_start(year) > day:
        year -= 1
    rest = day - _march_year_start(year)
    month = bisect_right(_MONTH_STARTS, rest) - 1
    year, calendar_month = divmod(year * 12 + month + 2, 12)
    return f"{year:04d}-{calendar_month + 1:02d}-{rest - _MONTH_STARTS[month] + 1:02d}"


def parse_instant(text: str) -> Instant:
    """Read YYYY-MM-DDTHH:MM[:SS](Z|±HH:MM)."""
    zulu = text.endswith("Z")
    clock, offset = (text[11:-1], "+00:00") if zulu else (text[11:-6], text[-6:])
    second = int(clock[:2]) * SECONDS_AN_HOUR + int(clock[3:5]) * SECONDS_A_MINUTE + int(clock[6:8] or "0")
    ahead = int(offset[1:3]) * 60 + int(offset[4:])
    return Instant(parse_day(text) * SECONDS_A_DAY + second, -ahead if offset[0] == "-" else ahead)


def print_instant(instant: Instant) -> str:
    """Print an instant with its seconds and its offset; UTC is +00:00."""
    day, rest = divmod(instant.second, SECONDS_A_DAY)
    minutes, second = divmod(rest, SECONDS_A_MINUTE)
    clock = f"{minutes // 60:02d}:{minutes % 60:02d}:{second:02d}"
    sign, ahead = ("-", -instant.ahead) if instant.ahead < 0 else ("+", instant.ahead)
    return f"{print_day(day)}T{clock}{sign}{ahead // 60:02d}:{ahead % 60:02d}"
