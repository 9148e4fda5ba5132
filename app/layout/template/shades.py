"""A colour as a darker or lighter one of another, as PowerPoint makes them: so that it still follows when a template is recoloured."""

import colorsys

from app.layout.template.colors import Hex


def shade_of(color: Hex, base: Hex) -> tuple[tuple[str, int], ...] | None:
    """The changes (`lumMod`, `lumOff`, in thousandths of a percent) that make `base` into `color`; none when they are equal. None when
    no change of lightness does."""
    if color == base:
        return ()
    hue, light, saturation = _hls(base)
    _, wanted, _ = _hls(color)
    if saturation < 0.02 or light <= 0.0 or light >= 1.0:
        return None
    if wanted < light:
        share = round(wanted / light * 100_000)
        changes: tuple[tuple[str, int], ...] = (("lumMod", share),)
        made = light * share / 100_000
    else:
        share = round((1 - wanted) / (1 - light) * 100_000)
        changes = (("lumMod", share), ("lumOff", 100_000 - share))
        made = light * share / 100_000 + 1 - share / 100_000
    parts = colorsys.hls_to_rgb(hue, made, saturation)
    near = all(abs(round(part * 255) - value) <= 1 for part, value in zip(parts, bytes.fromhex(color), strict=True))
    return changes if near else None


def _hls(color: Hex) -> tuple[float, float, float]:
    red, green, blue = bytes.fromhex(color)
    return colorsys.rgb_to_hls(red / 255, green / 255, blue / 255)
