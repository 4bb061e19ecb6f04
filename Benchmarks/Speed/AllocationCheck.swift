import AllocationCounting
import TEIKit

/// Checks that recognition does not allocate for each token: an article four times as long asks for memory a few times
/// more, when arrays double, and no more than that.
enum AllocationCheck {
  /// Words that name nothing, so that no mention asks for memory of its own.
  private static let sentence =
    "The crew were told that the old boat would leave again before the storm, if the engine could be made to run. "

  private static func input(sentences: Int) -> RecognitionInput {
    let source = SourceText(name: "plain.txt", String(repeating: sentence, count: sentences))
    return RecognitionInput(source: source, structure: StructureReader().structure(of: source))
  }

  /// How often memory was asked for, on the second run: the first sets up what lasts.
  private static func count(_ work: () -> Void) -> Int {
    work()
    let before = allocation_count()
    work()
    return allocation_count() - before
  }

  /// - Returns: Whether every recogniser, and the tokenizer, keep to it.
  static func run() -> Bool {
    guard counts_allocations() else {
      print("Allocations are not counted on this system.")
      return true
    }
    let (short, long) = (input(sentences: 250), input(sentences: 1000))
    print("Allocations for \(short.tokens.count) tokens, and for \(long.tokens.count):")
    var isKept = true
    func check(_ name: String, _ work: (RecognitionInput) -> Void) {
      let (few, many) = (count { work(short) }, count { work(long) })
      // Four times as many: two doublings of each of a dozen arrays.
      let isFew = many - few <= 24
      print("  \(name): \(few), \(many)\(isFew ? "" : "  TOO MANY: they grow with the tokens")")
      isKept = isKept && isFew
    }
    check("tokenizer") { _ = RecognitionInput(source: $0.source, structure: $0.structure) }
    precondition(count { _ = RecognitionInput(source: short.source, structure: short.structure) } > 0, "nothing counts")
    for recognizer in Annotator.recognizers {
      check("\(type(of: recognizer))") { _ = recognizer.mentions(in: $0) }
    }
    let review = NameReview()
    _ = review.review([], in: short)
    check("\(NameReview.self)") { _ = review.review([], in: $0) }
    return isKept
  }
}
