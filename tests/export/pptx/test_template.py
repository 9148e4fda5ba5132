"""A deck on a company's template: its masters and layouts as they are, and nothing along that is nobody's concern."""

from functools import cache
from io import BytesIO
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation

from tests.conftest import Tools
from tests.export.pptx.readers import opened, parts
from tests.layout.template.made import PRESENTATION, changed, entries, packed
from tests.layout.template.standing import stand, told
from tests.sample import sample_project
from tests.templates import company_template

_SECRET = "Anna Andersson"
_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def on(template: bytes) -> bytes:
    """The sample's deck on a template."""
    return stand(template, told(sample_project())).written()


@cache
def written() -> bytes:
    """The sample's deck on a company's template."""
    return on(company_template())


def laden() -> bytes:
    """A template with macros, custom XML, comments, a linked picture, sections, a writer and an example slide that says a secret."""
    deck: Any = Presentation()
    deck.core_properties.author = _SECRET
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = _SECRET
    out = BytesIO()
    deck.save(out)
    files = entries(out.getvalue())
    extra = {
        "ppt/vbaProject.bin": ("application/vnd.ms-office.vbaProject", b"Sub Auto_Open()", "vbaProject"),
        "ppt/commentAuthors.xml": (
            "application/vnd.openxmlformats-officedocument.presentationml.commentAuthors+xml",
            f'<p:cmAuthorLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:cmAuthor id="0" name="{_SECRET}"'
            ' initials="A" lastIdx="0" clrIdx="0"/></p:cmAuthorLst>'.encode().decode(),
            "commentAuthors",
        ),
        "customXml/item1.xml": ("application/xml", f"<a>{_SECRET}</a>", "customXml"),
    }
    for number, (name, (content_type, content, kind)) in enumerate(extra.items()):
        files[name] = content if isinstance(content, bytes) else content.encode()
        override = f'<Override PartName="/{name}" ContentType="{content_type}"/></Types>'.encode()
        files["[Content_Types].xml"] = files["[Content_Types].xml"].replace(b"</Types>", override)
        target = name.removeprefix("ppt/") if name.startswith("ppt/") else f"../{name}"
        relation = f'<Relationship Id="rIdX{number}" Type="{_OFFICE}/{kind}" Target="{target}"/></Relationships>'
        place = "ppt/_rels/presentation.xml.rels"
        files[place] = files[place].replace(b"</Relationships>", relation.encode())
    layout = "ppt/slideLayouts/_rels/slideLayout2.xml.rels"
    linked = (
        f'<Relationship Id="rIdL" Type="{_OFFICE}/image" Target="https://spar.example/logo.png" TargetMode="External"/>'
    )
    files[layout] = files[layout].replace(b"</Relationships>", linked.encode() + b"</Relationships>")
    sections = (
        b'<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst '
        b'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"><p14:section name="Gammal" '
        b'id="{6F9F7F3D-7C4B-4C07-9F25-0C0C3A8B4B11}"><p14:sldIdLst><p14:sldId id="256"/></p14:sldIdLst></p14:section>'
        b"</p14:sectionLst></p:ext></p:extLst></p:presentation>"
    )
    presentation = etree.fromstring(files[PRESENTATION])
    for listed in presentation.findall("{*}extLst"):
        presentation.remove(listed)
    files[PRESENTATION] = etree.tostring(presentation).replace(b"</p:presentation>", sections)
    return packed(files)


def test_titles_stand_in_the_title_placeholder_and_inherit_its_place() -> None:
    deck = opened(written())
    for slide in list(deck.slides)[1:]:
        title = slide.shapes.title
        assert title is not None
        assert title.text_frame.text.strip()
        assert slide.shapes[0].shape_id == title.shape_id
        assert title._element.spPr.find("{*}xfrm") is None, slide.slide_id  # pyright: ignore[reportPrivateUsage]


def test_masters_layouts_and_themes_are_the_templates_own() -> None:
    before, after = parts(company_template()), parts(written())
    for name in before:
        if "/slideLayouts/" in name or "/theme/theme1" in name:
            assert after[name] == before[name], name
    assert len(opened(written()).slide_layouts) == 11


def test_example_slides_are_left_out() -> None:
    plain = stand(company_template(example_slides=5), told(sample_project()))
    assert len(opened(plain.written()).slides) == len(plain.deck.slides)


def test_no_placeholder_stays_empty() -> None:
    for name, data in parts(written()).items():
        if name.startswith("ppt/slides/slide"):
            for shape in etree.fromstring(data).iter("{*}sp"):
                said = "".join(each.text or "" for each in shape.iter("{*}t"))
                assert said.strip() or shape.find("{*}nvSpPr/{*}nvPr/{*}ph") is None, name


def test_colours_and_fonts_follow_the_templates_theme() -> None:
    slides = b"".join(data for name, data in parts(written()).items() if name.startswith("ppt/slides/slide"))
    assert b'schemeClr val="accent1"' in slides
    assert b'typeface="Calibri"' not in slides


def test_nothing_along_that_is_nobodys_concern() -> None:
    deck = parts(on(laden()))
    for name, data in deck.items():
        assert _SECRET.encode() not in data, name
        assert b"spar.example" not in data, name
        assert b"Gammal" not in data, name
        assert b"Auto_Open" not in data, name
    assert not [name for name in deck if "vba" in name or "customXml" in name or "comment" in name.lower()]
    assert b"macroEnabled" not in deck["[Content_Types].xml"]


def test_every_reference_leads_to_a_part() -> None:
    deck = parts(on(laden()))
    for name, data in deck.items():
        if name.endswith(".rels"):
            folder = name.split("_rels/", maxsplit=1)[0]
            for each in etree.fromstring(data).iter(f"{{{_REL}}}Relationship"):
                if each.get("TargetMode") != "External":
                    assert _resolved(folder, str(each.get("Target"))) in deck, (name, each.get("Target"))


def _resolved(folder: str, target: str) -> str:
    places = [] if target.startswith("/") else folder.rstrip("/").split("/") if folder else []
    for piece in target.strip("/").split("/"):
        if piece == "..":
            places.pop()
        else:
            places.append(piece)
    return "/".join(places)


def test_the_same_template_gives_the_same_bytes() -> None:
    template = company_template()
    assert on(template) == on(template)


def test_write_protection_and_the_first_number_go() -> None:
    guarded = changed(PRESENTATION, b"<p:sldSz", b'<p:modifyVerifier algorithmName="SHA-512"/><p:sldSz')
    assert b"modifyVerifier" not in parts(on(guarded))[PRESENTATION]


def test_a_laden_template_gives_a_valid_deck(tools: Tools, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("template")
    template, deck = folder / "template.pptx", folder / "deck.pptx"
    template.write_bytes(laden())
    deck.write_bytes(on(laden()))
    done = tools.run("validate_pptx", "--baseline", template, deck)
    assert done.returncode == 0, done.stdout
