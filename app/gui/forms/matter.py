"""The matter: what is put before the bodies, the way it takes through them, its paper and appendices, and whose project it is."""

from datetime import date
from typing import ClassVar, Final

from PySide6.QtWidgets import QWidget

from app.compose import every_slide
from app.gui.fields.kinds import (
    AssetField,
    ChoiceField,
    DateField,
    LineField,
    MarkdownField,
    NumberField,
    Options,
    SegmentField,
    TextField,
    WholeField,
)
from app.gui.forms.deadline import DeadlineField
from app.gui.forms.form import Form
from app.gui.forms.members import Listing, MemberList
from app.gui.forms.spoken import Button
from app.gui.forms.tabbed import TabbedPage
from app.gui.forms.wording import (
    CLASSIFICATIONS,
    DECIDES,
    LANGUAGES,
    MONTHS,
    NEGATIVE_FORMS,
    ORGANISATION_KINDS,
    SCALES,
    UNIT_FORMS,
    ask,
    word,
)
from app.gui.interface import said
from app.language.catalogue import Words
from app.model.base import LANGS, FieldPath, Text
from app.model.deadlines import deadlines, usual_deadline
from app.model.project import Appendix, Meeting, Project, Section, Statement
from app.project import edits
from app.project.ids import new_id

#: The usual sections of a tjänsteskrivelse, in order (Sveriges Kommuner och Regioner's advice on decision papers).
USUAL: Final = ("summary", "basis", "description", "assessment", "economy", "children", "follow-up")

#: What is due before a meeting.
DEADLINES: Final = ("handing_in", "sending_out")
#: How decisions begin, of a body that decides, of one that decides its own part, and of one that proposes.
WORDINGS: Final = ("decides", "own_part", "proposes")
#: The slides that say what the others prove.
_OPENING: Final = ("cover", "summary")
#: So many letters of a slide's title are shown where one is picked.
_TITLE: Final = 60

CURRENCIES: Final = ("SEK", "EUR", "NOK", "DKK", "GBP", "USD", "CHF", "ISK", "PLN", "CZK")


def _statement(form: Form) -> None:
    text, support = (form.make(TextField, part, ask(f"statement.{part}")) for part in ("text", "support"))
    slide = form.make(ChoiceField, "slide", ask("statement.slide"), proving_slides(form.document.project))
    for field in (text, support, slide):
        field.soften()
        form.put(field)


def _meeting(form: Form) -> None:
    body = form.make(TextField, "body", ask("meeting.body"))
    on = form.make(DateField, "on", ask("meeting.on"))
    decides = form.make(SegmentField, "decides", ask("meeting.decides"), DECIDES)
    wording = form.make(TextField, "wording", ask("meeting.wording"))
    due = [form.make(DeadlineField, f"deadlines/{part}", ask(f"meeting.{part}")) for part in DEADLINES]
    for field in (body, on, decides, wording, *due):
        field.soften()
    form.row(body, on, stretch=(5, 3))
    form.row(*due)
    form.row(decides, wording, stretch=(3, 5))


def _section(form: Form) -> None:
    heading = form.make(TextField, "heading", ask("section.heading"))
    body = form.make(MarkdownField, "body", ask("section.body"), 4)
    for field in (heading, body):
        field.soften()
        form.put(field)


def _appendix(form: Form) -> None:
    title = form.make(TextField, "title", ask("appendix.title"))
    asset = form.make(AssetField, "asset", ask("appendix.asset"))
    for field in (title, asset):
        field.soften()
        form.put(field)


STATEMENTS = Listing("statement", lambda _there: Statement(id=new_id(), text=Text()), _statement, numbered=True)
ROUTE = Listing("meeting", lambda _there: Meeting(id=new_id(), body=Text()), _meeting, numbered=True)
SECTIONS = Listing("section", lambda _there: Section(id=new_id(), heading=Text()), _section)
APPENDICES = Listing("appendix", lambda _there: Appendix(id=new_id(), title=Text()), _appendix, numbered=True)


def proving_slides(project: Project) -> Options:
    """The slides that a statement may point to, by their titles; none at first."""
    titles = every_slide(project, lang=project.language, today=date.today())
    told = [(slide, title.plain) for slide, title in titles if slide not in _OPENING]
    shown = [(slide, title if len(title) <= _TITLE else f"{title[:_TITLE]}…") for slide, title in told]
    return [("", word("statement.no-slide")), *((slide, said(Text({"sv": title}))) for slide, title in shown)]


