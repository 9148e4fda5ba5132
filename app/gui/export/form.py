"""What an export is to be: which files, in which language and theme, for whom, where."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.files.names import file_stem
from app.files.settings import Settings
from app.gui.document import Document
from app.gui.edition_names import edition_name
from app.gui.export.locking import PasswordTwice
from app.gui.export.meeting import MeetingPick, named
from app.gui.export.word import WordTemplatePick
from app.gui.export.worker import PRODUCT_ORDER
from app.gui.fields.choices import Segments
from app.gui.interface import Interface
from app.gui.look import font
from app.gui.preview import Today
from app.gui.report_kind import kind_chosen_last
from app.language.catalogue import Words
from app.layout.themes import THEMES
from app.model.audience import AUDIENCES
from app.model.base import LANGS, Lang
from app.model.editions import EDITION_KINDS, Edition, EditionKind
from app.model.report_kind import REPORT_KINDS
from app.services.export import PRODUCTS, Choices, Product
from app.services.package import USUAL_NAMES, Package
from app.services.remade import choices_of, lost_templates

#: Below each product, what it is good for.
_ABOUT: Mapping[Product, str] = {"deck-pdf": "same-slides", "handout": "with-notes", "pdf": "paper"}


class ExportForm(QWidget):
    """`changed` says that what was chosen may make another export; `settled` that it only changed where and which files."""

    changed = Signal()
    settled = Signal()
    asks_template = Signal()

    def __init__(
        self,
        document: Document,
        interface: Interface,
        today: Today,
        usual: Settings,
        edition: Edition | None = None,
    ) -> None:
        """With an edition that is exported again, it begins as that was exported, and keeps no other."""
        super().__init__()
        self._usual, self._edition = usual, edition
        self._begun = choices_of(edition, document.assets) if edition else None
        self._document, self._say, self._today = document, interface, today
        self._boxes: dict[Product, QCheckBox] = {product: QCheckBox() for product in PRODUCT_ORDER}
        self._lang = Segments(len(LANGS))
        self._theme, self._audience, self._report = QComboBox(), QComboBox(), QComboBox()
        self._draft, self._public, self._author = QCheckBox(), QCheckBox(), QCheckBox()
        self._template, self._package = QPushButton(), QCheckBox()
        self._word = WordTemplatePick(interface)
        self._lock = PasswordTwice(interface)
        matter = document.project.matter
        chosen, day = (self._begun.meeting, self._begun.today) if self._begun else (None, today())
        self._meeting = MeetingPick(matter, interface, matter.meeting_for(chosen, day))
        self._keep = QComboBox()
        self._folder, self._browse = QLineEdit(), QPushButton()
        self._names, self._complaint = QLabel(), QLabel()
        self._fill()
        self._lay_out()
        self._connect()
        if self._begun:
            self._word.hold(self._begun.word_template)
        else:
            self._word.take(usual.word_template_file)
        self.check()
        if edition:
            self.complain("\n".join(lost.told(interface.lang) for lost in lost_templates(edition, document.assets)))

    @property
    def choices(self) -> Choices:
        """How the project is to be exported."""
        project = self._document.project
        audience = AUDIENCES[self._audience.currentIndex()]
        return Choices(
            lang=LANGS[max(self._lang.group.checkedId(), 0)],
            today=self._begun.today if self._begun else self._today(),
            draft=self._draft.isChecked(),
            version="public" if self._public.isChecked() else "full",
            audience=None if audience == project.storyline.audience else audience,
            theme=self._other_theme(),
            template=self._begun.template if self._begun and self._theme.currentData() is None else None,
            report=REPORT_KINDS[self._report.currentIndex()],
            meeting=self._meeting.chosen,
            word_template=self._word.template,
            password=self._lock.password,
            author=self._author_name if self._author.isChecked() else "",
        )

    @property
    def targets(self) -> Mapping[Product, Path]:
        """The files that will be written."""
        folder, stem = Path(self._folder.text()).expanduser(), self._stem(self.choices.lang)
        return {
            product: folder / f"{stem}{self._ending(product)}{PRODUCTS[product]}"
            for product, box in self._boxes.items()
            if box.isChecked()
        }

    @property
    def package(self) -> Package | None:
        """The package for the meeting, where it is asked for: in a folder of its own."""
        if not self._package.isChecked():
            return None
        name = f"{self._stem(self.choices.lang)}, {self._say('export.ending-package')}"
        return Package(Path(self._folder.text()).expanduser() / name, self._usual.package_names or USUAL_NAMES)

    @property
    def keep(self) -> EditionKind | None:
        """As which edition the project is to be kept, with the files' fingerprints; None for none."""
        return self._keep.currentData()

    @property
    def is_complete(self) -> bool:
        """Whether there is something to write, a folder for it, and a password that was typed the same twice, or none."""
        wanted = bool(self.targets) or self.package is not None
        return wanted and bool(self._folder.text().strip()) and self._lock.is_settled

    def complain(self, words: str) -> None:
        """Shows or clears what went wrong."""
        self._complaint.setText(words)
        self._complaint.setVisible(bool(words))

    def check(self) -> None:
        """Says which files will be written, and which of them are there already."""
        targets = self.targets
        there = [path for path in targets.values() if path.exists()]
        names = [path.name for path in targets.values()]
        names += [self._say("export.in-folder", name=self.package.folder.name)] if self.package else []
        words = "\n".join(names) or self._say("export.nothing")
        self._names.setText(words + (f"\n{self._say('export.replaces', n=len(there))}" if there else ""))

    def _other_theme(self) -> str | None:
        """The theme that was chosen instead of what the project stands on."""
        organisation, theme = self._document.project.organisation, self._theme.currentData()
        own = None if self._given_template else organisation.theme
        return None if theme in (None, own) else str(theme)

    @property
    def _given_template(self) -> str:
        """The name of the template that the deck stands on unless a theme is chosen: the edition's, else the project's own."""
        if self._begun and self._begun.template:
            return self._begun.template.name
        project = self._document.project
        return next((a.name for a in project.assets if a.sha256 == project.organisation.template), "")

    @property
    def _author_name(self) -> str:
        """The person whom the files' properties may name."""
        return (self._begun.author if self._begun else "") or self._document.project.matter.author

    def _stem(self, lang: Lang) -> str:
        title = self._document.line(self._document.project.matter.title, lang)
        return file_stem(title or self._say("sidebar.untitled"))

    def _ending(self, product: Product) -> str:
        ending = self._say(f"export.ending-{product}")
        return f", {ending}" if ending else ""

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, self._say("export.where"), self._folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._folder.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _chose(self) -> None:
        self.check()
        self.changed.emit()

    def _settled(self) -> None:
        self.check()
        self.settled.emit()

    def _connect(self) -> None:
        self._browse.clicked.connect(self._ask_where)
        self._folder.textChanged.connect(self._settled)
        self._lang.group.idClicked.connect(self._chose)
        self._theme.activated.connect(self._chose)
        self._template.clicked.connect(self.asks_template)
        self._document.changed.connect(self._project_changed)
        self._audience.activated.connect(self._chose)
        self._meeting.currentIndexChanged.connect(self._fill_editions)
        self._meeting.currentIndexChanged.connect(self._chose)
        self._report.activated.connect(self._chose)
        self._draft.clicked.connect(self._chose)
        self._public.clicked.connect(self._chose)
        self._author.clicked.connect(self._settled)
        self._package.clicked.connect(self._settled)
        self._lock.changed.connect(self._settled)
        self._word.failed.connect(self.complain)
        self._word.changed.connect(self._settled)
        for box in self._boxes.values():
            box.clicked.connect(self._settled)

    def _fill(self) -> None:
        say, document = self._say, self._document
        project, begun = document.project, self._begun
        then = {file.product for file in self._edition.files} if self._edition else set[str]()
        for product, box in self._boxes.items():
            box.setText(say(f"export.{product}"))
            box.setChecked(product in then if then else product not in ("docx", "handout", "xlsx"))
        for button, lang in zip(self._lang.buttons, LANGS, strict=True):
            button.setText(say(f"export.in-{lang}"))
        self._lang.pick(LANGS.index(begun.lang if begun else project.language))
        self._fill_themes()
        self._template.setText(Words("template", say.lang)("choose-here"))
        self._template.setVisible(self._edition is None)
        for audience in AUDIENCES:
            self._audience.addItem(say(f"storyline.{audience}"))
        self._audience.setCurrentIndex(
            AUDIENCES.index((begun.audience if begun else None) or project.storyline.audience)
        )
        for kind in REPORT_KINDS:
            self._report.addItem(say(f"export.report-{kind}"))
        self._report.setCurrentIndex(REPORT_KINDS.index(begun.report if begun else kind_chosen_last()))
        self._package.setText(say("export.package"))
        self._fill_editions()
        self._draft.setText(say("export.draft"))
        self._public.setText(Words("secrecy", say.lang)("public"))
        self._public.setVisible(bool(project.secrecy))
        self._author.setText(say("export.author"))
        self._author.setToolTip(self._author_name)
        self._author.setVisible(bool(self._author_name))
        if begun:
            self._draft.setChecked(begun.draft)
            self._public.setChecked(begun.version == "public")
            self._author.setChecked(bool(begun.author))
        folder = document.path.parent if document.path else Path.home() / "Documents"
        folder = folder if folder.is_dir() else Path.home()
        # What was sent out stays beside what is made again.
        apart = folder / file_stem(edition_name(self._edition, say.lang)) if self._edition else folder
        self._folder.setText(str(apart))
        self._browse.setText(say("export.browse"))
        for widget, key in (
            (self._folder, "where"),
            (self._theme, "theme"),
            (self._audience, "audience"),
            (self._report, "report"),
            (self._keep, "keep"),
        ):
            widget.setAccessibleName(say(f"export.{key}"))

    def _fill_editions(self) -> None:
        """Offers to keep what is exported as it was sent out to, or presented at, the meeting that it is for."""
        say, at = self._say, max(self._keep.currentIndex(), 0)
        meeting = self._meeting.meeting
        told = named(meeting, say) if meeting else Words("editions", say.lang)("no-meeting")
        self._keep.clear()
        self._keep.addItem(say("export.keep-none"))
        for kind in EDITION_KINDS:
            self._keep.addItem(say(f"export.keep-{kind}", meeting=told), kind)
        self._keep.setCurrentIndex(at)

    def _fill_themes(self) -> None:
        """Offers the project's template, where it has one, and our themes."""
        say, organisation = self._say, self._document.project.organisation
        self._theme.clear()
        if self._given_template:
            self._theme.addItem(say("export.own-template", name=self._given_template))
        for theme in THEMES:
            self._theme.addItem(say(f"theme.{theme}"), theme)
        chosen = (self._begun.theme if self._begun else None) or ("" if self._given_template else organisation.theme)
        self._theme.setCurrentIndex(max(self._theme.findData(chosen), 0))

    def _project_changed(self) -> None:
        """Follows a template that was chosen, or left, from here."""
        self._fill_themes()
        self._chose()

    def _lay_out(self) -> None:
        say = self._say
        self._complaint.setObjectName("wrong")
        self._complaint.setWordWrap(True)
        self._complaint.setContentsMargins(12, 10, 12, 10)
        self._complaint.hide()
        self._names.setWordWrap(True)
        self._soften(self._names)
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(14)
        for key, part in self._rows():
            label = QLabel(say(f"export.{key}"))
            label.setFont(font("body", self.font(), strong=True))
            label.setMinimumWidth(label.sizeHint().width())
            if isinstance(part, QLayout):
                form.addRow(label, part)
            else:
                form.addRow(label, part)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(self._complaint)
        column.addLayout(form)
        column.addStretch(1)

    def _rows(self) -> Iterator[tuple[str, QLayout | QWidget]]:
        """The rows of the form by the keys of their labels."""
        yield from (
            ("what", self._products()),
            ("language", self._lang),
            ("theme", self._look()),
            ("meeting", self._meeting),
            ("audience", self._audience),
            ("report", self._report_and_word()),
            ("marks", self._marks()),
            ("lock", self._lock),
        )
        if self._edition is None:
            yield ("keep", self._keep)
        yield from (("where", self._where()), ("files", self._names))

    def _products(self) -> QLayout:
        what = QVBoxLayout()
        what.setSpacing(2)
        for product, box in self._boxes.items():
            what.addWidget(box)
            if product in _ABOUT:
                what.addWidget(self._about(_ABOUT[product]))
        if self._edition is None:
            what.addWidget(self._package)
            what.addWidget(self._about("package-about"))
        return what

    def _about(self, key: str) -> QLabel:
        """What something is good for, below it."""
        about = QLabel(self._say(f"export.{key}"))
        about.setContentsMargins(26, 0, 0, 6)
        self._soften(about)
        return about

    def _look(self) -> QLayout:
        look = QHBoxLayout()
        look.setSpacing(8)
        look.addWidget(self._theme, 1)
        look.addWidget(self._template)
        return look

    def _report_and_word(self) -> QLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._report, 1)
        row.addWidget(self._word)
        return row

    def _marks(self) -> QLayout:
        marks = QVBoxLayout()
        marks.setSpacing(2)
        marks.addWidget(self._draft)
        marks.addWidget(self._public)
        marks.addWidget(self._author)
        return marks

    def _where(self) -> QLayout:
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addWidget(self._folder, 1)
        where.addWidget(self._browse)
        return where

    def _soften(self, label: QLabel) -> None:
        label.setProperty("tone", "secondary")
        label.setFont(font("help", self.font()))
