"""What is the same in every workbook: how cells look, and the parts that name the others."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"

TEXT, TEXT_AS_TEXT, HEADING, HEADING_AS_TEXT, FIGURE, TWO_DECIMALS, NUMBER, DATE, MOMENT = range(1, 10)
"""Places in the list of cell styles below; 0 is a cell that was never written."""
AT_LEFT = 5
"""So many places on, a figure or a day stands at the left: in a column of words."""


_WRAPPED = '<alignment vertical="top" wrapText="1"/>'
_TOP, _LEFT = '<alignment vertical="top"/>', '<alignment horizontal="left" vertical="top"/>'


def _style(number_format: int, alignment: str, *, heading: bool = False, as_text: bool = False) -> str:
    look = 'fontId="1" fillId="2" borderId="1"' if heading else 'fontId="0" fillId="0" borderId="0"'
    quoted = ' quotePrefix="1"' if as_text else ""
    return (
        f'<xf numFmtId="{number_format}" {look} xfId="0"{quoted} applyNumberFormat="1" applyFont="1" applyFill="1" '
        f'applyBorder="1" applyAlignment="1">{alignment}</xf>'
    )


STYLES = (
    f'{XML}<styleSheet xmlns="{MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>'
    '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><color rgb="FF1A1A1A"/><name val="Calibri"/><family val="2"/></font>'
    '<font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/><family val="2"/></font></fonts>'
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '<fill><patternFill patternType="solid"><fgColor rgb="FF1F3A4D"/><bgColor indexed="64"/></patternFill></fill>'
    "</fills>"
    '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>'
    '<border><left/><right/><top/><bottom style="thin"><color rgb="FF1A1A1A"/></bottom><diagonal/></border>'
    "</borders>"
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="15"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    + "".join(
        (
            _style(0, _WRAPPED),
            _style(0, _WRAPPED, as_text=True),
            _style(0, _WRAPPED, heading=True),
            _style(0, _WRAPPED, heading=True, as_text=True),
            *(_style(shown, place) for place in (_TOP, _LEFT) for shown in (1, 2, 0, 164, 165)),
        )
    )
    + '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
"""Text has the general format: with “@” Excel shows long text as “####”. White on dark blue has a contrast of 11."""


def book_parts(sheets: Sequence[tuple[str, str]]) -> Mapping[str, str]:
    """The parts that name the others; of each sheet its name and the area that it fills. The headings are printed on
    every page."""
    numbers = range(1, len(sheets) + 1)
    types = "".join(
        f'<Override PartName="/xl/worksheets/sheet{at}.xml" ContentType="{_TYPES}.worksheet+xml"/>' for at in numbers
    )
    listed = "".join(
        f'<sheet name="{name}" sheetId="{at}" r:id="rId{at}"/>' for at, (name, _) in enumerate(sheets, start=1)
    )
    names = "".join(
        f'<definedName name="_xlnm._FilterDatabase" localSheetId="{at}" hidden="1">'
        f"'{name}'!{_fixed(area)}</definedName>"
        for at, (name, area) in enumerate(sheets)
    ) + "".join(
        f'<definedName name="_xlnm.Print_Titles" localSheetId="{at}">\'{name}\'!$1:$1</definedName>'
        for at, (name, _) in enumerate(sheets)
    )
    related = "".join(
        f'<Relationship Id="rId{at}" Type="{_RELATED}/worksheet" Target="worksheets/sheet{at}.xml"/>' for at in numbers
    )
    return {
        "[Content_Types].xml": (
            f'{XML}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>{types}'
            f'<Override PartName="/xl/styles.xml" ContentType="{_TYPES}.styles+xml"/>'
            '<Override PartName="/docProps/core.xml" ContentType='
            '"application/vnd.openxmlformats-package.core-properties+xml"/>'
            '<Override PartName="/docProps/app.xml" ContentType='
            '"application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>'
        ),
        "_rels/.rels": (
            f'{XML}<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{_RELATED}/officeDocument" Target="xl/workbook.xml"/>'
            f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
            'Target="docProps/core.xml"/>'
            f'<Relationship Id="rId3" Type="{_RELATED}/extended-properties" Target="docProps/app.xml"/></Relationships>'
        ),
        "xl/workbook.xml": (
            f'{XML}<workbook xmlns="{MAIN}" xmlns:r="{_RELATED}"><bookViews><workbookView activeTab="0"/></bookViews>'
            f"<sheets>{listed}</sheets><definedNames>{names}</definedNames></workbook>"
        ),
        "xl/_rels/workbook.xml.rels": (
            f'{XML}<Relationships xmlns="{_PACKAGE}/relationships">{related}'
            f'<Relationship Id="rId{len(sheets) + 1}" Type="{_RELATED}/styles" Target="styles.xml"/></Relationships>'
        ),
    }


def about_parts(title: str, made: datetime) -> Mapping[str, str]:
    """The document's properties: the title (escaped already), the program, and the time of the paper; no names."""
    moment = made.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    dated = "".join(
        f'<dcterms:{which} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{which}>' for which in ("created", "modified")
    )
    return {
        "docProps/core.xml": (
            f'{XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
            'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
            f"<dc:title>{title}</dc:title><dc:creator>School Audit</dc:creator>{dated}</cp:coreProperties>"
        ),
        "docProps/app.xml": (
            f'{XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
            "<Application>School Audit</Application></Properties>"
        ),
    }


def _fixed(area: str) -> str:
    """“A1:C20” as “$A$1:$C$20”."""
    return ":".join(
        f"${corner.rstrip('0123456789')}${corner.lstrip('ABCDEFGHIJKLMNOPQRSTUVWXYZ')}" for corner in area.split(":")
    )
