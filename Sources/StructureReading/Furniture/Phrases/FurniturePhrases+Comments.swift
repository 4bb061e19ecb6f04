import ArticleModel

extension FurniturePhrases {
  static let comments = [
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
}
