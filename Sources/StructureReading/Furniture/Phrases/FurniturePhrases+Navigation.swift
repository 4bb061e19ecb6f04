import ArticleModel

extension FurniturePhrases {
  static let navigation = [
    PhraseList(
      meaning: .furniture(.navigation), place: .whole, certainty: 0.93,
      phrases: """
        skip to content
        skip to main content
        skip to navigation
        skip to the content
        jump to content
        jump to navigation
        back to top
        back to the top
        go to top
        scroll to top
        back to home
        back to homepage
        back to news
        back to overview
        return to top
        previous article
        next article
        previous post
        next post
        previous story
        next story
        previous post / next post
        previous / next
        older posts
        newer posts
        main menu
        open menu
        close menu
        toggle navigation
        toggle menu
        search for:
        search this site
        privacy policy
        terms of use
        terms of service
        terms and conditions
        zum inhalt springen
        zum hauptinhalt springen
        direkt zum inhalt
        springe zum inhalt
        zur navigation springen
        nach oben
        zurück nach oben
        zum seitenanfang
        zur startseite
        zurück zur startseite
        zurück zur übersicht
        vorheriger artikel
        nächster artikel
        vorheriger beitrag
        nächster beitrag
        menü öffnen
        menü schließen
        suche nach:
        datenschutzerklärung
        aller au contenu
        aller au contenu principal
        passer au contenu
        retour en haut
        haut de page
        retour en haut de page
        retour à l'accueil
        article précédent
        article suivant
        mentions légales
        politique de confidentialité
        ouvrir le menu
        fermer le menu
        saltar al contenido
        ir al contenido
        ir al contenido principal
        pasar al contenido principal
        volver arriba
        ir arriba
        volver al inicio
        artículo anterior
        artículo siguiente
        siguiente artículo
        entrada anterior
        entrada siguiente
        aviso legal
        política de privacidad
        abrir menú
        cerrar menú
        privacy policy | terms of use
        terms & conditions
        datenschutz | impressum
        datenschutz | impressum | agb
        impressum | datenschutz
        nach oben scrollen
        scroll down for more
        loading
        politique de cookies
        """),
    PhraseList(
      meaning: .furniture(.navigation), place: .weak, certainty: 0.8,
      phrases: """
        home
        about us
        qui sommes-nous
        quiénes somos
        über uns
        contact us
        menu
        navigation
        search
        previous
        next
        close
        about
        contact
        imprint
        startseite
        menü
        suche
        suchen
        zurück
        weiter
        schließen
        impressum
        datenschutz
        kontakt
        accueil
        nous contacter
        recherche
        rechercher
        précédent
        suivant
        fermer
        inicio
        menú
        buscar
        anterior
        siguiente
        cerrar
        contacto
        """),
    PhraseList(
      meaning: .furniture(.navigation), place: .beginning, certainty: 0.85,
      phrases: """
        home >
        home /
        home |
        you are here:
        previous post:
        next post:
        previous article:
        next article:
        startseite >
        startseite /
        startseite |
        sie sind hier:
        zurück zu den
        zurück zur
        vorheriger beitrag:
        nächster beitrag:
        accueil >
        accueil /
        accueil |
        vous êtes ici :
        vous êtes ici:
        article précédent :
        article suivant :
        inicio >
        inicio /
        inicio |
        portada >
        está usted aquí:
        """),
  ]
}
