"""声明简称之后，又混用全称或别的简称。

依据 文件内部：“以下简称”之后应当统一使用该简称。
说明 同一单位一会儿全称、一会儿简称、一会儿又是另一个简称，读者要反复确认是不是同一个单位。
限度 只看声明过简称的单位、同一段里的两种简称，以及成员单位名单与职责、联络表中个别写法不同的；每处只提示一次；属提示。

Summary After a short form is declared, the full name or another short form is used.
Basis Internal: after 以下简称 the document keeps to that form.
Why Readers have to make sure again and again that one body is meant.
Limits Bodies with a declared short form, two short forms in one paragraph, and single forms that differ between the
list of members and its mirror; once each.
"""

from collections.abc import Mapping

from linter.facts.bodies import Member, Mirror, ProseMention, abbreviations, is_body, known_names, mirrors, prose_names
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Span, check, see

# More examples than these tell nothing new.
_SHOWN = 4
# A mirror in which one name in so many differs keeps to the forms of its list; more are shortened on purpose.
_MOST = 4


@check(
    code="OR005",
    name="mixed-forms",
    severity="note",
    two_names=True,
    reads=(abbreviations, prose_names, known_names, mirrors),
    strict=True,
    message={
        "zh": "“{other}”与“{form}”混用，指的是同一单位。",
        "en": "“{other}” and “{form}” are both used for one body.",
    },
    examples=(
        Bad(
            "2.1 组成\n\n成员单位：市公安局、市民政局、市卫生健康委员会(以下简称[[~市卫健委]])。\n\n2.2 办公室\n\n"
            "办公室设在市卫健委。\n\n"
            "2.3 职责\n\n[[市卫生健康委员会]]：负责医疗救治。"
        ),
        Bad(
            "2.1 组成\n\n成员单位：市公安局、市民政局、[[~市政府外事办公室]]、市财政局、市水利局、市气象局。\n\n"
            "2.3 成员单位职责\n\n市公安局：负责治安。\n\n"
            "市民政局：负责救助。\n\n[[市外事办]]：负责涉外。\n\n市财政局：负责经费。\n\n市水利局：负责水情。\n\n"
            "市气象局：负责预报。"
        ),
        Bad("(四)启动程序\n\n报请[[~省卫健委]]批准后启动，并及时向[[省卫生健康委]]报告。"),
        Good(
            "2.1 组成\n\n成员单位：市公安局、市民政局、市卫生健康委员会(以下简称市卫健委)。\n\n2.2 办公室\n\n"
            "办公室设在市卫健委。\n\n"
            "2.3 职责\n\n市卫健委：负责医疗救治。"
        ),
    ),
)
def mixed_forms(document: Document, _options: Options) -> Findings:
    """One finding for each body whose forms are mixed."""
    known = document.read(known_names)
    declared: dict[str, tuple[str, Span]] = {}
    for one in document.read(abbreviations):
        if is_body(one.full):
            declared[known.key(one.full)] = (one.short, one.short_span)
    others: dict[str, list[ProseMention]] = {}
    beside: dict[tuple[int, str], ProseMention] = {}
    for mention in document.read(prose_names):
        key = known.key(mention.name)
        if key in declared:
            short, span = declared[key]
            if mention.name != short and mention.span.start > span.start:
                others.setdefault(key, []).append(mention)
            continue
        first = beside.setdefault((id(mention.paragraph), key), mention)
        if first.name != mention.name and key not in others:
            others[key] = [mention]
            declared[key] = (first.name, first.span)
    yield from _declared_or_near(others, declared)
    yield from _mirrored(document.read(mirrors), set(others))


def _declared_or_near(others: Mapping[str, list[ProseMention]], declared: Mapping[str, tuple[str, Span]]) -> Findings:
    for key, mentions in others.items():
        form, span = declared[key]
        related = [see(span, "同一单位的另一写法", "the other form")]
        related += [see(one.span, "也不一致", "mixed too") for one in mentions[1:_SHOWN]]
        yield Finding(mentions[0].span, {"other": mentions[0].name, "form": form}, tuple(related))


def _mirrored(found: tuple[Mirror, ...], told: set[str]) -> Findings:
    """Forms that differ between a list and its mirrors, unless a mirror shortens many names by plan."""
    forms: dict[str, list[Member]] = {}
    for mirror in found:
        if len(mirror.pairs) * _MOST <= len(mirror.members.members):
            for one, other in mirror.pairs:
                if one.certain and one.key not in told:
                    forms.setdefault(one.key, [one]).append(other)
    for listed, first, *rest in forms.values():
        related = [see(listed.span, "名单中的写法", "its form on the list")]
        related += [see(other.span, "也与名单不一致", "differs from the list too") for other in rest]
        yield Finding(first.span, {"other": first.text, "form": listed.text}, tuple(related))
