import ArticleModel

extension FurniturePhrases {
  static let consent = [
    PhraseList(
      meaning: .furniture(.cookies), place: .sentence, certainty: 0.93,
      phrases: """
        we use cookies
        we and our partners use cookies
        we and our partners store
        this website uses cookies
        this site uses cookies
        our website uses cookies
        our site uses cookies
        by continuing to browse
        by continuing to use this site
        by continuing to use this website
        by clicking accept
        by clicking "accept
        by using this website, you agree to our use of cookies
        manage your cookie preferences
        wir verwenden cookies
        wir nutzen cookies
        wir und unsere partner verwenden cookies
        diese website verwendet cookies
        diese website benutzt cookies
        diese webseite verwendet cookies
        diese seite verwendet cookies
        unsere website verwendet cookies
        ce site utilise des cookies
        nous utilisons des cookies
        nous et nos partenaires utilisons des cookies
        nous et nos partenaires stockons
        en poursuivant votre navigation
        utilizamos cookies
        usamos cookies
        nosotros y nuestros socios
        este sitio utiliza cookies
        este sitio usa cookies
        este sitio web utiliza cookies
        esta web utiliza cookies
        esta página utiliza cookies
        al continuar navegando
        si continúa navegando
        """),
    PhraseList(
      meaning: .furniture(.cookies), place: .whole, certainty: 0.93,
      phrases: """
        accept all cookies
        accept cookies
        accept all
        reject all
        allow all cookies
        cookie settings
        cookie preferences
        cookie policy
        manage cookies
        manage preferences
        manage consent
        alle cookies akzeptieren
        alle akzeptieren
        cookies akzeptieren
        alle ablehnen
        cookie-einstellungen
        datenschutzeinstellungen
        tout accepter
        tout refuser
        accepter les cookies
        accepter tous les cookies
        paramétrer les cookies
        gérer les cookies
        gestion des cookies
        aceptar todas las cookies
        aceptar cookies
        aceptar todo
        rechazar todo
        configurar cookies
        configuración de cookies
        política de cookies
        accepter et continuer
        accepter & fermer
        continuer sans accepter
        aceptar y continuar
        akzeptieren und weiter
        zustimmen und weiter
        agree and continue
        accept and continue
        accept & continue
        """),
  ]
}
