"""Where the tour stops in the main window."""

from PySide6.QtWidgets import QWidget

from app.gui.document import Document
from app.gui.tour import Stop
from app.gui.workbench import Workbench


def stops(bench: Workbench, document: Document, result: QWidget, export_button: QWidget) -> tuple[Stop, ...]:
    """Sidebar, library, a pattern's page, the result, the export."""

    def to_pattern() -> None:
        chosen = next(iter(document.project.patterns), None)
        bench.go(f"patterns/{chosen.id}" if chosen else "matter")

    return (
        Stop("sidebar", lambda: bench.sidebar, lambda: bench.go("matter")),
        Stop("library", lambda: bench.page, lambda: bench.go("library")),
        Stop("page", lambda: bench.page, to_pattern),
        Stop("result", lambda: result, to_pattern),
        Stop("export", lambda: export_button, to_pattern),
    )
