"""Parts of another project taken into one's own: whole, with what they mention and name, and never over what stands there."""

from datetime import date
from decimal import Decimal
from random import Random

from app.model.base import FieldPath, text
from app.model.mentions import mention
from app.model.project import Asset, Figure, FreeSlide, Organisation, Project, Secrecy
from app.project import edits
from app.project.choices import choose_pattern, new_project
from app.project.ids import new_id
from app.project.references import mended, repeated
from app.project.taking import Offer, is_more_secret, offers, taken
from tests.edits_drawn import drawn_edits, edited
from tests.generated import generated_project
from tests.sample import sample_project
from tests.sample_actions import EXCHANGE, PLATFORM

THEIRS = sample_project()
CHOSEN = THEIRS.patterns[0]
EMPTY = new_project(date(2027, 6, 1), "sv", new_id)


def holding(project: Project) -> Project:
    """A project that has taken up the first pattern, and written nothing about it."""
    return choose_pattern(project, CHOSEN.pack, CHOSEN.pack_version, CHOSEN.pattern, new_id)


def offered(ours: Project, theirs: Project, *paths: FieldPath) -> list[Offer]:
    """The offers of these paths."""
    found = {offer.path: offer for offer in offers(ours, theirs)}
    return [found[path] for path in paths]


def test_everything_comes_and_is_then_offered_no_more() -> None:
    whole = taken(EMPTY, THEIRS, offers(EMPTY, THEIRS), new_id)
    assert whole.patterns == THEIRS.patterns
    assert whole.actions == THEIRS.actions
    assert [risk.title for risk in whole.risks] == [risk.title for risk in THEIRS.risks]
    assert offers(THEIRS, THEIRS) == ()


def test_an_action_comes_with_its_owner_its_kpis_and_its_days_and_finds_our_pattern() -> None:
    action = next(each for each in THEIRS.actions if each.chosen == EXCHANGE)
    ours = holding(EMPTY)
    (came,) = taken(ours, THEIRS, offered(ours, THEIRS, f"actions/{action.id}"), new_id).actions
    assert came.chosen == ours.patterns[0].id
    assert (came.owner, came.kpis, came.due) == (action.owner, action.kpis, action.due)
    (alone,) = taken(EMPTY, THEIRS, offered(EMPTY, THEIRS, f"actions/{action.id}"), new_id).actions
    assert (alone.chosen, alone.recommendation, alone.depends_on) == (None, None, ())


def test_what_was_written_about_a_shared_pattern_stands_after_what_stands_there() -> None:
    ours = holding(EMPTY)
    place = f"patterns/{ours.patterns[0].id}"
    ours = edits.put(edits.put(ours, f"{place}/meaning", text("Vår mening.")), f"{place}/assessment/relevance/step", 2)
    found = {
        offer.path.removeprefix(f"patterns/{EXCHANGE}/"): offer
        for offer in offers(ours, THEIRS)
        if EXCHANGE in offer.path
    }
    assert {path: offer.how for path, offer in found.items() if "evidence" not in path} == {
        "message": "empty",
        "meaning": "after",
        "assessment/relevance/step": "instead",
        "assessment/relevance/reason": "empty",
        "assessment/readiness/step": "empty",
        "assessment/target/step": "empty",
    }
    came = taken(ours, THEIRS, list(found.values()), new_id).patterns[0]
    theirs = CHOSEN.meaning.said("sv").text
    assert came.meaning.said("sv").text == f"Vår mening.\n\n{theirs}"
    assert came.assessment == CHOSEN.assessment
    assert came.evidence == CHOSEN.evidence
    assert came.id == ours.patterns[0].id


def test_ids_that_are_taken_are_given_anew_with_all_that_refers_to_them() -> None:
    action = next(each for each in THEIRS.actions if each.depends_on)
    before = action.depends_on[0]
    ours = edits.put(edits.put(THEIRS, f"actions/{action.id}/owner", "Vår"), f"actions/{before}/owner", "Vår")
    wanted = offered(ours, THEIRS, f"actions/{action.id}", f"actions/{before}")
    assert {offer.how for offer in wanted} == {"again"}
    both = taken(ours, THEIRS, wanted, new_id)
    first, second = both.actions[-2:]
    assert both.actions[: len(ours.actions)] == ours.actions
    assert first.depends_on[0] == second.id
    ours_kpis = {kpi.id for each in ours.actions for kpi in each.kpis}
    assert not ours_kpis & {kpi.id for each in (first, second) for kpi in each.kpis}


