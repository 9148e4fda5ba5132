"""What the bodies are asked to decide, in order, each worded as if already taken. The sum is computed."""

from collections.abc import Collection
from decimal import Decimal
from typing import ClassVar

from app.gui.fields.kinds import (
    ChoiceField,
    DateField,
    LineField,
    MarkdownField,
    MoneyField,
    Options,
    SegmentField,
    TextField,
)
from app.gui.forms.deciding import Deciding
from app.gui.forms.depends import Depends
from app.gui.forms.form import Form
from app.gui.forms.members import Listing, MemberList
from app.gui.forms.page import RecordPage
from app.gui.forms.wording import MONEY_KINDS, ask, word
from app.gui.interface import Wording
from app.language.format import format_date, format_money
from app.model.base import FieldPath, Text
from app.model.project import Decision, Meeting, Project
from app.project.ids import new_id


class DecisionsPage(RecordPage):
    """All proposed decisions. Serves `decisions`."""

    guide: ClassVar[str] = "decision"

    def title(self) -> str:
        return word("decision.list")(self.interface.lang)

    def subtitle(self) -> str:
        project, lang = self.document.project, self.interface.lang
        running, investment = (_sum(project, kind) for kind in ("running", "investment"))
        if not project.decisions:
            return word("decision.none")(lang)
        if not running + investment:
            return word("decision.no-sum", n=len(project.decisions))(lang)
        key = "sums" if running and investment else "sum-running" if running else "sum-investment"
        sums = {"sum": running + investment, "running": running, "investment": investment}
        amounts = {name: self._money(amount) for name, amount in sums.items()}
        return word(f"decision.{key}", n=len(project.decisions), **amounts)(lang)

    def build(self) -> None:
        form = self.start("")
        listing = Listing(
            "decision", lambda _there: Decision(id=new_id(), text=Text()), self._member, numbered=True, wide=True
        )
        self._list = form.hold(MemberList(self, "decisions", listing), "decisions")
        form.put(form.card(self._list))

    def refresh(self, paths: Collection[FieldPath]) -> None:
        super().refresh(paths)
        if any(path.startswith("matter/route") for path in paths):
            self._offer()

    def show_place(self, place: FieldPath) -> None:
        super().show_place(place)
        self._offer()

    def consider(self) -> None:
        for decision in self.document.project.decisions:
            amount = self.field_at(f"decisions/{decision.id}/amount")
            missing = bool(decision.text) and decision.amount is None
            if amount is not None:
                amount.warn(word("decision.no-amount") if missing else None)

    def _member(self, form: Form) -> None:
        text = form.make(MarkdownField, "text", ask("decision.text"), 2)
        body = form.make(ChoiceField, "meeting", ask("decision.meeting"), self._bodies())
        owner = form.make(LineField, "owner", ask("decision.owner"))
        due = form.make(DateField, "due", ask("decision.due"))
        amount = form.make(MoneyField, "amount", ask("decision.amount"))
        kind = form.make(SegmentField, "amount_kind", ask("decision.kind"), MONEY_KINDS)
        funding = form.make(TextField, "funding", ask("decision.funding"))
        consequence = form.make(MarkdownField, "consequence", ask("decision.consequence"), 2)
        for field, _ in form.fields[1:]:
            field.soften()
        form.put(text)
        form.row(body, owner, stretch=(5, 4))
        form.row(amount, kind, due, stretch=(3, 4, 3))
        form.put(funding, consequence)
        form.put(form.hold(Deciding(self.document, self.interface, form.at("")), ""))
        carrying = Depends(self.document, self.interface, form.at("actions"), "carrying")
        carrying.setObjectName("")
        form.put(form.hold(carrying, "actions"))

    def _bodies(self) -> Options:
        """The bodies on the route; empty stands for the one that an export is for."""
        route = self.document.project.matter.route
        first = word("decision.first-body" if route else "decision.no-body")
        return [(None, first), *((meeting.id, self._wording(meeting)) for meeting in route)]

    def _wording(self, meeting: Meeting) -> Wording:
        """A meeting by its body and its day."""
        body = self.document.wording(meeting.body)
        on = meeting.on
        return (lambda lang: f"{body(lang)} {format_date(on, lang, 'short')}") if on else body

    def _offer(self) -> None:
        for field in self.fields:
            if isinstance(field, ChoiceField):
                field.offer(self._bodies())

    def _money(self, amount: Decimal) -> str:
        organisation = self.document.project.organisation
        return format_money(
            amount, organisation.currency, organisation.scale, self.interface.lang, written=organisation.money
        )


def _sum(project: Project, kind: str) -> Decimal:
    amounts = (each.amount or Decimal(0) for each in project.decisions if each.amount_kind == kind)
    return sum(amounts, Decimal(0))
