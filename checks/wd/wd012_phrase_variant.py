"""同一个说法在一处多一个字、少一个字，或者颠倒了两个词。

依据 文件自身：别处同样的话写法不同，只差一个字或者词的先后。
说明 “应当自接到异议之日起”漏了“自”，“所收集物”漏了“收”，“实收制量控式卡表”漏了“式”，多是录入、复制时掉了字。
哪一种写法对，由起草人判断；两种都对的，用 accept 接受，或者写进机关设置的 words。
以“保险、平台、计划”一类词结尾的名称，中间两个词换了先后的（补充职工医疗保险），前后文不同也报告；三处以上都是一个次序、只有一处颠倒的，也报告。
已经定义的术语，一处换了一个字，也在这里报告；表格里八处以上相同的句子，个别处少一个词（“以上”）的，也在这里报告。
限度 相同的部分至少九个字，前后都有；增减之后意思不同的字（不、应、各、县、总）和可有可无的字（的、等）不报；
各只一处的，只颠倒了次序或者多一个“化、型、证”之类的不报；引文、繁体文字不比。

Summary One phrase has a character more or less in one place, or two words in another order.
Basis The document itself says the same elsewhere, one character or the order of two words apart.
Why A character is dropped in typing or copying. Which form is right is for the author to say; accept what is meant.
A name in which two words change places (补充职工医疗保险) is told whatever stands around it, and so are two words that
stand three times and more in the other order.
A term that the document defines, with another character in a rare place, is told here too, and so is a clause that
tables say eight times and more, where a word of it is lacking.
Limits At least nine shared characters on both sides; characters that change the sense, or that a phrase may do without,
are left alone; of one place against one so are another order and a word-forming suffix (化, 型, 证); no quotations or
traditional characters.
"""

from checks.wd.grouping import told
from linter.facts.base import flow
from linter.facts.wording import (
    near_phrases,
    parallel_differences,
    rare_clauses,
    swapped_names,
    term_slips,
    turned_words,
)
from linter.kernel.check import Bad, Document, Findings, Good, Options, check, needs
from linter.language import covering


@check(
    code="WD012",
    name="phrase-variant",
    severity="note",
    reads=(near_phrases, swapped_names, turned_words, term_slips, rare_clauses, parallel_differences),
    needs=needs(script="simplified"),
    message={
        "zh": "“{rare}”（{times}处）与别处的“{usual}”（{usual_times}处）只差一处，可能漏字、多字或者颠倒",
        "en": "“{rare}” ({times}) and “{usual}” ({usual_times}) differ in one place: a character lost, added or moved",
    },
    examples=(
        Bad(
            "第六条 [[~街道办事处应当自接到异议之日]]起10个工作日内完成核实。\n\n"
            "第七条 [[街道办事处应当接到异议之日]]起5个工作日内完成核实。\n"
        ),
        Bad(
            "第一条 本办法所称[[~电子通信线路]]，是指政务外网的线路。\n\n第二条 电子通信线路由大数据局维护。\n\n"
            "第三条 [[电气通信线路]]发生故障的，应当修复。\n\n第四条 新建电子通信线路应当经批准。\n"
        ),
        Bad(
            "第二条 本办法所称[[~道路照明设施]]，是指灯具等。\n\n第三条 道路照明设施应当同步建设。\n\n"
            "第四条 [[道路照明设备]]发生故障的，应当修复。\n\n第五条 不得迁移道路照明设施。\n"
        ),
        Bad(
            "裁量标准\n\n序号\t情节\t罚款\n"
            "1\t[[~造成较大以上突发环境事件]]的\t1万元\n"
            + "".join([f"{at}\t造成较大以上突发环境事件的\t{at}万元\n" for at in range(2, 10)])
            + "10\t[[造成较大突发环境事件]]的\t10万元\n"
        ),
        Bad(
            "一、[[~消防技术服务机构]]应当登记。\n\n二、委托消防技术服务机构检测的，消防技术服务机构应当出具报告。\n\n"
            "三、消防技术服务机构不得转让业务。\n\n四、提供检测的[[消防服务技术机构]]，应当取得资质。\n"
        ),
        Good(
            "一、规划建设住房14万套，建筑面积766.6万平方米，到期完成。\n\n"
            "二、实际分布在151个项目，建筑面积约1267万平方米，超过规划。\n\n三、计划住房14万套，建筑面积766.6万平方米。\n"
        ),
        Good("一、其他项目根据实际情况进行会签。\n\n二、根据项目实际情况由相关部门会签。\n"),
        Good("一、对尚未达到基本办学条件的学校，应当整改。\n\n二、基本达到办学条件的学校，应当备案。\n"),
        Good(
            "一、本办法所称城乡居民医保，是指城乡居民医疗保险。\n\n二、城乡居民医保按年缴费。\n\n三、城乡居民医保可以补缴。\n\n"
            "四、打开“海税通”，依次选择：我的社保、城乡居民社保、缴费。\n"
        ),
        Good("（一）寒湿证：发热，干咳痰少，咽痛。\n\n（二）气阴证：低热，干咳少痰，口干。\n"),
        Good(
            "关税条例\n\n第一条　自纳税人、扣缴义务人缴纳税款之日起三年内，海关有权追征。\n\n"
            "第二条　纳税人、扣缴义务人有异议的，可以申请复议。\n\n第三条　由工程所在地人民政府指定的部门责令改正。\n\n"
            "第四条　由地方人民政府指定的部门处理。\n\n第五条　由地方人民政府指定的部门监管。\n"
        ),
        Good("一、建立长效人口管理机制。\n\n二、完善人口长效管理机制。\n"),
    ),
)
def phrase_variant(document: Document, options: Options) -> Findings:
    """Every phrase that has a character more or less, or its words in another order."""
    stream = document.read(flow)
    # Parallel levels that differ are told as such (WD008).
    levels = covering(one.clause.span for one in document.read(parallel_differences))
    terms = document.read(term_slips)
    for one in terms:
        yield from told(document, one)
    rare = document.read(rare_clauses)
    for one in rare:
        yield from told(document, one)
    known = {one.changed for one in (*terms, *rare)}
    turned: set[int] = set()
    for pair in (*document.read(near_phrases), *document.read(swapped_names), *document.read(turned_words)):
        if pair.changed not in known and pair.kind in ("character", "order") and pair.changed[0] not in turned:
            known.add(pair.changed)
            turned.update(range(*pair.changed) if pair.kind == "order" else ())
            if not levels(stream.span(*pair.place).start):
                yield from told(document, pair)
