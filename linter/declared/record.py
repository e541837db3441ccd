"""A YAML file of checks as records: the same records as those of Python, with the place of each in the file."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING, Any, NamedTuple

from linter.declared.scope import WHERE, Scope
from linter.declared.verbs import VERBS
from linter.forms import shape
from linter.forms.nodes import BadFileError, Node, Place, Problem, suggestion
from linter.forms.shape import Key
from linter.kernel.check import CODE, NAME, Bad, Check, Good
from linter.kernel.finding import SEVERITIES, Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.declared.verbs import Verb

_TEXT = shape.text()
_LANGUAGES = shape.table({"zh": Key(_TEXT, Label("中文", "Chinese"), True), "en": Key(_TEXT, Label("英文", "English"))})
_BOTH = shape.either(_TEXT, _LANGUAGES)
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
    "why": Key(_BOTH, Label("理由", "why it matters")),
    "in": Key(shape.listed(shape.choice(*WHERE)), Label("看哪些文字", "kinds of text it looks at")),
    "kind": Key(shape.listed(_TEXT), Label("看哪些文种，按标题末尾", "genres it looks at, by the end of the title")),
    "quoted": Key(shape.flag(), Label("是否看引文", "whether quoted words are looked at")),
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
            yield from _unknown_fields(text, VERBS[verbs[0]])


def _unknown_fields(node: Node, verb: Verb) -> Iterator[Problem]:
    try:
        parsed = list(string.Formatter().parse(node.text))
    except ValueError as error:
        yield Problem(node.place, f"花括号不成对 (bad braces): {error}")
        return
    for _, name, form, conversion in parsed:
        if form or conversion:
            yield Problem(node.place, f"{{{name}}} 里不能写格式 (no format in braces)")
        elif name is not None and name not in verb.fields:
            known = suggestion(name, verb.fields) or f"；可用 {'、'.join(sorted(verb.fields))} (unknown field)"
            yield Problem(node.place, f"没有 {{{name}}} 这个参数{known}")


def _check(node: Node) -> Check:
    verb = next(VERBS[key] for key, _ in node.pairs() if key in VERBS)
    value = next(value for key, value in node.pairs() if key in VERBS)
    said = _label(node.get("message")) or verb.message
    basis = _label(node.get("basis"))
    return Check(
        code=node.value["code"].text,
        name=node.value["name"].text,
        severity=node.value["severity"].text,
        run=verb.build(value, _scope(node)),
        message=said._asdict(),
        examples=_examples(node),
        doc=_doc(node),
        norm=basis.zh if basis else "",
        strength="must" if basis else "internal",
        module=str(node.place),
    )


def _scope(node: Node) -> Scope:
    where, kind, quoted = node.get("in"), node.get("kind"), node.get("quoted")
    places: Any = frozenset(where.words() if where else WHERE)
    return Scope(places, kind.words() if kind else (), quoted is not None and quoted.value)


def _label(node: Node | None) -> Label | None:
    """Words in both languages; what is given in one only serves for both."""
    if node is None:
        return None
    english, chinese = node.get("en"), node.get("zh")
    zh = chinese.text if chinese else node.text
    return Label(zh, english.text if english else zh)


def _doc(node: Node) -> str:
    """A docstring like those of Python checks, from which the page is made."""
    title, basis, why = (_label(node.get(key)) for key in ("title", "basis", "why"))
    heads = (
        ("依据", basis, "zh"),
        ("说明", why, "zh"),
        ("Summary", title, "en"),
        ("Basis", basis, "en"),
        ("Why", why, "en"),
    )
    lines = [title.zh if title else ""]
    lines += [f"{head} {getattr(label, lang)}" for head, label, lang in heads if label]
    return "\n\n".join(lines)


def _examples(node: Node) -> tuple[Bad | Good, ...]:
    return tuple(example for example, _ in _listed(node))


def _placed(check: Check, node: Node) -> Iterator[Example]:
    yield from (Example(check, example, place) for example, place in _listed(node))


def _listed(node: Node) -> Iterator[tuple[Bad | Good, Place]]:
    examples = node.value["examples"]
    for item in examples.value["bad"].listed():
        text, fixed = item.get("text"), item.get("fixed")
        yield Bad(text.text if text else item.text, fixed=fixed.text if fixed else None), item.place
    for item in examples.value["good"].listed():
        yield Good(item.text), item.place
