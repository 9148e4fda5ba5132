"""A company's template as a package to write slides into: masters, layouts, themes and their pictures as they are; example slides, macros,
links, embedded files, comments, custom XML and personal data left out, with every mention of them."""

import posixpath
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from app.export.pptx.package import Package, Part, Relationship, kind
from app.export.pptx.xml import CP, EP, Element, P, R, root, serialized, sub
from app.files.parts import OfficeFile, OfficePart, Reference, parse_xml
from app.layout.template.xml import A, local

#: What is followed from the presentation on. All else is left out.
_KEPT: Final = frozenset({
    "slideMaster", "slideLayout", "theme", "themeOverride", "notesMaster", "handoutMaster", "presProps", "viewProps",
    "tableStyles", "image", "hdphoto", "media", "audio", "video", "tags", "font", "chart", "chartStyle", "chartColorStyle",
    "chartUserShapes", "diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors", "diagramDrawing",
})  # fmt: skip
_WEB: Final = ("http://", "https://", "mailto:")
_MAIN: Final = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_CORE: Final = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_KIND: Final = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_APP: Final = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
#: Folders in which an export names parts itself: the template's own take other names there.
_OURS: Final = frozenset(
    {"/ppt/slides", "/ppt/notesSlides", "/ppt/tags", "/ppt/charts", "/ppt/embeddings", "/ppt/media"}
)
#: What a presentation says of its slides, of who may change it, and of programs beside it.
_OF_SLIDES: Final = frozenset({"sldIdLst", "custShowLst", "smartTags", "modifyVerifier"})
_SECTIONS: Final = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
#: Frames that hold what is embedded, and the pictures that stand for it.
_FRAMES: Final = ("graphicFrame", "control")


def template_package(office: OfficeFile) -> Package:
    """The package without slides. The same template gives the same package."""
    package = Package()
    kept = _reached(office)
    names = {name: _new_name(name) for name in kept}
    for name, references in kept.items():
        source = office.parts[name]
        part = package.add(
            names[name], _MAIN if name == office.main else source.content_type, _data(source, references, office)
        )
        for each in references.values():
            target = each.target if each.external else names[each.target]
            part.adopt(Relationship(each.id, each.kind, target, each.external))
    package.root.relate(package.parts[names[office.main]], kind("officeDocument"))
    _add_properties(package)
    return package


def _new_name(name: str) -> str:
    folder, own = posixpath.split(name)
    return f"{folder}/template-{own}" if folder in _OURS else name


def _reached(office: OfficeFile) -> Mapping[str, Mapping[str, Reference]]:
    """The parts to keep with what each of them may refer to, in the order in which they are met."""
    kept: dict[str, Mapping[str, Reference]] = {}
    queue = [office.main]
    while queue:
        name = queue.pop(0)
        if name in kept:
            continue
        references = {each.id: each for each in office.parts[name].references.values() if _stays(each)}
        kept[name] = references
        queue += [each.target for each in references.values() if not each.external]
    return kept


def _stays(reference: Reference) -> bool:
    if reference.external:
        return reference.short == "hyperlink" and reference.target.lower().startswith(_WEB)
    return reference.short in _KEPT


def _data(part: OfficePart, kept: Mapping[str, Reference], office: OfficeFile) -> bytes:
    """A part's bytes without what referred to parts that are left out."""
    short = posixpath.basename(part.name)
    if part.name == office.main:
        return serialized(_presentation(part, kept))
    if part.content_type.endswith("presProps+xml"):
        return serialized(root(f"{P}presentationPr", "a p r"))
    if part.content_type.endswith("viewProps+xml"):
        return serialized(root(f"{P}viewPr", "a p r"))
    lost = part.references.keys() - kept.keys()
    broken = b"r:" in part.data and part.content_type.endswith("+xml") and _dangling(part, kept)
    if not lost and not broken:
        return part.data
    element = parse_xml(part.data, short)
    _forget(element, kept.keys())
    return serialized(element)


def _dangling(part: OfficePart, kept: Mapping[str, Reference]) -> bool:
    """Whether a part mentions relationships that it does not have."""
    return any(True for _ in _mentions(part.xml(), kept.keys()))


