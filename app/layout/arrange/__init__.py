"""How each kind of slide is composed: its blocks placed in the body, one module a kind."""

from collections.abc import Callable, Mapping
from typing import Final

from app.compose.storyline import Slide, SlideKind
from app.layout.arrange import (
    cover,
    decisions,
    free,
    investment,
    kpis,
    listing,
    next_steps,
    options,
    organisation,
    passages,
    pattern,
    readiness,
    recommendation,
    risks,
    roadmap,
    since,
    summary,
    why_now,
)
from app.layout.frames import Box, Diagnostic
from app.layout.setting import BodyPage, Setting

Arrangement = Callable[[Slide, Box, Setting], tuple[BodyPage, ...]]

_ARRANGEMENTS: Final[Mapping[SlideKind, Arrangement]] = {
    "cover": cover.arrange,
    "summary": summary.arrange,
    "decisions": decisions.arrange,
    "why-now": why_now.arrange,
    "pattern": pattern.arrange,
    "recommendation": recommendation.arrange,
    "free": free.arrange,
    "evidence": free.arrange,
    "options": options.arrange,
    "readiness": readiness.arrange,
    "priorities": risks.arrange,
    "roadmap": roadmap.arrange,
    "investment": investment.arrange,
    "risks": risks.arrange,
    "kpis": kpis.arrange,
    "since": since.arrange,
    "status": since.arrange,
    "organisation": organisation.arrange,
    "next-steps": next_steps.arrange,
    "sources": listing.arrange,
    "questions": listing.arrange,
    "calculation": passages.arrange,
    "method": passages.arrange,
    "glossary": passages.arrange,
}


def arrange(slide: Slide, body: Box, setting: Setting) -> tuple[tuple[BodyPage, ...], tuple[Diagnostic, ...]]:
    """A slide's body on one page or more, and what fitting had to do. Every page's items lie within `body`."""
    pages = _ARRANGEMENTS.get(slide.kind, passages.arrange)(slide, body, setting)
    return pages, tuple(note for page in pages for note in page.diagnostics)
