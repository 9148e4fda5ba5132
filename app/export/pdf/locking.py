"""A finished PDF behind a password: AES-256, still tagged, and open to those who read with a screen reader."""

import re
import secrets
from io import BytesIO
from typing import Final

import pikepdf

#: PDF/A forbids encryption (ISO 19005-2, 6.1.3), so that a locked file does not claim to be one. PDF/UA does not.
_CLAIM: Final = re.compile(rb"<pdfaid:(\w+)>[^<]*</pdfaid:\1>\s*")
#: Readers may print, copy and read aloud, and change nothing.
_ALLOWED: Final = pikepdf.Permissions(
    accessibility=True,
    extract=True,
    modify_annotation=False,
    modify_assembly=False,
    modify_form=False,
    modify_other=False,
)


def locked(data: bytes, password: str) -> bytes:
    """The document, for those who have the password. What it says of itself is locked too. Nobody has the right to change it, since
    that key is thrown away. The bytes differ each time, as the standard asks (ISO 32000-2, 7.6.4)."""
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        if pikepdf.Name.Metadata in pdf.Root:
            about = pdf.Root.Metadata.read_bytes()
            pdf.Root.Metadata.write(_CLAIM.sub(b"", about))
        key = pikepdf.Encryption(user=password, owner=secrets.token_urlsafe(24), R=6, allow=_ALLOWED)
        pdf.save(out, encryption=key, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()
