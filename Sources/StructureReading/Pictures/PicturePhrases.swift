/// Phrases by which captions and credits of pictures are known, in English, German, French and Spanish.
enum PicturePhrases {
  static let lists: [PhraseList] = [
    PhraseList(
      meaning: .credit, place: .beginning, certainty: 0.9,
      phrases: """
        photo credit:
        photo credits:
        photo by
        photos by
        photo source:
        photo courtesy of
        photos courtesy of
        photograph by
        photographs by
        photograph:
        photography:
        photography by
        picture credit:
        pictures:
        image credit:
        image credits:
        image source:
        image source,
        image by
        image courtesy of
        image via
        images courtesy of
        courtesy of
        credit:
        illustration by
        video by
        fotocredit:
        bildquelle:
        bildnachweis:
        bildrechte:
        bildcredit:
        fotos:
        bilder:
        foto von
        fotos von
        foto ©
        foto: ©
        titelbild:
        titelfoto:
        beitragsbild:
        crédit photo
        crédits photo
        crédits photos
        crédit image
        crédit :
        crédits :
        crédit:
        photos :
        photographie :
        photo de
        copyright photo
        crédito:
        créditos:
        crédito de la foto
        foto de:
        fotografía:
        fotografía de
        fotografías:
        imágenes:
        fotos de
        """),
    PhraseList(
      meaning: .credit, place: .whole, certainty: 0.9,
      phrases: """
        getty images
        getty
        shutterstock
        istock
        istockphoto
        unsplash
        pixabay
        pexels
        picture alliance
        imago images
        reuters photo
        ap photo
        file photo
        photo supplied
        handout
        symbolbild
        symbolfoto
        archivbild
        archivfoto
        image d'illustration
        photo d'illustration
        photo d'archives
        foto de archivo
        imagen de archivo
        """),
    PhraseList(
      meaning: .picture, place: .beginning, certainty: 0.9,
      phrases: """
        photo:
        photo :
        photos:
        picture:
        image:
        image :
        foto:
        foto :
        bild:
        imagen:
        illustration:
        illustration :
        grafik:
        """),
    PhraseList(
      meaning: .caption, place: .beginning, certainty: 0.9,
      phrases: """
        image caption
        media caption
        caption:
        picture caption:
        file photo:
        file photo -
        file - 
        archive photo:
        bildunterschrift:
        archivbild:
        archivfoto:
        symbolbild:
        symbolfoto:
        légende :
        photo d'archives :
        image d'illustration :
        photo d'illustration :
        pie de foto:
        foto de archivo:
        imagen de archivo:
        imagen de archivo de
        """),
    PhraseList(
      meaning: .caption, place: .ending, certainty: 0.9,
      phrases: """
        photo:
        photo :
        photo by
        photo credit
        photo courtesy
        ap photo
        afp photo
        reuters/
        getty images
        image:
        image credit
        credit:
        foto:
        foto :
        bild:
        archivfoto
        archivbild
        symbolbild
        crédit photo
        crédit :
        © 
        """),
    PhraseList(
      meaning: .figure, place: .beginning, certainty: 0.9,
      phrases: """
        figure
        fig.
        fig
        abbildung
        abb.
        illustration
        figura
        bild
        photo
        foto
        """),
  ]

  /// Who holds the rights to pictures, as they stand beside a slash: "Ana Kovač/Reuters".
  static let holders = [
    "reuters", "getty images", "getty", "ap photo", "ap", "afp", "dpa", "epa", "epa-efe", "efe", "ansa",
    "picture alliance", "picture-alliance", "imago", "imago images", "istock", "shutterstock", "unsplash", "pexels",
    "pixabay", "alamy", "alamy stock photo", "apa", "apa-images", "keystone", "belga", "europa press", "pa wire",
    "bloomberg", "adobe stock", "stock.adobe.com",
  ].map { Array($0.utf8) }

  static let copyright = Array("\u{A9}".utf8)
}
