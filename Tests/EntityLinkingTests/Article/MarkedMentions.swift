import ArticleModel
import EntityLinking

/// An article with its mentions marked, as `[person Ana Kovač]` or `[organisation|Ministry of Defence|wikidata:Q1|RO|MoD]`:
/// a type, optionally the name, identifier and country that a list gives, and the words.
struct MarkedMentions {
  var source: SourceText
  var mentions: [Mention] = []

  init(_ marked: String) {
    var text: [UInt8] = []
    var rest = Substring(marked)
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
      text += Array(rest[..<open].utf8)
      let inside = rest[rest.index(after: open)..<close]
      var fields = inside.split(separator: inside.contains("|") ? "|" : " ", maxSplits: inside.contains("|") ? 9 : 1)
        .map(String.init)
      let words = fields.removeLast()
      let start = text.count
      text += Array(words.utf8)
      var identity: EntityIdentity?
      if fields.count > 1 {
        identity = EntityIdentity(name: fields[1])
        for field in fields.dropFirst(2) {
          let parts = field.split(separator: ":").map(String.init)
          if parts.count == 2 {
            identity!.identifiers.append(AuthorityIdentifier(authority: parts[0], value: parts[1]))
          } else {
            identity!.country = field
          }
        }
      }
      mentions.append(
        Mention(
          SourceRange(start..<text.count), MentionType(rawValue: fields[0])!, method: .pattern, certainty: 0.9,
          identity: identity))
      rest = rest[close...].dropFirst()
    }
    text += Array(rest.utf8)
    source = SourceText(name: "a.txt", String(decoding: text, as: UTF8.self))
  }

  var entities: [Entity] { EntityLinker().link(mentions, in: source).entities }

  /// For each mention in order the name of its entity, "-" where it has none.
  var names: [String] {
    let linked = EntityLinker().link(mentions, in: source)
    return linked.mentions.map { $0.entity.map { linked.entities[$0].name } ?? "-" }
  }

  /// For each mention in order the number of its entity, "-" where it has none: "0 1 0".
  var pattern: String {
    EntityLinker().link(mentions, in: source).mentions.map { $0.entity.map(String.init) ?? "-" }
      .joined(separator: " ")
  }
}
