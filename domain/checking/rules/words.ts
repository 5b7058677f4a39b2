const list = (words: string): Set<string> => new Set(words.trim().split(/\s+/));

/** What a number counts or measures. */
export const UNITS = list(`
  seconde seconden minuut minuten uur uren dag dagen werkdag werkdagen kalenderdag kalenderdagen schooldag schooldagen week weken
  schoolweek maand maanden kwartaal kwartalen jaar jaren schooljaar kalenderjaar dagdeel dagdelen etmaal
  millimeter mm centimeter cm meter m m² m2 m³ m3 kilometer km hectare kilogram kg gram ton liter liters graden kn/m² db db(a) kwh watt
  procent % euro eur keer maal personen leerlingen cliënten inwoners medewerkers gebruikers trainingen bijeenkomsten exemplaren
  transacties dossiers scholen voertuigen plaatsen stageplaatsen stuks punten ton mb gb kb tb pixels
`);

const NUMBERS = list(`
  nul één een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien twintig dertig veertig vijftig
  zestig honderd duizend eenmaal tweemaal driemaal viermaal eens half halve anderhalf anderhalve
`);

/** Figures, or a number written out. */
export const isNumber = (word: string): boolean => NUMBERS.has(word) || /^\d/.test(word);

/** By figures, or by a word that can be nothing else. */
export const isSureNumber = (word: string): boolean =>
  /\d/.test(word) || (word !== "een" && NUMBERS.has(word));

/** The value of a number up to some hundreds; null when it is none. */
export function amountOf(word: string): number | null {
  const order = "nul één twee drie vier vijf zes zeven acht negen tien elf twaalf".split(" ");
  const n = order.indexOf(word);
  if (n >= 0) return n;
  if (word === "vijftien") return 15;
  if (word === "twintig") return 20;
  return /^\d{1,4}$/.test(word) ? Number(word) : null;
}

/** Names of laws and codes: words beside them are theirs. */
export const LAWS = list(`
  wet avg uavg jeugdwet wmo participatiewet burgerlijk archiefwet aanbestedingswet gemeentewet leerplichtwet wnt wkkgz wgbo bio
  governancecode gedragscode richtlijn rijksvergunning arbowet omgevingswet woo awb wvp2000
`);

/** Who does something in a requirement: with one in the sentence it is known who acts. */
export const ACTORS = list(`
  opdrachtnemer opdrachtnemers leverancier leveranciers vervoerder vervoerders aannemer aannemers aanbieder aanbieders inschrijver
  inschrijvers gegadigde dienstverlener zorgaanbieder jeugdhulpaanbieder opdrachtgever gemeente chauffeur chauffeurs schoolcoach
  schoolcoaches coach coaches begeleider begeleiders medewerker medewerkers contractmanager contractmanagers partijen voorman
  consulent consulenten toezichthouder school scholen klantmanager casusregisseur regisseur arts huisarts wijkteam toezichthouders
  verwerker hoofdaannemer onderaannemer college helpdesk oplossing systeem applicatie software platform
`);

/** Third person singular of what a requirement asks. */
export const VERBS = list(`
  levert rapporteert meldt verzorgt voert plant evalueert zorgt biedt maakt stelt houdt geeft schakelt bewaart deelt kan registreert
  informeert overlegt draagt neemt zet werkt belt reageert controleert reinigt herstelt vervangt onderhoudt adviseert begeleidt
  traint organiseert factureert betaalt verstrekt legt past stuurt verwijdert vernietigt bespreekt treft monitort beheert implementeert
  verifieert verzorgen benoemt benadert bericht bevestigt bezoekt brengt checkt declareert dient dekt doet draait evalueren factureren factureert gaat
  garandeert gebruikt haalt handelt handhaaft heeft helpt hanteert informeren instrueert keurt kiest koppelt krijgt laat legt leidt
  lost maait maakt meet mailt nodigt onderneemt ontvangt opent overhandigt plaatst presenteert publiceert regelt reikt reserveert
  richt rijdt ruimt schoont schrijft schuift sluit snoeit spreekt start stemt stopt test toetst toont tekent updatet veegt vergoedt
  verhelpt verkoopt verlengt vermeldt verschaft verwerkt verzendt vormt volgt vraagt vult waarschuwt wijst wijzigt wisselt zendt ziet
  zoekt beschikt behaalt bouwt archiveert actualiseert analyseert begroot bemiddelt beoordeelt berekent beschrijft bestelt beveiligt
  blijft certificeert communiceert compenseert corrigeert digitaliseert escaleert hertelt herziet inspecteert installeert komt leent
  leegt markeert migreert mag moeten zal werven werft verhuist vernieuwt verantwoordt verstuurt verdeelt
  ontwikkelt coördineert faciliteert bewaakt inventariseert documenteert archiveert signaleert ondersteunt moet dient
`);

/** Abbreviations that everybody in the field knows, or that stand for a law or norm. */
export const KNOWN_ABBREVIATIONS = list(`
  avg vog skj big iso nen en hkz vca kpi api sla eu btw kvk ggd cjg po vo mbo hbo wo vmbo havo vwo wcag pdf csv xml json html docx xlsx
  uea ict it bio mfa sso saml oidc https http tls ssl sql ip url wmo pgb zin ggz lvb svp snf uwv coa cbs cpi cao cpv fsc pefc ce eer
  epc bim ifc crow aql rie wko led apk cv hr pmb ehbo bhv iwmo ijw cak svb rivm knmi inspectie bsn brp digid eherkenning stuf zkn uavg
  nl usb pin gps rdw raw uav uavgc vng woo awb nvi pve emvi bpkv pkv rbac pki bic sroi pso ib iv ai tv dvd cd wc faq sms b2 b1 a2 a1
  wlz zvw jgz hbov wtza wtz msds rvs gft pmd osb vsr nvwa rvo ibki kn db mkb zzp bv nv mt vt odt txt png jpg svg zip sftp ftp smtp dns
  aes rsa vpn lan wifi dwg ifc2 otap aa pm sbr dpi cmd ifrs rbo wvp pvc pp no2 co2 nox ii iii vi
`);
