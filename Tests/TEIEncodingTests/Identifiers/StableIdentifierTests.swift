import FoundationEssentials
import Testing
import XML

@Suite struct StableIdentifierTests {
  private static let paragraphs = [
    "A Good Harvest in the South",
    "It rained in Paris on 3 May 2023, said President Maia Sandu of Moldova, and again in Paris.",
    "- Coal: fell by 14%\n- Wind rose in Berlin", "Year | Tonnes |\n---|---|\n2023 | 14 |\n2024 | 15 |",
    "The Ministry of Defence (MoD) paid €14 million on Tuesday. Paris had paid before.", "It rained.", "It rained.",
  ]

  /// The identifiers of the blocks and mentions of the text, each with what it names.
  private func identifiers(_ paragraphs: [String]) throws -> [String: String] {
    let document = try SourceLayoutTests.document(paragraphs.joined(separator: "\n\n"))
    var identifiers: [String: String] = [:]
    for element in try #require(document.root.child("text")).descendants where element.name != "div" {
      if let identifier = element["xml:id"] { identifiers[identifier] = "\(element.name) \(element.text)" }
    }
    return identifiers
  }

  @Test(arguments: paragraphs.indices.dropFirst()) func anEditChangesNoIdentifierElsewhere(_ index: Int) throws {
    let before = try identifiers(Self.paragraphs)
    #expect(before.count > 20)
    var edited = Self.paragraphs
    edited[index] += "\nSomething else was said there too."
    let after = try identifiers(edited)
    // The edited block has new identifiers, all others keep theirs. Of two paragraphs alike the second is numbered.
    let own = try identifiers([Self.paragraphs[0], Self.paragraphs[index]]).values
    for (identifier, text) in before where !own.contains(text) { #expect(after[identifier] == text) }
  }

  @Test func movingAParagraphKeepsItsIdentifiers() throws {
    let before = try identifiers(Self.paragraphs)
    var moved = Self.paragraphs
    moved.insert(moved.remove(at: 4), at: 1)
    #expect(try identifiers(moved) == before)
  }
}
