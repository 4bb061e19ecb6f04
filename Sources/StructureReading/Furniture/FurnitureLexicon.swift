import ArticleModel

/// Phrases by which site furniture is known, in English, German, French and Spanish.
enum FurnitureLexicon {
  /// How a phrase must stand in the line.
  enum Place: Sendable {
    /// The line is the phrase and nothing else but punctuation.
    case whole
    /// The line begins with it.
    case beginning
    /// It stands anywhere, but only in the last lines of an article.
    case tail
    /// It stands anywhere.
    case anywhere
  }

  struct Phrase: Sendable {
    var text: [UInt8]
    var kind: Furniture
    var place: Place
  }

  /// All phrases, lower case.
  static let phrases: [Phrase] = lists.flatMap { kind, place, text in
    text.split(separator: "\n").map { Phrase(text: Array($0.utf8), kind: kind, place: place) }
  }

  private static let lists: [(Furniture, Place, String)] = [
    (
      .commentForm, .anywhere,
      """
      your email address will not be published
      required fields are marked
      save my name, email, and website in this browser
      you must be logged in to post a comment
      ihre e-mail-adresse wird nicht veröffentlicht
      deine e-mail-adresse wird nicht veröffentlicht
      erforderliche felder sind mit
      votre adresse e-mail ne sera pas publiée
      les champs obligatoires sont indiqués
      tu dirección de correo electrónico no será publicada
      los campos obligatorios están marcados
      """
    ),
    (
      .commentForm, .whole,
      """
      name *
      email *
      e-mail *
      comment *
      website
      leave a reply
      leave a comment
      post a comment
      post comment
      add a comment
      comments
      no comments
      cancel reply
      log in to comment
      kommentare
      kommentar schreiben
      schreibe einen kommentar
      antworten
      laisser un commentaire
      commentaires
      deja una respuesta
      deja un comentario
      comentarios
      """
    ),
    (
      .share, .whole,
      """
      share
      share this
      share this article
      share this post
      share this story
      share on facebook
      share on twitter
      share on x
      share on linkedin
      share on whatsapp
      tweet
      facebook
      twitter
      linkedin
      whatsapp
      telegram
      copy link
      email this article
      print this article
      teilen
      artikel teilen
      auf facebook teilen
      partager
      partager cet article
      partager sur facebook
      compartir
      comparte este artículo
      compartir en facebook
      """
    ),
    (
      .share, .beginning,
      """
      share this:
      share on:
      share via
      follow us on
      facebook twitter
      share on facebook
      share on twitter
      click to share
      folgen sie uns auf
      suivez-nous sur
      síguenos en
      """
    ),
    (
      .related, .whole,
      """
      related
      related articles
      related posts
      related stories
      related news
      recommended
      recommended for you
      you may also like
      you might also like
      more stories
      most read
      most popular
      trending
      trending now
      read more
      weiterlesen
      das könnte sie auch interessieren
      mehr zum thema
      verwandte artikel
      meistgelesen
      lire aussi
      à lire aussi
      articles liés
      sur le même sujet
      les plus lus
      lea también
      te puede interesar
      artículos relacionados
      noticias relacionadas
      lo más leído
      """
    ),
    (
      .related, .beginning,
      """
      read more:
      read also:
      read also
      read next:
      see also:
      also read:
      related:
      related article:
      lesen sie auch
      lesen sie auch:
      mehr dazu:
      lire aussi :
      lire aussi:
      à lire aussi
      lea también:
      lee también
      leer más:
      """
    ),
    (
      .cookies, .anywhere,
      """
      we use cookies
      this website uses cookies
      this site uses cookies
      accept all cookies
      cookie settings
      by continuing to browse
      by continuing to use this site
      wir verwenden cookies
      diese website verwendet cookies
      ce site utilise des cookies
      nous utilisons des cookies
      utilizamos cookies
      este sitio utiliza cookies
      este sitio web utiliza cookies
      """
    ),
    (
      .newsletter, .anywhere,
      """
      subscribe to our newsletter
      sign up for our newsletter
      sign up to our newsletter
      join our newsletter
      subscribe to our mailing list
      sign up for our weekly newsletter
      sign up for our daily newsletter
      sign up to our daily newsletter
      newsletter abonnieren
      melden sie sich für unseren newsletter an
      abonnieren sie unseren newsletter
      inscrivez-vous à notre newsletter
      abonnez-vous à notre newsletter
      suscríbete a nuestro boletín
      suscríbete a nuestra newsletter
      """
    ),
    (
      .newsletter, .whole,
      """
      newsletter
      subscribe
      sign up
      subscribe now
      jetzt abonnieren
      s'abonner
      suscribirse
      """
    ),
    (
      .theme, .tail,
      """
      wordpress theme
      powered by wordpress
      proudly powered by
      theme by
      designed by
      built with wordpress
      """
    ),
    (
      .copyright, .tail,
      """
      all rights reserved
      alle rechte vorbehalten
      tous droits réservés
      todos los derechos reservados
      """
    ),
    (
      .copyright, .beginning,
      """
      ©
      copyright ©
      (c) 20
      copyright 20
      """
    ),
    (
      .navigation, .whole,
      """
      home
      menu
      skip to content
      skip to main content
      back to top
      previous article
      next article
      previous post
      next post
      previous
      next
      search
      log in
      sign in
      startseite
      zum inhalt springen
      nach oben
      accueil
      retour en haut
      inicio
      volver arriba
      """
    ),
    (
      .advertisement, .whole,
      """
      advertisement
      advertisment
      sponsored
      sponsored content
      story continues below advertisement
      article continues below this ad
      anzeige
      werbung
      publicité
      publicidad
      anuncio
      """
    ),
  ]

