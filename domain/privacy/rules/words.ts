import { isOnlyFirstName } from "./first-names";
import { SURNAMES } from "./surnames";

/** Words by which a name is told from what only has a capital. All are compared in small letters. */

const listOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Stands before a name, and is taken with it: "mevrouw Ottens". */
export const TITLES = listOf(`
  mevrouw mw mevr mej mejuffrouw meneer mijnheer dhr hr dr drs ir ing mr prof ds jhr jkvr zr
`);

/** Between a first name and a surname. */
export const PARTICLES = listOf(`
  van fan vd de der den ten ter te het von zum zur la le du del della di da dos el al ben bin bint ould ait t op in aan uit bij
  onder over voor
`);
/** Of these a name has another particle behind it: "in 't Veld", "op den Kamp". */
export const BEFORE_PARTICLE = listOf("op in aan uit bij onder over voor");

/** Who somebody is to another, or what they do, right before a name: "wethouder Terpstra", "zoon Sem". */
export const BEFORE_NAME = listOf(`
  wethouder burgemeester raadslid statenlid wijkagent agent huisarts kinderarts dokter tandarts dominee pastoor pastor
  juf juffrouw meester leerkracht docent docente mentor rector directeur directrice schoolleider conciërge
  moeder vader mama papa oma opa tante oom zus zusje broer broertje zoon zoontje dochter dochtertje kleinzoon
  kleindochter neef neefje nicht nichtje stiefvader stiefmoeder pleegmoeder pleegvader pleegouder partner echtgenoot
  echtgenote weduwe buurvrouw buurman man vrouw kind jongen meisje leerling cliënt cliënte client patiënt
  bewoner bewoonster inwoner inwoonster collega begeleider begeleidster behandelaar coach jeugdhulpverlener
  hulpverlener consulent consulente casusregisseur gezinscoach jeugdarts verpleegkundige orthopedagoog psycholoog
  psychiater therapeut logopedist voogd gezinsvoogd chauffeur planner voorzitter vicevoorzitter secretaris
  penningmeester notulist verslaglegger gespreksleider dagvoorzitter interviewer projectleider programmamanager
  programmaleider teamleider manager beleidsmedewerker beleidsadviseur beleidsmaker contractmanager
  inkoper inkoopadviseur jurist adviseur coördinator zorgcoördinator medewerker medewerkster accountmanager
  kwartiermaker ambtenaar griffier gemeentesecretaris raadsgriffier procesregisseur ervaringsdeskundige
  vriend vriendin vriendje vriendinnetje klasgenoot klasgenootje teamgenoot huisgenoot kameraad schoonzus zwager schoonzoon
  schoondochter achterneef achternicht peetoom peettante baas
  opoe omi pake beppe ome kapitein sergeant commandant bakker slager koster herder schilder timmerman loodgieter stukadoor opticien
  lid vrijwilliger vrijwilligster mantelzorger ouder stagiair stagiaire trainer trainster onderzoeker onderzoekster
  wijkverpleegkundige maatschappelijk familie fam gezin heer dame contactpersoon
`);

/** Of these what follows with a capital is as often a field of work: "coördinator Zorg", "wethouder Jeugd". */
export const BEFORE_FIELD = listOf(`
  directeur manager coördinator zorgcoördinator adviseur beleidsadviseur beleidsmedewerker medewerker
  medewerkster teamleider projectleider programmamanager programmaleider coach consulent consulente inkoper
  contractmanager accountmanager docent docente voorzitter secretaris jurist trainer ambtenaar ouder leerling gezin
  bewoner inwoner maatschappelijk kind
`);

