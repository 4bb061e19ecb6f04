import Exchange

extension ImportedChange {
  /// For reading: the document, what was done, the words, and what changed.
  public var line: String {
    let annotation = before ?? after
    var line = "\(document): \(kind.rawValue) \(annotation?.type ?? "") \"\(words)\""
    if let after, kind == .added {
      if !after.entity.isEmpty { line += ", entity \"\(after.entity)\"" }
      if !after.value.isEmpty { line += ", value \"\(after.value)\"" }
    }
    if !details.isEmpty { line += ": " + details.joined(separator: ", ") }
    return isStandOff ? line + " (stands off)" : line
  }

  /// For programs: an object a line.
  public var json: String {
    var json = JSONWriter(lineDepth: 0)
    json.object { json in
      json.member("document", document)
      json.member("change", kind.rawValue)
      if !parts.isEmpty {
        json.array("parts") { json in for part in parts { json.string(part.rawValue) } }
      }
      json.member("words", words)
      if let before { Self.write(before, as: "before", to: &json) }
      if let after { Self.write(after, as: "after", to: &json) }
      if wordsAfter != words, after != nil { json.member("wordsAfter", wordsAfter) }
      if isStandOff {
        json.name("standOff")
        json.bool(true)
      }
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private static func write(_ annotation: StandoffAnnotation, as name: String, to json: inout JSONWriter) {
    json.object(name) { json in
      json.member("id", unlessEmpty: annotation.id)
      json.member("type", annotation.type)
      json.member("entity", unlessEmpty: annotation.entity)
      json.member("certainty", unlessEmpty: annotation.certainty)
      json.member("value", unlessEmpty: annotation.value)
      json.member("note", unlessEmpty: annotation.note)
    }
  }
}
