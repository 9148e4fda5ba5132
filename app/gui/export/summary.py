"""The summary before an export: the cover, how long the deck is, what it rests on, and what whoever exports should know."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.gui.export.process import Failed
from app.gui.field_names import field_name
from app.gui.interface import Interface
from app.gui.look import Token, font
from app.gui.places import is_filled, short_name
from app.gui.raster import PageRaster
from app.layout.grid import OURS
from app.model.checks import Severity
from app.model.project import Project
from app.services.survey import Survey

_WIDTH = 264
#: So many slides or fields are named; the others are counted.
_NAMED = 5
#: How findings of each severity are marked, the gravest first.
_SIGNS: Final[Mapping[Severity, tuple[str, Token]]] = {
    "error": ("circle-alert", "error"),
    "warning": ("triangle-alert", "warning"),
    "note": ("info", "accent"),
}


class Summary(QFrame):
    """Shows what is known so far."""

    def __init__(self, interface: Interface) -> None:
        super().__init__()
        self.setObjectName("dialog-side")
        self._say = interface
        self._raster = PageRaster()
        self._cover, self._numbers = QLabel(), QLabel()
        self._remarks = QVBoxLayout()
        self._lay_out()

    def show_project(self, project: Project) -> None:
        """Shows what can be told at once, while the slides are reckoned up."""
        self._write(project, None)
        self._remark("clock", "secondary", self._say("export.surveying"))

    def show_survey(self, project: Project, survey: Survey | Failed) -> None:
        """Shows what the export will be."""
        say = self._say
        if isinstance(survey, Failed):
            self._write(project, None)
            self._remark("triangle-alert", "warning", say("export.no-survey"))
            return
        self._write(project, survey)
        self._draw(survey.cover)
        drafts = [field_name(project, path, say.lang) for path in project.drafts]
        cuts = [str(cut.number) for cut in survey.cuts]
        unfilled = [short_name(chosen, say.lang) for chosen in project.patterns if not is_filled(chosen)]
        for key, found in (("unfilled", unfilled), ("cut", cuts), ("drafts", drafts)):
            if found:
                which = ", ".join(found[:_NAMED]) + (" …" if len(found) > _NAMED else "")
                self._remark("triangle-alert", "warning", say(f"export.{key}", n=len(found), which=which))
        self._show_findings(survey)
        if survey.cover is None:
            self._remark("triangle-alert", "warning", say("export.no-slides"))
        elif not cuts and not drafts:
            self._remark("circle-check", "ok", say("export.all-well"))

    def _show_findings(self, survey: Survey) -> None:
        """What the checks found, a line for each severity: how many, and the first of them. They never keep anybody from exporting."""
        for severity, (icon, tone) in _SIGNS.items():
            found = [remark.told.said(self._say.lang).text for remark in survey.remarks if remark.severity == severity]
            if found:
                self._remark(icon, tone, self._say(f"export.found-{severity}", n=len(found), first=found[0]))

    def _write(self, project: Project, survey: Survey | None) -> None:
        say = self._say
        lines: list[str] = []
        if survey is not None:
            length = survey.length
            slides = say("export.length", n=length.main)
            backup = f", {say('export.backup', backup=length.backup)}" if length.backup else ""
            lines += [slides + backup, say("export.minutes", n=length.minutes)]
        for key, members in (
            ("patterns", project.patterns),
            ("actions", project.actions),
            ("decisions", project.decisions),
        ):
            lines.append(say(f"export.{key}", n=len(members)))
        self._numbers.setText("\n".join(lines))
        while (item := self._remarks.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()

    def _draw(self, cover: bytes | None) -> None:
        if cover is None:
            self._cover.clear()
            return
        ratio, (width, height) = self.devicePixelRatioF(), OURS.size
        size = QSize(round(_WIDTH * ratio), round(_WIDTH * ratio * height / width))
        picture = QPixmap.fromImage(self._raster.picture(cover, size))
        picture.setDevicePixelRatio(ratio)
        self._cover.setPixmap(picture)

    def _remark(self, icon: str, tone: Token, words: str) -> None:
        sign, label = QLabel(), QLabel(words)
        sign.setPixmap(self._say.icon(icon, tone).pixmap(16, 16))
        label.setWordWrap(True)
        row = QWidget()
        inner = QHBoxLayout(row)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        inner.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        inner.addWidget(label, 1)
        self._remarks.addWidget(row)

    def _lay_out(self) -> None:
        self.setFixedWidth(_WIDTH + 48)
        width, height = OURS.size
        self._cover.setFixedSize(_WIDTH, round(_WIDTH * height / width))
        self._cover.setObjectName("canvas")
        self._cover.setAccessibleName(self._say("export.summary"))
        head = QLabel(self._say("export.summary"))
        head.setFont(font("body", self.font(), strong=True))
        self._remarks.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(self._cover)
        column.addWidget(self._numbers)
        column.addSpacing(4)
        column.addLayout(self._remarks)
        column.addStretch(1)
