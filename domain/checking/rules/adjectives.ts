const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** How Dutch makes a quality of a thing: -lijk, -baar, -zaam, -vol, -ig and their like, also with -e. */
const QUALITY =
  /^(?:on)?\p{L}{2,}(?:lijk|baar|zaam|vol|ig|matig|vriendelijk|gericht|bewust|ief|waardig)e?$/u;

/** What so ends and can be looked up, counted or is no quality: kinds of things, times, law, and nouns. */
const OBJECTIVE = list(`
  aanwezig afwezig nodig vorig huidig gelijk tegelijk eigenlijk uiterlijk schriftelijk mondeling openbaar maatschappelijk huishoudelijk
  gelijkwaardig zichtbaar mogelijk enig tijdelijk oorspronkelijk eindelijk uiteindelijk bezig landelijk gezamenlijk bestuurlijk beschikbaar
  zelfstandig woordelijk onafhankelijk afhankelijk letterlijk wettelijk volledig sommig overig gemeentelijk voorlopig verantwoordelijk
  lichamelijk jeugdig jarig minderjarig meerderjarig geldig ongeldig ambtelijk aantoonbaar aansprakelijk voortijdig voormalig definitief
  plaatselijk overeenkomstig inhoudelijk ingericht inclusief exclusief langdurig gelijktijdig gedeeltelijk eenmalig tweemalig afkomstig
  bijdrageplichtig burgerlijk strafrechtelijk hoofdelijk rechtmatig onrechtmatig doelmatig jaarlijks namelijk gemiddeld afzonderlijk
  persoonlijk menselijk medisch geestelijk verstandelijk zintuiglijk vergunningplichtig vergelijkbaar toepasselijk noodzakelijk
  onmiddellijk vertrouwelijk bijzonder administratief actief passief alternatief informatief preventief repressief normatief indicatief
  limitatief facultatief cumulatief collectief individueel kwantitatief relatief objectief subjectief positief negatief destructief
  veranderlijk onroerend tussentijdig meerjarig tweejarig driejarig vierjarig vijfjarig eenjarig tienjarig veelvuldig halfjarig
  opvorderbaar opeisbaar inwisselbaar bereikbaar onbereikbaar uitvoerbaar herbruikbaar recyclebaar afbreekbaar doorzoekbaar exporteerbaar
  instelbaar configureerbaar bewerkbaar verwijderbaar herleidbaar traceerbaar raadpleegbaar draagbaar brandbaar onbrandbaar hoorbaar
  werkzaam gevestigd dagelijks wekelijks maandelijks feitelijk werkelijk voorwaardelijk onvoorwaardelijk wederzijds eenzijdig tweezijdig
  dubbelzijdig meertalig tweetalig nederlandstalig anderstalig drietalig laagspanning veertig vijftig zestig zeventig tachtig negentig
  dertig twintig weinig tarief zonetarief uurtarief brief nieuwsbrief archief motief initiatief perspectief voertuig werktuig vaartuig
  opstijg bevestig vernietig wijzig beëindig kondig handvol vol zorg jeugdhulpverlening deskundig vakmatig beroepsmatig bedrijfsmatig
  steekproefsgewijs planmatig projectmatig zaakgericht hulpbehoevend schadelijk gevaarlijk ernstig besmettelijk giftig strafbaar
  waterdoorlatend kwetsbaar gevoelig privacygevoelig bedrijfsgevoelig overdraagbaar onderhoudsplichtig belastingplichtig leerplichtig
  meldplichtig verplicht nietig vernietigbaar evenredig onevenredig onnodig overmatig matig regelmatig tijdig vroegtijdig ontvankelijk
  aanmerkelijk inwendig uitwendig volwaardig zodanig dusdanig evenmin elektronisch geneeskundig verkeerskundig verpleegkundig bouwkundig
  ervaringsdeskundig boomdeskundig schoolmaatschappelijk jeugdverpleegkundig wijkverpleegkundig toekomstig nachtelijk ouderlijk
  echtelijk huwelijk koninklijk kerkelijk stedelijk stoffelijk onverwijld aanspreekbaar vatbaar voelbaar merkbaar meetbaar toetsbaar
  onmeetbaar toerekenbaar verwijtbaar opzegbaar verlengbaar kenbaar bewijsbaar gewichtig dienstig jegens schuldig enerlei verschuldigd
  aanvankelijk achtereenvolgend rechtstreeks gangbaar evenwaardig hoogwaardig toereikend duurzaam nodig inwonend stelselmatig
`);

/** Whether a word says how something is without saying when it is so: "vindbaar", "fatsoenlijk", "oplossingsgericht". */
export function isVagueQuality(word: string): boolean {
  if (!QUALITY.test(word)) return false;
  return ![word, word.replace(/e$/, ""), word.replace(/ve$/, "f")].some((form) =>
    OBJECTIVE.has(form),
  );
}
