"""Lengths. The layout counts in points; PowerPoint in EMU (English Metric Units)."""

from typing import Final

EMU_PER_POINT: Final = 12700
POINTS_PER_INCH: Final = 72.0
POINTS_PER_MM: Final = 72 / 25.4


def inches(value: float) -> float:
    """Inches in points."""
    return value * POINTS_PER_INCH


def mm(value: float) -> float:
    """Millimetres in points."""
    return value * POINTS_PER_MM


def emu(points: float) -> int:
    """Points in EMU, to the nearest."""
    return round(points * EMU_PER_POINT)
