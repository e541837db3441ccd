"""级别倒挂：较低一级要求的数值反而比较高一级更重。

依据 文件内部矛盾：一个分级中，同一指标的数值应当随级别单调变化。
说明 肺鼠疫“较大”要10例以上，“重大”只要5例以上，达到较大的必定已是重大，较大一级形同虚设；多为两处数字对调。
方向由各级数值自己判断：死亡人数越多越重，能见度、存煤天数越少越重。
限度 只比较措辞对得上的条件；各级数值相同、条件里另有“并”“且”的不比较；方向不明的不报；评星、评档的，要其他各项、
本项其余各级都朝一个方向。相邻两档对调后各档首尾相接的，不论有无级名都报；三档无名的，要其后果依次升降。

Summary A lighter level demands more than a worse one.
Basis A contradiction within the text: in a scale the values of a measure run one way with the levels.
Why If “较大” needs 10 cases and “重大” only 5, whatever is 较大 is 重大 already; two numbers were swapped.
Which way is worse is read from the bands: more deaths, but less visibility.
Limits Only conditions whose wording matches; equal values, conditions joined by 并 and unclear directions are left out.
Two neighbours that make the steps join if exchanged are told of any ladder, of three bare steps if amounts rise beside.
"""

from checks.th.telling import place, related
from linter.facts.bands import courses, leads
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Severity, check, needs


@check(
    code="TH007",
    name="ladder-out-of-order",
    severity="error",
    reads=(courses,),
    needs=needs("lines", "tables"),
    message={
        "zh": "{lighter}比更高一级的{worse}要求更重，级别倒挂",
        "en": "{lighter} demands more than {worse} of the level above it",
    },
    messages={
        "turned": {
            "zh": "{worse}与相邻的{lighter}次序颠倒：其余各级、其他各项依次升降",
            "en": "{worse} and {lighter} beside it are out of order; all other levels and measures go one way",
        },
    },
    examples=(
        Bad(
            "到达时限：Ⅰ级响应15分钟内到达；Ⅱ级响应[[~60分钟内]]到达；Ⅲ级响应[[30分钟内]]到达；Ⅳ级响应120分钟内到达。\n"
        ),
        Bad(
            "Ⅰ级事件：书面报告不超过6小时。\n\nⅡ级事件：不超过12小时。\n\nⅢ级事件：[[~不超过24小时]]。\n\nⅣ级事"
            "件：[[不超过12小时]]。\n"
        ),
        Bad(
            "附件\n\n分级标准\n\n特别重大\t重大\t较大\n鼠疫在大城市发生并扩散\t"
            "一个平均潜伏期内发生[[~5例以上]]鼠疫病例\t一个平均潜伏期内发生鼠疫病例[[10例以上]]\n"
        ),
        Bad(
            "第三条　罚款按照下列标准执行：\n\n（一）超标[[~2倍以上5倍以下]]的，处1万元罚款；\n\n（二）超标[[不"
            "足2倍]]的，处3万元罚款；\n\n"
            "（三）超标5倍以上的，处5万元罚款。\n\n“以上”含本数，“以下”不含本数。\n"
        ),
        Bad(
            "房租补贴标准\n\n类别\t家庭人均月收入\t每平方米补贴\n一类区\t[[~1000元以上1500元以下]]\t20元\n二类"
            "区\t[[不足1000元]]\t15元\n"
            "三类区\t1500元以上2000元以下\t10元\n四类区\t2000元以上\t5元\n\n注：以上含本数，以下不含本数。\n"
        ),
        Bad(
            "第四条　水位达到28米时，启动Ⅳ级响应；水位[[达到29米]]时，启动Ⅲ级响应；水位[[~达到28.5米]]时，启动Ⅱ级响应；"
            "水位达到31米时，启动Ⅰ级响应。\n"
        ),
        Good(
            "第四条　甲河水位达到28米时，启动Ⅳ级响应；乙河水位达到29米时，启动Ⅲ级响应；丙河水位达到28.5米时，启动Ⅱ级"
            "响应；丁河水位达到31米时，启动Ⅰ级响应。\n"
        ),
        Good("第四条　水位达到28米时，启动Ⅳ级响应；水位达到29米时，启动Ⅲ级响应；水位达到30米时，启动Ⅱ级响应。\n"),
        Good(
            "附件\n\n违法行为：非法猎捕\n\n情节严重：猎捕国家一级重点保护野生动物二只以上，"
            "或者国家二级重点保护野生动物五只以上；没有猎获物的除外。\n"
        ),
        Good(
            "收费标准\n\n档次\t漏报种类\t收费\n一级\t小于9小类\t10元\n二级\t大于等于9小类小于21小类\t20元\n三级"
            "\t大于等于21小类\t30元\n"
        ),
        Good(
            "第三条　罚款按照下列标准执行：\n\n（一）超标不足2倍的，处1万元罚款；\n\n（二）超标2倍以上5倍以下的"
            "，处3万元罚款；\n\n"
            "（三）超标5倍以上的，处5万元罚款。\n\n体温37.3℃以上38℃以下的为低热，37.3℃以下的为正常，38℃以上的为高热。"
            "“以上”含本数，“以下”不含本数。\n"
        ),
        Good(
            "暴雨预警信号\n\n红色预警：3小时内降雨量将达100毫米以上。\n\n橙色预警：6小时内降雨量将达80毫米以上。\n\n"
            "黄色预警：12小时内降雨量将达90毫米以上。\n\n蓝色预警：24小时降雨量100毫米以上。\n"
        ),
        Good("4.2.1 Ⅰ级响应\n\n电煤库存低于1天用量。\n\n4.2.2 Ⅱ级响应\n\n电煤库存低于3天用量。\n"),
    ),
)
def ladder_out_of_order(document: Document, options: Options) -> Findings:
    """Yield each two neighbouring levels that run against their measure."""
    for course in document.read(courses):
        for worse, lighter in course.against:
            args = {"worse": place(worse), "lighter": place(lighter)}
            scale = course.measure.scale
            message = "" if scale and scale.graded else "turned"
            # Steps that lead to nothing have only their order to show that two of them changed places.
            severity: Severity | None = None if scale or leads(course.measure) else "warning"
            yield Finding(lighter.span, args, related(lighter, worse), message=message, severity=severity)
