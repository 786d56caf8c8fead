"""Why nothing is printed or saved after a defect."""

from prep_assistant.language import phrase

BLOCKED = phrase("A defect came to light. Nothing is printed or saved until the program is started anew.")
