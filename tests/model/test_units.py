"""Lengths convert exactly."""

from app.model.units import emu, inches, mm


def test_an_inch_is_72_points_and_914400_emu() -> None:
    assert inches(1) == 72
    assert emu(inches(1)) == 914_400


def test_a4_is_595_points_wide() -> None:
    assert round(mm(210), 2) == 595.28
