"""How a rule says what it found."""

from prep_assistant.calculation.plan import Finding, Severity, Shown
from prep_assistant.calculation.sources import Source


def stop(code: str, template: str, source: Source, **values: Shown) -> Finding:
    """Nothing goes on; the words end with the honest way on."""
    return Finding(code, Severity.STOP, template, str(source), values)


def confirm(code: str, template: str, source: Source, **values: Shown) -> Finding:
    """A pharmacist answers it with a reason."""
    return Finding(code, Severity.CONFIRM, template, str(source), values)


def note(code: str, template: str, source: Source, **values: Shown) -> Finding:
    """Information beside the figure that it speaks of."""
    return Finding(code, Severity.NOTE, template, str(source), values)
