"""Keeps None, True and False alive where Qt for Python 6.12 would let go of them.

Its modules are built for interpreters whose constants are not counted (3.12 and later, PEP 683) but install on 3.11 too. There every
call that returns nothing gives back one reference to None that it never took: after some thousand the interpreter aborts with
"none_dealloc". A head start of references that no session can use up keeps it from happening."""

import ctypes
import sys
from typing import Final

_HEAD_START: Final = 1 << 40


def keep_constants() -> None:
    """Gives the constants their head start; nothing to do on later interpreters."""
    if sys.version_info >= (3, 12) or sys.getrefcount(None) >= _HEAD_START:
        return
    for constant in (None, True, False):
        ctypes.c_ssize_t.from_address(id(constant)).value += _HEAD_START
