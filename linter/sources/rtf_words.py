"""Words of rich text by what they do (RTF 1.9.1)."""

from __future__ import annotations

# Signs that have a word of their own.
SIGNS = {
    "emdash": "—",
    "endash": "–",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "tab": " ",
    "~": "\u00a0",
    "_": "-",
}
# Groups whose words are none of the document; a star before its first word says the same of any other but a few.
_LEFT_OUT = """
    colortbl stylesheet info objdata nonshppict shprslt sp xe tc rxe private filetbl template pnseclvl listtable
    listoverridetable ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn pntxta pntxtb revtbl nonesttables
"""
LEFT_OUT = frozenset(_LEFT_OUT.split())
STARRED = frozenset(("footnote", "shppict", "shpinst", "fldinst", "do", "moMath"))
MARGINS = {
    **dict.fromkeys(("header", "headerl", "headerr", "headerf"), "header"),
    **dict.fromkeys(("footer", "footerl", "footerr", "footerf"), "footer"),
}
# The measures of a picture: how large it is wished to be, and to how many percent of that it is drawn.
SIDES = (("picwgoal", "picscalex"), ("pichgoal", "picscaley"))
# Code pages that have a word of their own.
CODE_PAGES = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
# Words about the table under way, and what it does.
TABLES = {"trowd": "define", "cell": "cell", "row": "row", "clvmrg": "merge", "clmrg": "merge"}
