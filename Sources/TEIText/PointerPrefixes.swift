import RegularExpressions
package import XML

/// What pointers such as `wd:Q64` mean by the `prefixDef`s of a document (TEI P5, section 17.2.3).
package struct PointerPrefixes {
  private var patterns: [String: [TextPattern]] = [:]

  package init(_ table: XMLNodeTable) {
    for element in table.allElements where element.name == "prefixDef" {
      guard let prefix = element["ident"], let replacement = element["replacementPattern"],
        let pattern = try? TextPattern(element["matchPattern"] ?? "(.+)", replacement: replacement)
      else { continue }
      patterns[prefix, default: []].append(pattern)
    }
  }

  /// The pointer that is meant; one with a prefix that is not declared, or does not match, as it is.
  package func expanded(_ pointer: String) -> String {
    guard !patterns.isEmpty, let colon = pointer.firstIndex(of: ":"), let known = patterns[String(pointer[..<colon])]
    else { return pointer }
    for pattern in known {
      guard case .replaced(let full) = pattern.outcome(of: String(pointer[pointer.index(after: colon)...])) else {
        continue
      }
      return full
    }
    return pointer
  }
}
