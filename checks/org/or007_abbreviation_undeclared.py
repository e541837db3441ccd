"""没有声明的简称，可能指两个机构。

依据 文件内部：文件里有两个以上同类机构时，简称要先用“以下简称”说明指哪一个。
说明 文件同时出现甲指挥部和乙指挥部，又一直只说“市指挥部”，读者不知道指谁。
限度 只看指挥部、领导小组、委员会一类的简称，用过三次以上、从未声明、且有两个全称都能对上才报。

Summary A short form that was never declared could mean two bodies.
Basis Internal: where a document has two bodies of a kind, 以下简称 says which one is meant.
Why With two headquarters in the text, 市指挥部 alone leaves open who acts.
Limits Headquarters, leading groups and commissions only; used three times, never declared, two full names fit.
"""

from linter.facts.bodies import abbreviations, issuer_home
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Span, check, see
from linter.language import lazy, subsequence

_KINDS = ("指挥部", "领导小组", "联席会议")
_KIND = f"(?:{'|'.join(_KINDS)})"
_SHORT = lazy(rf"(?<!\w)([省市县区州]{_KIND})|(?<=[由经向报和与及为在请按据])([省市县区州]{_KIND})")
_FULL = lazy(rf"\w{{2,24}}?{_KIND}(?!办公室)")
_USED = 3


@check(
    code="OR007",
    name="abbreviation-undeclared",
    severity="warning",
    preview=True,
    reads=(abbreviations, issuer_home),
    message={
        "zh": "“{short}”没有声明过，可能指“{one}”，也可能指“{two}”。",
        "en": "“{short}” was never declared; it may mean “{one}” or “{two}”.",
    },
    examples=(
        Bad(
            "滨海市人民政府办公室关于印发防灾预案的通知\n\n1 总则\n\n"
            "发生地震时成立[[~滨海市抗震救灾指挥部]]，发生洪水时成立[[~滨海市防汛抗旱指挥部]]。\n\n"
            "2 响应\n\n[[市指挥部]]组织会商。\n\n3 发布\n\n信息由市指挥部发布。\n\n4 终止\n\n响应由市指挥部宣布终止。"
        ),
        Good(
            "滨海市人民政府办公室关于印发防灾预案的通知\n\n1 总则\n\n"
            "成立滨海市防汛抗旱指挥部（以下简称市指挥部），接受省防汛抗旱指挥部指导。\n\n"
            "2 响应\n\n市指挥部组织会商。\n\n3 发布\n\n信息由市指挥部发布。\n\n4 终止\n\n响应由市指挥部宣布终止。"
        ),
        Good(
            "1 总则\n\n成立滨海市防汛抗旱指挥部。\n\n2 响应\n\n市指挥部组织会商。\n\n3 发布\n\n"
            "由市指挥部发布，由市指挥部解除。"
        ),
    ),
)
def abbreviation_undeclared(document: Document, _options: Options) -> Findings:
    """The first use of each such short form."""
    place = document.read(issuer_home).place
    uses: dict[str, list[Span]] = {}
    fulls: dict[str, Span] = {}
    for paragraph in document.paragraphs if place else ():
        if not any(kind in paragraph.text for kind in _KINDS):
            continue
        for match in _SHORT.finditer(paragraph.text):
            uses.setdefault(match[0], []).append(paragraph.span(match.start(), match.end()))
        for match in _FULL.finditer(paragraph.text):
            at = match[0].rfind(place)
            if at >= 0:
                fulls.setdefault(match[0][at:], paragraph.span(match.start() + at, match.end()))
    declared = {one.short for one in document.read(abbreviations)}
    for short, spans in uses.items():
        meant = [full for full in fulls if short[0] == place[-1] and subsequence(short[1:], full)]
        if len(spans) >= _USED and len(meant) > 1 and short not in declared:
            related = tuple(see(fulls[full], "可能指它", "it may mean this") for full in meant[:3])
            yield Finding(spans[0], {"short": short, "one": meant[0], "two": meant[1]}, related)
