# needs: lxml saxonche
"""Expressions made at random, over three documents: XPath 1.0 beside lxml, XPath 3.1 beside SaxonC.

No text has an exponent: libxml2 reads a number out of it, XPath 1.0 (section 4.4) does not. COUNT and SEED make other trials."""

import json
import os
import random
import subprocess
import sys
import tempfile

from lxml import etree

TEIKIT = os.environ["TEIKIT"]
COUNT = int(os.environ.get("COUNT", "170"))
SEED = int(os.environ.get("SEED", "0"))
SPACE = "http://www.tei-c.org/ns/1.0"
DOCUMENTS = {
    "a": """<div n="1"><head>Eins <hi>und</hi> zwei</head><p n="3" xml:id="p1">Am <date when="1848-03-13">13. März</date>
in <name ref="#w">Wien</name>, 12 Gulden.</p><p n="10">Und <hi rend="i">dann</hi> a-b_c.<!--c--><?pi x?></p></div><div n="2"><p
n="x"/><p n="-7.5">Ende in <name>Graz</name> und <name ref="#w">Wien</name></p><list><item>1</item><item>2.50</item>
<item>-3</item><item/><item> 4 </item></list></div>""",
    "b": """<div n="1"><div n="1.1"><p>x</p><p>y <hi>z<hi>zz</hi></hi></p></div><div n="1.2"><p n="5">5</p></div><p>tail</p></div>
<div n="2" type="b"><p n="+6">é à</p><list><item n="1">13</item><item n="2">INF</item><item n="3">NaN</item></list></div>""",
    "c": "<p/>",
}
AXES = """child descendant descendant-or-self self parent ancestor ancestor-or-self following-sibling preceding-sibling following
preceding attribute""".split()
TESTS = ["p", "hi", "div", "item", "name", "*", "node()", "text()"]
PLACES = ["1", "2", "last()", "last() - 1", "position() = last()", "position() < 3", "position() > 1", "position() = 2",
          "last() = position()", "position() mod 2 = 1", "last() > 2", "position() = last() - 2"]


