"""What a CIO does with a project as a whole step: begin one, choose and drop patterns, adopt recommendations, settle slides."""

from collections.abc import Sequence
from datetime import date

from app.model.base import Id, Lang, NewId, text
from app.model.pattern import Pattern, Slug
from app.model.project import (
    Action,
    Alternative,
    ChosenPattern,
    Criterion,
    FreeSlide,
    Kpi,
    Organisation,
    Project,
    SlideChoice,
    SlideCopy,
)
from app.project import edits
from app.project.paths import NoSuchPlace


def new_project(created: date, language: Lang, new_id: NewId, organisation: Organisation | None = None) -> Project:
    """An empty project: "as today" among the alternatives, and the three usual criteria to weigh them by."""
    criteria = (text("Kostnad", "Cost"), text("Nytta", "Benefit"), text("Genomförbarhet", "Feasibility"))
    return Project(
        id=new_id(),
        language=language,
        created=created,
        organisation=organisation or Organisation(),
        criteria=tuple(Criterion(id=new_id(), name=name) for name in criteria),
        alternatives=(Alternative(id=new_id(), name=text("Som i dag", "As today"), as_today=True),),
    )


def choose_pattern(project: Project, pack_id: Slug, pack_version: str, pattern: Pattern, new_id: NewId) -> Project:
    """Takes a pattern up, with its text as it is now, last. Unchanged when the project has that pattern of that pack."""
    if any(chosen.pack == pack_id and chosen.pattern.id == pattern.id for chosen in project.patterns):
        return project
    return edits.add(
        project, "patterns", ChosenPattern(id=new_id(), pack=pack_id, pack_version=pack_version, pattern=pattern)
    )


def drop_pattern(project: Project, chosen_id: Id) -> Project:
    """Takes a chosen pattern away with the analysis of it. Its actions stay, as actions of the organisation's own."""
    return edits.remove(project, f"patterns/{chosen_id}")


def adopt(project: Project, chosen_id: Id, recommendation: Slug, new_id: NewId) -> Project:
    """Makes a recommendation an action, with the library's words to go on from. Unchanged when it is adopted already.

    Raises NoSuchPlace when the project has no such chosen pattern, or it no such recommendation."""
    chosen = project.chosen(chosen_id)
    advice = chosen.pattern.recommendation(recommendation) if chosen else None
    if advice is None:
        raise NoSuchPlace(f"patterns/{chosen_id}/pattern/recommendations/{recommendation}")
    if any(action.recommendation == recommendation for action in project.actions_of(chosen_id)):
        return project
    action = Action(
        id=new_id(),
        chosen=chosen_id,
        recommendation=recommendation,
        title=advice.title,
        what=advice.what,
        risk=advice.risk,
        first_steps=advice.first_steps,
        kpis=(Kpi(id=new_id(), name=advice.measure),),
    )
    return edits.add(project, "actions", action)


def add_free_slide(project: Project, slide: FreeSlide, after: str, order: Sequence[str]) -> Project:
    """Adds a slide of the CIO's own after another; `order` is how the slides stand now."""
    return _placed_after(edits.add(project, "storyline/free", slide), f"free/{slide.id}", after, order)


def duplicate_slide(project: Project, slide: str, order: Sequence[str], new_id: NewId) -> Project:
    """Shows a slide once more, right after itself. One of the CIO's own is copied, so that the two can go ways of their own."""
    key = new_id()
    kind, _, subject = slide.partition("/")
    if kind == "free":
        own = next(each for each in project.storyline.free if each.id == subject)
        return add_free_slide(project, own.model_copy(update={"id": key}), slide, order)
    copies = project.storyline.copies
    shown = next((copy.of for copy in copies if copy.id == subject), slide) if kind == "copy" else slide
    added = edits.add(project, "storyline/copies", SlideCopy(id=key, of=shown))
    return _placed_after(added, f"copy/{key}", slide, order)


def remove_slide(project: Project, slide: str) -> Project:
    """Takes away a slide that the CIO has added. Raises NoSuchPlace for one that belongs to the storyline."""
    kind, _, subject = slide.partition("/")
    return edits.remove(project, f"storyline/{'free' if kind == 'free' else 'copies'}/{subject}")


def _placed_after(project: Project, slide: str, after: str, order: Sequence[str]) -> Project:
    at = order.index(after) + 1 if after in order else len(order)
    return edits.put(project, "storyline/order", (*order[:at], slide, *order[at:]))


def slide_choice(project: Project, slide: str) -> SlideChoice:
    """What is settled about a slide; the usual when nothing is."""
    return next((choice for choice in project.storyline.slides if choice.slide == slide), SlideChoice(slide=slide))


def settle_slide(project: Project, choice: SlideChoice) -> Project:
    """Settles whether and where a slide is shown, and under which title. A choice that says the usual is not kept."""
    others = tuple(other for other in project.storyline.slides if other.slide != choice.slide)
    says_something = choice != SlideChoice(slide=choice.slide)
    return edits.put(project, "storyline/slides", (*others, choice) if says_something else others)
