"""Fields: widgets bound to a place in the project. They show it, write every keystroke, and say at once what is wrong."""

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