/** What is no name, whatever stands around it: the words sentences begin with, and those of this field. */
const FUNCTION_WORDS = listOf(`
  de het een dit dat deze die daar dan toen er hier ik jij je u hij zij ze wij we jullie mijn jouw uw zijn haar ons onze hun
  wie wat waar wanneer waarom hoe welke welk en of maar want dus als om op in bij aan van met voor na naar uit over door tot per
  sinds tijdens volgens zonder tegen onder tussen binnen buiten vanaf vanuit via namens conform ondanks dankzij wegens
  iedereen niemand iemand sommige sommigen veel velen enkele enkelen andere anderen alle allen alles beide elk elke ieder iedere
  geen niet zo zelf vaak soms misschien eerst eerder daarna daarnaast daarom daarbij daarmee daarvoor daarvan hierbij hierna
  hiermee hiervoor vandaag morgen gisteren momenteel inmiddels helaas graag zodra omdat hoewel terwijl toch wel nog al ook
  verder tevens bovendien echter kortom voorts tenslotte ja nee eens oneens meer minder meest meeste 
  nu straks steeds altijd nooit bijna ongeveer circa zeker natuurlijk vooral alleen samen verschillende diverse
  is was wordt werd zal kan moet mag heeft had hebben kunnen willen zouden zou gaat komt geeft vindt zegt vraagt stelt ziet
  denkt meldt laat maakt mist doet wil weet vertelt noemt bedankt besloten afgesproken gevraagd vastgesteld
  goedenavond goedenmiddag goedendag dankjewel dankuwel welkom verzonden ontvangen
  beste geachte hallo dag hoi lieve goedemiddag goedemorgen dank bedankt groet groeten groetjes hartelijke vriendelijke hoogachtend mvg
   eerste tweede derde vierde vijfde laatste volgende
  vorige sociaal sociale maatschappelijke specialistische ambulante lokale regionale openbaar openbare algemeen algemene bijzondere
  twee drie vier vijf zes zeven acht negen tien honderd uiteindelijk juist zoals mits tenzij waarbij waardoor waarna
  inzake aangaande telefonisch schriftelijk digitaal eventueel mogelijk nodig klopt let zie neem kom ga kijk lees bel mail vul stuur
  januari februari maart april mei juni juli augustus september oktober november december
  maandag dinsdag woensdag donderdag vrijdag zaterdag zondag pasen pinksteren kerst kerstmis hemelvaart koningsdag sinterklaas
  nederland nederlands nederlandse nederlanders europa europees europese engels engelse duits duitse frans franse turks turkse marokkaans marokkaanse pools poolse
  arabisch spaans oekraïens oekraïense syrisch syrische belgië duitsland frankrijk turkije marokko polen syrië oekraïne suriname
`);

