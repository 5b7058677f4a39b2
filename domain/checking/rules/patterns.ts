import type { RuleId } from "../model";
import type { Place } from "./find";

/** Up to so many words between the parts of a pattern, within one clause: separated verbs, and verbs at the end. */
const GAP = "(?:[^\\s,;.:]+ ){0,7}?";
const ANY = "[\\p{L}-]+";
const NUMBER =
  "(?:\\d+(?:[.,]\\d+)?|één|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf|vijftien|twintig)";
const WHO =
  "(?:\\p{L}*(?:nemers?|leveranciers?|vervoerders?|aanbieders?|dienstverleners?|verleners?|partij(?:en)?|partners?|coach(?:es)?|chauffeurs?|begeleiders?|medewerkers?|medewerksters?|contractanten?|exploitanten?|beheerders?|uitvoerders?|bedrij(?:f|ven)|bureaus?|organisaties?|instellingen?|teams?|personeel|hoveniers?|schoonmakers?|ondernemingen?|ondernemers?|professionals?|installateurs?|adviseurs?|consulenten?|bemanning|bezetting|ploeg|krachten))";
const PLACE = "(?:gemeente|regio|streek|stad|wijk|buurt|provincie|omgeving|dorp|kern|gebied)";
const IF =
  "(?:tenzij|mits|indien|als|wanneer|zodra|waar|daar waar|voor zover|voorzover|zolang|in zoverre|behalve als|behalve wanneer|daar)";

/**
 * What is told by how words go together and not by the words alone. `…` is a few words within the clause, `_` any one
 * word, `#` a number, `@` who performs the contract, `^` an area, `~` a word that opens a condition; the rest is a
 * regular expression between two edges of words.
 */
