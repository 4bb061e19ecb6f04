import TEIText

/// Writes the lines of an `.ann` file.
struct BratWriter {
  private let document: StandoffDocument
  private let offsets: TextOffsets
  private let names: [String: String]

  static func bytes(of document: StandoffDocument) -> [UInt8] {
    let writer = BratWriter(document)
    var lines = ""
    var counts = Counts()
    for annotation in document.annotations { writer.append(annotation, to: &lines, &counts) }
    return Array(lines.utf8)
  }

  /// The numbers of the last lines of each kind.
  private struct Counts {
    var spans = 0, normalisations = 0, attributes = 0, notes = 0
  }

  private init(_ document: StandoffDocument) {
    self.document = document
    offsets = TextOffsets(document.text)
    names = Dictionary(document.entities.map { ($0.id, $0.name) }) { first, _ in first }
  }

  private func append(_ annotation: StandoffAnnotation, to lines: inout String, _ counts: inout Counts) {
    let fragments = Self.fragments(of: annotation.range, in: document.text)
    // What has white space alone cannot be shown.
    guard !fragments.isEmpty else { return }
    counts.spans += 1
    let target = "T\(counts.spans)"
    let places = fragments.map { fragment in
      let places = offsets.offsets(of: fragment)
      return "\(places.lowerBound) \(places.upperBound)"
    }
    let words = fragments.map { String(decoding: document.text[$0], as: UTF8.self) }
    let place = places.joined(separator: ";")
    lines += "\(target)\t\(BratName.encode(annotation.type)) \(place)\t\(words.joined(separator: " "))\n"
    if !annotation.entity.isEmpty {
      counts.normalisations += 1
      let reference = BratReference.encode(annotation.entity)
      let name = BratLine.oneLine(names[annotation.entity] ?? words.joined(separator: " "))
      lines += "N\(counts.normalisations)\tReference \(target) \(reference)\t\(name)\n"
    }
    if !annotation.certainty.isEmpty {
      counts.attributes += 1
      lines += "A\(counts.attributes)\tCertainty \(target) \(BratLine.word(annotation.certainty))\n"
    }
    let kept = [("id", annotation.id), ("element", annotation.element), ("value", annotation.value)]
    let members = kept.filter { !$0.1.isEmpty }.map { "\($0.0)=\(BratLine.word($0.1))" }
    if !members.isEmpty {
      counts.notes += 1
      lines += "#\(counts.notes)\tTEI \(target)\t\(members.joined(separator: " "))\n"
    }
    if !annotation.note.isEmpty {
      counts.notes += 1
      lines += "#\(counts.notes)\tAnnotatorNotes \(target)\t\(BratLine.escaped(annotation.note))\n"
    }
  }

  /// The parts of a range between what Python takes for line ends, and tabs: brat reads a file line by line.
  static func fragments(of range: Range<Int>, in text: [UInt8]) -> [Range<Int>] {
    var fragments: [Range<Int>] = []
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      let length = BratLine.lengthOfBreak(at: index, in: text)
      if length > 0 {
        if start < index { fragments.append(start..<index) }
        index += length
        start = index
      } else {
        index += 1
      }
    }
    if start < range.upperBound { fragments.append(start..<range.upperBound) }
    return fragments
  }
}
