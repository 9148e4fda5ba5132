"""The decisions come as text that can be pasted into the minutes as it stands."""

import re
from html import unescape

from app.services.copying import minutes_copied
from app.services.section_text import section_copied
from tests.sample import TODAY, empty_project, sample_project


def test_the_decisions_are_numbered_through_under_each_body() -> None:
    plain = minutes_copied(sample_project(), "sv", TODAY).plain
    numbered = [line for line in plain.splitlines() if line[:1].isdigit()]
    assert [line.partition(" ")[0] for line in numbered] == ["1.", "2.", "3."]
    said = [decision.text.said("sv").text.replace("**", "") for decision in sample_project().decisions]
    assert sorted(line.partition(" ")[2].replace("\xa0", " ") for line in numbered) == sorted(said)
    assert not plain.splitlines()[0][:1].isdigit()
    assert "**" not in plain


def test_the_formatted_text_says_the_same_and_goes_on_counting() -> None:
    copied = minutes_copied(sample_project(), "sv", TODAY)
    starts = [int(found) for found in re.findall(r'<ol start="(\d+)"', copied.html)]
    sizes = [each.count("<li>") for each in copied.html.split("<ol")[1:]]
    assert [start + number for start, size in zip(starts, sizes, strict=True) for number in range(size)] == [1, 2, 3]
    words = unescape(re.sub("<[^>]+>", "", copied.html))
    assert all(line.partition(" ")[2] in words for line in copied.plain.splitlines() if line[:1].isdigit())


def test_without_decisions_there_is_nothing_to_copy() -> None:
    assert minutes_copied(empty_project(), "en", TODAY) == ("", "")


def test_a_section_is_copied_with_its_headings_lists_and_tables() -> None:
    project = sample_project()
    chosen = project.patterns[0]
    copied = section_copied(project, "sv", TODAY, f"patterns/{chosen.id}/meaning")
    assert "Vi kan dela fler tjänster med grannkommuner" in copied.plain
    assert "<h2>" in copied.html
    words = unescape(re.sub("<[^>]+>", "", copied.html))
    assert all(line.removeprefix("– ") in words for line in copied.plain.splitlines() if "\t" not in line)
    table = section_copied(project, "sv", TODAY, f"actions/{project.actions[0].id}")
    assert table.html.count("<tr>") > len(project.actions)
    assert "\t" in table.plain


def test_a_place_copies_the_sections_of_its_parts_and_one_without_any_nothing() -> None:
    assert section_copied(sample_project(), "sv", TODAY, "matter").html.count("<h2>") >= 2
    assert section_copied(sample_project(), "sv", TODAY, "library") == ("", "")
