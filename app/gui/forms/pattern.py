"""A chosen pattern: the message, our analysis with its evidence, the assessment, and which recommendations we adopt."""

from typing import cast

from app.gui.fields.kinds import AssetField, DateField, Field, MarkdownField, Meaning, StepField, Support, TextField
from app.gui.fields.steps import STEPS
from app.gui.forms.adopting import Adopting
from app.gui.forms.form import Form
from app.gui.forms.members import Listing, MemberList
from app.gui.forms.page import RecordPage
from app.gui.forms.spoken import Button
from app.gui.forms.wording import ask, word
from app.gui.interface import Wording, said
from app.model.base import Lang, Step, Text
from app.model.pattern import Pattern
from app.model.project import ChosenPattern, Evidence
from app.project.ids import new_id


def _evidence(form: Form) -> None:
    value = form.make(TextField, "value", ask("evidence.value"))
    statement = form.make(TextField, "statement", ask("evidence.statement"))
    source = form.make(TextField, "source", ask("evidence.source"))
    dated = form.make(DateField, "dated", ask("evidence.dated"))
    asset = form.make(AssetField, "asset", ask("evidence.asset"))
    for field in (value, statement, source, dated, asset):
        field.soften()
    form.row(value, statement, stretch=(2, 5))
    form.row(source, dated, stretch=(5, 2))
    form.put(asset)


EVIDENCE = Listing("evidence", lambda _there: Evidence(id=new_id(), statement=Text()), _evidence, movable=False)


class PatternPage(RecordPage):
    """What the organisation makes of a pattern. Serves `patterns/<id>`."""

    def title(self) -> str:
        return self._pattern.name.said(self.interface.lang).text

    def subtitle(self) -> str:
        pattern, lang = self._pattern, self.interface.lang
        return f"{pattern.from_.said(lang).text}  →  {pattern.to.said(lang).text}"

    def support(self) -> Support | None:
        return lambda lang: _questions(self._pattern, lang)

    def build(self) -> None:
        form = self.start(self.place)
        message = form.make(TextField, "message", ask("pattern.message"))
        self._suggest = Button(self.interface, word("pattern.suggest"), self._take_headline, link=True)
        message.head.addWidget(self._suggest)
        form.put(message, form.make(MarkdownField, "meaning", ask("pattern.meaning", self._why), 5))
        evidence = form.hold(MemberList(self, form.at("evidence"), EVIDENCE), "evidence")
        form.group(form.card(evidence), heading=word("evidence.list"), hint=word("evidence.list-hint"))
        form.group(heading=word("pattern.assessment"), hint=word("pattern.assessment-hint"))
        self._assess(form, "relevance", self._relevance)
        self._assess(form, "readiness", self._readiness)
        self._assess(form, "target", self._readiness)
        self._adopting = form.hold(Adopting(self.document, self.interface, form.path, self.goes_to.emit), "")
        form.group(form.card(self._adopting), heading=word("adopting.list"), hint=word("adopting.list-hint"))

    def consider(self) -> None:
        self._suggest.setEnabled(self._chosen.message != self._pattern.headline)
        low, high = self._chosen.assessment.readiness.step, self._chosen.assessment.target.step
        below = low is not None and high is not None and high < low
        self._field("assessment/target/step").warn(word("pattern.target-below") if below else None)
        self._adopting.show_state()

    @property
    def _chosen(self) -> ChosenPattern:
        return cast("ChosenPattern", self.document.get(self.place))

    @property
    def _pattern(self) -> Pattern:
        return self._chosen.pattern

    def _field(self, part: str) -> Field:
        return self._forms[0].field(part)

    def _assess(self, form: Form, scale: str, meaning: Meaning) -> None:
        asking = ask(f"pattern.{scale}", lambda lang: self._steps(scale, meaning, lang))
        step = form.make(StepField, f"assessment/{scale}/step", asking, meaning)
        reason = form.make(TextField, f"assessment/{scale}/reason", ask(f"pattern.{scale}-reason"))
        reason.soften()
        form.group(step, reason)

    def _steps(self, scale: str, meaning: Meaning, lang: Lang) -> str:
        """What each of the five steps means, for the support pane."""
        head = word(f"pattern.{scale}")(lang)
        steps = "\n".join(f"{step}. {meaning(step)(lang)}" for step in range(1, STEPS + 1))
        return f"## {head}\n\n{steps}"

    def _relevance(self, step: Step) -> Wording:
        return said(self._pattern.indicators.of("relevance", step))

    def _readiness(self, step: Step) -> Wording:
        return said(self._pattern.indicators.of("readiness", step))

    def _take_headline(self) -> None:
        self.document.put(f"{self.place}/message", self._pattern.headline, word("pattern.suggesting"))

    def _why(self, lang: Lang) -> str:
        meaning = self._pattern.meaning.said(lang).text
        heading = word("pattern.may-mean")(lang)
        return f"## {heading}\n\n{meaning}\n\n{_questions(self._pattern, lang)}"


def _questions(pattern: Pattern, lang: Lang) -> str:
    asked = "\n".join(f"- {question.ask.said(lang).text}" for question in pattern.questions)
    answers = "\n\n".join(question.answer.said(lang).text for question in pattern.questions)
    return f"## {word('pattern.questions')(lang)}\n\n{asked}\n\n## {word('pattern.answers')(lang)}\n\n{answers}"
