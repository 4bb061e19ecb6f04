import Extraction

/// What a run over an archive has found: where it is nothing, somebody may want to know.
public final class MentionFindings: @unchecked Sendable {
  // Unchecked: only touched on the thread of the one who runs.
  /// How many mentions were kept.
  public private(set) var count = 0
  /// The authorities of which entities have identifiers.
  public private(set) var authorities: Set<String> = []
  /// The types that there are, where some are asked for.
  private(set) var metTypes: Set<String> = []
  /// How many files could be read.
  public private(set) var fileCount = 0
  /// Whether a map was asked for and no entity has coordinates.
  var lacksCoordinates = false
  private var lastPath: String?
  private var seen: Set<String> = []

  /// Counts a file once, however many documents it has.
  func add(file path: String) {
    if path != lastPath { fileCount += 1 }
    lastPath = path
  }

  func add(types: Set<String>) { metTypes.formUnion(types) }

  func add(_ mentions: [ExtractedMention]) {
    count += mentions.count
    for mention in mentions where !mention.reference.isEmpty && seen.insert(mention.reference).inserted {
      for reference in mention.reference.split(separator: " ") {
        if let colon = reference.firstIndex(of: ":") { authorities.insert(String(reference[..<colon])) }
      }
    }
  }
}
