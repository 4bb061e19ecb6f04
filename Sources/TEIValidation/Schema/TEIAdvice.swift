internal import RelaxNG

/// What messages may say of TEI beyond its schemas.
extension SchemaAdvice {
  static let tei = SchemaAdvice(
    commonNames: commonNames,
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

  /// The names that TEI documents use most, roughly in that order: where several are expected, these are told first.
  private static let commonNames = """
    TEI teiHeader fileDesc titleStmt publicationStmt sourceDesc title text body div p head ab lg l sp list item table row \
    cell figure quote cit note author editor respStmt resp name publisher authority distributor pubPlace date availability \
    licence idno persName placeName orgName bibl biblStruct msDesc listBibl ref ptr hi emph foreign term title choice sic corr abbr \
    expan orig reg del add gap unclear supplied lem rdg app seg w s pc label speaker stage graphic figDesc opener closer salute \
    signed dateline postscript front back titlePage docTitle titlePart docAuthor docDate docImprint castList castItem role roleDesc \
    person listPerson place listPlace org listOrg event listEvent birth death forename surname country settlement \
    encodingDesc profileDesc revisionDesc projectDesc editorialDecl classDecl taxonomy category catDesc langUsage language \
    textClass keywords change correspDesc correspAction standOff facsimile surface zone msIdentifier repository msContents msItem \
    physDesc history entry form orth gramGrp pos sense def pb lb cb milestone group xml:id type when n ref target rend xml:lang \
    key corresp subtype resp cert url who wit place role unit quantity from to notBefore notAfter status ident
    """.split(separator: " ").map(String.init)
}
