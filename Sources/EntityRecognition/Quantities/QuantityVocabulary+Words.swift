/// The words of quantities by language: clauses of a role, its value, and the words that have it.
extension QuantityVocabulary {
  static let symbolText = """
    unit km km; unit m m; unit cm cm; unit mm mm; unit nm nm; unit um µm μm; unit kg kg; unit g g; unit mg mg; unit t t
    unit ug µg μg mcg; unit Mt Mt; unit L l L; unit mL ml mL; unit hL hl; unit har ha; unit cL cl; unit km2 km2 sqkm
    unit m2 m2 sqm; unit m3 m3 cbm; unit mm[Hg] mmHg; unit bcm bcm; unit mcm mcm; unit km3 km3; unit h h hr hrs
    unit min min mins; unit s s sec secs; unit ms ms; unit Hz Hz; unit kHz kHz; unit MHz MHz; unit GHz GHz; unit W W
    unit kW kW KW; unit MW MW; unit GW GW; unit TW TW; unit W.h Wh; unit kW.h kWh KWh; unit MW.h MWh; unit GW.h GWh
    unit TW.h TWh; unit V V; unit kV kV KV; unit J J; unit kJ kJ; unit MJ MJ; unit kcal kcal; unit Pa Pa; unit hPa hPa
    unit kPa kPa; unit MPa MPa; unit bar bar; unit mbar mbar; unit dB dB; unit kN kN; unit N.m Nm; unit mA.h mAh
    unit mSv mSv; unit Bq Bq; unit keV keV; unit MeV MeV; unit GeV GeV; unit TeV TeV; unit [ppm] ppm; unit [ppb] ppb
    unit [bbl_us]/d bpd; unit [gal_us]/min gpm; unit cm3 cc; unit GPa GPa; unit kHz khz; unit kBy kB KB; unit MBy MB
    unit GBy GB; unit TBy TB; unit PBy PB; unit kbit/s kbps; unit Mbit/s Mbps; unit Gbit/s Gbps; unit Mbit Mbit
    unit Gbit Gbit; unit [mi_i] mi; unit [mi_i]/h mph; unit km/h kph kmh; unit [ft_i] ft; unit [sft_i] sqft
    unit [yd_i] yd; unit [lb_av] lb lbs; unit [oz_av] oz; unit [kn_i] kt kts kn; unit [in_i] inch; unit [nmi_i] nmi
    unit [HP] hp bhp HP; unit {rpm} rpm RPM; unit Cel °C ºC; unit [degF] °F ºF; unit K K; percent 0 pc pct
    """

  static let codeText = """
    currency USD usd us$; currency EUR eur; currency GBP gbp; currency CHF chf; currency JPY jpy; currency CNY cny rmb
    currency RUB rub; currency UAH uah; currency PLN pln; currency CZK czk; currency HUF huf; currency RON ron
    currency BGN bgn; currency SEK sek; currency NOK nok; currency DKK dkk; currency CAD cad; currency AUD aud
    currency INR inr; currency RSD rsd; currency ZAR zar; currency BRL brl; currency KRW krw; currency TRY try
    currency SAR sar; currency QAR qar; currency KWD kwd; currency ILS ils; currency THB thb; currency MYR myr
    currency IDR idr; currency PHP php; currency VND vnd; currency NGN ngn; currency KES kes; currency EGP egp
    currency MXN mxn; currency ARS ars; currency CLP clp; currency PKR pkr; currency BDT bdt; currency LKR lkr
    currency TWD twd; currency GEL gel; currency AMD amd; currency AZN azn; currency KZT kzt; currency UZS uzs
    currency BYN byn; currency ISK isk; currency TND tnd; currency DZD dzd; currency IQD iqd; currency IRR irr
    currency MKD mkd; currency BAM bam; currency MDL mdl; currency SGD sgd; currency HKD hkd; currency NZD nzd
    currency AED aed; currency PLN zł; currency CZK kč; krone 0 kr; percent 0 pc
    """

