"""Compares what the program does with a bare twin that does the least that could be done: ``make bench``.

Pairs alternate in their order, the first three are dropped. The result of each comparison is the median of its ratios;
all go to out/bench.json as {"name": {"measured": 1.06, "limit": 1.3, "holds": true}}. ``holds`` is of the limit itself;
``--slack 1.5`` only ends well with what is within 1.5 times its limit, as few pairs on a shared machine want it. A part
that is above even that is measured a second time, and the second stands: a neighbour's burst passes, a fault stays.
"""

import json
import sys
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter_ns
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
# Started as a script: its own folder would hide the package that it is part of.
sys.path[0] = str(ROOT)

from bench import label, lines, soak, window_measures  # noqa: E402 - found through the line above
from bench.twins import label as bare_label  # noqa: E402 - the same

_WARM_UPS = 3
_FEWEST_PAIRS = 5
_SOAKED_PER_PAIR = 250

Result = dict[str, Any]
Pair = tuple[Callable[[], bytes], Callable[[], bytes]]


@dataclass(frozen=True)
class Comparison:
    """What is compared, how many times the twin's time it may take, and what makes the pairs (ours, twin)."""

    name: str
    limit: float
    make_pairs: Callable[[int], Iterator[Pair]]


def _label_pairs(count: int) -> Iterator[Pair]:
    for ours, recorded in zip(label.make_drawings(count), label.record(count), strict=True):
        yield ours, lambda recorded=recorded: bare_label.draw(recorded)  # type: ignore[misc]


COMPARISONS = [Comparison("label drawing against a bare reportlab canvas", 1.3, _label_pairs)]


def _time(act: Callable[[], bytes]) -> tuple[int, bytes]:
    start = perf_counter_ns()
    made = act()
    return perf_counter_ns() - start, made


def measure(comparison: Comparison, pairs: int) -> list[float]:
    """How many times the twin's time ours took, for each pair that counts."""
    ratios: list[float] = []
    for number, (ours, twin) in enumerate(comparison.make_pairs(_WARM_UPS + pairs)):
        if number % 2:
            (twin_ns, twins), (our_ns, made) = _time(twin), _time(ours)
        else:
            (our_ns, made), (twin_ns, twins) = _time(ours), _time(twin)
        if made != twins:
            raise SystemExit(f"bench: {comparison.name}: the twin made something else than we did")
        ratios.append(our_ns / twin_ns)
    return ratios[_WARM_UPS:]


def _number_of_pairs(text: str) -> int:
    if not text.isdigit() or int(text) < _FEWEST_PAIRS:
        raise ArgumentTypeError(f"came {text!r}; expected {_FEWEST_PAIRS} or more")
    return int(text)


def main() -> int:
    """Measure everything, print and write the results; 1 when a limit does not hold."""
    parser = ArgumentParser(description="compare with bare twins")
    parser.add_argument("--pairs", type=_number_of_pairs, default=40, help="pairs that count (default 40)")
    parser.add_argument("--slack", type=float, default=1.0, help="how many times a limit is forgiven (default 1)")
    parser.add_argument("--output", type=Path, default=ROOT / "out" / "bench.json")
    options = parser.parse_args()
    results: dict[str, Result] = {}
    for part in (_measure_twins, window_measures.measure, lines.measure, _soak):
        results |= _measure_part(part, options.pairs, options.slack)
    options.output.parent.mkdir(exist_ok=True)
    options.output.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    wrong = [name for name, result in results.items() if not _is_within(result, options.slack)]
    for name in wrong:
        print(f"bench: above {options.slack:g} × its limit: {name}", file=sys.stderr)
    return 1 if wrong else 0


def _measure_part(part: Callable[[int], dict[str, Result]], pairs: int, slack: float) -> dict[str, Result]:
    first = _measure_aloud(part, pairs)
    if all(_is_within(result, slack) for result in first.values()):
        return first
    print("measured a second time:", flush=True)
    return _measure_aloud(part, pairs)


def _measure_aloud(part: Callable[[int], dict[str, Result]], pairs: int) -> dict[str, Result]:
    found = part(pairs)
    for name, result in found.items():
        print(_say(name, result), flush=True)
    return found


def _measure_twins(pairs: int) -> dict[str, Result]:
    results = {}
    for comparison in COMPARISONS:
        ratios = measure(comparison, pairs)
        middle, tenths = median(ratios), quantiles(ratios, n=10, method="inclusive")
        spread = {"p10": round(tenths[0], 3), "p90": round(tenths[-1], 3), "pairs": pairs}
        found = {"measured": round(middle, 3), "limit": comparison.limit, "holds": middle <= comparison.limit}
        results[comparison.name] = found | spread
    return results


def _soak(pairs: int) -> dict[str, Result]:
    return soak.measure(_SOAKED_PER_PAIR * pairs)


def _is_within(result: Result, slack: float) -> bool:
    return bool(result["holds"] or abs(result["measured"]) <= slack * result["limit"])


def _say(name: str, result: Result) -> str:
    """One line of the table: whether it holds, what was measured, its limit, its name, and what else was seen."""
    holds = "holds" if result["holds"] else "ABOVE"
    more = ", ".join(f"{key} {value}" for key, value in result.items() if key not in {"measured", "limit", "holds"})
    return f"{holds}  {result['measured']:>8.3f}  of {result['limit']:>7.3f}  {name} ({more})"


if __name__ == "__main__":
    sys.exit(main())
