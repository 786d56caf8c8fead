"""Compares ``plan --lines`` with pydantic alone, and a long run of it with a short one: ``python -m bench.lines``.

The bare twin lets the same order model validate the same lines and the same plan model dump the same plans, in memory:
what nobody can leave out who reads and writes these documents. The length of a run must change neither the time for an
order nor the memory. Both are read by the run itself (its processor time, start-up subtracted, and its peak resident
memory), since what a parent reads of its child holds the parent's own memory too.
"""

import json
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import process_time_ns
from typing import Any

from prep_assistant.calculation import plan
from prep_assistant.documents import OrderDocument, PlanDocument, plan_lines
from prep_assistant.formulary import load_formulary

_WARM_UPS = 3
_BATCH = 100
_SHORT, _LONG, _LONG_ENOUGH = 1_000, 100_000, 20_000
# With fewer pairs than these the long run is a fifth of it: 100,000 orders take minutes.
_PAIRS_FOR_LONG = 20
_LIMITS = {"plan --lines against pydantic alone": 8.0, "time per order": 1.15, "peak memory": 1.1}
_RUN = """
import sys, time
from prep_assistant.cli import main
code = main(["plan", "--lines", sys.argv[1]])
spent = time.process_time_ns()
with open("/proc/self/status") as status:
    peak = next(line.split()[1] for line in status if line.startswith("VmHWM"))
print(spent, peak, file=sys.stderr)
sys.exit(code)
"""


def make_line(number: int) -> bytes:
    """One order as a line, no two alike: weights, histories of 0 to 5 doses, laboratory values as on a working day."""
    weight = f"{45 + number % 650 / 10:g}"
    doses = number % 6
    prior = [
        {"given_on": f"2026-{11 - 3 * back // 4:02}-01", "dose_mg_per_kg": "3.6", "weight_kg": weight}
        | {"infusion_minutes": 30, "infusion_reaction": "none"}
        for back in range(1, 2 * doses, 2)
    ]
    order = {
        "schema": "prep-assistant/order/1",
        "order_id": f"RX-2026-{number:06}",
        "patient": {"mrn": f"{number:06}", "family_name": "Example", "given_name": "Ana", "birth_date": "1961-02-14"},
        "product": "ado-trastuzumab emtansine (KADCYLA)",
        "jurisdiction": "US",
        "indication": "MBC",
        "cycle": len(prior) + 1,
        "dose_mg_per_kg": "3.6",
        "weight": {"kg": weight, "measured_on": "2026-11-20"},
        "prior_doses": prior,
        "labs": {"collected_on": "2026-11-21", "platelets_per_mm3": 210000, "alt_x_uln": "0.8", "ast_x_uln": "0.9"}
        | {"bilirubin_x_uln": "0.5", "lvef_percent": "60", "lvef_measured_on": "2026-10-20"},
        "treatment_released_by": "Dr Example, 22-Nov-2026",
        "stock": {"100": 12, "160": 4},
        "prepare_at": "2026-11-22T09:00:00+01:00",
    }
    return json.dumps(order).encode()


def _time(act: Callable[[], object]) -> int:
    """The processor time, in ns: on a machine that is shared the clock on the wall tells of the others too."""
    start = process_time_ns()
    act()
    return process_time_ns() - start


def compare_with_pydantic(pairs: int) -> list[float]:
    """How many times the twin's time ours took, for each pair that counts."""
    lines = [make_line(number) for number in range(_BATCH)]
    stream = b"".join(line + b"\n" for line in lines)
    formulary = load_formulary()
    make_plan = partial(plan, monograph=formulary.monograph, policy=formulary.policy)
    texts = [answer.text for answer in plan_lines(BytesIO(stream), make_plan)]
    plans = [PlanDocument.model_validate_json(text, strict=False) for text in texts]

    def ours() -> None:
        written = BytesIO()
        for answer in plan_lines(BytesIO(stream), make_plan):
            written.write(answer.text.encode() + b"\n")

    def twin() -> None:
        for line, made in zip(lines, plans, strict=True):
            OrderDocument.model_validate_json(line)
            made.model_dump_json(by_alias=True)

    _check(plans, texts)
    ratios: list[float] = []
    for number in range(_WARM_UPS + pairs):
        if number % 2:
            twin_ns, our_ns = _time(twin), _time(ours)
        else:
            our_ns, twin_ns = _time(ours), _time(twin)
        ratios.append(our_ns / twin_ns)
    return ratios[_WARM_UPS:]


