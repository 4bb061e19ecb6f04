import ArticleModel
import Exchange
import TEIEncoding
import TEIText
import XML

/// The three kinds of change; each says whether it was made.
extension DocumentEditing {
  mutating func add(_ index: Int, _ change: AnnotationChange) -> Bool {
    var annotation = changes.after.annotations[change.after!]
    let type = docType(of: annotation)
    if habit.isOurs, !refersToItsKind("#" + annotation.entity, type) {
      warn(.entity, "\"\(annotation.entity)\" is no \(type); the reference to it is left out", change)
      annotation.entity = ""
    }
    guard let source = source(of: annotation.range), let encoding = encoding(of: annotation) else { return false }
    guard hasTarget(annotation.value, encoding.element, nil, annotation.type, change),
      isCertainty(annotation.certainty, change)
    else {
      return false
    }
    var settings: [(name: String, value: String?)] = []
    if !annotation.value.isEmpty, takesValue(annotation, encoding.element, change) {
      guard let known = values(annotation, encoding.element, has: { _ in false }) else { return false }
      settings = known
    }
    // May declare an entity: what may be refused comes before.
    guard let reference = reference(of: annotation, in: habit.reference) else { return false }
    var attributes: [NewElement.Attribute] = []
    if let type = encoding.type { attributes.append(.init("type", type)) }
    if let value = reference.value { attributes.append(.init(habit.reference, value)) }
    attributes += settings.compactMap { name, value in value.map { .init(name, $0) } }
    if !annotation.certainty.isEmpty { attributes.append(.init("cert", annotation.certainty)) }
    attributes.append(.init("resp", responsibility.pointer))
    if let category = encoding.category { attributes.append(.init("ana", category)) }
    let identifier = habit.identifiesMentions || !annotation.note.isEmpty ? newIdentifier(annotation.range) : nil
    if let identifier { attributes.insert(.init("xml:id", identifier), at: 0) }
    let number = editor.insert(NewElement(encoding.element, attributes), around: source)
    usage[encoding.element, default: 0] += 1
    insertions.append(
      Insertion(
        number: number, change: index,
        mention: StandOffEditing.Mention(
          identifier: identifier ?? "", range: annotation.range, source: source,
          type: encoding.category == nil ? annotation.type : "",
          element: encoding.element,
          reference: reference.value, certainty: annotation.certainty, responsible: responsibility.pointer,
          analysis: encoding.category, note: annotation.note)))
    if let identifier, !annotation.note.isEmpty {
      standOff.note(
        annotation.note, on: identifier, newIdentifier(annotation.range, salt: "note"), responsibility.pointer)
    }
    return true
  }

  mutating func remove(_ index: Int, _ change: AnnotationChange) -> Bool {
    guard let node = node(of: change) else { return false }
    let element = XMLNodeTable.Node(reader.text.table, node)
    if let identifier = element["xml:id"] {
      let notes = standOff.notes(on: identifier)
      if pointers[identifier, default: 0] > notes.count {
        conflict(
          .pointer, "something points to \"\(identifier)\", which is taken away; expected no pointer to it", change)
        return false
      }
      for note in notes { standOff.delete(note) }
    }
    if element.name == "annotation" {
      standOff.delete(node)
    } else {
      editor.remove(node)
      usage[element.name, default: 0] -= 1
    }
    return true
  }

