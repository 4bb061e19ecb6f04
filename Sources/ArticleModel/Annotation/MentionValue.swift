/// The normalised value of a mention.
public enum MentionValue: Hashable, Sendable {
  case none
  case date(DateValue)
  /// A time of day, ISO 8601, as `14:30:00` or `14:30:00Z`.
  case time(String)
  case quantity(QuantityValue)
  /// The address that a URL or an e-mail address leads to, an absolute URI.
  case target(String)
}

/// A date as TEI's `att.datable.w3c` writes it: each an xsd:date, xsd:gYearMonth, xsd:gYear, xsd:gMonthDay,
/// xsd:gMonth, xsd:gDay or xsd:dateTime; nil where it does not apply.
public struct DateValue: Hashable, Sendable {
  /// The date itself, where it is one.
  public var when: String?
  /// The ends of a span of time that lasts from one to the other.
  public var from: String?
  public var to: String?
  /// The bounds between which a date lies that is not known more closely.
  public var notBefore: String?
  public var notAfter: String?
  /// A duration, ISO 8601, as `P3D`.
  public var duration: String?

  public init(
    when: String? = nil, from: String? = nil, to: String? = nil, notBefore: String? = nil, notAfter: String? = nil,
    duration: String? = nil
  ) {
    self.when = when
    self.from = from
    self.to = to
    self.notBefore = notBefore
    self.notAfter = notAfter
    self.duration = duration
  }
}

/// A quantity, or a range of quantities, with its unit.
public struct QuantityValue: Hashable, Sendable {
  /// A decimal without exponent or separators, as `14000000` or `-3.5`; nil for a range.
  public var quantity: String?
  public var atLeast: String?
  public var atMost: String?
  /// A UCUM code (`km`, `%`, `Cel`), an ISO 4217 code (`EUR`), or the noun that is counted (`troops`).
  public var unit: String?

  public init(quantity: String? = nil, atLeast: String? = nil, atMost: String? = nil, unit: String? = nil) {
    self.quantity = quantity
    self.atLeast = atLeast
    self.atMost = atMost
    self.unit = unit
  }
}
