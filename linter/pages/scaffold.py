"""Files to begin a check from. Their examples fail until they are filled in."""

from __future__ import annotations

from linter.forms.nodes import suggestion
from linter.kernel.check import CODE, NAME


class ScaffoldError(ValueError):
    """A code, name or verb that cannot be; the message says what to write."""


_PYTHON = '''\
"""一句话说明查什么。

依据 规范名称和条款。
说明 这是什么问题，为什么要紧。
限度 什么情况查不出来，或者有意不报。

Summary One sentence: what it finds.
Basis Norm and clause.
Why What the defect is and why it matters.
Limits What it does not see, or leaves alone on purpose.
"""

from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check


@check(
    code="{code}",
    name="{name}",
    severity="warning",
    message={{"zh": "“{{words}}”有问题", "en": "“{{words}}” is wrong"}},
    examples=(
        Bad("关于印发某某办法的通知\\n\\n这里写一段有问题的公文，[[问题所在]]用双方括号标出。"),
        Good("关于印发某某办法的通知\\n\\n这里写一段没有问题、但容易误报的公文。"),
    ),
)
def {function}(document: Document, options: Options) -> Findings:
    """Yield the places that are wrong."""
    for paragraph in document.paragraphs:
        at = paragraph.text.find("要查的词")
        if at >= 0:
            yield Finding(paragraph.span(at, at + 4), {{"words": "要查的词"}})
'''

_YAML = """\
# gazette-lint prove {file} 试验其中的例子；写好后在设置文件的 rules 下列出本文件。
pack: {pack}
version: "1.0"
checks:
  - code: {code}
    name: {name}
    severity: warning
    title: {{zh: 一句话说明查什么。, en: One sentence saying what it finds.}}
    basis: 规范名称和条款
    why: 为什么要紧。
    in: [title, heading, paragraph, cell]
{verb}
    examples:
      bad:
        - 这里写一段有问题的公文，[[问题所在]]用双方括号标出。
      good:
        - 这里写一段没有问题、但容易误报的公文。
"""
# A value for each verb that can be run and finds nothing in the examples.
_VALUES = {
    "forbid-term": "    forbid-term: [要查的词]",
    "replace-term": "    replace-term:\n      要查的词: 应写的词",
    "rewrite": '    rewrite: {pattern: "第([0-9]+)期第", use: "第{1}期"}',
    "at-most": "    at-most: {characters: 300}",
    "consistent": "    consistent: [一种写法, 另一种写法]",
    "require-section": "    kind: [预案]\n    require-section: [总则, 附则]",
    "require-field": "    kind: [通知]\n    require-field: [number, date]",
    "order": "    kind: [预案]\n    order: [总则, 附则]",
    "if-then": "    if-then:\n      if: {term: 要查的词}\n      then: {term: 应有的词}",
    "body-registry": "    body-registry:\n      bodies: [某市人民政府]",
}


def python_check(code: str, name: str) -> tuple[str, str]:
    """File name and text of a new check in Python. Raises ScaffoldError for a code or name of the wrong form."""
    _validate(code, name)
    function = name.replace("-", "_")
    return f"{code.lower()}_{function}.py", _PYTHON.format(code=code, name=name, function=function)


def yaml_check(code: str, name: str, verb: str) -> tuple[str, str]:
    """File name and text of a new YAML check. Raises ScaffoldError for a code, name or verb that cannot be."""
    _validate(code, name)
    if verb not in _VALUES:
        raise ScaffoldError(
            f"没有动词 {verb}{suggestion(verb, _VALUES) or '；有 ' + '、'.join(_VALUES)} (unknown verb)"
        )
    file = f"{code.lower()}-{name}.yaml"
    return file, _YAML.format(
        code=code, name=name, file=file, pack=code.rstrip("0123456789").lower(), verb=_VALUES[verb]
    )


def _validate(code: str, name: str) -> None:
    if not CODE.match(code):
        raise ScaffoldError(f"代码 {code} 应为大写字母加三位数字，如 SY001 (code: letters and three digits)")
    if not NAME.match(name):
        raise ScaffoldError(f"名称 {name} 应为小写英文词加连字符，如 old-term (name: lower-case words with hyphens)")
