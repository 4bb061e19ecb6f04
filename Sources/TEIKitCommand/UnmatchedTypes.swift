import TEIKit

/// What is said of types of which there is no annotation.
enum UnmatchedTypes {
  /// - Parameter found: Types of which there are some.
  static func warn(_ types: [String], among found: Set<String> = []) {
    for type in types { Console.error("Warning: no annotation has type \"\(type)\"; \(hint(type, found))") }
  }

  private static func hint(_ type: String, _ found: Set<String>) -> String {
    if let near = found.sorted().first(where: { $0.lowercased() == type.lowercased() }) {
      return "did you mean \"\(near)\"?"
    }
    let near = MentionType.allCases.map(\.rawValue).first { $0 != type && $0.hasPrefix(type.lowercased().prefix(4)) }
    if let near, type.count > 2 { return "did you mean \"\(near)\"?" }
    return "expected a type of the documents, as person, organisation, place or date"
  }
}
