"""词语或者句子重复写了两遍。

依据 文件自身：同一处把同样的文字写了两遍。
说明 复制粘贴和分栏识别常把词语（“和社会保障 和社会保障局”）、整句写两遍，公布后成为明显的文字差错。
同一段里两句开头的两个分句相同，目的与手段用同样的话（“减少跑动次数……从而减少跑动次数”），也算重复。
限度 前后文按词切分，前一个词的末尾与后一个词的开头相同（直辖市市场监管局、上一年度年度报告、本项目项目负责人）不算；
标题与以它开头的首句相连、合并的单元格不算；引文不查。

Summary A word or a sentence is written twice in one place.
Basis The document itself: the same words stand twice where once is meant.
Why Copying and recognition of columns double words; in print they are plain mistakes.
Limits The words on both sides are cut by a word list: where two words meet (指挥部|指挥|部署, 本项目|项目负责人) there
is no repetition, nor where a heading meets the sentence that begins with it; quoted text is left alone.
"""

from linter.facts.base import flow
from linter.facts.wording import repeats
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, mend, needs, see

# Width of the quoted words in a message, in characters.
_SHOWN = 30


@check(
    code="WD002",
    name="repeated-words",
    severity="warning",
    reads=(repeats,),
    needs=needs("lines", "cells"),
    message={"zh": "“{words}”重复", "en": "“{words}” is repeated"},
    examples=(
        Bad("第七条 建立健全城市供水安全[[的的]]保障机制。\n"),
        Bad("检查桥梁、[[~涵洞]]、隧道、[[涵洞]]、路堑等设备。\n"),
        Good("禁止生产、销售、进口、转让国家禁止生产、销售、进口、转让的设备。\n"),
        Bad("第八条 档案应当在登记之日起30[[日内日内]]归档。\n"),
        Good("物业服务合同\n\n甲方：　　　　　　　乙方：\n法定代表人：　　　　　　　法定代表人：\n签订地点：临江市\n"),
        Good("某市中心医院医院感染暴发处置办法\n\n一、器官移植应当对接受人接受人体器官的情况登记。\n"),
        Bad("（一）证券公司、保险公[[司司]]等金融机构。\n", fixed="（一）证券公司、保险公司等金融机构。\n"),
        Bad(
            "（三）响应措施\n\n[[~立即组织人员赶赴现场。]]及时报告处置进展。[[立即组织人员赶赴现场。]]做好信息发布。\n"
        ),
        Bad(
            "改由一地受理申请、受理部门牵头，[[~减少申请人办理手续和跑动次数]]，从而[[减少申请人办理手续和跑动次数]]。\n"
        ),
        Bad("养老服务设施与住宅同步规划、[[~同步建设]]、[[同步建设]]、同步验收、同步交付。\n"),
        Bad("接到报告[[后后]]1小时[[内内]]书面上报。\n"),
        Bad("各单位[[将堤防、涵闸、泵站等工程设施的运行情况将堤防、涵闸、泵站等工程设施的运行情况]]报上级。\n"),
        Bad("由自然资源、[[~水行政]]、生态环境、农业农村、[[水行政]]等主管部门编制湿地保护规划。\n"),
        Bad("建设雨量站230[[个个]]、监测点85个，变更后[[请请]]于4月底前报送。\n"),
        Bad("一、对[[符合符合]]条件的应当及时救助，[[各各]]县应当组织落实。\n"),
        Bad("二、公文内容应当[[~符合法律、法规、规章的规定]]，[[符合法律、法规、规章的规定]]。\n"),
        Good(
            "第九条 适用招标投标法的工程项目，采用综合评估法的，评标时增加百分之三。"
            "接受大中型企业与小微企业组成联合体的采购项目，联合协议约定小微企业的合同份额占到合同总金额百分之三十以上的，采购人应当对联合体的报价给予百分之二的扣除，用"
            "扣除后的价格参加评审，组成联合体的小微企业与联合体内其他企业之间存在直接控股、管理关系的，不享受价格扣除的政策，"
            "由采购人、采购代理机构在采购文件中写明。适用招标投标法的工程项目，采用综合评估法的，评标时增加百分之一。\n"
        ),
        Bad("二、各单位要[[切切]]实履行责任，开展拉网[[式式]]排查，不得重复[[收收]]取费用。\n"),
        Bad("[[~竞价未成功的用户按照固定补贴价格]]进行补贴，[[竞价未成功的用户按照固定补贴价格]]模式执行。\n"),
        Bad("（三）[[~未对]]被查处的非法行医点和人员[[未进行]]回访的，扣2分。\n"),
        Good("情节较轻的市级以上主管部门负责人员，处一万元以下罚款；情节较轻的市级以上主管部门负责人员，处罚加倍。\n"),
        Good(
            "# 海州市水务局关于印发《海州市城市供水管理办法》的通知\n\n"
            "海州市水务局关于印发《海州市城市供水管理办法》的通知\n\n"
            "海水规〔2021〕5号\n\n各区水务局：\n\n现印发给你们，请遵照执行。\n"
        ),
        Good("三、为了了解需求，大大提高满意度，切切实实、扎扎实实解决问题，落实首要要求。\n"),
        Bad("补贴不得[[~代领]]、[[代领]]、抵扣；紧急情况下，[[~24小时以内补办手续]]，[[24小时以内补办手续]]。\n"),
        Bad("一、各学校[[要要]]严格执行制度。\n\n二、违反[[第第]]十条规定的，责令改正。\n"),
        Good("第八条 层层、处处落实责任，家家的台账，各港港章的要求，市辖十区区委、区政府，新建建（构）筑物。\n"),
        Good("灾后后续工作分期、分批推进，市内内河治理列入其中，特别重大、重大事故分别处置。\n"),
        Bad("在[[~县（市）区级]]以上[[县（市）区级]]政府举办的竞赛中获奖的，加3分。\n"),
        Bad("支出合计6449万元，[[~其中：]][[其中：]]公共服务支出1650万元。\n"),
        Bad("三、对逾期[[不上缴的不上缴的]]单位，由市财政局收回；枯死松树应[[当当]]在三月底前清理。\n"),
        Good("三、符合条件的，应当当场登记；疾控机构负责密接的密接的判定。\n"),
        Bad("由当地政府[[协助协助]]县级责任单位逐步完善。\n"),
        Good(
            "农村集体经济组织组织采摘，由职工代表代表职工签字，由指挥部指挥部署，各县市县市长负责，一年一年抓下去，往往返返的住户照登。\n"
        ),
        Good("拟派本项目项目负责人、该项目项目经理具有职称，由各单位单位负责人签字，专款用于本工程工程资金。\n"),
        Bad("由各[[部门部门]]报送材料，该[[项目项目]]应当在年底前完成。\n"),
        Good("业主委员会委员会同物业服务企业检查，负责人负责人防工程维护。\n"),
        Good("涉及光气及光气化工艺的企业，晋城市城市公共交通企业，集装箱装箱作业现场。\n"),
        Good("三、省级地方标准项目\n\n（一）省级地方标准项目省级地方标准项目是省有关部门提出的。\n"),
        Good(
            "其次，就网络犯罪的侦查与防制而言，应当立法。第二点谈经费。其次，就网络犯罪的侦查与防制而言，应当合作。\n"
        ),
        Good("|风险|等级|\n|---|---|\n|甲类|重大环境风险 重大环境风险|\n|乙类|较大环境风险|\n"),
        Good("第五条 市市场监督管理局、消防救援支队支队长向上一年度年度报告提出意见，达到目的的予以公布。\n"),
        Good("第九条 处一万元以上三万元以下罚款；情节严重的，处三万元以上五万元以下罚款。\n"),
    ),
)
def repeated_words(document: Document, options: Options) -> Findings:
    """Every repetition at its second place; doubled words as a whole."""
    stream = document.read(flow)
    for start, end, first in document.read(repeats):
        span = stream.span(start, end)
        words = stream.text[start:end][:_SHOWN]
        if first == (start, end):
            half = stream.span(start + (end - start) // 2, end)
            fix = mend("unsafe", half, "", "删去重复的文字", "delete the repetition")
            yield Finding(span, {"words": words}, fix=fix)
        else:
            yield Finding(span, {"words": words}, related=(see(stream.span(*first), "第一次出现", "the first time"),))
