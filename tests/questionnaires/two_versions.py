"""A questionnaire in two versions, as an author writes them: items stayed, were reworded, changed, dropped, added."""

from tests.questionnaires.making import Document, a_choice, a_document, an_item

FORM = "a-form"
_SHARED: tuple[Document, ...] = (an_item("kept"), an_item("heard"))
_LAST: tuple[Document, ...] = (a_choice("told", "yes", "no"), an_item("words", kind="text"))

FIRST_FORM = a_document(*_SHARED, an_item("trust", text="We trust our partners."), an_item("gone"), *_LAST)
SECOND_FORM = a_document(
    *_SHARED,
    an_item("trust", text="We trust our partners with hard news."),
    an_item("fresh"),
    *_LAST,
    version=2,
    changes={
        "heard": {"became": "reworded"},
        "trust": {"became": "changed", "note": "Schools found the first wording too easy."},
        "gone": {"became": "dropped"},
    },
)
