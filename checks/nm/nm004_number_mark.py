"""序次语后的标点不合规定：（一）、 1、 一. 1.1.

依据 GB/T 15834-2011 B.3.2、B.3.3、B.3.4、B.3.5：不带括号的汉字数字后用顿号，阿拉伯数字后用下脚点，
带括号的序次语后不用任何点号，用下脚点连接的章节序号末尾不用点号。
说明 序号后的标点混用，层次看不清楚。同一种写法一份文件只报一次，其余各处列为相关位置。
限度 只看行首的序次语；句内列举不看。

Summary The mark behind a number is not the one of its kind: （一）、 1、 一. 1.1.
Basis GB/T 15834-2011 B.3.2 to B.3.5: 、 behind 一, a point behind 1, nothing behind brackets or 1.1.
Why Mixed marks blur the levels. One finding for each form in a document.
Limits Only numbers at the head of a line.
"""

from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Section, Span, check, needs, see
from linter.language import lazy

_TAIL = lazy(r" ?[、.,]")
# The mark that belongs behind each kind of number, and those that do not.
_RIGHT = {"chinese": "、", "arabic": ".", "chinese-paren": "", "arabic-paren": "", "decimal": ""}


@check(
    code="NM004",
    name="number-mark",
    severity="note",
    norm="GB/T 15834-2011 B.3",
    strength="must",
    strict=True,
    needs=needs("lines", silent=("transcript", "dialogue", "amendment"), script="simplified"),
    message={
        "zh": "序号“{found}”应写作“{right}”{count:|，共#处}",
        "en": "number “{found}” should be written “{right}”{count:| (# places)}",
    },
    examples=(
        Bad("关于加强防汛工作的意见\n\n一、总体要求\n\n[[（一）、]]提高认识\n\n[[~（二）、]]明确责任\n"),
        Good("关于加强防汛工作的意见\n\n一、总体要求\n\n（一）提高认识\n\n1.加强学习。\n\n2.明确责任。\n"),
        Good("海州市防汛应急预案\n\n1 总则\n\n1.1 原则\n\n统一领导。\n\n1.2 范围\n\n本市。\n"),
    ),
)
def number_mark(document: Document, options: Options) -> Findings:
    """One finding a form, at its first place."""
    forms: dict[tuple[str, str], list[tuple[str, Span]]] = {}
    for section in document.sections:
        if section.mark.scheme in _RIGHT:
            words, tail = _written(section)
            if tail != _RIGHT[section.mark.scheme]:
                forms.setdefault((section.mark.scheme, tail), []).append(
                    (words + tail, section.heading.span(0, len(words) + len(tail)))
                )
    for (scheme, tail), places in forms.items():
        found, span = places[0]
        related = tuple(see(place, "同样的写法", "written the same way") for _, place in places[1:])
        right = found[: len(found) - len(tail)].rstrip() + _RIGHT[scheme]
        yield Finding(span, {"found": found, "right": right, "count": len(places)}, related)


def _written(section: Section) -> tuple[str, str]:
    """The number without and the mark behind it."""
    words = section.mark.text.rstrip(" 、.,")
    tail = _TAIL.match(section.heading.text, len(words))
    return words, tail[0].strip() if tail else ""
