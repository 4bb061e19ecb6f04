import ArticleModel

extension FurniturePhrases {
  static let rights = [
    PhraseList(
      meaning: .furniture(.theme), place: .tail, certainty: 0.93,
      phrases: """
        wordpress theme
        powered by wordpress
        powered by blogger
        proudly powered by
        built with wordpress
        theme by
        stolz präsentiert von wordpress
        mit stolz präsentiert von wordpress
        fièrement propulsé par wordpress
        propulsé par wordpress
        funciona gracias a wordpress
        """),
    PhraseList(
      meaning: .furniture(.theme), place: .closing, certainty: 0.85,
      phrases: """
        theme:
        website by
        web design by
        site by
        designed by
        design by
        webdesign:
        conception :
        diseño web:
        """),
    PhraseList(
      meaning: .furniture(.copyright), place: .tail, certainty: 0.95,
      phrases: """
        all rights reserved
        alle rechte vorbehalten
        tous droits réservés
        todos los derechos reservados
        may not be reproduced without
        may not be published, broadcast, rewritten
        nachdruck nur mit genehmigung
        toute reproduction interdite
        toute reproduction, même partielle, est interdite
        reproduction interdite
        prohibida su reproducción
        prohibida la reproducción
        """),
    PhraseList(
      meaning: .furniture(.copyright), place: .whole, certainty: 0.93,
      phrases: """
        all rights reserved
        alle rechte vorbehalten
        tous droits réservés
        todos los derechos reservados
        """),
  ]
}
