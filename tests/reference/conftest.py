"""`pytest tests/reference --accept` makes what is written today the reference."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="make what is written today the reference")


@pytest.fixture
def accept(pytestconfig: pytest.Config) -> bool:
    """Whether what differs becomes the reference. The option is known where this folder is named on the command line."""
    return bool(pytestconfig.getoption("--accept", default=False))
