"""What is read of a PDF does not depend on the fonts of the machine: with and without a Chinese font."""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from pdffile import apart, column, pdf_file

from linter.sources.pdf_boxfont import EM, box_font

FOLDER = Path(__file__).parent
WORDS = "应急预案"
# On a machine of its own, with and without our stand-in: what pdfium makes of four characters, each an object.
SCRIPT = """
import json
import sys
import machine_fonts
import pypdfium2
from linter.sources.pdf_chars import characters
from linter.sources.pdf_fonts import use_box_font
if sys.argv[1] == "ours":
    use_box_font(pypdfium2.raw)
page = pypdfium2.PdfDocument(sys.stdin.buffer.read())[0]
found = characters(page, pypdfium2.raw)
print(json.dumps([(one.char.words, round(one.char.left, 2), round(one.char.right, 2)) for one in found]))
"""


@pytest.fixture(params=["none", "chinese"])
def machine(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, str]:
    """The environment of a machine with no fonts at all, or with a Chinese one."""
    if sys.platform != "linux":
        pytest.skip("pdfium looks for fonts in folders on Linux only")
    import machine_fonts

    if request.param == "chinese":
        machine_fonts.chinese_font(tmp_path)
    return environment(tmp_path)


def environment(folder: Path) -> dict[str, str]:
    paths = os.pathsep.join([str(FOLDER), str(FOLDER.parent)])
    return {**os.environ, "TEST_FONT_FOLDER": str(folder), "PYTHONPATH": paths}


def run(arguments: list[str], machine: dict[str, str], data: bytes = b"") -> str:
    done = subprocess.run(
        [sys.executable, *arguments], input=data, capture_output=True, timeout=120, check=False, env=machine, cwd=FOLDER
    )
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
    return done.stdout.decode()


def test_the_tests_of_the_reader_pass_on_any_machine(machine: dict[str, str]) -> None:
    arguments = ["-m", "pytest", "-p", "machine_fonts", "-p", "no:cacheprovider", "-n", "0", "-k", "not limit"]
    assert " passed" in run([*arguments, "-v", "test_source_pdf.py"], machine)


def test_characters_have_the_same_boxes_on_any_machine(machine: dict[str, str]) -> None:
    found = json.loads(run(["-c", SCRIPT, "ours"], machine, pdf_file([*apart(column([WORDS]))])))
    assert found == [[one, 80 + 16 * at, 96 + 16 * at] for at, one in enumerate(WORDS)]


def test_without_the_stand_in_words_depend_on_the_machine(tmp_path: Path, machine: dict[str, str]) -> None:
    found = json.loads(run(["-c", SCRIPT, "pdfium"], machine, pdf_file([*apart(column([WORDS]))])))
    assert len(found) == (len(WORDS) if any(tmp_path.iterdir()) else 0)


@pytest.fixture(scope="module")
def font() -> TTFont:
    return TTFont(BytesIO(box_font()), checkChecksums=2)


@pytest.fixture(scope="module")
def glyphs(font: TTFont) -> dict[int, str]:
    found: dict[int, str] = font.getBestCmap()
    return found


def test_the_box_font_is_a_sound_font(font: TTFont, glyphs: dict[int, str]) -> None:
    data = box_font()
    assert sum(struct.unpack(f">{len(data) // 4}I", data)) % 2**32 == 0xB1B0AFBA
    assert len(data) < 1000
    box, space = (font["glyf"][glyphs[ord(char)]] for char in "国　")
    assert (box.xMin, box.yMin, box.xMax, box.yMax) == (0, -120, EM, 880)
    assert list(box.coordinates) == [(0, -120), (0, 880), (EM, 880), (EM, -120)]
    assert space.numberOfContours == 0
    assert {font["hmtx"][name] for name in font.getGlyphOrder()} == {(EM, 0)}
    assert (font["hhea"].ascent, font["hhea"].descent, font["maxp"].numGlyphs) == (880, -120, 3)


def test_the_box_font_has_every_character_and_empty_spaces(glyphs: dict[int, str]) -> None:
    boxes = {code for code, glyph in glyphs.items() if glyph == glyphs[ord("国")]}
    assert set(glyphs) == set(range(0x110000))
    assert set(glyphs) - boxes == {0x20, 0xA0, *range(0x2000, 0x2010), 0x3000}
