"""引用为依据的文件，在此之前已由档案中的另一文件废止。

依据 文件所引依据应当现行有效；废止之日以废止它的文件所写的（自……起废止，本办法自……起施行）为准，没有写的是它的日期。
说明 档案中较早的一份文件已经宣布废止所引文件，此后的文件仍以它为依据，依据落空。
限度 按发文字号认定，没有字号的按题名认定，废止以后又有同名文件的不报；只看作为依据的引用，说到废止、历史的不报；
废止须整件写明（“第五条废止”不算），草案不算；没有日期的文件不比较。

Summary An act is a basis after another document of the archive has repealed it.
Basis An act that a document rests on must be in force on the day of the document.
Why The basis carries nothing, and those who act on it have none.
Limits Acts are known by their numbers, those without one by their titles, unless one of that title is of a later day;
only citations that a document rests on; only whole acts that are ended in so many words, and not by a draft; documents
without a day are left out.
"""

from linter.facts.references import core
from linter.kernel.check import Archive, ArchiveFinding, ArchiveFindings, Bad, Good, Label, Options, check


@check(
    code="AR003",
    name="cited-after-repeal",
    severity="warning",
    preview=True,
    scope="archive",
    message={
        "zh": "所引《{title}》自{since}起已由“{act}”废止",
        "en": "“{title}” is cited, which “{act}” has repealed since {since}",
    },
    examples=(
        Bad(
            "海州市人才住房管理办法\n\n海政办〔2021〕33号\n\n第一条 为了管理人才住房，制定本办法。\n\n"
            "第二条 本办法自2022年1月1日起施行。2010年3月1日海州市人民政府发布的《[[~海州市人才公寓管理规定]]》、"
            "《海州市人才公寓申请规程》同时废止。\n\n海州市人民政府办公室\n2021年5月6日\n\n"
            "关于申请住房补助的通知\n\n海政办〔2022〕4号\n\n各区人民政府：\n\n"
            "根据《[[海州市人才公寓管理规定]]》，现通知如下。\n\n海州市人民政府办公室\n2022年6月6日\n"
        ),
        Good(
            "海州市人才住房管理办法\n\n海政办〔2021〕33号\n\n第一条 为了管理人才住房，制定本办法。\n\n"
            "第二条 本办法自2022年1月1日起施行。《海州市人才公寓管理规定》第五条同时废止。\n\n"
            "海州市人民政府办公室\n2021年5月6日\n\n"
            "关于申请住房补助的通知\n\n海政办〔2022〕4号\n\n各区人民政府：\n\n"
            "根据《海州市人才公寓管理规定》，现通知如下。\n\n海州市人民政府办公室\n2022年6月6日\n"
        ),
        Good(
            "关于印发人才住房管理办法的通知\n\n海政办〔2021〕33号\n\n各区人民政府：\n\n"
            "《海州市人才公寓管理办法》（海政办〔2015〕61号）同时废止。\n\n海州市人民政府办公室\n2021年5月6日\n\n"
            "关于申请住房补助的通知\n\n海政办〔2020〕4号\n\n各区人民政府：\n\n"
            "按照《海州市人才公寓管理办法》（海政办〔2015〕61号）执行。\n\n海州市人民政府办公室\n2020年6月6日\n"
        ),
    ),
)
def cited_after_repeal(archive: Archive, options: Options) -> ArchiveFindings:
    """One finding a document and act: where it first rests on it."""
    told: set[tuple[str, int, str]] = set()
    for cited, ending in archive.cited_after_end():
        key = (cited.citing.place.path, cited.citing.place.span.start, cited.number or core(cited.title))
        if key in told or ending.citing.place.path == cited.place.path:
            continue
        told.add(key)
        act = ending.citing.title
        label = Label(f"“{act}”的废止规定", "where it was repealed")
        args = {"title": cited.title, "since": ending.since, "act": act}
        yield ArchiveFinding(cited.place, args, ((ending.place, label),))