/** Words of the field: groups, roles, bodies, documents and subjects. */
const FIELD_WORDS = listOf(`
  aanwezig aanwezigen aanwezige afwezig afgemeld afmelding verhinderd deelnemers deelnemer genodigden gasten gast presentie notulen notulist verslag
  voorzitter secretaris agenda agendapunt opening sluiting welkom mededelingen rondvraag afsluiting datum tijd plaats locatie aanvang
  stelling stellingen reactie reacties vraag vragen antwoord antwoorden opmerking opmerkingen toelichting inleiding conclusie
  actie acties actiepunt actiepunten besluit besluiten afspraak afspraken bijlage bijlagen onderwerp betreft kenmerk
  professional professionals deskundige begeleiders begeleider ouders ouder leerlingen leerling kinderen kind jongeren jongere inwoners
  inwoner bewoners bewoner cliënten cliënt gezin gezinnen school scholen schoolcoach schoolcoaches leerkracht leerkrachten docent docenten
  leraar leraren mentor directeur directie bestuur besturen schoolbestuur gemeente gemeenten gemeenteraad college raad burgemeester wethouder
  wethouders fractie partij commissie werkgroep stuurgroep projectgroep klankbordgroep adviesraad cliëntenraad ouderraad platform
  team teams groep groepen klas afdeling lokaal zaal kamer gebouw huis wijk buurt dorp stad regio provincie kern centrum
  zorg jeugd jeugdzorg jeugdhulp jeugdwet onderwijs welzijn wonen werk inkomen participatie vervoer veiligheid sport cultuur financiën inkoop beleid
  kwaliteit privacy communicatie organisatie ruimte economie duurzaamheid gezondheid gezondheidszorg opvoeding toegang preventie bedrijfsvoering
  programma plan nota visie kader wet wetten verordening regeling artikel contract overeenkomst aanbesteding perceel opdracht eis eisen wens wensen
  kernwaarde kernwaarden bron bronnen dossier project pilot traject training methode methodiek model schaal aanpak systeem website
  stichting vereniging coöperatie bureau bedrijf aanbieder aanbieders opdrachtnemer opdrachtgever inschrijver vervoerder leverancier instelling
  instellingen ministerie provincie rijk kabinet kamer bond kerk koninkrijk rechtbank politie brandweer bibliotheek zwembad museum
  ziekenhuis praktijk apotheek huisarts huisartsen arts jeugdarts wijkagent agent psycholoog therapeut coach coaches medewerker medewerkers
  collega collegas adviseur manager coördinator chauffeur chauffeurs planner planners vrijwilliger vrijwilligers mantelzorger mantelzorgers
  week dag maand jaar uur ochtend middag avond nacht weekend voorjaar zomer najaar herfst winter schooljaar kwartaal
  straat laan weg plein park station halte haven brug poort kanaal rivier
  basisschool basisonderwijs middelbare lyceum gymnasium havo vmbo mavo vwo mbo hbo universiteit hogeschool
  internet computer tablet laptop telefoon app google microsoft apple facebook whatsapp instagram teams excel word outlook zoom signal youtube
  spotify netflix android windows wifi javascript chromebook ipad iphone samsung philips nintendo playstation lego mercedes
  volkswagen renault tesla toyota peugeot opel citroën kia fiat volvo
  magister parnassys somtoday digid tenderned negometrix mercell suite ritalin concerta
  god jezus allah bijbel koran islam christelijk katholiek protestants joods moslim
  bus busje trein auto fiets totaal subtotaal eindtotaal gemiddeld gemiddelde
  noord zuid oost west midden noordoost zuidoost noordwest zuidwest
  intern interne extern externe passend vaste losse vrije zelfstandig functie rol taak naam adres telefoonnummer email mail contact
  wetenschap techniek onderzoek rapport evaluatie monitor peiling enquête interview gesprek overleg vergadering bijeenkomst consultatie
  hoofdstuk paragraaf deel blad pagina regel punt tabel figuur versie concept definitief
  wmo wlz zvw avg woo pgb zoco ggz ggd cjg jgz smw poh jhv boa nvi pve mfa kcc gpk coa ocw vws szw kvk aed bhv
  koning koningin prins prinses sint anoniem onbekend niets geen allen sent subject re fw keurmerk
  situatie uitkomst oorzaak oorzaken gevolg gevolgen effect probleem problemen oplossing oplossingen idee ideeën voorbeeld voorbeelden noot duur status
  tijdstip tijdspad kosten budget prijs tarief gevraagd besproken context casus kern dilemma thema stap optie bevinding bevindingen signaal signalen moeder vader zoon
  weerstand aandacht tijdelijk structureel financieel juridisch praktisch concreet samenvatting achtergrond aanleiding doel resultaat
  voordelen nadelen kansen risico risico's knelpunten zorgen verwachtingen complimenten tips advies adviezen suggesties
  vervolg planning proces uitkomst uitkomsten uitslag voor tegen neutraal onthouding wachttijd wachttijden wachtlijst maatwerk
  jonge jong mooi goed beter prima nieuwe nieuw oude oud grote groot kleine klein eigen zelfde lange korte hele heel slot
  zn zonen int interv vrz vz resp mod notul opm jaargang
  natuur milieu groenvoorziening buitendienst servicedesk
  continuïteit regie samenwerking bereikbaarheid vervanging overdracht vertrouwen veilig thuis rust kwetsbaar
`);

/** Towns, provinces and waters that stand in minutes; a name is not one of them. */
const PLACES = listOf(`
  amsterdam rotterdam utrecht haarlem haarlemmermeer hoofddorp nieuw-vennep badhoevedorp aalsmeer amstelveen uithoorn ouder-amstel diemen
  groningen friesland fryslân drenthe overijssel gelderland flevoland zeeland limburg brabant noord-brabant noord-holland zuid-holland holland
  leeuwarden assen zwolle arnhem nijmegen apeldoorn deventer enschede hengelo almelo lelystad almere hilversum amersfoort zeist leiden
  delft gouda dordrecht breda tilburg eindhoven helmond den-bosch 's-hertogenbosch oss roosendaal middelburg vlissingen goes maastricht
  venlo roermond heerlen sittard zaanstad zaandam purmerend hoorn alkmaar heerhugowaard den-helder zandvoort velsen beverwijk heemstede
  bloemendaal haag bilt zaanstreek waterland amstelland veluwe betuwe achterhoek twente kennemerland gooi rijnmond randstad
  brussel antwerpen gent londen parijs berlijn schiphol maas rijn waal ijssel ijsselmeer noordzee
`);

