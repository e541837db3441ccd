"""Pages of the documentation that derive from the records: the catalogue of checks, and the tables of settings.

``python generate/catalogue.py`` writes them below ``docs``; a test says when that is due.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from measured import ROOT, VERDICTS, Measured, measured, total

from linter.forms.shape import Key
from linter.kernel import labels
from linter.kernel.check import Check
from linter.kernel.finding import Label
from linter.language import lexicon
from linter.pages import explain
from linter.settings.keys import KEYS, OFFICE

DOCS = ROOT / "docs"
LANGUAGES = {"zh": "catalogue.md", "en": "catalogue.en.md"}
# Longer examples are cut; gazette-lint rule CODE shows them whole.
_EXAMPLE = 600
_STATUS: Mapping[str, Label] = {
    "stable": Label("常用", "stable"),
    "strict": Label("文体，须加 `--strict`", "style, `--strict`"),
    "preview": Label("试行，须加 `--preview`", "preview, `--preview`"),
}
_INTRO = Label(
    """\
# 检查目录

本页由 `python generate/catalogue.py` 从检查的记录生成。一项检查的说明也可以用 `gazette-lint rule 代码` 查看。

共 {count} 项检查，{stable} 项常用；其余要用 `--strict`（文体）或 `--preview`（试行）打开。

级别：错误是自相矛盾或者不可能成立，警告是很可能有误，提示是请核对。规范只是推荐（宜、一般、可以）的，不会是错误。

**核读**：检查在真实公文里报出的，对照原文一一判断。随附的一期公报编写检查时用过，另计；其他 {documents} 件是
别处的公文。现在仍然报出的：

- 随附的一期公报 {shipped}。
- 其他公文 {others}。

核读之后改正、不再报出的另有 {gone} 处，不计入。每一处的判断和理由见仓库中的 `tests/corpus/judged.tsv`，
公文的出处见同处的 `INDEX.tsv` 和 `judged_documents.tsv`。常用的检查在其他公文里属实或者可议的，错误级不低于 90%，
警告级不低于 80%，并且至少有一处属实；
只凭数目、历法或者逐字比对的，可以凭证明它的测试和在规范法规中不报代替（`tests/corpus/proved.tsv`）。否则只是试行。

**植入**：在没有这种问题的文件里各植入一处已知的问题，看能否在原处报出（`tests/benchmarks/mutations.py`）。没有数字的检查，在这些文件里没有遇到。""",
    """\
# Catalogue of checks

This page is written by `python generate/catalogue.py` from the records of the checks. `gazette-lint rule CODE`
shows one of them.

There are {count} checks, {stable} of them stable; the others are switched on by `--strict` (style) or `--preview`.
Severities: an error is a contradiction or an impossible value, a warning very likely a defect, a note something to look
at. What a norm only recommends (宜, 一般, 可以) is never an error. Examples are in Chinese, as the documents are.

