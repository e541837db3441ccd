"""The font Symbol, whose characters Word keeps in a private area, as Unicode (Adobe's table for that font)."""

_FIRST = 0xF020
# A point stands for what has no character of its own, or is a piece of a larger one.
_ROWS = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_.αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼.",
    "." * 32,
    ".ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…..↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈",
)
_UNICODE = {
    _FIRST + at: character
    for at, character in enumerate("".join(_ROWS))
    if character != "." or _FIRST + at == ord(".") - 0x20 + _FIRST
}


def from_symbol(words: str) -> str:
    """Words in the font Symbol, as long as they were; what has no other character stays in the private area."""
    return words.translate(_UNICODE)