class Maker:
    """Grammar of expressions; `is1` leaves out what only XPath 2 and later have."""

    def __init__(self, seed, is1):
        self.random = random.Random(seed)
        self.is1 = is1

    def of(self, *options):
        return self.random.choice(options)

    def test(self, axis):
        if axis == "attribute":
            return self.of("n", "ref", "*", "node()")
        name = self.of(*TESTS)
        # lxml leaves the document itself out of what it gives.
        if name == "node()" and axis in ("self", "parent", "ancestor", "ancestor-or-self"):
            name = "*"
        return "t:" + name if name[0].isalpha() and "(" not in name and name != "*" else name

    def step(self, depth):
        axis = self.of(*AXES, "child", "child", "descendant")
        step = f"{axis}::{self.test(axis)}"
        for _ in range(self.of(0, 0, 1, 1, 2)):
            step += f"[{self.predicate(depth - 1)}]"
        return step

    def path(self, depth):
        start = self.of("//t:p", "//t:div", "//t:item", "//*", "//t:hi", "/t:TEI", "//t:name")
        if self.of(0, 0, 1):
            start = f"({start})[{self.of(*PLACES)}]"
        for _ in range(self.of(0, 1, 1, 2)):
            start += self.of("/", "/", "//") + self.step(depth)
        return start

    def predicate(self, depth):
        if depth <= 0 or self.of(0, 1):
            return self.of(*PLACES, "@n", "not(@n)", "@n > 2" if self.is1 else "@n = '3'", ". = 'Wien'", "t:hi", "text()")
        return self.of(self.boolean, self.relative)(depth - 1)

    def relative(self, depth):
        return self.step(depth)

    def nodes(self, depth):
        return self.path(depth) if self.of(0, 1, 1) else f"{self.path(depth)} | {self.path(depth)}"

    def number(self, depth):
        if depth <= 0:
            return self.of("0", "1", "-2", "2.5", "10", "-0", ".5", "1000000", "0.1", "count(//t:p)", "123456789012")
        one = lambda: self.number(depth - 1)
        choices = [
            lambda: f"{one()} {self.of('+', '-', '*', 'mod')} {one()}",
            lambda: f"({one()} - {one()})", lambda: f"-({one()})",
            lambda: f"count({self.nodes(depth - 1)})", lambda: f"string-length({self.string(depth - 1)})",
            lambda: f"{self.of('floor', 'ceiling', 'round')}({one()})", lambda: f"number({self.string(depth - 1)})",
        ]
        if self.is1:
            choices += [lambda: f"{one()} div {one()}", lambda: "sum(//t:item)", lambda: f"number({self.path(depth - 1)})"]
        return self.of(*choices)()

    def string(self, depth):
        if depth <= 0:
            return self.of("'abc'", "'März'", "' a  b '", "''", "'12'", "'-1.50'", "'a-b'", "string((//t:p)[1])", "name((//*)[3])")
        one = lambda: self.string(depth - 1)
        number = lambda: self.number(depth - 1)
        choices = [
            lambda: f"concat({one()}, {one()})", lambda: f"substring({one()}, {number()})",
            lambda: f"substring({one()}, {number()}, {number()})", lambda: f"substring-before({one()}, {one()})",
            lambda: f"substring-after({one()}, 'a')", lambda: f"translate({one()}, 'abz', 'AB')",
            lambda: f"normalize-space({one()})", lambda: f"string({number()})", lambda: f"string(({self.path(depth - 1)})[1])",
        ]
        if self.is1:
            choices.append(lambda: f"string({self.path(depth - 1)})")
        else:
            choices += [
                lambda: f"upper-case({one()})", lambda: f"replace({one()}, '[a-c]', 'x')",
                lambda: f"string-join({self.path(depth - 1)}, '|')", lambda: f"string-join(tokenize({one()}, '-'), ',')",
            ]
        return self.of(*choices)()

    def boolean(self, depth):
        number, string = lambda: self.number(depth - 1), lambda: self.string(depth - 1)
        choices = [
            lambda: f"{number()} {self.of('=', '!=', '<', '>=')} {number()}", lambda: f"{string()} = {string()}",
            lambda: f"contains({string()}, {string()})", lambda: f"starts-with({string()}, 'a')",
            lambda: f"not({self.path(depth - 1)})", lambda: f"boolean({self.nodes(depth - 1)})",
            lambda: f"{self.path(depth - 1)} = {string()}", lambda: f"{self.path(depth - 1)} = {self.path(depth - 1)}",
            lambda: f"({self.path(depth - 1)} and {number()} > 1)",
        ]
        if self.is1:
            choices += [
                lambda: f"{self.path(depth - 1)} {self.of('<', '>=', '!=')} {number()}",
                lambda: f"{self.path(depth - 1)} = {self.of('true()', 'false()')}",
            ]
        return self.of(*choices)()

    def sequence(self, depth):
        path, number = lambda: self.path(depth - 1), lambda: self.number(depth - 1)
        return self.of(
            lambda: f"distinct-values({path()})", lambda: f"for $x in {path()} return count($x/*)",
            lambda: f"{path()} ! string-length(.)", lambda: f"subsequence({path()}, 2, 2)", lambda: f"reverse({path()})/@n",
            lambda: f"if ({self.boolean(depth - 1)}) then {number()} else {self.string(depth - 1)}",
            lambda: f"some $x in {path()} satisfies $x = {self.string(depth - 1)}", lambda: f"({path()}, {path()})[last()]",
            lambda: f"{path()} except {path()}", lambda: f"{path()} intersect {path()}", lambda: f"head({path()})",
            lambda: f"tail({path()})", lambda: f"sort({path()} ! string())", lambda: f"(1 to 4)[{self.of(*PLACES)}]",
            lambda: f"max({path()} ! string-length())", lambda: f"abs({number()})", lambda: f"{number()} idiv 3",
        )()

    def expression(self):
        kinds = [self.nodes, self.nodes, self.number, self.string, self.boolean]
        return self.of(*(kinds if self.is1 else kinds + [self.sequence] * 3))(3)