const PATTERNS: Partial<Record<RuleId, readonly string[]>> = {
  placeholder: [
    "(?:nader|nog|later|alsnog|in een later stadium|op een later moment) (?:door _ _ |in overleg |nader )?(?:te |worden |wordt |nader )?(?:bepalen|bepaald|invullen|ingevuld|vullen|vaststellen|vastgesteld|overeengekomen|overeen te komen|afspreken|afgesproken|uitwerken|uitgewerkt|concretiseren|geconcretiseerd|specificeren|gespecificeerd|besluiten|besloten|bekendgemaakt|aangevuld|aanvullen|benoemen|benoemd|bekend)",
    "(?:is|zijn|staat|staan) nog niet (?:bekend|bepaald|vastgesteld|ingevuld|vast)",
    "(?:nog|nader) (?:in|vast|uit|aan) te (?:vullen|stellen|werken)",
    "(?:hier|naam|datum|bedrag|aantal|tekst|percentage) (?:nog )?(?:invullen|aanvullen|invoegen)",
    "x{2,}(?:[-/.,:]x{2,})*(?:[-/.]\\d+)?",
    "(?:dd|jj|mm)[-/.](?:mm|dd)[-/.](?:jj|jjjj|yyyy|\\d{4})",
    "n\\.?t\\.?[bk]",
    "(?:bijlage|artikel|paragraaf|hoofdstuk|week|perceel|tabel) [xyn?](?!-)",
  ],
  noTerm: [
    "zo (?:snel|spoedig|vlug|vlot|gauw|rap|vroeg|vroegtijdig|tijdig|kort)(?: als)?(?: dat| het| dit)?(?: maar| redelijkerwijs| praktisch)? (?:mogelijk|kan|haalbaar|lukt)",
    "(?:op|binnen) (?:een )?(?:zo kort mogelijke |afzienbare|korte|redelijke|aanvaardbare|acceptabele|passende|gepaste|behoorlijke|de gebruikelijke|niet al te lange) (?:termijn|tijd|periode|tijdsbestek)",
    "zo kort mogelijke? (?:termijn|tijd)",
    "te gelegener tijd",
    "(?:op |binnen )?(?:de |het )?(?:kortst|snelst|vroegst|spoedigst) (?:mogelijke?|haalbare) (?:termijn|tijd|moment|tijdstip|tijdsbestek)",
    "(?:op|binnen) (?:de )?(?:langere|middellange) termijn",
  ],
  vagueTime: [
    "(?:onverwijld|ijlings|aanstonds|terstond|pardoes|schielijk|stante pede|rap|bijtijds|vlug|spoedigst|gezwind)",
    "(?:met|met de nodige|met gepaste|met grote|met alle) (?:spoed|voortvarendheid|haast|snelheid)",
    "zonder (?:\\p{L}+ )?(?:uitstel|dralen|oponthoud|vertraging)",
    "(?:kort|ruim|vlak|geruime tijd|enige tijd|lang|direct|meteen|vlot|snel) (?:na|voor|voorafgaand|erna|ervoor|daarna|daarvoor|nadat|voordat)",
    "op (?:een |het )?(?:geschikte?|juiste?|passende?|later|gepaste?|gunstig) (?:moment|tijdstip)",
    "(?:rond|tegen|omstreeks) (?:de |het )?(?:zomer|winter|voorjaar|najaar|jaarwisseling|begin|einde?|kerst)",
    "(?:vroeg|laat|lang) genoeg",
    "(?:geruime|enige|langere|korte|afzienbare|zekere|beperkte) (?:tijd|periode|termijn)",
    "(?:in|gedurende) de loop van",
    "(?:zo )?(?:tijdig|vroegtijdig) (?:mogelijk )?",
    "(?:medio|op termijn|te zijner tijd|t\\.z\\.t)",
    "(?:de|een) (?:afgesproken|gebruikelijke|gestelde|normale) (?:termijn|tijd|doorlooptijd)",
  ],
  escapeClause: [
    "(?:tenzij|behalve (?:als|wanneer|indien)|behoudens (?:als|wanneer)) … (?:niet|on)\\s?(?:goed |redelijkerwijs |praktisch )?(?:mogelijk|haalbaar|lukt|kan|uitvoerbaar|werkbaar|doenlijk|doenbaar|wenselijk|gaat|past|redelijk|beschikbaar)",
    "tenzij … (?:verhinderen|verhindert|belet|beletten|verzetten|verzet|onmogelijk maakt|onmogelijk maken|anders besluit|anders blijkt|tegenzit|bezwaarlijk)",
    "~ (?!(?:[^\\s,;.:]+ ){0,7}?(?:niet|geen|on)(?: |mogelijk))(?:[^\\s,;.:]+ ){0,7}?(?:toelaat|toelaten|toestaat|toestaan|uitkomt|lukt|haalbaar|doenlijk|uitvoerbaar|vermogen ligt|macht ligt|realiseerbaar|inpasbaar|werkbaar|even kan)",
    "~ (?:het|dat|dit|zulks)(?: maar| even| ook| redelijkerwijs| praktisch| organisatorisch| financieel| technisch){0,3} (?:kan|mogelijk is|mogelijk blijkt|gaat|past|lukt|schikt)",
    "(?:waar|indien|voor zover|voorzover|wanneer|als|mits|zover)(?: enigszins| dit| dat| redelijkerwijs| praktisch| technisch| organisatorisch| financieel| dan ook| ook maar| maar){0,3} (?:mogelijk|haalbaar|uitvoerbaar|redelijk)",
    "(?:naar|binnen) (?:de |het |haar |zijn |hun |eigen )?(?:vermogens?|mogelijkheden|redelijke|kunnen)",
    "~ … (?:kans (?:toe )?ziet|gelegenheid (?:toe )?(?:heeft|is|ziet)|tijd (?:voor )?(?:heeft|is)|ruimte (?:voor )?(?:heeft|is|biedt)|in staat is|staat stelt|staat stellen)",
    "(?:in voorkomende gevallen|behoudt zich het recht voor|behoudens overmacht en|naar bevind van zaken|daargelaten)",
    "in de mate van het mogelijke",
    "(?:doet|doen) … (?:best|moeite|mogelijke|inspanning|alles aan|poging)",
    "(?:beijvert|beijveren|bemoeit|getroost) zich",
    "(?:streeft|streven) (?:er )?… (?:naar|na|ernaar)",
    "nastreeft",
    "(?:zet|zetten|spant|spannen) zich … in",
    "zich … (?:inspant|inspannen|inzet|inzetten|in te spannen|in te zetten)",
    "(?:probeert|proberen|tracht|trachten|poogt|pogen|hoopt|hopen|beoogt|beogen|ambieert)",
    "(?:heeft|hebben) (?:de |een )?(?:intentie|ambitie|voornemen|streven)",
    "(?:is|zijn) (?:voornemens|van plan)",
    "(?:naar|volgens) (?:eigen|zijn|haar|hun) (?:eigen )?(?:inzicht|goeddunken|oordeel|believen|keuze)",
    "(?:indien|als|wanneer|mits|tenzij) (?:de |het )?(?:planning|omstandigheden|situatie|capaciteit|bezetting|drukte|agenda|werkdruk|middelen|budget|weer) (?:dit |dat |het |daartoe |daarvoor |zich ){0,2}(?:niet |wel |daartoe )?(?:toe|toelaat|toelaten|toestaat|toestaan|aanleiding|vraagt|vragen|verhinderen|verzetten)",
    "(?:bijzondere|uitzonderlijke|onvoorziene|zwaarwegende|gewichtige|dringende|dwingende) (?:omstandigheden|redenen|gevallen|situaties)",
    "behoudens (?:uitzonderingen|onvoorziene|bijzondere)",
    "(?:uitzonderingen|afwijkingen) (?:daargelaten|voorbehouden|zijn mogelijk)",
    "redelijkerwijs(?: _){0,3} (?:verwacht|gevergd|verlangd|mogelijk|nodig)",
    "(?:zo|waar) mogelijk",
    "zoveel (?:als )?(?:mogelijk|kan|doenlijk|haalbaar)",
    "zo (?!(?:snel|spoedig|vlug|vlot|gauw|rap|vroeg|vroegtijdig|tijdig|kort) )_ (?:als )?(?:mogelijk|haalbaar)",
    "(?:wordt|worden) gestreefd",
    "(?:mogelijk|eventueel|wellicht|misschien|desnoods)erwijs",
  ],
  softEscape: [
    "~ … (?:aanleiding|wenselijk|nuttig|zinvol|opportuun|raadzaam|noodzakelijk|nodig|gewenst|aangewezen|verantwoord|daarom vraagt|daar om vraagt) ?(?:acht|achten|vindt|vinden|is|zijn|geeft|geven|bestaat|ziet|blijkt|wordt geacht)",
    "~ … (?:erom|daarom|hierom) (?:vraagt|vragen)",
    "~ (?:nodig|noodzakelijk|nuttig|zinvol|gewenst|wenselijk|aan de orde|opportuun|relevant|van toepassing)",
    "(?:normaal gesproken|in de regel|in beginsel|in principe|principieel|in het algemeen|over het algemeen|gewoonlijk|als regel|onder normale omstandigheden)",
    "(?:eventueel|eventuele|evt|zonodig|desgewenst|desgevraagd|mogelijkerwijs)(?= (?:bijstelling|aanpassing|ondersteuning|hulp|begeleiding|aanvulling|andere|extra|met|ook|een|de|het|in|aan|op|af|mee|bij|door|vervanging))",
    "in (?:onderling|goed|nader|gezamenlijk)? ?overleg(?! (?:met|tussen))",
    "(?:de )?(?:voorkeur|wens) (?:gaat|heeft|is|wordt|verdient)",
    "(?:verdient|geniet|heeft) (?:de |een )?(?:voorkeur|aanbeveling)",
    "(?:staat|zijn|is) (?:hier|daar)?(?:in|toe|voor)? ?bereid",
    "(?:het is de )?bedoeling",
    "(?:ter|naar) (?:beoordeling|discretie|keuze|oordeel|inzicht|goeddunken)(?: van)?",
    "afhankelijk van (?:de )?(?:situatie|omstandigheden|behoefte|drukte|vraag|beschikbaarheid|mogelijkheden|capaciteit)",
    "op (?:indicatie|basis van behoefte|afroep)(?= en)",
  ],
  approximation: [
    "(?:iets|wat|veel|aanmerkelijk|beduidend|aanzienlijk|fors|flink) (?:langer|korter|meer|minder|hoger|lager|groter|kleiner|later|eerder|vaker)",
    "een (?:dag|week|maand|uur|jaar|minuut|kwartier|meter|keer|stuk|man) of #",
    "zo['’]n (?:#|_tig|honderd|half|kwart)",
    "(?:rond|tegen|richting|pakweg|naar schatting|grosso modo|om en (?:na)?bij|globaal|zowat|plm\\.?|een kleine|een krappe|een dikke|ruim|krap|bijna|iets (?:meer|minder|onder|boven)(?: dan)?|net (?:onder|boven)) (?:de |het |een )?(?:\\d|#|half|honderd|duizend|kwartier)[^\\s]*",
    "\\d+ (?:à|a) \\d+",
    "(?:een )?(?:à|a) twee",
    "(?:in de )?orde van grootte",
  ],
  vagueAmount: [
    "(?:het |een )?(?:overgrote|grootste|groot|grote|klein|belangrijk|aanzienlijk|substantieel|beperkt|gering|ruim|flink|fors|merendeel) (?:deel|gedeelte|merendeel|aandeel)",
    "(?:het )?(?:merendeel|gros|leeuwendeel) (?:van|der)",
    "een (?!(?:gelijk|vast|maximaal|minimaal|totaal|maximum|minimum|even) )_ aantal(?! van #)",
    "een (?:_ )?(?:hoeveelheid|scala|keur|variëteit|verscheidenheid|reeks|waaier|scala aan)",
    "(?:afdoende|ampele?|toereikende?|voldoende|ruimschoots|legio|menig|menige|volop|genoegzaam|substantiële?|aanzienlijke?|noemenswaardige?|meerdere|ettelijke|verscheidene|allerlei|allerhande|talloze?|velerlei|tal van|genoeg)",
    "meer dan (?:genoeg|voldoende)",
    "(?:laag|hoog|kort|lang|klein|groot|beperkt|gering|minimaal|maximaal|overzienbaar)(?=[.;]|$)",
    "(?:in|op) (?:toenemende|hoge|grote|ruime|voldoende|redelijke|beperkte|zekere|belangrijke|sterke|geringe) (?:mate|schaal)",
    "(?:ruime?|brede|bredere|grote|geringe|beperkte|flinke|forse|hoge|lage|minimale|stevige|uitgebreide|ruimere) (?:voorraad|keuze|capaciteit|ervaring|kennis|inzet|openingstijden|bezetting|aanbod|marge|opslag|expertise|beschikbaarheid|wachttijd|wachttijden|uitval|kosten|groep|groepen|doelgroep|variatie|netwerk|bereik|aandacht|tijd|hinder|overlast|foutmarge|werkdruk|caseload|omvang)",
    "(?:zo min|zo weinig|zo veel|zoveel|maximaal|minimaal) (?:mogelijk|mogelijke)",
    "(?:tot een minimum|tot het minimum|tot een aanvaardbaar niveau|binnen de perken)",
    "(?:structureel|extra|aanvullende|voldoende) (?:uren|menskracht|tijd|capaciteit|inzet)",
  ],
  vagueFrequency: [
    "(?:veelvuldige?|herhaaldelijk|herhaald|meermaals|meermalen|sporadisch|incidenteel|gaandeweg|steeds vaker|steevast|doorlopend|stelselmatig|structureel|cyclisch|intermitterend)",
    "(?:bij tijd en wijle|zo nu en dan|zo af en toe|om de zoveel (?:tijd|weken|maanden|dagen)|keer op keer|bij gelegenheid|bij herhaling|op frequente basis)",
    "(?:op|met) (?:een )?(?:regelmatige|periodieke|structurele|vaste|enige|grote|zekere|gepaste|reguliere|frequente) (?:basis|regelmaat|tijden|momenten|tijdstippen|intervallen|frequentie)",
    "(?:een paar|enkele|meerdere|verschillende|enige) (?:keer|keren|malen)",
    "(?:zo vaak|zo dikwijls|telkens|zo frequent) (?:als|wanneer|mogelijk)",
    "zoveel als kan",
    "(?:regelmatig|geregeld|periodiek|frequent)e? (?:\\p{L}+)?(?:overleg|contact|rapportage|controle|evaluatie|terugkoppeling)",
    "vaker",
  ],
  vagueQuality: [
    "(?:zeer|erg|heel|uiterst|bijzonder|buitengewoon|hoogst|tamelijk|relatief|uitermate|behoorlijk|enigszins|heel erg|extreem) (?!(?:uiterlijk|ernstig|zorgwekkend|van|om|in|aan|op|voor|te|veel|weinig|door|dat|nodig|zware) )\\p{L}{4,}(?:d|t|r|s|l|k|g|m|n|f|e)",
    "voldoende (?:op|toe|uit|in|be|ge|ver)\\p{L}+(?:d|t)",
    "\\p{L}{3,}st (?:mogelijke?|haalbare|denkbare)",
    "(?:egale?|gelijkmatige?|gaaf|gave|ongestoorde?|vloeiende?|vlotte?|harmonieuze?|sereen|serene|ontspannen)",
    "met (?:de |het |een )?(?:nodige|gepaste|vereiste|grote|grootste|veel|alle|hoge|groot|uiterste|passende|voldoende|juiste|grootst mogelijke) \\p{L}+",
    "met (?:zorg|respect|aandacht|begrip|beleid|vakmanschap|plezier|verstand|discretie|toewijding|souplesse|creativiteit|liefde|egards|tact)",
    "(?:van|op) (?:een )?(?:hoog|hoge|goed|goede|voldoende|acceptabel|aanvaardbaar|behoorlijk|topkwaliteit|onberispelijke?|uitstekende?) ?(?:niveau|kwaliteit|peil|gehalte|standaard)?",
    "(?:affiniteit|gevoel|feeling|hart|passie|oog|antenne) (?:met|voor)",
    "op (?:een |de )?(?!(?:andere|dezelfde|enige|gelijke|volgende|zodanige|schriftelijke|digitale|elektronische|enigerlei|welke|eerste|in) )\\p{L}+e (?:manier|wijze)(?! (?:zoals|als bedoeld))",
    "(?:naar|tot) (?:ieders |volle |algehele |grote |wederzijdse )?(?:tevredenheid|genoegen|behoren|wens|believen)",
    "(?:gezellige?|sfeervolle?|handige?|praktische?|pragmatische?|slimme?|leuke?|fijne?|opbouwende?|open|uitstekende?|onberispelijke?|smetteloze?|keurige?|beschaafde?|tactvolle?|creatieve?|dynamische?|ambitieuze?|slagvaardige?|daadkrachtige?|betrokken|gedegen|oprechte?|zuinige?|vlotte?|gestroomlijnde?|geruisloze?|feilloze?|fatsoenlijke?|onopvallende?|bekende?|vertrouwde?|logische?|consistente?|coherente?|integrale?|holistische?|samenhangende?|evenwichtige?|gebalanceerde?|uitgebalanceerde?|aansprekende?|boeiende?|motiverende?|stimulerende?|activerende?|uitdagende?|ondersteunende?|verantwoorde?|acceptabele?|geavanceerde?|hypermoderne?|verouderde?|gerenommeerde?|vooraanstaande?|toonaangevende?|erkende|solvabele?|gezonde?|kindvriendelijke?|cultuursensitieve?|sensitieve?|responsieve?|schaalbare?|wendbare?|agile|lean|open en eerlijke?|ruimhartige?|coulante?|soepele?|genereuze?|rijke?|heldere?|bondige?|beknopte?|volwassen|degelijke?|strakke?|esthetische?|aangename?|verkwikkende?|behaaglijke?|rendabele?|kosteneffectieve?|energie-efficiënte?|klimaatvriendelijke?|groene|schappelijke?|betaalbare?|billijke?|evidente?|adequate?|kwaliteitsvolle?|gestructureerde?|systematische?|methodische?|gedetailleerde?|uitvoerige?|uitgebreide?|volwaardige?|hoogstaande?|kleinschalige?|gedreven|ervaren|bevlogen|geschoolde?|goedgeschoolde?|geoefende?|bedreven|vaardige?|onderlegde?|beschikbare capaciteit|toegewijde?|loyale?|coöperatieve?|welwillende?|meegaande?|toeschietelijke?|servicegerichte?|optimale?|maximale inzet)",
    "(?:geldende|vigerende|gangbare|relevante|toepasselijke|gebruikelijke|algemeen aanvaarde|algemeen geldende|huidige|laatste|actuele) (?:normen|standaarden|richtlijnen|kwaliteitseisen|kwaliteitsnormen|inzichten|stand der techniek|stand van de techniek|eisen|methoden|praktijk|protocollen)",
    "stand (?:der|van de) techniek",
    "goed (?:huisvader|vakmanschap|vakman|ondernemerschap|gebruik)",
    "(?:op|aan)(?:\\p{L}+)? (?:de )?behoeften?(?: van)? (?:afgestemd|aangepast|gericht)",
    "(?:sluit|sluiten|aansluit|aansluiten) (?:_ ){0,3}(?:goed|naadloos|optimaal|nauw) aan",
    "(?:ervoor )?(?:beschikken|beschikt) over (?:de )?(?:juiste|nodige|benodigde|vereiste|gevraagde|noodzakelijke|relevante) _",
    "(?:de |het )?(?:juiste|nodige|benodigde|noodzakelijke|gepaste) (?:kennis|vaardigheden|competenties|opleiding|kwalificaties|materialen|middelen|maatregelen|aandacht|zorg|wijze|manier|plek|ondersteuning|hulp|deskundigheid|expertise|faciliteiten|voorzieningen|rust|ruimte|mensen)",
    "(?:betere?|beste|fijnere?|mooiere?|snellere?|lagere?|hogere?|kortere?|efficiëntere?|effectievere?|prettigere?|veiligere?|duurzamere?|hoogste?) (?:kwaliteit|service|dienstverlening|prestaties|resultaten|resultaat|niveau|samenwerking|aansluiting|zorg|uitkomsten|sfeer|communicatie|doorstroom)",
    "goed|goede|beste|zorgzame?|attente?|flexibele?",
    "(?:warme|fijne|goede|prettige|gezellige|veilige|open|stimulerende) (?:sfeer|omgeving|plek|cultuur|klimaat|leeromgeving)",
  ],
  openEnd: [
    "en (?:alle )?(?:andere|overige|verdere|aanverwante|soortgelijke|gelijksoortige|vergelijkbare|bijkomende) (?!(?:leerlingen|ouders|kinderen) )\\p{L}+",
    "(?:alle|eventuele)? ?(?:overige|voorkomende|bijkomende|aanverwante|aanvullende|gerelateerde|andere voorkomende) (?:\\p{L}+e )?(?:werkzaamheden|taken|diensten|activiteiten|zaken|klussen|kosten|partijen|onderdelen|documenten|gegevens|voorzieningen|instanties)",
    "(?:en|of) (?:zo|wat) (?:meer|voort|verder|al)",
    "en (?:al )?wat (?:verder|daarbij|er|hiervoor|daar)",
    "(?:te denken valt aan|valt te denken aan|men denke aan|denk hierbij aan|denk daarbij aan|hierbij kan gedacht worden aan|kan worden gedacht aan|gedacht kan worden aan|onder meer|onder andere|met name|et cetera|in het bijzonder|niet limitatief|niet uitputtend|bij wijze van voorbeeld|bv|bijv|m\\.n|i\\.h\\.b|waartoe behoren)",
    "(?:omvat|omvatten|bevat|bevatten|betreft|betreffen|bestaat uit|bestaan uit) (?:_ ){0,2}?(?:in ieder geval|in elk geval|onder meer|zaken als|onder andere)",
    "(?:zaken|onderwerpen|thema['’]s|partijen|partners|onderdelen|aspecten|voorzieningen|middelen|werkzaamheden|activiteiten) (?:als|zoals)",
    "(?:of|en/of) (?:iets|een) (?:vergelijkbaars|soortgelijks|dergelijks|ander \\p{L}+|andere \\p{L}+)",
    "(?:alles|al hetgeen|al wat|datgene) (?:wat|dat|hiervoor|daarvoor|in redelijkheid|wat daarvoor)?",
  ],
  absolute: [
    "(?:dag en nacht|zonder (?:enige )?uitzondering|op (?:elk|ieder) gewenst (?:moment|tijdstip)|zonder enige? \\p{L}+|geen enkele?|in alle opzichten|op geen enkele (?:wijze|manier)|nul fouten|volstrekt|onafgebroken|ononderbroken|te aller tijde|ten allen tijde|ten alle tijde|onvoorwaardelijk|nergens|voor altijd|eeuwig|honderd procent|100 ?% (?:foutloos|beschikbaar|zeker|tevreden|veilig|van de tijd)|onder alle \\p{L}+|in alle gevallen|elke dag van het jaar|onbeperkte?|iedereen|wat er ook gebeurt|hoe dan ook|probleemloos)",
    "(?:sluit|sluiten) (?:elk|ieder|elke|iedere|alle) _ … uit",
    "(?:garandeert|garanderen|verzekert|waarborgt) (?:dat )?(?:er )?(?:alle|geen|elk|elke|volledige?|altijd|100)",
    "(?:alle|elke|iedere|elk|ieder) (?:mogelijke|denkbare|soort|soorten|type|vorm|vormen) ",
    "(?:voorkomt|voorkomen|uitsluiten) … (?:elke|alle|iedere|enige) _",
    "(?:volledig|geheel|totaal|helemaal) (?:vrij van|zonder|foutloos|storingsvrij|schoon|veilig|tevreden)",
  ],
  weakWord: [
    "(?:zou|zouden|hoort|horen|behoort|behoren|behoeft|liefst|graag|mogelijk(?:erwijs)?) (?:_ ){0,6}?(?:te \\p{L}+|zien|hebben|kunnen|moeten|zijn)",
    "(?:moet|moeten|dient|dienen) (?:_ ){0,6}?(?:te )?kunnen",
    "(?:verwacht|verwachten|verwachting|wenst|hecht|wensen|hechten) (?:_ ){0,4}?(?:dat|aan|van)",
    "(?:wordt|worden|mag) (?:_ ){0,4}?(?:verwacht|verondersteld|geacht|gevraagd|verzocht|aangemoedigd|aanbevolen|gewaardeerd)",
    "(?:is|zijn|dient|dienen|moet|moeten) (?:_ ){0,3}?in staat",
    "(?:is|zijn) (?:zich )?(?:_ ){0,2}?(?:bewust van|welkom|mogelijk|denkbaar|aan te bevelen|raadzaam|van belang|belangrijk|een pre|een pré|essentieel|cruciaal|wenselijk)",
    "(?:een pre|een pré|een plus|pluspunt)",
    "(?:wil|willen|mag|mogen) (?:_ ){0,2}?graag",
  ],
  vagueVerb: [
    "(?:denkt|denken) … mee",
    "(?:draagt|dragen) … bij",
    "(?:bijdraagt|bijdragen|bij te dragen)",
    "(?:heeft|hebben|houdt|houden|besteedt|besteden|schenkt|schenken|geeft|geven) … (?:oog|aandacht|rekening|voeling|begrip|ruimte|invulling|vorm|gehoor|binding)(?! \\d)",
    "(?:aandacht|oog|begrip|respect) (?:heeft|hebben|besteed|besteedt|te hebben|besteden|te besteden|voor|aan)",
    "rekening (?:te )?(?:houdt|houden|gehouden)",
    "(?:speelt|spelen) … in op",
    "(?:stelt|stellen) zich … op",
    "(?:zet|zetten) … in op",
    "(?:gaat|gaan) … (?:uit van|te werk|om met)",
    "(?:springt|springen|kijkt|kijken|zoekt|zoeken) … (?:in|naar|mee|vooruit|op)",
    "(?:neemt|nemen) … (?:initiatief|regie|voortouw|verantwoordelijkheid)",
    "(?:toont|tonen) … (?:initiatief|betrokkenheid|begrip|interesse|inzet)",
    "(?:richt|richten) zich … op",
    "(?:maakt|maken) zich (?:sterk|hard)",
    "(?:versterkt|versterken|verbetert|verbeteren|bevordert|bevorderen|stimuleert|stimuleren|motiveert|inspireert|optimaliseert|optimaliseren|faciliteert|faciliteren|borgt|borgen|geborgd|waarborgt(?! dat)|waarborgen(?! dat)|minimaliseert|minimaliseren|maximaliseert|beperkt zoveel|streamlijnt|stroomlijnt|professionaliseert|activeert|ontzorgt|ontzorgen|ondersteunt bij|onderhoudt contact|ziet toe op|waakt over|verdiept|verduurzaamt)",
    "(?:weet|weten) (?:_ ){0,4}?te",
    "(?:werkt|werken) (?:nauw |goed |intensief |actief |constructief |prettig )*samen(?= (?:aan|om|met andere|met alle|met relevante|met de keten|met ketenpartners|met partners))",
    "(?:is|zijn) (?:ingericht|gericht|toegerust|berekend|voorbereid|alert|bedacht|gespitst) op",
    "(?:stemt|stemmen) (?:_ ){0,5}?af(?! (?:op|met))",
    "(?:zorgt|zorgen) (?:ervoor )?(?:voor )?(?:een |dat )?(?:goede?|rust|sfeer|balans|verbinding|vertrouwen|draagvlak|veiligheid|continuïteit)",
  ],
  incumbent: [
    "(?:huidige|zittende|bestaande|tegenwoordige|vorige|oude|vertrouwde|actuele|dezelfde|vaste) (?:_ )?@(?= (?:wordt|worden|blijft|blijven|zet|behoudt|houdt|in de gemeente))",
    "(?:huidige|zittende|tegenwoordige|vorige) (?:jeugdhulp|zorg|welzijns|vervoers|gecontracteerde )?@",
    "@ … (?:die|dat|zoals) (?:wij |we |de gemeente |er |hier |ook )?(?:nu|al|thans|momenteel|reeds|tot nu toe|op dit moment|heden|vandaag|de afgelopen) (?:_ ){0,6}?(?:\\p{L}+(?:t|en|d)|is|zijn)",
    "@ … (?:die|dat) (?:wij|we|de gemeente|er|zij|hij) (?:nu|al|thans|momenteel|reeds|op dit moment)",
    "(?:zoals|als|net als|gelijk aan)(?: dat)?(?: wij| we| het)? (?:nu|thans|momenteel|op dit moment|tot nu toe|tot op heden|in de huidige (?:situatie|uitvoering)|onder het huidige contract)",
    "(?:huidige|bestaande|lopende|zittende|tegenwoordige) (?:samenwerking|contractpartner|partner|relatie|werkwijze van|contractant|exploitant|contracthouder|gecontracteerde|uitvoering door|uitvoerende|leveranciersrelatie)",
    "(?:eerder|al|reeds|jarenlang|in het verleden|voorheen) (?:_ ){0,3}?(?:voor|bij|in) (?:deze|onze|de) (?:gemeente|opdrachtgever) (?:_ ){0,2}?(?:gewerkt|werkzaam|actief|gereden|uitgevoerd|geleverd|werkt|verricht)",
    "(?:ervaring|gewerkt|werkzaam|vertrouwd) (?:_ ){0,3}?(?:bij|met|binnen|voor) (?:deze|onze) (?:gemeente|scholen|opdrachtgever|organisatie)",
  ],
  localPreference: [
    "@ … (?:komt|komen|woont|wonen|gevestigd|vestigt|afkomstig|woonachtig|zetelt|zetelen|huist|geworteld|kantoor|zit|zitten) … (?:uit|in|binnen|nabij) (?:de |het |onze |deze |dezelfde |eigen |directe ){0,2}^(?! van de (?:leerling|cliënt|inwoner))",
    "(?:hoofdkantoor|kantoor|vestiging|hoofdvestiging|magazijn|loods|werkplaats|steunpunt|zetel|standplaats|filiaal|remise|stalling|depot|kwekerij) … (?:in|binnen|uit|nabij|te|op) (?:de |het |onze |deze |eigen |een |directe )*(?:^|straal|gemeentegrenzen|afstand van)",
    "(?:gevestigd|woonachtig|kantoorhoudend|woont|wonen|vestiging|kantoor) … (?:straal|kilometer|km|nabijheid|omtrek|gemeentegrenzen|postcodegebied)",
    "(?:lokale?|plaatselijke?|regionale?|inheemse) (?:\\p{L}+e )?(?:@|leveranciers|telers|producenten|zzp['’]ers|middenstand|bedrijfsleven|mkb|winkeliers|aannemers|vakmensen|arbeidskrachten)",
    "(?:bekend|vertrouwd|ingevoerd|thuis|bekendheid|ervaring|kennis|wegwijs|kent|kennen|geworteld|verankerd|gekend|ingebed) (?:_ ){0,5}?(?:lokale|plaatselijke|regionale|onze|deze)(?: _)? (?:\\p{L}*(?:situatie|gemeente|wijken?|buurt|regio|stad|scholen|netwerk(?:en)?|kaart|veld|gemeenschap|cultuur|partners|infrastructuur|omstandigheden|samenleving|markt|problematiek))",
    "(?:de|onze|deze) (?:lokale |eigen )?(?:gemeente|wijk|buurt|regio|streek|stad|straten|dialect) (?:goed |al |van binnenuit |van haver tot gort |door en door )?(?:kent|kennen)",
    "(?:kent|kennen) (?:de|het|onze) (?:gemeente|wijk|buurt|regio|streek|stad|dorpen|wijken|dorp|weg|straten)",
    "(?:komt|komen|afkomstig) uit (?:de |onze |het |eigen )*(?:gemeente|regio|streek|stad|buurt|wijk|provincie|omgeving)",
    "(?:winkels?|bedrijven|bedrijf|leveranciers?|telers|kwekers|zaken|ondernemers|aannemers) (?:uit|in|binnen) (?:het |de |onze )^",
    "(?:uit|in) (?:eigen|onze) (?:gemeente|regio|streek|stad|dorp|provincie)",
    "(?:spreekt|spreken|beheerst) (?:het |de )?(?:lokale |plaatselijke |streek)?(?:dialect|streektaal|twents|fries|limburgs|gronings|brabants|drents|zeeuws)",
  ],
  personNotFunction: [
    "(?:is|zijn) (?:een )?(?:_ ){0,2}?(?:iemand|man|vrouw|mensen(?:mens)?|type|dame|heer|jongeman|teamspeler|doorzetter|aanpakker|spil|boegbeeld|topper|mensenmens|persoon)",
    "iemand (?:die|met)",
    "(?:de|vaste) persoon(?: van| die)?",
    "(?:gevoel voor humor|humor|levenservaring|uitstraling|charisma|inlevingsvermogen|doorzettingsvermogen|lef|enthousiasme|bevlogenheid|goede reputatie|het hart op|mensenkennis|persoonlijke klik|klikt)",
    "(?:begeleiders?|coach(?:es)?|chauffeurs?|medewerkers?) … (?:boven de|onder de|jonger dan|ouder dan|tussen de) #\\d? jaar",
    "(?:een )(?:echte|ware|geboren|rasechte|natuurlijke) \\p{L}+",
    "moedertaalspreker",
  ],
  proportionality: [
    "(?:jaar|netto-?|bruto-?|minimum)?omzet(?:eis)? (?!belasting)(?:_ ){0,5}?(?:van|boven|bedraagt|is|over|heeft|ten minste|minimaal|minstens|hoger)",
    "(?:eigen vermogen|solvabiliteit\\p{L}*|balanstotaal|liquiditeit\\p{L}*|current ratio|bankgarantie|concerngarantie|winstgevend\\p{L}*|winstmarge)",
    "(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|[2-9]|[1-9]\\d) (?:of meer )?(?:_ )?(?:referenties|referentie\\p{L}+|soortgelijke \\p{L}+|vergelijkbare \\p{L}+|identieke \\p{L}+)",
    "(?:soortgelijke|vergelijkbare|identieke|gelijke) (?:\\p{L}+ )?(?:opdracht|opdrachten|projecten|project|contracten|gemeenten?|omvang)",
    "(?:vijf|zes|zeven|acht|negen|tien|twaalf|vijftien|twintig|[5-9]|[1-9]\\d) jaar (?:_ ){0,4}?(?:\\p{L}*ervaring|actief|werkzaam|gewerkt|bestaan|bestaat|ingeschreven)",
    "\\p{L}*ervaring (?:_ ){0,5}?(?:vijf|zes|zeven|acht|negen|tien|twaalf|vijftien|twintig|[5-9]|[1-9]\\d) jaar",
    "(?:bestaat|werkt|actief|ingeschreven|werkzaam) (?:_ ){0,5}?(?:vijf|zes|zeven|acht|negen|tien|twaalf|vijftien|twintig|[5-9]|[1-9]\\d) jaar",
    "(?:onbeperkt|ongelimiteerd|volledig|geheel|onverkort|zonder (?:enige )?(?:limiet|beperking|maximum|plafond)) … (?:aansprakelijk\\p{L}*|verantwoordelijk voor alle)",
    "(?:aansprakelijk\\p{L}*|vrijwaart|vrijwaren|vrijwaring|staat in|instaan|draait op|vergoedt) … (?:alle|elke|iedere|onbeperkt|ongelimiteerd|zonder|niet beperkt|welke aard|gevolgschade|indirecte)(?: _)?",
    "(?:alle|elke|iedere) (?:directe en indirecte |mogelijke |geleden |denkbare |gevolg|directe |indirecte )*(?:schade|risico['’]s|claims|boetes)(?: (?:komen|komt|zijn|is|draagt))?",
    "(?:uitsluitend|exclusief|alleen|enkel|louter) (?:_ ){0,2}?voor (?:deze |de |onze )(?:gemeente|opdrachtgever)",
    "(?:geen|niet) (?:_ ){0,4}?(?:andere|overige) (?:opdrachtgevers?|gemeenten|klanten|afnemers|opdrachten|regio['’]s)",
    "(?:exclusiviteit\\p{L}*|concurrentiebeding|non-concurrentie\\p{L}*)",
    "(?:eenzijdig|zonder (?:opgaaf|opgave) van redenen|zonder (?:enige )?(?:schade)?vergoeding|kosteloos|om niet|op eigen kosten|voor eigen rekening en risico)(?= (?:wijzig|opzeg|beëindig|aanpass|te wijzig|te beëindig|extra|meer|aanvullend))",
    "(?:onmiddellijk|direct) opeisbare boete",
    "(?:boete|malus|korting) (?:_ ){0,4}?zonder (?:maximum|limiet|plafond)",
    "(?:hetzelfde|identiek|vergelijkbaar|gelijksoortig) project",
  ],
  doubleNegation: [
    "(?:niet|geen|nooit|nimmer) (?:_ )?on(?!der|s |ze |l)(?:\\p{L}+(?:lijke?|bare?|ige?|ste?|delijk|kelijk))",
    "(?:weiger|nalaat|nalaten|nagelaten|verzuim|voorkom|verbied|verboden|uitgesloten|verhinder|ontbreek|ontbreken|onthoud|vermijd|vermijdt|belet)\\p{L}* … (?:niet|geen|nooit|nimmer|zonder)",
    "(?:laat|laten) (?:_ ){0,3}?(?:niet|nimmer|nooit) (?:na|achterwege)",
    "(?:niet|geen|nooit|nimmer) (?:_ ){0,5}?(?:weiger\\p{L}*|nalaten|nalaat|verzuim\\p{L}*|achterwege|ontbreken|ontbreekt|uitgesloten|verboden|ontslaat|ontzeggen|onthouden)",
    "(?:niet|geen|onmogelijk|onaanvaardbaar|niet toegestaan|onwenselijk) (?:is |dat |om |wanneer ){1,2}(?:_ ){0,6}?(?:niet|geen|zonder)",
    "tenzij (?:_ ){0,6}?(?:niet|geen) (?:_ ){0,3}?(?:niet|geen|on\\p{L}+)",
  ],
  missingNumber: [
    "een (?:maximum|minimum|maximaal|minimaal|bepaald|vast|afgesproken|vastgesteld|zeker) (?:aantal|percentage|bedrag|deel|aandeel|hoeveelheid)(?! van #)",
    "een (?:minimale|maximale|bepaalde|zekere) _(?! van (?:ten )?\\p{L}* ?#)(?! (?:van )?\\d)",
    "een (?:percentage|deel|aandeel) van",
  ],
};