  mutating func change(_ index: Int, _ change: AnnotationChange) -> Bool {
    guard let node = node(of: change), let number = numbers[change.before!] else { return false }
    let annotation = changes.after.annotations[change.after!]
    let current = reader.document.annotations[number]
    let element = XMLNodeTable.Node(reader.text.table, node)
    let isStandOff = element.name == "annotation"
    let parts = parts(of: change, annotation, current, element)
    if parts.isEmpty { return false }
    var settings: [(name: String, value: String?)] = []
    var name = element.name
    var type = current.type
    var newType: String?
    if parts.contains(.type) || parts.contains(.element) && !isStandOff {
      guard let encoding = encoding(of: annotation) else { return false }
      type = docType(of: annotation)
      if isStandOff {
        if encoding.category == nil { newType = type }
      } else {
        name = parts.contains(.type) || annotation.element.isEmpty ? encoding.element : annotation.element
        if element["type"] != encoding.type { settings.append(("type", encoding.type)) }
        settings += MentionValueAttributes.lost(from: element.name, to: name).map { ($0, nil) }
      }
    }
    let target = element.name == "ref" && !parts.contains(.value) ? element["target"] : nil
    if parts.contains(.type) || parts.contains(.value) {
      // A value that is as it was is that of another element.
      let value = parts.contains(.value) ? annotation.value : ""
      guard isStandOff || hasTarget(value, name, target, annotation.type, change) else { return false }
    }
    if parts.contains(.certainty) { guard isCertainty(annotation.certainty, change) else { return false } }
    if parts.contains(.value) {
      let isNew = { (attribute: String) in element[attribute] != nil }
      guard let values = values(annotation, name, has: isNew) else { return false }
      settings += values.filter { $0.value != nil || element[$0.name] != nil }
    }
    let source = parts.contains(.span) ? self.source(of: annotation.range) : nil
    if parts.contains(.span), source == nil { return false }
    if parts.contains(.note), let identifier = element["xml:id"], !current.note.isEmpty, !isStandOff,
      standOff.notes(on: identifier).isEmpty
    {
      conflict(
        .pointer, "the note on \"\(identifier)\" is no annotation of standOff; expected it to be changed there", change)
      return false
    }
    // Nothing is changed before this, the last that may refuse.
    let attribute = isStandOff ? "corresp" : element["ref"] == nil && element["key"] != nil ? "key" : habit.reference
    if parts.contains(.entity) {
      guard let reference = reference(of: annotation, in: attribute) else { return false }
      settings.append((attribute, reference.value))
    } else if parts.contains(.type), habit.isOurs, !refersToItsKind(element[attribute], type) {
      settings.append((attribute, nil))
      warn(.entity, "\"\(current.entity)\" is no \(type); the reference to it is taken away", change)
    }
    if let newType { standOff.retype(node, newType) }
    if parts.contains(.note) {
      note(annotation.note, on: node, element["xml:id"], annotation.range, isStandOff: isStandOff)
      if parts.count == 1 { return true }
    }
    // A person has decided: what a program was unsure of is certain now.
    let certainty = parts.contains(.certainty) && !annotation.certainty.isEmpty ? annotation.certainty : nil
    if element["cert"] != nil || certainty != nil { settings.append(("cert", certainty)) }
    settings.append(("resp", responsibility.pointer))
    let analysis = habit.analysis(of: type, before: element["ana"])
    if analysis != element["ana"] { settings.append(("ana", analysis)) }
    if isStandOff, let source {
      settings.append(("target", standOff.target(of: annotation.range, source, reader)))
      standOff.words(String(decoding: reader.text.text[annotation.range], as: UTF8.self), of: node)
    }
    for setting in settings { editor.set(setting.name, to: setting.value, of: node) }
    if name != element.name {
      editor.rename(node, to: name)
      usage[element.name, default: 0] -= 1
      usage[name, default: 0] += 1
    }
    if !isStandOff, let source {
      func value(_ attribute: String) -> String? {
        settings.last { $0.name == attribute }.map(\.value) ?? element[attribute]
      }
      insertions.append(
        Insertion(
          number: editor.move(node, to: source), change: index,
          mention: StandOffEditing.Mention(
            identifier: element["xml:id"] ?? "", range: annotation.range, source: source,
            type: habit.isOurs ? "" : type,
            element: name, reference: value(attribute), certainty: value("cert") ?? "",
            responsible: responsibility.pointer, analysis: value("ana"), note: "")))
    }
    return true
  }

  private mutating func note(
    _ text: String, on node: Int32, _ identifier: String?, _ range: Range<Int>, isStandOff: Bool
  ) {
    if isStandOff { return standOff.say(text, of: node) }
    if let identifier {
      let old = standOff.notes(on: identifier)
      for note in old { standOff.delete(note) }
    }
    guard !text.isEmpty else { return }
    let identifier = identifier ?? newIdentifier(range)
    editor.set("xml:id", to: identifier, of: node)
    standOff.note(text, on: identifier, newIdentifier(range, salt: "note"), responsibility.pointer)
  }
}
