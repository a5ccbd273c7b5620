"""A survey response as it stands in files: its items in a list, because an object of a hundred keys is not read."""

from typing import Annotated, Self

from pydantic import FailFast, Field

from audit_app.responses.model import Answer, Frozen
from audit_app.responses.survey import Comment, Response


class GivenAnswer(Frozen):
    """What a response says about one item."""

    item: Annotated[str, Field(max_length=60)]
    answer: Answer | None = None
    comment: Comment | None = None


class HandedIn(Frozen):
    """One colleague's answers."""

    id: Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
    group: Annotated[str, Field(max_length=60)]
    given: Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
    answers: Annotated[tuple[GivenAnswer, ...], Field(min_length=1, max_length=4_000), FailFast()]

    @classmethod
    def of(cls, response: Response) -> Self:
        """In the order of the items' ids."""
        items = sorted({*response.answers, *response.comments})
        said = [
            GivenAnswer(item=item, answer=response.answers.get(item), comment=response.comments.get(item))
            for item in items
        ]
        return cls(id=response.id, group=response.group, given=response.given.isoformat(), answers=tuple(said))

    def as_response(self) -> Response:
        """Raises pydantic.ValidationError for a day that is none, or where no item is answered."""
        return Response.model_validate(
            {
                "id": self.id,
                "group": self.group,
                "given": self.given,
                "answers": {one.item: one.answer for one in self.answers if one.answer is not None},
                "comments": {one.item: one.comment for one in self.answers if one.comment is not None},
            }
        )
