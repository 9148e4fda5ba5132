"""A KPI that stands alone: its way over the whole width, the latest value large above its place on it, the verdict below."""

from typing import Final

from app.layout.arrange.gauges import disc, largest
from app.layout.frames import Box, GroupItem, Item, Paragraph, Role, ShapeItem
from app.layout.setting import Setting
from app.layout.style import plain, styled
from app.layout.text import natural_width, shortened
from app.model.graphics import Measure, Measures, Standing
from app.model.rich import Para
from app.model.tables import Align

#: The sign and ink of how a KPI stands against its plan; the word beside them says it.
SIGNS: Final[dict[Standing, tuple[str, Role]]] = {
    "ahead": ("+", "advantage"), "on-plan": ("=", "muted"), "behind": ("−", "drawback"), "reached": ("+", "advantage"),
    "open": ("", "muted"),
}  # fmt: skip
_ABOVE: Final = 6.0
_NAME_H: Final = 28.0
_OWNER_H: Final = 18.0
_VALUE_H: Final = 46.0
_LABEL_H: Final = 15.0
_BAR_H: Final = 12.0
_RADIUS: Final = 10.0
_TICK: Final = 17.0
#: From the bar's middle to the text above and below it.
_CLEAR: Final = 24.0
_PANEL_H: Final = 52.0
_INSET: Final = 16.0


def least_height(setting: Setting) -> float:
    """The height that a body must have for one KPI to take the whole of it, in points."""
    above = _ABOVE + _NAME_H + _OWNER_H + 14 + _VALUE_H + _LABEL_H + _CLEAR
    return above + _below(setting) + 14 + _PANEL_H


def place_one(block: Measures, row: Measure, body: Box, setting: Setting) -> tuple[Item, ...]:
    """The whole body for one KPI."""
    body = body.inset(top=_ABOVE)
    top = body.y + _NAME_H + _OWNER_H + 14
    floor = body.bottom - _PANEL_H - 14
    bar_y = (top + floor - _below(setting)) / 2 + (_VALUE_H + _LABEL_H + _CLEAR) / 2
    bar = Box(body.x, bar_y - _BAR_H / 2, body.w, _BAR_H)
    return (
        *_name(row, body, setting),
        *_latest(row, bar, setting),
        GroupItem(block.id, "ways", _way(row, bar), block.alt),
        *_plan(block, row, bar, setting),
        *_ends(block, row, bar, setting),
        *_verdict(block, row, Box(body.x, body.bottom - _PANEL_H, body.w, _PANEL_H), setting),
    )


def _below(setting: Setting) -> float:
    """The height of what stands under the bar: the plan, then start and target."""
    return _CLEAR + 2 * _LABEL_H + setting.font("figure").line + _LABEL_H


def _name(row: Measure, body: Box, setting: Setting) -> tuple[Item, ...]:
    name = largest(row.name, ("figure", "numeral", "body", "second"), body.w, setting, "ink")
    owner = shortened(styled(row.owner, setting.font("second"), "muted"), body.w, 1, setting.measurer)
    items: list[Item] = [setting.text(row.id, "kpi", (name,), Box(body.x, body.y, body.w, _NAME_H), anchor="bottom")]
    if owner.runs:
        items.append(setting.text(row.id, "owner", (owner,), Box(body.x, body.y + _NAME_H, body.w, _OWNER_H)))
    return tuple(items)


def _at(share: float | None, bar: Box) -> float:
    """Where a share of the way lies; its start where it is not known."""
    return bar.x + min(max(share or 0.0, 0.0), 1.0) * bar.w


def _about(x: float, width: float, bar: Box) -> tuple[float, Align]:
    """Where a text of a width about `x` begins so that it stays over the bar, and how it is then aligned."""
    if x - width / 2 < bar.x:
        return bar.x, "left"
    if x + width / 2 > bar.right:
        return bar.right - width, "right"
    return x - width / 2, "center"


def _latest(row: Measure, bar: Box, setting: Setting) -> tuple[Item, ...]:
    """The latest value and its day above their place on the bar."""
    width = bar.w / 3
    x, align = _about(_at(row.reached, bar), width, bar)
    bottom = bar.y + bar.h / 2 - _CLEAR
    value = _aligned(largest(row.latest, ("hero", "figure", "body"), width, setting, "accent"), align)
    dated = shortened(styled(row.dated, setting.font("label"), "muted", align=align), width, 1, setting.measurer)
    items: list[Item] = [
        setting.text(row.id, "latest", (value,), Box(x, bottom - _LABEL_H - _VALUE_H, width, _VALUE_H), anchor="bottom")
    ]
    if dated.runs:
        items.append(setting.text(row.id, "latest", (dated,), Box(x, bottom - _LABEL_H, width, _LABEL_H)))
    return tuple(items)


