import TEIKit

/// What is said of types of which there is no annotation.
enum UnmatchedTypes {
  static func warn(_ types: [String]) {
    for type in types { Console.error("Warning: no annotation has type \"\(type)\"; \(hint(type))") }
  }

  private static func hint(_ type: String) -> String {
    let near = MentionType.allCases.map(\.rawValue).first { $0 != type && $0.hasPrefix(type.lowercased().prefix(4)) }
    if let near, type.count > 2 { return "did you mean \"\(near)\"?" }
    return "expected a type of the documents, as person, organisation, place or date"
  }
}
