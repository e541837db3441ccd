"""通知中印发的文件名与所附文件的题名不符。

依据 文件内部矛盾：通知说“《…》已经同意，现印发给你们”，所附文件的题名应当与之相同。
说明 通知标题、通知正文和所附文件三处题名应当一致，差几个字就无法确定印发的是哪一份文件。
只差一个“的”字的，作提示。
限度 （试行）等版本附注、空格和书名号不计；题名相差很大时所附文件未必是它，不报。

Summary The instrument named in the notice and the title of the one enclosed differ.
Basis A contradiction within the text: a notice issues the instrument that it names.
Why Title of the notice, its text and the instrument must agree, or it is unclear what was issued. Where 的 alone
differs that is a note.
Limits Notes such as (试行), spaces and title marks do not count; titles that share little are left alone.
"""

from collections.abc import Iterator, Sequence

from linter.facts.base import flow
from linter.facts.references import Named, citations, core, issued_act, key, own_titles
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Span, check, needs, see
from linter.language import common_ends, lazy, lexicon

# The longest slip, and the least that must agree, in characters.
_DIFFERENCE = 4
_ALIKE = 6
# 条例 and 管理办法 differ in length by so much.
_KIND = 2
_KINDS = lexicon.words("ENCLOSED")
# The year of the act, which one of the two titles has alone.
_YEAR = lazy(r"\d{4}年度?")
# 本区 and 我市 stand for the name of the place that issues.
_OWN, _DIVISIONS = frozenset("本我"), "省市区县州盟旗镇乡"
_REPLY, _ASKED = lazy("的?(?:批复|复函|意见|函)$"), lazy("的?(?:请示|报告|函|请求)$")
_RECEIVED = lazy(r"[^。\n]{0,40}(?:收悉|悉。)")
# 《…》已经…同意, 现将《…》印发, 我们制定了《…》,现印发: the title opens its sentence, or is what was made.
_OPENS = lazy(r"(?:^|[。\n]|现?将|同意|制[定订]了?)$")
# 现将《…》、《…》和《…》印发: the further titles of a row.
_ROW = lazy(r"》(?:[、和及]|以及)?$")


