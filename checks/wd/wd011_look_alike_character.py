"""一个字写成了读音或者字形相近的另一个字，文件别处写的是对的。

依据 文件自身：同一个词语别处另有写法，只差一个音近或者形近的字；词表（现代汉语）不收其中一种写法。
说明 拼音输入和文字识别常把“媒体”打成“煤体”，“承运人员”打成“乘运人员”，“距离”的“距”打成“据”。
同一文件里另有正确的写法，就是证据。
限度 两种写法都是词、各有其义的（中止与终止、制定与指定）不报；两个词读音相同、上下文也相同的，只作提示；
繁体文字、元素和数字不比；机关设置里 words 所列的词语不报。

Summary A character is written for another that sounds or looks like it; elsewhere the document has the right one.
Basis The document itself writes the phrase otherwise, one similar character apart, and the word list lacks one form.
Why Pinyin input and recognition exchange such characters, and proofreading passes over them.
Limits Two words with senses of their own (中止 and 终止) are left alone; two that sound alike in the same surroundings
are a note; traditional characters, elements and numbers are not compared; nor are the office's words.
"""

from checks.wd.grouping import told
from linter.facts.base import flow
from linter.facts.bodies import name_slips
from linter.facts.wording import misheard, near_phrases, slips
from linter.kernel.check import Bad, Document, Findings, Good, Options, check, needs
from linter.language import covering


@check(
    code="WD011",
    name="look-alike-character",
    severity="warning",
    two_names=True,
    reads=(slips, near_phrases, misheard, name_slips, flow),
    needs=needs(script="simplified"),
    message={
        "zh": "“{rare}”（{times}处）在别处作“{usual}”（{usual_times}处）：“{wrong}”与“{right}”音形相近，疑有一误",
        "en": "“{rare}” ({times}) is “{usual}” ({usual_times}) elsewhere: {wrong} and {right} sound or look alike",
    },
    examples=(
        Bad(
            "一、新闻宣传\n\n省级[[~媒体]]推广1篇得3分；市级[[煤体]]推广2篇得2分；县级媒体推广1篇得1分。\n",
            fixed="一、新闻宣传\n\n省级媒体推广1篇得3分；市级媒体推广2篇得2分；县级媒体推广1篇得1分。\n",
        ),
        Bad("一、评分指标\n\n|指标|分值|\n|---|---|\n|[[距企业距离]]|10|\n|环境风险受体|20|\n|[[~据企业距离]]|15|\n"),
        Bad(
            "第八条 养老保险[[~关系]]的建立。\n\n第九条 养老保险关系的转移。\n\n第十条 养老保险关系的中断。\n\n"
            "第十一条 养老保险关系的接续。\n\n第十二条 养老保险关系的变更。\n\n第十三条 终结养老保险[[夫系]]。\n"
        ),
        Bad(
            "坐标表\n\n编号\t左侧[[挢面]]边缘线\t右侧[[~桥面]]边缘线\n1\t103.1\t104.2\n2\t103.2\t104.3\n3\t103.3\t104.4\n"
        ),
        Bad(
            "一、[[~共享]]单车企业应当登记，共享单车停放应当有序。\n\n二、[[共亨]]单车不得占用盲道。\n\n"
            "三、共享单车企业按照季度考核。\n\n四、市民可以举报乱停乱放的共享单车。\n"
        ),
        Bad(
            "一、[[~船舶发生]]火灾的，应当报告。\n\n二、船舶发生火灾的，应当自救。\n\n三、（1）[[川舶发生]]火灾，应当报警。\n"
        ),
        Good(
            "一、人机对话：初级（士）、初级（师）、中级。\n\n二、报考条件\n\n（一）报考初级（士）：取得中专学历，从事本专业工作满1年。\n\n"
            "（二）报考初级（师）：取得中专学历，受聘担任士职务满5年。\n\n（三）报考中级：取得大专学历，受聘担任师职务满6年；"
            "取得本科学历，受聘担任师职务满4年。\n"
        ),
        Good("放射性物品应当登记。放射源贮存场所应当防火、防盗、防射线泄漏。放射工作人员应当培训。\n"),
        Good("机房应当满足下列要求：\n\n（一）温度控制在18℃～27℃；\n\n（二）相对湿度控制在35%～75%。\n"),
        Good("第八条 反垄断执法机构可以决定中止调查。\n\n第九条 反垄断执法机构可以决定终止调查。\n"),
        Good(
            "拟认定名单\n\n序号\t企业名称\t所在市\n1\t华诚新材料股份有限公司\t青州市\n2\t华城新材料股份有限公司\t东平市\n"
            "3\t北方仪器有限公司\t北安市\n"
        ),
        Good(
            "项目区名单\n\n序号\t行政村\t面积（亩）\n1\t大王庄村\t450\n2\t小王庄村\t350\n3\t大汪庄村\t300\n4\t前李河村\t200\n\n"
            "大王庄村、小王庄村、大汪庄村实行整村推进。\n"
        ),
        Good(
            "关于周晓燕等同志任职的通知\n\n经研究，决定：\n\n任命周晓燕为市教育局副局长；\n任命周晓艳为市民政局副局长。\n"
        ),
        Good(
            "界址点坐标表\n\n编号\t坐标\t说明\nA1\t137.1\t与红线交点1\nA2\t137.2\t与红线交点2\nB1\t138.1\t与红线交点1\n"
            "B2\t138.2\t与红线交点2\nD7\t139.3\t红线角点\n"
        ),
    ),
)
def look_alike(document: Document, options: Options) -> Findings:
    """Every word that the list does not know, then every phrase and every word with a similar character.

    Names of bodies are told as such (OR001).
    """
    stream = document.read(flow)
    named = covering(span for one in document.read(name_slips) for span in one.spans)
    words = document.read(slips)
    phrases = [pair for pair in document.read(near_phrases) if pair.kind in ("alike", "homophone")]
    covered: set[int] = set()
    for one in (*words, *phrases, *document.read(misheard)):
        at = stream.span(*one.changed)
        if one.changed[0] in covered or named(at.start):
            continue
        covered.update(offset for place in (one.changed, *one.again) for offset in range(*place))
        yield from told(document, one)