def _aligned(paragraph: Paragraph, align: Align) -> Paragraph:
    return Paragraph(paragraph.runs, align, paragraph.line)


def _way(row: Measure, bar: Box) -> tuple[Item, ...]:
    middle = bar.y + bar.h / 2
    items: list[Item] = [ShapeItem(row.id, "way", bar, "rectangle", "hairline")]
    if row.reached is not None:
        x = _at(row.reached, bar)
        items.append(ShapeItem(row.id, "covered", Box(bar.x, bar.y, x - bar.x, bar.h), "rectangle", "accent"))
    if row.planned is not None:
        tick = Box(_at(row.planned, bar), middle - _TICK, 0, 2 * _TICK)
        items.append(ShapeItem(row.id, "plan", tick, "line", None, "ink", 2.25))
    if row.reached is not None:
        items.append(disc(row.id, _at(row.reached, bar), middle, _RADIUS, "accent", "ground", "latest"))
    return tuple(items)


def _plan(block: Measures, row: Measure, bar: Box, setting: Setting) -> tuple[Item, ...]:
    """What the tick stands for, below it."""
    if row.planned is None:
        return ()
    text = shortened(styled(block.keys[0], setting.font("label"), "muted"), bar.w / 3, 1, setting.measurer)
    width = natural_width(text, setting.measurer) * 1.04 + 4
    x, align = _about(_at(row.planned, bar), width, bar)
    place = Box(x, bar.y + bar.h / 2 + _CLEAR - 4, width, _LABEL_H)
    return (setting.text(row.id, "key", (_aligned(text, align),), place),)


def _ends(block: Measures, row: Measure, bar: Box, setting: Setting) -> tuple[Item, ...]:
    """Start and target under the ends of the bar."""
    top = bar.y + bar.h / 2 + _CLEAR + _LABEL_H + 6
    width = bar.w / 2 - 12
    left = Box(bar.x, top, width, _below(setting) - _CLEAR - _LABEL_H)
    right = Box(bar.right - width, top, width, left.h)
    return (
        *_end(row, "start", (block.heads[2], row.start, Para()), left, ("left", "muted"), setting),
        *_end(row, "target", (block.heads[4], row.target, row.due), right, ("right", "ink"), setting),
    )


def _end(
    row: Measure, name: str, texts: tuple[Para, Para, Para], box: Box, look: tuple[Align, Role], setting: Setting
) -> tuple[Item, ...]:
    align, ink = look
    label = styled(texts[0], setting.font("label", bold=True), "muted")
    value = largest(texts[1], ("figure", "numeral", "body"), box.w, setting, ink)
    detail = styled(texts[2], setting.font("label"), "muted")
    lines = (shortened(text, box.w, 1, setting.measurer) for text in (label, value, detail) if text.runs)
    return (setting.text(row.id, name, tuple(_aligned(text, align) for text in lines), box),)


def _verdict(block: Measures, row: Measure, box: Box, setting: Setting) -> tuple[Item, ...]:
    """How the KPI stands against its plan, in a panel: sign and word, then what the plan says."""
    sign, color = SIGNS[row.standing]
    label = styled(block.heads[5], setting.font("label", bold=True), "muted")
    words = styled(row.verdict, setting.font("lead", bold=True), color)
    if sign:
        mark = plain(f"{sign}\u00a0", setting.font("lead", bold=True), setting.lang, color)
        words = Paragraph((*mark.runs, *words.runs), "left", words.line)
    detail = plain("\u2002" if row.detail else "", setting.font("second"), setting.lang, "muted")
    words = Paragraph(
        (*words.runs, *detail.runs, *styled(row.detail, setting.font("second"), "muted").runs), "left", words.line
    )
    width = box.w - 2 * _INSET
    texts = tuple(shortened(text, width, 1, setting.measurer) for text in (label, words) if text.runs)
    return (setting.panel(row.id, "verdict", texts, box, "panel", anchor="middle", insets=(_INSET, 4, _INSET, 4)),)
