"""同一部电话、同一条路，门牌号却有两个。

依据 文件内部矛盾：同一总机在同一条路上的地址应当一致。
说明 咨询地址写“和平路195号”，监督地址写“和平路193号”，电话相同，群众不知道该到哪一处。
限度 路名与七位以上的电话都相同、紧挨着写的才比较；一个单位确有两处门牌时属提示。

Summary One telephone and one street, with two house numbers.
Basis A contradiction within the text: one line in one street has one address.
Why Whoever comes in person does not know which door is meant.
Limits Only where street and a number of seven digits or more are the same and stand together; an office may have two
doors, so this is a note.
"""

from __future__ import annotations

from linter.facts.base import flow
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Span, check, needs, see
from linter.language import HAN, lazy

_ADDRESS = lazy(
    rf"[路街巷弄道](?P<door>\d{{1,5}})号{HAN}{{0,12}}[(,:, ]{{0,2}}"
    r"(?:(?:联系|咨询|监督)?电话:? ?)?(?P<line>(?:0\d{2,3}-)?\d{7,8})(?!\d)"
)
# So many characters end the name of a street, without the words before it (地址在, 某区).
_NAME = 3


@check(
    code="CT007",
    name="one-place-two-addresses",
    severity="note",
    preview=True,
    reads=(flow,),
    needs=needs("lines"),
    message={
        "zh": "电话{line}所在的地址，这里是“{door}”，别处是“{other}”",
        "en": "the address of {line} is “{door}” here and “{other}” elsewhere",
    },
    examples=(
        Bad(
            "一、咨询地址及电话：[[~和平路195号]]56630990-2155；南阳路215号62790802-134。\n\n"
            "二、监督地址及电话：[[和平路193号]]56630990-1005；南阳路215号62790802-315。\n"
        ),
        Good("一、咨询：和平路195号56630990。\n\n二、监督：和平路193号56630991；建设路193号56630990。\n"),
    ),
)
def one_place_two_addresses(document: Document, options: Options) -> Findings:
    """One finding an address whose number differs from the first told with the same street and line."""
    stream = document.read(flow)
    known: dict[tuple[str, str], tuple[str, Span]] = {}
    for match in _ADDRESS.finditer(stream.text) if "号" in stream.text else ():
        begin = max(0, match.start("door") - _NAME)
        street = stream.text[begin : match.start("door")]
        words = f"{street}{match['door']}号"
        span = stream.span(begin, match.end("door") + 1)
        first, place = known.setdefault((street, match["line"]), (words, span))
        if first != words:
            related = (see(place, "别处的地址", "the address elsewhere"),)
            yield Finding(span, {"line": match["line"], "door": words, "other": first}, related)
