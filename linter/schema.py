"""JSON Schemas of the files an office writes, derived from the records: settings, YAML checks, decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.finding import SEVERITIES
from linter.settings.fold import kind_of
from linter.settings.keys import CHECK_SEVERITY, TABLE

if TYPE_CHECKING:
    from linter.check import Check
    from linter.registry import Registry
    from linter.shape import Schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def settings_schema(registry: Registry) -> Schema:
    """The schema of ``gazette-lint.yaml``, with every check, its severities and its options."""
    schema: dict[str, Any] = {"$schema": DIALECT, "title": "gazette-lint.yaml", **TABLE.schema}
    checks = schema["properties"]["checks"]
    known = {check.code: _check(check) for check in registry.checks}
    names = {check.name: {"$ref": f"#/$defs/{check.code}"} for check in registry.checks}
    refs = {code: {"$ref": f"#/$defs/{code}"} for code in known}
    families = {check.family: {"$ref": "#/$defs/severity"} for check in registry.checks}
    groups = {word: {"$ref": "#/$defs/severity"} for word in ("all", *SEVERITIES)}
    checks = {"type": "object", "description": checks["description"], "properties": refs | names | families | groups}
    definitions = {"severity": CHECK_SEVERITY.schema, "checks": checks, **known}
    schema["properties"] = schema["properties"] | {"checks": {"$ref": "#/$defs/checks"}}
    paths = schema["properties"]["paths"]
    entry = paths["additionalProperties"]
    inner = {**entry, "properties": entry["properties"] | {"checks": {"$ref": "#/$defs/checks"}}}
    schema["properties"]["paths"] = {**paths, "additionalProperties": inner}
    return schema | {"$defs": definitions}


def _check(check: Check) -> Schema:
    """A severity, or a table with the severity and the options of the check."""
    properties: Schema = {"severity": {"$ref": "#/$defs/severity"}}
    for name, option in (check.options or {}).items():
        words = f"{option.label.zh} / {option.label.en}"
        properties[name] = {**kind_of(option).schema, "description": words, "default": _plain(option.default)}
    table = {"type": "object", "properties": properties, "additionalProperties": False}
    return {"description": f"{check.name}：{check.doc.splitlines()[0]}", "anyOf": [{"$ref": "#/$defs/severity"}, table]}


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, (set, frozenset)) else list(value) if isinstance(value, tuple) else value


def rules_schema() -> Schema:
    """The schema of a file of YAML checks."""
    from linter.yamlchecks import record

    return {"$schema": DIALECT, "title": "gazette-lint YAML checks", **record.TABLE.schema}


def decisions_schema() -> Schema:
    """The schema of ``gazette-lint.decisions.yaml``."""
    from linter import decisions

    return {"$schema": DIALECT, "title": "gazette-lint.decisions.yaml", **decisions.TABLE.schema}
