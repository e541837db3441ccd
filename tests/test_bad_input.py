"""Files that are damaged at random, format by format: each is read, or refused with one line."""

from __future__ import annotations

import random

import pytest
from anyformat import MAKERS
from damage import READERS, WORDS, of_format
from pdffile import Said, pdf_file

from linter.sources import SourceError, pdf_worker, read

SAMPLE = 60


@pytest.mark.filterwarnings("ignore:Workbook contains no stylesheet")
@pytest.mark.parametrize("form", READERS)
def test_damaged_files_are_read_or_refused_with_one_line(form: str) -> None:
    reader = READERS[form][0]
    chance = random.Random(form)  # noqa: S311 - the same files in every run
    told = []
    for _ in range(SAMPLE):
        try:
            reader(of_format(form, chance))
        except SourceError as error:
            told.append(str(error))
    assert told
    assert all(line and "\n" not in line for line in told)


def test_a_package_of_a_later_version_is_refused() -> None:
    data = bytearray(MAKERS["ofd"](WORDS))
    at = data.index(b"PK\x01\x02")
    data[at + 6] = 255
    with pytest.raises(SourceError, match="已损坏"):
        read(bytes(data), "a.ofd")


def test_characters_smaller_than_a_point_are_read() -> None:
    page = pdf_file([Said(80, 100, "某市", size=0.5), Said(81, 100, "通知", size=0.6)])
    assert pdf_worker.extract(page)["raw"] == "某市通知\n"