/** Heads of what bears a name without being anybody: "Raad van State", "Plan van Aanpak", "Wet van Dam". */
export const THING_HEADS = listOf(`
  kamer raad bond huis week dag maand jaar programma nota plan college ronde wet staat koninkrijk ministerie vereniging platform stichting commissie
  dienst bureau hof bank hotel villa park slot kasteel verslag brief reactie vraag nieuws kosten overzicht lijst tafel groep team
  rapport notitie memo advies motie amendement voorstel besluit verordening rechten verklaring code hoek land dorp stad gemeente
  bijlage hoofdstuk paragraaf deel eind begin rol taken taak huisvesting afdeling directie bestuur fractie partij
  schaal model methode theorie piramide driehoek cirkel ziekte syndroom toets test pact akkoord verdrag
  protocol handreiking leidraad richtlijn factsheet bestek raamovereenkomst perceel cao release route garage actieplan
  handboek werkwijzer formulier dashboard monitor regeling subsidie convenant kader statuut project pilot campagne cursus
  einde inhoud doel resultaten samenvatting inbreng beantwoording aantal burgemeester
`);

/** After one of these a capital word is no person: a law, a method, an illness, a prize, a room. */
export const BEFORE_THING = listOf(`
  wet methode methodiek model schaal theorie piramide driehoek commissie motie amendement lijst prijs award test toets syndroom ziekte
  lokaal groep groepsnaam team teams afdeling zaal ruimte kamer locatie gebouw unit huis woning woongroep woonvorm klas bloem plant struik boom
  merk type app programma systeem pakket software product tool platform website apparaat auto bus trein lijn
  gemeente provincie stad dorp wijk buurt regio straat laan weg plein station halte
  stichting vereniging school basisschool college lyceum kerk partij fractie bedrijf firma praktijk
  plan project pilot traject training cursus opleiding boek film serie
  perceel kavel variant optie scenario fase artikel bijlage hoofdstuk
  arrest villa huize kasteel residentie serviceflat molen boerderij hoeve kapel
  rapport advies nota notitie akkoord regeling koe haan geit kip ezel boot veerboot
  polis krant tijdschrift server release protocol halte brug tunnel schip pont veerpont toren flat rotonde viaduct sporthal gymzaal
  zwembad speeltuin camping rolstoel scootmobiel medicijn ras soort kleur machine module applicatie beeld dashboard keten
  campagne zorggroep vervoerder aanbieder opdrachtnemer leverancier taxi hotel restaurant café
  route veerboot tillift bot server portaal kater geit ezel hulphond chatbot robot hond kat poes cavia parkiet kanarie goudvis schildpad hamster konijn varken ram pony orkaan koning koningin prins prinses sint
`);

/** What somebody does who was named: "Haverkort vraagt", "Marieke geeft aan". */
export const SAYS = listOf(`
  zegt zei vraagt vroeg antwoordt antwoordde vertelt vertelde meldt meldde benadrukt benadrukte vindt vond noemt noemde herkent herkende
  verwijst beantwoordt
  beaamt denkt dacht verwacht mist wijst onderschrijft constateert constateerde concludeert bevestigt reageert reageerde adviseert
  adviseerde pleit stelt stelde geeft gaf licht legt vult merkt merkte haakt voegt oppert opperde vreest hoopt deelt sluit wil wilde
  heet heette woont zit belt belde mailt mailde stuurt stuurde neemt gaat komt opent opende bedankt vat schetst knikt snapt
`);

/** Of such verbs those that only a person does. */
export const SAYS_SURELY = listOf(`
  zegt zei vraagt vroeg antwoordt antwoordde vertelt vertelde beaamt denkt dacht vreest hoopt oppert opperde merkt merkte haakt
  reageert reageerde herkent heet heette knikt snapt schetst pleit
`);

