"""What the program tells of itself: its version, a log of acts and codes, crash reports. None can name a patient.

Nothing here takes free text: what is written down comes from lists of this package, from the clock and from the source
code's own names. Nothing here imports Qt.
"""

from prep_assistant.diagnostics.crash import CrashWatch, install
from prep_assistant.diagnostics.log import Act, Level, Log
from prep_assistant.diagnostics.reference import Reference
from prep_assistant.diagnostics.report import CrashReport, WayIn

__all__ = [
    "Act",
    "CrashReport",
    "CrashWatch",
    "Level",
    "Log",
    "Reference",
    "WayIn",
    "install",
]
