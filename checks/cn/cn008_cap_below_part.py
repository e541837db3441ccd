"""最高限额低于其中一项的数额，承诺的时限长于法定时限，单项得分扣分超过该项满分。

依据 文件内部矛盾：限额以内的各项，单独一项就不能超过限额。
说明 “发明专利每项计30分，实用新型专利每项计10分，本项最高不超过20分”，一项发明专利就已超过上限，两数必有一误；
法定时限20日而承诺25日、满分20分而最多扣25分，也是一方写错；学历最高30分而“最高分”一栏写20分、起付线高于封顶线，也是如此。
限度 只看同一句中并列的两项以上数额和句末的上限、单个所得和全年（累计）的上限、评分表“最高分”一栏，
紧接着写的法定时限和承诺时限，同一段、同一行的满分与得扣分；
分期、按年兑付的不看；各项之和超过上限是上限的本意，不报。

Summary A cap below one of the amounts under it, a promised time beyond that of the law, points beyond the full mark.
Basis Internal contradiction: no single amount under a cap exceeds it.
Why Where one invention counts 30 points and the whole item at most 20, one of the two is wrong; so with a column of
full marks, and with a floor above its ceiling.
Limits Only amounts listed in one sentence with the cap at its end, what one case gets beside what all get, and columns
of full marks, times of the law and of the promise next to each other, points in the paragraph or row of their full
mark; what is paid by the year
or in parts is left out, and amounts whose sum exceeds the cap are what a cap is for.
"""

from linter.facts.counts import broken_caps, broken_limits
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, needs, see


@check(
    code="CN008",
    name="cap-below-part",
    severity="warning",
    reads=(broken_caps, broken_limits),
    needs=needs("lines"),
    message={
        "zh": "上限“{words}”低于其中一项的“{part}”",
        "en": "the cap “{words}” is below “{part}”, one of the amounts under it",
    },
    messages={
        "beyond": {
            "zh": "“{part}”超出所列的限度“{words}”",
            "en": "“{part}” goes beyond the limit stated beside it, “{words}”",
        },
    },
    examples=(
        Bad("（一）发明专利每项计[[~30分]]，实用新型专利每项计10分，外观设计专利每项计5分，本项最高不超过[[20分]]。\n"),
        Bad("第八条　对低保对象，起付线为[[~3000元]]，救助比例为70%，年度封顶线为[[2000元]]。\n"),
        Bad(
            "积分表\n\n项目\t计分标准\t最高分\n学历\t大专10分，本科20分，硕士及以上[[~30分]]\t[[20分]]\n社保\t每满1年计5分\t50分\n"
            "居住\t每满1年计3分\t30分\n"
        ),
        Good("每个项目补助20万元，省级示范项目补助40万元，每镇补助总额最高100万元，单个项目最高40万元。\n"),
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
        Bad("逾期1至10日的，按每日100元计收；逾期11日以上的，按每日[[~300元]]计收。每日最高计收[[250元]]。\n"),
        Bad("事项：取水许可\n\n法定时限：[[~45个工作日]]\n\n承诺时限：[[50个工作日]]\n"),
        Bad(
            "事项清单\n\n事项\t法定时限（工作日）\t承诺时限（工作日）\n首次登记\t30\t5\n转移登记\t[[~30]]\t[[35]]\n抵押登记\t30\t1\n"
        ),
        Bad("1.责任落实（满分[[~20分]]）。未签订责任书的，扣5分；未召开例会的，每次扣2分，最多扣[[25分]]。\n"),
        Bad("评价表\n\n指标\t满分\t优\t良\n目标\t10\t10\t8\n方法\t[[~30]]\t[[35]]\t25\n效果\t30\t30\t25\n\n"),
        Bad(
            "省级奖励10万元，国家级奖励[[~30万元]]，单项奖励最高[[20万元]]。单次罚款[[~200元]]，累计罚款最高不超过[[150元]]。\n"
        ),
        Bad("基础类项目每个最高200万元，提升类项目每个最高[[~500万元]]；单个项目补助总额最高不超过[[400万元]]。\n"),
        Good(
            "法定时限：5个工作日\n\n承诺时限：即办\n\n法定时限：无\n\n承诺时限：20个工作日\n\n1.平时考核（10分）。"
            "上年度考核得90分以上的计10分。\n\n法律规定的期限为10日，当事人承诺在15日内履行的，应当书面告知。\n"
        ),
        Good(
            "获得荣誉的，对集体奖励5万元，对个人奖励3000元，每人最高5000元。单个企业最高补贴50万元，每人全年累计不超过1万元。\n"
        ),
        Good(
            "法定时限：45日，承诺时限：40个工作日内。法定办结时限为一个月，承诺时限31日。1.创新（满分20分）。加分累计最高得25分。\n"
        ),
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
    for one in document.read(broken_limits):
        related = (see(one.span, f"限度“{one.words}”", f"the limit “{one.words}”"),)
        yield Finding(one.part_span, {"words": one.words, "part": one.part}, related, message="beyond")
