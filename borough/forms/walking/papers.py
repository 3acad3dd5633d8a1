"""Small valid files to send while walking, no two the same."""

import uuid
import zipfile
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile

PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj
trailer<</Root 1 0 R>>
%%EOF
"""


def sample_files(question) -> list[SimpleUploadedFile]:
    """As many files as the question wants at least, of a kind it takes."""
    make = next(_MAKERS[kind] for kind in _MAKERS if kind in question.kinds)
    return [SimpleUploadedFile(*make(uuid.uuid4().hex)) for _ in range(question.least)]


def _pdf(mark):
    return "example.pdf", PDF + mark.encode(), "application/pdf"


def _image(mark):
    from PIL import Image

    kept = BytesIO()
    Image.new("RGB", (4, 4), f"#{mark[:6]}").save(kept, "PNG")
    return "example.png", kept.getvalue(), "image/png"


def _word(mark):
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr("word/document.xml", f"<document>{mark}</document>")
    return "example.docx", kept.getvalue(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _spreadsheet(mark):
    return "example.csv", f"name,mark\nexample,{mark}\n".encode(), "text/csv"


def _presentation(mark):
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr("ppt/presentation.xml", f"<presentation>{mark}</presentation>")
    return "example.pptx", kept.getvalue(), "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def _text(mark):
    return "example.txt", f"An example: {mark}\n".encode(), "text/plain"


_MAKERS = {
    "pdf": _pdf, "image": _image, "word": _word, "spreadsheet": _spreadsheet, "presentation": _presentation,
    "text": _text,
}  # fmt: skip
