"""Settle layers of settings into one value, later ones over earlier ones, and remember where each part came from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_origin

from linter.forms import shape
from linter.forms.nodes import BadFileError, Node, Place, Problem, suggestion
from linter.kernel.check import Check, Option
from linter.kernel.registry import Registry, RegistryError
from linter.language import NamedTuple
from linter.limits import MISTAKES
from linter.settings.config import Settings
from linter.settings.find import Layer
from linter.settings.office import settle_document, settle_office

DEFAULT = Place("", 0)
# Keys that name a file; where they stand is kept.
_FILES = ("baseline", "decisions")
# Keys that hold one value each, and the field of ``Settings`` they fill.
SCALARS = {
    "language": "lang",
    "level": "level",
    "fail-on": "fail_on",
    "preview": "preview",
    "strict": "strict",
    "changes": "changes",
    "convert": "convert",
    "pages": "pages",
}


class Settled(NamedTuple):
    """Settings with the place of each part, by key: ``("level",)``, ``("checks", "TH003", "severity")``…"""

    settings: Settings
    places: dict[tuple[str, ...], Place]


def settle(registry: Registry, layers: Sequence[Layer]) -> Settled:
    """Fold layers, base first. Raises BadFileError for codes, names and options that no check has."""
    fold = _Fold(registry)
    for layer in layers:
        fold.scalars(layer.node)
    fold.start()
    for layer in layers:
        fold.selection(layer.node)
        fold.checks(layer.node)
    office, places = settle_office(layers, fold.problems)
    said, told = settle_document(layers)
    if told:
        office = office._replace(document=said)
    if fold.problems:
        raise BadFileError(fold.problems)
    settings = Settings(
        select=tuple(sorted(fold.on)),
        ignore=() if fold.on else ("all",),
        severity=fold.severity,
        options=fold.options,
        office=office,
        **fold.fields,
    )
    return Settled(settings, fold.places | places | told)


class _Fold:
    """The state of a fold: which checks are on, and what was said of them. Mistakes of form are passed over."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self.problems: list[Problem] = []
        self.fields: dict[str, Any] = {}
        self.places: dict[tuple[str, ...], Place] = {}
        self.on: set[str] = set()
        self.severity: dict[str, Any] = {}
        self.options: dict[str, dict[str, Any]] = {}

    def scalars(self, node: Node) -> None:
        for key, name in SCALARS.items():
            if found := node.get(key):
                self.fields[name] = found.value if isinstance(found.value, bool) else found.text
                self.places[(key,)] = found.place
        self.places.update({(key,): found.place for key in _FILES if (found := node.get(key))})

    def start(self) -> None:
        """What is on when nobody says anything."""
        self.on = {check.code for check in self.registry.checks if self._by_default(check)}

    def _by_default(self, check: Check) -> bool:
        return all(self.fields.get(name) or not getattr(check, name) for name in ("preview", "strict"))

    def selection(self, node: Node) -> None:
        if only := node.get("select"):
            self.on.clear()
            self._switch(only, on=True)
        if more := node.get("extend-select"):
            self._switch(more, on=True)
        if less := node.get("ignore"):
            self._switch(less, on=False)

    def _switch(self, node: Node, *, on: bool) -> None:
        for word in node.listed():
            if not word.text:
                continue
            for check in self._resolve(word.text, word.place):
                own = word.text.lower() in {check.code.lower(), check.name}
                if on and not (own or self._by_default(check)):
                    continue
                (self.on.add if on else self.on.discard)(check.code)
                self.places["checks", check.code, "severity"] = word.place

    def _resolve(self, word: str, place: Place) -> tuple[Check, ...]:
        if len(self.problems) >= MISTAKES:  # to say what each may have meant takes time; nobody reads so many
            return self.registry.find(word)
        try:
            return self.registry.resolve(word)
        except RegistryError as error:
            self.problems.append(Problem(place, str(error)))
            return ()

    def checks(self, node: Node) -> None:
        checks = node.get("checks")
        for word, said in checks.pairs() if checks else ():
            for check in self._resolve(word, said.name):
                self._say(check, said)

    def _say(self, check: Check, said: Node) -> None:
        severity = said.get("severity") if isinstance(said.value, dict) else said
        if severity:
            self._set_severity(check.code, severity)
        for name, value in said.pairs():
            if name != "severity":
                self._set_option(check, name, value)

    def _set_severity(self, code: str, node: Node) -> None:
        self.places["checks", code, "severity"] = node.place
        if node.text == "off":
            self.on.discard(code)
            return
        self.on.add(code)
        if node.text == "on":
            self.severity.pop(code, None)
        else:
            self.severity[code] = node.text

    def _set_option(self, check: Check, name: str, node: Node) -> None:
        option = (check.options or {}).get(name)
        if option is None:
            known = suggestion(name, check.options or ()) or " (unknown option)"
            self.problems.append(Problem(node.name, f"检查 {check.code} 没有名为 {name} 的选项{known}"))
            return
        problems = list(kind_of(option).problems(node))
        self.problems.extend(problems)
        if not problems:
            self.options.setdefault(check.code, {})[name] = value_of(option, node)
            self.places["checks", check.code, name] = node.place


def kind_of(option: Option) -> shape.Kind:
    """The kind of value an option takes: that of its type; every collection is a list of words."""
    kinds = {bool: shape.flag, int: shape.whole, float: shape.number, str: shape.text}
    make = kinds.get(option.type)
    return make() if make else shape.listed(shape.text())


def value_of(option: Option, node: Node) -> Any:
    """The value of an option as its check expects it."""
    if option.type is str:
        return node.text
    if option.type in {bool, int}:
        return node.value
    if option.type is float:
        return float(node.value)
    return (get_origin(option.type) or option.type)(node.words())
