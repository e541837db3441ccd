"""What is refused or cut, all in one place. No document, settings file or finding needs more; what is cut is told.

What a file may grow to when it is read depends on its size: a real one grows some twenty times, a bomb a thousand.
"""

# Files: bytes of one, characters of its text, characters of a line, paragraphs and cells, columns of a table.
BYTES = 64 << 20
CHARACTERS = 10_000_000  # 89,000 are a thick gazette issue; the longest line of a flattened law has 80,000
LINE = 4_000_000
ITEMS = 150_000  # a gazette issue of 2,400 paragraphs and 14 tables has 4,000; each takes a kilobyte
COLUMNS = 1000  # Word allows 63, HTML spans reach 1,000
PAGES = 3000

# Packages (Word, OFD) and web pages: bytes unpacked, members, tags and attributes, attributes of one tag.
UNPACKED = 64 << 20
MEMBERS = 20_000
NODES = 2_500_000  # a gazette issue of 90,000 characters has 100,000
PAGE = 16 << 20  # pages of government sites take 10 to 200 kB
TAGS = 1_000_000
ATTRIBUTES = 2000  # the parser compares each attribute of a tag with all others

# Rich text: groups within each other; programs write some ten.
GROUPS = 500

# Readers that run in a process of their own: seconds, bytes of memory.
READER_SECONDS = 60  # of a PDF 0.05 s a page were measured on thick scans with text, of a .doc 2.7 s at most
READER_MEMORY = 900 << 20

# Recognition of scans: seconds a page, bytes of memory, dots an inch (more is slower, not better) and of a side.
SCAN_SECONDS = 180  # a dense one takes 5 of a core
SCAN_MEMORY = 6 << 30  # 0.8 GB are used, more reserved
SCAN_DPI = 150
SCAN_DOTS = 4000
SCAN_PICTURES = 200  # of doubtful lines, some 6 kB each

# One document: seconds of processor time for reading it and all checks, and for one check; findings of a check. The
# thickest issue takes 0.2 s of a check. In an editor each version has less.
DOCUMENT_SECONDS = 60.0
CHECK_SECONDS = 20.0
VERSION_SECONDS = 20.0
VERSION_CHECK_SECONDS = 3.0
FINDINGS = 5000

# Files written by hand: bytes of one, depth, characters of a message.
SETTINGS_BYTES = 4 << 20
DEPTH = 50
MISTAKES = 100  # words that name no check, told of one run
EXTENDED = 20  # settings files, each of which extends the next
QUOTED = 500

# Patterns of users: characters, nodes when repetitions are written out, seconds of one check on one document.
PATTERN_LENGTH = 1000
PATTERN_NODES = 20_000
PATTERN_SECONDS = 0.5

# The cache of results: bytes of its file. A gazette issue takes 60 kB, a notice 5 kB.
CACHE_BYTES = 512 << 20

# The page: documents that are open at once, bytes of them all with what was mended, bytes of the words of a form.
OPEN = 1000
OPEN_BYTES = 512 << 20
FORM_BYTES = 1 << 20

# Up to a megabyte a file is checked in less than 300 MB of memory, whatever it holds.
MEGABYTE = 1_000_000

# Baselines: findings of one.
COUNT = 1_000_000


def brief(words: object) -> str:
    """Words in one line, cut where nobody would read on. What an exception says may fail to say it."""
    try:
        said = str(words)
    except Exception:  # noqa: BLE001 - of a stranger's class
        said = ""
    line = " ".join(said[: 4 * QUOTED].split())
    return line if len(line) <= QUOTED else line[:QUOTED] + "……"


def failure(error: BaseException) -> str:
    """What an exception is called and says, in one short line."""
    return f"{type(error).__name__}: {brief(error)}".removesuffix(": ")


def grown(most: int, size: int, least: int, each: float) -> int:
    """How much a file of ``size`` bytes may hold: ``least`` and ``each`` for every byte, but never above ``most``."""
    return min(most, least + int(size * each))


def characters(size: int) -> int:
    """The characters that the text of a file of ``size`` bytes may have; each takes a quarter of a kilobyte to check.

    Real documents hold half a character for every byte at most; a table of more than a megabyte, packed, may hold
    several. A file that is not packed has none without its byte.
    """
    packed = grown(CHARACTERS, min(size, MEGABYTE), 400_000, 0.6) + 3 * max(0, size - MEGABYTE)
    return min(CHARACTERS, max(packed, size))


def shown(size: int) -> int:
    """The characters that the pages of a file of ``size`` bytes may show: pages can share what is drawn.

    Real ones show 0.07 for every byte at most, half a character would be text and nothing else, packed.
    """
    return grown(CHARACTERS, size, 30_000, 0.5)


def unpacked(size: int) -> int:
    """The bytes that a package of ``size`` bytes may hold, unpacked."""
    return grown(UNPACKED, size, 16 << 20, 30)


def nodes(size: int) -> int:
    """The tags and attributes that a package of ``size`` bytes may hold."""
    return grown(NODES, size, 500_000, 0.25)


def tags(size: int) -> int:
    """The tags that a web page of ``size`` bytes may hold."""
    return grown(TAGS, size, 100_000, 0.1)
