import ArticleModel

extension FurniturePhrases {
  static let subscriptions = [
    PhraseList(
      meaning: .furniture(.subscription), place: .sentence, certainty: 0.92,
      phrases: """
        already a subscriber?
        already have an account?
        not a subscriber?
        don't have an account?
        subscribe to continue reading
        subscribe to read
        subscribe to unlock
        subscribe for full access
        log in to continue reading
        sign in to continue reading
        register to continue reading
        this article is for subscribers only
        this content is for subscribers only
        this article is only available to subscribers
        to continue reading, subscribe
        to read the full story, subscribe
        you have reached your limit of free articles
        you've reached your limit of free articles
        bereits abonnent?
        sie sind bereits abonnent?
        sie haben bereits ein abo?
        sie haben noch kein abo?
        sie haben schon ein abo?
        noch kein abo?
        noch kein konto?
        jetzt weiterlesen mit
        mit abo weiterlesen
        diesen artikel weiterlesen mit
        dieser artikel ist nur für abonnenten
        exklusiv für abonnenten
        déjà abonné ?
        déjà abonné?
        vous êtes déjà abonné
        pas encore abonné ?
        cet article est réservé aux abonnés
        article réservé aux abonnés
        abonnez-vous pour lire
        la suite est réservée aux abonnés
        ya eres suscriptor?
        todavía no eres suscriptor?
        ya es suscriptor?
        suscríbete para seguir leyendo
        suscríbete para continuar leyendo
        contenido exclusivo para suscriptores
        artículo solo para suscriptores
        inicia sesión para seguir leyendo
        this is a subscriber-only article
        to continue reading, please subscribe
        you have no free articles left
        weiterlesen mit plus
        dieser artikel ist teil von plus
        registrieren sie sich kostenlos
        contenu réservé aux abonnés
        exclusivo para suscriptores
        contenido para suscriptores
        """),
    PhraseList(
      meaning: .furniture(.subscription), place: .whole, certainty: 0.9,
      phrases: """
        subscribe now
        subscribe today
        subscribe to continue
        subscribers only
        for subscribers only
        become a subscriber
        become a member
        start your free trial
        create an account
        create account
        jetzt abonnieren
        jetzt abo abschließen
        abo abschließen
        nur für abonnenten
        abonnent werden
        s'abonner
        je m'abonne
        abonnez-vous
        réservé aux abonnés
        réservé à nos abonnés
        suscribirse
        suscríbete
        suscríbete ahora
        solo suscriptores
        solo para suscriptores
        hazte suscriptor
        hazte socio
        log in | register
        sign in | register
        hier einloggen
        suscríbete gratis
        abonnez-vous gratuitement
        """),
    PhraseList(
      meaning: .furniture(.subscription), place: .weak, certainty: 0.8,
      phrases: """
        subscribe
        log in
        login
        sign in
        register
        my account
        abonnieren
        anmelden
        registrieren
        abo
        mein konto
        se connecter
        connexion
        mon compte
        iniciar sesión
        regístrate
        mi cuenta
        """),
  ]
}
