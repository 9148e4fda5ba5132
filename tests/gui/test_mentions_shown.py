"""What a text mentions is said wherever the window shows the text: in tables, lists, titles, tips and what is read aloud."""

from collections.abc import Iterator
from decimal import Decimal

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLabel, QWidget

from app.gui.interface import said
from app.gui.places import PLACES
from app.gui.window import MainWindow
from app.model.base import text
from app.model.mentions import mention
from app.model.project import Figure, Project
from tests.compose.test_mentions import everywhere

CALLS = "c" * 32
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


def mentioning(project: Project) -> Project:
    """The project with a figure at the end of every text."""
    data = everywhere(project.model_dump(mode="json", by_alias=True), mention(CALLS))
    figure = Figure(id=CALLS, label=text("Samtal"), value=Decimal(777_001), unit=text("samtal"))
    found = Project.model_validate(data)
    return found.model_copy(update={"figures": (*found.figures, figure)})


def told(widget: QWidget) -> Iterator[str]:
    """All that a widget and what is in it say. Lines that are written in name their figures in braces."""
    for one in (widget, *widget.findChildren(QWidget)):
        yield from (one.toolTip(), one.accessibleName(), one.accessibleDescription(), one.windowTitle())
        if isinstance(one, QLabel | QAbstractButton):
            yield one.text()
        elif isinstance(one, QComboBox):
            yield from (one.itemText(at) for at in range(one.count()))
        elif isinstance(one, QAbstractItemView):
            yield from _items(one.model(), QModelIndex())


def _items(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    for row in range(model.rowCount(parent)):
        for column in range(columns):
            index = model.index(row, column, parent)
            yield from (str(model.data(index, role)) for role in _ROLES)
            if not (column or isinstance(model, QAbstractListModel)):
                yield from _items(model, index)
    yield from (str(model.headerData(at, Qt.Orientation.Horizontal)) for at in range(columns))
    yield from (str(model.headerData(at, Qt.Orientation.Vertical)) for at in range(model.rowCount(parent)))


def test_no_page_of_the_window_shows_a_mention_as_it_was_typed(sample: MainWindow) -> None:
    sample.document.apply(mentioning, said(text("Nämn överallt")))
    project = sample.document.project
    members = (
        *(f"patterns/{one.id}" for one in project.patterns[:1]),
        *(f"actions/{one.id}" for one in project.actions[:2]),
        *(f"alternatives/{one.id}/name" for one in project.alternatives[:1]),
        f"risks/{project.risks[0].id}/title",
        f"decisions/{project.decisions[0].id}/text",
    )
    raw: dict[str, set[str]] = {}
    for place in (*(place.path for place in PLACES if place.path != "library"), *members):
        sample.bench.go(place)
        assert sample.bench.page is not None
        raw[place] = {each for each in told(sample.bench.page) if "{{" in each}
    everything = set(told(sample))
    raw["window"] = {each for each in everything if "{{" in each}
    assert not any(raw.values()), raw
    assert sum("777" in each for each in everything) > 50
