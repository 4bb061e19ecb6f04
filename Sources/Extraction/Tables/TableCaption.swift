internal import XML

/// The caption of a table, and the notes that belong to all of it.
struct TableCaption {
  var caption = ""
  var notes: [String] = []

  /// The heads of the table; those of the figure that holds it (GROBID); or else its trailers, which are notes below a head.
  ///
  /// - Parameter figure: What the figure has, where the table stands in one.
  init(of table: Int32, _ reading: TableRows, figure: TableCaption?) {
    let captions = texts(of: table, [.caption], reading)
    let trailers = texts(of: table, [.trailer], reading)
    let heads = captions.isEmpty ? [figure?.caption ?? ""].filter { !$0.isEmpty } : captions
    if heads.isEmpty {
      caption = trailers.joined(separator: " ")
    } else {
      caption = heads.joined(separator: " ")
      notes += trailers
    }
    notes += texts(of: table, [.note], reading) + (figure?.notes ?? [])
  }

  /// What a figure says of the tables in it.
  init(ofFigure figure: Int32, _ reading: TableRows) {
    caption = texts(of: figure, [.caption, .figureDescription], reading).joined(separator: " ")
    notes += texts(of: figure, [.note], reading)
  }

  /// The texts of some children; the notes inside are kept.
  private mutating func texts(of parent: Int32, _ kinds: Set<TableElement>, _ reading: TableRows) -> [String] {
    var texts: [String] = []
    for child in reading.children(of: parent) where kinds.contains(reading.vocabulary.element(child, in: reading.table))
    {
      let (text, inner) = CellText.of(child, in: reading.table, reading.vocabulary)
      if !text.isEmpty { texts.append(text) }
      if kinds != [.note] { notes += inner.map { CellText.of($0, in: reading.table, reading.vocabulary).text } }
    }
    return texts
  }
}

/// What stands around tables, looked up once for all that have one parent.
struct TableSurroundings {
  var parent: Int32 = -1
  /// The `xml:lang` that holds there; empty for none.
  var language = ""
  var document = ""
  var figure: TableCaption?
}