**Read**: what the checks report in real documents was compared with the text, one by one. The gazette that is shipped
was at hand while the checks were written and is counted apart; {documents} other documents come from elsewhere. Of what
is still reported: in the gazette {shipped}; in the others {others}. Another {gone} findings were read and are no longer
reported; they do not count. Every verdict has its reason in `tests/corpus/judged.tsv` of the repository, every document
its source in `INDEX.tsv` and `judged_documents.tsv` beside it. Of what a stable check reports in other documents at
least 90 % is real or debatable at error level, 80 % at warning level, and something is real; a check that rests on
figures, on the calendar or on comparing words alone may stand on the test that proves it and on its silence over clean
statutes instead
(`tests/corpus/proved.tsv`). Any other check is a preview. **Planted**: one known defect at a time was put into a
document without it; this tells how many were found in place (`tests/benchmarks/mutations.py`). A check without figures
did not occur in these documents.""",
)
_COLUMNS = Label("| 代码 | 名称 | 级别 | 查什么 | 状态 |", "| code | name | severity | what it finds | status |")
_TABLE = Label("代码 | {verdicts} | 不再报出 | 凭证、状态", "code | {verdicts} | no longer | stands on, status")
_READ, _FOUND, _STATE = Label("核读", "Read"), Label("植入", "Planted"), Label("状态", "Status")
_OVERVIEW, _DETAILS = Label("一览", "Overview"), Label("逐项说明", "One by one")
_PRECISION = Label("其他公文中的核读", "Verdicts in other documents")
_GAZETTE = Label("公报", "the gazette")


def catalogue(checks: Iterable[Check], lang: str, known: Measured) -> str:
    """The catalogue in one language, as Markdown."""
    checks = tuple(checks)
    parts = [_intro(checks, lang, known), f"## {labels.pick(_OVERVIEW, lang)}"]
    families = {check.family: [one for one in checks if one.family == check.family] for check in checks}
    for family, members in families.items():
        name = explain.family(members[0], lang).rstrip("。.")
        rows = [_row(check, lang) for check in members]
        header = labels.pick(_COLUMNS, lang)
        parts += [f"### {family} {name}", "\n".join([header, "| --- | --- | --- | --- | --- |", *rows])]
    parts += [f"## {labels.pick(_PRECISION, lang)}", _precision(checks, lang, known)]
    parts.append(f"## {labels.pick(_DETAILS, lang)}")
    parts += [_details(check, lang, known) for check in checks]
    return "\n\n".join(parts) + "\n"


def _intro(checks: tuple[Check, ...], lang: str, known: Measured) -> str:
    return labels.pick(_INTRO, lang).format(
        count=len(checks),
        stable=sum(_status(check) == "stable" for check in checks),
        shipped=_tally(total(known.shipped), lang),
        others=_tally(total(known.others), lang),
        gone=total(known.gone).total(),
        documents=known.documents,
    )


def _tally(verdicts: Counter[str], lang: str) -> str:
    """How many findings were judged, and how: 4 处：属实 3、可议 1、转换损坏 0、误报 0."""
    each = [f"{labels.pick(label, lang)} {verdicts[word]}" for word, label in VERDICTS.items()]
    if lang == "en":
        return f"{verdicts.total()} findings: {', '.join(each)}"
    return f"{verdicts.total()} 处：{'、'.join(each)}"


def _precision(checks: tuple[Check, ...], lang: str, known: Measured) -> str:
    """The table of verdicts, a row a check that was met in another document or is proved without."""
    head = " | ".join(labels.pick(label, lang) for label in VERDICTS.values())
    rows = [f"| {labels.pick(_TABLE, lang).format(verdicts=head)} |", "| --- | --- | --- | --- | --- | --- | --- |"]
    for check in checks:
        given, gone = known.others.get(check.code, Counter()), known.gone.get(check.code, Counter()).total()
        proof = known.proved.get(check.code)
        if not (given or gone or proof):
            continue
        figures = " | ".join(str(given[word]) for word in VERDICTS)
        standing = f"`{proof}`" if proof else labels.pick(_STATUS[_status(check)], lang)
        rows.append(f"| {check.code} | {figures} | {gone} | {standing} |")
    return "\n".join(rows)


def _status(check: Check) -> str:
    return "preview" if check.preview else "strict" if check.strict else "stable"


def _row(check: Check, lang: str) -> str:
    anchor = f"[{check.code}](#{check.code.lower()}-{check.name})"
    title = explain.title(check, lang).replace("|", "\\|").replace("<", "＜").replace(">", "＞")
    status = labels.pick(_STATUS[_status(check)], lang)
    return f"| {anchor} | `{check.name}` | {labels.severity(check.severity, lang)} | {title} | {status} |"


def _details(check: Check, lang: str, known: Measured) -> str:
    heading, *rest = explain.markdown(check, lang, most=_EXAMPLE, level=3).rstrip("\n").split("\n\n")
    colon = ": " if lang == "en" else "："
    figures = [f"{labels.pick(_STATE, lang)}{colon}{labels.pick(_STATUS[_status(check)], lang)}"]
    if verdicts := known.others.get(check.code):
        figures.append(f"{labels.pick(_READ, lang)}{colon}{_tally(verdicts, lang)}")
    if verdicts := known.shipped.get(check.code):
        figures.append(f"{labels.pick(_GAZETTE, lang)}{colon}{_tally(verdicts, lang)}")
    if counts := known.planted.get(check.code):
        figures.append(f"{labels.pick(_FOUND, lang)}{colon}{counts[1]}/{counts[0]}")
    return "\n\n".join([heading, " · ".join(figures), *rest])


def settings_table(keys: Mapping[str, Key]) -> str:
    """The keys of a table of settings, with what each may hold and means."""
    rows = [
        f"| `{name}` | {_value(key.kind.schema)} | {key.label.zh}<br>{key.label.en} |" for name, key in keys.items()
    ]
    return "\n".join(["| 键 | 值 | 含义 |", "| --- | --- | --- |", *rows])


_TYPES = {"string": "文字", "boolean": "`true`、`false`", "object": "键: 值", "integer": "整数", "number": "数"}


def _value(schema: Mapping[str, Any]) -> str:
    """What a value may be, in words."""
    if "enum" in schema:
        return "、".join(f"`{word}`" for word in schema["enum"])
    if "oneOf" in schema:
        return f"{_value(schema['oneOf'][0])}，可多项"
    if "anyOf" in schema:
        return "；或 ".join(_value(one) for one in schema["anyOf"])
    return _TYPES.get(schema.get("type", ""), "任意")


def filled(page: str, name: str, words: str) -> str:
    """A page with the part between ``<!-- name -->`` and ``<!-- /name -->`` replaced. Raises ValueError without it."""
    pattern = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    if not pattern.search(page):
        raise ValueError(f"no part <!-- {name} --> in the page")
    return pattern.sub(lambda match: f"{match[1]}\n{words}\n\n{match[2]}", page)


def pages(checks: Iterable[Check]) -> dict[str, str]:
    """The derived pages by their names below ``docs``."""
    checks = tuple(checks)
    known = measured()
    made = {name: catalogue(checks, lang, known) for lang, name in LANGUAGES.items()}
    settings = (DOCS / "settings.md").read_text("utf-8")
    settings = filled(settings, "keys", settings_table(KEYS))
    words = filled((DOCS / "words.md").read_text("utf-8"), "classes", classes_table())
    return made | {"settings.md": filled(settings, "office", settings_table(OFFICE)), "words.md": words}


def classes_table() -> str:
    """The classes of words, with what each is and its words."""
    rows = [
        f"| `{kind}` | {meaning} | {' '.join(sorted(lexicon.words(kind)))} |"
        for kind, meaning in sorted(lexicon.meanings().items())
    ]
    return "\n".join(["| 类 | 含义 | 词 |", "| --- | --- | --- |", *rows])


def main() -> None:
    """Write the pages of the built-in checks."""
    from linter.kernel.registry import BUILTIN, build, load

    registry = build(pack for pack in load().packs if pack.name == BUILTIN)
    for name, words in pages(registry.checks).items():
        (DOCS / name).write_text(words, "utf-8")


if __name__ == "__main__":
    main()