def _presentation(part: OfficePart, kept: Mapping[str, Reference]) -> Element:
    """The presentation without slides, shows, sections and write protection."""
    element = parse_xml(part.data, part.name)
    for child in list(element):
        if local(child) in _OF_SLIDES:
            element.remove(child)
    for extension in list(element.iterfind(f"{P}extLst/{P}ext")):
        if extension.get("uri") == _SECTIONS:
            _remove(extension)
    for name in ("firstSlideNum", "conformance"):
        if element.get(name) is not None:
            del element.attrib[name]
    _forget(element, kept.keys())
    if element.find(f"{P}sldSz") is None:
        size = root(f"{P}sldSz", "p", {"cx": "9144000", "cy": "6858000"})
        notes = element.find(f"{P}notesSz")
        element.append(size) if notes is None else notes.addprevious(size)
    return element


def _mentions(element: Element, kept: Collection[str]) -> Iterator[tuple[Element, str]]:
    """Elements with an attribute that names a relationship which is not kept."""
    for each in element.iter():
        if local(each):
            for name, value in each.attrib.items():
                if str(name).startswith(R) and str(value) and str(value) not in kept:
                    yield each, str(name)


def _forget(element: Element, kept: Collection[str]) -> None:
    """Take out what refers to relationships that are not kept: a link's click, a linked picture, a frame with something embedded, whose
    picture stays in its place."""
    for each, name in list(_mentions(element, kept)):
        if local(each) == "blip":
            del each.attrib[name]
            _drop_empty_picture(each)
        elif (frame := _frame_of(each)) is not None:
            _replace_frame(frame)
        else:
            _remove(each)
    for listed in list(element.iter(f"{P}custDataLst", f"{P}controls")):
        if len(listed) == 0:
            _remove(listed)


def _drop_empty_picture(blip: Element) -> None:
    """A picture that was only linked leaves nothing to show."""
    if blip.get(f"{R}embed") is None:
        shape = next((each for each in blip.iterancestors() if local(each) == "pic"), None)
        if shape is not None:
            _remove(shape)


def _frame_of(element: Element) -> Element | None:
    """The outermost frame or choice that an embedded object lies in."""
    frame = next((each for each in (element, *element.iterancestors()) if local(each) in _FRAMES), None)
    if frame is None:
        return None
    outer = [each for each in frame.iterancestors() if local(each) == "AlternateContent"]
    return outer[-1] if outer else frame


def _replace_frame(frame: Element) -> None:
    """Put the picture that stands for an embedded object in the object's place; nothing where it has none."""
    parent = frame.getparent()
    if parent is None:
        return
    pictures = [each for each in frame.iter(f"{P}pic") if _shows(each)]
    if pictures:
        parent.replace(frame, pictures[-1])
    else:
        parent.remove(frame)


def _shows(picture: Element) -> bool:
    blip = picture.find(f"{P}blipFill/{A}blip")
    extent = picture.find(f"{P}spPr/{A}xfrm/{A}ext")
    return (
        blip is not None
        and blip.get(f"{R}embed") is not None
        and extent is not None
        and extent.get("cx") not in ("0", "1")
    )


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
        if local(parent) in ("ext", "extLst") and len(parent) == 0:
            _remove(parent)


def _add_properties(package: Package) -> None:
    """Properties of ours in place of the template's: who wrote the template is nobody's concern."""
    package.root.relate(
        package.add("/docProps/core.xml", _CORE, serialized(root(f"{CP}coreProperties", "cp dc"))), _CORE_KIND
    )
    program = root(f"{EP}Properties", "ep")
    sub(program, f"{EP}Application", text="Boardwright")
    package.root.relate(package.add("/docProps/app.xml", _APP, serialized(program)), kind("extended-properties"))


def unused_ids(package: Package) -> Iterator[int]:
    """Ids for masters and layouts that no other has; they count together, from 2,147,483,648, by the standard."""
    taken: set[int] = set()
    for part in package.parts.values():
        if part.content_type.endswith(("slideMaster+xml", "presentation.main+xml")):
            for each in parse_xml(part.data, part.name).iter(f"{P}sldMasterId", f"{P}sldLayoutId"):
                text = str(each.get("id", ""))
                taken.add(int(text) if text.isdecimal() else 0)
    number = max({2147483647, *taken})
    while True:
        number += 1
        yield number


def part_of(package: Package, name: str) -> Part:
    """The package's part that a part of the template became. Raises KeyError for one that was left out."""
    return package.parts[_new_name(name)]
