"""Findings: what the checks find while one works, the gravest first, each with the way to its place, its mending, and its reason."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.checks import Checker, Finding
from app.checks.finding import SEVERITIES
from app.files.errors import UserError
from app.files.settings import settings_path
from app.gui.document import Document
from app.gui.field_names import field_name
from app.gui.interface import Interface, term
from app.gui.preview import Today
from app.language.catalogue import Words
from app.model.base import FieldPath, Lang
from app.model.checks import Ignored
from app.model.project import Project
from app.project import edits
from app.project.earlier import chosen_edition
from app.project.ids import new_id

#: Milliseconds without a change after which is checked again: nobody types meanwhile.
_PAUSE: Final = 700
#: Where a row keeps its finding.
_HELD: Final = Qt.ItemDataRole.UserRole


class FindingsDialog(QDialog):
    """Stands beside the window and follows the project. `go` takes the window to a field or slide."""

    def __init__(
        self, document: Document, interface: Interface, today: Today, go: Callable[[FieldPath], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._document, self._today, self._go = document, today, go
        self._lang: Lang = interface.lang
        self._say = Words("findings", interface.lang)
        self._checker: tuple[tuple[object, ...], Checker] | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self.rows, self._why, self._count = QTreeWidget(), QLabel(), QLabel()
        self.mend, self.leave, self.reason = (
            QPushButton(self._say("mend")),
            QPushButton(self._say("leave")),
            QLineEdit(),
        )
        self._lay_out()
        self._pause.timeout.connect(self.check)
        document.changed.connect(self._changed)
        document.replaced.connect(self.close)
        self.rows.currentItemChanged.connect(self._explain)
        for signal in (self.rows.itemActivated, self.rows.itemClicked):
            signal.connect(self.go_there)
        self.mend.clicked.connect(self.mend_it)
        self.leave.clicked.connect(self.leave_it)
        self.reason.returnPressed.connect(self.leave_it)
        self.check()

    def check(self) -> None:
        """Checks the project as it is now; only what has changed is looked at again."""
        self._pause.stop()
        project, kept = self._document.project, self._current()
        try:
            findings = self._with_checker().check(project)
        except UserError as problem:
            self._count.setText(problem.told(self._lang))
            return
        shown = [finding for finding in findings if finding.ignored is None]
        self._fill(project, shown)
        self._count.setText(self._say("count", n=len(shown)) if shown else self._say("none"))
        self._pick(kept)

    def step(self) -> None:
        """On to the next finding, and to its place."""
        found = self._leaves()
        current = self.rows.currentItem()
        at = found.index(current) + 1 if current in found else 0
        if found:
            self.rows.setCurrentItem(found[at % len(found)])
            self.go_there()

    def go_there(self) -> None:
        """Shows the field or slide that the finding is about."""
        finding = self._current()
        if finding is not None and (finding.field or finding.slide):
            self._go(finding.field or f"storyline/{finding.slide}/title")

    def mend_it(self) -> None:
        """Does what the finding offers, as one step."""
        finding = self._current()
        if finding is None or finding.fix is None:
            return
        puts = finding.fix.puts

        def mended(project: Project) -> Project:
            for path, value in puts.items():
                project = edits.put(project, path, value)
            return project

        said = finding.fix.says
        self._document.apply(mended, lambda lang: said.said(lang).text)
        self.check()

    def leave_it(self) -> None:
        """Leaves the finding, with the reason that is written; the project remembers both."""
        finding, reason = self._current(), self.reason.text().strip()
        if finding is None or not reason:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        left = Ignored(id=new_id(), rule=finding.rule.id, at=finding.at, reason=reason, on=self._today())
        self._document.apply(lambda project: edits.add(project, "checks/ignored", left), term("findings", "undo"))
        self.reason.clear()
        self.check()

    def _with_checker(self) -> Checker:
        """The checker, made anew where theme, template, language or day are others."""
        from app.services.checks import checker_of, house_rules
        from app.services.export import Choices, settled

        project = self._document.project
        organisation = project.organisation
        look = organisation.theme, organisation.template, organisation.layouts
        meeting = project.matter.meeting_for(None, self._today())
        key = (project.language, self._today(), look, chosen_edition(project, meeting))
        if self._checker is None or self._checker[0] != key:
            choices = settled(project, self._document.assets, Choices(project.language, self._today()))
            self._checker = (key, checker_of(project, choices, house_rules(settings_path().parent)))
        return self._checker[1]

    def _changed(self, _paths: object) -> None:
        if self.isVisible():
            self._pause.start()

    def _fill(self, project: Project, findings: list[Finding]) -> None:
        self.rows.clear()
        for severity in SEVERITIES:
            those = [finding for finding in findings if finding.severity == severity]
            if not those:
                continue
            head = QTreeWidgetItem([self._say(f"severity-{severity}", n=len(those))])
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.rows.addTopLevelItem(head)
            for finding in those:
                where = field_name(project, finding.field, self._lang) if finding.field else ""
                row = QTreeWidgetItem([f"{where}: {finding.told(self._lang)}" if where else finding.told(self._lang)])
                row.setToolTip(0, row.text(0))
                row.setData(0, _HELD, finding)
                head.addChild(row)
        self.rows.expandAll()

    def _leaves(self) -> list[QTreeWidgetItem]:
        heads = [self.rows.topLevelItem(at) for at in range(self.rows.topLevelItemCount())]
        rows = (head.child(row) for head in heads if head for row in range(head.childCount()))
        return [row for row in rows if row]

    def _current(self) -> Finding | None:
        item = self.rows.currentItem()
        held = item.data(0, _HELD) if item else None
        return held if isinstance(held, Finding) else None

    def _pick(self, kept: Finding | None) -> None:
        """The finding that was picked, where it is there still."""
        for row in self._leaves():
            held = row.data(0, _HELD)
            if kept is not None and isinstance(held, Finding) and (held.rule.id, held.at) == (kept.rule.id, kept.at):
                self.rows.setCurrentItem(row)
        self._explain()

    def _explain(self) -> None:
        """Why the board cares, and on what the rule rests."""
        finding, lang = self._current(), self._lang
        for widget in (self.leave, self.reason):
            widget.setEnabled(finding is not None)
        fix = finding.fix if finding else None
        self.mend.setVisible(fix is not None)
        self.mend.setText(fix.says.said(lang).text if fix else "")
        if finding is None:
            self._why.setText("")
            return
        rule = finding.rule
        source = self._say("source", source=rule.source.said(lang).text, id=rule.id)
        self._why.setText(f"{rule.title.said(lang).text}. {rule.why.said(lang).text}\n{source}")

    def _lay_out(self) -> None:
        self.setWindowTitle(self._say("title"))
        self.setMinimumSize(460, 480)
        for label in (self._why, self._count):
            label.setWordWrap(True)
        self._why.setProperty("tone", "secondary")
        self._why.setMinimumHeight(72)
        self.rows.setHeaderHidden(True)
        self.rows.setWordWrap(True)
        self.rows.setAccessibleName(self._say("title"))
        self.reason.setPlaceholderText(self._say("reason"))
        self.reason.setAccessibleName(self._say("reason"))
        leaving = QHBoxLayout()
        leaving.addWidget(self.reason, 1)
        leaving.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._count)
        column.addWidget(self.rows, 1)
        column.addWidget(self._why)
        column.addWidget(self.mend)
        column.addLayout(leaving)
