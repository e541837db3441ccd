"""同一段话在文件里写了两处。

依据 文件自身：同一部分里相隔的两段有整句或者连续几个分句相同。
说明 两处写同样的要求，修改时容易只改一处；往往是起草时复制后忘了删改。
限度 并列各级、各条重复同样的话是常例，不报；出现三次以上的是套话，不报；表格不看。

Summary A long sentence, or a run of clauses, stands again elsewhere in the document.
Basis The document itself: two distant paragraphs of one part share a sentence or several clauses in a row.
Why Of two copies one is forgotten when the other is changed.
Limits Parallel levels and articles repeat by nature; what stands three times is a formula; no tables.
"""

from linter.facts.base import flow
from linter.facts.wording import recurrences
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, needs, see

# Width of the quoted words in a message, in characters.
_SHOWN = 30
_WORDS = "政府部门核发的证照批文，能通过数据共享查询、核验的，不再要求申请人到现场核验原件"


@check(
    code="WD003",
    name="repeated-sentence",
    severity="note",
    strict=True,
    reads=(recurrences,),
    needs=needs("lines", silent=("transcript", "dialogue", "cases", "form")),
    message={
        "zh": "“{words}”一段话与前文重复",
        "en": "“{words}” was said before",
    },
    examples=(
        Bad(
            f"一、优化流程\n\n[[~{_WORDS}]]。申请人只跑一次。\n\n二、强化支撑\n\n（一）推进电子证照应用。[[{_WORDS}]]。\n\n"
            "（二）加强数据共享。各部门应当归集数据。\n"
        ),
        Good(
            f"1、未公开\n\n违反条款\n\n《便民条例》第九条　{_WORDS}。\n\n责令改正。\n\n"
            f"2、未核验\n\n违反条款\n\n《便民条例》第九条　{_WORDS}。\n\n处以罚款。\n"
        ),
        Good(f"4 应急响应\n\n4.1 Ⅰ级响应\n\n{_WORDS}。\n\n4.2 Ⅱ级响应\n\n{_WORDS}。\n"),
    ),
)
def repeated_sentence(document: Document, options: Options) -> Findings:
    """Every passage at its second place."""
    stream = document.read(flow)
    for start, end, first in document.read(recurrences):
        yield Finding(
            stream.span(start, end),
            {"words": stream.text[start:end][:_SHOWN]},
            related=(see(stream.span(*first), "第一次出现", "the first time"),),
        )
