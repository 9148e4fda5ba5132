"""Stands before the real shiboken6 on the path of the test run that proves the core needs no Qt."""

raise ModuleNotFoundError("shiboken6 is not importable in this test run", name="shiboken6")
