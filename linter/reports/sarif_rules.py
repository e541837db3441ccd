"""Rules of SARIF: the metadata of each check with its help, and the norms they rest on as taxonomies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from string import Formatter
from typing import Any
from uuid import NAMESPACE_DNS, uuid5

from linter.kernel.check import Check
from linter.kernel.labels import pick
from linter.kernel.registry import BUILTIN
from linter.language import NamedTuple
from linter.pages import explain

# GitHub keeps 1,024 characters of a description; a help page shows examples of a few lines.
_DESCRIPTION, _EXAMPLE = 1000, 400
_PRECISION = {"internal": "very-high", "must": "very-high", "should": "high", "usage": "high", "unverified": "medium"}
_PROBLEM = {"error": "error", "warning": "warning", "note": "recommendation"}
_SPACE = uuid5(NAMESPACE_DNS, "gazette-lint")
_NORM = re.compile(r"(?P<name>.*\S)\s+(?P<clause>[^\s—-]+)\Z")


def guid(*names: str) -> str:
    """A GUID that depends on nothing but names: version 5 in the name space of this tool."""
    return str(uuid5(_SPACE, "/".join(names)))


class Norm(NamedTuple):
    """A norm and a clause of it: ``GB/T 9704-2012``, ``7.2.5``; the norm again, if the whole of it is meant."""

    name: str
    clause: str


def norms(words: str) -> list[Norm]:
    """The norms that the record of a check names, separated by semicolons; clauses stand last, behind a space."""
    found = []
    for part in re.split(r"[;；]", words):
        match = _NORM.match(part.strip())
        if match:
            found += [Norm(match["name"], clause) for clause in match["clause"].split("、")]
        elif part.strip():
            found.append(Norm(part.strip(), part.strip()))
    return found


class Taxonomies:
    """The norms that a set of checks rests on, and where each clause stands among them."""

    def __init__(self, checks: Sequence[Check]) -> None:
        self._clauses: dict[str, list[str]] = {}
        for check in checks:
            for norm in norms(check.norm):
                clauses = self._clauses.setdefault(norm.name, [])
                if norm.clause not in clauses:
                    clauses.append(norm.clause)

    def components(self) -> list[dict[str, Any]]:
        """One component a norm, its clauses as taxa (§3.19.3)."""
        return [
            {
                "name": name,
                "guid": guid("norm", name),
                "isComprehensive": False,
                "shortDescription": {"text": name},
                "taxa": [
                    {
                        "id": clause,
                        "guid": guid("norm", name, clause),
                        "shortDescription": {"text": name if clause == name else f"{name} {clause}"},
                    }
                    for clause in clauses
                ],
            }
            for name, clauses in self._clauses.items()
        ]

    def references(self) -> list[dict[str, Any]]:
        """The norms as references to components."""
        return [self._component(name) for name in self._clauses]

    def _component(self, name: str) -> dict[str, Any]:
        return {"name": name, "index": list(self._clauses).index(name), "guid": guid("norm", name)}

    def relationships(self, check: Check) -> list[dict[str, Any]]:
        """From a rule to the clauses that demand it: what breaks the rule breaks the clause."""
        return [
            {
                "target": {
                    "id": norm.clause,
                    "index": self._clauses[norm.name].index(norm.clause),
                    "guid": guid("norm", *norm),
                    "toolComponent": self._component(norm.name),
                },
                "kinds": ["superset"],
            }
            for norm in norms(check.norm)
        ]


def rule(check: Check, lang: str, taxonomies: Taxonomies, pages: str = "") -> dict[str, Any]:
    """The reporting descriptor of a check (§3.49)."""
    page = explain.page(check, lang)
    help_page = explain.markdown(check, lang, most=_EXAMPLE, level=2)
    found: dict[str, Any] = {
        "id": check.code,
        "guid": guid("rule", check.code),
        "name": "".join(word.capitalize() for word in check.name.split("-")),
        "shortDescription": {"text": page.title[:_DESCRIPTION]},
        "fullDescription": {"text": (page.why or page.title)[:_DESCRIPTION]},
        "messageStrings": message_strings(check, lang),
        "help": {"text": explain.text(check, lang, most=_EXAMPLE), "markdown": help_page},
        "defaultConfiguration": {"level": check.severity},
        "properties": {
            "tags": [check.family, check.strength, check.scope],
            "precision": "medium" if check.preview else _PRECISION[check.strength],
            "problem.severity": _PROBLEM[check.severity],
        },
    }
    if address := explain.address(check, pages):
        found["helpUri"] = address
    if relationships := taxonomies.relationships(check):
        found["relationships"] = relationships
    return found


def message_strings(check: Check, lang: str) -> dict[str, Any]:
    """What the rule can say, by the name of the message, the places of its arguments numbered (§3.49.11, §3.11.5).

    A message with choices is also one for each of them, their words written out: ``default.gap``.
    """
    found = {}
    for name, words in {"default": check.message, **check.messages}.items():
        parts = list(Formatter().parse(words[lang]))
        found[name] = {"text": _numbered(parts, {})}
        fields = sorted({field for _, field, _, _ in parts if field and field in check.choices})
        for keys in product(*(check.choices[field] for field in fields)):
            chosen = {field: pick(check.choices[field][key], lang) for field, key in zip(fields, keys, strict=True)}
            found[".".join((name, *keys))] = {"text": _numbered(parts, chosen)}
    return found


def _numbered(parts: Iterable[tuple[str, str | None, str | None, str | None]], chosen: Mapping[str, str]) -> str:
    """A template with the words chosen, and {0}, {1} for its other fields; of words for one and several, the latter.

    It ends in the full stop that validators ask for (SARIF2001).
    """
    names: dict[str, int] = {}
    words = ""
    for text, field, forms, _ in parts:
        words += (text + chosen.get(field or "", "")).replace("{", "{{").replace("}", "}}")
        if field and field not in chosen:
            place = f"{{{names.setdefault(field, len(names))}}}"
            words += forms.partition("|")[2].replace("#", place) if forms and "|" in forms else place
    return words.rstrip("。.") + "."


def driver(
    checks: Sequence[Check], lang: str, taxonomies: Taxonomies, packs: Mapping[str, str], pages: str = ""
) -> dict[str, Any]:
    """The tool component: this tool and the rules that were in force."""
    from linter import __version__

    about = "Checks official Chinese documents." if lang == "en" else "检查党政机关公文中自相矛盾、不合规范之处。"
    found: dict[str, Any] = {
        "name": "gazette-lint",
        "fullName": f"gazette-lint {__version__} {'document checks' if lang == 'en' else '公文检查'}",
        "guid": guid("driver"),
        # Consumers ask for one; the tool has no address of its own, so this names it and leads nowhere.
        "informationUri": f"urn:uuid:{guid('driver')}",
        "version": __version__,
        "semanticVersion": __version__,
        "language": language(lang),
        "shortDescription": {"text": about},
        "rules": [rule(check, lang, taxonomies, pages) for check in checks],
    }
    if references := taxonomies.references():
        found["supportedTaxonomies"] = references
    if packs:
        found["properties"] = {"packs": dict(packs)}
    return found


def extensions(packs: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """The packs of checks beside the built-in one, as components of the tool (§3.18.3)."""
    found = [
        {"name": name, "guid": guid("pack", name)} | ({"version": version} if version else {})
        for name, version in packs
        if name != BUILTIN
    ]
    return {"extensions": found} if found else {}


def language(lang: str) -> str:
    """The language of messages as SARIF names it."""
    return "en" if lang == "en" else "zh-CN"
