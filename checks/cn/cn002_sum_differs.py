"""分项相加不等于总数。

依据 文件内部矛盾。
说明 “共计3811个，其中……”与各分项之和、表中“合计”与各行之和、总分与各项分值之和应当相等；不等则必有一数有误。
“其中”一项大于总数（多为亿与万、位数之误），“另有”另起一句的各项，同样看。
限度 带“约”“以上”的数不算；四舍五入容许每项最末位的半个单位；没有“其他”且未必列全的分项，只在改一个数字即合、末两位相符
时提示，金额、面积之类不会重计的多于总数、差额很小或恰为其中一项时也提示；人、户、单位可以重计，多出的不到五十分之一才提示。
少一两个的，只有只按序号分的（一类、二类、三类）提示：其余的可能本来没有列全。表中不能断定合计包括哪些行的不报。

Summary The parts do not add up to the total.
Basis Internal contradiction.
Why A total with 其中 and its parts, the row 合计 of a table and the rows above it, a full mark and its items must
agree; where they do not, one number is wrong. So with one part that is more than its whole, often by 亿 for 万.
Limits Numbers with 约 or 以上 are left out; half a unit of the last printed place is allowed for each term; a list that
need not be complete is reported, as a warning, only if one digit explains the difference and the last two places agree,
or if sums of money or areas exceed the total by little or by just one part. Persons and bodies may be counted twice:
an excess counts below a fiftieth. One or two that are missing count only where a number alone tells the parts apart
(一类、二类、三类): nothing says that other parts are complete. A total of a table whose rows can be read in several
ways is not reported.
"""

from linter.facts.counts import Sum, products_added, row_parts, score_tables, scores, sums, sums_apart, table_sums
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Severity, Span, check, see

# A list that need not be complete: so many parts, and so small an excess, show that it is meant to be. A small rest
# shows nothing: 粮食、油料、蔬菜 are most of what is sown, and not all.
_PARTS, _SMALL = 3, 10
# Persons and bodies may be counted twice (女60人、党员50人 of 100人), but hardly with so small an excess.
_HARDLY, _FEW = 50, 100
_TWICE = tuple("人名户家位例个村")


