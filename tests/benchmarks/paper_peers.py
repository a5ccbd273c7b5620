"""One plan as four programs make it: ours, typst, fpdf2 and WeasyPrint, from the same headings, texts and tables.

Each peer has the same typeface, sizes, margins and page breaks, and makes a tagged PDF/UA-1 where it can. Its own
markup is ready before the clock starts.
"""

from collections.abc import Callable
from functools import partial
from html import escape
from importlib import import_module
from pathlib import Path
from typing import Any

from audit_app.files import assets_folder
from audit_app.reports.document import Block, Bullets, Document, Heading, PageBreak, Paragraph, Table

Make = Callable[[], bytes]
FAMILY = "Atkinson Hyperlegible Next"
BODY, HEADINGS, CELL = 10.5, {1: 25.0, 2: 15.0, 3: 11.5}, 9.5
"""Sizes in points."""
MARGIN_TOP, MARGIN_SIDE, MARGIN_BOTTOM = 58, 51, 54


def ours(document: Document) -> Make:
    from audit_app.reports.pdf import render

    return lambda: render(document)


def typst(document: Document) -> Make:
    program = import_module("typst")
    source = "\n".join([TYPST.format(title=_typed(document.title)), *map(_to_typst, document.blocks)])
    fonts = [str(assets_folder() / "fonts")]
    return lambda: program.compile(
        source.encode(), font_paths=fonts, ignore_system_fonts=True, pdf_standards=["ua-1"], timestamp=0
    )


TYPST = f"""
#set document(title: {{title}})
#set text(font: "{FAMILY}", size: {BODY}pt, lang: "en", region: "gb")
#set page(paper: "a4", margin: (top: {MARGIN_TOP}pt, x: {MARGIN_SIDE}pt, bottom: {MARGIN_BOTTOM}pt),
  header: context if counter(page).get().first() > 1 {{{{ [Ash Tree Primary School #h(1fr) Action plan] }}}},
  footer: context [22 November 2026 #h(1fr) Page #counter(page).display() of #counter(page).final().first()])
#set table(stroke: (bottom: 0.5pt + rgb("B9C4C8")), inset: (x: 0pt, y: 4pt), column-gutter: 10pt)
#show table: set text(size: {CELL}pt)
#show heading.where(level: 1): set text(size: {HEADINGS[1]}pt)
#show heading.where(level: 2): set text(size: {HEADINGS[2]}pt)
#show heading.where(level: 3): set text(size: {HEADINGS[3]}pt)
"""


def _to_typst(block: Block) -> str:
    match block:
        case Heading():
            return f"#heading(level: {block.level}, {_typed(block.text)})"
        case Paragraph():
            return f"#par({_typed(block.text)})"
        case Bullets():
            return f"#list({', '.join(map(_typed, block.items))})"
        case Table():
            head = ", ".join(f"strong({_typed(one)})" for one in block.head)
            cells = ", ".join(_typed(str(cell)) for row in block.rows for cell in row)
            columns = ", ".join(f"{width}fr" for width in block.widths)
            return f"#table(columns: ({columns}), table.header({head}), {cells})"
        case PageBreak():
            return "#pagebreak()"
    raise NotImplementedError(block)


