"""What the folder without Python starts: the command, as a console script would."""

import sys

from prep_assistant.cli import main

if __name__ == "__main__":
    sys.exit(main())