/** Words by which an organisation begins: "Stichting De Zonnebloem". */
export const ORGANISATION_HEADS = listOf(`
  stichting vereniging coöperatie basisschool scholengemeenschap kinderopvang kinderdagverblijf peuterspeelzaal zorggroep
  zorginstelling thuiszorgorganisatie zorgorganisatie zorgaanbieder jeugdhulpaanbieder welzijnsorganisatie vervoersbedrijf taxibedrijf taxicentrale woonzorgcentrum
  verpleeghuis verzorgingshuis ziekenhuis adviesbureau onderzoeksbureau ingenieursbureau architectenbureau buurthuis bewonersvereniging
  huurdersvereniging patiëntenvereniging oudervereniging sportvereniging voetbalvereniging ondernemersvereniging
  maatschap apotheek huisartsenpraktijk praktijk taxi obs rkbs cbs pcbs kbs ikc ggz sbo vso vof kindcentrum
  buro bureau jeugdzorg zorgbureau zorgcentrum woonzorg hospice gezinshuis adviesgroep
  thuiszorg buurtzorg slagerij bakkerij kapsalon garage café restaurant hotel drogisterij makelaardij bouwbedrijf installatiebedrijf loonbedrijf camping
  woningcorporatie woningstichting zorgboerderij advocatenkantoor accountantskantoor drukkerij
  jongerencentrum gezondheidscentrum expertisecentrum gebroeders gebr fa firma thuishulp
  aannemersbedrijf uitzendbureau accountantskantoor notariskantoor bewonerscommissie wijkvereniging dorpsvereniging speeltuinvereniging
  vakbond ouderenbond kringloopwinkel mytylschool tyltylschool
  tuincentrum reddingsbrigade vve bc tc hc zpc ltc
  bloemenhuis bloemisterij eethuis cafetaria autobedrijf rijschool sportschool dansschool manege
  vv sc rksv kdv bso psz kringloop stadstaxi wijktaxi
  schoolvereniging ondernemerskring winkeliersvereniging natuurvereniging muziekvereniging harmonie fanfare scouting
`);

const ORGANISATION_COMPOUND =
  /^\p{L}{3,20}(?:bedrijf|bureau|praktijk|werkplaats|kliniek|corporatie|vereniging|stichting|winkel|apotheek|kantoor|boerderij|centrale|coöperatie|uitgeverij|rederij|kerij|serij|derij|gerij|merij|nerij|verij|club|genootschap|instituut|leverancier|makelaar|handel)$/u;

/** Whether names of organisations begin with it, also as a compound: "Hoveniersbedrijf", "Reisbureau". */
export const isOrganisationHead = (small: string): boolean =>
  ORGANISATION_HEADS.has(small) || ORGANISATION_COMPOUND.test(small);

/** Words by which one ends: "Rijnstroom Vervoer". */
export const ORGANISATION_TAILS = listOf(`
  vervoer zorg groep advies taxi taxi's welzijn jeugdhulp jeugdzorg lyceum thuiszorg kinderopvang consultancy consult holding catering schoonmaak academie
  touringcars reizen personenvervoer zorgvervoer mobiliteit mobility centrale ggz revalidatie fysiotherapie
  services solutions software groepsvervoer facilitair onderwijsgroep scholengroep zorggroep partners bouw vastgoed
  personeel techniek installaties interieur hoveniers tuinen sportvelden zonwering liften trapliften hulpmiddelen energie netbeheer
  advocatuur juristen ingenieurs adviseurs management ontwikkeling projecten verhuur makelaardij beheer beveiliging
  plus advocaten notarissen makelaars accountants architecten apotheek kliniek coaching begeleiding kinderdagverblijf
  milieu recycling support infra wegenbouw security cleaning bewind bewindvoering incasso uitvaart fietsen optiek webdesign
  college pleegzorg kraamzorg projectadvies bedrijfsadvies ict automatisering uitzendbureau uitzendgroep transport logistiek schoolvervoer clean
`);

/** Made of such a word: "Installatietechniek", "Groenbeheer", "Agrijuristen". */
const TAIL_COMPOUND =
  /^\p{Lu}?\p{L}{3,20}(?:instituut|fonds|recycling|techniek|technieken|installaties|installatie|beheer|werken|bouw|adviseurs|juristen|advocaten|reizen|projecten|management|verhuur|makelaardij|makelaars|notarissen|velden|tuinen|hoveniers|architecten|ingenieurs|accountants|consultants|diensten|services|systemen|reiniging|verpakking|verpakkingen|inspectie|inspecties|keuringen|groep|bedrijven|ontwikkeling|onderhoud|schoonmaak|transport|apotheken|winkels|producties|media|ontwerp|personeel|detachering|uitzendgroep|taxi|bussen|touringcars|hulpmiddelen|apparatuur|materialen|beveiliging|catering)$/u;

