"""The kinds of report that are made of a project."""

from typing import Final, Literal, TypeGuard, get_args

#: `changes` tells what has changed since the papers went out.
#: A paper for the body that decides is a "tjansteskrivelse"; its English twin is the board paper.
ReportKind = Literal["brief", "memo", "tjansteskrivelse", "full", "changes"]
REPORT_KINDS: Final[tuple[ReportKind, ...]] = get_args(ReportKind)


def is_report_kind(name: str) -> TypeGuard[ReportKind]:
    """Whether there is a kind of report of that name."""
    return name in REPORT_KINDS
