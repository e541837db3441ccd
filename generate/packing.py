"""Pack the word list and the table of characters that come with the package; run by hand when a source is renewed.

python generate/packing.py dict.txt pinyin_dict.json char_stroke.dict TSCharacters.txt

Sources: dict.txt of jieba 0.42.1 (MIT), 349,000 words with their frequency; pinyin_dict.json of pypinyin 0.55.0 (MIT);
char_stroke.dict of char-similar 0.0.2 (Apache 2.0), the parts of each character; TSCharacters.txt of OpenCC in
opencc-python-reimplemented 0.1.7 (Apache 2.0), the simplified form of each traditional character. ``vocabulary`` and
``likeness`` read the result.
"""

import ast
import json
import math
import sys
import unicodedata
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from linter.language.lexicon import WORDS, rows
from linter.language.packed import pack

# The weight of a word is twice the logarithm of its frequency, as a letter.
FIRST = 65
# Names and chance compounds of the source, each seen less often than this, are left out, but for words of two.
_SELDOM = 5
_LONGEST = 8
# Characters of fewer words are hardly written.
_USED = 3
# A part that so many characters have is a radical (氵, 木): sharing it makes nothing alike. And rarer radicals.
_RADICAL = 40
_RADICALS = frozenset("走冰糸舟骨")


def _han(words: str) -> bool:
    return all("\u4e00" <= one <= "\u9fff" for one in words)


def _is_current(one: str) -> bool:
    try:
        return bool(one.encode("gb2312"))
    except UnicodeEncodeError:
        return False


def words(source: str) -> dict[str, str]:
    """The words that are taken, with the letter of their weight."""
    taken: dict[str, str] = {}
    for line in sorted(source.splitlines()):
        word, often, _ = line.split(" ")
        if _han(word) and len(word) <= _LONGEST and (len(word) <= 2 or int(often) >= _SELDOM):
            taken[word] = chr(FIRST + round(2 * math.log(int(often) + 1)))
    return taken


def rows_of_words(taken: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """The words by their first character: what makes a word of two behind it, and the rest, parted by tabs.

    The rest is the letter of the character itself, the letters of the words of two in order, and for each longer word a
    space, its rest, its letter.
    """
    by_first: defaultdict[str, list[str]] = defaultdict(list)
    for word in taken:
        by_first[word[0]].append(word)
    seconds, rows = {}, {}
    for first, begun in by_first.items():
        pairs = [word for word in begun if len(word) == 2]
        seconds[first] = "".join([word[1] for word in pairs])
        letters = "".join([taken[word] for word in pairs])
        longer = "".join([f" {word[1:]}{taken[word]}" for word in begun if len(word) > 2])
        rows[first] = "\t".join((taken.get(first, ""), letters, longer))
    return seconds, rows


def characters(
    readings: dict[str, str], parts: dict[str, list[str]], wanted: set[str], listed: list[str]
) -> dict[str, str]:
    """For each character those that look and sound like it, those that only look like it, its reading without tone.

    Characters look alike that share a part which few have, or that are listed as alike.
    """
    often = Counter(part for one in wanted for part in parts.get(one, []))
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for one in wanted:
        own = parts.get(one, [])
        for part in own if len(own) > 1 else [one]:
            if often[part] < _RADICAL and part not in _RADICALS:
                groups[part].add(one)
    alike: defaultdict[str, set[str]] = defaultdict(set)
    for group in (*groups.values(), *map(set, listed)):
        for one in group:
            alike[one] |= group - {one}
    sounds = {one: _sound(readings.get(str(ord(one)), "")) for one in wanted}
    return {one: _alike_row(one, alike[one] & wanted, sounds) for one in wanted}


def _sound(reading: str) -> str:
    return "".join([sign for sign in unicodedata.normalize("NFD", reading.split(",", maxsplit=1)[0]) if sign.isascii()])


def _alike_row(one: str, alike: set[str], sounds: Mapping[str, str]) -> str:
    both = {other for other in alike if sounds[other] == sounds[one] != ""}
    return " ".join(("".join(sorted(both)), "".join(sorted(alike - both)), sounds[one]))


def _common(taken: Iterable[str]) -> set[str]:
    """The characters that stand in words often enough to be mistaken for one another."""
    often = Counter[str]()
    for word in taken:
        often.update(set(word))
    return {one for one, times in often.items() if times >= _USED}


def traditional(source: str) -> bytes:
    """Traditional characters, a tab, and the simplified form of each; of several the first.

    Characters that simplified texts use too (著, 乾) are left out: those of GB 2312.
    """
    pairs = [line.split("\t") for line in source.splitlines() if line]
    common = [(one, other.split(" ")[0]) for one, other in pairs if _han(one + other[:1]) and not _is_current(one)]
    one = "".join([pair[0] for pair in common])
    return f"{one}\t{''.join([pair[1] for pair in common])}".encode()


def main() -> None:
    """Write the three files beside the other words."""
    listed, readings, parts, forms = [Path(name).read_text("utf-8") for name in sys.argv[1:]]
    taken = words(listed)
    alike = [group for (group,) in rows("alike.tsv")]
    wanted = _common(taken) | set("".join(alike))
    for name, table in zip(("pairs", "vocabulary"), rows_of_words(taken), strict=True):
        (WORDS / f"{name}.table").write_bytes(pack(table))
    alikes = characters(json.loads(readings), ast.literal_eval(parts), wanted, alike)
    (WORDS / "characters.table").write_bytes(pack(alikes))
    (WORDS / "traditional.z").write_bytes(zlib.compress(traditional(forms), 9))


if __name__ == "__main__":
    main()
