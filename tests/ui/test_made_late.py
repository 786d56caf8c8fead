"""What the empty page does not need is neither loaded nor made before somebody asks for it."""

import os
import subprocess
import sys

_LATE = [
    "prep_assistant.calculation.bands",
    "prep_assistant.calculation.reported",
    "prep_assistant.paper",
    "prep_assistant.ui.viewmodels.first_dose_state",
    "prep_assistant.ui.viewmodels.laboratory_filling",
    "prep_assistant.ui.viewmodels.laboratory_reading",
    "prep_assistant.ui.viewmodels.laboratory_showing",
    "prep_assistant.ui.viewmodels.laboratory_state",
    "prep_assistant.ui.views.decision_fields",
    "prep_assistant.ui.views.first_dose",
    "prep_assistant.ui.views.laboratory_entry",
    "prep_assistant.ui.views.tick_box",
]
_SHOW = """
import json, sys
from datetime import datetime
from PySide6.QtWidgets import QApplication
from prep_assistant.bootstrap import make_window
from prep_assistant.workflow.still_clock import StillClock
from prep_assistant.ui.views.theme import prepare_application
application = QApplication([])
prepare_application(application)
window = make_window(StillClock(datetime.fromisoformat("2026-11-22T08:00:00+01:00")))
window.show()
application.processEvents()
print(json.dumps(sorted(sys.modules)))
window.close()
"""


def test_the_empty_page_loads_nothing_of_laboratory_values_and_first_doses() -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    ran = subprocess.run(
        [sys.executable, "-c", _SHOW], env=environment, capture_output=True, text=True, check=True, timeout=60
    )
    loaded = ran.stdout
    assert '"prep_assistant.ui.views.form"' in loaded
    assert [module for module in _LATE if f'"{module}"' in loaded] == []
