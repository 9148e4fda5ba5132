"""The slides that the board sees, composed and placed. What has not changed since the last reading is neither placed nor judged again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.compose import Composer
from app.compose.storyline import Slide, SlideId
from app.compose.timing import Time
from app.layout.frames import Diagnostic, PlacedSlide
from app.layout.place import place_slide
from app.layout.setting import Setting
from app.layout.titles import with_title_step
from app.model.base import Id, Lang
from app.model.project import Audience, Project
from app.project.earlier import Earlier

__all__ = ["Deck", "DeckReader", "ShownSlide", "SlideId"]


@dataclass(frozen=True, slots=True)
class ShownSlide:
    """A slide that is shown, not hidden in the backup: what it says, and the pages it takes as they stand, not yet numbered, in the
    setting that they were placed in."""

    slide: Slide
    pages: tuple[PlacedSlide, ...]
    fitting: tuple[Diagnostic, ...]
    setting: Setting


@dataclass(frozen=True, slots=True)
class Deck:
    """All slides that are shown, in order, and the time they may take."""

    slides: tuple[ShownSlide, ...]
    time: Time
    setting: Setting


class DeckReader:
    """Reads the decks of projects one after another. Slides that say the same as before are the same objects."""

    def __init__(
        self,
        setting: Setting,
        lang: Lang,
        today: date,
        audience: Audience | None = None,
        earlier: Earlier | None = None,
        meeting: Id | None = None,
    ) -> None:
        self._setting = setting
        self._lang: Lang = lang
        self._today = today
        self._audience: Audience | None = audience
        self._earlier = earlier
        self._meeting = meeting
        self._composer: Composer | None = None
        self._last: Mapping[SlideId, ShownSlide] = {}
        self._step: object = None
        self._deck: Deck | None = None

    def read(self, project: Project) -> Deck:
        """The deck of a project; the same object as before where nothing on it has changed."""
        composer = Composer(
            project,
            lang=self._lang,
            today=self._today,
            audience=self._audience,
            earlier=self._earlier,
            meeting=self._meeting,
        )
        if self._composer is not None:
            composer.take_over(self._composer)
        self._composer = composer
        setting = with_title_step(composer.titles, self._setting)
        if setting != self._step:
            self._last, self._step = {}, setting
        shown = [slide for slide in composer.order if slide not in composer.backup]
        slides = tuple(self._shown(composer, slide, setting) for slide in shown)
        self._last = {one.slide.id: one for one in slides}
        old = self._deck
        if old is None or old.time != composer.time or not _same(old.slides, slides):
            self._deck = old = Deck(slides, composer.time, setting)
        return old

    def _shown(self, composer: Composer, slide_id: SlideId, setting: Setting) -> ShownSlide:
        slide = composer.slide(slide_id)
        before = self._last.get(slide_id)
        if before is not None and before.slide == slide:
            return before
        pages, fitting = place_slide(slide, composer.surroundings, setting)
        return ShownSlide(slide, pages, fitting, setting.for_kind(slide.kind))


def _same(old: tuple[ShownSlide, ...], new: tuple[ShownSlide, ...]) -> bool:
    return len(old) == len(new) and all(one is other for one, other in zip(old, new, strict=True))
