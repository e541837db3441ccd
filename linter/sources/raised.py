"""Raised figures as Unicode has them: 10⁶ is no 106, and the mark of a note no digit of the number before it."""

_SUPERSCRIPTS = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")


def raised(words: str) -> str:
    """Words set as superscript, as long as they were; what Unicode has no raised form for stays."""
    return words.translate(_SUPERSCRIPTS)
