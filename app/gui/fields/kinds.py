"""The kinds of field, for pages that are made of them. Kept out of the package itself, so that the window starts without editors."""

from app.gui.fields.asset import AssetField
from app.gui.fields.base import Asking, Field, Support
from app.gui.fields.choices import CheckField, ChoiceField, Options, SegmentField, Segments
from app.gui.fields.steps import Meaning, StepField
from app.gui.fields.texts import LineField, MarkdownField, TextField
from app.gui.fields.values import DateField, MeasureField, MoneyField, NumberField, ParsedField, StartField, WholeField

__all__ = [
    "Asking",
    "AssetField",
    "CheckField",
    "ChoiceField",
    "DateField",
    "Field",
    "LineField",
    "MarkdownField",
    "Meaning",
    "MeasureField",
    "MoneyField",
    "NumberField",
    "Options",
    "ParsedField",
    "SegmentField",
    "Segments",
    "StartField",
    "StepField",
    "Support",
    "TextField",
    "WholeField",
]
