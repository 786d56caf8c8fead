"""The states and acts of a preparation, and what they ask of the machine they run on (``ports``)."""
