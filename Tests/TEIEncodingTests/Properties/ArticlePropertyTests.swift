import FoundationEssentials
import Testing

/// 20,000 inputs of four kinds; more, or others, by the environment:
///
///     TEIKIT_PROPERTY_CASES=300000 TEIKIT_PROPERTY_SEED=1 swift test -c release --filter ArticlePropertyTests
@Suite struct ArticlePropertyTests {
  static let count = number("TEIKIT_PROPERTY_CASES") ?? 20_000
  static let firstSeed = UInt64(number("TEIKIT_PROPERTY_SEED") ?? 1)

  private static func number(_ variable: String) -> Int? {
    ProcessInfo.processInfo.environment[variable].flatMap { Int($0) }
  }

  /// The input of a seed: the seed alone decides its kind and its content.
  static func input(_ seed: UInt64) -> [UInt8] {
    var generator = SeededGenerator(seed: seed)
    switch generator.below(20) {
    case 0, 1: return RandomText.bytes(&generator)
    case 2, 3, 4, 5: return RandomText.unicode(&generator)
    case 6, 7, 8, 9: return MutatedArticle.bytes(&generator)
    default: return RandomArticle.bytes(&generator)
    }
  }

  @Test func anyInputGivesValidTEIAndItsSourceBackOrAClearError() async {
    let workers = max(1, ProcessInfo.processInfo.activeProcessorCount)
    let property = ArticleProperty()
    CasesInProgress.prepare()
    let encoded = await withTaskGroup(of: Int.self) { group in
      for worker in 0..<workers {
        group.addTask { Self.work(worker, of: workers, property) }
      }
      return await group.reduce(0, +)
    }
    // A generator that makes nothing but refused inputs would test nothing.
    #expect(encoded * 10 > Self.count * 8)
  }

  /// Every case of a worker; how many of them became TEI.
  private static func work(_ worker: Int, of workers: Int, _ property: ArticleProperty) -> Int {
    var encoded = 0
    var reported = 0
    for seed in stride(from: firstSeed + UInt64(worker), to: firstSeed + UInt64(count), by: workers) {
      CasesInProgress.begin(seed, worker: worker)
      let input = input(seed)
      switch property.outcome(of: input) {
      case .refused: break
      case .encoded: encoded += 1
      case .broken(let fault):
        reported += 1
        if reported > 20 { return encoded }
        report(fault, seed, input, property)
      }
    }
    return encoded
  }

  private static func report(_ fault: String, _ seed: UInt64, _ input: [UInt8], _ property: ArticleProperty) {
    let shrunk = Shrinking.shrunk(input) { candidate in
      if case .broken = property.outcome(of: candidate) { true } else { false }
    }
    var message = "seed \(seed): \(fault)"
    if case .broken(let other) = property.outcome(of: shrunk), other != fault { message += "\nshrunk: \(other)" }
    Issue.record("\(message)\ninput: \(String(decoding: shrunk, as: UTF8.self).debugDescription)")
  }
}
