"""The page itself: its frame, and the files it is made of, here and where reports have them."""

from importlib.resources import files

# Name of a file → the package whose folder ``assets`` holds it.
ASSETS = {
    "report.css": "linter.reports",
    "report.js": "linter.reports",
    "app.css": "linter.app",
    "main.js": "linter.app",
    "backend.js": "linter.app",
    "cards.js": "linter.app",
    "dom.js": "linter.app",
    "office.js": "linter.app",
    "words.js": "linter.app",
}


def page(lang: str) -> str:
    """The frame of the page, which its scripts fill."""
    frame = (files("linter.app") / "assets" / "index.html").read_text("utf-8")
    return frame.replace('lang="zh-CN"', 'lang="en"') if lang == "en" else frame
