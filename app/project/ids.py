"""Ids: 128 random bits, given once, never derived from names or places."""

import secrets

from app.model.base import Id


def new_id() -> Id:
    """A new id, 32 hexadecimal digits."""
    return secrets.token_hex(16)
