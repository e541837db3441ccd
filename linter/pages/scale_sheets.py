"""The ladders of a file as tables: what was understood of each level, to be checked by eye or reused by a program.

One sheet a measure. Values are in the unit of the sheet; an end whose inclusion nothing decides is told apart.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from linter.facts.bands import Measure, Reading, ladders, measures, penalties
from linter.language import Bound, NamedTuple, Number, exact, plain
from linter.language.units import Unit
from linter.structure import Issue

FORMATS = ("text", "json", "csv", "dmn")
_DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/"
_OWN = "https://gazette-lint.invalid/scales"
_COLUMNS = ("sheet", "line", "level", "words", "lower", "lower_included", "upper", "upper_included", "unit", "then")


class SheetRow(NamedTuple):
    """A level: its name, the words of its band, their line (from 1), its ends in the unit of the sheet, what follows.

    An end is None if it is open, its inclusion None if neither the words nor the document decide it.
    """

    level: str
    words: str
    line: int
    lower: Number | None
    lower_included: bool | None
    upper: Number | None
    upper_included: bool | None
    then: tuple[str, ...]


class Sheet(NamedTuple):
    """A ladder: what it measures in which unit, the document it stands in, and its levels in order."""

    number: int
    document: str
    measure: str
    unit: str
    rows: tuple[SheetRow, ...]


def sheets(issue: Issue) -> list[Sheet]:
    """The ladders of a file, in order of place."""
    found = [
        (measure, document.title)
        for document in issue.documents
        for measure in (*document.read(measures), *document.read(ladders))
        if any(one.band.form != "bare" for one in measure.readings)
    ]
    found.sort(key=lambda pair: min(one.span for one in pair[0].readings))
    return [_sheet(issue, number, measure, title) for number, (measure, title) in enumerate(found, 1)]


def _sheet(issue: Issue, number: int, measure: Measure, title: str) -> Sheet:
    unit = measure.readings[0].band.unit
    name = (
        measure.readings[0].item.label.partition("(")[0]
        or measure.name
        or (measure.scale.subject if measure.scale else "")
    )
    return Sheet(number, title, name, unit.name, tuple(_row(issue, one, unit) for one in measure.readings))


def _row(issue: Issue, one: Reading, unit: Unit) -> SheetRow:
    lower, upper = one.interval.lower, one.interval.upper
    then = penalties((*one.level.items, *one.level.deeds)).values()
    named = one.level.name.words if one.level.name.vocabulary else ""
    return SheetRow(
        named,
        one.quote,
        issue.text.position(one.span.start).line,
        _in_unit(lower, unit),
        lower.inclusive if lower else None,
        _in_unit(upper, unit),
        upper.inclusive if upper else None,
        tuple(f"{penalty.kind} {penalty.quote}" for penalty in then),
    )


def _in_unit(bound: Bound | None, unit: Unit) -> Number | None:
    if bound is None:
        return None
    return exact(bound.value, unit.factor) if isinstance(bound.value, int) else bound.value / unit.factor


def written(found: Sequence[Sheet], kind: str, path: str) -> str:
    """Sheets in one of the ``FORMATS``."""
    return {"text": _text, "json": _json, "csv": _csv, "dmn": _dmn}[kind](found, path)


def _text(found: Sequence[Sheet], path: str) -> str:
    lines = [f"{path}: {len(found)} 组阶梯 (ladders)"]
    for sheet in found:
        unit = f"（{sheet.unit}）" if sheet.unit else ""
        lines += ["", f"{sheet.number}. {sheet.measure or '—'}{unit}  {sheet.document}"]
        for row in sheet.rows:
            then = "  → " + "；".join(row.then) if row.then else ""
            lines.append(f"  {row.line}\t{row.level or '—'}\t{_interval(row)}\t{row.words}{then}")
    return "\n".join(lines) + "\n"


def _interval(row: SheetRow) -> str:
    """[10, 30), with ? for an end that nothing decides."""
    low = "(-∞" if row.lower is None else {True: "[", False: "(", None: "?"}[row.lower_included] + plain(row.lower)
    high = "+∞)" if row.upper is None else plain(row.upper) + {True: "]", False: ")", None: "?"}[row.upper_included]
    return f"{low}, {high}"


def _records(found: Sequence[Sheet]) -> Iterator[dict[str, Any]]:
    for sheet in found:
        for row in sheet.rows:
            yield {
                "sheet": f"{sheet.number} {sheet.measure}".strip(),
                "line": row.line,
                "level": row.level,
                "words": row.words,
                "lower": None if row.lower is None else _number(row.lower),
                "lower_included": row.lower_included,
                "upper": None if row.upper is None else _number(row.upper),
                "upper_included": row.upper_included,
                "unit": sheet.unit,
                "then": "；".join(row.then),
            }


def _number(value: Number) -> int | float:
    return value if isinstance(value, int) else float(value)


def _json(found: Sequence[Sheet], path: str) -> str:
    data = [
        {"number": sheet.number, "document": sheet.document, "measure": sheet.measure, "unit": sheet.unit}
        | {"levels": [{k: v for k, v in record.items() if k not in {"sheet", "unit"}} for record in _records([sheet])]}
        for sheet in found
    ]
    return json.dumps({"path": path, "ladders": data}, ensure_ascii=False, indent=1) + "\n"


def _csv(found: Sequence[Sheet], path: str) -> str:  # noqa: ARG001 (the formats share one signature)
    out = io.StringIO()
    table = csv.DictWriter(out, _COLUMNS, lineterminator="\r\n")
    table.writeheader()
    table.writerows(_records(found))
    return "\ufeff" + out.getvalue()  # spreadsheets take a file without the mark for the code page of the system


def _dmn(found: Sequence[Sheet], path: str) -> str:
    """Decision tables of DMN 1.3: one decision a ladder, one rule a level, its band as a unary test of FEEL.

    The first rule that holds decides, so that 30以上, 10以上, 3以上 are read as they are meant.
    """
    body = "".join(_decision(sheet) for sheet in found)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<definitions xmlns="{_DMN}" id="scales" name={quoteattr(path)} namespace="{_OWN}">\n{body}</definitions>\n'
    )


def _decision(sheet: Sheet) -> str:
    key, name = f"ladder{sheet.number}", f"{sheet.number} {sheet.measure or sheet.document}"
    label = sheet.measure + (f"（{sheet.unit}）" if sheet.unit else "")
    then = any(row.then for row in sheet.rows)
    outputs = [("level", "级别")] + [("then", "后果")] * then
    lines = [
        f'  <inputData id="{key}_data" name="{key}_value">',
        f'    <variable id="{key}_variable" name="{key}_value" typeRef="number"/>',
        "  </inputData>",
        f'  <decision id="{key}" name={quoteattr(name)}>',
        f'    <variable id="{key}_result" name={quoteattr(name)}/>',
        f'    <informationRequirement id="{key}_needs"><requiredInput href="#{key}_data"/></informationRequirement>',
        f'    <decisionTable id="{key}_table" hitPolicy="FIRST">',
        f'      <input id="{key}_in" label={quoteattr(label)}>',
        f'        <inputExpression id="{key}_expression" typeRef="number"><text>{key}_value</text></inputExpression>',
        "      </input>",
        *(f'      <output id="{key}_{out}" name="{out}" label="{title}" typeRef="string"/>' for out, title in outputs),
        '      <annotation name="words"/>',
    ]
    for at, row in enumerate(sheet.rows, 1):
        said = [row.level or row.words] + ["；".join(row.then)] * then
        texts = [f"<text>{escape(json.dumps(words, ensure_ascii=False))}</text>" for words in said]
        lines += [
            f'      <rule id="{key}_{at}">',
            f'        <inputEntry id="{key}_{at}_in"><text>{escape(_feel(row))}</text></inputEntry>',
            *(
                f'        <outputEntry id="{key}_{at}_{out}">{text}</outputEntry>'
                for (out, _), text in zip(outputs, texts, strict=True)
            ),
            f"        <annotationEntry><text>{escape(row.words)}</text></annotationEntry>",
            "      </rule>",
        ]
    return "\n".join([*lines, "    </decisionTable>", "  </decision>"]) + "\n"


def _feel(row: SheetRow) -> str:
    """The band as FEEL tests a value: [10..30), >= 30. An undecided end includes its number (民法典 1259)."""
    low, high = row.lower, row.upper
    if low is not None and high is not None:
        opens, closes = "(" if row.lower_included is False else "[", ")" if row.upper_included is False else "]"
        return f"{opens}{_number(low)}..{_number(high)}{closes}"
    if low is not None:
        return f"{'>' if row.lower_included is False else '>='} {_number(low)}"
    if high is not None:
        return f"{'<' if row.upper_included is False else '<='} {_number(high)}"
    return "-"
