"""The template dialog: choose a template, see the project's slides on it, give kinds of slide other layouts, and use it."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QImage
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from app.files.errors import UserError
from app.gui.background import Background
from app.gui.document import Document
from app.gui.file_dialogs import ask_which
from app.gui.interface import Interface, term
from app.gui.preview import Today
from app.gui.template.drawing import Drawing
from app.gui.template.pages import EmptyPage, Foot, ProposalPage, laid_out
from app.gui.template.proposal import Proposal, proposed, proposed_file, ready
from app.language.catalogue import Words
from app.services.export import Choices
from app.services.templates import remember, template_of, with_template, without_template


class TemplateDialog(QDialog):
    """Changes the project only when the template is used, as one step that can be undone. `kept` is the folder in which choices are
    remembered from one project to the next."""

    def __init__(self, document: Document, interface: Interface, kept: Path, today: Today, parent: QWidget) -> None:
        super().__init__(parent)
        self._document, self._say, self._kept = document, interface, kept
        self._words = Words("template", interface.lang)
        self._background = Background(self)
        choices = Choices(lang=document.project.language, today=today())
        self._drawing = Drawing(document, choices, self.devicePixelRatioF(), self)
        self._proposal: Proposal | None = None
        self._wanted: Proposal | None = None
        self._stack = QStackedWidget()
        self._empty, self._page = EmptyPage(self._words), ProposalPage(interface)
        self._foot = Foot(self._words)
        self._lay_out()
        self._connect()
        self._begin()

    @property
    def proposal(self) -> Proposal | None:
        """The template that is looked at, with the layouts chosen for it."""
        return self._proposal

    def take(self, path: Path) -> None:
        """Looks through a file, and shows the project on it; or says why it cannot be used."""
        self._foot.wait(self._words("reading"))
        self._background.run(lambda: proposed_file(path, self._kept), self._show, self._complain)

    def done(self, result: int) -> None:
        self._drawing.end()
        self._background.finish()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._drawing.end()
        self._background.finish()
        super().closeEvent(event)

    def _begin(self) -> None:
        """Shows the project's own template, where it has one."""
        own = template_of(self._document.project, self._document.assets)
        self._foot.offer(own=own is not None, use=False)
        if own is not None:
            self._foot.wait(self._words("reading"))
            self._background.run(lambda: proposed(own), self._show, self._complain)

    def _show(self, proposal: Proposal) -> None:
        self._proposal = proposal
        self._page.fill(proposal, self._drawing.kinds)
        self._stack.setCurrentWidget(self._page)
        self._offer()
        self._drawing.begin(proposal.template, self._page.kind)

    def _complain(self, error: UserError) -> None:
        self._offer()
        self._foot.complain(error.told(self._say.lang))

    def _offer(self) -> None:
        self._foot.offer(own=bool(self._document.project.organisation.template), use=self._proposal is not None)

    def _choose(self, layout: int) -> None:
        if self._proposal is not None and layout != self._proposal.layout_of(self._page.kind):
            self._change(self._proposal.choosing([self._page.kind], layout))

    def _choose_everywhere(self) -> None:
        if self._proposal is not None:
            kinds = [kind for kind in self._proposal.kinds if kind != "cover"]
            self._change(self._proposal.choosing(kinds, self._proposal.layout_of(self._page.kind)))

    def _return(self) -> None:
        if self._proposal is not None:
            self._change(self._proposal.as_suggested())

    def _change(self, proposal: Proposal) -> None:
        """Shows another choice of layouts at once, and its slides when what lies behind them is drawn."""
        self._proposal = self._wanted = proposal
        self._page.refresh(proposal)

        def drawn(made: Proposal) -> None:
            if made is self._wanted:
                self._drawing.begin(made.template, self._page.kind)

        self._background.run(lambda: ready(proposal), drawn, self._complain)

    def _use(self) -> None:
        if self._proposal is not None:
            template, document = self._proposal.template, self._document
            remember(template, self._kept)
            document.hold(template.digest, template.data)
            document.apply(lambda project: with_template(project, {}, template)[0], term("template", "undo-use"))
            self.accept()

    def _drop(self) -> None:
        self._document.apply(without_template, term("template", "undo-drop"))
        self.accept()

    def _ask(self) -> None:
        kinds = f"{self._words('files')} (*.pptx *.potx *.ppsx *.pptm *.potm)"
        ask_which(self, self._words("choose"), kinds, self._take_named)

    def _take_named(self, name: str) -> None:
        self.take(Path(name))

    def _drawn(self, kind: str, image: QImage, pages: int) -> None:
        self._page.show_picture(kind, image, pages)

    def _connect(self) -> None:
        self._empty.asks.connect(self._ask)
        self._page.asks.connect(self._ask)
        self._page.picked.connect(self._choose)
        self._page.everywhere.connect(self._choose_everywhere)
        self._page.returns.connect(self._return)
        self._drawing.drawn.connect(self._drawn)
        self._foot.use.clicked.connect(self._use)
        self._foot.drop.clicked.connect(self._drop)
        self._foot.cancel.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        self.setWindowTitle(self._words("title"))
        room = self.screen().availableSize() - QSize(80, 80)
        self.resize(QSize(1240, 780).boundedTo(room))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._page)
        laid_out(self, self._stack, self._foot)
