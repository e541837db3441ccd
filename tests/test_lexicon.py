"""Every word of a class counts where a pattern names the class, and is missed when it is dropped."""

from __future__ import annotations

import ast
import re
import zlib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest
from conftest import ROOT
from tabled import over

from linter.facts.bands.grids import label_of
from linter.language import compiled, lexicon, pattern
from linter.language.lexicon import Word

# How the code reads the classes that it takes as sets: what a name ends in, what is doubled, what hints at a page; the
# others as a whole word between two marks.
_OTHER = r"(?![\u4e00-\u9fff])"
AS_SETS = {
    **dict.fromkeys(("BODY_END", "TERM_HEAD", "DEED", "ENCLOSED"), "{X}" + _OTHER),
    "APART_UNIT": r"\d{X}" + _OTHER,
    **dict.fromkeys(("SEAM", "NO_NOUN_END"), r"({X})\1"),
    "LIST_LABEL": "{X}:",
    **dict.fromkeys(("PAGE_HINT", "TERM_QUALIFIER"), "{X}"),
}
_WHOLE = r"(?<![\u4e00-\u9fff]){X}" + _OTHER
# What the head of a column in a table of penalties or fees says, by the classes of its words.
ROLES = {"HEAD_CONDITION": "condition", "HEAD_CONSEQUENCE": "consequence", "HEAD_NOTE": "note"}
GOLDEN = Path(__file__).parent / "golden" / "words.txt"
ROWS = tuple(lexicon.entries())


@cache
def uses() -> dict[str, list[tuple[str, int]]]:
    """The patterns that name a class; one that is read as a set is a pattern by itself."""
    found: dict[str, list[tuple[str, int]]] = {}
    for source, flags in compiled.sources(compiled.HOMES):
        for kind in set(pattern.named(source)):
            found.setdefault(kind, []).append((source, flags))
    for path in [*(ROOT / "linter").rglob("*.py"), *(ROOT / "checks").rglob("*.py")]:
        for kind in re.findall(r"lexicon\.words\(\"([A-Z_]+)\"\)", path.read_text("utf-8")):
            found.setdefault(kind, [(AS_SETS.get(kind, _WHOLE).replace("{X}", f"{{{kind}}}"), 0)])
    return found


def reading(source: str, flags: int, dropped: Word | None, sentence: str) -> list[tuple[object, ...]]:
    """What a pattern finds in a sentence, with a word dropped from its class."""

    def words(kind: str) -> frozenset[str]:
        return lexicon.words(kind) - ({dropped.text} if dropped and dropped.kind == kind else set())

    found = compiled_once(pattern.written(source, words), flags).finditer(sentence)
    return [(match.span(), *match.groups()) for match in found]


@cache
def compiled_once(source: str, flags: int) -> re.Pattern[str]:
    return re.compile(source, flags)


def proven(word: Word, source: str, flags: int) -> bool:
    """A pattern reads the first sentence with the word only, and the second as well without it."""

    def matters(sentence: str) -> bool:
        return reading(source, flags, None, sentence) != reading(source, flags, word, sentence)

    return matters(word.counts) and (word.silent == "-" or not matters(word.silent))


def decided(word: Word) -> bool:
    """Of the heads of tables: the class matters to the first, and another class decides what the second says."""
    return (
        any(reading(*use, None, word.counts) != reading(*use, word, word.counts) for use in uses()[word.kind])
        and word.text in word.silent
        and label_of(word.silent).role != ROLES[word.kind]
    )


@cache
def without_second() -> dict[str, str]:
    """The classes for whose words no second sentence can be, with the reason: ``#- CLASS: reason`` in the heads."""
    heads = [line for path in lexicon.WORDS.glob("*.tsv") for line in path.read_text("utf-8").splitlines()]
    return dict(line[3:].split(": ", 1) for line in heads if line.startswith("#- "))


@over("kind", sorted(lexicon.classes()))
def test_each_word_counts_in_its_sentence_only(kind: str) -> None:
    for word in (row for row in ROWS if row.kind == kind):
        assert word.source
        assert (word.silent == "-") == (kind in without_second()), word
        assert word.silent == "-" or word.text in word.silent, word
        assert decided(word) if kind in ROLES else any(proven(word, *use) for use in uses()[kind]), word


def test_reasons_for_no_second_sentence_are_of_classes() -> None:
    assert set(without_second()) <= set(lexicon.classes())
    assert all(without_second().values())


