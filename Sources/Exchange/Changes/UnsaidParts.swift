/// What a file that came home does not say of an annotation: that is as it was, and nothing that was taken away.
///
/// It is no part of what an annotation says: all values are equal.
public struct UnsaidParts: Hashable, Sendable {
  /// What the file does not say of this annotation, though it has a way to say that there is none.
  var here: Set<AnnotationChange.Part> = []
  /// What it says of no annotation, in a format in which leaving out is how it is taken away: unsaid where several
  /// annotations had it.
  var anywhere: Set<AnnotationChange.Part> = []

  public static func == (_: Self, _: Self) -> Bool { true }

  public func hash(into hasher: inout Hasher) {}
}

extension StandoffDocument {
  /// Notes which parts no annotation says.
  mutating func noteUnsaid(_ parts: Set<AnnotationChange.Part>, isCertain: Bool) {
    let unsaid = parts.filter { part in
      annotations.allSatisfy { annotation in
        switch part {
        case .entity: annotation.entity.isEmpty
        case .certainty: annotation.certainty.isEmpty
        case .value: annotation.value.isEmpty
        case .note: annotation.note.isEmpty
        case .span, .type, .element: false
        }
      }
    }
    guard !unsaid.isEmpty else { return }
    for index in annotations.indices {
      if isCertain {
        annotations[index].unsaid.here.formUnion(unsaid)
      } else {
        annotations[index].unsaid.anywhere.formUnion(unsaid)
      }
    }
  }
}

extension JSONNode {
  /// The parts whose members an annotation lacks.
  func unsaid(_ members: [(name: String, part: AnnotationChange.Part)]) -> UnsaidParts {
    var unsaid = UnsaidParts()
    let names = Set((self.members ?? []).map(\.name))
    for member in members where !names.contains(member.name) { unsaid.here.insert(member.part) }
    return unsaid
  }
}
