"""The YAML checks that a settings file names, as packs beside the installed ones."""

from collections.abc import Sequence

from linter.forms.nodes import BadFileError, Node, Problem
from linter.kernel.registry import Pack, Registry, build
from linter.settings.find import Layer


def with_rules(registry: Registry, layers: Sequence[Layer], problems: list[Problem]) -> Registry:
    """The registry with the checks of every file under ``rules``, mistakes in them told in ``problems``.

    Raises RegistryError for a code used twice.
    """
    packs: list[Pack] = []
    for layer in layers:
        rules = layer.node.get("rules")
        for word in rules.listed() if rules else ():
            try:
                packs.append(_pack(layer, word))
            except BadFileError as error:
                problems.extend(error.problems)
    return build([*registry.packs, *packs]) if packs else registry


def _pack(layer: Layer, word: Node) -> Pack:
    from linter.declared import load

    path = layer.reach(word)
    if not path.is_file():
        raise BadFileError([Problem(word.place, f"没有文件 {word.text} (no such file)")])
    return load(path)
