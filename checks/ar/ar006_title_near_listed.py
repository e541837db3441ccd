"""所引法规的题名与法规表所列相差一字。

依据 引用法律、法规用它公布时的题名。
说明 档案中存有法规表（archive add 一个有“题名”栏的 .tsv、.csv），所引题名表里没有，而有一部只差一字的，多半是引错。
限度 差在前三字（地域）、末二字（条例、规定、办法）或者序号的，是另一部法规，不报；同一写法见于三个以上文件的，
多半是表有缺漏，不报；表里没有、档案里也没有的法规，本来题名就与另一部相近的，会误报。

Summary An act is cited under a title that is one character off the one in a table of acts.
Basis An act is cited by the title under which it was promulgated.
Why A table of acts that was put into the archive has no act of this title, but one that differs by a character.
Limits Differences in the first three characters (whose act it is), the last two (its kind) or a numeral make another
act; a title that three files have is likely right, and the table lacks it.
"""

from linter.kernel.check import Archive, ArchiveFinding, ArchiveFindings, Bad, Good, Label, Options, check

# So many files do not slip alike.
_SURE = 3


@check(
    code="AR006",
    name="title-near-listed",
    severity="warning",
    scope="archive",
    message={
        "zh": "法规表里没有“{title}”，只差一字的是“{other}”",
        "en": "the table of acts has no “{title}”, but “{other}”, one character off",
    },
    examples=(
        Bad(
            "题名\t版本\n[[~江州省农村可再生能源条例]]\t2007-11-23\n\n"
            "关于检查沼气工程的通知\n\n海政办〔2021〕40号\n\n各区人民政府：\n\n"
            "请对照《[[江州省农村可再生资源条例]]》检查。\n\n海州市人民政府办公室\n2021年6月6日\n"
        ),
        Good(
            "题名\t版本\n江州省农村可再生能源条例\t2007-11-23\n\n"
            "关于检查沼气工程的通知\n\n海政办〔2021〕40号\n\n各区人民政府：\n\n"
            "请对照《江川省农村可再生能源条例》《江州省农村可再生能源规划》检查。\n\n海州市人民政府办公室\n2021年6月6日\n"
        ),
    ),
)
def title_near_listed(archive: Archive, options: Options) -> ArchiveFindings:
    """One finding a file and title."""
    for cited, act in archive.near_listed():
        files = {one.place.path: one for one in reversed(cited)}
        if len(files) < _SURE:
            for one in files.values():
                label = Label("法规表所列", "the act in the table")
                yield ArchiveFinding(one.place, {"title": one.title, "other": act.title}, ((act.place, label),))
