import ArticleModel

extension FurniturePhrases {
  static let newsletters = [
    PhraseList(
      meaning: .furniture(.newsletter), place: .sentence, certainty: 0.92,
      phrases: """
        subscribe to our newsletter
        subscribe to our weekly newsletter
        subscribe to our daily newsletter
        subscribe to our free newsletter
        subscribe to our mailing list
        subscribe to the newsletter
        sign up for our newsletter
        sign up for our free newsletter
        sign up for our weekly newsletter
        sign up for our daily newsletter
        sign up for the newsletter
        sign up to our newsletter
        sign up to our free newsletter
        sign up to our weekly newsletter
        sign up to our daily newsletter
        sign up for email updates
        join our newsletter
        join our mailing list
        get our newsletter
        get the latest news delivered to your inbox
        get the latest updates delivered to your inbox
        enter your email address to subscribe
        enter your email to subscribe
        unsubscribe at any time
        you can unsubscribe at any time
        newsletter abonnieren
        jetzt newsletter abonnieren
        zum newsletter anmelden
        melden sie sich für unseren newsletter an
        melden sie sich zu unserem newsletter an
        melden sie sich jetzt für unseren newsletter an
        melde dich für unseren newsletter an
        abonnieren sie unseren newsletter
        abonnieren sie den newsletter
        abonniere unseren newsletter
        hier geht's zum newsletter
        inscrivez-vous à notre newsletter
        inscrivez-vous à la newsletter
        inscrivez-vous gratuitement à notre newsletter
        abonnez-vous à notre newsletter
        abonnez-vous à la newsletter
        recevez notre newsletter
        recevez gratuitement notre newsletter
        s'inscrire à la newsletter
        suscríbete a nuestro boletín
        suscríbete a nuestra newsletter
        suscríbete a la newsletter
        suscríbase a nuestro boletín
        suscríbase a nuestra newsletter
        apúntate a nuestra newsletter
        recibe nuestra newsletter
        recibe nuestro boletín
        """),
    PhraseList(
      meaning: .furniture(.newsletter), place: .weak, certainty: 0.8,
      phrases: """
        newsletter
        newsletters
        sign up
        your email address
        email address
        jetzt anmelden
        ihre e-mail-adresse
        s'inscrire
        votre adresse e-mail
        boletín
        tu correo electrónico
        enter your email
        get our daily newsletter
        sign up for free
        recevez nos alertes
        je m'inscris
        recibe las noticias en tu correo
        jetzt kostenlos anmelden
        """),
  ]
}
