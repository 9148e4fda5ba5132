"""Stands before the real PySide6 on the path of the test run that proves the core needs no Qt."""

raise ModuleNotFoundError("PySide6 is not importable in this test run", name="PySide6")
