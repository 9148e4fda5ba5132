"""Where figures are used: the texts that mention them, counted, and listed with a way to each."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.gui.document import Document
from app.gui.forms.spoken import Button, Heading
from app.gui.forms.wording import word
from app.gui.interface import Wording
from app.gui.page import FormPage
from app.model.base import FieldPath, Lang
from app.model.mentions import Mentioned
from app.model.project import Project
from app.project.differences import Naming
from app.project.mentions import Mentions

#: How far in the ways stand, so that their words begin below the heading's, in pixels.
_IN: Final = 8


class FigureUses:
    """The fields that mention each figure of a document. What was worked out holds until the project is another."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._mentions = Mentions()
        self._project: Project | None = None
        self._known: dict[Mentioned, dict[FieldPath, None]] = {}

    def of(self, name: Mentioned) -> tuple[FieldPath, ...]:
        """The fields that mention a figure, each once, in the project's order."""
        project = self._document.project
        if self._project is not project:
            self._project, self._known = project, {}
            for mention in self._mentions.of(project):
                self._known.setdefault(mention.name, {})[mention.path] = None
        return tuple(self._known.get(name, ()))


def named(project: Project, paths: Sequence[FieldPath], lang: Lang) -> list[str]:
    """What fields are called, with the place where they stand: "Ärende: Svaret först"."""
    naming = Naming(project, project, lang)
    told = (naming.difference(path) for path in paths)
    return [f"{each.where}: {each.field}" if each.where else each.field for each in told]


class UseList(QWidget):
    """The places that use a figure, each a button that leads there."""

    def __init__(self, page: FormPage) -> None:
        super().__init__()
        self._page = page
        self._paths: tuple[FieldPath, ...] | None = None
        self._shown: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._ways = QVBoxLayout()
        self._ways.setContentsMargins(_IN, 0, 0, 0)
        self._ways.setSpacing(0)
        self._column.addLayout(self._ways)

    def show_places(self, paths: tuple[FieldPath, ...]) -> None:
        """Lists the fields that use a figure."""
        if paths == self._paths:
            return
        self._paths = paths
        for widget in self._shown:
            widget.setParent(None)
            widget.deleteLater()
        interface, goes_to = self._page.interface, self._page.goes_to
        heading = Heading(interface, word("figure.used", n=len(paths)) if paths else word("figure.unused"))
        ways = [Button(interface, self._name(path), partial(goes_to.emit, path), link=True) for path in paths]
        self._shown = [heading, *ways]
        self._column.insertWidget(0, heading)
        for way in ways:
            self._ways.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in self._shown:
            widget.show()

    def _name(self, path: FieldPath) -> Wording:
        return lambda lang: named(self._page.document.project, (path,), lang)[0]
