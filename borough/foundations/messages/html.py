"""A message's plain text as the HTML half of an e-mail: headings, bullets, paragraphs, links. Nothing else."""

import re

from django.utils.html import escape

FONT = "font-family: Arial, sans-serif; line-height: 1.4; color: #0b0c0c"  # e-mail programs read no style sheet
ADDRESS = re.compile(r"""(https?://[^\s<>"']*[^\s<>"'.,:;!?)\]])""")
SIZES = {"large_print": "24px"}  # 18 point, the usual meaning of large print


def page(message) -> str:
    size = SIZES.get(message.format, "19px")
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{escape(message.subject)}</title></head>'
        f'<body style="{FONT}; font-size: {size}; max-width: 580px">{blocks(message.body)}</body></html>'
    )


def blocks(text: str) -> str:
    """HTML for text in which blank lines part paragraphs, `# ` is a heading and `* ` a bullet. All is escaped."""
    parts = []
    for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip()):
        kinds = [(_kind(line), line) for line in block.split("\n")]
        while kinds:
            kind = kinds[0][0]
            run = []
            while kinds and kinds[0][0] == kind:
                run.append(kinds.pop(0)[1])
            parts.append(_made(kind, run))
    return "".join(parts)


def _kind(line):
    if line.startswith("# "):
        return "heading"
    return "bullet" if re.match(r"[*-] ", line) else "words"


def _made(kind, lines):
    if kind == "heading":
        return "".join(f"<h2>{escape(line[2:])}</h2>" for line in lines)
    if kind == "bullet":
        return f"<ul>{''.join(f'<li>{_linked(line[2:])}</li>' for line in lines)}</ul>"
    return f"<p>{'<br>'.join(_linked(line) for line in lines)}</p>"


def _linked(text):
    """Only a web address written whole can be followed: an answer may look like one, and is not ours to offer."""
    parts = enumerate(ADDRESS.split(text))
    return "".join(f'<a href="{escape(part)}">{escape(part)}</a>' if at % 2 else escape(part) for at, part in parts)
