/// The words of quantities in German, French and Spanish.
extension QuantityVocabulary {
  static let german = """
    one 1 ein eine einen einem einer eins; cardinal 2 zwei; cardinal 3 drei; cardinal 4 vier; cardinal 5 fünf
    cardinal 6 sechs; cardinal 7 sieben; cardinal 8 acht; cardinal 9 neun; cardinal 10 zehn; cardinal 11 elf
    cardinal 12 zwölf; cardinal 13 dreizehn; cardinal 14 vierzehn; cardinal 15 fünfzehn; cardinal 16 sechzehn
    cardinal 17 siebzehn; cardinal 18 achtzehn; cardinal 19 neunzehn; cardinal 20 zwanzig; cardinal 30 dreißig dreissig
    cardinal 40 vierzig; cardinal 50 fünfzig; cardinal 60 sechzig; cardinal 70 siebzig; cardinal 80 achtzig
    cardinal 90 neunzig; cardinal 0 null; half 0 halbe halbes halben halber halb; fraction 3 drittel dritteln
    fraction 4 viertel vierteln; fraction 5 fünftel fünfteln; fraction 10 zehntel zehnteln; fraction 6 sechstel
    fraction 8 achtel; multiplier 2 hundert; multiplier 3 tausend tsd; multiplier 6 million millionen mio
    multiplier 9 milliarde milliarden mrd; multiplier 12 billion billionen; dozen 12 dutzend; percent 0 prozent
    per 0 pro; points 0 prozentpunkte prozentpunkten prozentpunkt basispunkte basispunkten; dollar 0 dollar dollars
    franc 0 franken; krone 0 kronen; pound 0 pfund; cent 0 cent cents; currency EUR euro; currency JPY yen
    currency CNY yuan; currency RUB rubel; currency PLN zloty; currency UAH hrywnja griwna; currency HUF forint
    currency RON lei; currency TRY lira; currency INR rupien; currency RSD dinare
    currency ? mark reichsmark schilling lire; country USD us; country CHF schweizer; country NZD neuseeland
    country HKD hongkong; country AUD australische australischen; country TRY türkische; country SEK schwedische
    country NOK norwegische; country DKK dänische; country CAD kanadische; country GBP britische
    unit km kilometer kilometern; unit m meter metern; unit cm zentimeter zentimetern; unit mm millimeter millimetern
    unit kg kilogramm kilo; unit g gramm; unit mg milligramm; unit ug mikrogramm; unit t tonne tonnen
    unit kt kilotonnen; unit L liter litern; unit har hektar; unit km2 quadratkilometer
    unit m2 quadratmeter quadratmetern; unit m3 kubikmeter kubikmetern; unit quarter-hour viertelstunde viertelstunden
    unit century jahrhunderte jahrhunderten; unit h stunde stunden; unit min minute minuten; unit s sekunde sekunden
    unit d tag tage tagen; unit wk woche wochen; unit mo monat monate monaten; unit a jahr jahre jahren; unit W watt
    unit kW kilowatt; unit MW megawatt; unit GW gigawatt; unit TW terawatt; unit kV kilovolt
    unit kW.h kilowattstunde kilowattstunden; unit MW.h megawattstunden; unit GW.h gigawattstunden
    unit TW.h terawattstunden; unit [nmi_i] seemeile seemeilen; unit [kn_i] knoten; unit [bbl_us] barrel
    unit km/h stundenkilometer; unit V volt; unit GBy gigabyte; unit [mi_i] meile meilen
    unit decade jahrzehnt jahrzehnte jahrzehnten; unit MBy megabyte; unit TBy terabyte; degree 0 grad; minus 0 minus
    ago 0 später zuvor; to 0 bis; and 0 und; from 0 von
    month 0 januar jänner februar märz april mai juni juli august september oktober november dezember jan feb apr \
    jun jul aug sep sept okt nov dez
    label 0 seite artikel kapitel paragraf nummer nr tabelle abbildung
    function 0 in im am rund etwa über mehr nur alle die der das den dem nach mit fast für als auf es sind waren bis \
    zu ab insgesamt unter vor seit bei knapp an um ca weitere
    """

