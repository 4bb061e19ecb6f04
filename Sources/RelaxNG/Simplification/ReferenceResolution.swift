/// Replaces references by what they refer to (section 4.19), and takes out what cannot match and what matches nothing
/// (sections 4.20 and 4.21).
final class ReferenceResolution {
  private let maximumDepth: Int
  /// Elements whose content is still to be resolved.
  private var pending: [ElementContent] = []

  init(maximumDepth: Int) { self.maximumDepth = maximumDepth }

  /// Definitions that cannot be reached are left alone: the specification removes them first.
  func resolve(_ start: SimplePattern) throws(SchemaError) -> SimplePattern {
    let resolved = try resolve(start, depth: 0)
    while let content = pending.popLast() { content.pattern = try resolve(content.pattern, depth: 0) }
    return resolved
  }

  private func resolve(_ definition: Definition, from place: SchemaPlace, depth: Int) throws(SchemaError)
    -> SimplePattern
  {
    guard let body = definition.body else { preconditionFailure("every definition has a body") }
    if let resolved = body.known { return resolved }
    guard !definition.isBeingResolved else {
      throw SchemaError(
        .reference, "\(definition.title) refers to itself without an element between", section: "4.19", at: place)
    }
    definition.isBeingResolved = true
    defer { definition.isBeingResolved = false }
    return try resolve(body, depth: depth + 1)
  }

  private func resolve(_ pattern: SimplePattern, depth: Int) throws(SchemaError) -> SimplePattern {
    if let resolved = pattern.known { return resolved }
    guard depth < maximumDepth else { throw tooDeep(pattern) }
    let resolved = try reduce(pattern, depth: depth)
    guard resolved.height < maximumDepth else { throw tooDeep(pattern) }
    if pattern !== resolved { pattern.resolved = resolved }
    resolved.isFinal = true
    return resolved
  }

  private func tooDeep(_ pattern: SimplePattern) -> SchemaError {
    SchemaError(.limit, "patterns nest deeper than \(maximumDepth) levels", at: pattern.place)
  }

  private func reduce(_ pattern: SimplePattern, depth: Int) throws(SchemaError) -> SimplePattern {
    let place = pattern.place
    switch pattern.kind {
    case .empty, .notAllowed, .text, .value: return pattern
    case .ref(let definition): return try resolve(definition, from: place, depth: depth)
    case .element(_, let content):
      if !content.isResolved {
        content.isResolved = true
        pending.append(content)
      }
      return pattern
    case .attribute(let name, let content):
      let content = try resolve(content, depth: depth + 1)
      return content.isNotAllowed ? content : SimplePattern(.attribute(name, content), place)
    case .list(let content):
      let content = try resolve(content, depth: depth + 1)
      return content.isNotAllowed ? content : SimplePattern(.list(content), place)
    case .oneOrMore(let content):
      let content = try resolve(content, depth: depth + 1)
      return content.isNotAllowed || content.isEmpty ? content : SimplePattern(.oneOrMore(content), place)
    case .data(let type, let except):
      guard let except else { return pattern }
      let exception = try resolve(except, depth: depth + 1)
      return SimplePattern(.data(type, except: exception.isNotAllowed ? nil : exception), place)
    case .choice(let parts): return try choice(parts, place, depth: depth)
    case .group(let parts):
      let parts = try all(parts, depth: depth)
      if let never = parts.first(where: \.isNotAllowed) { return never }
      let rest = parts.filter { !$0.isEmpty }
      return rest.isEmpty ? parts[0] : rest.count == 1 ? rest[0] : SimplePattern(.group(rest), place)
    case .interleave(let parts):
      let parts = try all(parts, depth: depth)
      if let never = parts.first(where: \.isNotAllowed) { return never }
      let rest = parts.filter { !$0.isEmpty }
      return rest.isEmpty ? parts[0] : rest.count == 1 ? rest[0] : SimplePattern(.interleave(rest), place)
    }
  }

  private func choice(_ parts: [SimplePattern], _ place: SchemaPlace, depth: Int) throws(SchemaError) -> SimplePattern {
    let parts = try all(parts, depth: depth)
    var kept: [SimplePattern] = []
    var hasEmpty = false
    for part in parts where !part.isNotAllowed {
      if part.isEmpty {
        if hasEmpty { continue }
        hasEmpty = true
      }
      kept.append(part)
    }
    return kept.isEmpty ? parts[0] : kept.count == 1 ? kept[0] : SimplePattern(.choice(kept), place)
  }

  private func all(_ parts: [SimplePattern], depth: Int) throws(SchemaError) -> [SimplePattern] {
    var resolved: [SimplePattern] = []
    resolved.reserveCapacity(parts.count)
    for part in parts { resolved.append(try resolve(part, depth: depth + 1)) }
    return resolved
  }
}
