"""Findings: what the checks find while one works, the gravest first, each with the way to its place, its mending, and its reason."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
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
#: Pixels of a row beside its text, to the sides and above and below.
_SIDES, _ABOVE = 10, 8


class _Wrapping(QStyledItemDelegate):
    """Gives each row the height that its whole text takes: trees cut it to one line by themselves."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        depth = 2 if index.parent().isValid() else 1
        room = self._tree.viewport().width() - depth * self._tree.indentation() - _SIDES
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        wrapped = option.fontMetrics.boundingRect(0, 0, max(room, 1), 10_000, Qt.TextFlag.TextWordWrap, text)
        return QSize(room, wrapped.height() + _ABOVE)


class FindingsDialog(QDialog):
    """Stands beside the window and follows the project. `go` takes the window to a field or slide."""

    def __init__(
        self, document: Document, interface: Interface, today: Today, go: Callable[[FieldPath], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._document, self._today, self._go = document, today, go
        self._interface = interface
        self._say = Words("findings", interface.lang)
        self._checker: tuple[tuple[object, ...], Checker] | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self.rows, self._why, self._count = QTreeWidget(), QLabel(), QLabel()
        self.mend, self.leave, self.take_back = QPushButton(), QPushButton(), QPushButton()
        self.reason = QLineEdit()
        self._lay_out()
        self._name()
        self._pause.timeout.connect(self.check)
        document.changed.connect(self._changed)
        document.replaced.connect(self._replaced)
        interface.language_changed.connect(self._speak)
        self.rows.currentItemChanged.connect(self._explain)
        for signal in (self.rows.itemActivated, self.rows.itemClicked):
            signal.connect(self.go_there)
        self.mend.clicked.connect(self.mend_it)
        self.leave.clicked.connect(self.leave_it)
        self.take_back.clicked.connect(self.take_it_back)
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
        self._fill(project, findings)
        self._count.setText(self._say("count", n=len(shown)) if shown else self._say("none"))
        self._pick(kept)

    def step(self) -> None:
        """On to the next finding that nobody has left, and to its place."""
        found = [row for row in self._leaves() if row.data(0, _HELD).ignored is None]
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

    def take_it_back(self) -> None:
        """Takes back that a finding was left: it stands among the others again."""
        finding = self._current()
        if finding is None:
            return
        ignored = self._document.project.checks.ignored
        left = [one.id for one in ignored if (one.rule, one.at) == (finding.rule.id, finding.at)]

        def heeded(project: Project) -> Project:
            for key in left:
                project = edits.remove(project, f"checks/ignored/{key}")
            return project

        self._document.apply(heeded, term("findings", "undo-back"))
        self.check()

    @property
    def _lang(self) -> Lang:
        return self._interface.lang

    def _speak(self) -> None:
        """Says all in the interface's language as it is now."""
        self._say = Words("findings", self._lang)
        self._name()
        self.check()

    def _replaced(self) -> None:
        """Follows to another project."""
        self._checker = None
        self.check()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rows.scheduleDelayedItemsLayout()

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

    def _fill(self, project: Project, findings: Sequence[Finding]) -> None:
        """The findings by severity, then those that somebody left, with the reason."""
        self.rows.clear()
        for severity in SEVERITIES:
            those = [one for one in findings if one.severity == severity and one.ignored is None]
            self._group(f"severity-{severity}", those, project)
        self._group("ignored", [one for one in findings if one.ignored is not None], project)
        self.rows.expandAll()

    def _group(self, key: str, those: Sequence[Finding], project: Project) -> None:
        if not those:
            return
        head = QTreeWidgetItem([self._say(key, n=len(those))])
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.rows.addTopLevelItem(head)
        for finding in those:
            row = QTreeWidgetItem([self._told(finding, project)])
            row.setData(0, _HELD, finding)
            head.addChild(row)

    def _told(self, finding: Finding, project: Project) -> str:
        where = field_name(project, finding.field, self._lang) if finding.field else ""
        told = f"{where}: {finding.told(self._lang)}" if where else finding.told(self._lang)
        return told if finding.ignored is None else self._say("left", told=told, reason=finding.ignored)

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
        is_left = finding is not None and finding.ignored is not None
        for widget in (self.leave, self.reason):
            widget.setEnabled(finding is not None)
            widget.setVisible(not is_left)
        self.take_back.setVisible(is_left)
        fix = finding.fix if finding else None
        self.mend.setVisible(fix is not None)
        self.mend.setText(fix.says.said(lang).text if fix else "")
        if finding is None:
            self._why.setText("")
            return
        rule = finding.rule
        source = self._say("source", source=rule.source.said(lang).text, id=rule.id)
        self._why.setText(f"{rule.title.said(lang).text}. {rule.why.said(lang).text}\n{source}")

    def _name(self) -> None:
        say = self._say
        self.setWindowTitle(say("title"))
        self.rows.setAccessibleName(say("title"))
        self.leave.setText(say("leave"))
        self.take_back.setText(say("take-back"))
        self.reason.setPlaceholderText(say("reason"))
        self.reason.setAccessibleName(say("reason"))

    def _lay_out(self) -> None:
        self.setMinimumSize(460, 480)
        for label in (self._why, self._count):
            label.setWordWrap(True)
        self._why.setProperty("tone", "secondary")
        self._why.setMinimumHeight(72)
        self.rows.setHeaderHidden(True)
        self.rows.setWordWrap(True)
        self.rows.setItemDelegate(_Wrapping(self.rows))
        leaving = QHBoxLayout()
        leaving.addWidget(self.reason, 1)
        leaving.addWidget(self.leave)
        leaving.addWidget(self.take_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._count)
        column.addWidget(self.rows, 1)
        column.addWidget(self._why)
        column.addWidget(self.mend)
        column.addLayout(leaving)
