"""承担任务的指挥机构没有设立，设立的是另一个名称的机构。

依据 文件内部矛盾：由谁宣布、报谁批准的机构，应当是文件设立的机构。
说明 文件成立的是应急指挥部，后面却“由应急领导小组宣布响应终止”：读者不知道是同一个机构写了两种名称，
还是另有一个没有写明的机构；多是照抄别的预案留下的。
限度 只看指挥部、领导小组、协调小组、联席会议一类；文件须用“成立、设立”写明设了其中一种，而另一种全文没有设立、
没有组成人员、没有标题；名称中还有别的词的（省指挥部、扶贫开发领导小组、现场指挥部），是别的机构，不报。

Summary A body of command is given a task and was never set up, while another kind of body was.
Basis Internal contradiction: who announces and who approves is a body that the document sets up.
Why A document sets up a headquarters, and a leading group announces the end of the response: is it one body by two
names, or another that nobody described? Mostly it was copied from another plan.
Limits Headquarters, leading and coordinating groups, joint sessions; the document must say that it sets one up, and
nowhere set up, compose or head the other. A name with any other word in it is that of another body.
"""

from linter.facts.bodies import never_set_up
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, needs, see


@check(
    code="OR017",
    name="body-never-set-up",
    severity="warning",
    two_names=True,
    reads=(never_set_up,),
    needs=needs("lines", script="simplified", silent=("transcript", "dialogue")),
    message={
        "zh": "“{name}”没有设立，设立的是“{known}”",
        "en": "“{name}” is given a task but was never set up: “{known}” was",
    },
    examples=(
        Bad(
            "一、组织体系\n\n市人民政府成立[[~海州市突发环境事件应急指挥部]]，由分管副市长任指挥长。\n\n"
            "二、响应终止\n\n由[[市应急领导小组]]宣布响应终止。\n"
        ),
        Bad(
            "一、机构\n\n成立[[~区供水应急处置领导小组]]，组长由副区长担任。\n\n二、报告\n\n水质监测结果报领导小组。\n\n"
            "三、恢复\n\n水质合格后，由[[指挥部]]宣布恢复供水。\n"
        ),
        Good(
            "一、组织体系\n\n市人民政府成立海州市突发环境事件应急指挥部。\n\n二、处置\n\n由现场指挥部制定方案，"
            "报省领导小组、乡镇领导小组备案，通报市扶贫开发领导小组。召开联席会议，组成工作小组。\n"
        ),
        Good(
            "一、组织体系\n\n（一）市人民政府成立海州市防汛抗旱指挥部。\n\n（二）领导小组\n\n组长：市长\n\n"
            "二、响应终止\n\n由领导小组宣布响应终止。\n"
        ),
    ),
)
def body_never_set_up(document: Document, _options: Options) -> Findings:
    """The first place of each body that was not set up."""
    for one in document.read(never_set_up):
        related = [see(one.known_span, "设立的机构", "the body that is set up")]
        related += [see(span, "同样的写法", "the same form") for span in one.spans[1:]]
        yield Finding(one.spans[0], {"name": one.name, "known": one.known}, tuple(related))
