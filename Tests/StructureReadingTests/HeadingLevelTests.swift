import ArticleModel
import StructureReading
import Testing

@Suite struct HeadingLevelTests {
  /// Headings with the levels that they should have, and "." for a paragraph between.
  struct Outline: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let levels: [Int]
    let lines: [String]

    init(_ name: String, _ lines: String...) {
      testDescription = name
      levels = lines.compactMap { $0.first?.wholeNumberValue }
      self.lines = lines.map { $0 == "." ? "It rained for days, and then the sun came out." : String($0.dropFirst(2)) }
    }

    var found: [Int] {
      let source = SourceText(name: "test.txt", lines.joined(separator: "\n\n"))
      let lines = LineScan.lines(of: source)
      let headings = lines.indices.filter { !lines[$0].isBlank && lines[$0].last != 0x2E }
      return HeadingLevels.levels(of: headings, lines, in: source)
    }
  }

  static let outlines = [
    Outline("one level", "1 The Harvest", ".", "1 The Olives", ".", "1 The Sea", "."),
    Outline(
      "section numbers", "1 1. Harvest", ".", "2 1.1 Olives", ".", "2 1.2 Figs", ".", "3 1.2.1 Green", ".", "1 2. Sea",
      ".",
      "2 2.1 Boats", "."),
    Outline("numbers without a full stop", "1 1 Harvest", ".", "2 1.1 Olives", ".", "1 2 Sea", "."),
    Outline(
      "Roman numerals over letters over figures", "1 I. Harvest", ".", "2 A. Olives", ".", "3 1. Green", ".",
      "3 2. Black",
      ".", "2 B. Figs", ".", "1 II. Sea", ".", "2 A. Boats", ".", "2 B. Ropes", "."),
    Outline(
      "parts over chapters", "1 Part I: Land", ".", "2 Chapter 1: Harvest", ".", "2 Chapter 2: Olives", ".",
      "1 Part II: Sea",
      ".", "2 Chapter 1: Boats", ".", "2 Chapter 2: Ropes", "."),
    Outline(
      "chapters that go on through the parts", "1 Teil I", "2 Kapitel 1", ".", "2 Kapitel 2", ".", "1 Teil II",
      "2 Kapitel 3", ".", "2 Kapitel 4", "."),
    Outline(
      "sections without numbers inside chapters", "1 Chapitre 1 : Terre", ".", "2 Les oliviers", ".",
      "1 Chapitre 2 : Mer", ".",
      "1 Sources", "."),
    Outline(
      "an announced series", "1 The Following Causes Are Known", ".", "2 1. Wind", ".", "2 2. Rain", ".", "1 The End",
      "."),
    Outline(
      "a series right below its heading", "1 Die Anleitung", "2 Schritt 1: Ernten", ".", "2 Schritt 2: Pressen", ".",
      "1 Das Ergebnis", "."),
    Outline(
      "a series that stands alone", "1 Introducción", ".", "1 Paso 1: Cosecha", ".", "1 Paso 2: Prensa", ".", "1 Final",
      "."),
    Outline(
      "series below several headings", "1 Indoors", ".", "2 1. Sow", ".", "2 2. Water", ".", "1 Outdoors", ".",
      "2 1. Dig", ".",
      "2 2. Sow", "."),
    Outline(
      "headings that come again", "1 The Red Boat", ".", "2 Pros", ".", "2 Cons", ".", "1 The Blue Boat", ".", "2 Pros",
      ".",
      "2 Cons:", "."),
    Outline("a heading twice in a row", "1 Details", ".", "1 Details", ".", "1 The Sea", "."),
    Outline(
      "questions below a heading", "1 Frequent Questions", "2 Is it late?", ".", "2 Does it rain?", ".", "1 Contact",
      "."),
    Outline(
      "capitals over small letters", "1 THE HARVEST", ".", "2 Olives in Spring", ".", "2 Figs in Autumn", ".",
      "1 THE SEA", "."),
    Outline("an abbreviation in capitals", "1 NATO", ".", "1 Olives in Spring", ".", "1 Figs in Autumn", "."),
    Outline("a large number", "1 The Works", ".", "1 10.000 Hours of Work", ".", "1 The Sea", "."),
    Outline("a countdown", "1 3. Boats", ".", "1 2. Ropes", ".", "1 1. Sails", "."),
    Outline("years", "1 Olives 2023", ".", "1 Olives 2024", "."),
  ]

  @Test(arguments: outlines) func level(_ outline: Outline) { #expect(outline.found == outline.levels) }

  private static let long =
    "The ministers met for two days and said that the harvest had been a good one, all things considered, everywhere."

  static let marked = [
    StructureCase(
      "hash marks that leave a level out",
      "# Harvest\n\(long)\n## Olives\n\(long)\n##### Green\n\(long)\n## Figs\n\(long)",
      "title Harvest", "p \(long)", "h1 Olives", "p \(long)", "h2 Green", "p \(long)", "h1 Figs", "p \(long)"),
    StructureCase(
      "the first is not the shallowest", "\(long)\n### Olives\n\(long)\n## Figs\n\(long)\n### Green\n\(long)",
      "p \(long)",
      "h1 Olives", "p \(long)", "h1 Figs", "p \(long)", "h2 Green", "p \(long)"),
    StructureCase(
      "bold lines below hash marks",
      "\(long)\n## Olives\n\(long)\n**Green**\n\(long)\n**Black**\n\(long)\n## Figs\n\(long)",
      "p \(long)", "h1 Olives", "p \(long)", "h2 Green", "p \(long)", "h2 Black", "p \(long)", "h1 Figs", "p \(long)"),
  ]

  @Test(arguments: marked) func mark(_ text: StructureCase) { #expect(text.found == text.expected) }
}
