"""What the parser of YAML says of a mistake, in the language of those who write settings and checks."""

# Words of the message → what it means.
_SAYS = (
    ("could not find expected ':'", "缺少冒号，或冒号后缺空格"),
    ("mapping values are not allowed", "这里不能再有“键: 值”，多半是缩进不对，或上一行少了引号"),
    ("cannot start any token", "有不能用的字符：缩进要用空格，不用制表符；以 @、`、% 开头的文字要加引号"),
    ("did not find expected key", "缩进不对，或引号、括号没有配对"),
    ("did not find expected '-' indicator", "列表各项的缩进不一致"),
    ("did not find expected ',' or", "方括号、花括号没有配对，或项与项之间缺少逗号"),
    ("unexpected end of stream", "引号没有配对"),
    ("did not find expected", "缩进不对，或引号、括号没有配对"),
    ("special characters are not allowed", "有控制字符"),
    ("undefined alias", "没有这个引用名；以 * 开头的文字要加引号"),
)


def chinese(why: str) -> str:
    """What a message of the parser means."""
    return next((told for said, told in _SAYS if said in why), "写法不对")
