# needs: frictionless[json] lxml openpyxl pandas
"""Tables in every format, read by other programs, beside lxml's own reading of the TEI."""
import csv, datetime, io, json, os, shutil, sqlite3, subprocess
from pathlib import Path

import openpyxl, pandas
from frictionless import Package
from lxml import etree
from openpyxl.utils.escape import unescape

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
CORPUS = Path(os.environ["CORPUS"])

HARD = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="hard" xml:lang="en"><text><body>
<table xml:id="a"><head>Hard &amp; "quoted", 表</head>
<row role="label"><cell rows="2">Name, "first"</cell><cell cols="2">Sum</cell><cell rows="2">When</cell></row>
<row role="label"><cell>€</cell><cell>share</cell></row>
<row><cell>=1+1</cell><cell>€1,234.50</cell><cell>5 %</cell><cell>5 March 2021</cell></row>
<row><cell>a, "b"; 'c'|d\\e <hi>f</hi></cell><cell>€-2</cell><cell>n/a</cell><cell>March 6, 2021</cell></row>
<row><cell>_x0041_ 😀 é&#x9;t</cell><cell rows="2">€3</cell><cell>7 %</cell><cell>–</cell></row>
<row><cell>&lt;b> &amp;amp;</cell><cell>8.25%</cell><cell>1 January 1850</cell></row></table>
<table xml:id="b"><row role="label"><cell>on</cell><cell>on</cell></row><row><cell>yes</cell><cell>007</cell></row></table>
<table xml:id="c"/></body></text></TEI>"""
HARD_TYPED = {
    "a": [
        ["=1+1", 1234.5, 5, "2021-03-05"], ["a, \"b\"; 'c'|d\\e f", -2, None, "2021-03-06"],
        ["_x0041_ 😀 é t", 3, 7, None], ["<b> &amp;", 3, 8.25, "1850-01-01"]],
    "b": [[True, "007"]], "c": []}


def teikit(*arguments):
    command = [os.environ["TEIKIT"], "extract", "tables", *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True).stdout.decode()


def grid(table):
    """The rows of a table with spans expanded, and how many of them are labels: our own tables, as they are written."""
    rows = table.findall(f"{TEI}row")
    places = {}
    for r, row in enumerate(rows):
        c = 0
        for cell in row.findall(f"{TEI}cell"):
            while (r, c) in places:
                c += 1
            text = " ".join("".join(cell.itertext()).replace("\u00a0", "\ue000").split()).replace("\ue000", "\u00a0")
            for down in range(int(cell.get("rows", 1))):
                for right in range(int(cell.get("cols", 1))):
                    if r + down < len(rows):
                        places.setdefault((r + down, c + right), text)
    width = max((c + 1 for _, c in places), default=0)
    lines = [[places.get((r, c), "") for c in range(width)] for r in range(len(rows))]
    heads = 0
    while heads < len(rows) and rows[heads].get("role") == "label":
        heads += 1
    return lines[:heads], lines[heads:]


def same(value, expected):
    if isinstance(value, (datetime.date, datetime.datetime)):
        value = value.strftime("%Y-%m-%d")
    if expected is None or expected == "":
        return value in (None, "")
    if isinstance(expected, bool):
        return bool(value) == expected
    return value == expected


def check_rows(name, rows, expected):
    assert len(rows) == len(expected), (name, len(rows), len(expected))
    for row, wanted in zip(rows, expected):
        assert len(row) == len(wanted) and all(map(same, row, wanted)), (name, row, wanted)


def resources(folder):
    return json.loads(Path(folder, "datapackage.json").read_text(encoding="utf-8"))["resources"]


Path("in").mkdir()
Path("in/hard.xml").write_text(HARD, encoding="utf-8")
sources = sorted(CORPUS.glob("*.xml")) + [Path("in/hard.xml")]
expected = {}
for file in sources:
    root = etree.parse(file).getroot()
    for table in root.iter(f"{TEI}table"):
        expected[root.get(XML_ID), table.get(XML_ID)] = grid(table)

# Text formats: every cell as lxml has it.
readers = {
    "csv": lambda path: pandas.read_csv(path, header=None, dtype=str, keep_default_na=False, skip_blank_lines=False),
    "tsv": lambda path: pandas.read_csv(
        path, sep="\t", header=None, dtype=str, keep_default_na=False, quoting=csv.QUOTE_NONE),
}
for kind, read in readers.items():
    teikit(*sources, "--format", kind, "-o", kind)
    found = resources(kind)
    assert {(r["document"], r["table"]) for r in found} == set(expected)
    for resource in found:
        heads, rows = expected[resource["document"], resource["table"]]
        if rows:
            frame = read(Path(kind, resource["path"]))
            check_rows(resource["path"], frame.values.tolist()[1:], rows)
            if len(heads) == 1 and all(heads[0]) and len(set(heads[0])) == len(heads[0]):
                assert frame.values.tolist()[0] == heads[0], resource["path"]
    if kind == "csv":
        hard = next(r for r in found if r["table"] == "a")
        assert [f["name"] for f in hard["schema"]["fields"]] == ['Name, "first"', "Sum / €", "Sum / share", "When"]
        assert hard["title"] == 'Hard & "quoted", 表'

# What frictionless reads of each package is valid by its own schema.
for kind in ["csv", "tsv", "json", "jsonl"]:
    for style in ["text", "typed", "both"]:
        folder = f"{kind}-{style}"
        teikit(*sources, "--format", kind, "--types", style, "--units", "--min-rows", 1, "-o", folder)
        report = Package(f"{folder}/datapackage.json").validate()
        assert report.valid, report.flatten(["title", "type", "note"])

# Typed formats: JSON as the others.
teikit(*sources, "--format", "json", "-o", "json")
typed = {}
for resource in resources("json"):
    table = json.loads(Path("json", resource["path"]).read_text(encoding="utf-8"))
    typed[resource["document"], resource["table"]] = [list(row.values()) for row in table]
for table, rows in HARD_TYPED.items():
    check_rows(f"hard {table}", typed["hard", table], rows)

teikit(*sources, "-o", "tables.xlsx")
book = openpyxl.load_workbook("tables.xlsx")
contents = list(book["Contents"].values)
assert contents[0] == ("sheet", "document", "table", "caption", "rows", "columns", "xpath")
assert len(contents) - 1 == len(expected) == len(book.sheetnames) - 1
assert len(set(name.lower() for name in book.sheetnames)) == len(book.sheetnames)
for sheet, document, table, *_ in contents[1:]:
    rows = typed[document, table]
    found = book[sheet].iter_rows(min_row=2, max_row=len(rows) + 1, values_only=True) if rows else []
    # openpyxl leaves this to its users.
    check_rows(f"xlsx {sheet}", [[unescape(c) if isinstance(c, str) else c for c in row] for row in found], rows)
sheet = book["hard"]
assert sheet["A1"].font.b and sheet.freeze_panes == "A2" and sheet["D2"].is_date and sheet["A2"].data_type == "s"
assert sheet["B2"].number_format == 'General" EUR"'

if shutil.which("soffice"):
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{Path('profile').resolve()}", "--convert-to",
         "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", "--outdir", "office", "tables.xlsx"],
        check=True, capture_output=True, timeout=300)
    lines = list(csv.reader(io.StringIO(Path("office/tables-hard.csv").read_text(encoding="utf-8"))))
    assert lines[1] == ["=1+1", "1234.5", "5", "2021-03-05"], lines[1]
    assert lines[4][3] == "1850-01-01" and lines[3][0] == "_x0041_ 😀 é t", lines

teikit(*sources, "-o", "tables.sqlite")
database = sqlite3.connect("tables.sqlite")
assert database.execute("pragma integrity_check").fetchone() == ("ok",)
catalogue = database.execute("select name, document, table_id, row_count from catalogue").fetchall()
assert {(d, t) for _, d, t, _ in catalogue} == {key for key, (heads, rows) in expected.items() if heads or rows}
for name, document, table, count in catalogue:
    rows = [list(row) for row in database.execute(f'select * from "{name}"')]
    assert len(rows) == count
    check_rows(f"sqlite {name}", rows, typed[document, table])
    cells = database.execute("select value from cells where name = ? order by row, col", [name]).fetchall()
    assert [c for c, in cells] == [c for row in expected[document, table][1] for c in row], name

teikit(*sources, "--format", "html", "-o", "html")
for resource in resources("html"):
    _, rows = expected[resource["document"], resource["table"]]
    if rows:
        frame = pandas.read_html(
            Path("html", resource["path"]), encoding="utf-8", keep_default_na=False, converters={i: str for i in range(len(rows[0]))},
            flavor="lxml", thousands=None)[0]
        check_rows(resource["path"], [[" ".join(str(c).split()) for c in row] for row in frame.values.tolist()],
                   [[" ".join(c.split()) for c in row] for row in rows])

# The long form, with formulas made text.
lines = list(csv.DictReader(io.StringIO(teikit(*sources, "--escape-formulas", "--bom").removeprefix("\ufeff"), newline="")))
values = [line["value"][1:] if line["value"][:2] in ("'=", "'+", "'-", "'@") else line["value"] for line in lines]
found = [(line["doc"], line["table"], value) for line, value in zip(lines, values)]
wanted = [(d, t, cell) for (d, t), (_, rows) in expected.items() for row in rows for cell in row]
# Files come in the order of their names, wherever they lie.
found.sort(key=lambda cell: cell[0])
wanted.sort(key=lambda cell: cell[0])
assert found == wanted, next(pair for pair in zip(found, wanted) if pair[0] != pair[1])
assert any(l["value"] == "'=1+1" for l in lines)
print(f"{len(expected)} tables in 8 formats{', LibreOffice too' if shutil.which('soffice') else ''}")