@check(
    code="TN007",
    name="approval-title",
    severity="warning",
    reads=(citations, own_titles),
    needs=needs("lines"),
    message={
        "zh": "通知印发的是“{named}”，所附文件的题名是“{title}”",
        "en": "the notice issues “{named}”, the instrument enclosed is “{title}”",
    },
    messages={
        "relayed": {
            "zh": "通知的标题说的是“{named}”，正文转发、印发的是“{title}”",
            "en": "the title of the notice speaks of “{named}”, its text passes on “{title}”",
        },
        "replied": {
            "zh": "题名说的是“{named}”，来文却是“{title}”",
            "en": "the title is about “{named}”, what it replies to is “{title}”",
        },
    },
    examples=(
        Bad(
            "[[~海州市生态环境局关于安达公司年处理5万吨废旧塑料项目环境影响报告表的批复]]\n\n海环审〔2024〕62号\n\n安达公司：\n\n"
            "你公司报送的《[[年处理3万吨废旧塑料项目环境影响报告表]]》收悉。经研究，批复如下：\n\n同意建设。\n"
        ),
        Bad(
            "海州市人民政府关于印发《海州市古树名木保护管理办法》的通知\n\n海政发〔2024〕4号\n\n各区人民政府：\n\n"
            "《[[~海州市古树名木保护条例]]》已经市政府审议通过，现予印发，请认真执行。\n\n海州市人民政府\n2024年4月30日\n\n"
            "[[海州市古树名木保护管理办法]]\n\n第一条 为了保护古树名木，制定本办法。\n"
        ),
        Good(
            "海州区人民政府办公室关于印发2021年本区城市体检工作方案的通知\n\n海政办发〔2021〕20号\n\n各镇人民政府：\n\n"
            "《2021年海州区城市体检工作方案》已经区政府同意，现印发给你们，请认真执行。\n\n2021年9月9日\n\n"
            "2021年海州区城市体检工作方案\n\n一、工作内容\n\n围绕八个方面评估。\n"
        ),
        Good(
            "海州市生态环境局关于安达公司年处理5万吨废旧塑料项目环境影响报告表的批复\n\n海环审〔2024〕62号\n\n安达公司：\n\n"
            "你公司报送的《关于审批年处理5万吨废旧塑料项目环境影响报告表的请示》收悉。经研究，批复如下：\n\n同意建设。\n"
        ),
        Bad(
            "[[~关于转发《省卫生健康委关于加强医疗机构药事管理的通知》的通知]]\n\n各区卫生院：\n\n"
            "现将《[[省卫生健康委关于加强医院药事管理的通知]]》转发给你们，请贯彻落实。\n"
        ),
        Bad(
            "海州市人民政府关于印发海州市2024年度供地计划的通知\n\n海政发〔2024〕8号\n\n各区人民政府：\n\n"
            "现将《[[~海州市2023年度供地计划]]》印发给你们，请认真执行。\n\n附件：海州市2024年度供地计划\n\n"
            "海州市人民政府\n2024年3月4日\n\n附件\n\n[[海州市2024年度供地计划]]\n\n一、总量\n\n供应320公顷。\n"
        ),
        Bad(
            "[[~关于印发《海州区关于做好2016年随迁子女接受教育工作的实施细则》的通知]]\n\n各街道办事处：\n\n"
            "现印发给你们，请认真执行。\n\n海州区教育局\n2015年12月30日\n\n"
            "[[海州区关于做好随迁子女接受教育工作的实施细则]]\n\n一、适用对象\n\n随迁子女。\n"
        ),
        Bad(
            "海州市人民政府印发居住证管理两个办法的通知\n\n海政发〔2021〕7号\n\n各区人民政府：\n\n"
            "现将《海州市居住证申领办法》、《[[~海州市居住证签注办法]]》印发给你们，请认真执行。\n\n"
            "海州市人民政府\n2021年5月6日\n\n海州市居住证申领办法\n\n第一条 为了申领居住证，制定本办法。\n\n"
            "第二条 本办法自公布之日起施行。\n\n[[海州市居住证签注管理办法]]\n\n第一条 为了签注居住证，制定本办法。\n\n"
            "第二条 本办法自公布之日起施行。\n"
        ),
        Bad(
            "海州省财政厅关于印发《海州省农田建设补助资金管理办法》的通知\n\n各市财政局：\n\n"
            "我们制定了《[[~海州省农田建设补助项目管理办法]]》，现印发给你们，请遵照执行。\n\n海州省财政厅\n2022年5月6日\n\n"
            "[[海州省农田建设补助资金管理办法]]\n\n第一条 为了加强资金管理，制定本办法。\n"
        ),
        Good(
            "海州市人民政府关于印发海州市供水管理办法（试行）的通知\n\n海政发〔2021〕3号\n\n各区人民政府：\n\n"
            "《海州市供水管理办法（试行）》已经市人民政府同意，现印发给你们，请认真执行。原《海州市供水价格管理办法》同时废止。\n\n"
            "海州市人民政府\n2021年5月6日\n\n海州市供水管理办法\n\n第一条 为了加强供水管理，制定本办法。\n"
        ),
    ),
)
def approval_title(document: Document, options: Options) -> Findings:
    """One finding an instrument whose title is not the one the notice names, and one a notice that names two."""
    names = document.read(own_titles)
    yield from _replied(document, names)
    acts = [(name.title, name.span) for name in names if name.instrument] or list(_attached(document))
    if not acts and names:
        yield from _relayed(document, names[0])
    named = [(name.title, name.span) for name in names[: len(acts) == 1] if not name.instrument]
    named += list(_issued(document, several=len(acts) > 1))
    known = {_plain(words) for words, _ in named} if len(acts) > 1 else set()
    borne = {core(title) for title, _ in acts}
    for title, place in acts:
        if _plain(title) not in known:
            yield from _differs(title, place, [one for one in named if len(acts) == 1 or core(one[0]) not in borne])


