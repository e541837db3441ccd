"""同一职务在正文和附录中的写法不同。

依据 文件内部矛盾：正文列出的组成人员与附录组成表应当是同一批职务。
说明 正文写“支队长”、附录写“分管支队长”，谁到场指挥就不确定。
限度 只比较至少有两个职务完全相同的两份名单；同一单位在一份名单中有两个职务的，不比较。

Summary The same post is named differently in the body and in an appendix.
Basis Internal contradiction: the persons listed in the body and those of the table are the same posts.
Why If the body says the head and the table his deputy, it is not clear who takes command.
Limits Compares lists that share at least two posts word for word; a body with two posts in one list is left out.
"""

from collections import Counter
from itertools import combinations

from linter.facts.bodies import Post, posts
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, needs, see

# Two posts in common show that two lists speak of the same organ.
_COMMON = 2
# A document with more lists of posts than this is a directory, not a plan.
_LISTS = 40


@check(
    code="LS006",
    name="office-differs",
    severity="warning",
    reads=(posts,),
    needs=needs("tables"),
    message={
        "zh": "“{body}”的职务前后不一致：“{second}”与前文“{first}”。",
        "en": "the post in “{body}” differs: “{second}”, but “{first}” before.",
    },
    examples=(
        Bad(
            "2.1 指挥部组成\n\n指挥长：分管副市长\n\n"
            "副指挥长：市卫生健康委员会主任、市应急管理局局长、[[~武警滨海支队支队长]]。\n\n附件\n\n指挥部组成表\n\n"
            "职务\t组成人员\n副指挥长\t市卫健委主任\n副指挥长\t市应急管理局局长\n副指挥长\t[[武警滨海支队分管支队长]]"
        ),
        Good(
            "2.1 指挥部组成\n\n副指挥长：市卫生健康委员会主任、市应急管理局局长、市公安局局长。\n\n2.2 现场指挥部\n\n"
            "副组长：市应急管理局副局长、市公安局副局长。"
        ),
    ),
)
def office_differs(document: Document, _options: Options) -> Findings:
    """Each post of a later list whose body has another title in an earlier one."""
    lists = document.read(posts)
    if len(lists) > _LISTS:
        return
    for first, second in combinations(lists, 2):
        before, after = _single(first.posts), _single(second.posts)
        common = before.keys() & after.keys()
        same = sum(1 for key in common if before[key].title == after[key].title)
        if same < _COMMON:
            continue
        for key in sorted(common, key=lambda key: after[key].span):
            if before[key].title != after[key].title:
                yield _finding(before[key], after[key])


def _single(held: tuple[Post, ...]) -> dict[str, Post]:
    """The posts of bodies that hold one post only."""
    counts = Counter(one.key for one in held)
    return {one.key: one for one in held if counts[one.key] == 1}


def _finding(before: Post, after: Post) -> Finding:
    return Finding(
        after.span,
        {"body": after.body, "first": before.title, "second": after.title},
        related=(see(before.span, "前文的职务", "the post named before"),),
    )