@check(
    code="CN002",
    name="sum-differs",
    severity="error",
    reads=(sums, sums_apart, table_sums, scores, score_tables, row_parts, products_added),
    message={
        "zh": "分项之和为{added}，与“{total}”不符（相差{difference}）",
        "en": "The parts add up to {added}, not to “{total}” (difference {difference})",
    },
    messages={
        "part": {
            "zh": "其中的“{part}”大于总数“{total}”",
            "en": "“{part}” is a part of “{total}” and more than it",
        },
    },
    examples=(
        Bad("申请执行标的[[85万元]]，已执行到位[[~52万元]]，尚余[[~35万元]]未执行。"),
        Good("二、投资4999亿元，新增铁路里程639公里、其中高铁370公里，新增公路2600公里、农村公路3000公里。\n"),
        Good("申请执行标的85万元，已执行到位52万元，尚余33万元未执行。借款20万元，已归还利息8万元，尚欠20万元。"),
        Bad("全县[[12个]]乡镇中，已通水[[~10个]]，未通水[[~3个]]。"),
        Bad("补偿费合计[[86.4万元]]，包括土地补偿费[[~42万元]]、安置补助费[[~30万元]]、青苗补偿费[[~12.4万元]]。"),
        Good("支出合计86.4万元，包括人员经费42万元、办公费10万元、差旅费2万元。"),
        Bad("会议应到代表[[45人]]，实到[[~40人]]，缺席[[~6人]]。"),
        Good(
            "委员应到25人，实到21人，请假3人，缺席1人。会议应到代表45人，实到40人，缺席5人。报名320人，实考298人，缺考22人。"
        ),
        Bad(
            "全市培育家庭农场[[~820家]]，其中省级示范农场[[1260家]]，带动农户3.2万户。\n\n共安排资金[[~860万元]]，其中：东城区[[320亿元]]，"
            "西城区[[~280万元]]，南城区[[~260万元]]。\n\n新签约项目56个，总投资[[~128亿元]]，其中工业项目32个、总投资[[86万亿元]]。\n\n"
            "全市现有执法人员[[1286名]]。其中，市本级[[~412名]]，县级[[~603名]]。另有乡镇执法人员[[~281名]]。\n"
        ),
        Bad(
            "卫生事业\n\n指标\t单位\t数量\n卫生技术人员\t人\t[[~8620]]\n其中：执业医师\t人\t[[9310]]\n床位\t张\t7450\n"
        ),
        Bad(
            "全县共有村[[156个]]，其中一类村[[~52个]]，二类村[[~68个]]，三类村[[~38个]]。共设奖[[52名]]，其中一等奖[[~5名]]，"
            "二等奖[[~10名]]，三等奖[[~15名]]，优秀奖[[~20名]]。共有律师事务所[[86家]]（其中合伙所[[~58家]]、个人所[[~26家]]、"
            "国资所[[~3家]]）。\n"
        ),
        Bad(
            "建成服务站[[120个]]，其中县级[[~4个]]、乡镇级[[~46个]]、村级[[~80个]]。共有村[[57个]]，"
            "其中一类村[[~12个]]、二类村[[~28个]]、三类村[[~16个]]。大厦[[31套]]，包含房源：四房一厅[[~4套]]、"
            "三房一厅[[~16套]]、两房一厅[[~10套]]。预算[[12.6万元]]，包括场地费[[~6.8万元]]、宣传费[[~2.1万元]]、餐费[[~1.5万元]]、"
            "保障费[[~2.5万元]]。接收捐赠[[326笔]]，合计486.4万元。其中资金捐赠[[~271笔]]、312.9万元，物资捐赠[[~65笔]]、173.5万元。\n\n"
            "三年共投入[[1800万元]]，平均每年600万元，由市、县承担，其中市级[[~1080万元]]、县级[[~740万元]]。\n"
        ),
        Bad(
            "下达资金8640万元，其中：河流治理[[3200万元]]，水库加固2450万元，山洪防治1100万元，水土保持1890万元。\n\n"
            "河流治理资金按项目分配：清源县[[~1500万元]]，平泽县[[~1070万元]]，望溪区[[~730万元]]。\n\n"
            "本批公寓共[[68套]]，具体情况如下：\n\n（一）富力大厦[[~31套]]，位于范屋路。\n\n（二）珠江嘉苑[[~29套]]。\n\n"
            "（三）棠雅苑[[~5套]]。\n\n六、经费\n\n1.人员经费[[~33.6万元]]；\n\n2.维护费[[~8.5万元]]。\n\n以上两项合计[[56万元]]。\n"
        ),
        Bad(
            "分配表\n\n全县共开发岗位[[168个]]，分配如下：\n\n单位\t保洁员\t护林员\t小计\n城关镇\t40\t50\t90\n石桥镇\t30\t38\t68\n"
            "合计\t70\t88\t[[~158]]\n\n成绩由外国语[[~（满分100分）]]、综合面试[[~（满分200分）]]组成，总分为[[400分]]。\n"
        ),
        Bad(
            "一、巡查（[[40分]]）。按照频次巡查的，得[[~20分]]；及时报告的，得[[~15分]]。\n\n"
            "二、养护（30分）。坝面清洁的，得15分；启闭设施完好的，得15分。\n\n三、防汛（20分）。汛期在岗的，得10分；按时报送的，得10分。\n"
        ),
        Bad(
            "评标委员会由招标人代表[[~1人]]和评标专家[[~4人]]共[[7人]]组成。项目总投资[[2600万元]]。资金来源为：中央投资[[~1500万元]]，"
            "省级资金[[~600万元]]，县级自筹[[~600万元]]。\n\n月份\t受理（件）\t办结（件）\n1月\t[[~120]]\t118\n2月\t[[~96]]\t96\n"
            "3月\t[[~143]]\t140\n一季度合计\t[[349]]\t354\n"
        ),
        Bad(
            "共谋划重点项目[[86个]]，总投资412亿元，其中产业项目[[~51个]]、基础设施项目[[~22个]]、民生项目[[~15个]]。"
            "突出贡献奖每人[[100万元]]，其中[[~50万元]]属个人所得，[[~60万元]]用作科研经费。评分：价格[[~30分]]、技术[[~50分]]、"
            "商务[[~30分]]，满分[[100分]]。\n\n全区划分功能区共[[14个]]，其中1类区[[~3个]]、2类区[[~5个]]、3类区[[~4个]]、4a类区[[~4个]]。\n"
        ),
        Bad(
            "全市[[62个]]乡镇中，[[~52个]]配备了专职人员，[[~16个]]尚未配备。评定总分为[[1000分]]，由时限、满意、申诉、安全四项构成，分值分别为"
            "[[~350分]]、[[~300分]]、[[~200分]]和[[~180分]]。每次一等奖不超过[[~5项]]、二等奖不超过[[~15项]]、三等奖不超过[[~30项]]，"
            "合计不超过[[45项]]。\n\n科目安排\n\n科目\t满分\n语文\t[[~120]]\n数学\t[[~120]]\n英语\t[[~100]]\n\n以上各科总分[[360分]]。\n"
        ),
        Bad(
            "全市新增农机具1200台，其中拖拉机[[~500台]]（其中大型拖拉机[[620台]]）、收割机700台。基金支出86.5亿元，其中统筹支出[[~62.3亿元]]"
            "（其中住院[[68.1亿元]]），个人账户支出24.2亿元。新建农村公路[[95公里]]，分别为县道[[~20公里]]、乡道[[~35公里]]、村道[[~30公里]]。\n"
        ),
        Bad(
            "本年共安排水利投资[[5600万元]]，具体见下表。\n\n类别\t投资（万元）\n防洪工程\t2000\n灌溉工程\t1800\n供水工程\t1600\n"
            "合计\t[[~5400]]\n\n决定公开招聘工作人员[[30名]]，岗位如下：\n\n岗位\t人数\n教师\t[[~15]]\n医生\t[[~8]]\n文员\t[[~5]]\n"
        ),
        Bad(
            "指标体系\n\n一级指标\t权重\t二级指标\t权重\n投入\t0.3\t资金到位\t0.2\n\t\t人员到位\t0.1\n产出\t[[0.4]]\t数量\t[[~0.2]]\n"
            "\t\t质量\t[[~0.3]]\n"
        ),
        Good(
            "支出总计52000万元，其中：人员经费28000万元，公用经费12000万元，项目支出10000万元；结转下年2000万元。\n\n"
            "三公经费合计180万元，较上年减少20万元，其中接待费60万元，用车费100万元，出国费20万元。\n\n"
            "给予一次性补贴2000元，其中困难家庭3000元。\n"
        ),
        Good(
            "购置拖拉机20台，每台补贴3万元，加上配套农具补贴10万元，共计70万元。发现隐患820处，其中重大隐患6处，已整改810处，10处正在整改。\n"
        ),
        Good(
            "全市现有拖拉机500台（其中大型拖拉机120台）。带动农户500户，其中合作社620户次。本年安排水利投资5600万元，具体见下表。\n\n"
            "类别\t已拨付（万元）\n防洪工程\t800\n灌溉工程\t700\n合计\t1500\n\n公布名单30家如下：\n\n名称\t成立年份\n甲社\t2010\n"
            "乙社\t2012\n丙社\t2015\n"
        ),
        Good(
            "本年共安排省级补助资金5600万元，具体见下表。\n\n项目\t总投资（万元）\n防洪工程\t2500\n灌溉工程\t1800\n供水工程\t1600\n"
            "合计\t5900\n\n决定公开招聘工作人员30名，岗位如下：\n\n岗位\t服务对象人数\n教师\t15\n医生\t8\n文员\t5\n"
        ),
        Bad("一期投资[[~2000万元]]，二期投资[[~1500万元]]，三期投资[[~1000万元]]，总投资[[4800万元]]。\n"),
        Bad(
            "（一）组织领导（20分）：机构健全10分；经费保障10分。\n\n（二）工作落实（[[50分]]）：任务完成[[~30分]]；台账规范[[~15分]]。\n\n"
            "（三）宣传培训（30分）：宣传15分；培训15分。\n"
        ),
        Bad(
            "办理时限\n\n环节\t时限\n受理\t[[~1个工作日]]\n审查\t[[~6个工作日]]\n决定\t[[~2个工作日]]\n合计\t[[8个工作日]]\n"
        ),
        Bad("全县共有煤矿[[6座]]，其中生产矿井[[~4座]]、建设矿井[[~3座]]。\n"),
        Bad(
            "考核满分为[[100分]]，其中笔试[[~40分]]、面试[[~30分]]、实操[[~45分]]。投标满分为100分，其中商务60分、技术40分，"
            "附加分10分。笔试满分为100分，其中甲卷60分，乙卷60分为合格。得分满分为20分，其中一等奖20分、二等奖15分、三等奖10分。\n"
        ),
        Good(
            "项目总投资2.6亿元，包括土建工程1.2亿元、设备购置0.8亿元、安装工程0.2亿元等。共有村38个，其中先进村12个、达标村18个、"
            "文明村7个。三甲医院9家，其中省属医院4家、市属医院3家、部属医院1家。企业62家，其中制造业企业32家，服务业企业18家，"
            "物业企业10家。养老机构26家，其中公办8家、民办15家，其余为公建民营。"
            "新建改建农村公路120公里，其中新建50公里、改建40公里、养护60公里（部分路段重复计列）。"
            "经费6.5万元，其中接待费1.5万元，车辆费5.0万元，出国费0万元，比上年减少0.5万元。\n"
        ),
        Good(
            "三年共投入1800万元，平均每年600万元，由市、县承担，其中市级1080万元、县级720万元。进出口总值384.6亿元。其中，"
            "出口236.2亿元，进口148.4亿元，顺差87.8亿元。共有党员50人，其中女党员20人、青年党员18人、本科以上学历14人。\n"
        ),
        Good(
            "考核细则\n\n序号\t考核项目\t单位\t分值\t评分标准\n\t总分\t\t100\t\n一、\t通用项目\t\t40\t\n1\t组织领导\t各单位\t20\t健全组织\n"
            "2\t日常工作\t各单位\t20\t1.按月上报情况，得15分；¶参加会议（5分，少一次扣1分）。\n二、\t差异项目\t\t60\t\n"
            "1\t重点部门\t城建局\t60\t治理污水\n2\t\t林业局\t60\t保护林地\n3\t\t水利局\t40\t1.整治排污口（25分）；¶2.控制排污¶总量（15分）。\n"
            "\t\t\t20\t1.规划岸线（8分）；¶2.划定范围（12分）。\n"
        ),
        Good(
            "考核评分表\n\n项目\t分值\t评分细则\n学历\t30分\t大专10分；本科20分；硕士30分\n职称\t20分\t初级5分；中级10分；高级20分\n"
            "年龄\t10分\t35岁以下10分；45岁以下5分\n"
        ),
        Bad(
            "二、评分标准[[（满分100分）]]\n\n（一）价格分：[[~30分]]。\n\n（二）技术分：[[~45分]]。\n\n（三）商务分：[[~20分]]。\n"
        ),
        Good(
            "一等奖1名，奖金5000元；二等奖2名，每名3000元；三等奖5名，每名1000元；奖金合计16000元。\n\n"
            "资本金58亿元，按比例分担，其中市级35亿元，甲县、乙县23亿元；其余88亿元由银行贷款解决。\n\n"
            "年末人口\n\n指标\t数量\n常住人口\t226.4\n其中：城镇\t149.4\n乡村\t77.0\n其中：男性\t115.2\n女性\t111.2\n"
        ),
        Good("卫生资源\n\n指标\t数量\n病床使用率（%）\t80.1\n其中：医院（%）\t86.5\n床位（张）\t7600\n"),
        Good(
            "全县辖12个乡镇，其中行政村186个。参保人数420万人，其中享受待遇856万人次。办理案件86件，比上年增加20件，其中刑事案件45件。"
            "人均收入1.2万元，增加600元，其中工资性收入7800元。安排补助资金50万元，其中用于贴息的带动投资3亿元。"
            "每人补助500元，其中市级财政承担12万元。全市共有学校486所。其中，小学312所，初中98所。另有培训机构241所。\n"
        ),
        Bad(
            "本次公布33个市直部门共计[[3811个]]权责事项，其中：行政许可[[~283项]]，行政给付[[~17项]]，行政处罚[[~3004项]]，其他权力[[~517项]]。"
        ),
        Bad(
            "一级指标\t分值\t二级指标\t分值\n一、组织领导\t[[20]]\t1.会议研究\t[[~10]]\n\t\t2.经费保障\t[[~15]]\n"
            "二、源头治理\t25\t3.农产品\t15\n\t\t4.粮食\t10\n"
        ),
        Bad(
            "计划招收小学新生[[8700人]]，其中公办小学[[~5200人]]、结合部学校[[~2500人]]、民办小学[[~900人]]；计划招收初中新生7100人。\n"
        ),
        Bad(
            "地区生产总值[[1860.0亿元]]，比上年增长5.6%。其中，第一产业增加值[[~186.0亿元]]，增长3.9%；第二产业增加值"
            "[[~781.2亿元]]，增长6.3%；第三产业增加值[[~992.8亿元]]，增长5.4%。\n"
        ),
        Bad(
            "一级指标\t二级指标\t分值\t评分办法\n[[组织领导（10分）]]\t领导重视\t[[~5]]\t酌情扣分\n\t机构人员\t[[~4]]\t酌情扣分\n"
            "主动公开（12分）\t机构职能\t6\t每处扣1分\n\t政策文件\t6\t每件扣2分\n"
        ),
        Bad(
            "水价表\n\n类别\t基本水价\t水资源税\t污水处理费\t到户水价\n居民用水\t1.90\t0.20\t0.95\t3.05\n"
            "非居民用水\t[[~2.60]]\t[[~0.20]]\t[[~1.40]]\t[[4.40]]\n特种用水\t8.50\t0.20\t1.40\t10.10\n"
        ),
        Bad(
            "投资估算表\n\n序号\t项目\t金额\n一\t工程费用\t[[860]]\n1\t土建\t[[~520]]\n2\t安装\t[[~240]]\n3\t设备\t[[~120]]\n"
            "二\t其他费用\t90\n1\t设计费\t35\n2\t监理费\t55\n\t总计\t950\n"
        ),
        Bad(
            "拟支持下列项目，共计安排资金[[480万元]]：\n\n1.物流中心改造项目，支持[[~150万元]]；\n\n2.商贸中心改造项目，支持[[~120万元]]；\n\n"
            "3.冷链项目，支持[[~220万元]]。\n\n共安排资金480万元：\n\n1.冷链项目，支持260万元；\n\n2.市场项目，支持220万元。\n"
        ),
        Bad("慰问老人[[~12名，每名2000元]]；慰问居民[[~50名，每名600元]]，共计[[56000元]]。\n"),
        Bad(
            "六、奖励办法\n\n（一）一等奖[[~2名，每名奖励5000元]]。\n\n（二）二等奖[[~4名，每名奖励3000元]]。\n\n"
            "（三）奖金总额[[32000元]]，由市总工会承担。\n"
        ),
        Bad("评审采用[[百分制]]，其中技术先进性[[~40分]]、经济效益[[~30分]]、社会效益[[~20分]]、管理水平[[~15分]]。\n"),
        Good(
            "考核采用百分制，其中工作实绩60分、群众评议30分、廉洁自律10分。"
            "评审实行百分制，其中技术60分、商务50分，最高不超过100分。\n"
        ),
        Bad(
            "考核细则\n\n序号\t考核项目\t各项分值\t考核指标\n\t总分\t[[30]]\n一、\t组织领导\t[[~8]]\n"
            "1\t完善制度\t5\t1.制定方案，得2分。 / 2.落实到位，得3分。\n"
            "2\t督查督办\t3\t1.建立台账，得1分。 / 2.实行通报，得2分。\n"
            "二、\t专项整治\t[[~12]]\n3\t污水治理\t7\t1.加强监管，得5分。 / 2.建立台账，得2分，少一次扣1分。\n"
            "4\t采砂整治\t[[5]]\t1.排查纠纷，得[[~1]]分。 / 2.切割船舶，得[[~1]]分。\n"
        ),
        Good(
            "考核细则\n\n序号\t考核项目\t分值\t考核指标\n1\t完善制度\t5\t1.制定方案（2分）；2.落实到位，出现一例扣1分（3分）。\n"
            "2\t督查督办\t3\t1.建立台账（1分）；2.实行通报（2分）。\n3\t专项整治\t4\t1.整治河道（4分）；2.每上报一例加1分。\n"
            "4\t其他\t10\t酌情给分。\n"
        ),
        Bad(
            "加上转移支付收入1884万元，其中：一般转移支付收入[[~1478万元]]（含均衡性转移支付收入[[~166万元]]、机制奖补收入[[~968万元]]、"
            "结算补助收入[[~132万元]]、其他收入[[~212万元]]，专项转移支付收入[[406万元]]）。\n"
        ),
        Bad(
            "市本级收入完成[[~8.56亿元]]，增长9%。其中：税收收入4.40亿元；非税收入4.16亿元。加上补助收入[[~50.28亿元]]、上年结转资金"
            "[[~1.79亿元]]、债券转贷收入[[~7.59亿元]]，收入总计[[78.22亿元]]。"
        ),
        Good(
            "市级收入决算数129748万元，比2017年增收12423万元，增长10.59%，加上级补助收入428905万元，上年结转收入41407万元，"
            "收入总计600060万元。\n中央一般公共预算收入99566.7亿元，为预算的99.4%。加上从调节基金调入1500亿元，从政府性基金预算调入"
            "6350亿元，收入总量为107416.7亿元。\n加上补助收入50.28亿元、上年结转资金1.79亿元，收入总计69.31亿元。\n"
        ),
        Good("全县有残疾人1.2万人，其中持证1万人、农村9000人、重度3000人。"),
        Good("投档学科总分为550分，其中语数英各150分，物理60分，化学40分。"),
        Good(
            "附件1 资金安排表\n\n单位\t投资（万元）\t占比\n东城区\t12.3\t33.3%\n西城区\t12.3\t33.3%\n"
            "南城区\t12.4\t33.4%\n合计\t37.1\t100%\n"
        ),
        Good(
            "培训教育（15分）：\n\n第五条　培训率（15分）：\n\n（一）培训率100%的，得15分；\n\n"
            "（二）培训率90%以上的，得12分。\n\n"
            "考核评分表\n\n项目\t分值\t评分标准\n垃圾治理\t60\t酌情给分\n污水治理\t40\t酌情给分\n附加分\t5\t获得表彰的加5分\n合计\t100\t附加分另计\n"
        ),
        Good("就餐标准：早餐5元，午餐12元，晚餐10元，其中个人承担早餐2元、午餐5元、晚餐4元。\n"),
        Bad(
            "一、全县共有学校[[120所]]，其中小学、初中、高中分别为[[~80所]]、[[~30所]]、[[~15所]]。\n\n"
            "二、全年发生事故[[345起]]。事故总数中，追尾、侧碰和其他事故分别为[[~142起]]、[[~98起]]和[[~115起]]。\n\n"
            "三、共筹集善款[[56.8万元]]：企业捐款[[~30万元]]，个人捐款[[~20.5万元]]，组织捐款[[~8.3万元]]。\n\n"
            "四、培训学员[[350人]]（男[[~210人]]，女[[~150人]]）。\n"
        ),
        Good(
            "一、全县共有教师2300人，其中学历为本科、硕士、博士的分别为1200人、500人、100人。全年共受理345件，去年一、二、三季度"
            "分别为120件、110件、105件。\n\n二、共有床位500张：内科200张、外科180张、儿科80张等。\n"
        ),
        Bad(
            "投资计划\n\n类别\t项目\t投资（万元）\n交通\t县道改造\t1200\n\t桥梁加固\t800\n\t小计\t2000\n水利\t河道治理\t[[~650]]\n"
            "\t水库除险\t[[~450]]\n\t小计\t[[1200]]\n\t合计\t3100\n"
        ),
        Bad("三年计划\n\n年度\t户数\n2018年\t[[~1250]]\n2019年\t[[~1480]]\n2020年\t[[~960]]\n三年合计\t[[3790]]\n"),
    ),
)
def sum_differs(document: Document, options: Options) -> Findings:
    """Yield totals that their parts do not add up to."""
    told: set[tuple[Span, int]] = set()
    facts = (sums, sums_apart, table_sums, scores, score_tables, row_parts, products_added)
    for one in (total for fact in facts for total in document.read(fact)):
        severity = None if one.fits else _severity(one)
        if severity and not _same_cause(one, told):
            yield _finding(one, severity)


