"""预警级别与颜色不对应：一级红色、二级橙色、三级黄色、四级蓝色。

依据 突发事件应对法（2024年修订）第六十三条：一级、二级、三级和四级，分别用红色、橙色、黄色和蓝色标示，一级为最高级别；
2007年公布的该法第四十二条规定相同。
说明 颜色写错一处，公众和值班人员就会按另一级别应对。
限度 只看预警：级别与颜色紧挨着写（一级（红色）、Ⅱ级橙色预警、一级预警为红色），“分别用……标示”的成对列举，
或者四色并列中混入的第五种颜色；风险四色图等不看。

Summary A warning level with the wrong colour: one red, two orange, three yellow, four blue.
Basis Emergency Response Law (2024) art. 63, as art. 42 of 2007: levels one to four are red, orange, yellow, blue.
Why With one colour wrong, public and duty officers act on another level.
Limits Warnings only: level and colour side by side, two lists joined by 分别, or a fifth colour among the four;
maps of risk are left out.
"""

from collections.abc import Iterator
from itertools import pairwise

from linter.facts.bands import LevelName, names_in
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Paragraph, check, see
from linter.language import lazy
from linter.structure import Row

_LOWEST = 4
_COLOURS = ("", "红色", "橙色", "黄色", "蓝色")
_TIE = lazy(r"(?:预警|响应)?(?:[(/]|为|是|用|标示为)?(?:预警|以)?\Z")
_TIE_BACK = lazy(r"(?:预警|响应)?\(\Z")
_FOUR = lazy(r"(\w色)[、,](?:以及)?(\w色)[、,](\w色)[、和及与]+(\w色)")
_LIST = lazy(r"[、和及与,或]*(?:以及)?\Z")
_BRACKETED = lazy(r"\([^()]*\)")
_RESPECTIVELY = lazy(r"分别|依次|对应")


@check(
    code="LV006",
    name="level-colour",
    severity="error",
    norm="突发事件应对法 63",
    strength="must",
    message={
        "zh": "{level}预警应当用{right}标示，写成了{colour}",
        "en": "a warning of {level} is marked {right}, not {colour}",
    },
    examples=(
        Bad("预警依次用红色、[[黄色]]、[[橙色]]、蓝色标示，分别对应Ⅰ级、[[~Ⅱ级]]、[[~Ⅲ级]]、Ⅳ级。"),
        Bad("3.2 预警分级\n\n预警分为一级（红色）、二级（橙色）、[[~三级]]（[[蓝色]]）、[[~四级]]（[[黄色]]）。\n"),
        Bad(
            "3.2 预警分级\n\n"
            "预警级别分为一级、[[~二级]]、三级和四级，分别用红色、[[黄色]]、[[橙色]]和蓝色标示，一级为最高级别。\n"
        ),
        Bad("3.2.1 Ⅰ级预警\n\n发布[[~Ⅰ级]]（[[橙色]]）预警后，采取下列措施。\n"),
        Bad("3.2 预警分级\n\n[[~一级]]预警为[[橙色]]，[[~二级]]预警为[[红色]]，三级预警为黄色，四级预警为蓝色。\n"),
        Bad("3.2 预警分级\n\n预警分为四级，由高到低依次用红色、橙色、黄色和[[绿色]]标示。\n"),
        Good(
            "3.2 预警分级\n\n暴雨预警分为四级，高温预警分为三级（红色、橙色、黄色），"
            "霜冻预警分为三级（橙色、黄色、蓝色）。\n"
        ),
        Good("3.2 预警分级\n\n预警由低到高分为黄色、橙色、红色三级，对应Ⅲ级、Ⅱ级、Ⅰ级响应。\n"),
        Good("3.2 预警分级\n\n预警级别由低到高分为四级、三级、二级和一级，分别用蓝色、黄色、橙色和红色标示。\n"),
        Bad("预警信号\n\n预警等级\t颜色\n[[~Ⅱ级（严重）]]\t[[黄色]]\nⅢ级（较重）\t黄色\n"),
        Bad("预警信号\n\n预警级别\t颜色\nⅠ级\t红色\n[[~Ⅱ级]]\t[[黄色]]\n[[~Ⅲ级]]\t[[橙色]]\nⅣ级\t蓝色\n"),
    ),
)
def level_colour(document: Document, options: Options) -> Findings:
    """Yield the colours that are not those of the level they go with."""
    for paragraph in document.paragraphs:
        if "色" in paragraph.text and "级" in paragraph.text and "预警" in paragraph.text:
            for level, colour in _ties(paragraph.text):
                if level.rank <= _LOWEST and level.rank != colour.rank:
                    yield _finding(paragraph, level, colour)
            yield from _foreign(paragraph)
    for table in document.tables:
        if any("预警" in cell.text for cell in table.header):
            for row in table.rows:
                yield from _in_row(row)


