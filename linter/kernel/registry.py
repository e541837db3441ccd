"""Find the checks: every pack enters through the entry-point group ``gazette_lint.checks``, the built-in one too."""

from __future__ import annotations

from collections.abc import Iterable

from linter.kernel.check import Check
from linter.kernel.entry_points import EntryPoint, entries
from linter.kernel.packs import checks_of
from linter.language.record import NamedTuple
from linter.limits import failure

GROUP = "gazette_lint.checks"
# The pack whose letters (TH, LV, …) other packs may not use, so that its next code is never taken.
BUILTIN = "builtin"


class RegistryError(Exception):
    """A pack that cannot be used, or a name nobody has; the message is one line."""


class Pack(NamedTuple):
    """An installed set of checks: name, version, and the checks in order of code."""

    name: str
    version: str
    checks: tuple[Check, ...]


class Registry(NamedTuple):
    """All checks by code and by name."""

    packs: tuple[Pack, ...]
    by_code: dict[str, Check]
    by_name: dict[str, Check]

    @property
    def checks(self) -> tuple[Check, ...]:
        """All checks in order of code."""
        return tuple(self.by_code[code] for code in sorted(self.by_code))

    def resolve(self, word: str) -> tuple[Check, ...]:
        """The checks that ``find`` finds. Raises RegistryError with a suggestion if there is none."""
        found = self.find(word)
        if not found:
            raise RegistryError(f"没有名为 {word} 的检查{self.suggest(word)}")
        return found

    def find(self, word: str) -> tuple[Check, ...]:
        """The checks that a code, a name, a family prefix, a severity or ``all`` selects; none for other words."""
        if word.lower() == "all":
            return self.checks
        found = self.by_code.get(word.upper()) or self.by_name.get(word.lower())
        if found:
            return (found,)
        return tuple(
            check
            for check in self.checks
            if word and (check.code.startswith(word.upper()) or check.severity == word.lower())
        )

    def codes_of(self, word: str) -> frozenset[str]:
        """The codes that a word selects, none if it selects nothing."""
        return frozenset(check.code for check in self.find(word))

    def suggest(self, word: str) -> str:
        """“did you mean” for an unknown word, or nothing."""
        import difflib

        near = difflib.get_close_matches(word.upper(), list(self.by_code), 1, 0.7) or difflib.get_close_matches(
            word.lower(), list(self.by_name), 1, 0.6
        )
        return f"，是否指 {near[0]}？(did you mean {near[0]}?)" if near else f" (unknown check {word})"


def load(extra: Iterable[Pack] = ()) -> Registry:
    """Load every installed pack. Raises RegistryError that names a pack which fails, or a code used twice."""
    packs = [_pack(entry) for entry in entries(GROUP)]
    return build([*packs, *extra])


def build(packs: Iterable[Pack]) -> Registry:
    """A registry of packs. Raises RegistryError if a code or name is used twice, or a family of the built-in pack."""
    packs = tuple(packs)
    own = {check.family for pack in packs if pack.name == BUILTIN for check in pack.checks}
    by_code: dict[str, Check] = {}
    by_name: dict[str, Check] = {}
    for pack in packs:
        for check in pack.checks:
            if pack.name != BUILTIN and check.family in own:
                raise RegistryError(f"{pack.name}：{check.code} 的字母 {check.family} 归内置检查使用 (reserved prefix)")
            for table, key in ((by_code, check.code), (by_name, check.name)):
                other = table.setdefault(key, check)
                if other is not check:
                    raise RegistryError(f"检查 {key} 重复：{other.module} 与 {check.module} (duplicate check {key})")
    return Registry(packs, by_code, by_name)


def _pack(entry: EntryPoint) -> Pack:
    try:
        module = entry.load()
        checks = checks_of(module)
    except (Exception, SystemExit) as error:
        raise RegistryError(f"检查包 {entry.name} ({entry.value}) 无法载入 (cannot load): {failure(error)}") from error
    return Pack(entry.name, entry.version, checks)
