"""A language that nobody speaks: every sentence of the app decorated, to show which words pass the catalogue by.

“Settings” becomes “[·Şéţţîñĝš·]”. No letter of the English alphabet is left but those in braces.
"""

import io
import string
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo

from audit_app.language import DOMAIN

CODE = "el"
"""Greek stands in for it: its dates and numbers have no English letter or mark either."""
DECORATED = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ",
)


def decorated(text: str) -> str:
    """What is in braces stays."""
    if "{" not in text:
        return f"[·{text.translate(DECORATED)}·]"
    parts = []
    for words, name, how, conversion in string.Formatter().parse(text):
        parts.append(words.translate(DECORATED).replace("{", "{{").replace("}", "}}"))
        if name is not None:
            parts.append(f"{{{name}{f'!{conversion}' if conversion else ''}{f':{how}' if how else ''}}}")
    return f"[·{''.join(parts)}·]"


def pseudo(template: Catalog) -> Catalog:
    made = Catalog(locale=CODE, domain=DOMAIN, fuzzy=False)
    for one in template:
        if one.id:
            made.add(one.id, _translation(one), context=one.context)
    return made


def _translation(one: Message) -> str | tuple[str, ...]:
    return decorated(one.id) if isinstance(one.id, str) else tuple(map(decorated, one.id))


def put(catalogue: Catalog, folder: Path, code: str = CODE) -> Path:
    """As the app finds it; the folder of all catalogues."""
    file = folder / code / "LC_MESSAGES" / f"{DOMAIN}.mo"
    file.parent.mkdir(parents=True, exist_ok=True)
    content = io.BytesIO()
    write_mo(content, catalogue)
    file.write_bytes(content.getvalue())
    return folder
