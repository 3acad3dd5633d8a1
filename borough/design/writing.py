"""What editors put a page together from: words, pictures, quotes. Drawn by components/body.html."""

from wagtail import blocks
from wagtail.images.blocks import ImageBlock

PLAIN = ["h2", "h3", "bold", "ol", "ul", "link", "document-link"]


def body(picture=ImageBlock) -> list[tuple[str, blocks.Block]]:
    """The kinds of block for a StreamField; `picture` is the block for pictures."""
    quote = blocks.StructBlock([("words", blocks.TextBlock()), ("who", blocks.CharBlock(required=False))])
    return [("text", blocks.RichTextBlock(features=PLAIN)), ("picture", picture()), ("quote", quote)]
