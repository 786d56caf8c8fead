"""How a command ends."""

READY, FAILED, UNUSABLE, STOPPED = 0, 1, 2, 3
INTERRUPTED = 130  # as a shell says it of a command that was ended from the keyboard
# Of what was typed a line repeats no more characters than these.
LONGEST_NAME = 300


class Refusal(Exception):
    """Ends the command with one line on standard error and nothing on standard output."""

    def __init__(self, line: str, code: int = UNUSABLE) -> None:
        super().__init__(line)
        self.code = code