/** Whether names of organisations end with it. */
export const isOrganisationTail = (small: string): boolean =>
  ORGANISATION_TAILS.has(small) || TAIL_COMPOUND.test(small);

/** A legal form behind a name. */
export const LEGAL_FORMS = listOf("bv nv vof cv ua");

/** What a name begins with that is a rule, a team or a paper, and no firm: "CAO Schoonmaak", "Team Beheer". */
export const isNoFirmHead = (small: string): boolean => NO_FIRM_HEADS.has(small);

const NO_FIRM_HEADS = listOf(`
  cao wet team teams afdeling domein cluster sector verordening besluit regeling nota visie plan programma project route lijn bestek
  perceel contract handreiking leidraad richtlijn protocol agenda bijlage ronde pilot dashboard handleiding thema taakveld
  portefeuille onderwerp cursus training week dag maand loket kwartier wethouder adviesraad cliëntenraad commissie werkgroep
`);

/** Fields of work and colours, of which a name of a team is made and no name of a firm: "Water en Groen". */
export const isFieldOfWork = (small: string): boolean => FIELDS_OF_WORK.has(small);

const FIELDS_OF_WORK = listOf(`
  water groen grijs blauw rood geel oranje ruimte wonen milieu natuur bouw bouwen sport cultuur onderwijs jeugd zorg welzijn werk inkomen
  economie financiën beheer vergunningen toezicht handhaving burgerzaken vervoer mobiliteit verkeer energie klimaat afval
  techniek ict schoonmaak catering beveiliging inkoop facilitair personeel fysiek dienstverlening nederland noord zuid oost west midden regio
`);

/** Before the name of somebody who delivers: "onze huidige opdrachtnemer Rijnstroom". */
export const BEFORE_ORGANISATION = listOf(`
  opdrachtnemer aanbieder zorgaanbieder jeugdhulpaanbieder vervoerder leverancier taxibedrijf vervoersbedrijf organisatie zorgorganisatie
  instelling zorginstelling inschrijver onderaannemer welzijnsorganisatie hoofdaannemer combinant partij
`);

/** Public bodies and what else has a name that tells of nobody. */
const PUBLIC = listOf("gemeente provincie ggd cjg vng rijk politie ministerie uwv svb");

export const isPublicBody = (word: string): boolean =>
  PUBLIC.has(word.toLowerCase()) || PUBLIC_ENDING.test(word.toLowerCase());

const PUBLIC_ENDING =
  /^(?:veiligheidsregio|vervoerregio|metropoolregio|omgevingsdienst|milieudienst|waterschap|hoogheemraadschap|belastingdienst|rijksdienst|rijkswaterstaat|inspectie|arbeidsinspectie|rechtbank|gerechtshof|politie|brandweer|belastingsamenwerking|gemeentehuis|provinciehuis|wijkteam|jeugdteam|gebiedsteam|werkplein|kadaster)$/;

/** Whether a word is one that a name is never made of, a town among them. */
export function isNoName(word: string): boolean {
  const small = word.toLowerCase();
  return (
    FUNCTION_WORDS.has(small) ||
    FIELD_WORDS.has(small) ||
    PLACES.has(small) ||
    ORGANISATION_HEADS.has(small) ||
    isThing(small)
  );
}

/** Who somebody is or what they do, right before a name: "portefeuillehouder Van Wageningen". */
export const isRole = (small: string): boolean =>
  BEFORE_NAME.has(small) ||
  /(?:houder|leider|leidster|manager|adviseur|begeleider|begeleidster|medewerker|medewerkster|coördinator|werker|werkster|directeur|coach|consulent|verzorger|ambtenaar|inkoper|regisseur|therapeut|arts|verpleegkundige|psycholoog|agoog|loog|monteur|chauffeur|docent|leerkracht|trainer|trainster|secretaris|bestuurder|griffier|woordvoerder|voorlichter|onderzoeker|makelaar|advocaat|jurist|notaris|ecoloog|architect|verslaggever|redacteur|penningmeester|assistent|assistente|verloskundige|conducteur|instructeur|behandelaar|leraar|lerares|tolk|kapper|tuinman|huismeester|beheerder|vertegenwoordiger|ondernemer|boer|boerin|waarder|voerder|curator|mediator|predikant|bode|decaan|rector|ontwikkelaar|analist|specialist|deskundige|officer|owner|master|engineer|developer|consultant|genoot|wachter|huismeester|zwemmeester|badmeester|verpleger|verzorgster|visboer|steward|planner|eigenaar|eigenaresse)$/.test(
    small,
  );

