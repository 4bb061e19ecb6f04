import ArticleModel
import XML

extension DecodedText {
  /// Where the runs of a document stand in the text of its source.
  struct Placement {
    /// The text of the source, UTF-8.
    var bytes: [UInt8] = []
    /// Where each run begins in it.
    var starts: [Int] = []
  }

  func placement() -> Placement? {
    guard let layout else { return nil }
    var placement = Placement()
    placement.bytes.reserveCapacity(runs.reduce(0) { $0 + $1.text.count + 16 })
    var before = LeafContext.start
    for run in runs {
      placement.bytes.append(contentsOf: layout.gap(before, run.context, run.key, run.number))
      placement.starts.append(placement.bytes.count)
      append(run, layout, to: &placement.bytes)
      before = run.context
    }
    placement.bytes.append(contentsOf: layout.gap(before, .end, LeafContext.end.name, nil))
    return placement
  }

  private func append(_ run: Run, _ layout: SourceLayout, to bytes: inout [UInt8]) {
    let replacements = layout.replacements?[run.key] ?? []
    guard !replacements.isEmpty || layout.lineEnd != nil else {
      bytes.append(contentsOf: run.text)
      return
    }
    var position = 0
    for replacement in replacements where replacement.at >= position && replacement.at <= run.text.count {
      appendLines(run.text[position..<replacement.at], layout, to: &bytes)
      bytes.append(contentsOf: replacement.source.utf8)
      position = min(run.text.count, replacement.at + max(0, replacement.length))
    }
    appendLines(run.text[position...], layout, to: &bytes)
  }

  private func appendLines(_ text: ArraySlice<UInt8>, _ layout: SourceLayout, to bytes: inout [UInt8]) {
    guard let lineEnd = layout.lineEnd else {
      bytes.append(contentsOf: text)
      return
    }
    for byte in text {
      if byte == 0x0A { bytes.append(contentsOf: lineEnd.utf8) } else { bytes.append(byte) }
    }
  }

  /// The range of a mention's words in the text of the source, or in ``plainText()`` where no layout is recorded.
  ///
  /// Finds many at once: a pass over the document.
  func offsets(of isWanted: (Element) -> Bool) -> [OffsetEntry] {
    let source = placement()
    let placement = source ?? plainPlacement()
    var entries: [OffsetEntry] = []
    for (index, run) in runs.enumerated() {
      let start = placement.starts[index]
      let map = offsetMap(of: run)
      forEachElement(in: run) { element, range in
        guard isWanted(element) else { return }
        entries.append(
          OffsetEntry(
            element: element, range: (start + map[range.lowerBound])..<(start + map[range.upperBound]), run: index))
      }
    }
    return entries
  }

  /// From the text of a run to that of the source, or of ``plainText()`` where no layout is recorded.
  func offsetMap(of run: Run) -> OffsetMap {
    return OffsetMap(run.text, layout?.replacements?[run.key] ?? [], lineEnd: layout?.lineEnd)
  }

  /// An element and where its text stands.
  struct OffsetEntry: Sendable {
    var element: Element
    /// UTF-8 bytes.
    var range: Range<Int>
    /// An index into ``runs``.
    var run: Int
  }

  /// Calls `body` for each element inside a run with the range of its text in the run's text.
  private func forEachElement(in run: Run, _ body: (Element, Range<Int>) -> Void) {
    var position = -run.leading
    var open: [Int] = []
    let count = run.text.count
    run.element.walkRun { event in
      switch event {
      case .start(let element):
        guard element.name != "list" else {
          open.append(-1)
          return false
        }
        open.append(position)
      case .text(let count): position += count
      case .end(let element):
        let start = open.removeLast()
        guard element.name != "list" else { break }
        let lower = min(max(0, start), count)
        body(element, lower..<min(max(lower, position), count))
      }
      return true
    }
  }

  /// From offsets in a run's TEI text to offsets in its source text.
  struct OffsetMap {
    private var shifts: [(at: Int, shift: Int)] = []

    init(_ text: [UInt8], _ replacements: [SourceLayout.Replacement], lineEnd: String?) {
      var all = replacements
      if let lineEnd, lineEnd.utf8.count != 1 {
        let replaced = Set(replacements.map(\.at))
        for (index, byte) in text.enumerated() where byte == 0x0A && !replaced.contains(index) {
          all.append(SourceLayout.Replacement(at: index, length: 1, source: lineEnd))
        }
        all.sort { $0.at < $1.at }
      }
      var shift = 0
      for replacement in all {
        shift += replacement.source.utf8.count - replacement.length
        shifts.append((replacement.at + replacement.length, shift))
      }
    }

    subscript(_ offset: Int) -> Int {
      var low = 0
      var high = shifts.count
      while low < high {
        let middle = (low + high) / 2
        if shifts[middle].at <= offset { low = middle + 1 } else { high = middle }
      }
      return low == 0 ? offset : offset + shifts[low - 1].shift
    }
  }
}

extension SourceLayout {
  /// What stands before a run, or behind the last one.
  func gap(_ before: LeafContext, _ after: LeafContext, _ key: String, _ number: String?) -> [UInt8] {
    if let departure = departures?[key] { return Array(departure.utf8) }
    guard let template = gaps[LeafContext.Gap(before: before, after: after).name] else { return [] }
    return Array(GapTemplate.filled(Array(template.utf8)[...], number))
  }
}
