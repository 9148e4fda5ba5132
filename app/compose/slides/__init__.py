"""Every kind of slide, in the order in which a storyline tells them."""

from typing import Final

from app.compose.kinds import Kind
from app.compose.slides import (
    calculation,
    cover,
    decisions,
    evidence,
    free,
    glossary,
    investment,
    kpis,
    method,
    next_steps,
    options,
    organisation,
    pattern,
    priorities,
    questions,
    readiness,
    recommendation,
    risks,
    roadmap,
    sources,
    summary,
    why_now,
)

KINDS: Final[tuple[Kind, ...]] = (
    cover.KIND,
    summary.KIND,
    decisions.KIND,
    why_now.KIND,
    readiness.KIND,
    pattern.KIND,
    options.KIND,
    priorities.KIND,
    recommendation.KIND,
    free.KIND,
    evidence.KIND,
    roadmap.KIND,
    investment.KIND,
    risks.KIND,
    kpis.KIND,
    organisation.KIND,
    next_steps.KIND,
    questions.KIND,
    calculation.KIND,
    method.KIND,
    glossary.KIND,
    sources.KIND,
)