@pytest.mark.parametrize(
    ("row", "inside", "outside"),
    [
        ("由‹公安排›查。", "由公安排查。", "由公安安排。"),
        ("编制‹安排表›。", "编制安排表。", "安排两次"),
        ("由‹公安排查›。", "由公安排查。", "由公安排除。"),
    ],
)
def test_a_word_does_not_count_within_a_longer_run(
    row: str, inside: str, outside: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "own.tsv").write_text(f"{lexicon.HEADER}\n安排\tFUNDS\t某法\t安排。\t{row}\n", "utf-8")
    monkeypatch.setattr(lexicon, "WORDS", tmp_path)
    for kept in (lexicon._lines, lexicon.classes, lexicon.limits):
        kept.cache_clear()
    try:
        read = re.compile(pattern.written("{FUNDS}"))
        assert not read.search(inside)
        assert read.search(outside)
    finally:
        for kept in (lexicon._lines, lexicon.classes, lexicon.limits):
            kept.cache_clear()


def test_each_class_is_named_by_a_pattern_and_says_what_it_is() -> None:
    assert set(uses()) == set(lexicon.classes())
    assert set(lexicon.meanings()) == set(lexicon.classes())


def held() -> list[str]:
    """The classes word by word, and how many rows the other lists have, with a sum that shows any change."""
    tables = {path.name: lexicon.rows(path.name) for path in sorted(lexicon.WORDS.glob("*.t[sx][vt]"))}
    return [f"{kind} {' '.join(sorted(words))}" for kind, words in sorted(lexicon.classes().items())] + [
        f"{name} {len(lines)} {zlib.crc32(repr(sorted(lines)).encode()):08x}"
        for name, lines in tables.items()
        if "\t".join(lines[0]) != lexicon.HEADER
    ]


def test_no_row_comes_or_goes_unseen() -> None:
    """The lists as decided: a row dropped takes its sentences along, so they are also written down here."""
    assert held() == GOLDEN.read_text("utf-8").splitlines(), "python tests/test_lexicon.py writes the golden file anew"


def test_no_class_twice() -> None:
    classes = sorted(lexicon.classes().items())
    for at, (kind, words) in enumerate(classes):
        for other, others in classes[at + 1 :]:
            assert len(words & others) < 0.75 * len(words | others), f"{kind} and {other} are one class"


def test_a_row_stands_once() -> None:
    pairs = [(row.kind, row.text) for row in ROWS]
    assert len(pairs) == len(set(pairs))


def test_classes_in_patterns() -> None:
    words = {"A": ["省", "自治区", "市"], "B": ["县", "区"]}
    assert pattern.written(r"\{A\}[^{B}\]]{1,2}(?:{A}|x){2}", words.__getitem__) == (
        r"\{A\}[^区县\]]{1,2}(?:(?:自治区|[市省])|x){2}"
    )
    with pytest.raises(ValueError, match="自治区"):
        pattern.written("[{A}]", words.__getitem__)
    with pytest.raises(KeyError):
        pattern.lazy("{NO_SUCH_CLASS}").match("")


@pytest.fixture
def office() -> Iterator[None]:
    pattern.extend({"CHIEF": frozenset({"组织员"})})
    yield
    pattern.extend({})


@pytest.mark.usefixtures("office")
def test_an_office_adds_words_to_a_class() -> None:
    posts = pattern.lazy("{CHIEF}$")
    others = pattern.lazy("{DUTY}$")
    assert posts.search("镇党委组织员")
    assert others.search("负责")
    pattern.extend({})
    assert not posts.search("镇党委组织员")
    assert posts.search("镇党委书记")
    pattern.extend({"CHIEF": frozenset({"组织员"})})
    assert posts.search("镇党委组织员")


@pytest.fixture(scope="module", autouse=True)
def _trees() -> Iterator[None]:
    """Trees of all modules are kept no longer than their tests run."""
    yield
    nodes_of.cache_clear()


@cache
def nodes_of(path: Path) -> tuple[ast.AST, ...]:
    """The nodes of a module, itself first."""
    return tuple(ast.walk(ast.parse(path.read_text("utf-8"))))


