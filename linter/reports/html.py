"""HTML: one self-contained page for people who would rather look than read. No network, no script from the document.

The document as it reads with its findings in the margin, links between the ends of a contradiction, filters, and an
atlas of its thresholds.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from linter import __version__
from linter.kernel import labels
from linter.kernel.finding import SEVERITIES
from linter.kernel.result import Diagnostic, Elsewhere, FileResult, Result, file_of
from linter.language import Span
from linter.pages import explain
from linter.reports import ReportOptions
from linter.reports.atlas import atlas
from linter.reports.entries import colon
from linter.reports.html_text import ShownPlace, asset, ends_of, page, safe, sheet, title
from linter.reports.places import namings, where

# How many other ends a card shows before it folds the rest.
_SHOWN = 8
# How many characters before and behind a doubtful one are shown below the picture of its line.
_AROUND = 20


def render(result: Result, options: ReportOptions) -> str:
    """The page; every finding has an id of the form ``file-number``."""
    content = f"{body(result, options)}{_footer(result)}"
    return page(options.lang, "report.css", content, f"{asset('report.js')}\nattach(document.body);")


def body(result: Result, options: ReportOptions) -> str:
    """What the page shows: the bar with its filters, the documents with their findings, the atlas."""
    lang = options.lang
    numbered = [
        (file, [(f"{at}-{number}", item) for number, item in enumerate(file.diagnostics)])
        for at, file in enumerate(result.files)
    ]
    guests: defaultdict[str, list[ShownPlace]] = defaultdict(list)
    for place, end in (both for _, items in numbered for one in items for both in ends_of(*one)):
        if isinstance(end, Elsewhere):
            guests[end.file.path].append(place)
    sheets = "".join(_file(file, items, f"l{at}", lang, guests[file.path]) for at, (file, items) in enumerate(numbered))
    names = "".join(_names(file, items, lang) for file, items in numbered)
    drawings = "".join(atlas(file, items, f"l{at}", lang) for at, (file, items) in enumerate(numbered))
    return f"{_bar(result, lang)}{sheets}{names}{drawings}"


def _say(lang: str, zh: str, en: str) -> str:
    return en if lang == "en" else zh


def _bar(result: Result, lang: str) -> str:
    items = [item for file in result.files for item in file.diagnostics]
    counts = Counter(_level(item) for item in items)
    totals = [f"{labels.severity(word, lang)} {counts[word]}" for word in SEVERITIES]
    chips = "".join(
        [_chip(severity, labels.severity(severity, lang), counts, severity) for severity in SEVERITIES]
        + [_chip(state, labels.pick(name, lang), counts) for state, name in labels.STATE.items() if counts[state]]
    )
    families = {item.check.family: explain.family(item.check, lang).rstrip("。.") for item in items}
    notices = list(dict.fromkeys(document.title for file in result.files for document in file.issue.documents))
    everything = _say(lang, "全部检查", "all checks")
    every_notice = _say(lang, "全部公文", "all documents")
    return (
        f'<div class="bar"><h1>{title(lang)}</h1>{chips}'
        f'<select id="family" aria-label="{everything}"><option value="">{everything}</option>'
        f"{''.join(_family(code, families[code]) for code in sorted(families))}</select>"
        f'<select id="notice" aria-label="{every_notice}"><option value="">{every_notice}</option>'
        f"{''.join(f'<option>{safe(notice)}</option>' for notice in notices if notice)}</select>"
        f'<input id="words" type="search" placeholder="{_say(lang, "查找", "search")}  /">'
        f'<span class="grow"></span><span>{_say(lang, "显示", "shown")} '
        f'<b id="count">{len(result.diagnostics())}</b></span>'
        f"<span><kbd>j</kbd> <kbd>k</kbd> {_say(lang, '下一处、上一处', 'next, previous')} <kbd>o</kbd> "
        f"{_say(lang, '另一端', 'other end')}</span>"
        f'<button class="chip" id="theme">{_say(lang, "明暗", "theme")}</button></div>\n'
        f'<p class="printed"><b>{title(lang)}</b> {_say(lang, "、", ", ").join(totals)}</p>\n'
    )


def _family(code: str, name: str) -> str:
    """A family of checks by its name, up to what it lists."""
    return f'<option value="{code}">{safe(re.split("[:：]", name)[0] or code)}</option>'


def _chip(level: str, name: str, counts: Counter[str], kind: str = "") -> str:
    """A button that shows and hides; what is no severity is hidden at first."""
    pressed = "true" if kind else "false"
    style = f"chip {kind}".rstrip()
    return f'<button class="{style}" data-level="{level}" aria-pressed="{pressed}">{name} {counts[level]}</button>'


def _level(item: Diagnostic) -> str:
    """By what a finding is filtered: its severity as long as it is open, else what became of it."""
    return item.severity if item.counts else item.state


def _file(
    file: FileResult, items: list[tuple[str, Diagnostic]], name: str, lang: str, guests: Sequence[ShownPlace]
) -> str:
    cards = "".join(_card(file, key, item, lang) for key, item in items)
    empty = f"<p>{_say(lang, '未发现问题。', 'Nothing found.')}</p>" if not items else ""
    seen = f"{labels.profile(file.profile, lang)} · {labels.seen([file.seen], lang)}"
    words = sheet(file, items, name, guests)
    return (
        f'<main><section class="sheet file"><h2>{safe(file.path)} · {seen}</h2>{words}</section>\n'
        f"<aside>{cards}{empty}</aside></main>\n"
    )


def _names(file: FileResult, items: list[tuple[str, Diagnostic]], lang: str) -> str:
    """What bears two names in a file: a row a usual name, the other names beside it, each with its cards."""
    rows = []
    for one in namings(file, items):
        others = "<br>".join(_other(words, found) for words, found in one.others.items())
        rows.append(f"<tr><td>{safe(one.usual)}</td><td>{others}</td></tr>")
    if not rows:
        return ""
    heading = _say(lang, f"一物两名：{file.path}", f"One thing, two names: {file.path}")
    head = "".join(
        f"<th>{words}</th>" for words in (_say(lang, "一处写法", "one name"), _say(lang, "另一写法", "the other"))
    )
    return f'<section class="names"><h2>{safe(heading)}</h2><table><tr>{head}</tr>{"".join(rows)}</table></section>\n'


def _other(words: str, found: list[tuple[str, Diagnostic]]) -> str:
    """A name that is told of, and the cards that tell of it."""
    cards = "".join(f' <a href="#c{key}">{item.known_as}</a>' for key, item in found)
    return f"{safe(words)}{cards}"


def _card(file: FileResult, key: str, item: Diagnostic, lang: str) -> str:
    check = item.check
    here = _where(file, item.span, lang)
    links, pictures = _links(file, key, item, lang), _pictures(file, item, lang)
    fix = ""
    if item.fix:
        kind = labels.pick(labels.FIX[item.fix.kind], lang)
        fix = f'<p class="fix">{kind}{colon(lang)}{safe(labels.pick(item.fix.label, lang))}</p>'
    basis = safe(check.norm) if check.norm else labels.pick(labels.STRENGTH["internal"], lang)
    notice = safe(item.path[0]) if item.path else ""
    done = "" if item.counts else " done"
    return (
        f'<article class="card {item.severity}{done}" id="c{key}" tabindex="0" data-id="{key}" '
        f'data-level="{_level(item)}" data-family="{check.family}" data-notice="{notice}">'
        f'<header data-n="{int(key.rpartition("-")[2]) + 1}">'
        f"<b>{item.known_as}</b> {safe(check.name)}"
        f'<span class="grow"></span><span>{here}</span></header><p>{safe(labels.pick(item.message, lang))}</p>'
        f"{pictures}{links}{fix}{_became(item, lang)}"
        f'<details class="basis"><summary>{_say(lang, "依据", "basis")}</summary>{basis}<br>'
        f"{safe(' › '.join(item.path))}</details></article>\n"
    )


def _pictures(file: FileResult, item: Diagnostic, lang: str) -> str:
    """The lines of a scan that recognition was not sure of, each in the image above its text."""
    spans = (item.span, *(other.span for other in item.related if file_of(other, file) is file))
    shown: dict[str, Span] = {}
    for picture in file.source.pictures:
        if any(span.start <= picture.span.start < span.end for span in spans):
            shown.setdefault(picture.data, picture.span)
    alt = _say(lang, "原件的图像", "the line in the image")
    return "".join(
        f'<figure class="line"><img alt="{alt}" src="data:image/jpeg;base64,{safe(data)}">'
        f"<figcaption>{safe(_beside(file, span))}</figcaption></figure>"
        for data, span in list(shown.items())[:_SHOWN]
    )


def _beside(file: FileResult, span: Span) -> str:
    """The words around a character, which its line in the image shows too."""
    line = file.text.line_span(file.text.position(span.start).line)
    return file.text.raw[max(line.start, span.start - _AROUND) : min(line.end, span.end + _AROUND)]


def _became(item: Diagnostic, lang: str) -> str:
    """That a finding was accepted and why, or that it is in the baseline."""
    if item.counts:
        return ""
    state = labels.pick(labels.STATE[item.state], lang)
    reason = f"{colon(lang)}{item.suppression.reason}" if item.suppression and item.suppression.reason else ""
    return f'<p class="became">{safe(state + reason)}</p>'


def _links(file: FileResult, key: str, item: Diagnostic, lang: str) -> str:
    """The other ends; beyond a handful they are folded away."""
    rows = [_link(file, key, number, item, lang) for number in range(len(item.related))]
    shown = f"<ul>{''.join(rows[:_SHOWN])}</ul>"
    if len(rows) <= _SHOWN:
        return shown
    more = _say(lang, f"另有 {len(rows) - _SHOWN} 处", f"{len(rows) - _SHOWN} more")
    return f"{shown}<details><summary>{more}</summary><ul>{''.join(rows[_SHOWN:])}</ul></details>"


def _link(file: FileResult, key: str, number: int, item: Diagnostic, lang: str) -> str:
    other = item.related[number]
    there = file_of(other, file)
    words = "".join(there.text.slice(other.span).split())
    told = labels.pick(other.label, lang)
    # A label that quotes the place has said what stands there.
    said = f"“{words}”" in "".join(told.split())
    excerpt = "" if said else colon(lang) + safe(words[:24] + ("…" if len(words) > 24 else ""))
    name = "" if there is file else f"{safe(there.path)} "
    place = f"{name}{_where(there, other.span, lang)}"
    label = safe(told) + (f" ({place})" if lang == "en" else f"（{place}）")
    return f'<li>→ <a href="#r{key}-{number}" data-to="r{key}-{number}">{label}{excerpt}</a></li>'


def _where(file: FileResult, span: Span, lang: str) -> str:
    """The place in words people know."""
    return safe(where(file, span.start, lang))


def _footer(result: Result) -> str:
    told = "".join(f"<p>{safe(note.path)} {safe(note.text)}</p>" for note in result.notifications)
    return f"<footer>{told}gazette-lint {__version__}</footer>\n"