  static let french = """
    one 1 un une; cardinal 2 deux; cardinal 3 trois; cardinal 4 quatre; cardinal 5 cinq; cardinal 6 six; cardinal 7 sept
    cardinal 8 huit; cardinal 9 neuf; cardinal 10 dix; cardinal 11 onze; cardinal 12 douze; cardinal 13 treize
    cardinal 14 quatorze; cardinal 15 quinze; cardinal 16 seize; cardinal 20 vingt; cardinal 30 trente
    cardinal 40 quarante; cardinal 50 cinquante; cardinal 60 soixante; cardinal 70 septante; cardinal 90 nonante
    cardinal 0 zéro; half 0 demi demie; fraction 3 tiers; fraction 4 quart quarts; fraction 5 cinquième cinquièmes
    fraction 10 dixième dixièmes; dozen 12 douzaine; multiplier 2 cent cents; multiplier 3 mille
    multiplier 6 million millions; multiplier 9 milliard milliards; multiplier 12 billion billions; per 0 pour par
    points 0 points point; dollar 0 dollar dollars; franc 0 franc francs; krone 0 couronnes; pound 0 livre livres
    cent 0 centime centimes; square 2 carré carrés; cubic 3 cube cubes; currency EUR euro euros; currency JPY yen yens
    currency CNY yuan yuans; currency RUB rouble roubles; currency PLN zlotys; currency UAH hryvnias
    currency INR roupies; currency TRY lires; currency MAD dirhams; currency ? dinars drachmes pesetas
    unit km kilomètre kilomètres; unit m mètre mètres; unit cm centimètre centimètres; unit mm millimètre millimètres
    unit kg kilogramme kilogrammes kilo kilos; unit g gramme grammes; unit t tonne tonnes; unit L litre litres
    unit har hectare hectares; unit h heure heures; unit min minute minutes; unit s seconde secondes
    unit d jour jours; unit wk semaine semaines; unit mo mois; unit a an ans année années; unit W watts
    unit kW kilowatts; unit MW mégawatt mégawatts; unit GW gigawatt gigawatts; unit kW.h kilowattheures
    unit MW.h mégawattheures; unit TW.h térawattheures; unit century siècles; unit mg milligrammes; unit ug microgrammes
    unit [bbl_us] barils; unit [kn_i] nœuds; unit GBy gigaoctets; unit MBy mégaoctets; unit decade décennie décennies
    unit V volts; degree 0 degré degrés; minus 0 moins; to 0 à; and 0 et; from 0 de
    month 0 janvier février mars avril mai juin juillet août septembre octobre novembre décembre janv févr avr juil \
    sept oct nov déc
    label 0 page article chapitre paragraphe numéro tableau figure
    function 0 en le la les des de du environ plus près sur dans à au aux avec pour par quelque ces ses leurs selon \
    au-delà il elle ils elles sont étaient après depuis entre contre
    """

  static let spanish = """
    one 1 un una uno; cardinal 2 dos; cardinal 3 tres; cardinal 4 cuatro; cardinal 5 cinco; cardinal 6 seis
    cardinal 7 siete; cardinal 8 ocho; cardinal 9 nueve; cardinal 10 diez; cardinal 11 once; cardinal 12 doce
    cardinal 13 trece; cardinal 14 catorce; cardinal 15 quince; cardinal 16 dieciséis; cardinal 17 diecisiete
    cardinal 18 dieciocho; cardinal 19 diecinueve; cardinal 20 veinte; cardinal 21 veintiuno veintiún
    cardinal 22 veintidós; cardinal 23 veintitrés; cardinal 24 veinticuatro; cardinal 25 veinticinco
    cardinal 30 treinta; cardinal 40 cuarenta; cardinal 50 cincuenta; cardinal 60 sesenta; cardinal 70 setenta
    cardinal 80 ochenta; cardinal 26 veintiséis; cardinal 27 veintisiete; cardinal 28 veintiocho
    cardinal 29 veintinueve; cardinal 90 noventa; cardinal 0 cero; cardinal 100 ciento
    cardinal 200 doscientos doscientas; cardinal 300 trescientos trescientas; cardinal 400 cuatrocientos cuatrocientas
    cardinal 500 quinientos quinientas; cardinal 600 seiscientos seiscientas; cardinal 700 setecientos setecientas
    cardinal 800 ochocientos ochocientas; cardinal 900 novecientos novecientas; half 0 medio media
    fraction 3 tercio tercios; fraction 4 cuartos; fraction 5 quintos; multiplier 2 cien; multiplier 3 mil
    multiplier 6 millón millones; multiplier 12 billón billones; dozen 12 docena; per 0 por; points 0 puntos
    dollar 0 dólar dólares; franc 0 francos; krone 0 coronas; pound 0 libras; peso 0 peso pesos; cent 0 céntimo céntimos
    square 2 cuadrado cuadrados; cubic 3 cúbico cúbicos; percent 0 porciento; currency EUR euro euros
    currency JPY yenes; currency CNY yuanes yuan; currency RUB rublos; currency INR rupias; unit km kilómetro kilómetros
    unit m metro metros; unit cm centímetro centímetros; unit mm milímetros; unit kg kilogramo kilogramos kilo kilos
    unit g gramos; unit t tonelada toneladas; unit L litro litros; unit har hectárea hectáreas; unit h hora horas
    unit min minuto minutos; unit s segundo segundos; unit d día días; unit wk semana semanas; unit mo mes meses
    unit a año años; unit W vatios; unit kW kilovatios; unit MW megavatio megavatios; unit GW gigavatios
    unit century siglos; unit mg miligramos; unit [bbl_us] barriles; unit [kn_i] nudos; unit decade década décadas
    degree 0 grado grados; minus 0 menos; to 0 a; and 0 y; from 0 de
    month 0 enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre ene feb abr may \
    jun jul ago sept oct nov dic
    label 0 página artículo capítulo número tabla
    function 0 en el la los las de del unos unas cerca casi más sobre con para por estos entre al son eran tras \
    desde
    """
}
