/// Keys of XSLT: nodes by the values that an expression has on them.
extension Evaluation {
  /// The nodes of a key by value, found when the key is first asked for.
  func key(_ name: String) throws(EvaluationFault) -> [ExactString: [Int32]] {
    if let known = keyTables[name] { return known }
    guard let keys = keys[name] else { throw EvaluationFault("there is no key \(Casting.quoted(name))") }
    guard openKeys.insert(name).inserted else { throw EvaluationFault("key \(Casting.quoted(name)) asks for itself") }
    defer { openKeys.remove(name) }
    var found: [ExactString: [Int32]] = [:]
    for node in 0..<Int32(table.count) {
      for key in keys where try matches(node, key) {
        for item in try atomized(try evaluate(key.use, Focus(node: node))) {
          found[ExactString(string(item)), default: []].append(node)
        }
      }
    }
    keyTables[name] = found
    return found
  }

  private func matches(_ node: Int32, _ key: NodeKey) throws(EvaluationFault) -> Bool {
    for match in key.matches {
      guard case .steps(let steps) = match else { throw EvaluationFault("a key's match is no pattern") }
      if try matches(node, steps) { return true }
    }
    return false
  }
}
