"""照录的一段话，有一句差一个词。

依据 文件自身：同一期、同一份文件里两处逐句相同，前后相邻的两句一字不差，只有这一句多、少或者换了一个词；
同一法律的同一条款在一份文件里两次引用原文，文字不同。
说明 几个办法、几份预案的条文多是相互照抄的；“讨论和表决”抄成“讨论或表决”，“迁移”抄成“移动”，两处的规定就不同了。
处罚决定、裁量表两次照录同一条，一处“逾期不改正”、一处“拒不改正”，必有一处抄错。
限度 相邻的两句各十个字以上、逐字相同才看；数字、级别、地名、事物名称的不同是有意的，不报；
换了的词须有相同的字或者是近义词。两次引用的条文，略去的部分不算不同，只差八个字以内、
前后的句子相近的才报；注明的版本不同的，不是同一条文，不报。

Summary A copied passage differs by a word in one sentence.
Basis The document itself: in two places of an issue the sentences around are the same, or two quotations of one
article differ.
Why Articles are copied from one instrument into another; 讨论或表决 for 讨论和表决 makes another rule.
Limits Two sentences around it are ten characters or longer and the same; numbers, levels, places and names of
things differ by right; a word that is exchanged has a character in common with the other, or is a near synonym. What a
quotation leaves out is no difference, and another version of an act is another text.
"""

from linter.facts.wording import aligned_slips, copies, quoted_slips
from linter.kernel.check import Bad, Finding, Findings, Good, Issue, Options, check, needs, see

# What is shown before and behind the place where they part, in characters.
_BESIDE, _WIDTH = 6, 9
_BEFORE = "会议应当有三分之二以上的委员出席方可举行。\n\n"
_BEHIND = "。\n\n会议纪要由主任委员签发后印发各有关单位。\n\n"


@check(
    code="WD017",
    name="passage-differs",
    severity="note",
    scope="issue",
    reads=(aligned_slips, copies, quoted_slips),
    needs=needs("lines", script="simplified"),
    message={
        "zh": "照录的一段话，这一句与前文不同：前文作“{source}”，这里作“{words}”",
        "en": "of a copied passage this sentence differs: “{words}”, where “{source}” stood before",
    },
    examples=(
        Bad(
            f"规划委员会工作规则\n\n{_BEFORE}[[~有利害关系的委员应当回避，不得参加该事项的讨论和表决]]{_BEHIND}"
            f"土地委员会工作规则\n\n{_BEFORE}[[有利害关系的委员应当回避，不得参加该事项的讨论或表决]]{_BEHIND}"
        ),
        Bad(
            "一、[[~鼓励金融机构开发适合民营企业的信贷产品，提高首贷户占比]]。\n\n二、对符合条件的工业企业实行电力直接交易。\n\n"
            "三、支持企业按规定引进高层次人才。\n\n责任清单\n\n1.[[鼓励金融机构开发适合民营企业的信贷产品，提高首贷户比重]]。\n\n"
            "2.对符合条件的工业企业实行电力直接交易。\n\n3.支持企业按规定引进高层次人才。\n"
        ),
        Bad(
            "《食品安全法》第三十四条规定：“[[~禁止生产经营下列食品]]：……（十）超过保质期的食品；……”\n\n"
            "上述行为违反了《食品安全法》第三十四条“[[禁止生产销售下列食品]]：……（十）超过保质期的食品；……”的规定。\n"
        ),
        Good(
            "《食品安全法》第三十四条规定：“禁止生产经营下列食品：（九）被污染的食品；（十）超过保质期的食品；……”\n\n"
            "上述行为违反了《食品安全法》第三十四条“禁止生产经营下列食品：……（十）超过保质期的食品；……”的规定。\n"
        ),
        Good(
            f"规划委员会工作规则\n\n{_BEFORE}有利害关系的委员应当回避，并在三日内书面报告理由{_BEHIND}"
            f"土地委员会工作规则\n\n{_BEFORE}有利害关系的委员应当回避，并在五日内书面报告理由{_BEHIND}"
        ),
    ),
)
def passage_differs(issue: Issue, _options: Options) -> Findings:
    """Each sentence of a copied passage that differs by a word, those of annexes that LS009 tells left out."""
    known = {copy.copied.span.start for document in issue.documents for copy in document.read(copies)}
    quoted = [one for document in issue.documents for one in document.read(quoted_slips)]
    for one in (*issue.read(aligned_slips), *quoted):
        if known.intersection(range(one.later.span.start - 8, one.later.span.end)):
            continue
        around = slice(max(0, one.at - _BESIDE), one.at + _WIDTH)
        words, source = one.later.words[around], one.earlier.words[around]
        related = (see(one.earlier.span, "前文的句子", "the sentence before"),)
        yield Finding(one.later.span, {"words": words, "source": source}, related)
