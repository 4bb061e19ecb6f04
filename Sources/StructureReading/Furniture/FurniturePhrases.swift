import ArticleModel

/// Phrases by which site furniture is known, in English, German, French and Spanish; folded as ``FoldedLine`` folds.
enum FurniturePhrases {
  static let lists: [PhraseList] =
    comments + sharing + related + consent + newsletters + subscriptions + rights + navigation + advertisements + tags

  private static let comments = [
    PhraseList(
      meaning: .furniture(.commentForm), place: .anywhere, certainty: 0.97,
      phrases: """
        your email address will not be published
        your e-mail address will not be published
        required fields are marked
        save my name, email, and website in this browser
        save my name, email and website in this browser
        notify me of follow-up comments
        notify me of new posts by email
        you must be logged in to post a comment
        you must be logged in to comment
        you must log in to post a comment
        this site uses akismet
        learn how your comment data is processed
        comments are closed
        ihre e-mail-adresse wird nicht veröffentlicht
        deine e-mail-adresse wird nicht veröffentlicht
        erforderliche felder sind mit
        meinen namen, meine e-mail-adresse und meine website in diesem browser
        sie müssen sich anmelden, um die kommentarfunktion
        sie müssen angemeldet sein, um einen kommentar
        du musst angemeldet sein, um einen kommentar
        die kommentarfunktion ist geschlossen
        votre adresse e-mail ne sera pas publiée
        votre adresse de messagerie ne sera pas publiée
        les champs obligatoires sont indiqués
        enregistrer mon nom, mon e-mail et mon site
        vous devez être connecté pour publier un commentaire
        vous devez vous connecter pour publier un commentaire
        les commentaires sont fermés
        tu dirección de correo electrónico no será publicada
        su dirección de correo electrónico no será publicada
        los campos obligatorios están marcados
        los campos necesarios están marcados
        guarda mi nombre, correo electrónico y web en este navegador
        debes iniciar sesión para comentar
        debes estar conectado para publicar un comentario
        los comentarios están cerrados
        """),
    PhraseList(
      meaning: .furniture(.commentForm), place: .whole, certainty: 0.92,
      phrases: """
        name *
        email *
        e-mail *
        comment *
        leave a reply
        leave a comment
        leave your comment
        post a comment
        post comment
        add a comment
        write a comment
        submit comment
        join the conversation
        join the discussion
        view comments
        view all comments
        show comments
        load more comments
        no comments
        no comments yet
        be the first to comment
        cancel reply
        click here to cancel reply
        log in to comment
        sign in to comment
        log in to reply
        kommentar schreiben
        kommentar verfassen
        kommentar hinterlassen
        kommentar abschicken
        kommentar absenden
        schreibe einen kommentar
        schreiben sie einen kommentar
        hinterlasse einen kommentar
        hinterlassen sie einen kommentar
        antwort abbrechen
        antwort hinterlassen
        kommentare anzeigen
        keine kommentare
        keine kommentare / trackbacks
        noch keine kommentare
        diskutieren sie mit
        laisser un commentaire
        laissez un commentaire
        ajouter un commentaire
        écrire un commentaire
        publier un commentaire
        poster un commentaire
        annuler la réponse
        aucun commentaire
        pas de commentaire
        soyez le premier à commenter
        voir les commentaires
        réagir à cet article
        deja una respuesta
        deja un comentario
        deja tu comentario
        dejar un comentario
        escribe un comentario
        añadir un comentario
        publicar comentario
        publicar un comentario
        enviar comentario
        cancelar la respuesta
        sin comentarios
        no hay comentarios
        ver comentarios
        sé el primero en comentar
        leave a comment below
        post your comment
        leave a reply cancel reply
        write your comment
        log in to leave a comment
        sign in to leave a comment
        sign in to join the discussion
        jetzt kommentieren
        artikel kommentieren
        ihr kommentar
        schreibe einen kommentar antwort abbrechen
        schreiben sie den ersten kommentar
        alle kommentare
        alle kommentare anzeigen
        laisser un commentaire annuler la réponse
        votre commentaire
        tous les commentaires
        deja una respuesta cancelar la respuesta
        deja un comentario cancelar respuesta
        escribe tu comentario
        tu comentario
        todos los comentarios
        """),
    PhraseList(
      meaning: .furniture(.commentForm), place: .weak, certainty: 0.75,
      phrases: """
        comments
        comment
        replies
        reply
        website
        kommentare
        kommentar
        antworten
        commentaires
        commentaire
        répondre
        comentarios
        comentario
        responder
        responses
        response
        discussion
        diskussion
        kommentieren
        commenter
        réactions
        comentar
        """),
  ]

  private static let sharing = [
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

  private static let related = [
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

  private static let consent = [
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

  private static let newsletters = [
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

  private static let subscriptions = [
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

  private static let rights = [
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

  private static let navigation = [
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

  private static let advertisements = [
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

  private static let tags = [
    PhraseList(
      meaning: .furniture(.tags), place: .beginning, certainty: 0.85,
      phrases: """
        tags:
        tags :
        tag:
        tagged:
        tagged with:
        tagged as:
        tagged in:
        filed under:
        filed under
        filed in:
        posted in:
        categories:
        category:
        keywords:
        schlagwörter:
        schlagworte:
        stichwörter:
        stichworte:
        kategorien:
        kategorie:
        abgelegt unter:
        abgelegt unter
        verschlagwortet mit:
        veröffentlicht unter:
        mots-clés :
        mots-clés:
        mots clés :
        étiquettes :
        étiquettes:
        catégories :
        catégorie :
        classé dans :
        etiquetas:
        etiquetado como:
        categorías:
        categoría:
        palabras clave:
        archivado en:
        publicado en:
        """),
    PhraseList(
      meaning: .furniture(.tags), place: .weak, certainty: 0.8,
      phrases: """
        tags
        topics
        schlagwörter
        themen
        mots-clés
        etiquetas
        temas
        topics:
        themen:
        temas:
        sujets :
        """),
  ]
}
