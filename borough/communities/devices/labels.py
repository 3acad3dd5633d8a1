"""QR codes, as SVG: of labels, and of the link on which a borrower signs."""

import io

import segno


def svg(text: str, *, scale: int = 4) -> str:
    """An SVG drawing of the code, to be put into a page. Level Q: a quarter of it may be scratched."""
    out = io.BytesIO()
    segno.make(text, error="q", micro=False).save(
        out, kind="svg", scale=scale, border=2, xmldecl=False, svgns=False, omitsize=False, nl=False
    )
    return out.getvalue().decode()
