"""What is said of secrecy: what a full version is marked with, and that a public version leaves something out, and on what ground."""

from app.compose.telling import Telling
from app.model.project import Secrecy
from app.model.rich import Para


def marking(telling: Telling) -> Para:
    """The grounds on which parts are marked, each once; empty when nothing is. A public version says that they are left out."""
    marks = telling.project.secrecy
    grounds = "; ".join(dict.fromkeys(_ground(telling, mark) for mark in marks))
    if not grounds:
        return Para()
    return telling.word("secrecy.withheld" if leaves_out(telling) else "secrecy.marked", grounds=grounds)


def leaves_out(telling: Telling) -> bool:
    """Whether this is a public version that leaves something out."""
    return any(mark.withheld for mark in telling.project.secrecy)


def leaves_out_of(telling: Telling, collection: str) -> bool:
    """Whether it leaves something out of a collection, so that sums over it would mislead or tell."""
    return any(mark.withheld and mark.field == collection for mark in telling.project.secrecy)


def _ground(telling: Telling, mark: Secrecy) -> str:
    """ "sekretess enligt 19 kap. 3 § OSL, Kommunstyrelsen, 12 mars 2027"."""
    by = f"-{'by' if mark.paragraph else 'unnamed'}" if mark.kind == "secrecy" else ""
    ground = telling.words(f"secrecy.{mark.kind}{by}", paragraph=mark.paragraph)
    day = telling.when(mark.on) if mark.on else ""
    return ", ".join(part for part in (ground, mark.authority, day) if part)
