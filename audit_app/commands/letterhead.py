"""`audit-app letterhead`: your school's logo and colour on its papers."""

from pathlib import Path
from typing import Annotated

import typer

from audit_app.commands.frame import AsJson, Data, bytes_of, open_data, show
from audit_app.language import _
from audit_app.verbs.letterhead import ColourContrast


def add_to(app: typer.Typer) -> None:
    app.command()(letterhead)


def letterhead(
    context: typer.Context,
    logo: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A PNG or JPEG picture, for the first page's corner.")
    ] = None,
    no_logo: Annotated[bool, typer.Option("--no-logo", help="Take the logo off.")] = False,
    colour: Annotated[
        str | None, typer.Option(metavar="COLOUR", help="Of the school, as in #0B4F5C; “none” for the app's own.")
    ] = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Your school's logo and colour on its papers; without an option, what they are."""
    picture = bytes_of(logo) if logo else None
    with open_data(context, data, writes=logo is not None or no_logo or colour is not None) as workspace:
        if no_logo:
            workspace.remove_logo()
        if picture is not None:
            workspace.keep_logo(picture)
        if colour is not None:
            workspace.keep_colour("" if colour == "none" else colour)
        kept, contrast = workspace.settings().colour, workspace.colour_contrast()
        has_logo = bool(workspace.logo())
    document = {
        "logo": has_logo,
        "colour": f"#{kept}" if kept else None,
        "contrast_on_white": round(contrast.ratio, 6) if contrast else None,
        "headings_in_colour": contrast is not None and contrast.readable,
    }
    show(document, _text(has_logo, kept, contrast), as_json)


def _text(has_logo: bool, colour: str, contrast: ColourContrast | None) -> str:
    lines = [_("Your papers have a logo.") if has_logo else _("Your papers have no logo.")]
    if contrast is None:
        return "\n".join([*lines, _("Their colour is the app’s own.")])
    said = _("Their colour is #{colour}: {contrast} to 1 on white.").format(colour=colour, contrast=contrast.said)
    why = _("Headings stay as they are, because text needs 4.5 to 1; the strip at the top has your colour.")
    return "\n".join([*lines, said, *([] if contrast.readable else [why])])
