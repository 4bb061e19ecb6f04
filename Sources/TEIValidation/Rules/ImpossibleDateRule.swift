/// A date names a day that the calendar has. Schemas look at dates of XML Schema, but not at those of ISO 8601.
public struct ImpossibleDateRule: ValidationRule {
  public let codes = ["date-impossible"]

  private static let attributes = ["when", "from", "to", "notBefore", "notAfter"]

  public init() {}

  public func findings(in document: IndexedDocument, context: ValidationContext) -> [Finding] {
    document.elements.flatMap { element in
      ["", "-iso"].flatMap { suffix in
        Self.attributes.compactMap { attribute in
          let name = attribute + suffix
          guard var value = element[name],
            value.withUTF8({ CalendarDate.isImpossible($0, isISO: !suffix.isEmpty) })
          else { return nil }
          return Finding(.error, code: codes[0], "\(name)=\"\(value)\" is a day that does not exist", at: element)
        }
      }
    }
  }
}
