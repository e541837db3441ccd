"""释义条款解释的词，正文里一次也没有用过。

依据 文件内部矛盾：附则的“用语的含义”是为正文服务的，释义的词应当就是正文的词。
说明 正文作“新建项目企业配额”，释义作“新建项目配额”；修改时删了条文，释义还留着：读者不知解释的是哪一个词。
限度 只看“用语的含义”之后逐项写“……是指……”的词，至少两项；四分之一以上没有用过的，是供参考的名词解释，不报；
释义里写明简称的不看；属提示。

Summary A term is defined and never used.
Basis Internal contradiction: the definitions of an act serve its text, in the words of that text.
Why The text came to use another form, or lost the provision: it is open which words are defined.
Limits Only the items behind 用语的含义 that say 是指, two at least; where over a quarter is unused it is a glossary. A
term with a declared short form is passed. A note.
"""

from linter.facts.wording import unused_terms
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, needs, see

_TEXT = "第九条 新建项目应当按照要求购买[[~新建项目企业配额]]。\n\n第十条 配额可以用于清缴，剩余的配额可以交易。\n\n"
_OPENING = "第四十一条 本办法下列用语的含义：\n\n"


@check(
    code="WD016",
    name="defined-term-unused",
    severity="note",
    reads=(unused_terms,),
    needs=needs("lines", script="simplified"),
    message={
        "zh": "释义的“{term}”在正文里没有用过",
        "en": "“{term}” is defined and never used",
    },
    messages={
        "form": {
            "zh": "释义的“{term}”在正文里没有用过，正文作“{form}”",
            "en": "“{term}” is defined and never used: the text has “{form}”",
        },
    },
    examples=(
        Bad(
            _TEXT + _OPENING + "（一）[[新建项目配额]]，是指按照新建项目核定并发放的配额。\n\n"
            "（二）剩余的配额，是指清缴以后余下的配额。\n"
        ),
        Bad(
            "第九条 发生疫情的，应当封锁疫区。\n\n第三十条 本办法中下列用语的含义：\n\n"
            "（一）疫情报告人，指发现疫情的人。\n\n（二）[[重大疫情]]，指甲类疫病的暴发、流行。\n\n"
            "第三十一条 疫情报告人应当及时报告。\n"
        ),
        Good(
            _TEXT + _OPENING + "（一）配额，是指核定并发放的配额。\n\n（二）剩余的配额，是指清缴以后余下的配额。\n\n"
            "第四十二条 数据管理部门负责协调。\n\n行业主管部门负责指导、推动本行业加强管理。\n"
        ),
        Good(
            "数据领域名词解释\n\n（一）数据产业，是指利用数据技术的产业。\n\n（二）算力调度，是指对算力的统筹安排。\n\n"
            "（三）数据交易，是指以数据为标的的交易。\n"
        ),
        Good(
            "第九条 供水企业应当保障水质。\n\n第十条 二次供水应当定期清洗水箱。\n\n"
            + _OPENING
            + "（一）供水企业，是指从事供水的企业。\n\n"
            + "（二）突发供水事件（以下简称供水事件），是指停水二十四小时以上的事件。\n"
        ),
    ),
)
def defined_term_unused(document: Document, _options: Options) -> Findings:
    """Each defined term that stands nowhere else, with the form that does."""
    for one in document.read(unused_terms):
        related = (see(one.place, "正文的写法", "the form of the text"),) if one.place else ()
        args = {"term": one.term, "form": one.form}
        yield Finding(one.span, args, related, message="form" if one.place else "")
