"""The habits of an organisation's bodies: how their decisions begin."""

from app.model.base import Record, Text


class BodyWords(Record):
    """How the organisation words what its bodies decide; as is usual for its kind where empty.

    `[organ]` or `[body]` stands for the body, `[nästa]` or `[next]` for the one that it proposes to."""

    decides: Text = Text()
    #: Of a body that decides some of it, and proposes the rest to a later one.
    own_part: Text = Text()
    proposes: Text = Text()
