"""Templates that nobody has seen carry a deck as well as known ones do."""

import pytest

from tests.conftest import Tools
from tests.layout.template.hard import hard_template
from tests.layout.template.standing import stand, told, untitled
from tests.sample import sample_project

#: Some that are far apart: an upright slide in a face that is measured by another, a low one with art in its corner; one whose only layout
#: is too low for content, one on a gradient that is lightest in a corner, one whose cover has art beside and no place for the answer.
_FEW = (5, 16, 131, 144, 299)


@pytest.mark.parametrize("seed", _FEW)
def test_a_deck_stands_on_a_hard_template(seed: int) -> None:
    stood = stand(hard_template(seed), told(sample_project()))
    assert stood.faults() == []
    assert untitled(stood.written()) == []


def test_the_same_seed_gives_the_same_template() -> None:
    assert hard_template(20) == hard_template(20)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(300))
def test_a_deck_stands_on_any_template(seed: int) -> None:
    stood = stand(hard_template(seed), told(sample_project()))
    assert stood.faults() == []
    assert untitled(stood.written()) == []


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(0, 300, 10))
def test_what_stands_on_any_template_is_valid(
    seed: int, tools: Tools, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("hard")
    template, deck = folder / "template.pptx", folder / "deck.pptx"
    template.write_bytes(hard_template(seed))
    deck.write_bytes(stand(template.read_bytes(), told(sample_project())).written())
    done = tools.run("validate_pptx", "--baseline", template, deck)
    assert done.returncode == 0, done.stdout
