import ArticleModel

extension FurniturePhrases {
  static let sharing = [
    PhraseList(
      meaning: .furniture(.share), place: .whole, certainty: 0.93,
      phrases: """
        like loading
        gefällt mir wird geladen
        j'aime chargement
        me gusta cargando
        share this
        share this article
        share this post
        share this story
        share this page
        share this video
        share article
        share post
        share full article
        share on facebook
        share on twitter
        share on x
        share on linkedin
        share on whatsapp
        share on pinterest
        share on reddit
        share on telegram
        share via email
        share by email
        share with friends
        copy link
        copy url
        copy link to clipboard
        link copied
        email this article
        e-mail this article
        email this story
        email article
        print this article
        print this page
        print article
        save article
        gift this article
        click to share
        teile diesen artikel
        teile diesen beitrag
        teilen sie diesen artikel
        teilen sie diesen beitrag
        artikel teilen
        beitrag teilen
        seite teilen
        diesen artikel teilen
        jetzt teilen
        auf facebook teilen
        auf twitter teilen
        auf x teilen
        auf whatsapp teilen
        auf linkedin teilen
        per e-mail teilen
        per mail teilen
        link kopieren
        artikel drucken
        seite drucken
        artikel versenden
        partager cet article
        partagez cet article
        partager l'article
        partager cette page
        partager sur facebook
        partager sur twitter
        partager sur x
        partager sur whatsapp
        partager sur linkedin
        partager par e-mail
        partager par email
        copier le lien
        imprimer l'article
        imprimer cet article
        envoyer par e-mail
        comparte este artículo
        comparte esta noticia
        comparte esta entrada
        compartir este artículo
        compartir esta noticia
        compartir artículo
        compartir noticia
        compartir en facebook
        compartir en twitter
        compartir en x
        compartir en whatsapp
        compartir por correo
        compartir por email
        copiar enlace
        imprimir artículo
        enviar por correo
        share this article on facebook
        share this article on twitter
        partagez
        comparte
        """),
    PhraseList(
      meaning: .furniture(.share), place: .weak, certainty: 0.85,
      phrases: """
        like this
        gefällt mir
        j'aime ça
        me gusta esto
        share
        share:
        tweet
        save
        bookmark
        listen
        print
        email
        e-mail
        teilen
        merken
        vorlesen
        twittern
        drucken
        mail
        partager
        enregistrer
        écouter
        tweeter
        imprimer
        compartir
        guardar
        escuchar
        tuitear
        imprimir
        """),
    PhraseList(
      meaning: .furniture(.share), place: .beginning, certainty: 0.85,
      phrases: """
        share this:
        share this article:
        share this post:
        share on:
        share via:
        share via email
        follow us on facebook
        follow us on twitter
        follow us on instagram
        follow us on x
        follow us on social media
        follow us on google news
        follow us on:
        find us on facebook
        like us on facebook
        share on facebook
        share on twitter
        click to share on
        click to email a link
        folgen sie uns auf facebook
        folgen sie uns auf instagram
        folgen sie uns auf twitter
        folgen sie uns auf x
        folge uns auf
        teilen sie diesen artikel auf
        teilen mit:
        teilen auf:
        suivez-nous sur
        retrouvez-nous sur facebook
        partager sur :
        partager sur:
        partager :
        partager:
        síguenos en
        síganos en
        compartir en:
        compartir:
        comparte:
        follow @
        """),
  ]
}
