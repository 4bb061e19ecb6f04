internal import RelaxNG

/// What messages may say of TEI beyond its schemas.
extension SchemaAdvice {
  static let tei = SchemaAdvice(
    commonElements: commonElements, commonAttributes: commonAttributes,
    meantElements: [
      // TEI P4 and before.
      "TEI.2": "TEI", "tei": "TEI", "teiCorpus.2": "teiCorpus", "teiheader": "teiHeader", "xptr": "ptr", "xref": "ref",
      "handList": "handNotes",
      // HTML.
      "a": "ref", "b": "hi", "blockquote": "quote", "br": "lb", "caption": "head", "dd": "item", "div0": "div1",
      "dl": "list", "dt": "label", "em": "emph", "h1": "head", "h2": "head", "h3": "head", "h4": "head", "h5": "head",
      "h6": "head", "hr": "milestone", "i": "hi", "img": "graphic", "li": "item", "ol": "list", "section": "div",
      "span": "seg", "strong": "hi", "sub": "hi", "sup": "hi", "td": "cell", "th": "cell", "tr": "row", "u": "hi",
      "ul": "list", "video": "media", "audio": "media",
      // What things are called outside TEI.
      "chapter": "div", "paragraph": "p", "para": "p", "stanza": "lg", "verse": "l", "line": "l", "footnote": "note",
      "page": "pb", "person": "persName", "place": "placeName", "location": "placeName", "organization": "orgName",
      "organisation": "orgName", "link": "ref", "image": "graphic", "bold": "hi", "italic": "hi", "heading": "head",
      "header": "teiHeader", "license": "licence", "speech": "sp",
    ],
    meantAttributes: [
      "id": "xml:id", "lang": "xml:lang", "href": "target", "src": "url", "class": "rend",
      "colspan": "cols", "rowspan": "rows", "url": "target",
    ],
    patternPhrases: [
      #"[^\p{C}\p{Z}]+"#: "a word without spaces",
      #"(\p{L}|\p{N}|\p{P}|\p{S})+"#: "a word without spaces",
      #"(\-?[\d]+/\-?[\d]+)"#: "a fraction as \"1/2\"",
      #"[\-+]?\d+(\.\d+)?(%|cm|mm|in|pt|pc|px|em|ex|ch|rem|vw|vh|vmin|vmax)"#: "a length with its unit, as \"2.5cm\"",
      #"(-?[0-9]+(\.[0-9]+)?,-?[0-9]+(\.[0-9]+)?(,-?[0-9]+(\.[0-9]+)?)?)"#: "a point as \"10,20\"",
      #"[0-9.,DHMPRSTWYZ/:+\-]+"#: "a date, time, duration or period as in ISO 8601, as \"2024-06/2024-07\"",
      #"[\d]+[a-z]*[\d]*(\.[\d]+[a-z]*[\d]*){0,3}"#: "a version as \"4.12.0\"",
      #"[\d]+(\.[\d]+){0,2}"#: "a version as \"4.12.0\"",
      #"[^/\s]+:\S*"#: "a URI with its scheme, as \"https://example.org/\"",
      #".+:.+"#: "a name with its prefix, as \"tei:p\"",
      #"[a-z][a-z0-9\+\.\-]*"#: "a prefix in lower case, as \"wd\"",
    ])

  /// Names of TEI, those that documents use most before the others; and before them those that few elements may hold,
  /// each the natural one where it is allowed. Where several are expected, they are told in this order.
  private static let commonElements = """
    text TEI teiHeader fileDesc titleStmt publicationStmt sourceDesc body title \
    item row cell category change edition language person place org event castItem role titlePart msIdentifier msItem zone \
    div p head lg l sp bibl msDesc biblStruct listBibl ab list table figure quote cit note author editor respStmt resp name \
    publisher authority distributor pubPlace date availability licence idno persName placeName orgName ref ptr hi emph \
    foreign term choice sic corr abbr expan orig reg del add gap unclear supplied lem rdg app seg w s pc label speaker stage \
    graphic figDesc opener closer salute signed dateline postscript front back titlePage docTitle docAuthor docDate \
    docImprint castList roleDesc listPerson listPlace listOrg listEvent birth death forename surname country settlement \
    encodingDesc profileDesc revisionDesc projectDesc editorialDecl classDecl taxonomy catDesc langUsage textClass keywords \
    correspDesc correspAction standOff facsimile surface repository msContents physDesc history entry form orth gramGrp pos \
    sense def pb lb cb milestone group
    """.split(separator: " ").map(String.init)

  private static let commonAttributes = """
    xml:id type when n ref target rend xml:lang key corresp subtype resp cert url who wit place unit quantity from to \
    notBefore notAfter status ident
    """.split(separator: " ").map(String.init)
}
