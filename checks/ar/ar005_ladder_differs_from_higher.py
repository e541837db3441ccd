"""事件分级与所执行的上位预案、法规不一致。

依据 下级预案执行上位预案的事件分级；地方可以从严，但应当写明，不应当只有一两级数字不同。
说明 分级照搬上位预案，多数级别相同，只有一两级数字不同，多为抄录错误或者上位预案改后没有跟着改；
同一事件按两份预案定成两级，报告和处置的权限也就不同。
限度 上位预案是本件所引、档案中有的文件，或者用 --against 指明的文件；只比事件分级，不比响应、预警级别；
同一指标至少一半级别相同才报；所引文件晚于本件的不比；--against 只与所引、或者题名所说事项相同的预案比。

Summary The grades of an event differ from the higher plan or act that the plan implements.
Basis A lower plan grades events as the higher one does; where it means to be stricter, it says so.
Why A ladder that copies most levels and differs in one is a slip, or was not brought up to date: one event gets two
grades.
Limits The higher plan is a document of the archive that is cited, or the one named by --against (then also plans of the
same subject); grades of events alone; at least half of the levels must agree.
"""

from collections.abc import Iterator

from linter.facts.bands import same_values
from linter.facts.references import core
from linter.kernel.check import (
    Archive,
    ArchivedDocument,
    ArchivedLadder,
    ArchivedRung,
    ArchiveFinding,
    ArchiveFindings,
    Bad,
    Good,
    Label,
    Options,
    check,
)
from linter.language import lazy

_HIGHER = (
    "江州省森林火灾应急预案\n\n江政办〔2018〕3号\n\n各市人民政府：\n\n"
    "1.4.1 特别重大森林火灾：受害森林面积1000公顷以上。\n\n"
    "1.4.2 重大森林火灾：受害森林面积300公顷以上1000公顷以下。\n\n"
    "1.4.3 较大森林火灾：受害森林面积{}。\n\n1.4.4 一般森林火灾：受害森林面积10公顷以下。\n\n"
    "江州省人民政府办公厅\n2018年5月6日\n\n"
)
_LOWER = (
    "海州市森林火灾应急预案\n\n海政办〔2021〕3号\n\n各区人民政府：\n\n"
    "1.1 依据《江州省森林火灾应急预案》制定本预案。\n\n"
    "1.4.1 特别重大森林火灾：受害森林面积1000公顷以上。\n\n"
    "1.4.2 重大森林火灾：受害森林面积300公顷以上1000公顷以下。\n\n"
    "1.4.3 较大森林火灾：受害森林面积{}。\n\n1.4.4 一般森林火灾：受害森林面积10公顷以下。\n\n"
    "海州市人民政府办公室\n2021年5月6日\n"
)
# What a plan is about stands behind the name of whoever it is for: 江州省|海州市|森林火灾应急预案.
_OWNER = lazy(r"^(?:国家|(?:.{1,8}?[省市县区旗])+)")
_SUBJECT = 6


@check(
    code="AR005",
    name="ladder-differs-from-higher",
    severity="warning",
    preview=True,
    scope="archive",
    message={
        "zh": "{name}“{words}”与上位的“{act}”不同，后者为“{wanted}”",
        "en": "{name} “{words}” differs from the higher “{act}”, which has “{wanted}”",
    },
    examples=(
        Bad(_HIGHER.format("[[~10公顷以上300公顷以下]]") + _LOWER.format("[[100公顷以上300公顷以下]]")),
        Good(_HIGHER.format("10公顷以上300公顷以下") + _LOWER.format("10公顷以上300公顷以下")),
        Good(
            _HIGHER.format("10公顷以上300公顷以下")
            + _LOWER.format("100公顷以上300公顷以下").replace("《江州省", "《山州省")
        ),
    ),
)
def ladder_differs_from_higher(archive: Archive, options: Options) -> ArchiveFindings:
    """One finding a ladder: the first level that differs."""
    told: set[tuple[str, int]] = set()
    for lower, higher in archive.higher():
        if not _implements(archive, lower, higher):
            continue
        theirs = archive.ladders(higher)
        for mine in archive.ladders(lower):
            for finding in _odd(mine, theirs, higher):
                if (key := (finding.place.path, finding.place.span.start)) not in told:
                    told.add(key)
                    yield finding


def _implements(archive: Archive, lower: ArchivedDocument, higher: ArchivedDocument) -> bool:
    """Whether a document is held against the other one: it cites it, or both are plans for one kind of event."""
    if archive.cites(lower, higher):
        return archive.against == higher.place.path or not (lower.day and higher.dated > lower.day)
    subjects = [_OWNER.sub("", core(title)) for title in higher.titles]
    return any(
        len(subject) >= _SUBJECT and core(title).endswith(subject) for subject in subjects for title in lower.titles
    )


def _odd(
    mine: ArchivedLadder, theirs: tuple[ArchivedLadder, ...], higher: ArchivedDocument
) -> Iterator[ArchiveFinding]:
    """The first level of a ladder that differs from the one it copies."""
    same = [one for one in theirs if _of_one_thing(mine, one)]
    pairs = [[(here, there) for here in mine.rungs for there in one.rungs if here.rank == there.rank] for one in same]
    ranked = sorted(pairs, key=lambda both: sum(map(_differs, both)))
    if not ranked or not ranked[0]:
        return
    odd = [both for both in ranked[0] if _differs(both)]
    if not odd or 2 * len(odd) > len(ranked[0]):
        return
    here, there = odd[0]
    args = {"name": here.name, "words": here.place.words, "act": higher.title, "wanted": there.place.words}
    ends = [(there.place, Label(f"上位的{there.name}", f"{there.name} of the higher one"))]
    ends += [(one.place, Label(f"同样不同的{one.name}", f"{one.name} differs too")) for one, _ in odd[1:]]
    yield ArchiveFinding(here.place, args, tuple(ends))


def _of_one_thing(mine: ArchivedLadder, other: ArchivedLadder) -> bool:
    if (mine.vocabulary, mine.dimension) != (other.vocabulary, other.dimension):
        return False
    one, two = _thing(mine), _thing(other)
    return one == two or (bool(one and two) and (one in two or two in one))


def _thing(ladder: ArchivedLadder) -> str:
    """What is measured, without the words that lead to it and on from it: 指造成死亡, 死亡的水上突发事件."""
    return ladder.words.removeprefix("指").removeprefix("造成").partition("的")[0]


def _differs(both: tuple[ArchivedRung, ArchivedRung]) -> bool:
    return not same_values(both[0].interval, both[1].interval)
