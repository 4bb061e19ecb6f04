public import XML

/// The day, month or year of a document, from its header.
public struct DocumentDate: Hashable, Sendable {
  /// ISO 8601, as precise as it is stated: `2020-05-17`, `1890`; the beginning of a span.
  public var value: String
  /// Where it is stated: `creation`, `correspAction`, `setting`, `sourceDesc` or `publicationStmt`.
  public var origin: String

  /// The date of a text: of its creation or sending, of the meeting that it reports, of its source, or else of its
  /// publication in this form; the first of these that the header gives as a date of a calendar.
  public static func of(_ document: XMLNodeTable.Node) -> DocumentDate? {
    guard let header = document.child("teiHeader") else { return nil }
    var found: [String: String] = [:]
    for element in header.descendants where element.name == "date" || element.name == "origDate" {
      // When somebody fetched a page, as trafilatura notes it, is no date of its text.
      if let type = element["type"], ["download", "access", "accessed"].contains(type) { continue }
      guard let (origin, isBest) = origin(of: element), found[origin] == nil || isBest, let value = value(of: element)
      else { continue }
      found[origin] = value
      if origin == order[0] { break }
    }
    return order.lazy.compactMap { origin in found[origin].map { DocumentDate(value: $0, origin: origin) } }.first
  }

  private static let order = ["creation", "correspAction", "setting", "sourceDesc", "publicationStmt"]

  /// Which part of the header says so, and whether that is the very date that is wanted: of the first edition, of sending.
  private static func origin(of date: XMLNodeTable.Node) -> (origin: String, isBest: Bool)? {
    var isBest = false
    var ancestor = date.parent
    while let element = ancestor {
      switch element.name {
      case "creation", "setting", "sourceDesc", "publicationStmt":
        // The publication of a source is said of the source.
        if element.name == "publicationStmt", element.parent?.name != "fileDesc" { break }
        return (element.name, isBest)
      case "settingDesc": return ("setting", isBest)
      case "correspAction": return element["type"] == "sent" ? (element.name, true) : nil
      case "bibl", "biblFull": isBest = isBest || element["type"] == "firstEdition"
      case "revisionDesc", "encodingDesc", "particDesc", "respStmt": return nil
      default: break
      }
      ancestor = element.parent
    }
    return nil
  }

  private static func value(of date: XMLNodeTable.Node) -> String? {
    for name in ["when", "when-iso", "from", "from-iso", "notBefore", "notBefore-iso", "to", "notAfter", "value"] {
      if let value = date[name].flatMap(calendarDate) { return value }
    }
    return calendarDate(NameText.of(date))
  }

  /// The year, month or day at the beginning of a text: `1890`, `1890-05`, `1890-05-17T10:00`.
  private static func calendarDate(_ text: String) -> String? {
    let digits = Array(text.utf8)
    func areDigits(_ range: Range<Int>) -> Bool {
      range.upperBound <= digits.count && range.allSatisfy { (0x30...0x39).contains(digits[$0]) }
    }
    func isHyphen(_ index: Int) -> Bool { index < digits.count && digits[index] == 0x2D }
    guard areDigits(0..<4), !areDigits(4..<5) else { return nil }
    guard isHyphen(4), areDigits(5..<7), !areDigits(7..<8) else { return String(text.prefix(4)) }
    guard isHyphen(7), areDigits(8..<10), !areDigits(10..<11) else { return String(text.prefix(7)) }
    return String(text.prefix(10))
  }
}
