"""The closed set of verbs: what each takes, what it says, and the function that looks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from linter.declared import structure, wording
from linter.declared.rewrite import GROUP
from linter.declared.scope import Scope
from linter.declared.terms import PATTERN, TERM, TERMS
from linter.forms import shape
from linter.forms.nodes import Node, Problem
from linter.forms.shape import Key, Kind
from linter.kernel.check import Runner
from linter.kernel.finding import Label
from linter.language import NamedTuple

LANGUAGES = shape.table(
    {"zh": Key(shape.text(), Label("中文", "Chinese"), True), "en": Key(shape.text(), Label("英文", "English"))}
)


class Verb(NamedTuple):
    """A verb: the kind of its value, what it means, its message, and how a value becomes a check's function.

    ``fields`` are the arguments that a message of the office's own may use, ``choices`` those that are one of a few.
    """

    kind: Kind
    label: Label
    message: Label
    build: Callable[[Node, Scope], Runner]
    fields: frozenset[str]
    choices: Mapping[str, Mapping[str, Label]] = {}


def _verb(
    kind: Kind,
    label: Label,
    message: Label,
    build: Callable[[Node, Scope], Runner],
    fields: str,
    choices: Mapping[str, Mapping[str, Label]] | None = None,
) -> Verb:
    return Verb(kind, label, message, build, frozenset(fields.split()), choices or {})


def _one_of(kind: Kind, *groups: tuple[str, ...]) -> Kind:
    """A table with the keys of one of some groups, all of them."""

    def problems(node: Node) -> Iterator[Problem]:
        yield from kind.problems(node)
        if not any(all(node.get(key) for key in group) for group in groups):
            wanted = "，或 ".join("、".join(group) for group in groups)
            yield Problem(node.name, f"须有 {wanted} (missing keys)")

    return Kind(problems, kind.schema)


def _known_groups(kind: Kind) -> Kind:
    """A pattern and a template that names groups of it."""

    def problems(node: Node) -> Iterator[Problem]:
        told = list(kind.problems(node))
        yield from told
        pattern, use = node.get("pattern"), node.get("use")
        if told or not pattern or not use:
            return
        import regex

        compiled = regex.compile(pattern.text)
        known = {*map(str, range(compiled.groups + 1)), *compiled.groupindex}
        for name in GROUP.findall(use.text):
            if name not in known:
                yield Problem(use.place, f"正则表达式里没有 {{{name}}} 这一组 (no such group)")

    return Kind(problems, kind.schema)


_FIELD = shape.choice(*structure.FIELDS)
_CONDITION_TABLE = shape.table(
    {
        "term": Key(TERMS, Label("文中有其中一个词", "one of these words is there")),
        "section": Key(TERMS, Label("有其中一个标题", "one of these headings is there")),
        "field": Key(shape.listed(_FIELD), Label("有其中一项要素", "one of these fields is there")),
    }
)
_CONDITION = _one_of(_CONDITION_TABLE, ("term",), ("section",), ("field",))

VERBS: dict[str, Verb] = {
    "forbid-term": _verb(
        TERMS,
        Label("不得出现的词", "words that may not occur"),
        Label("不应出现“{words}”", "“{words}” may not occur"),
        wording.forbid,
        "words",
    ),
    "replace-term": _verb(
        shape.mapping(shape.text()),
        Label("应改写的词：改为", "word: the word to write instead"),
        Label("“{words}”应写作“{use}”", "Write “{use}” for “{words}”"),
        wording.replace,
        "words use",
    ),
    "rewrite": _verb(
        _known_groups(
            shape.table(
                {
                    "pattern": PATTERN,
                    "needles": Key(
                        shape.listed(shape.text()), Label("文中须有其一才查", "without one of them nothing is searched")
                    ),
                    "use": Key(
                        shape.text(empty=True), Label("应写的文字，{1} 是第一组", "the right words, {1}: group 1")
                    ),
                    "fix": Key(shape.choice("safe", "unsafe", "shown"), Label("改法的类别", "the kind of repair")),
                    "repair": Key(LANGUAGES, Label("改法的名称", "the name of the repair")),
                    "raw": Key(shape.text(), Label("原文须是这样写的", "how it must be written in the raw text")),
                    "around": Key(shape.whole(0), Label("引用前后多少字", "characters quoted on each side")),
                }
            )
        ),
        Label("按模式改写", "what a pattern finds, and the words to write instead"),
        Label("“{words}”应写作“{right}”", "Write “{right}” for “{words}”"),
        wording.rewrite,
        "words right",
    ),
    "at-most": _verb(
        _one_of(
            shape.table(
                {
                    "characters": Key(shape.whole(1), Label("每处的字数", "characters in one place")),
                    "times": Key(shape.whole(0), Label("每件的次数", "occurrences in one document")),
                    "of": Key(TERMS, Label("所数的词", "the words that are counted")),
                }
            ),
            ("characters",),
            ("times", "of"),
        ),
        Label("字数或次数的上限", "a limit on characters or occurrences"),
        Label("“{words}”为 {count}{of}，超过 {limit}", "“{words}” is {count}{of}, more than {limit}"),
        wording.at_most,
        "words count limit of",
        {"of": wording.COUNTED},
    ),
    "consistent": _verb(
        shape.listed(shape.either(TERM, TERMS)),
        Label("几种写法只用一种", "forms of which only one is used"),
        Label("“{words}”与“{other}”混用，后者 {count} 处", "“{words}” beside “{other}”, which occurs {count} times"),
        wording.consistent,
        "words other count",
    ),
    "require-section": _verb(
        TERMS,
        Label("必须有的标题", "headings that must be there"),
        Label("缺少“{missing}”", "“{missing}” is missing"),
        structure.require_section,
        "missing",
    ),
    "require-field": _verb(
        shape.listed(_FIELD),
        Label("必须有的要素", "fields that must be there"),
        Label("缺少{missing}", "The {missing} is missing"),
        structure.require_field,
        "missing",
        {"missing": structure.FIELDS},
    ),
    "order": _verb(
        TERMS,
        Label("标题的先后次序", "the order of headings"),
        Label("“{words}”应在“{other}”之前", "“{words}” belongs before “{other}”"),
        structure.order,
        "words other",
    ),
    "if-then": _verb(
        shape.table(
            {
                "if": Key(_CONDITION, Label("如果有", "if there is"), required=True),
                "then": Key(_CONDITION, Label("就应当有", "there must be"), required=True),
            }
        ),
        Label("有甲则须有乙", "with one thing another is required"),
        Label("有“{words}”而没有{missing}", "“{words}” is there, without {missing}"),
        structure.if_then,
        "words missing",
        {"missing": structure.FIELDS},
    ),
    "body-registry": _verb(
        shape.table(
            {
                "bodies": Key(shape.listed(shape.text()), Label("机构全称", "full names of bodies")),
                "abbreviations": Key(shape.mapping(shape.text()), Label("简称：全称", "short form: full name")),
            }
        ),
        Label("列举的机构须在名录中", "bodies in lists must be registered"),
        Label("机构名录中没有“{words}”", "“{words}” is not a registered body"),
        structure.body_registry,
        "words",
    ),
}
