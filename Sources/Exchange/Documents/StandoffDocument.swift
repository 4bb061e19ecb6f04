public import ArticleModel

/// A text with annotations that stand off: what every exchange format is written from and read into.
///
/// All ranges are bytes of ``text``. What a format cannot say is empty after reading it back; changes are found by
/// comparing what was read with what the same format reads from what it wrote (``AnnotationChanges``), so nothing that a
/// format leaves out looks like a change.
public struct StandoffDocument: Hashable, Sendable {
  /// What the document is called: an `xml:id` or a file name without folders and extension. Names its files.
  public var identifier: String
  /// BCP 47; "und" where it is not known.
  public var language: String = "und"
  public var title: String = ""
  /// The day of the document, ISO 8601; empty where it is not stated.
  public var date: String = ""
  /// An IRI of the TEI file, as a rule relative to the folder of the export; empty where it is not known.
  public var source: String = ""
  /// Which annotations of the TEI were exported, as `type=person place; min-cert=0.5`; empty for all, or where nothing tells.
  public var selection: String = ""
  /// UTF-8; a block a line, no line end inside a block.
  public var text: [UInt8]
  /// The lines, in order.
  public var blocks: [StandoffBlock] = []
  /// In order and disjoint, each inside one block.
  public var sentences: [Range<Int>] = []
  /// In order and disjoint, each inside one sentence; empty where a format or the document has none.
  public var tokens: [StandoffToken] = []
  /// In the order of their beginnings, longer ones first.
  public var annotations: [StandoffAnnotation] = []
  /// What the annotations name, in the order of the document.
  public var entities: [StandoffEntity] = []
  /// What the file would have its annotations in, as "\"ents\""; nil where it has them, be they none.
  public var missingLayer: String?
  /// What of the file cannot be taken over, though all else can.
  public var faults: [ExchangeError] = []
  /// What people may have made in the file that is no annotation of words, as relations: told, and left.
  public var passed: [ExchangeError] = []
  /// What the annotator answered where the document is not to be taken over: "reject" or "ignore".
  public var rejection: String?

  public init(identifier: String, text: [UInt8]) {
    self.identifier = identifier
    self.text = text
  }
}

/// A line of the text.
public struct StandoffBlock: Hashable, Sendable {
  public var range: Range<Int>
  /// ``TextBlock/Kind`` by its raw value: `heading`, `paragraph`, `item`, `cell` …
  public var kind: String
  /// The element's `xml:id`; empty where it has none.
  public var id: String
  /// An XPath of the element.
  public var path: String

  public init(range: Range<Int>, kind: String, id: String = "", path: String = "") {
    self.range = range
    self.kind = kind
    self.id = id
    self.path = path
  }
}

/// A word or a mark of punctuation.
public struct StandoffToken: Hashable, Sendable {
  public var range: Range<Int>
  /// What the document says of it (`w/@lemma`, `@pos`, `@msd`); empty where it says nothing.
  public var lemma = ""
  public var partOfSpeech = ""
  public var features = ""

  public init(range: Range<Int>) { self.range = range }
}

/// A mention, as an exchange format has it.
public struct StandoffAnnotation: Hashable, Sendable {
  /// The element's `xml:id`; of one that has none `mention-N`, where N counts all mentions of the document from 1.
  /// Empty where a format has no place for it or the annotation is new.
  public var id = ""
  public var range: Range<Int>
  /// What is named: `person`, `organisation`, `country`, `date` …, from the category of `@ana`, else `@type`, else the
  /// element's name.
  public var type: String
  /// The TEI element that it is written with, as `persName`; empty where a format has no place for it.
  public var element = ""
  /// The identifier of an entity of the document, or a URI; empty for none.
  public var entity = ""
  /// From `@cert`.
  public var certainty = ""
  /// The normal form: a date, a quantity with its unit, a URL.
  public var value = ""
  /// What annotators wrote beside it.
  public var note = ""
  /// Where it stands in the TEI; nil where it is new. Follows from the TEI: no format has to bring it home.
  public var place: StandoffPlace?
  /// What the file that it was read from does not say.
  public var unsaid = UnsaidParts()

  public init(range: Range<Int>, type: String) {
    self.range = range
    self.type = type
  }
}

/// A stretch of the text of an element of the TEI document.
public struct StandoffPlace: Hashable, Sendable {
  /// An XPath of the element, as ``StandoffBlock/path``.
  public var path: String
  /// Code points of the element's string value, white space as it is.
  public var range: Range<Int>

  public init(path: String, range: Range<Int>) {
    self.path = path
    self.range = range
  }
}

/// An entry of a register.
public struct StandoffEntity: Hashable, Sendable {
  public var id: String
  /// `person`, `organisation`, `place` …
  public var type: String
  /// What its element is for, whatever the type: `person`, `organisation`, `place` …; empty where there is none.
  public var kind = ""
  public var name: String
  public var variants: [String] = []
  /// The languages of names that say theirs (BCP 47), by name.
  public var languages: [String: String] = [:]
  public var identifiers: [AuthorityIdentifier] = []
  /// When a person was born and died, ISO 8601; empty where that is not known.
  public var birth = ""
  public var death = ""
  /// Degrees, WGS 84.
  public var latitude: Double?
  public var longitude: Double?

  public init(id: String, type: String, name: String) {
    self.id = id
    self.type = type
    self.name = name
  }
}

extension StandoffDocument {
  /// Brings the annotations into their order, whatever order a tool left them in; those with one range keep theirs.
  mutating func sortAnnotations() {
    let sorted = annotations.enumerated().sorted {
      ($0.element.range.lowerBound, $1.element.range.upperBound, $0.offset)
        < ($1.element.range.lowerBound, $0.element.range.upperBound, $1.offset)
    }
    annotations = sorted.map(\.element)
  }
}
