"""`python3 dev.py bench`: prints the figures; times in milliseconds. Nothing is asserted: machines differ, ratios less so."""

import os
import platform
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.checks import checks
from tests.bench.exporting import by_size, exports
from tests.bench.fetching import fetching
from tests.bench.files import files
from tests.bench.mentioned import changes
from tests.bench.past import past
from tests.bench.processes import whole_processes
from tests.bench.projects import grown, municipality
from tests.bench.reports import reports
from tests.bench.screen import has_qt, library, renderer, windows
from tests.bench.table import show
from tests.bench.typing_in import keystrokes, report_pages


def main() -> None:
    """Measures everything once."""
    print(f"Python {platform.python_version()}, {os.cpu_count()} processors, {platform.platform()}; {_busy()}")
    print("Milliseconds. Ratio: the median to the floor's, measured in turn with it. cpu: processor time, median.")
    sample = municipality()
    large = grown(sample, 60, 200)
    render = renderer() if has_qt() else None
    with TemporaryDirectory() as name:
        folder = Path(name)
        show("A keystroke in the sample; floor: bare reportlab, one page", keystrokes(sample, render, 12))
        show("A keystroke, 60 patterns and 200 actions", keystrokes(large, render, 8))
        show("A figure that many texts mention, 60 patterns and 200 actions", changes(large, 8))
        show("A keystroke, to the report; the sample", report_pages(sample, 8))
        show("A keystroke, to the report; 60 patterns and 200 actions", report_pages(large, 4))
        show("Export in the program; floor: python-pptx, reportlab", exports(sample, folder))
        show("Export by size; floor: python-pptx, the same shapes", by_size(sample, folder))
        show("Long reports; floor: reportlab, the same paragraphs, shaped", reports())
        show("Files; floor: the standard library's zip and JSON", files("the sample", sample, folder))
        show("Files, 60 patterns and 200 actions", files("large", large, folder))
        show("Past projects", past(sample, 1000, folder))
        show("The checks, 60 patterns and 200 actions", checks(large))
        show("Rows from a workbook of 60,000 cells", fetching(sample))
        show("Whole processes; floor: bare python-pptx, the same shapes", whole_processes(sample, folder))
        if has_qt():
            show("Start of the window; floor: a bare PySide6 window", windows(sample, folder))
            show("The library on screen", library(1000))
        else:
            print("\nThe window: PySide6 is not installed.")
    print(f"\nAt the end: {_busy()}.")


def _busy() -> str:
    """How busy the machine is with other things, where it tells."""
    return f"load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "load unknown"


if __name__ == "__main__":
    main()