def _replied(document: Document, names: Sequence[Named]) -> Findings:
    """关于甲的批复, whose text acknowledges 《乙》收悉: two names of one length that differ by a character or two."""
    title = _REPLY.sub("", key(names[0].title)) if names and _REPLY.search(names[0].title) else ""
    text = document.read(flow).text
    for one in document.read(citations) if title else ():
        words = core(_ASKED.sub("", one.title)).removeprefix("关于")
        behind = title[-len(words) :]
        differ = sum(a != b for a, b in zip(words, behind, strict=True)) if len(words) == len(behind) >= _ALIKE else 0
        if 0 < differ <= _KIND and words[0] == behind[0] and _RECEIVED.match(text, one.end):
            args = {"named": behind, "title": words}
            yield Finding(one.span, args, (see(names[0].span, "题名", "the title"),), message="replied")
            return


def _relayed(document: Document, name: Named) -> Findings:
    """关于转发《甲》的通知, whose text says 现将《乙》转发."""
    for words, span in _issued(document, several=False):
        if issued_act(name.title) != name.title and _slip(_plain(name.title), _plain(words)):
            args = {"named": key(issued_act(name.title)), "title": words}
            yield Finding(span, args, (see(name.span, "通知的标题", "the title of the notice"),), message="relayed")


def _differs(title: str, place: Span, named: Sequence[tuple[str, Span]]) -> Findings:
    """The finding that a title is one of those named but for a few characters."""
    wrong = [(words, span) for words, span in named if _slip(_plain(words), _plain(title))]
    lacking = [(words, span) for words, span in named if _lacks_particle(core(words), core(title))]
    if wrong or lacking:
        related = tuple(see(span, "通知中的题名", "the title in the notice") for _, span in wrong or lacking)
        args = {"named": issued_act((wrong or lacking)[-1][0]), "title": title}
        yield Finding(place, args, related, severity=None if wrong else "note")


def _attached(document: Document) -> Iterator[tuple[str, Span]]:
    """The titles of the attachments of a letter, which are then what it issues."""
    for part in document.parts:
        if part.kind == "attachment" and part.title:
            yield "".join(part.title.text.split()), part.title.span()


def _plain(title: str) -> str:
    """The act without the particles that the title of a notice adds or drops."""
    return core(title).removeprefix("关于").replace("的", "")


def _slip(named: str, act: str) -> bool:
    """Whether two titles differ in one place, inside, by a few characters."""
    head, tail = common_ends(named, act)
    longest = max(len(named), len(act))
    # The kind may be another: 实施方案 in the notice, 实施细则 above the text.
    kinds = tail == 0 and abs(len(named) - len(act)) <= _KIND and named[-2:] in _KINDS and act[-2:] in _KINDS
    kinds = kinds and head < min(len(named), len(act))
    inside = head > 0 and (tail > 0 or kinds) and not _is_own(named, act, head, tail)
    differ = longest - head - tail
    year = _YEAR.fullmatch(max(named, act, key=len)[head : head + differ]) and len(named) != len(act)
    return (0 < differ <= _DIFFERENCE or year is not None) and inside and head + tail >= _ALIKE


def _is_own(named: str, act: str, head: int, tail: int) -> bool:
    """Whether one title says of a place what the other names: 本区, 海州区."""
    parts = (named[head : len(named) - tail], act[head : len(act) - tail])
    return tail > 0 and named[-tail] in _DIVISIONS and not _OWN.isdisjoint(parts)


def _lacks_particle(named: str, act: str) -> bool:
    """Whether a 的 is all that one of two titles has and the other lacks."""
    return named != act and len(named) != len(act) and named.replace("的", "") == act.replace("的", "")


def _issued(document: Document, *, several: bool) -> Iterator[tuple[str, Span]]:
    """The titles that the letter says are issued: followed by 已经…, 印发 within the same sentence."""
    text = document.read(flow).text
    for one in document.read(citations):
        part = document.part_at(one.span.start)
        start = max(0, one.start - 3)
        opens = _OPENS.search(text, start, one.start) or (several and _ROW.search(text, start, one.start))
        if part is None or part.kind != "letter" or not opens:
            continue
        sentence = text[one.end : one.end + 80].split("。", 1)[0]
        if ("印发" in sentence or "转发" in sentence) and "废止" not in sentence:
            yield one.title, one.span
