"""The preview: one slide as a PDF page, made anew on every keystroke. Only that slide is composed, placed and drawn."""

from collections.abc import Mapping, Sequence

from app.compose import Composer
from app.compose.storyline import SlideId
from app.export.pdf import draw_page, draw_part
from app.layout.frames import Box, PlacedSlide
from app.layout.measure import Measurer
from app.layout.place import number_slide, place_slide
from app.layout.setting import Setting
from app.layout.titles import with_title_step
from app.model.project import Project
from app.services.export import Choices, composer_of, style_of


class Previewer:
    """Draws slides of projects. It keeps what was measured, and what the last project's slides share, so that the next slide is
    drawn faster. On a company's template the choices name it (`app.services.export.settled`)."""

    def __init__(self) -> None:
        self._measurers: dict[str, Measurer] = {}
        self._last: tuple[Project, Choices, Composer] | None = None

    def slides(self, project: Project, choices: Choices) -> tuple[SlideId, ...]:
        """The ids of the deck's slides in order; a slide that is split counts as one here."""
        return self._composer(project, choices).order

    def has(self, project: Project, slide: SlideId, choices: Choices) -> bool:
        """Whether there is such a slide, also one that is switched off."""
        return self._composer(project, choices).has(slide)

    def size(self, project: Project, choices: Choices) -> tuple[float, float]:
        """The slides' width and height in points of the layout."""
        return style_of(project, choices).grid.size

    def backdrop(self, placed: PlacedSlide, project: Project, choices: Choices) -> bytes | None:
        """The picture to lay under a slide's page, drawn once for its kind; None where the page is all there is."""
        return style_of(project, choices).backdrop(placed.kind)

    def pace(self, project: Project, choices: Choices) -> float:
        """How many minutes a slide is planned to take before the audience."""
        return float(self._composer(project, choices).time.pace)

    def placed(self, project: Project, slide: SlideId, choices: Choices) -> tuple[PlacedSlide, ...]:
        """A slide with everything in its place, on as many pages as it takes. Raises KeyError for a slide that there is not.

        Numbers count every other slide once: only an export knows how many each is split into. A slide that is off has the number 0."""
        composer = self._composer(project, choices)
        setting = self._setting(project, choices)
        if choices.template is not None:  # on our own themes no slide's title hangs on the others'
            setting = with_title_step(composer.titles, setting)
        pages, _ = place_slide(composer.slide(slide), composer.surroundings, setting)
        numbers = _numbers(composer, slide, pages)
        return tuple(number_slide(page, numbers, setting) for page in pages)

    def page(self, placed: PlacedSlide, project: Project, assets: Mapping[str, bytes], choices: Choices) -> bytes:
        """A placed slide as a PDF of one page, which is clear where its backdrop shows."""
        style = style_of(project, choices)
        return draw_page(placed, style.bare_theme(), style.grid.size, assets)

    def part(
        self, placed: PlacedSlide, part: Box, project: Project, assets: Mapping[str, bytes], choices: Choices
    ) -> bytes:
        """An area of a placed slide, in points, as a PDF page just so large."""
        style = style_of(project, choices)
        return draw_part(placed, style.bare_theme(), style.grid.size, assets, part)

    def _composer(self, project: Project, choices: Choices) -> Composer:
        """The same as before for the very same project: the window asks several times after each keystroke."""
        last = self._last
        if last is not None and last[0] is project and last[1] == choices:
            return last[2]
        composer = composer_of(project, choices)
        if last is not None and last[1] == choices:
            composer.take_over(last[2])
        self._last = (project, choices, composer)
        return composer

    def _setting(self, project: Project, choices: Choices) -> Setting:
        style = style_of(project, choices)
        measured_as = choices.template.digest if choices.template else style.theme.id
        if measured_as not in self._measurers:
            self._measurers[measured_as] = style.measurer()
        return style.setting(self._measurers[measured_as], choices.lang)


def _numbers(composer: Composer, slide: SlideId, pages: Sequence[PlacedSlide]) -> dict[str, int]:
    """The numbers of all slides, and of a slide's pages: those that move to the backup come first of what stands there."""
    numbers = {key: index for index, key in enumerate(composer.order, start=1)}
    first = numbers.get(slide)
    if first is None:
        return numbers | {page.id: 0 for page in pages}
    backup = composer.backup
    main = sum(key not in backup for key in composer.order)
    moved = [page.hidden and not pages[0].hidden for page in pages]
    return numbers | {page.id: (main if moved[at] else first) + at for at, page in enumerate(pages)}
