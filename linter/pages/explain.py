"""The page of a check, derived from its record: for the terminal, in Markdown, and as plain data.

The docstring of a check's module holds a title, then parts that begin a line with 依据, 说明, 限度 and with Summary,
Basis, Why, Limits.
"""

from __future__ import annotations

import re
import sys
from functools import cache
from typing import Any

from linter.kernel import labels
from linter.kernel.check import Bad, Check, Good
from linter.kernel.finding import Label
from linter.language import NamedTuple, lazy

_KEYS = {
    "依据": ("zh", "basis"),
    "说明": ("zh", "why"),
    "限度": ("zh", "limits"),
    "Summary": ("en", "title"),
    "Basis": ("en", "basis"),
    "Why": ("en", "why"),
    "Limits": ("en", "limits"),
}
_HEADINGS = {
    "basis": Label("依据", "Basis"),
    "why": Label("说明", "Why"),
    "limits": Label("限度", "Limits"),
    "options": Label("选项", "Options"),
    "bad": Label("有问题", "Wrong"),
    "good": Label("没有问题", "Right"),
    "fixed": Label("改后", "After the fix"),
    "legend": Label("【】是问题所在，〖〗是相关之处。", "【】 marks the place, 〖〗 a related place."),
}
_PARTS = lazy(rf"^({'|'.join(_KEYS)})[ \u3000]+", re.MULTILINE)
_WRAP = lazy(r"[ \t]*\n[ \t]*")
_ASCII = lazy(r"[!-~]")
_MARK = lazy(r"\[\[(~ ?)?|\]\]")


class RulePage(NamedTuple):
    """What a check says of itself in one language; a part that its author left out is empty."""

    title: str
    basis: str = ""
    why: str = ""
    limits: str = ""


def address(check: Check, pages: str) -> str:
    """Where the page of a built-in check stands, given the address of the folder of the catalogue; else nothing."""
    if not pages or not check.module.startswith("checks."):
        return ""
    return f"{pages.rstrip('/')}/catalogue.html#{check.code.lower()}-{check.name}"


def page(check: Check, lang: str) -> RulePage:
    """The page of a check; what is not written in English is given in Chinese."""
    chinese, english = _pages(check.doc, check.name)
    if lang != "en":
        return chinese
    return RulePage(*(en or zh for zh, en in zip(chinese, english, strict=True)))


def family(check: Check, lang: str) -> str:
    """The name of the family of a check, from the docstring of the package it is in; empty if that has none."""
    package = sys.modules.get(check.module.rpartition(".")[0])
    chinese, english = _pages((package.__doc__ or "") if package else "", "")
    return (english.title or chinese.title) if lang == "en" else chinese.title


@cache
def _pages(doc: str, name: str) -> tuple[RulePage, RulePage]:
    title, *rest = _PARTS.split(doc.strip())
    parts = {("zh", "title"): _flowed(title)}
    parts.update((_KEYS[word], _flowed(words)) for word, words in zip(rest[::2], rest[1::2], strict=True))
    chinese, english = ({field: parts.get((lang, field), "") for field in RulePage._fields} for lang in ("zh", "en"))
    return RulePage(**(chinese | {"title": chinese["title"] or name})), RulePage(**english)


def _flowed(words: str) -> str:
    """Paragraphs without the line breaks of the source."""
    return "\n\n".join(_WRAP.sub(_joint, part) for part in re.split(r"\n\s*\n", words.strip()))


def _joint(match: re.Match[str]) -> str:
    """Lines of Chinese are joined without a space, those of English with one."""
    around = match.string[match.start() - 1] + match.string[match.end() : match.end() + 1]
    return " " if _ASCII.search(around) else ""


def title(check: Check, lang: str) -> str:
    """The title of a check: one sentence."""
    return page(check, lang).title


def show(example: str) -> str:
    """An example with its marks as brackets that Chinese readers know: the place in 【】, a related place in 〖〗."""
    closers: list[str] = []

    def bracket(match: re.Match[str]) -> str:
        if match[0] == "]]":
            return closers.pop() if closers else match[0]
        closers.append("〗" if match[1] else "】")
        return "〖" if match[1] else "【"

    return _MARK.sub(bracket, example).strip("\n")


def flags(check: Check, lang: str) -> list[str]:
    """Severity, strength and scope of a check, and whether it must be asked for."""
    words = [labels.severity(check.severity, lang), labels.pick(labels.STRENGTH[check.strength], lang)]
    if check.norm:
        words.append(check.norm)
    words.append(labels.pick(labels.SCOPE[check.scope], lang))
    words += [f"--{name}" for name in ("preview", "strict") if getattr(check, name)]
    return words + needed(check, lang)


