import ArticleModel

extension FurniturePhrases {
  static let advertisements = [
    PhraseList(
      meaning: .furniture(.advertisement), place: .whole, certainty: 0.93,
      phrases: """
        advertisement
        advertisment
        advertising
        sponsored
        sponsored content
        sponsored post
        sponsored by
        promoted content
        paid content
        advertisement - story continues below
        advertisement - article continues below
        story continues below
        article continues below
        story continues below advertisement
        article continues below advertisement
        article continues below this ad
        article continues after advertisement
        story continues after advertisement
        continue reading below
        scroll to continue
        skip advertisement
        skip ad
        anzeige
        werbung
        nach der anzeige weiterlesen
        anzeige: zum weiterlesen scrollen
        weiter nach der anzeige
        gesponsert
        gesponserter inhalt
        publicité
        la suite après la publicité
        la suite après cette publicité
        contenu sponsorisé
        sponsorisé
        publicidad
        contenido patrocinado
        patrocinado
        continúa leyendo después del anuncio
        reklama
        sponsored links
        scroll to continue with content
        advertisement - scroll to continue
        anuncios
        """),
    PhraseList(
      meaning: .furniture(.advertisement), place: .weak, certainty: 0.75,
      phrases: """
        ad
        ads
        promotion
        anuncio
        annonce
        """),
  ]
}
