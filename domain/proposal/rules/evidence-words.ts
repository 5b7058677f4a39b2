/** Words that a reader goes by. Each looks at a bounded stretch and has no overlapping repeats. */
export const CUES: readonly (readonly [name: string, pattern: RegExp])[] = [
  ["i", /\b(?:ik|mijn|mij|me)\b/i],
  ["we", /\b(?:wij|we|ons|onze)\b/i],
  ["you", /\b(?:u|uw|jullie|je)\b/i],
  ["must", /\b(?:moet|moeten|dient|dienen|hoort|horen)\b/i],
  [
    "should",
    /\b(?:zou(?:den)?\s(?:\S+\s){0,4}(?:moeten|kunnen|willen)|beter|liever|het liefst)\b/i,
  ],
  ["wish", /\b(?:graag|wens|wensen|hoop|hopen|willen?|zou fijn)\b/i],
  ["expects", /\b(?:verwacht(?:en|ing)?|reken(?:en)? (?:erop|op)|gaan? ervan uit|uitgangspunt)\b/i],
  [
    "advises",
    /\b(?:advi(?:es|seert|seren|seer)|stel(?:t|len)? voor|voorstel|pleit(?:en)? voor|suggestie|tip|overweeg|bevelen? aan|beveelt aan|aanbevel\p{L}+|zorg (?:dat|voor))\b/iu,
  ],
  [
    "worries",
    /\b(?:zorgen|bezorgd|bang|vrees(?:t)?|vrezen|risico|gevaar|dreigt|knelpunt|probleem|problemen|klacht(?:en)?|ontevreden|frustr\p{L}+|jammer)\b/iu,
  ],
  [
    "hard",
    /\b(?:moeilijk|lastig|onduidelijk|onzeker|onveilig|te (?:laat|lang|weinig|veel|duur|druk|hoog|vol|kort|snel|klein)|niet (?:goed|meer|altijd|haalbaar|bereikbaar)|nooit|tekort|gebrek|mis(?:t|sen)?)\b/i,
  ],
  [
    "praises",
    /\b(?:compliment\p{L}*|tevreden|blij|fijn|prettig|goed bevallen|waarder\p{L}+|trots|gaat goed|heel goed|positief|mooi|dankbaar)\b/iu,
  ],
  [
    "agrees",
    /\b(?:eens|oneens|herkenbaar|herkent|herkennen|onderschrijv\p{L}+|akkoord|instemm\p{L}+)\b/iu,
  ],
  [
    "decides",
    /\b(?:beslo(?:ten|ot)|besluit(?:en)?|stelt vast|vastgesteld|stemt in|stemmen in|akkoord|goedgekeurd|unaniem)\b/i,
  ],
  ["agreed", /\b(?:afgesproken|spreken af|afspraak|afspraken)\b/i],
  [
    "will do",
    /\b(?:stuurt|sturen|mailt|belt|regelt|zoekt (?:\S+\s){0,4}uit|vraagt (?:\S+\s){0,4}na|maakt (?:\S+\s){0,5}(?:af|op)|agendeert|plant|nodigt|zet (?:\S+\s){0,4}op|komt (?:\S+\s){0,4}terug|neemt (?:\S+\s){0,4}(?:op|mee|contact)|levert|verwerkt|past (?:\S+\s){0,4}aan|stemt (?:\S+\s){0,4}af|schrijft|deelt)\b/i,
  ],
  [
    "by when",
    /\b(?:vóór|voor|uiterlijk|per|gereed|klaar|deadline)\s(?:\S+\s)?(?:\d{1,2}\s)?(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|de zomer|volgende|het volgende|de volgende)\b/i,
  ],
  [
    "promise",
    /\b(?:zegt toe|toezegg\p{L}+|toegezegd|gaat (?:\S+\s){0,4}(?:na|uitzoeken|regelen|opstellen|maken|vragen)|zal (?:\S+\s){0,6}\p{L}+en)\b/iu,
  ],
  ["does not", /\b(?:niet|geen|nooit)\b/i],
  ["can", /\b(?:kan|kunnen|mag|mogen)\b/i],
  [
    "explains",
    /\b(?:licht(?:en|te)? (?:\S+\s){0,4}toe|toelichting|legt (?:\S+\s){0,3}uit|presentatie|schetst|achtergrond|aanleiding|houdt in|betekent|bedoeld|namelijk|op dit moment|momenteel|sinds|per 1|wettelijk|wet|verordening)\b/i,
  ],
  ["municipality", /\b(?:gemeente|college|wethouder|raad|ambtena\p{L}+)\b/iu],
  [
    "people",
    /\b(?:ouders?|inwoners?|cliënten|bewoners|leerlingen|jongeren|mantelzorgers|aanbieders?|deelnemers?|aanwezigen|leden|scholen|partijen)\b/i,
  ],
  [
    "meeting",
    /\b(?:agenda|notulen|verslag|vergadering|bijeenkomst|overleg|voorzitter|opent|sluit|rondvraag|aanwezig|afwezig|afgemeld|pauze|welkom|datum|presentielijst|voorstelronde)\b/i,
  ],
  ["thanks", /\b(?:bedankt?|dank|dankt)\b/i],
  [
    "contact",
    /(?:\btel\b|\btelefoon|\bwww\.|https?:|\be-?mail\b|\S@\S|\bcontact\b|\bbezoekadres\b|\bpostbus\b)/i,
  ],
  [
    "date",
    /\b\d{1,2}[\s-](?:\d{1,2}-\d{2,4}|jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)/i,
  ],
  ["time", /\b\d{1,2}[:.]\d{2}\b|\b\d{1,2} uur\b/i],
  ["percent", /\d\s?%|\bprocent\b/i],
  ["money", /€|\beuro\b/i],
  ["number", /\d/],
  ["quotes", /["“”‘’]/],
  [
    "said",
    /\b(?:geeft aan|geven aan|gaf aan|vindt|vinden|zegt|zeggen|vertelt|merkt op|wijst op|benadrukt|noemt|stelt dat|volgens|aangegeven|genoemd|gezegd|gevraagd|opgemerkt)\b/i,
  ],
  ["refers", /\b(?:zie|bijlage|hoofdstuk|paragraaf|artikel|blz|pagina|figuur|tabel)\b/i],
  [
    "attached",
    /\b(?:met vriendelijke groet|groeten?|beste|geachte|hoi|onderwerp|verzonden|aan:|van:|cc:)/i,
  ],
  ["answer", /^(?:ja|nee|neen|klopt|dat klopt|inderdaad|zeker|helaas)\b/i],
];

/** What the title of a document says of its sort. */
export const GENRES: readonly (readonly [name: string, pattern: RegExp])[] = [
  ["questions", /\b(?:vragen|vraag|inlichtingen|antwoorden|q&a|faq)\b/i],
  ["market", /\b(?:marktconsultatie|marktverkenning|marktpartijen|aanbieders)\b/i],
  ["advice", /\badvies\b|\badviezen\b/i],
  ["list", /lijst\b/i],
  ["result", /\b(?:resultaten|uitkomsten|opbrengst|opbrengsten|terugkoppeling|samenvatting)\b/i],
  ["report", /\b(?:verslag|notulen|aantekeningen|gespreksverslag)\b/i],
  ["survey", /enqu[eê]te|peiling|vragenlijst|panel|\bsurvey\b|uitvraag/i],
  ["views", /\b(?:zienswijzen?|inspraak|inspreken|internetconsultatie)\b/i],
  [
    "about",
    /\b(?:informatie|wat (?:kunt|doet|is)|factsheet|handreiking|brief|nieuwsbrief|memo)\b/i,
  ],
];

/** What a heading says about the pieces below it. */
export const HEADING_CUES: readonly (readonly [name: string, pattern: RegExp])[] = [
  [
    "procedure",
    /\b(?:opening|welkom|agenda|mededelingen|ingekomen|vaststell\p{L}+|vorige?|rondvraag|sluiting|afsluiting|programma|doel|werkwijze|aanwezig\p{L}*|deelnemers|afwezig|afgemeld|planning|vervolg\p{L}*|colofon|inhoud|contact|volgende)\b/iu,
  ],
  [
    "background",
    /\b(?:inleiding|aanleiding|achtergrond|toelichting|presentatie|stand van zaken|terugblik|context|introductie|voorstel|plannen|kader|waarom|wat is)\b/i,
  ],
  [
    "input",
    /\b(?:reacties?|inbreng|discussie|bespreking|gesprek|ervaringen|opgehaald|meegeven|meningen|input|open antwoorden|wat vind\p{L}+|tafel|groep|rondje|brainstorm|zienswijze\p{L}*|opbrengst)\b/iu,
  ],
  [
    "advice",
    /\b(?:aanbeveling\p{L}*|advie\p{L}+|tips|suggesties|idee\p{L}*|verbeterpunten|aandachtspunten|kansen|wat kan beter|hoe kan het)\b/iu,
  ],
  [
    "concern",
    /\b(?:zorgen|zorgpunten|knelpunten|risico's|nadelen|minpunten|min|wat gaat (?:er )?(?:niet|minder|mis)|bezwaren|dip|drempels)\b/i,
  ],
  [
    "praise",
    /\b(?:gaat (?:er )?goed|pluspunten|plus|voordelen|sterk|tops?|complimenten|tevreden)\b/i,
  ],
  ["wishes", /\b(?:wensen|verwachtingen|verwachten|dromen|behoeften|nodig)\b/i],
  ["questions", /\b(?:vragen|vraag|faq)\b|\?$/i],
  [
    "answers",
    /\b(?:antwoord\p{L}*|beantwoording|reactie (?:van (?:de|het) )?(?:gemeente|college))\b/iu,
  ],
  ["actions", /\b(?:actie\p{L}*|toezegging\p{L}*|to do)\b/iu],
  ["decisions", /\b(?:besluit\p{L}*|besluitvorming)\b/iu],
  ["agreements", /\b(?:afspraken|werkafspraken|spelregels|zo werken wij|samenwerking)\b/i],
  ["does", /\b(?:doet|doen|taken|taak|helpt|biedt|kan ik|kunt u|rol)\b/i],
  ["not", /\b(?:niet|geen)\b/i],
  [
    "conclusion",
    /\b(?:conclusie\p{L}*|samenvatting|samengevat|tot slot|afronding|uitkomst\p{L}*)\b/iu,
  ],
  ["statements", /\bstelling\p{L}*\b/iu],
];
