"""The keys of a settings file: what each may hold and what it means, for errors, completion and the reference."""

from typing import get_args

from linter.forms import shape
from linter.forms.shape import Key
from linter.kernel.finding import SEVERITIES, Label
from linter.language.office import DamageKind, DocumentKind, Script

PRESETS = ("recommended", "strict", "pre-publication", "ocr")
BOUNDARIES = ("both", "lower", "undecided")

_WORDS = shape.listed(shape.text())
_LEVEL = shape.choice(*SEVERITIES)
CHECK_SEVERITY = shape.choice(*SEVERITIES, "on", "off")

_REPLACEMENT = shape.table(
    {
        "use": Key(shape.text(), Label("应写的词", "the word to write"), required=True),
        "reason": Key(shape.text(), Label("理由", "why")),
    }
)

OFFICE: dict[str, Key] = {
    "bodies": Key(
        _WORDS,
        Label("机构全称；可写一个文本文件名，每行一个", "full names of bodies; or a text file, one a line"),
    ),
    "bodies-complete": Key(
        shape.flag(),
        Label("名录是否完整：本级的其他机构都不存在", "whether these are all bodies of the level there are"),
    ),
    "abbreviations": Key(shape.mapping(shape.text()), Label("规范化简称：全称", "short form: full name")),
    "words": Key(
        _WORDS,
        Label("本来就对的词，用字检查不报；可写文件名", "words that are right as they stand; or a text file"),
    ),
    "replacements": Key(
        shape.mapping(shape.either(shape.text(), _REPLACEMENT)),
        Label("不用的词：应写的词", "word not written: word to write"),
    ),
    "classes": Key(
        shape.mapping(_WORDS),
        Label("词类：本机关另有的词；词类见 docs/words.md", "class of words: words of the office; see docs/words.md"),
    ),
    "places": Key(_WORDS, Label("辖区内的地名；可写文件名", "place names within reach; or a text file")),
    "boundary": Key(
        shape.choice(*BOUNDARIES),
        Label(
            "文中没有说明时，both：以上、以下都含本数；lower：以上含、以下不含；undecided：不定",
            "without a clause in the text: both 以上 and 以下 include the number; lower, only 以上; undecided",
        ),
    ),
}

DOCUMENT: dict[str, Key] = {
    "kind": Key(shape.choice(*get_args(DocumentKind)), Label("文件的类别，不由文本判断", "the kind of the document")),
    "script": Key(shape.choice(*get_args(Script)), Label("简体还是繁体", "simplified or traditional characters")),
    "damage": Key(
        shape.either(shape.choice("none"), shape.listed(shape.choice(*get_args(DamageKind)))),
        Label("识别、转换造成的损坏，全文都有；none 为没有", "damage of recognition in all of it; none if it has none"),
    ),
}

# A check by code or name: a severity, or a severity with options, which its record judges.
_CHECK = shape.either(
    CHECK_SEVERITY,
    shape.table(
        {"severity": Key(CHECK_SEVERITY, Label("严重程度，off 为关闭", "severity; off turns it off"))},
        others=shape.anything(),
    ),
)

EXTENDS = Key(_WORDS, Label("所依据的预设或设置文件", "presets or settings files this one builds on"))

_SELECTION: dict[str, Key] = {
    "extends": EXTENDS,
    "select": Key(_WORDS, Label("只用这些检查", "run only these checks")),
    "extend-select": Key(_WORDS, Label("另外再用这些检查", "run these checks too")),
    "ignore": Key(_WORDS, Label("不用这些检查", "do not run these checks")),
    "preview": Key(shape.flag(), Label("是否用试行的检查", "whether preview checks run")),
    "strict": Key(shape.flag(), Label("是否用文体方面的检查", "whether checks of style run")),
    "checks": Key(shape.mapping(_CHECK), Label("各项检查的严重程度和选项", "severity and options of checks")),
    "document": Key(
        shape.table(DOCUMENT),
        Label("文件是什么，代替文本自身的迹象", "what a document is, whatever its text tells"),
    ),
    "office": Key(
        shape.table(OFFICE), Label("本机关的机构、用词和界限约定", "bodies, words and reading of bounds of the office")
    ),
}

_WHOLE: dict[str, Key] = {
    "language": Key(shape.choice("zh", "en"), Label("报告的语言", "language of reports")),
    "level": Key(_LEVEL, Label("显示到哪一级", "the least severity that is shown")),
    "fail-on": Key(
        shape.choice(*SEVERITIES, "never"), Label("哪一级起算不通过", "the least severity that fails the run")
    ),
    "changes": Key(
        shape.choice("accepted", "rejected"),
        Label("Word 修订按接受（默认）还是按拒绝读取", "tracked changes of Word: read as accepted, or as rejected"),
    ),
    "convert": Key(
        shape.flag(),
        Label(
            "别的办法读不出的 .doc、.wps 是否用 LibreOffice 转换",
            "whether LibreOffice converts .doc and .wps that cannot be read otherwise",
        ),
    ),
    "pages": Key(
        shape.address(),
        Label(
            "检查目录（catalogue.html）所在的网址，报告和编辑器里的代码指向那里",
            "address of the folder with catalogue.html, to which codes in reports and editors lead",
        ),
    ),
    "exclude": Key(
        _WORDS,
        Label("文件夹里略过的文件，写法同 .gitignore", "files in folders to pass over, patterns as in .gitignore"),
    ),
    "rules": Key(_WORDS, Label("本机关的 YAML 检查文件", "files of YAML checks")),
    "baseline": Key(shape.text(), Label("基线文件", "the baseline file")),
    "decisions": Key(shape.text(), Label("已接受问题的记录文件", "the file of accepted findings")),
}

KEYS: dict[str, Key] = {
    **_SELECTION,
    **_WHOLE,
    "paths": Key(
        shape.mapping(shape.table(_SELECTION, outside=(*_WHOLE, "paths"))),
        Label("某些文件另有设置：路径模式", "settings for some files, by pattern"),
    ),
}

TABLE = shape.table(KEYS)