def _in_row(row: Row) -> Findings:
    """A cell that is a level, brackets left out, beside one that is a colour, each the only one of the row."""
    whole = [(cell, name) for cell in row.cells for name in names_in(cell.text) if name.words == _bare(cell.text)]
    levels = [one for one in whole if one[1].vocabulary == "numeral"]
    colours = [one for one in whole if one[1].vocabulary == "colour"]
    if len(levels) == len(colours) == 1 and levels[0][1].rank <= _LOWEST and levels[0][1].rank != colours[0][1].rank:
        (cell, level), (beside, colour) = levels[0], colours[0]
        args = {"level": level.words, "colour": colour.words, "right": _COLOURS[level.rank]}
        related = see(cell.paragraphs[0].span(), f"级别“{level.words}”", f"the level “{level.words}”")
        yield Finding(beside.paragraphs[0].span(), args, (related,))


def _bare(text: str) -> str:
    return _BRACKETED.sub("", text).strip()


def _finding(paragraph: Paragraph, level: LevelName, colour: LevelName) -> Finding:
    args = {"level": level.words, "colour": colour.words, "right": _COLOURS[level.rank]}
    related = see(paragraph.span(level.start, level.end), f"级别“{level.words}”", f"the level “{level.words}”")
    return Finding(paragraph.span(colour.start, colour.end), args, (related,))


def _foreign(paragraph: Paragraph) -> Findings:
    """A colour that warnings do not have, in a list of the four."""
    for match in _FOUR.finditer(paragraph.text):
        colours = [match[at] for at in range(1, 5)]
        wrong = [at for at, colour in enumerate(colours, 1) if colour not in _COLOURS]
        if len(wrong) == 1 and len(set(colours)) == 4:
            right = next(colour for colour in _COLOURS[1:] if colour not in colours)
            level = f"{'一二三四'[_COLOURS.index(right) - 1]}级"
            args = {"level": level, "colour": colours[wrong[0] - 1], "right": right}
            yield Finding(paragraph.span(*match.span(wrong[0])), args)


def _ties(text: str) -> Iterator[tuple[LevelName, LevelName]]:
    """Each level with its colour: side by side, or one by one of two lists."""
    names = [name for name in names_in(text) if name.vocabulary in {"numeral", "colour"}]
    lists = _lists(text, names)
    for run, beside in pairwise(lists):
        # 依次用红色、橙色标示,分别对应Ⅰ级、Ⅱ级: the colours may stand first.
        levels, colours = (beside, run) if beside[0].vocabulary == "numeral" else (run, beside)
        paired = (
            len(levels) == len(colours) > 1 and levels[0].vocabulary == "numeral" and colours[0].vocabulary == "colour"
        )
        if paired and _RESPECTIVELY.search(text, run[-1].end, beside[0].start):
            yield from zip(levels, colours, strict=True)
    # 高温预警分为三级(红色、橙色、黄色): a list of colours tells how many levels there are, not the colour of one.
    listed = {name.start for some in lists if len(some) > 1 for name in some if name.vocabulary == "colour"}
    for one, other in pairwise(names):
        between = text[one.end : other.start]
        if other.start in listed:
            continue
        if one.vocabulary == "numeral" and other.vocabulary == "colour" and _TIE.match(between):
            yield one, other
        elif one.vocabulary == "colour" and other.vocabulary == "numeral" and _TIE_BACK.match(between):
            yield other, one


def _lists(text: str, names: list[LevelName]) -> list[list[LevelName]]:
    """Runs of names of one vocabulary with nothing but commas and conjunctions between them."""
    lists: list[list[LevelName]] = []
    for name in names:
        last = lists[-1][-1] if lists else None
        if last and last.vocabulary == name.vocabulary and _LIST.match(text[last.end : name.start]):
            lists[-1].append(name)
        else:
            lists.append([name])
    return lists
