"""What is wrong with a formulary."""


class FormularyError(Exception):
    """A file of the formulary is damaged or contradicts itself; the program does not start with it.

    The message names the file, the entry and the defect.
    """

    def __init__(self, file: str, entry: str, defect: str) -> None:
        super().__init__(f"{file}: {entry}: {defect}")
        self.file, self.entry, self.defect = file, entry, defect


class PolicyError(FormularyError):
    """A site's policy cannot be used; the program does not start with it, and repairs nothing.

    The message never repeats a value.
    """
