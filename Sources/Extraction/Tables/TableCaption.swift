internal import XML

/// The caption of a table, and the notes that belong to all of it.
struct TableCaption {
  var caption: String
  var notes: [String] = []

  /// The heads of the table; those of the figure that holds it (GROBID); or else its trailers, which are notes below a head.
  init(of table: Int32, _ reading: TableRows) {
    let (document, vocabulary) = (reading.table, reading.vocabulary)
    var notes: [String] = []
    func texts(_ parent: Int32, _ kinds: [TableElement]) -> [String] {
      reading.children(of: parent).filter { kinds.contains(vocabulary.element($0, in: document)) }.map { element in
        let (text, inner) = CellText.of(element, in: document, vocabulary)
        if kinds != [.note] { notes += inner.map { CellText.of($0, in: document, vocabulary).text } }
        return text
      }.filter { !$0.isEmpty }
    }
    var captions = texts(table, [.caption])
    let trailers = texts(table, [.trailer])
    let parent = document.parents[Int(table)]
    let isInFigure = parent > 0 && vocabulary.element(parent, in: document) == .figure
    if captions.isEmpty, isInFigure { captions = texts(parent, [.caption, .figureDescription]) }
    if captions.isEmpty { captions = trailers } else { notes += trailers }
    notes += texts(table, [.note]) + (isInFigure ? texts(parent, [.note]) : [])
    caption = captions.joined(separator: " ")
    self.notes = notes
  }
}
