"""How a report's paragraphs are broken into lines."""

import pytest

from app.export.pdf.faces import faces
from app.export.pdf.report.lines import set_para
from app.export.pdf.report.type import BODY, INDENT, NUMBER_INDENT, TEXT
from app.model.base import LANGS, Lang
from app.model.rich import para
from tests.export.pdf.reports import TEXTS


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [TEXT[1], TEXT[1] - INDENT, TEXT[1] - NUMBER_INDENT])
def test_no_little_word_ends_a_line_and_no_word_is_alone_on_the_last(lang: Lang, width: float) -> None:
    for text in TEXTS[lang]:
        lines = [
            "".join(each.text for each in line.stretches) for line in set_para(para(text, lang), BODY, width, faces())
        ]
        assert all(len(line.split()[-1]) > 2 for line in lines[:-1])
        assert len(lines[-1].split()) > 1
