"""Places of a new check that its author still has to fill in: such a check is refused until they are."""

# What ``gazette-lint new-check`` writes there.
TITLE = "一句话说明查什么"
BASIS = "规范名称和条款"
WORD = "要查的词"
WRONG = "这里写一段有问题的公文"
RIGHT = "这里写一段没有问题、但容易误报的公文"
PLACES = (TITLE, BASIS, WORD, WRONG, RIGHT)


def unfilled(text: str) -> str:
    """One line on the places that a file of checks leaves as they were made, with the first line; nothing if none."""
    for number, line in enumerate(text.split("\n"), 1):
        if place := next((one for one in PLACES if one in line), ""):
            return f"第 {number} 行“{place}”还没有填写 (not filled in yet)"
    return ""
