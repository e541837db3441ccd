"""最高限额低于其中一项的数额。

依据 文件内部矛盾：限额以内的各项，单独一项就不能超过限额。
说明 “发明专利每项计30分，实用新型专利每项计10分，本项最高不超过20分”，一项发明专利就已超过上限，两数必有一误；
学历最高30分而“最高分”一栏写20分、起付线高于封顶线，也是如此。
限度 只看同一句中并列的两项以上数额和句末的上限、单个所得和全年（累计）的上限、评分表“最高分”一栏；
分期、按年兑付的不看；各项之和超过上限是上限的本意，不报。

Summary A cap below one of the amounts under it.
Basis Internal contradiction: no single amount under a cap exceeds it.
Why Where one invention counts 30 points and the whole item at most 20, one of the two is wrong; so with a column of
full marks, and with a floor above its ceiling.
Limits Only amounts listed in one sentence with the cap at its end, what one case gets beside what all get, and columns
of full marks; what is paid by the year
or in parts is left out, and amounts whose sum exceeds the cap are what a cap is for.
"""

from linter.facts.counts import broken_caps
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, needs, see


@check(
    code="CN008",
    name="cap-below-part",
    severity="warning",
    reads=(broken_caps,),
    needs=needs("lines"),
    message={
        "zh": "上限“{words}”低于其中一项的“{part}”",
        "en": "the cap “{words}” is below “{part}”, one of the amounts under it",
    },
    examples=(
        Bad("（一）发明专利每项计[[~30分]]，实用新型专利每项计10分，外观设计专利每项计5分，本项最高不超过[[20分]]。\n"),
        Bad("第八条　对低保对象，起付线为[[~3000元]]，救助比例为70%，年度封顶线为[[2000元]]。\n"),
        Bad(
            "积分表\n\n项目\t计分标准\t最高分\n学历\t大专10分，本科20分，硕士及以上[[~30分]]\t[[20分]]\n社保\t每满1年计5分\t50分\n"
            "居住\t每满1年计3分\t30分\n"
        ),
        Good(
            "（一）发明专利每项计10分，实用新型专利每项计3分，本项最高不超过20分。\n\n（二）一等奖奖励100万元，二等奖奖励50万元，"
            "分三年兑付，每年最高不超过40万元。\n"
        ),
        Good(
            "第十条　基础奖补80万元，绩效奖补40万元，单个项目最高不超过100万元。\n\n第十一条　起付线为3000元，"
            "封顶线为5万元。\n\n积分表\n\n项目\t计分标准\t最高分\n学历\t大专10分，本科20分\t20分\n社保\t每满1年计50分，最多20年\t50分\n"
        ),
        Bad("一、单个展位最高补助[[~3万元]]，同一企业全年最高不超过[[2万元]]。\n"),
        Bad("租金补贴每月最高[[~5万元]]，全年累计不超过[[4万元]]。\n"),
        Bad("每名新录用毕业生补贴[[~3000元]]，每家企业补贴总额最高不超过[[2000元]]。\n"),
        Bad("首次认定的奖励[[~20万元]]，重新认定的奖励10万元，同一企业累计最高不超过[[15万元]]。\n"),
        Good(
            "租金补贴每月最高5万元，全年累计不超过40万元。首次拨付奖励20万元，期满奖励10万元，每次最高不超过15万元。\n"
        ),
    ),
)
def cap_below_part(document: Document, options: Options) -> Findings:
    """Yield the caps that one amount under them exceeds."""
    for one in document.read(broken_caps):
        related = (see(one.part_span, "其中一项", "one of the amounts"),)
        yield Finding(one.span, {"words": one.words, "part": one.part}, related)
