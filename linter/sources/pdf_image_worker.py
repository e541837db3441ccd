"""The process that draws one page of a PDF, for recognition: bytes and a number in, a PNG in base 64 out."""

import sys
from base64 import b64encode
from io import BytesIO
from typing import Any

from linter.limits import SCAN_DOTS, SCAN_DPI
from linter.sources import SourceError, extra
from linter.sources.worker import serve


def draw(data: bytes, number: int) -> dict[str, Any]:
    """The page as an image in shades of grey. Raises SourceError if it cannot be drawn."""
    pdfium = extra("pypdfium2", "pdf")
    extra("PIL", "ocr")
    try:
        page = pdfium.PdfDocument(data)[number - 1]
        scale = min(SCAN_DPI / 72, SCAN_DOTS / max(page.get_size()))
        image = page.render(scale=scale, grayscale=True).to_pil()
    except pdfium.PdfiumError:
        raise SourceError(f"PDF 第{number}页画不出 (page cannot be drawn)") from None
    png = BytesIO()
    image.save(png, "PNG", compress_level=1)
    return {"image": b64encode(png.getvalue()).decode()}


if __name__ == "__main__":
    serve(lambda data: draw(data, int(sys.argv[1])), "PDF")