def _typed(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def weasyprint(document: Document) -> Make:
    program = import_module("weasyprint")
    body = "\n".join(map(_to_html, document.blocks))
    page = f"<!doctype html><html lang=en-GB><title>{escape(document.title)}</title><style>{_style()}</style>{body}"

    def make() -> bytes:
        content: bytes = program.HTML(string=page).write_pdf(pdf_variant="pdf/ua-1")
        return content

    return make


def _style() -> str:
    faces = "".join(
        f'@font-face {{ font-family: "{FAMILY}"; font-weight: {weight}; src: url("{_face(name).as_uri()}") }}'
        for weight, name in ((400, "Regular"), (700, "Bold"))
    )
    sizes = "".join(f"h{level} {{ font-size: {size}pt; margin: 9pt 0 3pt }}" for level, size in HEADINGS.items())
    return f"""{faces} {sizes}
@page {{ size: A4; margin: {MARGIN_TOP}pt {MARGIN_SIDE}pt {MARGIN_BOTTOM}pt;
  @bottom-left {{ content: "22 November 2026" }}
  @bottom-right {{ content: "Page " counter(page) " of " counter(pages) }}
  @top-left {{ content: "Ash Tree Primary School" }} @top-right {{ content: "Action plan" }} }}
@page :first {{ @top-left {{ content: none }} @top-right {{ content: none }} }}
body {{ font: {BODY}pt/1.45 "{FAMILY}"; margin: 0 }} p, ul {{ margin: 0 0 7pt }}
hr {{ break-after: page; border: 0; margin: 0 }}
table {{ width: 100%; table-layout: fixed; border-collapse: collapse; font-size: {CELL}pt }}
th, td {{ text-align: left; vertical-align: top; padding: 4pt 10pt 4pt 0; border-bottom: 0.5pt solid #B9C4C8 }}"""


def _to_html(block: Block) -> str:
    match block:
        case Heading():
            return f"<h{block.level}>{escape(block.text)}</h{block.level}>"
        case Paragraph():
            return f"<p>{escape(block.text)}</p>"
        case Bullets():
            return f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in block.items)}</ul>"
        case Table():
            widths = "".join(f'<col style="width: {width}%">' for width in block.widths)
            head = "".join(f"<th scope=col>{escape(one)}</th>" for one in block.head)
            rows = "".join(f"<tr>{''.join(f'<td>{escape(str(cell))}</td>' for cell in row)}</tr>" for row in block.rows)
            return f"<table><colgroup>{widths}</colgroup><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
        case PageBreak():
            return "<hr>"
    raise NotImplementedError(block)


def fpdf2(document: Document) -> Make:
    """It writes no tags."""
    program = import_module("fpdf")

    def line(pdf: Any, y: float, left: str, right: str) -> None:
        pdf.set_y(y)
        pdf.set_font(FAMILY, size=8.5)
        pdf.cell(text=left)
        pdf.cell(w=0, text=right, align="R")
        pdf.set_y(MARGIN_TOP)

    def header(pdf: Any) -> None:
        if pdf.page_no() > 1:
            line(pdf, 30, "Ash Tree Primary School", "Action plan")

    def footer(pdf: Any) -> None:
        line(pdf, -40, "22 November 2026", f"Page {pdf.page_no()} of {{nb}}")

    def make() -> bytes:
        pdf: Any = program.FPDF(unit="pt", format="A4")
        pdf.header = partial(header, pdf)
        pdf.footer = partial(footer, pdf)
        pdf.add_font(FAMILY, fname=_face("Regular"))
        pdf.add_font(FAMILY, style="B", fname=_face("Bold"))
        pdf.set_margins(MARGIN_SIDE, MARGIN_TOP)
        pdf.set_auto_page_break(auto=True, margin=MARGIN_BOTTOM)
        pdf.set_title(document.title)
        pdf.set_lang(document.language)
        pdf.add_page()
        for block in document.blocks:
            _to_fpdf2(pdf, block)
        return bytes(pdf.output())

    return make


def _to_fpdf2(pdf: Any, block: Block) -> None:
    match block:
        case Heading():
            size = HEADINGS[block.level]
            pdf.set_font(FAMILY, style="B", size=size)
            pdf.start_section(block.text[:100], level=block.level - 1)
            pdf.multi_cell(w=0, h=size * 1.3, text=block.text, align="L", new_x="LMARGIN", new_y="NEXT")
        case Paragraph():
            _text(pdf, block.text)
        case Bullets():
            for item in block.items:
                pdf.set_font(FAMILY, size=BODY)
                pdf.cell(w=16, h=15.5, text="•")
                _text(pdf, item)
        case Table():
            pdf.set_font(FAMILY, size=CELL)
            with pdf.table(
                col_widths=tuple(int(width) for width in block.widths),
                line_height=13.2,
                text_align="LEFT",
                borders_layout="HORIZONTAL_LINES",
                padding=(4, 10, 4, 0),
            ) as table:
                for cells in (block.head, *block.rows):
                    row = table.row()
                    for cell in cells:
                        row.cell(str(cell))
        case PageBreak():
            pdf.add_page()


def _text(pdf: Any, text: str) -> None:
    pdf.set_font(FAMILY, size=BODY)
    pdf.multi_cell(w=0, h=15.5, text=text, align="L", new_x="LMARGIN", new_y="NEXT")


def _face(name: str) -> Path:
    return assets_folder() / "fonts" / f"AtkinsonHyperlegibleNext-{name}.ttf"


MAKERS: dict[str, Callable[[Document], Make]] = {
    "ours": ours,
    "typst": typst,
    "fpdf2": fpdf2,
    "weasyprint": weasyprint,
}
