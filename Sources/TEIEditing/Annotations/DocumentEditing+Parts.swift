import ArticleModel
import Exchange
import TEIEncoding
import TEIText
import XML

/// What a change comes to in the TEI: its parts, and how they are written.
extension DocumentEditing {
  /// What is another in the TEI, too: a format may call a type otherwise, and what came home before still stands in its
  /// file as the program had it.
  mutating func parts(
    of change: AnnotationChange, _ annotation: StandoffAnnotation, _ current: StandoffAnnotation,
    _ element: XMLNodeTable.Node
  ) -> Set<AnnotationChange.Part> {
    var parts = Set(change.parts)
    if docType(of: annotation) == current.type { parts.remove(.type) }
    // What an editor decided is certain.
    if element["cert"] == nil, element["resp"] != nil { parts.remove(.certainty) }
    if Self.spaced(annotation.note) == Self.spaced(current.note) { parts.remove(.note) }
    let type = parts.contains(.type) ? docType(of: annotation) : current.type
    // Its file may still name the element that it was before it had another type.
    let isOther = CommonTypes.ours(annotation.element).map { $0 != type } ?? false
    // An element that says no type can not stand for one that does.
    let isVague = Self.vague.contains(annotation.element) && !Self.vague.contains(element.name)
    if habit.isOurs || isOther || isVague || !TextElements.mentionNames.contains(annotation.element) {
      parts.remove(.element)
    }
    if parts.contains(.value), !takesValue(annotation, habit.encoding(of: type)?.element ?? element.name, change) {
      parts.remove(.value)
    }
    if parts.contains(.entity), habit.isOurs, !refersToItsKind("#" + annotation.entity, type) {
      parts.remove(.entity)
      warn(.entity, "\"\(annotation.entity)\" is no \(type); the reference to it is left out", change)
    }
    return parts
  }

  /// Names of anything.
  private static let vague: Set<String> = ["name", "rs"]

  /// Whether an annotation has no value, or one that its element may have.
  mutating func takesValue(
    _ annotation: StandoffAnnotation, _ element: String, _ change: AnnotationChange
  ) -> Bool {
    if annotation.value.isEmpty || MentionValueAttributes.takesValues(element) { return true }
    warn(.value, "\(element) has no value; \"\(annotation.value)\" is left out", change)
    return false
  }

