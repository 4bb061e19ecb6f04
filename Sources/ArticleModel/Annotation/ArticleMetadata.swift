/// What is known of an article beside its text; nothing here is guessed.
public struct ArticleMetadata: Hashable, Sendable {
  public var title: String?
  public var author: String?
  public var publisher: String?
  /// ISO 8601: `2024`, `2024-06` or `2024-06-13`.
  public var date: String?
  public var url: String?
  public var licence: String?
  /// BCP 47, as `en` or `pt-BR`.
  public var language: String?

  public init(
    title: String? = nil, author: String? = nil, publisher: String? = nil, date: String? = nil, url: String? = nil,
    licence: String? = nil, language: String? = nil
  ) {
    self.title = title
    self.author = author
    self.publisher = publisher
    self.date = date
    self.url = url
    self.licence = licence
    self.language = language
  }
}