const compiled = Object.entries(PATTERNS).map(([rule, list]): [RuleId, RegExp] => [
  rule as RuleId,
  edged(list),
]);

/** Where a make or a method is named by what it is: these are told from words by their capital. */
const NAMED =
  /(?<![\p{L}\p{N}])(?:(?:[Mm]ethode|[Mm]ethodiek|[Pp]rogramma|[Ss]oftwarepakket|[Pp]akket|[Ll]esmethode|[Tt]ype|[Ff]abricaat|[Ff]abrikaat|[Aa]pp) (?:van )?\p{Lu}\p{L}{2,}|[Ff]abri[ck]aat (?:van )?\p{L}+)(?![\p{L}\p{N}])/gu;

function edged(list: readonly string[]): RegExp {
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${list.map(expression).join("|")})(?![\\p{L}\\p{N}])`,
    "giu",
  );
}

function expression(written: string): string {
  return written
    .replaceAll("… ", GAP)
    .replaceAll("@", WHO)
    .replaceAll(/(?<!\[|\()\^|(?<=:)\^/g, PLACE)
    .replaceAll("~", IF)
    .replaceAll("#", NUMBER)
    .replaceAll(/(?<![\p{L}[\\])_/gu, ANY);
}

/** Where the patterns of each rule stand, in order of place. */
export function patternPlaces(text: string): ReadonlyMap<RuleId, Place[]> {
  return new Map(
    [...compiled, ["brand", NAMED] as const].map(([rule, pattern]) => [
      rule,
      [...text.matchAll(pattern)].map(({ index, 0: words }) => ({
        start: index,
        end: index + words.trimEnd().length,
      })),
    ]),
  );
}