  private static func spaced(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  func node(of change: AnnotationChange) -> Int32? {
    change.before.flatMap { numbers[$0] }.map { reader.nodes[$0] }
  }

  mutating func source(of range: Range<Int>) -> Range<Int>? {
    if let source = reader.text.sourceRange(of: range) { return source }
    outcome.conflicts.append(
      AnnotationConflict(.span, "the words do not stand together in the TEI; expected one place", at: range))
    return nil
  }

  func docType(of annotation: StandoffAnnotation) -> String {
    habit.type(of: annotation.type, known: formatTypes[annotation.type] ?? [])
  }

  mutating func encoding(of annotation: StandoffAnnotation) -> DocumentHabit.Encoding? {
    let type = docType(of: annotation)
    guard let encoding = habit.encoding(of: type) else {
      let known = habit.categories.keys.sorted().joined(separator: ", ")
      outcome.conflicts.append(
        AnnotationConflict(.type, "type \"\(type)\" is not known; expected one of \(known)", at: annotation.range))
      return nil
    }
    if encoding.isForeign {
      outcome.conflicts.append(
        AnnotationConflict(
          .type, "type \"\(type)\" is new to the document; written as \(encoding.element) with that type",
          at: annotation.range, isWarning: true))
    }
    return encoding
  }

  /// Whether an annotation is no `ref`, or one that says what it refers to.
  mutating func hasTarget(
    _ value: String, _ element: String, _ target: String?, _ type: String, _ change: AnnotationChange
  ) -> Bool {
    if element != "ref" || target != nil || !value.isEmpty { return true }
    conflict(.value, "the \(type) has no target; expected an address as its value", change)
    return false
  }

  /// Whether a certainty is one that TEI has (teidata.probCert), or none.
  mutating func isCertainty(_ text: String, _ change: AnnotationChange) -> Bool {
    let number = Double(text).map { 0...1 ~= $0 } ?? false
    let isDecimal = text.utf8.allSatisfy { $0 &- 0x30 < 10 || $0 == UInt8(ascii: ".") }
    if ["", "high", "medium", "low", "unknown"].contains(text) || number && isDecimal { return true }
    conflict(
      .value, "\"\(text)\" is no certainty; expected high, medium, low, unknown, or a number from 0 to 1", change)
    return false
  }

  mutating func values(
    _ annotation: StandoffAnnotation, _ element: String, has: (String) -> Bool
  ) -> [(name: String, value: String?)]? {
    if let settings = MentionValueAttributes.settings(annotation.value, of: element, has: has) { return settings }
    outcome.conflicts.append(
      AnnotationConflict(
        .value, "\"\(annotation.value)\" is no value of \(element); expected \(Self.expectedValue(element))",
        at: annotation.range))
    return nil
  }

  private static func expectedValue(_ element: String) -> String {
    switch element {
    case "date", "time": "a date as 2024-06-13, a time as 14:30:00, or two with a slash between"
    case "num": "a number as 1200.5"
    case "measure": "a number and its unit, as 1200.5 km"
    case "ref": "an address without spaces"
    default: "none"
    }
  }

  /// What the reference to an entity is written as; nil where nothing declares it.
  mutating func reference(
    of annotation: StandoffAnnotation, in attribute: String
  ) -> (value: String?, Void)? {
    let entity = annotation.entity
    if entity.isEmpty { return (nil, ()) }
    if let known = habit.references[entity] { return (known, ()) }
    if attribute != "key", entity.contains(where: \.isWhitespace) {
      outcome.conflicts.append(
        AnnotationConflict(
          .entity, "\"\(entity)\" has spaces; expected an identifier or a URI without", at: annotation.range))
      return nil
    }
    if reader.document.entities.contains(where: { $0.id == entity }) { return ("#" + entity, ()) }
    // A key is one of a list that the file does not have (att.canonical).
    if entity.contains(":") || attribute == "key" { return (entity, ()) }
    if let new = changes.after.entities.first(where: { $0.id == entity && !$0.name.isEmpty }) {
      return ("#" + declared(new, as: docType(of: annotation)), ())
    }
    guard habit.isOurs else {
      outcome.conflicts.append(
        AnnotationConflict(
          .entity, "nothing declares \"\(entity)\"; the reference is kept", at: annotation.range, isWarning: true))
      return (entity.hasPrefix("#") ? entity : "#" + entity, ())
    }
    outcome.conflicts.append(
      AnnotationConflict(
        .entity, "nothing declares \"\(entity)\"; expected an entity of the document, or a URI", at: annotation.range))
    return nil
  }

  /// The identifier of an entity that the format brings, written into a register.
  mutating func declared(_ entity: StandoffEntity, as type: String) -> String {
    if let known = standOff.declared[entity.id] { return known }
    let ours = CommonTypes.ours(type).flatMap(MentionType.init) ?? .place
    let local = identifiers.entity(Entity(type: ours, name: entity.name))
    standOff.declare(entity, as: ours, identifier: prefix + local)
    issued.insert(prefix + local)
    return prefix + local
  }

  /// Whether what a mention refers to is of the kind of a type, or nothing of the document.
  func refersToItsKind(_ reference: String?, _ type: String) -> Bool {
    guard let reference, reference.hasPrefix("#"), let type = MentionType(rawValue: type), type != .role else {
      return true
    }
    let identifier = reference.dropFirst().prefix { !$0.isWhitespace }
    guard let entity = reader.document.entities.first(where: { $0.id == identifier }) else { return true }
    guard let kind = MentionType(rawValue: entity.type) else { return true }
    return IdentifierScheme.kind(kind) == IdentifierScheme.kind(type)
  }

  /// An identifier from the block, the words, and how often they have had one.
  mutating func newIdentifier(_ range: Range<Int>, salt: String = "") -> String {
    var block = StableHash()
    if let around = reader.text.block(at: range.lowerBound) {
      block.add(reader.text.text[around.range])
      block.add(UInt64(range.lowerBound - around.range.lowerBound))
    }
    block.add(salt.utf8)
    occurrences[range, default: 0] += 1
    let local = identifiers.mention(
      block: block.value, words: reader.text.text[range], occurrence: occurrences[range, default: 0])
    issued.insert(prefix + local)
    return prefix + local
  }

  mutating func conflict(_ kind: AnnotationConflict.Kind, _ message: String, _ change: AnnotationChange) {
    outcome.conflicts.append(AnnotationConflict(kind, message, at: changes.range(of: change)))
  }

  mutating func warn(_ kind: AnnotationConflict.Kind, _ message: String, _ change: AnnotationChange) {
    outcome.conflicts.append(AnnotationConflict(kind, message, at: changes.range(of: change), isWarning: true))
  }
}
