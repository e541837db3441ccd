"""A YAML file of checks as records: the same records as those of Python, with the place of each in the file."""

from __future__ import annotations

import string
from collections.abc import Iterator
from typing import Any

from linter.declared.rows import check_of, examples
from linter.declared.scope import WHERE, Scope
from linter.declared.terms import named_groups
from linter.declared.verbs import LANGUAGES, VERBS
from linter.forms import shape
from linter.forms.nodes import BadFileError, Node, Place, Problem, suggestion
from linter.forms.shape import Key
from linter.kernel.check import CEILING, CODE, NAME, Bad, Check, Good
from linter.kernel.finding import SEVERITIES, Label
from linter.language import NamedTuple

_TEXT = shape.text()
_BOTH = shape.either(_TEXT, LANGUAGES)
_FIXED = shape.table(
    {
        "text": Key(_TEXT, Label("有问题的文字", "the wrong text"), required=True),
        "fixed": Key(_TEXT, Label("改后的文字", "the text after the repair"), required=True),
    }
)
_EXAMPLES = shape.table(
    {
        "bad": Key(
            shape.listed(shape.either(_TEXT, _FIXED)),
            Label("有问题的例子，用 [[ ]] 标出", "wrong, [[marked]]"),
            required=True,
        ),
        "good": Key(shape.listed(_TEXT), Label("没有问题的例子", "right"), required=True),
    }
)
_OWN: dict[str, Key] = {
    "code": Key(_TEXT, Label("代码：字母加三位数字", "letters and three digits"), required=True),
    "name": Key(_TEXT, Label("名称：小写英文词，用连字符连接", "lower-case words joined by hyphens"), required=True),
    "severity": Key(shape.choice(*SEVERITIES), Label("严重程度", "severity"), required=True),
    "title": Key(_BOTH, Label("一句话说明", "what it finds, one sentence"), required=True),
    "message": Key(_BOTH, Label("报告用语，可用 {words} 等", "the message, with {words} and the like")),
    "basis": Key(_BOTH, Label("依据", "the rule it rests on")),
    "norm": Key(_TEXT, Label("规范和条款，不写则同依据", "norm and clause, by default the basis")),
    "strength": Key(shape.choice(*CEILING), Label("规范的强度", "strength of the norm")),
    "why": Key(_BOTH, Label("理由", "why it matters")),
    "limits": Key(_BOTH, Label("限度", "what it does not see")),
    "strict": Key(shape.flag(), Label("文体问题，须加 --strict", "a matter of style, on in strict only")),
    "preview": Key(shape.flag(), Label("试行，须加 --preview", "not precise enough yet, on in preview only")),
    "in": Key(shape.listed(shape.choice(*WHERE)), Label("看哪些文字", "kinds of text it looks at")),
    "kind": Key(shape.listed(_TEXT), Label("看哪些文种，按标题末尾", "genres it looks at, by the end of the title")),
    "quoted": Key(shape.flag(), Label("是否看引文", "whether quoted words are looked at")),
    "whole": Key(shape.flag(), Label("是否只看整词", "whether only whole words are looked at")),
    "examples": Key(_EXAMPLES, Label("例子，必须有", "examples"), required=True),
}
CHECK = shape.table(_OWN | {name: Key(verb.kind, verb.label) for name, verb in VERBS.items()})
TABLE = shape.table(
    {
        "pack": Key(_TEXT, Label("这组检查的名称", "name of the pack")),
        "version": Key(_TEXT, Label("版本", "version")),
        "checks": Key(shape.listed(CHECK), Label("检查", "checks"), required=True),
    }
)


class Example(NamedTuple):
    """An example of a check and its place in the file."""

    check: Check
    example: Bad | Good
    place: Place


class File(NamedTuple):
    """A YAML file of checks as read."""

    pack: str
    version: str
    checks: tuple[Check, ...]
    examples: tuple[Example, ...]


def read(root: Node, stem: str) -> File:
    """The checks of a file called ``stem``. Raises BadFileError with each mistake at its line."""
    problems = [*TABLE.problems(root)]
    listed = root.get("checks")
    nodes = listed.listed() if listed else ()
    for node in nodes:
        problems.extend(_own_problems(node))
    if problems:
        raise BadFileError(problems)
    checks = [_check(node) for node in nodes]
    examples = [example for check, node in zip(checks, nodes, strict=True) for example in _placed(check, node)]
    pack, version = root.get("pack"), root.get("version")
    return File(pack.text if pack else stem, version.text if version else "", tuple(checks), tuple(examples))


def _own_problems(node: Node) -> Iterator[Problem]:
    """What the shape of a check does not tell: form of code and name, one verb, fields of the message."""
    for key, form, wanted in (
        ("code", CODE, "字母加三位数字，如 SY001"),
        ("name", NAME, "小写英文词加连字符，如 old-term"),
    ):
        said = node.get(key)
        if said and said.text and not form.match(said.text):
            yield Problem(said.place, f"{said.text} 应为{wanted} (bad {key})")
    verbs = [key for key, _ in node.pairs() if key in VERBS]
    # A key that nobody knows is a verb misspelt, most likely; it is told as such.
    if len(verbs) != 1 and all(key in VERBS or key in _OWN for key, _ in node.pairs()):
        yield Problem(node.name, f"应有且只有一个动词：{'、'.join(VERBS)} (one verb wanted, {len(verbs)} found)")
    message = node.get("message")
    if message and len(verbs) == 1:
        for text in [one for _, one in message.pairs()] or [message]:
            yield from _unknown_fields(text, VERBS[verbs[0]].fields | named_groups(node.value[verbs[0]]))


def _unknown_fields(node: Node, fields: frozenset[str]) -> Iterator[Problem]:
    try:
        parsed = list(string.Formatter().parse(node.text))
    except ValueError as error:
        yield Problem(node.place, f"花括号不成对 (bad braces): {error}")
        return
    for _, name, form, conversion in parsed:
        if form or conversion:
            yield Problem(node.place, f"{{{name}}} 里不能写格式 (no format in braces)")
        elif name is not None and name not in fields:
            known = suggestion(name, fields) or f"；可用 {'、'.join(sorted(fields))} (unknown field)"
            yield Problem(node.place, f"没有 {{{name}}} 这个参数{known}")


def _check(node: Node) -> Check:
    verb = next(VERBS[key] for key, _ in node.pairs() if key in VERBS)
    value = next(value for key, value in node.pairs() if key in VERBS)
    made = check_of(node.written(), verb.build(value, _scope(node)), str(node.place), verb.message)
    return made._replace(choices=verb.choices)


def _scope(node: Node) -> Scope:
    where, kind = node.get("in"), node.get("kind")
    places: Any = frozenset(where.words() if where else WHERE)
    return Scope(places, kind.words() if kind else (), _on(node, "quoted"), _on(node, "whole"))


def _on(node: Node, key: str) -> bool:
    given = node.get(key)
    return given is not None and bool(given.value)


def _placed(check: Check, node: Node) -> Iterator[Example]:
    kinds = node.value["examples"]
    for example, (kind, at) in examples(kinds.written()):
        yield Example(check, example, kinds.value[kind].listed()[at].place)
