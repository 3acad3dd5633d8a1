"""How well one colour can be read on another: WCAG 2.2, "contrast ratio" and "relative luminance"."""

READABLE = 4.5  # level AA for text of any size


def ratio(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black on white); colours as #rrggbb. Raises ValueError for anything else."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    if len(colour) != 7 or colour[0] != "#":
        raise ValueError(f"{colour} is not a colour written as #rrggbb")
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
