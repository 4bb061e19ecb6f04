import Testing

@testable import Exchange

@Suite struct AgreementTests {
  /// Ten tokens of which both annotate one the same, each one alone and one with another type: 6 of 10 agree at O.
  @Test func kappa() {
    let tally = MarkedDocument.compare("[a|p] [b|p] c [d|p] e f g h i j", "[a|p] b [c|p] [d|q] e f g h i j").tally
    // Agreed 0.7; by chance O 0.7², B-p 0.3 · 0.2, B-q 0 · 0.1.
    #expect(abs(tally.tokens.kappa! - (0.7 - 0.55) / 0.45) < 1e-12)
    #expect(tally.tokens.tokens == 10 && tally.tokens.annotatedTokens == 4)
    // Of four: 0.25 agreed; O 0.25², B-p 0.75 · 0.5.
    #expect(abs(tally.tokens.annotatedKappa! - (0.25 - 0.4375) / 0.5625) < 1e-12)
  }

  @Test func twoNamesInARowAreNotOne() {
    #expect(MarkedDocument.compare("[a|p] [b|p] c", "[a b|p] c").tally.tokens.kappa! < 1)
  }

  /// A continuum of ten characters: A has 0..<4 as p, B 0..<2 as p and 6..<8 as q.
  ///
  /// Coincidences of twice the length, 20: agreed are p 2 and gaps 4, twice: 12, so that 8 are not. Lengths p 6, q 2, gaps
  /// 12; pairs of a unit with itself 16 + 4 + 4, of the gaps' characters 12: 36.
  @Test func unitizingAlpha() {
    let units = MarkedDocument.compare("[abcd|p]efghij", "[ab|p]cdef[gh|q]ij").tally.units
    let expected = 20.0 * (400 - (36 + 4 + 144)) / (400 - 36)
    #expect(abs(units.alpha! - (1 - 8 / expected)) < 1e-12)
    // Of boundaries alone: the same 8 of 20, units 8, gaps 12.
    let binary = 20.0 * (400 - (64 + 144)) / (400 - 36)
    #expect(abs(units.binaryAlpha! - (1 - 8 / binary)) < 1e-12)
  }

  @Test func lengthsAreCodePoints() {
    let ascii = MarkedDocument.compare("[Paris|l] aa", "Paris [aa|l]").tally.units.alpha
    #expect(MarkedDocument.compare("[Πάρος|l] αα", "Πάρος [αα|l]").tally.units.alpha == ascii)
  }

  @Test func documentsAddUp() {
    let one = MarkedDocument.compare("[a|p] b c", "[a|p] [b|p] c").tally
    let other = MarkedDocument.compare("d [e|q] f", "d [e|p] f").tally
    let both = one + other
    #expect(both.tokens.tokens == 6 && both.overall.reference == 2 && both.overall.response == 3)
    #expect(both == other + one)
  }

  @Test func intervalIsTheSameEachTimeAndHoldsTheScore() throws {
    let documents = (0..<20).map { index in
      MarkedDocument.compare("[a|p] [b|p] c", index % 4 == 0 ? "[a|p] b c" : "[a|p] [b|p] c").tally.overall
    }
    let interval = try #require(BootstrapInterval(documents, .strict))
    #expect(interval == BootstrapInterval(documents, .strict))
    let f1 = documents.reduce(TypeScores(), +).f1(.strict)!
    #expect(interval.low < f1 && f1 < interval.high && interval.high <= 1)
    #expect(BootstrapInterval(Array(documents.prefix(4)), .strict) == nil)
    #expect(BootstrapInterval([TypeScores](repeating: TypeScores(), count: 9), .strict) == nil)
  }
}