def collapsed(text):
    return " ".join(text.replace("\t", " ").split(" ")).replace("\n", " ").strip()


def ours(expressions, language, folder):
    """The results of one expression by document, or None for a fault."""
    result = subprocess.run(
        [TEIKIT, "query", "--xpath", language, "--namespace", "t=" + SPACE, "--format", "jsonl", "--", expressions]
        + [f"{name}.xml" for name in DOCUMENTS], capture_output=True, text=True, cwd=folder)
    found = {name: [] for name in DOCUMENTS}
    if result.returncode == 2 or result.returncode < 0:
        return result.stderr
    for line in result.stdout.splitlines():
        row = json.loads(line)
        found[row["document"]].append(row["value"])
    for line in result.stderr.splitlines():
        if ": error[" in line:
            found[line[0]] = None
    return found


def same(mine, theirs):
    if mine is None or theirs is None:
        return mine is theirs
    if len(mine) != len(theirs):
        return False
    for one, other in zip(mine, theirs):
        if " ".join(one.split()) == " ".join(other.split()):
            continue
        try:
            left, right = float(one.replace("Infinity", "inf")), float(other.replace("INF", "inf"))
        except ValueError:
            return False
        # Digits beyond the fifteenth are written in several ways.
        if left != right and abs(left - right) > 1e-14 * abs(left):
            return False
    return True


def by_lxml(expression, tree):
    try:
        value = tree.xpath(expression, namespaces={"t": SPACE})
    except etree.XPathError:
        return None
    if isinstance(value, bool):
        return ["true" if value else "false"]
    if isinstance(value, float):
        return [str(value).replace("inf", "Infinity").replace("nan", "NaN")]
    if isinstance(value, str):
        return [value]
    texts = []
    for node in value:
        if isinstance(node, str):
            texts.append(str(node))
        elif isinstance(node.tag, str):
            texts.append("".join(t for t in node.itertext(etree.Element)))
        else:
            texts.append(node.text or "")
    return texts


def main():
    folder = tempfile.mkdtemp()
    for name, body in DOCUMENTS.items():
        with open(f"{folder}/{name}.xml", "w") as file:
            file.write(f'<TEI xmlns="{SPACE}" xml:id="{name}"><text><body>{body}</body></text></TEI>')
    trees = {name: etree.parse(f"{folder}/{name}.xml") for name in DOCUMENTS}
    faults = 0
    found = 0

    def check(expression, language, theirs):
        nonlocal faults, found
        mine = ours(expression, language, folder)
        for name in DOCUMENTS:
            other = theirs(expression, name)
            one = mine if isinstance(mine, str) else mine[name]
            found += bool(other)
            if isinstance(mine, str) and other is None:
                continue
            if isinstance(mine, str) or not same(one, other):
                faults += 1
                print(f"XPath {language}, {name}: {expression}\n  teikit {one!r}\n  other  {other!r}")
                break

    for number in range(COUNT):
        check(Maker(SEED + number, True).expression(), "1.0", lambda e, name: by_lxml(e, trees[name]))

    from saxonche import PySaxonProcessor, PySaxonApiError

    with PySaxonProcessor(license=False) as saxon:
        nodes = {name: saxon.parse_xml(xml_file_name=f"{folder}/{name}.xml") for name in DOCUMENTS}

        def by_saxon(expression, name):
            xpath = saxon.new_xpath_processor()
            xpath.declare_namespace("t", SPACE)
            xpath.set_context(xdm_item=nodes[name])
            try:
                value = xpath.evaluate(expression)
            except PySaxonApiError:
                return None
            return [] if value is None else [item.string_value for item in value]

        for number in range(COUNT):
            check(Maker(SEED + 10_000 + number, False).expression(), "3.1", by_saxon)
    print(f"{2 * COUNT} expressions over {len(DOCUMENTS)} documents ({found} results), {faults} differ")
    sys.exit(1 if faults else 0)


main()
