import ArchivePipeline
import ArticleModel
import Testing

@Suite struct ArticleDateTests {
  /// The dates that "on Tuesday" and "last year" and the like stand for.
  private static func dates(_ text: String, language: String) throws -> [String] {
    let article = try #require(Annotator(language: language).annotate(SourceText(name: "a.txt", text)))
    return article.mentions.compactMap { mention in
      if case .date(let date) = mention.mention.value, mention.mention.type == .date { date.when } else { nil }
    }
  }

  /// Both a line of its own and a dateline in front of a paragraph date an article.
  @Test func aDatelineDatesAnArticle() throws {
    let text =
      "BRUSSELS, 13 June 2024 (Reuters) – The ministers met on Tuesday and said that the harvest had been good."
    #expect(try Self.dates(text, language: "en") == ["2024-06-13", "2024-06-11"])
  }

  @Test func aDateLineDatesADateWithoutAYear() throws {
    let text = """
      Le moulin rouvre ses portes
      Publié le 3 mai 2024 à 10h15
      PARIS, 3 mai (AFP) – Le moulin de la baie, qui est fermé depuis trente ans, rouvrira ses portes cet été, dit la ville.
      """
    #expect(try Self.dates(text, language: "fr").prefix(2) == ["2024-05-03", "2024-05-03"])
  }
}
