"""Why OMS does not start."""


class Refusal(Exception):  # noqa: N818 - not an error of the program
    """One sentence for the person at the console: what is wrong and what to do."""