def _same_cause(one: Sum, told: set[tuple[Span, int]]) -> bool:
    """Whether a wrong cell, already told by the total of its row or column, explains this one: it is off by as much."""
    difference = one.added - one.total.value
    keys = [(term.span, difference) for term in one.parts] + [(one.total.span, -difference)]
    known = any(key in told for key in keys)
    told.update(keys)
    return known


def _severity(one: Sum) -> Severity | None:
    """How sure it is that the parts are meant to be all; None if they may well be some of them."""
    if one.complete:
        return "error"
    if one.further:
        near = abs(one.added - one.total.value) * _SMALL <= one.total.value
        return "warning" if near and one.one_digit_off else None
    if one.exceeding and (len(one.parts) == 1 or one.overflows):
        return "warning"
    twice = one.total.words.endswith(_TWICE) and not one.apart and not one.kinds
    if one.total.words.endswith(_TWICE) and not one.apart and one.added * 2 > one.total.value * 3:
        return None  # 残疾人1.2万人,其中持证1万人、农村9000人、重度3000人: each may be two of them
    near = 0 < (one.added - one.total.value) * (_HARDLY if twice else _SMALL) <= one.total.value
    # 煤矿6座,其中生产矿井4座、建设矿井3座: one too many of a few things, of kinds that exclude each other by name.
    by_one = one.kinds and not twice and one.added - one.total.value == one.total.scale
    near = near or (by_one and one.total.value <= _FEW * one.total.scale)
    if len(one.parts) < _PARTS:
        return "warning" if (one.overflows and one.one_digit_off) or (near and one.kinds) else None
    surplus = one.overflows and (one.one_digit_off or one.superfluous)
    return "warning" if near or _nearly_all(one) or one.one_slip or surplus else None


def _nearly_all(one: Sum) -> bool:
    """Whether classes told apart by number leave out one or two of a few things (12个、28个、16个 of 57个)."""
    short, unit = one.total.value - one.added, one.total.scale
    return one.apart and 0 < short <= 2 * unit and one.total.value <= _FEW * unit


def _finding(one: Sum, severity: Severity) -> Finding:
    """At the total; at the one part without which the rest add up to it, where there is one."""
    alone = None if one.complete or one.further else one.exceeding
    place = alone or one.superfluous or one.total
    others = [see(part.span, "分项", "a part") for part in one.parts if part is not place]
    related = tuple(others if place is one.total else [see(one.total.span, "合计", "the total"), *others])
    args = {"added": one.show(one.added), "difference": one.show(abs(one.added - one.total.value))}
    args = ({"part": alone.words} if alone else args) | {"total": one.total.words}
    return Finding(place.span, args, related, severity=severity, message="part" if alone else "")
