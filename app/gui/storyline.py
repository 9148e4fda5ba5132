"""The storyline's page: for whom and how long, and the slides in order, switched on and off, moved, and given titles of one's own."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.compose import Composer
from app.compose.news import News, news
from app.compose.storyline import SlideId
from app.compose.timing import USUAL
from app.gui.document import Document
from app.gui.fields.kinds import Asking, NumberField, SegmentField, WholeField
from app.gui.interface import Interface, Wording, term
from app.gui.page import FormPage
from app.gui.preview import slide_for
from app.gui.since_field import SinceField
from app.gui.slide_list import SlideList, Standing
from app.gui.slide_panel import SlidePanel
from app.gui.thumbnails import Thumbnails
from app.language.format import format_number
from app.model.base import FieldPath, Lang
from app.model.project import Audience, FreeSlide, Project
from app.project import edits
from app.project.choices import add_free_slide, duplicate_slide, remove_slide, settle_slide, slide_choice
from app.project.earlier import earlier_of
from app.project.ids import new_id

#: Milliseconds without a change after which the whole deck is compared with the edition.
_REST: Final = 300
AUDIENCES: Final[tuple[Audience, ...]] = ("ten-minutes", "half-hour", "full-review", "audit")


class StorylinePage(FormPage):
    """Which slides, in which order, for whom."""

    def __init__(self, document: Document, interface: Interface) -> None:
        super().__init__(document, interface)
        options = [(audience, term("window", f"storyline.{audience}")) for audience in AUDIENCES]
        audience = Asking(term("window", "storyline.audience"))
        self.add(SegmentField(document, interface, "storyline/audience", audience, options))
        self._times = self._add_times()
        self._since = self.add(SinceField(document, interface))
        self._hint = QLabel()
        self._hint.setProperty("tone", "secondary")
        self._hint.setWordWrap(True)
        self._hint.setContentsMargins(12, 0, 0, 0)
        self._told: Composer | None = None
        #: What became of the slides since the edition that is compared with, found once the project rests, and of which state.
        self._news: Mapping[SlideId, News] = {}
        self._news_of: Composer | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._find_news)
        self._thumbnails = Thumbnails(document, self)
        self._slides = SlideList(interface, self._thumbnails)
        self._slides.switched.connect(self._switch)
        self._slides.retitled.connect(self._retitle)
        self._slides.moved.connect(self._reorder)
        self._slides.set_aside.connect(self._set_aside)
        self._slides.looked_at.connect(self._look)
        self._slides.doubled.connect(self._double)
        self._slides.removed.connect(self._remove)
        self._panel = SlidePanel(document, interface)
        self._panel.retitled.connect(self._retitle_current)
        self._panel.fields_made.connect(self._keep_fields)
        # It lies beside the page, not in it.
        self.destroyed.connect(self._panel.deleteLater)
        self._add, self._again = QPushButton(), QPushButton()
        self._add.clicked.connect(self._add_free)
        self._again.clicked.connect(lambda: self._double(self._slides.current))
        self._lay_out_list()

    def _lay_out_list(self) -> None:
        """The buttons and the list, which scrolls by itself under the fields."""
        buttons = QHBoxLayout()
        buttons.setContentsMargins(12, 0, 0, 0)
        buttons.addWidget(self._add)
        buttons.addWidget(self._again)
        buttons.addStretch(1)
        self.body.addWidget(self._hint)
        self.body.addLayout(buttons)
        self.body.addWidget(self._slides, 1)
        self.body.setAlignment(Qt.AlignmentFlag(0))
        self.body.setSpacing(12)

    def _add_times(self) -> tuple[NumberField, NumberField]:
        """The slot and the time per slide, side by side; empty, they show what is usual for the audience."""
        document, interface = self.document, self.interface
        slot = Asking(term("window", "storyline.minutes"), placeholder=self._usual_slot)
        pace = Asking(term("window", "storyline.pace"), placeholder=self._usual_pace)
        fields = (
            WholeField(document, interface, "storyline/minutes", slot),
            NumberField(document, interface, "storyline/pace", pace),
        )
        row = QHBoxLayout()
        for field in fields:
            field.setMaximumWidth(240)
            row.addWidget(self.keep(field))
        row.addStretch(1)
        self.body.addLayout(row)
        return fields

    def title(self) -> str:
        return self.interface("place.storyline")

    def subtitle(self) -> str:
        project = self.document.project
        told = self._composed(project)
        main = sum(slide not in told.backup for slide in told.order)
        takes = self.interface("storyline.takes", n=main, minutes=told.time.needed(main))
        more = self.interface("storyline.more", backup=len(told.order) - main, off=len(told.every) - len(told.order))
        return f"{takes}. {more}"

    def show_place(self, place: FieldPath) -> None:
        super().show_place(place)
        self._fill()
        if not self._slides.current:
            self._slides.setCurrentRow(0)

    def refresh(self, paths: Collection[FieldPath]) -> None:
        super().refresh(paths)
        for field in self._times:
            field.retranslate()
        self._since.refresh()
        self._fill()

    def retranslate(self) -> None:
        super().retranslate()
        self._hint.setText(self.interface("storyline.hint"))
        for button, key, icon in ((self._add, "add", "plus"), (self._again, "double", "copy")):
            button.setText(self.interface(f"storyline.{key}"))
            button.setIcon(self.interface.icon(icon))
        self._slides.retranslate()

    def beside(self) -> tuple[str, QWidget]:
        return self.interface("storyline.slide"), self._panel

    def take_focus(self) -> None:
        self._slides.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_field(self, path: FieldPath) -> bool:
        if self._slides.look_at(slide_for(path)):
            field = self.field_at(path)
            if field is not None and field.path == path:
                field.focus()
            else:
                self.take_focus()
            return True
        return super().focus_field(path)

    def pick(self) -> None:
        self._slides.switch_current()

    def _usual_slot(self, lang: Lang) -> str:
        slot = USUAL[self.document.project.storyline.audience].slot
        return str(slot) if slot else term("window", "storyline.no-slot")(lang)

    def _usual_pace(self, lang: Lang) -> str:
        return format_number(USUAL[self.document.project.storyline.audience].pace, lang)

    def _fill(self) -> None:
        told = self._composed(self.document.project)
        self._slides.show_slides(self._titles(), self._order(), _standings(told, self._news))
        self._fill_panel()
        if told is not self._news_of:
            self._rest.start()

    def _find_news(self) -> None:
        """Marks the slides that say something new, where the page is seen."""
        if not self.isVisible():
            return
        told = self._news_of = self._composed(self.document.project)
        before = self._before()
        self._news = news(told, before) if before else {}
        self._slides.show_slides(self._titles(), self._order(), _standings(told, self._news))

    def _before(self) -> Composer | None:
        """The storyline of the edition that is compared with; None without one."""
        project, today = self.document.project, date.today()
        earlier = earlier_of(project, self.document.assets, project.matter.meeting_for(None, today))
        return Composer(earlier.project, lang=project.language, today=today) if earlier else None

    def _titles(self) -> Mapping[SlideId, str]:
        return {slide: title.plain for slide, title in self._composed(self.document.project).every}

    def _order(self) -> tuple[SlideId, ...]:
        told = self._composed(self.document.project)
        return _all_in_order(tuple(slide for slide, _ in told.every), told.order)

    def _fill_panel(self) -> None:
        """Shows beside the slide what can be said of the current one."""
        slide = self._slides.current
        if not slide:
            self._panel.show_nothing()
        elif slide.startswith("free/"):
            self._panel.show_free(f"storyline/{slide}")
        else:
            project = self.document.project
            own = slide_choice(project, slide).title.root.get(project.language, "")
            self._panel.show_usual(self._titles()[slide], own)

    def _keep_fields(self) -> None:
        for field in self._panel.fields:
            self.keep(field)

    def _composed(self, project: Project) -> Composer:
        """The storyline of the project; worked out once for each state of it."""
        if self._told is None or self._told.project is not project:
            self._told = self._composer(project)
        return self._told

    def _composer(self, project: Project) -> Composer:
        """The storyline of a state of the project, compared with the edition that it chooses."""
        today = date.today()
        earlier = earlier_of(project, self.document.assets, project.matter.meeting_for(None, today))
        return Composer(project, lang=project.language, today=today, earlier=earlier)

    def _add_free(self) -> None:
        """A slide of one's own after the current one, and into its title."""
        free, order, after = FreeSlide(id=new_id()), self._order(), self._slides.current
        self.document.apply(
            lambda project: add_free_slide(project, free, after, order), term("window", "edit.slide-free")
        )
        self.goes_to.emit(f"storyline/free/{free.id}/title")

    def _double(self, slide: SlideId) -> None:
        if not slide:
            return
        order = self._order()
        self.document.apply(
            lambda project: duplicate_slide(project, slide, order, new_id), term("window", "edit.slide-double")
        )
        copied = self._order()
        self._slides.look_at(copied[copied.index(slide) + 1])

    def _remove(self, slide: SlideId) -> None:
        self.document.apply(lambda project: remove_slide(project, slide), term("window", "edit.slide-remove"))

    def _switch(self, slide: SlideId, on: bool) -> None:
        def switched(project: Project) -> Project:
            return settle_slide(project, slide_choice(project, slide).model_copy(update={"on": on}))

        self.document.apply(switched, term("window", "edit.slide-on" if on else "edit.slide-off"))

    def _retitle_current(self, title: str) -> None:
        self._retitle(self._slides.current, title)

    def _retitle(self, slide: SlideId, title: str) -> None:
        """Gives a slide a title for here; one of the CIO's own has its title as such. Empty, it is the usual one again."""

        def retitled(project: Project) -> Project:
            if slide.startswith("free/"):
                return edits.put(project, f"storyline/{slide}/title/{project.language}", title.strip())
            choice = slide_choice(project, slide)
            text = choice.title.writing(project.language, title.strip())
            return settle_slide(project, choice.model_copy(update={"title": text}))

        self.document.apply(retitled, term("window", "edit.slide-title"), f"storyline/{slide}/title")

    def _reorder(self, order: tuple[SlideId, ...], moved: SlideId) -> None:
        """A slide that is moved in among the main ones, or in among the backup, becomes one of them.

        Of a main slide's move only the order of the main ones is kept, so that the others stand well before another audience too."""
        project = self.document.project
        backup = self._composer(project).backup
        at = order.index(moved)
        around = {slide in backup for slide in (*order[max(at - 1, 0) : at], *order[at + 1 : at + 2])}
        aside = next(iter(around)) if len(around) == 1 else moved in backup
        main = tuple(slide for slide in order if (aside if slide == moved else slide in backup) is False)
        before = tuple(slide for slide in project.storyline.order if slide not in main)
        kept = order if aside else (*main, *before)

        def reordered(project: Project) -> Project:
            return self._placed(edits.put(project, "storyline/order", kept), moved, aside)

        self.document.apply(reordered, term("window", "edit.slide-order"))

    def _set_aside(self, slide: SlideId, aside: bool) -> None:
        self.document.apply(lambda project: self._placed(project, slide, aside), _name_of(aside))

    def _placed(self, project: Project, slide: SlideId, backup: bool) -> Project:
        """The project with a slide in the backup or among the main ones; nothing is settled where the audience has it there anyway."""
        usual = slide in self._composer(project).usual_backup
        choice = slide_choice(project, slide)
        return settle_slide(project, choice.model_copy(update={"backup": None if backup == usual else backup}))

    def _look(self, slide: SlideId) -> None:
        self._fill_panel()
        self.entered.emit(f"storyline/{slide}")


def _name_of(aside: bool) -> Wording:
    return term("window", "edit.slide-aside" if aside else "edit.slide-main")


def _standings(told: Composer, since: Mapping[SlideId, News]) -> Mapping[SlideId, Standing]:
    """Each slide's number, where it is shown, whether it stands in the backup, and what became of it."""
    numbers = {slide: number for number, slide in enumerate(told.order, start=1)}
    retitled = {choice.slide for choice in told.project.storyline.slides if choice.title}
    return {
        slide: Standing(
            numbers.get(slide),
            slide in told.backup,
            slide in retitled,
            slide.startswith(("free/", "copy/")),
            since.get(slide),
        )
        for slide, _ in told.every
    }


def _all_in_order(usual: tuple[SlideId, ...], shown: tuple[SlideId, ...]) -> tuple[SlideId, ...]:
    """The slides that are on as they come, each that is off after the one that it usually follows."""
    order = list(shown)
    for at, slide in enumerate(usual):
        if slide not in order:
            before = usual[at - 1] if at else None
            order.insert(order.index(before) + 1 if before in order else 0, slide)
    return tuple(order)
