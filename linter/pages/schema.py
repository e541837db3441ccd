"""JSON Schemas of the files an office writes, derived from the records: settings, YAML checks, decisions.

Those of the built-in checks are shipped in ``linter/schemas``; ``python -m linter.pages.schema`` writes them anew.
"""

import json
from pathlib import Path
from typing import Any

from linter.forms.shape import Schema
from linter.kernel.check import Check
from linter.kernel.finding import SEVERITIES
from linter.kernel.registry import Registry
from linter.settings.fold import kind_of
from linter.settings.keys import CHECK_SEVERITY, TABLE

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SHIPPED = Path(__file__).parent / "schemas"
KINDS = ("settings", "rules", "decisions")


def schema(kind: str, registry: Registry) -> str:
    """The schema of one kind of file, as JSON text."""
    made = (
        settings_schema(registry) if kind == "settings" else rules_schema() if kind == "rules" else decisions_schema()
    )
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def settings_schema(registry: Registry) -> Schema:
    """The schema of ``gazette-lint.yaml``, with every check, its severities and its options."""
    made: dict[str, Any] = {"$schema": DIALECT, "title": "gazette-lint.yaml", **TABLE.schema}
    checks = made["properties"]["checks"]
    known = {check.code: _check(check) for check in registry.checks}
    names = {check.name: {"$ref": f"#/$defs/{check.code}"} for check in registry.checks}
    refs = {code: {"$ref": f"#/$defs/{code}"} for code in known}
    families = {check.family: {"$ref": "#/$defs/severity"} for check in registry.checks}
    groups = {word: {"$ref": "#/$defs/severity"} for word in ("all", *SEVERITIES)}
    checks = {"type": "object", "description": checks["description"], "properties": refs | names | families | groups}
    definitions = {"severity": CHECK_SEVERITY.schema, "checks": checks, **known}
    here = {"checks": {"$ref": "#/$defs/checks"}}
    paths = made["properties"]["paths"]
    inner = paths["additionalProperties"]
    inner = {**inner, "properties": inner["properties"] | here}
    made["properties"] = made["properties"] | here | {"paths": {**paths, "additionalProperties": inner}}
    return made | {"$defs": definitions}


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
    from linter.declared import record

    return {"$schema": DIALECT, "title": "gazette-lint YAML checks", **record.TABLE.schema}


def decisions_schema() -> Schema:
    """The schema of ``gazette-lint.decisions.yaml``."""
    from linter.accepted import decisions

    return {"$schema": DIALECT, "title": "gazette-lint.decisions.yaml", **decisions.TABLE.schema}


def main() -> None:
    """Write the shipped schemas from the built-in checks."""
    from linter.kernel.registry import BUILTIN, build, load

    registry = build(pack for pack in load().packs if pack.name == BUILTIN)
    SHIPPED.mkdir(exist_ok=True)
    for kind in KINDS:
        (SHIPPED / f"{kind}.json").write_text(schema(kind, registry), "utf-8")


if __name__ == "__main__":
    main()
