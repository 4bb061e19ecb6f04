/// A change to the fixture `drone-deal.xml` that makes it invalid. Each was checked with jing as well.
struct Mutation: CustomStringConvertible, Sendable {
  var description: String
  var found: String
  var replacement: String

  static let all: [Mutation] = [
    Mutation(
      "sentence in a heading", #"<head xml:id="drone-deal.s2h">x"#, #"<head xml:id="drone-deal.s2h"><s>x</s>"#),
    Mutation("sentence in a cell", #"<cell role="label">A"#, #"<cell role="label"><s>A</s>"#),
    Mutation("label in a sentence", "<label>A</label>: b", "<s><label>A</label>: b</s>"),
    Mutation("unknown element", #"<p xml:id="drone-deal.p.abc">"#, #"<p xml:id="drone-deal.p.abc"><hi>y</hi>"#),
    Mutation(
      "element of another namespace", #"<p xml:id="drone-deal.p.abc">"#,
      #"<p xml:id="drone-deal.p.abc"><b xmlns="http://www.w3.org/1999/xhtml"/>"#),
    Mutation("no namespace", #"xmlns="http://www.tei-c.org/ns/1.0""#, ""),
    Mutation("TEI without xml:id", #"xml:id="drone-deal" xml:lang"#, "xml:lang"),
    Mutation("xml:id that is no name", #"xml:id="drone-deal.p.abc""#, #"xml:id="1 p""#),
    Mutation("xml:lang that is no language", #"xml:lang="en""#, #"xml:lang="english language""#),
    Mutation("text without body", "<text>", "<text><front/>"),
    Mutation(
      "standOff after text", "</text>\n</TEI>",
      "</text><standOff><listOrg><org xml:id=\"drone-deal.o\"><orgName>x</orgName></org></listOrg></standOff>\n</TEI>"),
    Mutation("no title", "<title type=\"main\">Drone deal</title>\n        <author>", "<author>"),
    Mutation("unknown type of title", #"<title type="main">"#, #"<title type="sub">"#),
    Mutation(
      "author before title", "<title type=\"main\">Drone deal</title>\n        <author>Ana Kovač</author>",
      #"<author>Ana Kovač</author><title type="main">Drone deal</title>"#),
    Mutation(
      "name before resp", "<resp>corrected by</resp><name>A. Editor</name>",
      "<name>A. Editor</name><resp>corrected by</resp>"),
    Mutation(
      "availability before the distributor", "<distributor>not stated</distributor>",
      #"<availability status="free"><p>x</p></availability><distributor>x</distributor>"#),
    Mutation("no distributor", "<distributor>not stated</distributor>", ""),
    Mutation("availability without status", #"<availability status="unknown">"#, "<availability>"),
    Mutation("unknown status", #"status="unknown""#, #"status="maybe""#),
    Mutation("idno without type", #"<idno type="sha256">"#, "<idno>"),
    Mutation("empty idno", #"<idno type="sha256">00aa</idno>"#, #"<idno type="sha256"/>"#),
    Mutation("text in bibl", "<bibl>\n", "<bibl>stray\n"),
    Mutation(
      "publisher after date",
      "<publisher>Example News</publisher>\n          <date when=\"2024-06-13\">2024-06-13</date>",
      #"<date when="2024-06-13">2024-06-13</date><publisher>Example News</publisher>"#),
    Mutation("application without version", #" version="0.1.0""#, ""),
    Mutation("version that is none", #"version="0.1.0""#, #"version="new""#),
    Mutation("unknown method", #"method="markup""#, #"method="loud""#),
    Mutation("negative count", #"occurs="2""#, #"occurs="-2""#),
    Mutation("prefix without pattern", #" matchPattern="(Q[0-9]+)""#, ""),
    Mutation("category without description", "<catDesc>country: a country or territory</catDesc>", ""),
    Mutation("xenoData of another type", #"type="source-layout""#, #"type="other""#),
    Mutation("markup in xenoData", #"{"version":1"#, #"<p/>{"version":1"#),
    Mutation("change without who", ##"<change who="#drone-deal.teikit">"##, "<change>"),
    Mutation("empty revisionDesc", ##"<change who="#drone-deal.teikit">annotated by teikit 0.1.0</change>"##, ""),
    Mutation(
      "empty list of persons",
      #"<person xml:id="drone-deal.person.oana-cuza"><persName>Oana Cuza</persName><persName type="variant">Cuza</persName><idno type="wikidata">Q1</idno></person>"#,
      ""),
    Mutation("entity without xml:id", #"<org xml:id="drone-deal.org.nato">"#, "<org>"),
    Mutation(
      "entity without name",
      #"<orgName>North Atlantic Treaty Organization</orgName><orgName type="variant">NATO</orgName>"#, ""),
    Mutation("unknown type of name", #"<persName type="variant">"#, #"<persName type="nickname">"#),
    Mutation(
      "identifier before name",
      #"<persName>Oana Cuza</persName><persName type="variant">Cuza</persName><idno type="wikidata">Q1</idno>"#,
      #"<idno type="wikidata">Q1</idno><persName>Oana Cuza</persName>"#),
    Mutation("unknown type of place", #"type="country""#, #"type="planet""#),
    Mutation("country that is no code", #"key="RO""#, #"key="Romania""#),
    Mutation("coordinates that are none", "<geo>45 25</geo>", "<geo>north</geo>"),
    Mutation(
      "object without type", #"<object xml:id="drone-deal.product.f" type="product">"#,
      #"<object xml:id="drone-deal.product.f">"#),
    Mutation("annotation without target", ##"target="#string-range(drone-deal.p.abc,5,9)" "##, ""),
    Mutation("unknown motivation", #"motivation="identifying""#, #"motivation="guessing""#),
    Mutation("certainty above 1", #"cert="0.9""#, #"cert="1.5""#),
    Mutation("certainty in words", #"cert="0.9""#, #"cert="high""#),
    Mutation("empty pointer", ##"resp="#drone-deal.teikit" cert"##, #"resp="" cert"#),
    Mutation("block without xml:id", #"<byline xml:id="drone-deal.b.1">"#, "<byline>"),
    Mutation(
      "unknown type of heading", #"<head xml:id="drone-deal.h.1" type="main">"#,
      #"<head xml:id="drone-deal.h.1" type="sub">"#),
    Mutation(
      "two headings", #"<head xml:id="drone-deal.s2h">x</head>"#,
      #"<head xml:id="drone-deal.s2h">x</head><head xml:id="drone-deal.s2i">y</head>"#),
    Mutation(
      "heading after a block", #"<div type="section" xml:id="drone-deal.s.1">"#,
      #"<head xml:id="drone-deal.h.2">y</head><div type="section" xml:id="drone-deal.s.1">"#),
    Mutation("block after a section", "</body>", #"<p xml:id="drone-deal.p.z">x</p></body>"#),
    Mutation(
      "text between blocks", #"<div type="section" xml:id="drone-deal.s.1">"#,
      #"stray<div type="section" xml:id="drone-deal.s.1">"#),
    Mutation(
      "section without type", #"<div type="section" xml:id="drone-deal.s.1">"#, #"<div xml:id="drone-deal.s.1">"#),
    Mutation(
      "unknown type of section", #"<div type="section" xml:id="drone-deal.s.1">"#,
      #"<div type="chapter" xml:id="drone-deal.s.1">"#),
    Mutation("unknown kind of furniture", #"subtype="share""#, #"subtype="banner""#),
    Mutation("unknown type of block", #"type="furniture""#, #"type="stanza""#),
    Mutation("list without rend", #"<list rend="bulleted" xml:id"#, "<list xml:id"),
    Mutation("unknown rend", #"rend="numbered""#, #"rend="roman""#),
    Mutation("list without items", #"<item n="1" xml:id="drone-deal.i2">c</item>"#, ""),
    Mutation("block in an item", "<label>A</label>", #"<label>A</label><p xml:id="drone-deal.p.i">x</p>"#),
    Mutation(
      "list in a paragraph", #"<p xml:id="drone-deal.s3p">x</p>"#,
      #"<p xml:id="drone-deal.s3p">x<list rend="bulleted" xml:id="drone-deal.l9"><item xml:id="drone-deal.i9">x</item></list></p>"#
    ),
    Mutation("table without rows", #"rows="2" "#, ""),
    Mutation("table of no rows", #"rows="2""#, #"rows="0""#),
    Mutation(
      "caption after the rows",
      #"<head xml:id="drone-deal.th1">Cap</head><row role="label"><cell role="label">A</cell><cell role="label"/></row>"#,
      #"<row role="label"><cell role="label">A</cell><cell role="label"/></row><head xml:id="drone-deal.th1">Cap</head>"#
    ),
    Mutation("row without role", #"<row role="label">"#, "<row>"),
    Mutation("unknown role", #"<row role="data">"#, #"<row role="sum">"#),
    Mutation("row without cells", #"<cell role="label">x</cell><cell role="data" rend="padding"/>"#, ""),
    Mutation("cell without role", #"<cell role="label"/>"#, "<cell/>"),
    Mutation("unknown rend of a cell", #"rend="padding""#, #"rend="red""#),
    Mutation("cell that spans nothing", #"<cell role="label"/>"#, #"<cell role="label" cols="0"/>"#),
    Mutation("name of unknown type", #"<name type="event">"#, #"<name type="thing">"#),
    Mutation("rs without type", #"<rs type="demonym">"#, "<rs>"),
    Mutation("measure of unknown type", #"type="money""#, #"type="weight""#),
    Mutation("quantity with separators", #"quantity="14000000""#, #"quantity="14,000,000""#),
    Mutation("unit of two words", #"unit="EUR""#, #"unit="euro cents""#),
    Mutation("date that is none", #"when="2024""#, #"when="June 2024""#),
    Mutation("month 13", #"<date when="2024">"#, #"<date when="2024-13">"#),
    Mutation("time that is none", #"when="14:30:00""#, #"when="half past two""#),
    Mutation("number that is none", #"value="3""#, #"value="three""#),
    Mutation("anchor with content", #"<anchor xml:id="drone-deal.q"/>"#, #"<anchor xml:id="drone-deal.q">x</anchor>"#),
    Mutation("anchor without xml:id", #"<anchor xml:id="drone-deal.q"/>"#, "<anchor/>"),
    Mutation(
      "attribute of another element", #"<p xml:id="drone-deal.s3p">"#, #"<p xml:id="drone-deal.s3p" when="2024">"#),
    Mutation("unknown attribute", #"<p xml:id="drone-deal.s3p">"#, #"<p xml:id="drone-deal.s3p" class="x">"#),
  ]

  private init(_ description: String, _ found: String, _ replacement: String) {
    self.description = description
    self.found = found
    self.replacement = replacement
  }
}
