"""What is wrong with a setting."""


class SettingsError(Exception):
    """A setting cannot be used. The message names the place, the key and the defect, and never the value.

    Args:
        place: the file, the environment or the command line.
        key: as "window.theme"; "the file" for a file as a whole.
        defect: what is wrong, and what was expected.
    """

    def __init__(self, place: str, key: str, defect: str) -> None:
        super().__init__(f"{place}: {key}: {defect}")
        self.place, self.key, self.defect = place, key, defect
