"""Writes the source of a TEI file of teikit again: python3 rebuild_source.py FILE.xml > SOURCE.txt

Follows SOURCE-LAYOUT.md and needs nothing but Python: for the day when teikit itself is gone.
"""
import base64, json, sys
import xml.etree.ElementTree as ET

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
SPACE = " \t\n\r\v\f"
root = ET.parse(sys.argv[1]).getroot()
parts = root.iterfind(f"{TEI}teiHeader/{TEI}xenoData[@type='source-layout']")
layout = json.loads("".join(part.text for part in parts))


def words(element):
    """The text of an element without the lists inside it."""
    inner = "".join(("" if child.tag == TEI + "list" else words(child)) + (child.tail or "") for child in element)
    return (element.text or "") + inner


def runs(parent, sections=0, lists=0):
    """Context, key, number and text of each run."""
    for element in parent:
        name = element.tag.removeprefix(TEI)
        key = element.get(ID, "").removeprefix(root.get(ID) + ".")
        text = words(element).strip(SPACE)
        if name == "div":
            yield from runs(element, sections + 1, lists)
        elif name == "list":
            yield from runs(element, sections, lists + 1)
        elif name == "item":
            yield f"item-{parent.get('rend')}-{lists}", key, element.get("n"), text
            yield from runs([child for child in element if child.tag == TEI + "list"], sections, lists)
        elif name == "table":
            yield from cells(element, key)
        elif name == "figure":
            for context, *run in runs(element, sections, lists):
                yield "caption" if context != "ab" else context, *run
        elif name == "head":
            yield (f"head-{sections}" if sections else "title"), key, None, text
        elif name in ("p", "ab", "byline", "dateline", "label"):
            yield name, key, None, text
        else:
            yield from runs(element, sections, lists)


def cells(table, key):
    row_number = 0
    for row in table:
        if row.tag == TEI + "head":
            yield "caption", row.get(ID).removeprefix(root.get(ID) + "."), None, words(row).strip(SPACE)
            continue
        if row.tag in (TEI + "trailer", TEI + "note"):
            name = row.tag.removeprefix(TEI)
            yield name, row.get(ID).removeprefix(root.get(ID) + "."), None, words(row).strip(SPACE)
            continue
        row_number += 1
        for number, cell in enumerate([cell for cell in row if cell.get("rend") != "padding"], 1):
            text = words(cell).strip(SPACE)
            kind = "label" if row.get("role") == "label" else "data"
            context = f"row-{kind}-{table.get('cols')}" if number == 1 else f"cell-{kind}"
            yield context + ("" if text else "-empty"), f"{key}/{row_number}.{number}", None, text


def gap(before, after, key, number):
    if key in layout.get("departures", {}):
        return layout["departures"][key]
    text = layout["gaps"].get(f"{before} {after}", "")
    return number.join(text.rsplit("{n}", 1)) if number else text


def in_source(key, text):
    text, result, position = text.encode(), b"", 0
    lines = lambda part: part.replace(b"\n", layout.get("lineEnd", "\n").encode())
    for replacement in layout.get("replacements", {}).get(key, []):
        result += lines(text[position : replacement["at"]]) + replacement["source"].encode()
        position = replacement["at"] + replacement["length"]
    return result + lines(text[position:])


source, before = b"", "start"
for context, key, number, text in runs(root.find(f"{TEI}text")):
    source += gap(before, context, key, number).encode() + in_source(key, text)
    before = context
source += gap(before, "end", "end", None).encode()
if "bytes" in layout:
    source = base64.b64decode(layout["bytes"])
elif "encoding" in layout:
    source = source.decode().encode(layout["encoding"])
sys.stdout.buffer.write(source)
