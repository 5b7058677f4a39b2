/** Words that a reader goes by, in small letters. Each looks at a bounded stretch and has no overlapping repeats. */
export const CUES: readonly (readonly [name: string, pattern: RegExp])[] = [
  ["i", /\b(?:ik|mijn|mij|me)\b/],
  ["we", /\b(?:wij|we|ons|onze)\b/],
  ["you", /\b(?:u|uw|jullie|je)\b/],
  ["must", /\b(?:moet|moeten|dient|dienen|hoort|horen)\b/],
  ["should", /\b(?:zou(?:den)?\s(?:\S+\s){0,4}(?:moeten|kunnen|willen)|beter|liever|het liefst)\b/],
  ["wish", /\b(?:graag|wens|wensen|hoopt?|hopen|willen?|zou fijn)\b/],
  [
    "expects",
    /\b(?:verwacht(?:en|ing)?|reken(?:t|en)? (?:erop|op)|ga(?:at|an)? ervan uit|uitgangspunt)\b/,
  ],
  [
    "advises",
    /\b(?:advi(?:es|seert|seren|seer)|stel(?:t|len)? voor|voorstel|pleit(?:en)? voor|suggestie|tip|overweeg|bevelen? aan|beveelt aan|aanbevel[a-zà-ž]+|zorg (?:dat|voor))\b/,
  ],
  [
    "worries",
    /\b(?:zorgen|bezorgd|bang|vrees(?:t)?|vrezen|risico|gevaar|dreigt|knelpunt|probleem|problemen|klacht(?:en)?|ontevreden|frustr[a-zà-ž]+|jammer|hart vast|overbelast|schaadt|durf(?:t|ven)?|buiten de boot|dwars(?:zit)?|ziek|spannend|schrik(?:t|ken)?)\b/,
  ],
  [
    "hard",
    /\b(?:moeilijk|lastig|onduidelijk|onzeker|onveilig|te (?:laat|lang|weinig|veel|duur|druk|hoog|vol|kort|snel|klein)|niet (?:goed|meer|altijd|haalbaar|bereikbaar)|nooit|tekort|gebrek|mis(?:t|sen)?)\b/,
  ],
  [
    "praises",
    /\b(?:compliment[a-zà-ž]*|tevreden|blij|fijn|prettig|goed bevallen|waarder[a-zà-ž]+|gewaardeerd|trots|gaat goed|heel goed|stuk beter|positief|mooi|dankbaar|lof|pluim|petje af|goud waard|te spreken|verheugd|ingenomen|voorbeeldig|uitstekend|geweldig|perfect|super|top)\b/,
  ],
  [
    "agrees",
    /\b(?:eens|oneens|herkenbaar|herkent|herkennen|onderschrijv[a-zà-ž]+|akkoord|instemm[a-zà-ž]+)\b/,
  ],
  [
    "decides",
    /\b(?:beslo(?:ten|ot)|besluit(?:en)?|stelt vast|vastgesteld|stemt in|stemmen in|akkoord|goedgekeurd|unaniem)\b/,
  ],
  ["agreed", /\b(?:afgesproken|spreken af|afspraak|afspraken)\b/],
  [
    "will do",
    /\b(?:stuurt|sturen|mailt|belt|regelt|zoekt (?:\S+\s){0,4}uit|vraagt (?:\S+\s){0,4}na|maakt (?:\S+\s){0,5}(?:af|op)|agendeert|plant|nodigt|zet (?:\S+\s){0,4}op|komt (?:\S+\s){0,4}terug|neemt (?:\S+\s){0,4}(?:op|mee|contact)|levert|verwerkt|past (?:\S+\s){0,4}aan|stemt (?:\S+\s){0,4}af|schrijft|deelt)\b/,
  ],
  [
    "by when",
    /\b(?:vóór|voor|uiterlijk|per|gereed|klaar|deadline)\s(?:\S+\s)?(?:\d{1,2}\s)?(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|de zomer|volgende|het volgende|de volgende)\b/,
  ],
  [
    "promise",
    /\b(?:zegt toe|toezegg[a-zà-ž]+|toegezegd|gaat (?:\S+\s){0,4}(?:na|uitzoeken|regelen|opstellen|maken|vragen)|zal (?:\S+\s){0,6}[a-zà-ž]+en)\b/,
  ],
  ["does not", /\b(?:niet|geen|nooit)\b/],
  ["can", /\b(?:kan|kunnen|mag|mogen)\b/],
  [
    "explains",
    /\b(?:licht(?:en|te)? (?:\S+\s){0,4}toe|toelichting|legt (?:\S+\s){0,3}uit|presentatie|schetst|achtergrond|aanleiding|houdt in|betekent|bedoeld|namelijk|op dit moment|momenteel|sinds|per 1|wettelijk|wet|verordening)\b/,
  ],
  ["municipality", /\b(?:gemeente|college|wethouder|raad|ambtena[a-z]+)\b/],
  [
    "people",
    /\b(?:ouders?|inwoners?|cliënten|bewoners|leerlingen|jongeren|mantelzorgers|aanbieders?|deelnemers?|aanwezigen|leden|scholen|partijen)\b/,
  ],
  [
    "meeting",
    /\b(?:agenda|notulen|verslag|vergadering|bijeenkomst|overleg|voorzitter|opent|sluit|rondvraag|aanwezig|afwezig|afgemeld|pauze|welkom|datum|presentielijst|voorstelronde)\b/,
  ],
  ["thanks", /\b(?:bedankt?|dank|dankt)\b/],
  [
    "contact",
    /(?:\btel\b|\btelefoon|\bwww\.|https?:|\be-?mail\b|\S@\S|\bcontact\b|\bbezoekadres\b|\bpostbus\b)/,
  ],
  [
    "date",
    /\b\d{1,2}[\s-](?:\d{1,2}-\d{2,4}|jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)/,
  ],
  ["time", /\b\d{1,2}[:.]\d{2}\b|\b\d{1,2} uur\b/],
  ["percent", /\d\s?%|\bprocent\b/],
  ["money", /€|\beuro\b/],
  ["number", /\d/],
  ["quotes", /["“”‘’]/],
  [
    "said",
    /\b(?:geeft aan|geven aan|gaf aan|vindt|vinden|zegt|zeggen|vertelt|merkt op|wijst op|benadrukt|noemt|stelt dat|volgens|aangegeven|genoemd|gezegd|gevraagd|opgemerkt)\b/,
  ],
  ["refers", /\b(?:zie|bijlage|hoofdstuk|paragraaf|artikel|blz|pagina|figuur|tabel)\b/],
  [
    "attached",
    /\b(?:met vriendelijke groet|groeten?|beste|geachte|hoi|onderwerp|verzonden|aan:|van:|cc:)/,
  ],
  ["answer", /^(?:ja|nee|neen|klopt|dat klopt|inderdaad|zeker|helaas)\b/],
];

/** What the title of a document, in small letters, says of its sort. */
export const GENRES: readonly (readonly [name: string, pattern: RegExp])[] = [
  ["questions", /\b(?:vragen|vraag|inlichtingen|antwoorden|q&a|faq)\b/],
  ["market", /\b(?:marktconsultatie|marktverkenning|marktpartijen|aanbieders)\b/],
  ["advice", /\badvies\b|\badviezen\b/],
  ["list", /lijst\b/],
  ["result", /\b(?:resultaten|uitkomsten|opbrengst|opbrengsten|terugkoppeling|samenvatting)\b/],
  ["report", /\b(?:verslag|notulen|aantekeningen|gespreksverslag)\b/],
  ["survey", /enqu[eê]te|peiling|vragenlijst|panel|\bsurvey\b|uitvraag/],
  ["views", /\b(?:zienswijzen?|inspraak|inspreken|internetconsultatie)\b/],
  ["about", /\b(?:informatie|wat (?:kunt|doet|is)|factsheet|handreiking|brief|nieuwsbrief|memo)\b/],
];

/** What a heading, in small letters, says about the pieces below it. */
export const HEADING_CUES: readonly (readonly [name: string, pattern: RegExp])[] = [
  [
    "procedure",
    /\b(?:opening|welkom|agenda|mededelingen|ingekomen|vaststell[a-zà-ž]+|vorige?|rondvraag|sluiting|afsluiting|programma|doel|werkwijze|aanwezig[a-zà-ž]*|deelnemers|afwezig|afgemeld|planning|vervolg[a-zà-ž]*|colofon|inhoud|contact|volgende)\b/,
  ],
  [
    "background",
    /\b(?:inleiding|aanleiding|achtergrond|toelichting|presentatie|stand van zaken|terugblik|context|introductie|voorstel|plannen|kader|waarom|wat is)\b/,
  ],
  [
    "input",
    /\b(?:reacties?|inbreng|discussie|bespreking|gesprek|ervaringen|opgehaald|meegeven|meningen|input|open antwoorden|wat vind[a-zà-ž]+|tafel|groep|rondje|brainstorm|zienswijze[a-zà-ž]*|opbrengst)\b/,
  ],
  [
    "advice",
    /\b(?:aanbeveling[a-zà-ž]*|advie[a-zà-ž]+|tips|suggesties|idee[a-zà-ž]*|verbeterpunten|aandachtspunten|kansen|wat kan (?:er )?beter|hoe kan het|raad|meegeven)\b/,
  ],
  [
    "concern",
    /\b(?:zorgen|zorgpunten|knelpunten|risico's|nadelen|minpunten|min|wat gaat (?:er )?(?:niet|minder|mis)|bezwaren|dip|drempels|dwarszit|beter kan|moeilijk|lastig|knelt|misgaat)\b/,
  ],
  [
    "praise",
    /\b(?:gaat (?:er )?goed|pluspunten|plus|voordelen|sterk|tops?|complimenten|tevreden|blij|trots|waarder[a-zà-ž]+|lof)\b/,
  ],
  [
    "wishes",
    /\b(?:wens|wensen|verwachtingen|verwacht(?:en)?|hoopt?|hopen|dromen|behoeften|nodig)\b/,
  ],
  ["questions", /\b(?:vragen|vraag|faq)\b|\?$/],
  [
    "answers",
    /\b(?:antwoord[a-zà-ž]*|beantwoording|reactie (?:van (?:de|het) )?(?:gemeente|college))\b/,
  ],
  ["actions", /\b(?:actie[a-zà-ž]*|toezegging[a-zà-ž]*|to do)\b/],
  ["decisions", /\b(?:besluit[a-zà-ž]*|besluitvorming)\b/],
  ["agreements", /\b(?:afspraken|werkafspraken|spelregels|zo werken wij|samenwerking)\b/],
  ["does", /\b(?:doet|doen|taken|taak|helpt|biedt|kan ik|kunt u|rol)\b/],
  ["not", /\b(?:niet|geen)\b/],
  [
    "conclusion",
    /\b(?:conclusie[a-zà-ž]*|samenvatting|samengevat|tot slot|afronding|uitkomst[a-zà-ž]*)\b/,
  ],
  ["statements", /\bstelling[a-zà-ž]*\b/],
];