def alternatives(source: str) -> Iterator[list[str]]:
    """The alternatives of each group of a pattern, and of the whole."""
    stack: list[list[str]] = [[""]]
    for piece in re.findall(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?(?:P?<?\w*>|<?[=!:])|.", source, re.DOTALL):
        if (piece.startswith("(") and len(piece) > 1) or piece == "(":
            stack.append([""])
        elif piece == ")" and len(stack) > 1:
            done = stack.pop()
            yield done
            stack[-1][-1] += "()"
        elif piece == "|":
            stack[-1].append("")
        else:
            stack[-1][-1] += piece
    yield from stack


def _parts(node: ast.AST) -> Iterator[str]:
    """The strings of a module that are no docstrings; an f-string is one string with blanks."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
            continue
        if isinstance(child, ast.JoinedStr):
            yield "".join(str(one.value) if isinstance(one, ast.Constant) else "0" for one in child.values)
        elif isinstance(child, ast.Constant) and isinstance(child.value, str):
            yield child.value
        else:
            yield from _parts(child)


@pytest.mark.parametrize("package", ["linter", "checks"])
def test_no_list_of_words_in_a_pattern(package: str) -> None:
    """Five Chinese words or more between bars are a class of words; they belong into words/."""
    # Characters and sets of characters, any of them optional: 以[上下], 超过?.
    word = re.compile(r"(?=.*[\u3400-\u9fff])(?:[\u3400-\u9fff]|\[[^\]]*\]|[? ])+")
    for path in sorted((ROOT / package).rglob("*.py")):
        for part in _parts(nodes_of(path)[0]):
            for group in alternatives(part) if part.count("|") >= 4 else ():
                words = [one for one in group if word.fullmatch(one) and one == one.strip() and "|---" not in part]
                assert len(words) < 5, f"{path.relative_to(ROOT)}: {'|'.join(group)}"


# Where documents are read; other rooms speak to people. The reader of numbers is a table of characters.
READING = ("linter/language", "linter/structure", "linter/facts", "linter/sources", "checks")
NUMERALS = ROOT / "linter" / "language" / "numerals.py"


# More characters in a set written as one string belong into words/; fewer stand beside the pattern that they prepare.
_CHARACTERS = 24


def collections(nodes: Sequence[ast.AST]) -> Iterator[tuple[int, list[str]]]:
    """The Chinese words of each literal collection of a module, and of each string of words alone, with its line."""
    shown, given = set(), set()  # what examples and messages show; arguments of calls: characters, patterns, labels
    for node in nodes:
        if isinstance(node, ast.keyword) and node.arg in ("examples", "message", "messages"):
            shown |= {id(one) for one in ast.walk(node)}
        if isinstance(node, ast.Call):
            given |= {id(one) for one in node.args if isinstance(one, ast.Constant)}
    for node in nodes:
        if id(node) in shown:
            continue
        if isinstance(node, (ast.Tuple, ast.List, ast.Set, ast.Dict)):
            kept = [one for one in ast.walk(node) if isinstance(one, ast.Constant) and id(one) not in given]
            parts = [one.value for one in kept if isinstance(one.value, str)]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            parts = node.value.split()
            if not all(re.fullmatch(r"[\u3400-\u9fff]{1,8}", part) for part in parts):
                continue
        else:
            continue
        yield node.lineno, [part for part in parts if re.fullmatch(r"[\u3400-\u9fff]+", part)]


def characters(nodes: Sequence[ast.AST]) -> Iterator[tuple[int, str]]:
    """The Chinese characters of each set that a module makes of a string, but for numerals, with its line."""
    for node in nodes:
        if isinstance(node, ast.Call):
            strings = [one for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            if strings and re.search(r"(?:set|\.union)$", ast.unparse(node.func)):
                for one in strings:
                    yield node.lineno, re.sub(r"[^\u3400-\u9fff]|[零〇一二三四五六七八九十百千万亿两]", "", one.value)


@pytest.mark.parametrize("package", READING)
def test_no_list_of_words_in_a_collection(package: str) -> None:
    """Five Chinese words or more in a tuple, a set, a dict or a string that is split belong into words/."""
    for path in sorted({*(ROOT / package).rglob("*.py")} - {NUMERALS}):
        for line, words in collections(nodes_of(path)):
            assert len(words) < 5, f"{path.relative_to(ROOT)}:{line}: {words}"


@pytest.mark.parametrize("package", READING)
def test_no_long_set_of_characters(package: str) -> None:
    """A long set of characters belongs into sets.tsv, where its like stand beside it."""
    for path in sorted((ROOT / package).rglob("*.py")):
        for line, found in characters(nodes_of(path)):
            assert len(found) <= _CHARACTERS, f"{path.relative_to(ROOT)}:{line}: {found}"


def test_each_set_is_read() -> None:
    code = "".join(
        path.read_text("utf-8") for path in [*(ROOT / "linter").rglob("*.py"), *(ROOT / "checks").rglob("*.py")]
    )
    assert [name for name in lexicon.sets() if f'members("{name}")' not in code] == []
    assert len(lexicon.sets()) == len(lexicon.rows("sets.tsv"))


if __name__ == "__main__":
    GOLDEN.write_text("\n".join(held()) + "\n", "utf-8")


def test_what_a_wheel_carries_says_what_the_lists_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = lexicon.classes(), lexicon.limits(), lexicon.rows("scales.tsv")
    store = tmp_path / "words.bin"
    store.write_bytes(lexicon.gathered())
    functions = (lexicon.classes, lexicon.limits, lexicon.rows)
    for kept in (store.read_bytes(), store.read_bytes()[:100], b""):
        monkeypatch.setattr(lexicon, "_store", lambda kept=kept: lexicon.unpack(kept))
        for function in functions:
            function.cache_clear()
        assert (lexicon.classes(), lexicon.limits(), lexicon.rows("scales.tsv")) == read
    assert len(lexicon.unpack(store.read_bytes())) > 10
    assert not Path(lexicon.__file__).with_name(lexicon.STORE).exists()
