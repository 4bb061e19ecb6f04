import ArticleModel

extension FurniturePhrases {
  static let related = [
    PhraseList(
      meaning: .furniture(.related), place: .whole, certainty: 0.9,
      phrases: """
        related articles
        related article
        related posts
        related stories
        related story
        related news
        related content
        related coverage
        related links
        related reading
        related topics
        recommended articles
        recommended stories
        recommended for you
        recommended reading
        more from this author
        more from this section
        more on this story
        more on this topic
        more like this
        you may also like
        you might also like
        you may also be interested in
        you might also be interested in
        more stories
        more news
        most read
        most popular
        most viewed
        top stories
        latest news
        latest stories
        latest posts
        recent posts
        editor's picks
        editors' picks
        trending now
        trending stories
        what to read next
        read next
        up next
        read more
        continue reading
        read the full story
        read the full article
        weiterlesen
        lesen sie auch
        lesen sie mehr
        lesen sie mehr zum thema
        das könnte sie auch interessieren
        das könnte dich auch interessieren
        mehr zum thema
        mehr zu diesem thema
        mehr aus diesem ressort
        verwandte artikel
        verwandte beiträge
        ähnliche artikel
        ähnliche beiträge
        weitere artikel
        weitere beiträge
        weitere meldungen
        weitere nachrichten
        auch interessant
        meistgelesen
        meistgelesene artikel
        am meisten gelesen
        neueste beiträge
        aktuelle beiträge
        empfohlene artikel
        unsere empfehlungen
        lire aussi
        lire également
        à lire aussi
        à lire également
        à voir aussi
        lire la suite
        lire plus
        articles liés
        articles similaires
        articles associés
        articles récents
        sur le même sujet
        sur le même thème
        dans la même rubrique
        vous aimerez aussi
        cela peut vous intéresser
        ces articles pourraient vous intéresser
        les plus lus
        les articles les plus lus
        le plus lu
        nos recommandations
        derniers articles
        lea también
        lee también
        leer también
        leer más
        lea más
        seguir leyendo
        sigue leyendo
        te puede interesar
        te podría interesar
        también te puede interesar
        también te podría interesar
        le puede interesar
        artículos relacionados
        noticias relacionadas
        contenido relacionado
        entradas relacionadas
        entradas recientes
        más noticias
        más información
        más sobre este tema
        lo más leído
        lo más visto
        lo último
        read the full article here
        read the full story here
        click here to read more
        read more here
        find out more
        learn more
        mehr erfahren
        zum weiterlesen
        lesetipps
        mehr dazu
        weitere artikel zum thema
        en savoir plus
        voir plus
        ailleurs sur le web
        à découvrir aussi
        nos articles sur le même sujet
        lee más
        ver más
        saber más
        te recomendamos
        temas relacionados
        más leídas
        """),
    PhraseList(
      meaning: .furniture(.related), place: .weak, certainty: 0.8,
      phrases: """
        related
        recommended
        trending
        more
        see also
        latest
        popular
        verwandt
        empfehlungen
        siehe auch
        voir aussi
        recommandé
        relacionado
        recomendado
        ver también
        """),
    PhraseList(
      meaning: .furniture(.related), place: .beginning, certainty: 0.85,
      phrases: """
        read more:
        read more about
        read more on
        read also:
        read also :
        read next:
        read:
        also read:
        also read |
        see also:
        see more:
        watch also:
        don't miss:
        related:
        related article:
        related articles:
        related story:
        related news:
        related | 
        more:
        more on this:
        recommended:
        previously:
        in other news:
        lesen sie auch:
        lesen sie auch
        lesen sie hier
        lesen sie mehr:
        lesen sie dazu
        lies auch:
        lies auch
        mehr dazu:
        mehr dazu lesen sie
        mehr zum thema:
        mehr zum thema >
        mehr lesen:
        auch interessant:
        passend dazu:
        siehe auch:
        weiterlesen:
        lire aussi :
        lire aussi:
        lire aussi
        lire également :
        lire également
        à lire aussi
        à lire :
        à lire :
        à lire également
        à voir aussi
        voir aussi :
        voir aussi:
        sur le même sujet :
        lea también:
        lea también |
        lea también
        lee también:
        lee también
        leer también:
        leer más:
        lea más:
        mira también:
        mira |
        lea |
        lee |
        ver también:
        te puede interesar:
        te puede interesar |
        te podría interesar:
        también te puede interesar:
        le puede interesar:
        más información:
        relacionado:
        lesetipp:
        lesen sie mehr über
        mehr aus dem ressort
        related topics:
        """),
  ]
}
