"""What happened to an order, and what the team adds to it."""

from typing import Annotated

from pydantic import AwareDatetime, Field

from oms.api.schemas import Listed, PageQuery, Schema, Text, Word


class TimelineQuery(PageQuery):
    """Oldest first. Nothing of it can be changed afterwards."""

    type: Annotated[Word | None, Field(description="Only this type of event.", examples=["order.note"])] = None


class Event(Schema):
    """`type` is for programs, `text` for people."""

    id: int
    type: Annotated[str, Field(examples=["order.held"])]
    text: str
    note: Annotated[str, Field(description="What somebody wrote; of a note, the note itself.")]
    by: str
    location: str | None
    occurred_at: AwareDatetime


class Timeline(Listed):
    data: list[Event]


class NewNote(Schema):
    """For the team; customers never see it."""

    text: Annotated[Text, Field(min_length=1, max_length=4000, examples=["Customer called: leave it at the door."])]


class Attachment(Schema):
    id: int
    name: str
    content_type: Annotated[str, Field(examples=["application/pdf"])]
    size: Annotated[int, Field(description="In bytes.")]
    added_by: str
    added_at: AwareDatetime
    href: Annotated[str, Field(description="Where the file is.")]


class AttachmentList(Schema):
    data: list[Attachment]


class Attached(Schema):
    """The file as it is kept: pictures are drawn anew, without what was hidden in them."""

    id: int
    content_type: str
    size: int
    href: str


class OrderField(Schema):
    """A field that this shop adds to its orders."""

    key: Annotated[str, Field(examples=["gift_wrap"])]
    label: str
    kind: Annotated[str, Field(examples=["boolean"])]
    choices: list[str]
    is_required: bool


class OrderFieldList(Schema):
    data: list[OrderField]