def test_figures_that_a_text_mentions_come_along_and_sums_are_written_out() -> None:
    figure = Figure(id=new_id(), label=text("Samtal"), value=Decimal(4100), unit=text("samtal"))
    said = text(f"{mention(figure.id)} kostar {mention('cost')}.")
    theirs = edits.put(edits.add(THEIRS, "figures", figure), f"patterns/{EXCHANGE}/meaning", said)
    wanted = offered(EMPTY, theirs, f"patterns/{EXCHANGE}")
    came = taken(EMPTY, theirs, wanted, new_id)
    assert came.figures == (figure,)
    assert came.patterns[0].meaning.said("sv").text.startswith(f"{mention(figure.id)} kostar ")
    assert mention("cost") not in came.patterns[0].meaning.said("sv").text
    ours = edits.add(EMPTY, "figures", figure.model_copy(update={"value": Decimal(5)}))
    renamed = taken(ours, theirs, wanted, new_id)
    assert [each.value for each in renamed.figures] == [5, 4100]
    assert mention(renamed.figures[1].id) in renamed.patterns[0].meaning.said("sv").text


def test_a_slide_brings_its_picture_and_nothing_else() -> None:
    picture = Asset(sha256="a" * 64, name="karta.png", media_type="image/png")
    theirs = THEIRS.model_copy(update={"assets": (*THEIRS.assets, picture)})
    slide = FreeSlide(id=new_id(), title=text("Karta"), picture=picture.sha256)
    theirs = edits.add(theirs, "storyline/free", slide)
    came = taken(EMPTY, theirs, offered(EMPTY, theirs, f"storyline/free/{slide.id}"), new_id)
    assert came.storyline.free == (slide,)
    assert came.assets == (picture,)


def test_marks_of_secrecy_and_what_is_not_valid_come_along() -> None:
    ours, action = holding(EMPTY), THEIRS.actions[0]
    marks = tuple(
        Secrecy(id=new_id(), field=field) for field in ("actions", f"patterns/{EXCHANGE}", f"patterns/{PLATFORM}")
    )
    theirs = edits.put_draft(THEIRS.model_copy(update={"secrecy": marks}), f"actions/{action.id}/due", "31 februari")
    wanted = offered(ours, theirs, f"actions/{action.id}", f"patterns/{EXCHANGE}/meaning")
    came = taken(ours, theirs, wanted, new_id)
    assert {mark.field for mark in came.secrecy} == {f"actions/{action.id}", f"patterns/{ours.patterns[0].id}/meaning"}
    assert came.drafts == {f"actions/{action.id}/due": "31 februari"}


def test_amounts_keep_their_currency() -> None:
    ours = EMPTY.model_copy(update={"organisation": Organisation(currency="EUR")})
    action = next(each for each in THEIRS.actions if each.lines)
    (came,) = taken(ours, THEIRS, offered(ours, THEIRS, f"actions/{action.id}"), new_id).actions
    assert {line.currency for line in came.lines} == {"SEK"}


def test_a_project_that_is_more_secret_is_known() -> None:
    secret = THEIRS.model_copy(update={"organisation": Organisation(classification="confidential")})
    assert is_more_secret(EMPTY, secret)
    assert not is_more_secret(secret, EMPTY)


def test_whatever_is_taken_nothing_of_ours_goes_and_the_project_stays_sound() -> None:
    for seed in range(8):
        ours = mended(generated_project(seed, most=4))
        theirs = edited(ours, drawn_edits(ours, Random(seed), 12))
        came = taken(ours, theirs, offers(ours, theirs), new_id)
        assert repeated(came) is None
        assert mended(came) == came == Project.model_validate_json(came.model_dump_json(by_alias=True))
        for collection in ("actions", "risks", "figures", "decisions", "alternatives"):
            before = getattr(ours, collection)
            assert getattr(came, collection)[: len(before)] == before
