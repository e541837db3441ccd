"""文件依赖一个没有设立的职务：副总指挥、指挥长。

依据 文件内部矛盾：应急指挥机构的职务由文件设立（“总指挥：…”“由…担任”），程序中使用的职务应当是设立的。
说明 组织机构设的是指挥长、副指挥长，程序却由“总指挥”批准，到时无人对应。
限度 只看指挥机构的四个职务；文件没有设立任何一个的，不报。

Summary A post of command is relied on that the document does not set up.
Basis A contradiction within the text: the posts of a headquarters are set up by the document that uses them.
Why Procedures that wait for a post nobody holds will stop.
Limits Only the four posts of command; a document that sets up none of them is left alone.
"""

from linter.facts.base import flow, own_words
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Span, check, see
from linter.language import lazy

_POST = lazy(r"总指挥(?!部|长)|指挥长")
_BEFORE = lazy(r"(?P<body>(?:现场|联合|前方)?(?:应急)?(?:救援|处置)?指挥部)?(?P<rank>(?:常务)?副)?$")
_SET_UP_AFTER = lazy(r" ?(?:[:(]|由|\n|$)")
_SET_UP_BEFORE = lazy(r"(?:[任为设和、]|设[立置]|[\d一二两]名)$")


@check(
    code="RF007",
    name="undefined-role",
    severity="warning",
    reads=(flow, own_words),
    preview=True,
    message={
        "zh": "没有设立“{post}”，设立的是{known}",
        "en": "the post “{post}” is relied on but never set up; set up are {known}",
    },
    examples=(
        Bad(
            "海州市防汛应急预案\n\n1 组织机构\n\n1.1 指挥部\n\n[[~指挥长]]：市人民政府分管副市长\n\n"
            "副指挥长：市水务局局长\n\n"
            "2 响应\n\n2.1 启动\n\n达到标准时，报[[总指挥]]批准后启动响应。\n"
        ),
        Bad(
            "海州市公交应急预案\n\n1 组织机构\n\n1.1 指挥部\n\n总指挥：市人民政府分管副市长\n\n"
            "副总指挥：市交通局局长\n\n"
            "2 现场\n\n2.1 现场应急指挥部\n\n现场应急指挥部[[~总指挥]]由事发地县长担任。\n\n2.2 抢险组\n\n"
            "组长由现场应急指挥部[[副总指挥]]担任。\n"
        ),
        Good("三、报指挥长批准后启动响应。\n"),
    ),
)
def undefined_role(document: Document, options: Options) -> Findings:
    """One finding a post, at its first use, with the posts that are set up."""
    text = document.read(own_words)
    if "指挥" not in text:
        return
    stream = document.read(flow)
    set_up: dict[str, dict[str, Span]] = {}
    used: dict[tuple[str, str], Span] = {}
    for match in _POST.finditer(text):
        before = _BEFORE.search(text, max(0, match.start() - 16), match.start())
        body, start = (before["body"] or "", before.start("rank")) if before else ("", match.start())
        start = start if start >= 0 else match.start()
        post, span = text[start : match.end()], stream.span(start, match.end())
        if _sets_up(text, start, match.end(), body, stream.unit_at(start).start):
            set_up.setdefault(body, {}).setdefault(post, span)
        else:
            used.setdefault((body, post), span)
    everywhere = {post: span for posts in set_up.values() for post, span in posts.items()}
    for (body, post), span in used.items():
        known = set_up.get(body) if body else None
        posts = known or everywhere
        if posts and post not in posts:
            related = tuple(see(place, "设立的职务", "a post that is set up") for place in posts.values())
            yield Finding(span, {"post": post, "known": "、".join(posts)}, related[:4])


def _sets_up(text: str, start: int, end: int, body: str, unit: int) -> bool:
    """Whether the words at a post set it up: 总指挥:…, 现场指挥部总指挥由…, 任副总指挥."""
    after = _SET_UP_AFTER.match(text, end)
    if after and (start == unit or (body and after[0].strip() == "由")):
        return True
    return bool(_SET_UP_BEFORE.search(text, max(0, start - 3), start))
