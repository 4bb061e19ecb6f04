import XML

/// What a TEI element means for the lines of a text.
package enum TextRole: UInt8, Sendable {
  /// Its text runs on in the line around it.
  case inline
  /// It begins a line of its own, and so does what follows it.
  case block
  /// It holds blocks.
  case container
  /// It stands apart from the text in which its anchor is: it comes after the block around it.
  case apart
  /// It breaks words, unless it says otherwise: beginnings of lines, columns and pages.
  case milestone
  /// It is no part of the text that readers see.
  case hidden
}

/// What the text depends on beside the role of an element.
enum TextFeature: UInt8, Sendable {
  case none
  /// Holds several readings of the same words.
  case readings
  /// One of them, the one to be read.
  case preferredReading
  case reference, description, described, utterance, segment, list, word, bibliography, deletion, addressLine
  case row, entry
}

/// The roles of the elements of TEI P5 and of the tables that stand in it; what is not named here is inline.
package enum TextElements {
  package static let roles: [String: TextRole] = table([
    .block: """
    p ab head trailer item cell entry th td l byline dateline salute signed speaker stage u docTitle docAuthor docDate \
    docImprint titlePart figDesc castItem imprimatur meeting bibl biblStruct caption formula li h1 h2 h3 h4 h5 h6 dt dd \
    pre blockquote quote q cit label seg desc address addrLine person place org event object eg form gramGrp etym \
    dictScrap entryFree
    """,
    .container: """
    text front body back group floatingText div div0 div1 div2 div3 div4 div5 div6 div7 list table row tgroup thead tbody \
    tfoot tr lg sp spGrp opener closer figure titlePage listBibl listPerson listPlace listOrg listEvent listObject \
    castList castGroup TEI teiCorpus epigraph argument postscript prologue epilogue annotationBlock ul ol dl superEntry \
    hom sense re
    """,
    .apart: "note",
    .milestone: "lb pb cb gb milestone",
    .hidden: """
    teiHeader standOff sourceDoc facsimile linkGrp spanGrp span interpGrp interp fs fvLib fLib notatedMusic xenoData \
    binaryObject index fw certainty precision respons listAnnotation listPrefixDef listChange
    """,
  ])

  /// Elements that are blocks beside blocks, and inline in one: quotations, labels of lists, stage directions in verse.
  package static let roleByPlace = names(
    """
    quote q cit label seg desc address addrLine bibl stage docAuthor docDate formula salute signed dateline eg gramGrp etym
    """)

  static let features: [String: TextFeature] = table([
    .readings: "choice app subst", .preferredReading: "corr reg expan lem add", .reference: "ref", .description: "desc",
    .described: "gap vocal kinesic incident media unclear", .utterance: "u", .segment: "seg", .list: "list", .word: "w",
    .bibliography: "biblStruct", .deletion: "del", .addressLine: "addrLine", .row: "row", .entry: "entry",
  ])

  /// Parts of a `biblStruct`, which a space divides though none may be written.
  static let fields = names(
    """
    analytic monogr series author editor persName forename surname title imprint date publisher pubPlace biblScope idno \
    meeting orgName edition respStmt resp name address settlement country region note ptr
    """)

  /// Parts of names, statements of registers and fields of dictionaries: where two follow each other without white space, a
  /// space divides them (see ``PartSpacing``).
  static let parts = names(
    """
    forename surname genName addName nameLink roleName persName orgName placeName settlement country region district bloc \
    geogName geogFeat idno birth death floruit sex gender age nationality occupation affiliation residence education faith \
    langKnown langKnowledge state trait location geo population terrain climate orth pron gramGrp gram pos gen number case \
    per tns mood itype def usg lbl xr etym quote
    """)

  /// What a mention is written with: names, dates, times, numbers and measures (TEI P5, chapters 3.6 and 14).
  package static let mentionNames = names(
    """
    persName orgName placeName roleName name rs title date time num measure geogName settlement country region district \
    bloc eventName objectName
    """)

  private static func names(_ list: String) -> Set<String> { Set(list.split(separator: " ").map(String.init)) }

  private static func table<Value>(_ lists: [Value: String]) -> [String: Value] {
    var table: [String: Value] = [:]
    for (value, list) in lists { for name in names(list) { table[name] = value } }
    return table
  }
}
