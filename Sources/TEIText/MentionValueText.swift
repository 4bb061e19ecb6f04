package import XML

/// The normal form that a mention's attributes give (att.datable, att.measurement, att.pointing).
package enum MentionValueText {
  package static func of(_ element: XMLNodeTable.Node) -> String {
    if let when = element["when"] ?? element["when-iso"] { return when }
    for (from, to) in [("from", "to"), ("from-iso", "to-iso"), ("notBefore", "notAfter")] {
      let (start, end) = (element[from], element[to])
      // An open end is written as in ISO 8601-2.
      if start != nil || end != nil { return "\(start ?? "..")/\(end ?? "..")" }
    }
    if let quantity = element["quantity"] { return quantity + (element["unit"].map { " " + $0 } ?? "") }
    return element["value"] ?? element["target"] ?? ""
  }
}
