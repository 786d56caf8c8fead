"""``label`` and ``worksheet``."""

from argparse import Namespace
from collections.abc import Callable, Collection

from prep_assistant import paper
from prep_assistant.calculation import Order, Plan, PlanStatus, Severity, parse_reason
from prep_assistant.cli.ending import READY, STOPPED, Refusal
from prep_assistant.cli.reading import open_formularies, plan_file
from prep_assistant.formulary import Site
from prep_assistant.quantities import Refused
from prep_assistant.saving import save

Draw = Callable[[Order, Plan, Site, dict[str, str]], bytes]


def write_label(options: Namespace) -> int:
    """``label FILE --output OUT.pdf``: the bag label."""

    def draw(order: Order, plan: Plan, site: Site, reasons: dict[str, str]) -> bytes:
        return paper.draw_label(order, plan, site=site, size=options.size or site.label_size, reasons=reasons)

    return _write(options, paper.LABEL_SIZES, draw)


def write_worksheet(options: Namespace) -> int:
    """``worksheet FILE --output OUT.pdf``: the preparation worksheet."""

    def draw(order: Order, plan: Plan, site: Site, reasons: dict[str, str]) -> bytes:
        return paper.draw_worksheet(order, plan, site=site, size=options.size, reasons=reasons)

    return _write(options, paper.WORKSHEET_SIZES, draw)


def _write(options: Namespace, sizes: Collection[str], draw: Draw) -> int:
    if options.size is not None and options.size not in sizes:
        raise Refusal(f"--size: came {options.size!r}; expected one of {', '.join(sizes)}")
    formularies = open_formularies()
    order, plan = plan_file(options.file, formularies)
    reasons = _read_reasons(options.reason, plan)
    _refuse_unanswered(plan, reasons)
    try:
        content = draw(order, plan, formularies.get(order.jurisdiction).site, reasons)
    except paper.PaperError as error:
        raise Refusal(str(error)) from error
    save(options.output, content)
    return READY


def _read_reasons(given: list[tuple[str, str]], plan: Plan) -> dict[str, str]:
    codes = {finding.code for finding in plan.findings}
    reasons: dict[str, str] = {}
    for code, text in given:
        if code not in codes:
            raise Refusal(f"--reason: came the code {code!r}; expected one of the plan's findings")
        if code in reasons:
            raise Refusal(f"--reason: came {code} twice; expected one reason for each finding")
        reasons[code] = _read_reason(code, text)
    return reasons


def _read_reason(code: str, text: str) -> str:
    try:
        return parse_reason(text)
    except Refused as refused:
        raise Refusal(f"--reason {code}: came a text that is no reason; {refused}") from refused


def _refuse_unanswered(plan: Plan, reasons: dict[str, str]) -> None:
    if plan.status is PlanStatus.STOPPED:
        stops = ", ".join(finding.code for finding in plan.findings if finding.severity is Severity.STOP)
        raise Refusal(f"the plan is stopped by {stops}; nothing is printed from it", STOPPED)
    open_codes = [
        finding.code
        for finding in plan.findings
        if finding.severity is Severity.CONFIRM and finding.code not in reasons
    ]
    if open_codes:
        raise Refusal(f"no reason was given for {', '.join(open_codes)}; expected --reason CODE TEXT for each", STOPPED)
