import ArticleModel
import StructureReading
import Testing

/// Pages of our own writing that look as scraped pages do, with what each line is.
@Suite struct ScrapedPageTests {
  /// A page: its lines, each behind its kind and a bar; "+" after a kind says that the next one is on the same line.
  struct Page: Sendable, CustomTestStringConvertible {
    let name: String
    private(set) var source = ""
    private(set) var expected: [String] = []

    init(_ name: String, _ lines: String) {
      self.name = name
      for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
        guard let bar = line.firstIndex(of: "|") else {
          source += "\n"
          continue
        }
        let kind = line[..<bar].dropLast()
        let text = line[bar...].dropFirst(2)
        let isJoined = kind.hasSuffix("+")
        source += text + (isJoined ? " " : "\n")
        expected.append("\(isJoined ? kind.dropLast() : kind) | \(text.hasPrefix("- ") ? text.dropFirst(2) : text)")
      }
    }

    var testDescription: String { name }

    var found: [String] {
      let source = SourceText(name: "page.txt", self.source)
      return StructureReader().structure(of: source).blocks.flatMap { Self.lines($0) }
        .map { "\($0.kind) | \(source.string($0.range))" }
    }

    private static func lines(_ block: Block) -> [(kind: String, range: SourceRange)] {
      switch block {
      case .title(let run): [("title", run.range)]
      case .byline(let run): [("byline", run.range)]
      case .dateline(let run): [("dateline", run.range)]
      case .heading(let run, let level): [("h\(level)", run.range)]
      case .paragraph(let run): [("p", run.range)]
      case .furniture(let run, let kind): [(kind.rawValue, run.range)]
      case .summary(let summary):
        (summary.heading.map { [("summary", $0.range)] } ?? [])
          + summary.blocks.flatMap(lines).map { ($0.kind == "p" ? "summary" : "summary-\($0.kind)", $0.range) }
      case .figure(let figure):
        figure.lines.map { line in
          if case .caption = line { ("caption", line.run.range) } else { ("credit", line.run.range) }
        }
      case .list, .table: ArticleStructure(blocks: [block]).runs.map { ("item", $0.range) }
      }
    }
  }

  @Test(arguments: pages) func page(_ page: Page) { #expect(page.found == page.expected) }

  static let pages = [
    Page(
      "English, a page from the menu to the theme",
      """
      navigation | Skip to content
      navigation | Home > News > Coast
      navigation | Ferry To Cross The Bay All Winter | The Douro Courier
      title | Ferry To Cross The Bay All Winter
      share | Share
      summary | The night boat will sail six days a week from November, the company said, after years of quarrels over the harbour dues.
      byline | By ANA KOVAČ and Tom Li, Staff writers
      dateline | Published: 13 June 2024, 14:30 CET | Updated 3 hours ago
      reading-time | 5 min read

      credit | Image source, Getty Images
      caption | Image caption, The Saint Anne at the quay

      dateline+ | LISBON, 13 June (Reuters) –
      p | The ferry that links the two shores of the bay will sail all winter for the first time in thirty years, its owners said on Thursday.
      p | "We have waited for this long enough," said the mayor, who has a house on the other shore.
      related | Read more: The last keeper of the southern light
      advertisement | Advertisement
      p | The crossing takes forty minutes and costs four euros.
      h1 | Why was it closed?
      p | In 1994 a storm broke the pier, and nobody wanted to pay for a new one, though many people promised to.
      byline | (Reporting by Ana Kovač in Lisbon; editing by Tom Li)
      tags | Tags: ferries, Portugal
      related | Related articles
      related | Ten tram museums worth the fare
      related | Why funiculars are having a moment
      comment-form | 12 Comments
      comment-form | Leave a comment
      comment-form | Your email address will not be published. Required fields are marked *
      share | Facebook Twitter WhatsApp E-mail
      copyright | © 2024 The Douro Courier. All rights reserved.
      theme | Powered by WordPress
      """),
    Page(
      "English, key points and a paywall",
      """
      navigation | World news
      title | Baker Wins Bread Prize For The Third Time
      byline | Ana Kovač
      dateline | 3 May 2024
      summary | Key points
      summary-item | - The loaf weighed two kilos
      summary-item | - The jury ate all of it

      dateline+ | NEW YORK (AP) —
      p | A baker from Queens won the bread prize for the third time on Friday, with a loaf that weighed two kilos and had raisins in it.
      p | By the time the jury came to vote, nothing was left of the loaf.
      credit | Photo: Ana Kovač/Reuters
      p | He says that he will not take part next year, since his oven needs a rest and so does he.
      subscription | Subscribe to continue reading
      subscription | Already a subscriber? Log in
      newsletter | Sign up for our newsletter and never miss a loaf.
      cookies | We use cookies to improve your experience. Accept all cookies
      cookies | Accept all
      """),
    Page(
      "English, an article about newsletters, cookies and comments",
      """
      title | How We Chose Our Newsletter Software
      byline | Words by Tom Li
      summary | Summary: We tried five programs for newsletters, and two of them sent what they should.

      p | Newsletters are back, and we use cookies on this site to count who reads them; both facts made this test harder than it should have been.
      p | Subscribe to a newsletter with your own address before you write one, since nobody else will tell you how it looks on a telephone.
      p | Share prices of the makers fell in May, but readers share the letters more than ever.
      h1 | Cookies
      p | A cookie is a short text that a site keeps in your browser, and most programs for newsletters set four of them without asking.
      h1 | Comments
      p | Readers answered that they like plain text, and that pictures of the sender make them sad.
      h1 | Home
      p | Those who work at home read their letters at eleven, and those who travel read them at eight.
      """),
    Page(
      "English, comments of readers",
      """
      navigation | Menu
      title | Old Mill Burns Down
      byline | Jane Roe | 3 May 2024
      caption | FILE - The mill in 1998, when it still ground rye.

      dateline+ | LONDON —
      p | The oldest mill on the river burned down on Friday night, and nobody was hurt, the police said.
      p | The miller had left in March. What remains is the wheel, which is made of iron.
      comment-form | Leave a reply
      comment-form | 3 Comments
      comments | Anna says:
      comments | I learned to swim below that wheel.
      comments | Reply
      comments | Bert says:
      comments | We all did, and it was cold.
      comment-form | Reply
      navigation | Previous post / Next post
      navigation | Back to top
      """),
    Page(
      "German, a page from the menu to the notice of rights",
      """
      navigation | Zum Inhalt springen
      navigation | Startseite > Nachrichten > Küste
      title | Fähre fährt nun auch im Winter
      summary | Die Linie über die Bucht war seit dreißig Jahren im Winter geschlossen; nun hat der Rat sie freigegeben.
      byline | Von Anna Schmidt und Jörg Weiß
      dateline | Veröffentlicht am 3. Mai 2024 um 10:15 Uhr
      reading-time | Lesezeit: 4 Minuten
      share | Artikel teilen

      credit | Foto: Jörg Weiß/dpa
      dateline+ | Kiel (dpa) -
      p | Die Fähre über die Bucht fährt im kommenden Winter an sechs Tagen in der Woche, wie die Reederei am Freitag mitteilte.
      p | Von der Leyen war nicht dabei, aber ihr Vetter, der in Kiel einen Laden für Taue hat.
      related | Lesen Sie auch: Der letzte Wärter am Südfeuer
      advertisement | Anzeige
      h1 | Was kostet die Fahrt?
      p | Eine Fahrt kostet vier Euro, für Kinder die Hälfte, und Hunde fahren umsonst, wenn sie sich benehmen.
      tags | Schlagwörter: Fähren, Kiel
      related | Das könnte Sie auch interessieren
      related | Zehn Straßenbahnmuseen, die sich lohnen
      related | Warum Seilbahnen wiederkommen
      comment-form | Kommentar schreiben
      comment-form | Deine E-Mail-Adresse wird nicht veröffentlicht. Erforderliche Felder sind mit * markiert
      share | Facebook | X | WhatsApp | E-Mail
      copyright | © 2024 Der Kieler Anzeiger. Alle Rechte vorbehalten.
      """),
    Page(
      "German, a summary and a dateline in brackets",
      """
      navigation | Wissen
      title | Der Apfel, der dreißig Jahre warten konnte
      byline | Text: Mira Vogel
      summary | Kurzfassung
      summary | Ein Apfel aus dem Alten Land hält sich länger als jeder andere. Niemand weiß warum.
      h1 | Ein Fund im Keller
      dateline+ | (Hamburg, 3. Mai 2024) –
      p | Im Keller eines Hofes an der Elbe hat ein Bauer Äpfel gefunden, die sein Vater 1994 eingelagert hatte und die noch essbar waren.
      p | Par exemple sagt man dort nicht, aber man könnte es sagen, denn der Bauer stammt aus Metz.
      credit | Symbolbild
      subscription | Jetzt abonnieren
      subscription | Sie haben bereits ein Abo? Hier anmelden
      cookies | Wir verwenden Cookies, um unser Angebot zu verbessern.
      cookies | Alle akzeptieren
      newsletter | Newsletter abonnieren
      navigation | Nach oben
      """),
    Page(
      "German, words of furniture in an article",
      """
      title | Anzeige gegen den Bürgermeister
      byline | Von Karla Blum, Freiburg
      dateline | 13.06.2024, 14:30 Uhr
      summary | Das Wichtigste in Kürze
      summary-item | - Die Anzeige liegt seit Montag vor
      summary-item | - Der Bürgermeister schweigt

      p | Die Anzeige gegen den Bürgermeister, der am Montag nicht ans Telefon ging, hat drei Seiten und keinen Absender.
      p | Teilen will er die Seiten mit niemandem, sagt sein Anwalt, der auch Kommentare nicht mag.
      p | Ein Newsletter der Stadt, den kaum jemand liest, hatte zuerst davon berichtet.
      related | Mehr zum Thema
      related | Der Rat tagt wieder
      related | Zwei Brücken und kein Fluss
      """),
    Page(
      "German, buttons above the title",
      """
      share | Teilen
      share | Merken
      title | Brot aus Moos: Eine Bäckerin erklärt ihr Rezept
      dateline | Stand: 02.05.2024 09:12 Uhr
      credit | Bildquelle: Unsplash
      dateline+ | Berlin –
      p | Eine Bäckerin aus Pankow backt seit einem Jahr Brot aus Moos, das sie im Schatten ihrer Garage zieht, und die Kunden stehen an.
      p | Das Brot ist grün. Es schmeckt nach Wald und ein wenig nach Garage.
      byline | Interview: Mira Vogel
      navigation | Nächster Artikel
      navigation | Impressum
      navigation | Datenschutz
      """),
    Page(
      "French, a page from the menu to the notice of rights",
      """
      navigation | Aller au contenu
      navigation | Accueil > Actualités > Bretagne
      title | Le bac passera tout l’hiver
      byline | Par Zoé Lefèvre et Luc Morin
      dateline | Publié le 3 mai 2024 à 10h15, mis à jour le 4 mai 2024 à 8h
      reading-time | Temps de lecture : 3 minutes
      share | Partager

      credit | Crédit photo : Luc Morin/AFP
      summary | L’essentiel
      summary-item | - Le bac passera six jours par semaine
      summary-item | - Le prix ne change pas

      dateline+ | PARIS, 3 mai (AFP) –
      p | Le bac qui relie les deux rives de la baie passera tout l’hiver pour la première fois depuis trente ans, a annoncé vendredi la compagnie.
      p | Par exemple, le boulanger de la rive nord pourra livrer son pain au sud sans faire le tour.
      related | Lire aussi : Le dernier gardien du phare sud
      advertisement | Publicité
      h1 | Combien coûte la traversée ?
      p | La traversée coûte quatre euros, et les chiens ne paient pas, à condition de rester assis.
      tags | Mots-clés : bacs, Bretagne
      related | Articles similaires
      related | Dix musées du tramway
      related | Pourquoi les funiculaires reviennent
      comment-form | Laisser un commentaire
      comment-form | Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *
      share | Facebook Twitter WhatsApp
      copyright | © 2024 Le Courrier de la baie. Tous droits réservés.
      """),
    Page(
      "French, a standfirst and a paywall",
      """
      navigation | Culture
      title | Une pomme vieille de trente ans
      summary | Un paysan normand a retrouvé dans sa cave des pommes que son père y avait rangées, et elles se mangent encore.
      byline | Texte : Mira Vogel
      dateline | Vendredi 3 mai 2024
      p | Dans la cave d’une ferme, un paysan a trouvé des pommes de 1994, et il en a mangé deux avant d’appeler le journal.
      p | « Elles sont bonnes », dit-il. Sa femme n’en veut pas.
      credit | Photo d’illustration
      subscription | Cet article est réservé aux abonnés.
      subscription | Déjà abonné ? Se connecter
      cookies | Nous utilisons des cookies pour améliorer votre expérience.
      cookies | Tout accepter
      newsletter | Inscrivez-vous à notre newsletter
      navigation | Retour en haut
      """),
    Page(
      "French, words of furniture in an article",
      """
      navigation | En bref
      title | Les publicités quittent les murs de la ville
      p | Le conseil a voté vendredi la fin des affiches, et les publicités devront partir avant l’été, dit la mairie dans un communiqué.
      p | Partager la rue, c’est aussi partager les murs, selon une élue qui peint le dimanche.
      p | Commentaires et questions sont venus de partout, et la séance a duré jusqu’à minuit.
      byline | Propos recueillis par Zoé Lefèvre
      """),
    Page(
      "French, an age for a date",
      """
      title | Le moulin brûle une seconde fois
      dateline | il y a 2 heures
      caption | Légende : Le moulin en 1998.
      dateline+ | GENÈVE —
      p | Le plus vieux moulin de la rivière a brûlé dans la nuit de vendredi à samedi, sans faire de blessés, selon la police.
      p | Il ne reste que la roue, qui est en fer.
      related | Dans la même rubrique
      related | Le pont fermé jusqu’en juin
      share | Suivez-nous sur Facebook et X
      """),
    Page(
      "Spanish, a page from the menu to the notice of rights",
      """
      navigation | Saltar al contenido
      navigation | Inicio > Noticias > Costa
      title | El transbordador cruzará la bahía todo el invierno
      byline | Por Íñigo Núñez y Ana Kovač
      dateline | Actualizado: 3 may 2024 - 10:12 CET
      reading-time | 3 minutos de lectura
      share | Compartir

      credit | Foto: Íñigo Núñez/EFE
      dateline+ | Madrid, 3 may (EFE).-
      p | El transbordador que une las dos orillas de la bahía cruzará todo el invierno por primera vez en treinta años, anunció el viernes la compañía.
      p | Por favor, dijo el alcalde, que nadie traiga caballos en la cubierta.
      related | Lea también: El último farero del sur
      advertisement | Publicidad
      h1 | ¿Cuánto cuesta el viaje?
      p | El viaje cuesta cuatro euros, y los perros no pagan si se quedan sentados durante la travesía.
      tags | Etiquetas: transbordadores, Portugal
      related | Te puede interesar
      related | Diez museos del tranvía
      related | Por qué vuelven los funiculares
      comment-form | Deja un comentario
      comment-form | Tu dirección de correo electrónico no será publicada. Los campos obligatorios están marcados con *
      share | Facebook Twitter WhatsApp
      copyright | © 2024 El Correo de la Bahía. Todos los derechos reservados.
      """),
    Page(
      "Spanish, a summary in a line and a paywall",
      """
      navigation | Cultura
      title | Una manzana de treinta años
      byline | Texto: Mira Vogel
      dateline | hace 3 horas
      summary | En resumen: Un campesino encontró en su sótano manzanas de 1994 que todavía se pueden comer, y comió dos.
      p | En el sótano de una granja, un campesino encontró manzanas que su padre había guardado allí en 1994 y que todavía huelen a otoño.
      p | Su mujer no quiere probarlas. El perro sí.
      credit | Imagen de archivo
      subscription | Suscríbete para seguir leyendo
      subscription | ¿Ya eres suscriptor? Inicia sesión
      cookies | Utilizamos cookies para mejorar tu experiencia.
      cookies | Aceptar todo
      newsletter | Suscríbete a nuestra newsletter
      navigation | Volver arriba
      """),
    Page(
      "Spanish, words of furniture in an article",
      """
      title | La publicidad deja los muros de la ciudad
      p | El pleno votó el viernes el fin de los carteles, y la publicidad tendrá que irse antes del verano, según el ayuntamiento.
      p | Compartir la calle es también compartir los muros, dice una concejala que pinta los domingos.
      p | Comentarios y preguntas llegaron de todas partes, y la sesión duró hasta la medianoche.
      related | Leer más
      related | La plaza cierra hasta junio
      byline | Con información de EFE
      """),
    Page(
      "Spanish, key points and a caption",
      """
      title | Arde el molino
      byline | Redacción
      dateline | Jueves, 13 de junio de 2024
      summary | Puntos clave
      summary-item | - El molino ardió el viernes
      summary-item | - No hay heridos
      dateline+ | BOGOTÁ —
      p | El molino más viejo del río ardió la noche del viernes, y nadie resultó herido, según la policía local.
      p | Queda la rueda, que es de hierro.
      caption | Pie de foto: El molino en 1998.
      navigation | Artículo anterior
      navigation | Aviso legal
      navigation | Política de privacidad
      """),
  ]
}
