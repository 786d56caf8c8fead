"""``python -m prep_assistant`` is the command ``prep-assistant``."""

import sys

from prep_assistant.cli import main

sys.exit(main())
