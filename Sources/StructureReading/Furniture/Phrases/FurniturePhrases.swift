/// Phrases by which site furniture is known, in English, German, French and Spanish; folded as ``FoldedLine`` folds.
enum FurniturePhrases {
  static let lists: [PhraseList] =
    comments + sharing + related + consent + newsletters + subscriptions + rights + navigation + advertisements + tags
}
