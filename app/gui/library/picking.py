"""Picking patterns and adopting recommendations, and laying them back."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.gui.document import Document
from app.gui.interface import Wording, term
from app.library.occasions import Occasion
from app.model.base import Lang, Text
from app.model.pattern import Pack, Pattern, Slug
from app.model.project import Action, ChosenPattern, Project
from app.project import edits
from app.project.choices import adopt, choose_pattern, drop_pattern
from app.project.ids import new_id
from app.services.occasions import picked_for

#: The patterns that a project has picked, by pack and pattern.
Picked = frozenset[tuple[Slug, Slug]]


@dataclass(frozen=True)
class Entry:
    """A pattern in its pack, as the shelf has it."""

    pack: Pack
    pattern: Pattern

    @property
    def path(self) -> str:
        """Its place in the window: `library/<pack>/<pattern>`."""
        return f"library/{self.pack.id}/{self.pattern.id}"

    def is_picked(self, picked: Picked) -> bool:
        """Whether it is among the picked ones."""
        return (self.pack.id, self.pattern.id) in picked

    def chosen(self, project: Project) -> ChosenPattern | None:
        """The project's own copy of it, when it is picked."""
        return next(
            (has for has in project.patterns if has.pack == self.pack.id and has.pattern.id == self.pattern.id), None
        )

    def adopted(self, project: Project, recommendation: Slug) -> Action | None:
        """The action that a recommendation has become."""
        chosen = self.chosen(project)
        actions = project.actions_of(chosen.id) if chosen else ()
        return next((action for action in actions if action.recommendation == recommendation), None)


def picked_in(project: Project) -> Picked:
    """What a project has picked, so that a thousand patterns can be asked about at once."""
    return frozenset((has.pack, has.pattern.id) for has in project.patterns)


def pick(document: Document, entry: Entry) -> None:
    """Picks a pattern; one that is picked already stays as it is."""
    if entry.chosen(document.project) is None:
        document.apply(lambda project: _with(project, entry), _named("edit.pick", entry.pattern.short))


def pick_for(document: Document, occasion: Occasion, packs: Sequence[Pack]) -> None:
    """Picks what suits an occasion, in its order, as one step; what is picked already stays as it is."""
    document.apply(lambda project: picked_for(project, occasion, packs, new_id), _named("edit.pick", occasion.name))


def toggle(document: Document, entry: Entry) -> None:
    """Picks a pattern, or lays it back."""
    chosen = entry.chosen(document.project)
    if chosen is None:
        pick(document, entry)
    else:
        document.apply(lambda project: drop_pattern(project, chosen.id), _named("edit.drop", entry.pattern.short))


def toggle_recommendation(document: Document, entry: Entry, recommendation: Slug) -> None:
    """Adopts a recommendation (and picks its pattern), or takes its action away."""
    advice = entry.pattern.recommendation(recommendation)
    if advice is None:
        return
    action = entry.adopted(document.project, recommendation)
    if action is not None:
        document.apply(lambda project: edits.remove(project, f"actions/{action.id}"), _named("edit.drop", advice.title))
        return

    def adopted(project: Project) -> Project:
        picked = _with(project, entry)
        chosen = entry.chosen(picked)
        return adopt(picked, chosen.id, recommendation, new_id) if chosen else picked

    document.apply(adopted, _named("edit.adopt", advice.title))


def _with(project: Project, entry: Entry) -> Project:
    return choose_pattern(project, entry.pack.id, entry.pack.version, entry.pattern, new_id)


def _named(key: str, name: Text) -> Wording:
    def wording(lang: Lang) -> str:
        return term("window", key, name=name.said(lang).text)(lang)

    return wording
