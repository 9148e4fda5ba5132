"""Where the tour stops in the main window."""

from typing import TYPE_CHECKING

from app.gui.tour import Stop

if TYPE_CHECKING:
    from app.gui.window import MainWindow


def stops(window: "MainWindow") -> tuple[Stop, ...]:
    """Sidebar, library, a pattern's page, the result, the export."""
    bench, document = window.bench, window.document

    def to_pattern() -> None:
        chosen = next(iter(document.project.patterns), None)
        bench.go(f"patterns/{chosen.id}" if chosen else "matter")

    return (
        Stop("sidebar", lambda: bench.sidebar, lambda: bench.go("matter")),
        Stop("library", lambda: bench.page, lambda: bench.go("library")),
        Stop("page", lambda: bench.page, to_pattern),
        Stop("result", lambda: window.result, to_pattern),
        Stop("export", lambda: window.export_button, to_pattern),
    )
