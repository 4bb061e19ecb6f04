import ArticleModel

extension FurniturePhrases {
  static let tags = [
    PhraseList(
      meaning: .furniture(.tags), place: .beginning, certainty: 0.85,
      phrases: """
        tags:
        tags :
        tag:
        tagged:
        tagged with:
        tagged as:
        tagged in:
        filed under:
        filed under
        filed in:
        posted in:
        categories:
        category:
        keywords:
        schlagwörter:
        schlagworte:
        stichwörter:
        stichworte:
        kategorien:
        kategorie:
        abgelegt unter:
        abgelegt unter
        verschlagwortet mit:
        veröffentlicht unter:
        mots-clés :
        mots-clés:
        mots clés :
        étiquettes :
        étiquettes:
        catégories :
        catégorie :
        classé dans :
        etiquetas:
        etiquetado como:
        categorías:
        categoría:
        palabras clave:
        archivado en:
        publicado en:
        """),
    PhraseList(
      meaning: .furniture(.tags), place: .weak, certainty: 0.8,
      phrases: """
        tags
        topics
        schlagwörter
        themen
        mots-clés
        etiquetas
        temas
        topics:
        themen:
        temas:
        sujets :
        """),
  ]
}
