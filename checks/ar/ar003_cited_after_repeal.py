"""引用为依据的文件，在此之前已由档案中的另一文件废止。

依据 文件所引依据应当现行有效；废止之日以废止它的文件的日期为准。
说明 档案中较早的一份文件已经宣布废止所引文件，此后的文件仍以它为依据，依据落空。
限度 按发文字号认定；只看作为依据的引用，说到废止、历史的不报；没有日期的文件不比较。

Summary An act is a basis after another document of the archive has repealed it.
Basis An act that a document rests on must be in force on the day of the document.
Why The basis carries nothing, and those who act on it have none.
Limits Acts are known by their numbers; only citations that a document rests on; documents without a day are left out.
"""

from __future__ import annotations

from linter.kernel.check import Archive, ArchiveFinding, ArchiveFindings, Bad, Good, Label, Options, check


@check(
    code="AR003",
    name="cited-after-repeal",
    severity="warning",
    preview=True,
    scope="archive",
    message={
        "zh": "所引《{title}》（{number}）已由“{act}”废止",
        "en": "“{title}” ({number}) is cited, which “{act}” has repealed",
    },
    examples=(
        Bad(
            "关于印发人才住房管理办法的通知\n\n海政办〔2021〕33号\n\n各区人民政府：\n\n"
            "《[[~海州市人才公寓管理办法]]》（海政办〔2015〕61号）同时废止。\n\n海州市人民政府办公室\n2021年5月6日\n\n"
            "关于申请住房补助的通知\n\n海政办〔2022〕4号\n\n各区人民政府：\n\n"
            "申请人住过《海州市人才公寓管理办法》（海政办〔2015〕61号）所说公寓的，"
            "按照《[[海州市人才公寓管理办法]]》（海政办〔2015〕61号）执行。\n\n海州市人民政府办公室\n2022年6月6日\n"
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
        key = (cited.citing.place.path, cited.citing.place.span.start, cited.number)
        if key in told or ending.citing.place.path == cited.place.path:
            continue
        told.add(key)
        act, day = ending.citing.title, ending.citing.day
        label = Label(f"“{act}”（{day}）的废止规定", f"where it was repealed ({day})")
        args = {"title": cited.title, "number": cited.number, "act": act}
        yield ArchiveFinding(cited.place, args, ((ending.place, label),))