def _check(plans: list[PlanDocument], texts: list[str]) -> None:
    """The twin writes what we write, and these are orders that are prepared: a stopped one costs less."""
    if [made.model_dump_json(by_alias=True) for made in plans] != texts:
        raise SystemExit("bench: the twin wrote something else than we did")
    if any(made.preparation is None for made in plans):
        raise SystemExit("bench: an order of the bench is stopped")


def compare_lengths(pairs: int, long: int) -> tuple[list[float], list[float]]:
    """For each pair of runs, one of ``long`` orders against a short one: time for an order, and peak memory."""
    times: list[float] = []
    peaks: list[float] = []
    with TemporaryDirectory() as folder:
        files = {count: Path(folder) / f"{count}.jsonl" for count in (1, _SHORT, long)}
        for count, path in files.items():
            with path.open("wb") as file:
                file.writelines(make_line(number) + b"\n" for number in range(count))
        for _ in range(pairs):
            # A short run is soon over: the median of several is set against one long run.
            shorts = [(_run(files[1]), _run(files[_SHORT])) for _ in range(5)]
            start_up = median(none[0] for none, _ in shorts)
            short, (spent, peak) = median(run[0] for _, run in shorts), _run(files[long])
            times.append(((spent - start_up) / (long - 1)) / ((short - start_up) / (_SHORT - 1)))
            peaks.append(peak / median(run[1] for _, run in shorts))
    return times, peaks


def _run(path: Path) -> tuple[int, int]:
    """The processor time (ns) and the peak memory (KiB) of one run of the command."""
    command = [sys.executable, "-c", _RUN, str(path)]
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True)  # noqa: S603 - ours
    spent, peak = done.stderr.split()
    return int(spent), int(peak)


def measure(pairs: int) -> dict[str, dict[str, Any]]:
    """Measures everything.

    Args:
        pairs: how many pairs count against pydantic. Of long runs it is a tenth; below twenty pairs one of 20,000.

    Returns:
        {"name": {"measured": the median of the ratios, "limit": the highest, "holds": whether it does}}, with p10, p90.
    """
    long, runs = (_LONG, pairs // 10) if pairs >= _PAIRS_FOR_LONG else (_LONG_ENOUGH, 1)
    times, peaks = compare_lengths(runs, long)
    compared = (compare_with_pydantic(pairs), times, peaks)
    return {
        name if ratios is compared[0] else f"{name} at {long:,} orders against {_SHORT:,}": _result(ratios, limit)
        for (name, limit), ratios in zip(_LIMITS.items(), compared, strict=True)
    }


def _result(ratios: list[float], limit: float) -> dict[str, Any]:
    middle, tenths = median(ratios), quantiles(ratios * 2 if len(ratios) == 1 else ratios, n=10, method="inclusive")
    spread = {"p10": round(tenths[0], 3), "p90": round(tenths[-1], 3), "pairs": len(ratios)}
    return {"measured": round(middle, 3), "limit": limit, "holds": middle <= limit} | spread


if __name__ == "__main__":
    parser = ArgumentParser(description="compare plan --lines with pydantic alone, and long runs with short ones")
    parser.add_argument("--pairs", type=int, default=20, help="pairs that count (default 20)")
    results = measure(parser.parse_args().pairs)
    print(json.dumps(results, indent=2))
    sys.exit(not all(result["holds"] for result in results.values()))