/** Whether it is among the words a sentence is held together by, so that not even a title makes it a name. */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word.toLowerCase());
}

/** Whether it is a word of the field that names no firm. */
export const isFieldWord = (word: string): boolean =>
  FUNCTION_WORDS.has(word.toLowerCase()) || FIELD_WORDS.has(word.toLowerCase());

/** Towns of two words, which could be a surname. */
const TOWNS =
  /^(?:den (?:bosch|haag|helder|burg|dolder|hoorn|oever|ham|hout|ilp)|ter (?:aar|apel|apelkanaal|heijde|heijden|heide|idzard|borg)|ten (?:boer|arlo|post)|de (?:bilt|meern|lier|rijp|wijk|krim|kwakel|ronde venen)|van starkenborgh)$/;

export const isTown = (small: string): boolean => TOWNS.test(small);

export const isPlace = (word: string): boolean => PLACES.has(word.toLowerCase());

/** Ends as words for things and for what people do, not as names. */
const THING =
  /(?:ing|ingen|heid|heden|schap|schappen|tie|ties|teit|teiten|ment|menten|isme|plan|plannen|punt|punten|lijst|regel|regels|beleid|kosten|dienst|diensten|vervoer|zorg|hulp|werk|tijd|tijden|geld|plek|plekken|tarief|tarieven|onderwijs|school|scholen|raad|raden|groep|groepen|overleg|gesprek|verslag|formulier|programma|wet|besluit|kaart|toets|training|methode|team|teams|loket|centrum|huis|school|ouders|werkers?|medewerkers?|begeleiders?|houders?|coach|coaches|adviseurs?|coördinator|manager|directeur|aanbieders?|nemers?|gevers?|maatschappij|bedrijf|bedrijven|instelling|organisatie|organisaties|systeem|model|beheer|kamer|lokaal)$/;

/** A surname can end like these too: "Koning", "Harting", "Schutte". */
const NOT_THING =
  /^(?:koning|harting|wiering|elfring|roering|huising|deuring|holthuis|veldhuis|nieuwenhuis|oosterhuis|kamphuis|broekhuis|groothuis|wolthuis|berghuis|borghuis|klooster|van|bruggink|steenhuis|molhuis|kerkhuis|huizinga|buising|hissink|weening|wissing|nijhuis|lansink|reuling|hesseling|wesseling|roelfing|kuiking|king|ring|eshuis|akkerhuis|damhuis|vrielink|smeding|menting|wanting|flipse|helling|hoving|elling|alting|bonting|bruining|ebbing|everaert|hesling|koopmanschap|schap|mulderij|toering|wilting|zuring|tering)$/;

function isThing(small: string): boolean {
  // "Amstelring", and not "verbetering" or "verwarring".
  if (/[^er]ring$/.test(small)) return false;
  if (small.length < 5 || !THING.test(small) || NOT_THING.test(small)) return false;
  // "Bolhuis", "Tjalling": known as a name, whatever it ends as.
  const name = small.slice(0, 1).toUpperCase() + small.slice(1);
  return !SURNAMES.has(name) && !isOnlyFirstName(name);
}

const STREET =
  /(?:straat|laan|weg|plein|kade|dijk|singel|gracht|steeg|pad|hof|park|dreef|plantsoen|plantage|ring|baan|markt|haven|wal|burg|veld|oord|erf|kamp|brink|dam|hoek|kant|straatje|laantje|weide|meent|donk|kwartier|boulevard|allee|wijk|polder|akker|zoom|rode|hoeve|hout|berg|dal|horst|beek|sloot|vaart|poort|stein|bos)$/i;
const SURELY_STREET =
  /(?:straat|laan|weg|plein|kade|singel|gracht|steeg|dreef|plantsoen|straatje|laantje|boulevard)$/;

/** Whether a word is the name of a street, also without a number: never a person's. */
export const isStreet = (word: string): boolean => SURELY_STREET.test(word) && word.length > 5;

/** Whether a word with a number behind it is an address. */
export const canBeStreet = (word: string): boolean =>
  word.length > 4 && /^\p{Lu}/u.test(word) && STREET.test(word);
