import Exchange
import Testing

@Suite struct ExchangeFormatsTests {
  @Test func namesAreDistinct() {
    #expect(Set(ExchangeFormats.all.map(\.name)).count == ExchangeFormats.all.count)
  }
}
