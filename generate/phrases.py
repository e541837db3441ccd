"""Pack what official texts usually write; run by hand when there are more texts.

python generate/phrases.py FOLDER ...

The folders hold right texts (.txt, .md, .htm, .html) in simplified characters: laws, regulations, notices, plans. What
is taken are pairs of characters and phrases of four, no sentences; ``usual`` reads the result. Characters that are read
alike come out of the table of characters.
"""

import html
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from linter.language import vocabulary
from linter.language.lexicon import WORDS
from linter.language.likeness import reading
from linter.language.packed import pack
from linter.language.usual import END, FEWEST

# A pair or phrase in so many documents is usual, a word in so many is one that every office writes, or that
# some do.
_USUAL, _COMMON, _WRITTEN = 3, 40, 6
# A word this rare in the word list makes no phrase, and is none that every office writes.
_PHRASE_WORD, _WORD = 4.0, 5.0
_TAG = re.compile(r"<(script|style)[^<>]*>.*?</\1>|<[^<>]*>", re.DOTALL | re.IGNORECASE)
_HAN = re.compile("[\u4e00-\u9fff]{2,}")


def texts(folders: Iterable[str]) -> Iterator[str]:
    """The texts of all files but those in traditional characters."""
    for folder in map(Path, folders):
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".txt", ".md", ".htm", ".html"):
                text = path.read_text("utf-8", "ignore")
                text = html.unescape(_TAG.sub("\n", text)) if path.suffix.startswith(".htm") else text
                if not vocabulary.is_traditional(text[:20_000]):
                    yield text


def documents_of(size: int, some: Iterable[str], around: str = "") -> Counter[str]:
    """In how many texts each run of so many characters stands, with what stands for the end of a run around each."""
    found = Counter[str]()
    for text in some:
        runs = [around + run + around for run in _HAN.findall(text)]
        found.update({run[at : at + size] for run in runs for at in range(len(run) - size + 1)})
    return found


def _is_phrase(words: str) -> bool:
    cut = vocabulary.cut(words.strip(END))
    return any(len(word) > 1 and vocabulary.weight(word) >= _PHRASE_WORD for word in cut)


def rows(some: list[str]) -> dict[str, str]:
    """By first character the cells that ``usual.behind`` reads."""
    found: defaultdict[str, list[str]] = defaultdict(lambda: ["", "", "", "", "", ""])
    for words, times in sorted(documents_of(2, some).items()):
        weight = vocabulary.weight(words)
        if times >= _WRITTEN and weight >= _WORD:
            found[words[0]][0 if times >= _COMMON else 1] += words[1]
            found[words[1]][2] += words[0]
        elif weight < FEWEST:
            found[words[0]][3 if times >= _USUAL else 4] += words[1]
    for words, times in sorted(documents_of(4, some, END).items()):
        if times >= _USUAL and _is_phrase(words):
            found[words[0]][5] += words[1:]
    return {first: "\t".join(cells) for first, cells in found.items()}


def main() -> None:
    """Write the tables beside the other words."""
    some = list(texts(sys.argv[1:]))
    table = rows(some)
    (WORDS / "phrases.table").write_bytes(pack(table))
    sounds: defaultdict[str, str] = defaultdict(str)
    for one in map(chr, range(0x4E00, 0xA000)):
        sounds[reading(one)] += one
    del sounds[""]
    (WORDS / "sounds.txt").write_text("\n".join(sorted(sounds.values())) + "\n", "utf-8")
    print(len(some), [sum(len(row.split("\t")[at]) for row in table.values()) for at in range(6)])


if __name__ == "__main__":
    main()
