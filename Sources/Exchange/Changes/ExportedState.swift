/// What the annotations of a document were when it was exported, in a compact form for the manifest of an export.
///
/// A line for each, with tabs between: where it begins and how many bytes it has, both counted in visible bytes, then
/// identifier, type, element, entity, certainty, value and note, as far as they are said.
package enum ExportedState {
  package static func text(of document: StandoffDocument, _ visible: VisibleBytes) -> String {
    var lines = ""
    for annotation in document.annotations {
      let range = visible.visible(annotation.range)
      var fields = [
        annotation.hasIdentifier ? annotation.id : "", annotation.type, annotation.element, annotation.entity,
        annotation.certainty, annotation.value, annotation.note,
      ]
      while fields.last == "" { fields.removeLast() }
      lines += "\(range.lowerBound)\t\(range.count)"
      for field in fields { lines += "\t" + escaped(field) }
      lines += "\n"
    }
    return lines
  }

  /// The annotations of a state over the text, or one of the same visible bytes; nil where they do not fit it.
  package static func annotations(_ state: String, over visible: VisibleBytes) -> [StandoffAnnotation]? {
    var annotations: [StandoffAnnotation] = []
    for line in state.split(separator: "\n") {
      let fields = ColumnLines.fields(line).map { unescaped($0) }
      guard fields.count >= 2, let start = Int(fields[0]), let count = Int(fields[1]), start >= 0, count > 0,
        count <= visible.bytes.count, start <= visible.bytes.count, let range = visible.text(start..<start + count)
      else { return nil }
      func field(_ number: Int) -> String { number + 2 < fields.count ? fields[number + 2] : "" }
      var annotation = StandoffAnnotation(range: range, type: field(1))
      annotation.id = field(0)
      annotation.element = field(2)
      annotation.entity = field(3)
      annotation.certainty = field(4)
      annotation.value = field(5)
      annotation.note = field(6)
      annotations.append(annotation)
    }
    return annotations
  }

  private static func escaped(_ field: String) -> String {
    guard field.utf8.contains(where: { $0 == 0x5C || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) else { return field }
    var result = String.UnicodeScalarView()
    for scalar in field.unicodeScalars {
      switch scalar {
      case "\\": result.append(contentsOf: "\\\\".unicodeScalars)
      case "\t": result.append(contentsOf: "\\t".unicodeScalars)
      case "\n": result.append(contentsOf: "\\n".unicodeScalars)
      case "\r": result.append(contentsOf: "\\r".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  private static func unescaped(_ field: Substring) -> String {
    guard field.utf8.contains(0x5C) else { return String(field) }
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in field.unicodeScalars {
      if isEscaped {
        result.append(scalar == "t" ? "\t" : scalar == "n" ? "\n" : scalar == "r" ? "\r" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}