def needed(check: Check, lang: str) -> list[str]:
    """What a check needs of a document, in words; nothing if it takes every document as it is."""
    english, wants = lang == "en", check.needs
    comma = ", " if english else "、"
    words: list[str] = []
    if wants.intact:
        aspects = comma.join(labels.pick(labels.ASPECT[one], lang) for one in labels.ASPECT if one in wants.intact)
        words.append(f"needs {aspects}" if english else f"要求{aspects}")
    if wants.silent:
        kinds = comma.join(labels.pick(labels.KIND[one], lang) for one in labels.KIND if one in wants.silent)
        words.append(f"silent on: {kinds}" if english else f"不查{kinds}")
    if wants.script:
        script = labels.pick(labels.SCRIPT[wants.script], lang)
        words.append(f"{script} only" if english else f"只查{script}")
    return words


def text(check: Check, lang: str, *, most: int = 0) -> str:
    """The page for a terminal.

    ``most`` limits the examples to the first bad and the first good one, cut to so many characters; 0 shows all.
    """
    found = page(check, lang)
    lines = [f"{check.code} {check.name}", found.title, " · ".join(flags(check, lang)), ""]
    for key in ("basis", "why", "limits"):
        if words := getattr(found, key):
            lines += [_heading(key, lang), *_indented(words, "  "), ""]
    if check.options:
        lines += [_heading("options", lang), *(f"  {line}" for line in _options(check, lang)), ""]
    for key, words in _first(check, most) if most else _examples(check):
        lines += [_heading(key, lang), *_indented(words, "  │ "), ""]
    if check.examples:
        lines.append(_heading("legend", lang))
    return "\n".join(lines).rstrip("\n") + "\n"


def markdown(check: Check, lang: str, *, most: int = 0, level: int = 1) -> str:
    """The page in Markdown without HTML, under headings from ``level``; ``most`` as in ``text``."""
    found = page(check, lang)
    head, sub = "#" * level, "#" * (level + 1)
    lines = [f"{head} {check.code} {check.name}", found.title, " · ".join(flags(check, lang))]
    lines += [
        f"**{_heading(key, lang)}** {words}" for key in ("basis", "why", "limits") if (words := getattr(found, key))
    ]
    if check.options:
        lines += [f"{sub} {_heading('options', lang)}", "\n".join(f"- {line}" for line in _options(check, lang))]
    for key, words in _first(check, most) if most else _examples(check):
        lines += [f"{sub} {_heading(key, lang)}", f"```text\n{words}\n```"]
    if check.examples:
        lines.append(_heading("legend", lang))
    return "\n\n".join(lines).replace("<", "＜").replace(">", "＞") + "\n"


def record(check: Check) -> dict[str, Any]:
    """The record as plain data, both languages."""
    return {
        "code": check.code,
        "name": check.name,
        "severity": check.severity,
        "strength": check.strength,
        "norm": check.norm,
        "scope": check.scope,
        "preview": check.preview,
        "strict": check.strict,
        "needs": {
            "intact": sorted(check.needs.intact),
            "silent": sorted(check.needs.silent),
            "script": check.needs.script or "",
        },
        "module": check.module,
        "message": dict(check.message),
        "messages": {name: dict(words) for name, words in check.messages.items()},
        "choices": {
            name: {key: label._asdict() for key, label in found.items()} for name, found in check.choices.items()
        },
        "options": {
            name: {"type": option.type.__name__, "default": option.default, "label": option.label._asdict()}
            for name, option in (check.options or {}).items()
        },
        "zh": page(check, "zh")._asdict(),
        "en": page(check, "en")._asdict(),
        "examples": [{"kind": key, "text": words} for key, words in _examples(check)],
    }


def _heading(key: str, lang: str) -> str:
    return labels.pick(_HEADINGS[key], lang)


def _indented(words: str, indent: str) -> list[str]:
    return [f"{indent}{line}".rstrip() for line in words.split("\n")]


def _options(check: Check, lang: str) -> list[str]:
    return [
        f"{name} ({option.type.__name__}, {option.default!r}): {labels.pick(option.label, lang)}"
        for name, option in (check.options or {}).items()
    ]


def _examples(check: Check) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for example in check.examples:
        found.append((_kind(example), show(example.text)))
        if isinstance(example, Bad) and example.fixed is not None:
            found.append(("fixed", example.fixed.strip("\n")))
    return found


def _kind(example: Bad | Good) -> str:
    return "bad" if isinstance(example, Bad) else "good"


def _first(check: Check, most: int) -> list[tuple[str, str]]:
    first = {_kind(example): show(example.text) for example in reversed(check.examples)}
    return [(key, words if len(words) <= most else words[:most] + "…") for key, words in sorted(first.items())]
