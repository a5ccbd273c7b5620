"""Marks: small shapes that no text font holds; they differ in form, so none needs its colour to be told."""

from audit_app.reports.document import Mark
from audit_app.reports.look import MARKS
from audit_app.reports.paper import Paper, Point


def draw_mark(paper: Paper, mark: Mark, centre: Point) -> None:
    """About as tall as a capital letter."""
    x, y = centre
    colour = MARKS[mark]
    match mark:
        case "circle":
            paper.disc(centre, 3.4, colour)
        case "triangle":
            paper.shape([(x - 4, y - 3.3), (x + 4, y - 3.3), (x, y + 3.7)], fill=colour)
        case "square":
            paper.box(x - 3.2, y - 3.2, 6.4, 6.4, colour)
        case "dash":
            paper.box(x - 3.6, y - 0.8, 7.2, 1.6, colour)
        case "box":
            side = 4.2
            corners = [(x - side, y - side), (x + side, y - side), (x + side, y + side), (x - side, y + side)]
            paper.shape(corners, line=colour, thickness=0.8)
