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

/// The roles of the elements of TEI P5; what is not named here is inline.
package enum TextElements {
  package static let roles: [String: TextRole] = {
    let names: [TextRole: [String]] = [
      .block: [
        "p", "ab", "head", "trailer", "item", "cell", "entry", "th", "td", "l", "byline", "dateline", "salute",
        "signed",
        "speaker", "stage", "u", "docTitle", "docAuthor", "docDate", "docImprint", "titlePart", "epigraph", "argument",
        "figDesc", "castItem", "imprimatur", "postscript", "meeting", "fw", "bibl", "biblStruct", "caption",
      ],
      .container: [
        "text", "front", "body", "back", "group", "floatingText", "div", "div1", "div2", "div3", "div4", "div5", "div6",
        "div7", "list", "table", "row", "tgroup", "thead", "tbody", "tfoot", "tr", "lg", "sp", "opener", "closer",
        "figure", "titlePage", "listBibl", "castList", "TEI", "teiCorpus",
      ],
      .apart: ["note"],
      .milestone: ["lb", "pb", "cb", "gb", "milestone"],
      .hidden: [
        "teiHeader", "standOff", "sourceDoc", "facsimile", "linkGrp", "spanGrp", "interpGrp", "fs", "notatedMusic",
        "xenoData",
      ],
    ]
    var roles: [String: TextRole] = [:]
    for (role, elements) in names { for name in elements { roles[name] = role } }
    return roles
  }()

  /// Elements that are blocks beside blocks, and inline in one: quotations, labels of lists, segments of utterances.
  package static let roleByPlace: Set<String> = ["quote", "q", "cit", "label", "seg", "desc", "media", "address", "addrLine"]

  /// Of several readings of the same words these are the ones to read, the first that is there.
  package static let readings: [String: [String]] = [
    "choice": ["corr", "reg", "expan"], "app": ["lem"], "subst": ["add"],
  ]

  /// What a mention is written with: names, dates, times, numbers and measures (TEI P5, chapters 3.6 and 14).
  package static let mentionNames: Set<String> = [
    "persName", "orgName", "placeName", "roleName", "name", "rs", "title", "date", "time", "num", "measure", "geogName",
    "settlement", "country", "region", "district", "bloc", "eventName", "objectName",
  ]
}