  /// The kind of furniture that a line is, and how sure that is.
  static func kind(of text: ArraySlice<UInt8>, isTail: Bool) -> (Furniture, Float)? {
    let folded = fold(text)
    guard !folded.isEmpty else { return nil }
    for phrase in byFirst[Int(folded[0])] where phrase.place != .tail || isTail {
      guard folded.starts(with: phrase.text) else { continue }
      switch phrase.place {
      case .whole:
        guard folded[phrase.text.count...].allSatisfy({ !Characters.isASCIILetter($0) && $0 < 0x80 && $0 &- 0x30 > 9 })
        else { continue }
        return (phrase.kind, 0.9)
      case .beginning:
        // "Related: …" is short; a paragraph that happens to begin so is not.
        guard folded.count <= 200 else { continue }
        return (phrase.kind, 0.8)
      case .anywhere, .tail: return (phrase.kind, 0.95)
      }
    }
    return inner(folded, isTail)
  }

  /// Phrases that may stand anywhere, looked for at the beginning of each word.
  private static func inner(_ folded: [UInt8], _ isTail: Bool) -> (Furniture, Float)? {
    guard folded.count <= 600 else { return nil }
    var index = 1
    while index < folded.count {
      if folded[index - 1] == 0x20 {
        for phrase in anywhereByFirst[Int(folded[index])] where phrase.place == .anywhere || isTail {
          if folded[index...].starts(with: phrase.text) { return (phrase.kind, folded.count <= 300 ? 0.9 : 0.7) }
        }
      }
      index += 1
    }
    return nil
  }

  private static let byFirst: [[Phrase]] = index(phrases)
  private static let anywhereByFirst: [[Phrase]] = index(phrases.filter { $0.place == .anywhere || $0.place == .tail })

  private static func index(_ phrases: [Phrase]) -> [[Phrase]] {
    var table = [[Phrase]](repeating: [], count: 256)
    for phrase in phrases { table[Int(phrase.text[0])].append(phrase) }
    return table
  }

  /// Lower case for ASCII and Latin-1 letters, one space for white space, ' for ’.
  private static func fold(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(min(text.count, 640))
    var index = text.startIndex
    // Longer lines are prose: no phrase is looked for beyond this length.
    let end = min(text.endIndex, text.startIndex + 640)
    while index < end {
      let byte = text[index]
      switch byte {
      case 0x41...0x5A: folded.append(byte | 0x20)
      case 0x09, 0x20: if folded.last != 0x20 { folded.append(0x20) }
      case 0xC3 where index + 1 < end && (0x80...0x9E).contains(text[index + 1]):
        folded.append(byte)
        folded.append(text[index + 1] | 0x20)
        index += 1
      case 0xC2 where index + 1 < end && text[index + 1] == 0xA0:
        if folded.last != 0x20 { folded.append(0x20) }
        index += 1
      case 0xE2 where index + 2 < end && text[index + 1] == 0x80 && text[index + 2] == 0x99:
        folded.append(0x27)
        index += 2
      default: folded.append(byte)
      }
      index += 1
    }
    return folded
  }
}
