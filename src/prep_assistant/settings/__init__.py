"""What a person or a site sets: built in < machine < user < environment < command line, with the origin of each value.

Only the keys of the schema exist, and none of them speaks of a patient.
"""

from prep_assistant.settings.errors import SettingsError
from prep_assistant.settings.keeping import remember
from prep_assistant.settings.layering import Loaded, load_settings
from prep_assistant.settings.schema import Language, LogLevel, Settings, Theme

__all__ = [
    "Language",
    "Loaded",
    "LogLevel",
    "Settings",
    "SettingsError",
    "Theme",
    "load_settings",
    "remember",
]