class MatterPage(TabbedPage):
    """The matter and whose it is. Serves `matter`, with the fields of `organisation` and the project's language."""

    guide: ClassVar[str] = "matter"
    tabs = ("matter.leaf", "meeting.list", "section.list", "organisation.list")

    def title(self) -> str:
        lang = self.interface.lang
        return self.document.line(self.document.project.matter.title, lang) or word("matter.untitled")(lang)

    def leaf_of(self, path: FieldPath) -> int:
        heads = ("matter/route", "matter/sections", "matter/appendices", "organisation", "language")
        found = next((at for at, head in enumerate(heads) if path.startswith(head)), None)
        return 0 if found is None else (1, 2, 2, 3, 3)[found]

    def show_place(self, place: FieldPath) -> None:
        super().show_place(place)
        slides = proving_slides(self.document.project)
        for field in self.fields:
            if isinstance(field, ChoiceField) and field.path.startswith("matter/statements/"):
                field.offer(slides)

    def build(self) -> None:
        self._build_matter(self.leaf(0, "matter"))
        form = self.leaf(1, "matter")
        route = form.hold(MemberList(self, "matter/route", ROUTE), "route")
        form.group(form.card(route), heading=word("meeting.heading"), hint=word("meeting.hint"))
        self._build_paper(self.leaf(2, "matter"))
        self._build_organisation(self.leaf(3, "organisation"))
        self._build_language(self.leaf(3, ""))

    def consider(self) -> None:
        before: date | None = None
        for meeting in self.document.project.matter.route:
            field = self.field_at(f"matter/route/{meeting.id}/on")
            early = before is not None and meeting.on is not None and meeting.on < before
            if field is not None:
                field.warn(word("meeting.early") if early else None)
            before = meeting.on or before
            self._consider_deadlines(meeting)
        count = len(self.document.project.matter.statements)
        self._missing.setVisible(bool(self._missing_sections(self.document.project)))
        self._count.warn(word("statement.many", n=count) if count > 5 else None)

    def _consider_deadlines(self, meeting: Meeting) -> None:
        """Shows when papers are due where nobody has said so, and which days have passed for a meeting that is still to come."""
        project, today = self.document.project, date.today()
        usual, due = project.organisation.deadlines, deadlines(meeting, project.organisation.deadlines)
        for part, before, day in (
            ("handing_in", usual.handing_in, due.handing_in),
            ("sending_out", usual.sending_out, due.sending_out),
        ):
            field = self.field_at(f"matter/route/{meeting.id}/deadlines/{part}")
            if isinstance(field, DeadlineField):
                field.propose(usual_deadline(meeting.on, before))
                late = day is not None and meeting.on is not None and day < today <= meeting.on
                field.warn(word("meeting.past") if late else None)

    def _build_matter(self, form: Form) -> None:
        form.put(form.make(TextField, "title", ask("matter.title")))
        form.row(
            form.make(LineField, "reference", ask("matter.reference")),
            form.make(LineField, "agenda_number", ask("matter.agenda_number")),
        )
        form.row(
            form.make(LineField, "author", ask("matter.author")),
            form.make(TextField, "author_role", ask("matter.author_role")),
        )
        self._count = form.make(MarkdownField, "answer", ask("matter.answer"), 2)
        form.put(self._count)
        statements = form.hold(MemberList(self, "matter/statements", STATEMENTS), "statements")
        form.group(form.card(statements), heading=word("statement.list"), hint=word("statement.list-hint"))

    def _build_paper(self, form: Form) -> None:
        sections = form.hold(MemberList(self, "matter/sections", SECTIONS), "sections")
        self._missing = Button(self.interface, word("section.usual"), self._add_usual, "list-checks")
        form.group(form.card(sections), heading=word("section.heading-list"), hint=word("section.hint"))
        form.row(form.card(self._missing), QWidget(), stretch=(0, 1))
        appendices = form.hold(MemberList(self, "matter/appendices", APPENDICES), "appendices")
        form.group(form.card(appendices), heading=word("appendix.list"), hint=word("appendix.list-hint"))

    def _build_organisation(self, form: Form) -> None:
        form.put(form.make(LineField, "name", ask("organisation.name")))
        form.put(form.make(LineField, "contact", ask("organisation.contact")))
        form.put(form.make(SegmentField, "kind", ask("organisation.kind"), ORGANISATION_KINDS))
        form.put(form.make(SegmentField, "classification", ask("organisation.classification"), CLASSIFICATIONS))
        form.put(form.make(SegmentField, "scale", ask("organisation.scale"), SCALES))
        form.row(
            form.make(ChoiceField, "currency", ask("organisation.currency"), self._currencies()),
            form.make(ChoiceField, "fiscal_year_starts", ask("organisation.fiscal_year_starts"), MONTHS),
        )
        form.row(
            form.make(SegmentField, "money/unit", ask("organisation.unit"), UNIT_FORMS),
            form.make(SegmentField, "money/negative", ask("organisation.negative"), NEGATIVE_FORMS),
        )
        form.row(
            form.make(NumberField, "rates/discount", ask("organisation.discount")),
            form.make(NumberField, "rates/internal", ask("organisation.internal")),
        )
        form.row(
            form.make(WholeField, "rates/depreciation_years", ask("organisation.depreciation_years")),
            form.make(WholeField, "rates/price_level", ask("organisation.price_level")),
        )

        form.row(*(form.make(WholeField, f"deadlines/{part}", ask(f"organisation.{part}")) for part in DEADLINES))
        form.group(
            *(form.make(TextField, f"wording/{part}", ask(f"organisation.{part}")) for part in WORDINGS),
            heading=word("organisation.wording"),
            hint=word("organisation.wording-hint"),
        )

    def _currencies(self) -> Options:
        """The usual currencies, and the project's own."""
        codes = dict.fromkeys((*CURRENCIES, self.document.project.organisation.currency))
        return [(code, said(Text({"sv": code}))) for code in codes]

    def _build_language(self, form: Form) -> None:
        form.put(form.make(SegmentField, "language", ask("organisation.language"), LANGUAGES))

    def _missing_sections(self, project: Project) -> list[Section]:
        """The usual sections that the paper lacks, told by their headings in either language."""
        there = {
            wording.strip().lower() for section in project.matter.sections for wording in section.heading.root.values()
        }
        usual = (Text({lang: Words("forms", lang)(f"usual.{key}") for lang in LANGS}) for key in USUAL)
        return [
            Section(id=new_id(), heading=Text({project.language: heading.root[project.language]}))
            for heading in usual
            if not there & {wording.lower() for wording in heading.root.values()}
        ]

    def _add_usual(self) -> None:
        def added(project: Project) -> Project:
            sections = (*project.matter.sections, *self._missing_sections(project))
            return edits.put(project, "matter/sections", sections)

        self.document.apply(added, word("section.adding-usual"))
