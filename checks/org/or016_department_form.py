"""同一部门的名称，个别处多了或者少了“行政”“主管”“和”。

依据 文件内部：同一部门应当用同一名称。
说明 全文作“人力资源和社会保障部门”，一处作“人力资源社会保障行政部门”：读者要猜是不是另一个部门。
限度 只看常设行业的部门；少的写法至多两处、通常的写法至少四倍；军队和其他组织的部门不看；声明过的简称不报；属提示。

Summary A department is called with 行政, 主管 or 和 in one place and without it everywhere else.
Basis Internal: one department, one name.
Why The reader has to guess whether another department is meant.
Limits Departments of standing trades; the rare form stands twice at most, the usual one four times as often; those of
the army and of other organisations, and declared short forms, are passed. A note.
"""

from checks.org.naming import told
from linter.facts.bodies import department_forms
from linter.facts.wording import body_variants
from linter.kernel.check import Bad, Document, Findings, Good, Options, check, needs

_USUAL = "".join([f"第{at}条 人力资源和社会保障部门负责第{at}项工作。\n\n" for at in "二三四五"])


@check(
    code="OR016",
    name="department-form",
    severity="note",
    two_names=True,
    reads=(department_forms, body_variants),
    needs=needs(script="simplified"),
    message={
        "zh": "“{rare}”（{few}处）在别处作“{usual}”（{many}处）。",
        "en": "“{rare}” ({few}) is “{usual}” ({many}) elsewhere.",
    },
    examples=(
        Bad(
            "第一条 [[~人力资源和社会保障部门]]负责管理。\n\n"
            + _USUAL
            + "第六条 经市[[人力资源社会保障行政部门]]核准后备案。\n"
        ),
        Good(
            "第一条 市人力资源社会保障行政部门（以下简称人力资源和社会保障部门）负责管理。\n\n"
            + _USUAL
            + "第六条 检查结果在人力资源社会保障部门户网站公布。\n"
        ),
        Good(
            "".join([f"第{at}条 烟草专卖行政主管部门应当公布结果。\n\n" for at in "一二三四五六七八九"])
            + "第十条 由烟草专卖行政部门责令改正。\n"
        ),
    ),
)
def department_form(document: Document, _options: Options) -> Findings:
    """The first place of each rare form, with its others and one of the usual form."""
    found = document.read(department_forms)
    # A name that lost a word is told as such (OR001).
    clipped = {one.span.end for one in document.read(body_variants)} if found else set()
    for one in found:
        if one.spans[0].end in clipped:
            continue
        yield told(one, ("通常的写法", "the usual form"))