  static let english = """
    one 1 one a an; cardinal 2 two; cardinal 3 three; cardinal 4 four; cardinal 5 five; cardinal 6 six; cardinal 7 seven
    cardinal 8 eight; cardinal 9 nine; cardinal 10 ten; cardinal 11 eleven; cardinal 12 twelve; cardinal 13 thirteen
    cardinal 14 fourteen; cardinal 15 fifteen; cardinal 16 sixteen; cardinal 17 seventeen; cardinal 18 eighteen
    cardinal 19 nineteen; cardinal 20 twenty; cardinal 30 thirty; cardinal 40 forty; cardinal 50 fifty
    cardinal 60 sixty; cardinal 70 seventy; cardinal 80 eighty; cardinal 90 ninety; cardinal 0 zero
    multiplier 2 hundred; multiplier 3 thousand; multiplier 5 lakh lakhs; multiplier 7 crore crores
    multiplier 6 million millions mln; multiplier 9 billion billions bn; multiplier 12 trillion trillions tn
    dozen 12 dozen; half 0 half; fraction 3 third thirds; fraction 4 quarter quarters; fraction 5 fifth fifths
    fraction 6 sixth sixths; fraction 7 seventh sevenths; fraction 8 eighth eighths; fraction 9 ninth ninths
    fraction 10 tenth tenths; fraction 20 twentieth; fraction 100 hundredth hundredths; percent 0 percent percentage
    per 0 per; points 0 points point; basis 0 basis; dollar 0 dollar dollars; franc 0 franc francs
    krone 0 kroner kronor krona krone crowns; pound 0 pound pounds; cent 0 cent cents eurocents; pence 0 pence
    peso 0 peso pesos; dinar 0 dinar dinars dirham dirhams riyal riyals rial rials shilling shillings
    currency EUR euro euros; currency JPY yen; currency CNY yuan renminbi; currency INR rupee rupees rs
    currency RUB ruble rubles rouble roubles; currency UAH hryvnia hryvnias hryvnya; currency PLN zloty zlotys zlotych
    currency HUF forint forints; currency RON lei; currency BGN lev leva; currency TRY lira liras
    currency ILS shekel shekels; currency ZAR rand; currency BRL reais; currency MKD denar denars; currency KRW won
    currency THB baht; currency GEL lari; currency KZT tenge; currency NGN naira; currency MYR ringgit
    currency IDR rupiah; currency BDT taka; currency ETB birr; currency GHS cedi cedis; currency MMK kyat kyats
    currency CZK koruna korunas; currency KHR riel riels; currency BWP pula; currency MNT tugrik tugriks
    currency ALL leks; currency AOA kwanza kwanzas
    currency ? kwacha manat manats som drachmas drachma guilders deutschmarks pesetas escudos lire
    country USD us u.s. american; country CAD canadian; country AUD australian; country HKD hong; country NZD zealand
    country SGD singapore; country CHF swiss; country SEK swedish; country NOK norwegian; country DKK danish
    country CZK czech; country GBP british; country MXN mexican; country ARS argentine argentinian; country RSD serbian
    country TWD taiwanese taiwan; country CLP chilean; country COP colombian; country PHP philippine
    country UYU uruguayan; country CUP cuban; country TRY turkish; country INR indian; country PKR pakistani
    country NPR nepalese; country LKR sri; country ISK icelandic; country KWD kuwaiti; country SAR saudi
    country IRR iranian; country IQD iraqi; country JOD jordanian; country QAR qatari; country OMR omani
    country BHD bahraini; country AED emirati uae; country MAD moroccan; country TND tunisian; country DZD algerian
    country LYD libyan; country EGP egyptian; country LBP lebanese; country SYP syrian; country SDG sudanese
    country KES kenyan; country UGX ugandan; country TZS tanzanian; country SOS somali; country MDL moldovan
    country RON romanian; country BGN bulgarian; country RUB russian; country BYN belarusian; country JMD jamaican
    unit um micrometre micrometres micrometer micrometers micron microns
    unit nm nanometre nanometres nanometer nanometers; unit ug microgram micrograms; unit kt kilotonne kilotonnes
    unit Mt megatonne megatonnes; unit km kilometre kilometres kilometer kilometers; unit m metre metres meter meters
    unit cm centimetre centimetres centimeter centimeters; unit mm millimetre millimetres millimeter millimeters
    unit kg kilogram kilograms kilo kilos kilogramme kilogrammes; unit g gram grams gramme grammes
    unit mg milligram milligrams; unit t tonne tonnes; unit {ton} ton tons; unit L litre litres liter liters
    unit mL millilitre millilitres milliliter milliliters; unit har hectare hectares; unit h hour hours
    unit min minute minutes; unit s second seconds; unit ms milliseconds; unit d day days; unit wk week weeks
    unit mo month months; unit a year years; unit decade decade decades; unit century centuries
    unit millennium millennia; unit fortnight fortnight fortnights; unit W watt watts; unit kW kilowatt kilowatts
    unit MW megawatt megawatts; unit GW gigawatt gigawatts; unit TW terawatt terawatts; unit kV kilovolt kilovolts
    unit A ampere amperes; unit Ohm ohm ohms; unit kJ kilojoules; unit kHz kilohertz; unit kBy kilobyte kilobytes
    unit PBy petabyte petabytes; unit Mbit megabit megabits; unit Gbit gigabit gigabits; unit hPa hectopascals
    unit mbar millibar millibars; unit kPa kilopascals; unit [Cal] calories; unit kcal kilocalories
    unit [car_m] carat carats; unit [fth_i] fathom fathoms; unit [bu_us] bushel bushels; unit mSv millisieverts
    unit GBy gigabyte gigabytes; unit MBy megabyte megabytes; unit TBy terabyte terabytes; unit V volt volts
    unit Hz hertz; unit MHz megahertz; unit GHz gigahertz; unit J joules; unit dB decibel decibels
    unit [in_i] inch inches; unit [ft_i] foot feet; unit [yd_i] yard yards; unit [mi_i] mile miles
    unit [oz_av] ounce ounces; unit [acr_us] acre acres; unit [bbl_us] barrel barrels; unit {gallon} gallon gallons
    unit {pint} pint pints; unit [kn_i] knot knots; unit [mi_i]/h mph; unit [HP] horsepower; unit K kelvin
    square 2 square sq; cubic 3 cubic; nautical 0 nautical; light 0 light; degree 0 degree degrees; minus 0 minus
    ago 0 ago later earlier
    change 0 rose fell up down dropped grew increased decreased declined climbed jumped slipped gained lost edged \
    plunged soared surged sank dipped widened narrowed shrank rise fall increase decrease drop
    score 0 win wins defeat victory loss draw lead home away won beat beaten drew ahead trailing trailed final \
    aggregate
    month 0 january february march april may june july august september october november december jan feb mar apr \
    jun jul aug sep sept oct nov dec
    to 0 to; and 0 and; from 0 from
    label 0 page pages p pp art article articles annex sections chapter section figure fig table no nos number \
    numbers nr phase channel flight room step level type version part volume vol item route highway resolution rule \
    class grade line lines round game day point issue season episode gate pier apt suite box clause paragraph para \
    model mark unit platform
    function 0 by in on about over some at more only all the after with nearly around almost of for than least are \
    were these those another first last his her our their its among within when while as if but or so just another \
    there between under roughly approximately another exactly other next past every each both total this that we \
    they i it have has had was is be been will would could can since before during until against into through left \
    killed including not now then yet an also even
    """
}
