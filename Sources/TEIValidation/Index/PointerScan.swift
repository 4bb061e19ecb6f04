internal import ArticleModel
internal import XML

/// What a pointer asks for, told from its bytes; ``Pointer`` says the same of its text.
enum PointerNeed {
  /// An identifier of this document, as written and with its `%` escapes resolved.
  case local(UInt64, escaped: UInt64?)
  /// A file, and an identifier in it, if one is named.
  case file(path: String, UInt64?, escaped: UInt64?)
  /// `prefix:rest`, and the length of the prefix.
  case prefixed(UnsafeBufferPointer<UInt8>, prefix: Int)
}

/// Takes apart the pointers of an attribute without making strings of the common ones.
enum PointerScan {
  @inline(__always)
  static func forEachNeed(
    of value: UnsafeBufferPointer<UInt8>, _ hash: IdentifierHash, _ body: (PointerNeed) -> Void
  ) {
    var start = 0
    while start < value.count {
      while start < value.count, value[start].isXMLSpace { start += 1 }
      var end = start
      while end < value.count, !value[end].isXMLSpace { end += 1 }
      if end > start { needs(of: UnsafeBufferPointer(rebasing: value[start..<end]), hash, body) }
      start = end
    }
  }

  private static func needs(
    of token: UnsafeBufferPointer<UInt8>, _ hash: IdentifierHash, _ body: (PointerNeed) -> Void
  ) {
    if token[0] == UInt8(ascii: "#") {
      let identifier = UnsafeBufferPointer(rebasing: token[1...])
      if identifier.isEmpty { return }
      if identifier.allSatisfy({ $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: "%") }) {
        return body(.local(hash.of(identifier), escaped: nil))
      }
    } else if let colon = scheme(of: token) {
      return body(.prefixed(token, prefix: colon))
    }
    needs(of: Pointer(String(decoding: token, as: UTF8.self)), hash, body)
  }

  /// What a pointer asks for that is no longer one with a prefix.
  static func needs(of pointer: Pointer, _ hash: IdentifierHash, _ body: (PointerNeed) -> Void) {
    switch pointer {
    case .local(let identifiers):
      for identifier in identifiers { body(.local(hash.of(identifier), escaped: escaped(identifier, hash))) }
    case .file(let path, let identifiers):
      if identifiers.isEmpty { return body(.file(path: path, nil, escaped: nil)) }
      for identifier in identifiers {
        body(.file(path: path, hash.of(identifier), escaped: escaped(identifier, hash)))
      }
    case .prefixed, .other: break
    }
  }

  private static func escaped(_ identifier: String, _ hash: IdentifierHash) -> UInt64? {
    guard identifier.utf8.contains(UInt8(ascii: "%")) else { return nil }
    return LocalReference.percentDecoded(identifier).map { hash.of($0) }
  }

  /// Where the scheme of a URI or the prefix of a pointer ends (RFC 3986, section 3.1).
  private static func scheme(of token: UnsafeBufferPointer<UInt8>) -> Int? {
    guard Characters.isASCIILetter(token[0]) else { return nil }
    for (index, byte) in token.enumerated() {
      switch byte {
      case UInt8(ascii: ":"): return index
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): continue
      default: if !Characters.isASCIILetter(byte) { return nil }
      }
    }
    return nil
  }
}

extension PointerNeed {
  /// Whether what a document knows or is told to lack makes this a pointer into nothing.
  func isFault(_ suspects: Suspects, _ prefixes: PrefixResolver, _ hash: IdentifierHash) -> Bool {
    switch self {
    case .local(let identifier, let escaped):
      suspects.pointers.contains(identifier) && escaped.map(suspects.pointers.contains) ?? true
    case .file(let path, let identifier, let escaped):
      suspects.files[path].map { $0.lacks(identifier) && escaped.map($0.lacks) ?? true } ?? false
    case .prefixed(let bytes, let count):
      suspects.prefixes.contains(String(decoding: bytes[..<count], as: UTF8.self).lowercased())
        || prefixes.meaning(of: String(decoding: bytes, as: UTF8.self)).isFault(suspects, hash)
    }
  }
}

extension PrefixResolver.Meaning {
  fileprivate func isFault(_ suspects: Suspects, _ hash: IdentifierHash) -> Bool {
    switch self {
    case .undeclared, .unknown: return false
    case .unmatched: return true
    case .pointer(let meant):
      var isFault = false
      PointerScan.needs(of: Pointer(meant), hash) {
        isFault = isFault || $0.isFault(suspects, PrefixResolver(), hash)
      }
      return isFault
    }
  }
}

/// What a file that pointers lead to lacks.
public enum Lack: Sendable {
  case everything
  case identifiers(Set<UInt64>)

  func lacks(_ identifier: UInt64?) -> Bool {
    switch self {
    case .everything: true
    case .identifiers(let missing): identifier.map(missing.contains) ?? false
    }
  }
}
