/** Towns of the Netherlands, in small letters: where somebody lives or works, and no firm. A surname can be one too. */
const TOWNS: ReadonlySet<string> = new Set(
  `
  aalburg aalsmeer aalten achtkarspelen alblasserdam albrandswaard alkmaar almelo almere alphen alteren ameland amersfoort amstelveen
  amsterdam andijk apeldoorn appingedam arnhem assen asten axel baarle baarn barendrecht barneveld bathmen beek beekbergen beemster
  beesel bergeijk bergen bergentheim berkelland berkel bernheze bernisse best beuningen beverwijk bilthoven bladel blaricum bleiswijk
  bloemendaal bodegraven boekel bolsward borculo borger borne borsele boskoop boxmeer boxtel breda breukelen brielle bronckhorst brummen
  brunssum bunnik bunschoten buren bussum capelle castricum coevorden cranendonck cuijk culemborg dalen dalfsen dedemsvaart delden delft
  delfzijl deurne deventer didam diemen dinkelland dinxperlo doesburg doetinchem dokkum dongen doorn doorwerth dordrecht drachten
  drechterland driebergen driel drimmelen dronten druten duiven duivendrecht echt edam ede eemnes eersel eindhoven elburg elst emmeloord
  emmen enkhuizen enschede epe epse ermelo etten eygelshoven franeker geertruidenberg geldermalsen geldrop geleen gemert gendringen gendt
  genemuiden gennep giessen gilze goes goirle gorinchem gouda grave groenlo groesbeek groningen grootebroek gulpen haaksbergen haaren haarlem
  haarlemmermeer halsteren hardenberg harderwijk hardinxveld haren harlingen harmelen hasselt hattem hedel heemskerk heemstede heerde
  heerenveen heerhugowaard heerjansdam heerlen heesch heeze heiloo hellendoorn hellevoetsluis helmond hendrik-ido-ambacht hengelo heteren
  heumen heusden hillegom hilvarenbeek hilversum hoensbroek hollandscheveld holten hoofddorp hoogeveen hoogezand hoogland hoorn houten
  huissen huizen hulst ijmuiden ijsselstein joure julianadorp kaatsheuvel kampen katwijk kerkdriel kerkrade klazienaveen koggenland kollum
  kootwijkerbroek krimpen krommenie landgraaf landsmeer langedijk lansingerland laren leek leens leerdam leersum leeuwarden leiden leiderdorp
  leidschendam lelystad lemmer leusden lichtenvoorde liesveld linschoten lisse lith lochem loenen loosdrecht losser maarn maarssen maarssenbroek
  maasbracht maasgouw maashorst maasland maassluis maastricht made margraten marken markelo medemblik meerssen meppel middelburg middelharnis
  mierlo mijdrecht millingen moerdijk monnickendam montferland montfoort mook muiden naaldwijk naarden neede nieuwegein nieuwkoop
  nieuwleusen nieuwpoort nieuwveen nijkerk nijmegen nijverdal noordenveld noordwijk noordwijkerhout nootdorp norg numansdorp nunspeet oegstgeest oirschot
  oisterwijk oldambacht oldebroek oldenzaal olst ommen oosterbeek oosterhout oosterwolde ooststellingwerf oosterzele oostzaan opmeer opsterland
  oss oudenbosch oudewater ouderkerk panningen papendrecht pekela pijnacker poeldijk purmerend putten raalte raamsdonksveer ravenstein
  reeuwijk renkum renswoude reusel reuver rheden rhenen ridderkerk rijen rijnsaterwoude rijssen rijswijk roden roermond roosendaal rosmalen rotterdam
  rozenburg rucphen ruurlo santpoort sassenheim schagen schalkhaar scherpenzeel scheveningen schiedam schijndel schoonhoven schoorl
  schouwen simpelveld sittard sliedrecht slochteren sluis smallingerland sneek soest someren son spakenburg spijkenisse stadskanaal staphorst
  stede steenbergen steenwijk steenwijkerland stein stellendam strijen swifterbant tegelen ternaard terneuzen terschelling texel teylingen tholen tiel tilburg
  tubbergen twello tynaarlo tytsjerksteradiel uden udenhout uitgeest uithoorn uithuizen ulft urk urmond utrecht vaals vaassen valburg
  valkenburg valkenswaard varsseveld veendam veenendaal veere veghel veldhoven velp velsen venlo venray vianen vierlingsbeek vlaardingen
  vlagtwedde vleuten vlieland vlijmen vlissingen volendam voorburg voorhout voorschoten voorst vorden vriezenveen vught waalre waalwijk waddinxveen
  wageningen wapenveld warmenhuizen warmond wassenaar waterland weert weesp wehl werkendam westerveld westervoort westerwolde westland weststellingwerf
  wierden wierdense wieringerwerf wijchen wijdemeren wijhe winschoten winsum winterswijk woensdrecht woerden wognum wolvega workum wormerland
  woudenberg woudrichem zaandam zaanstad zaltbommel zandvoort zederik zeewolde zeist zelhem zetten zevenaar zevenbergen zierikzee zoetermeer
  zoeterwoude zuidhorn zuidlaren zuidplas zundert zutphen zwaagwesteinde zwartewaterland zwartsluis zwijndrecht zwolle
`
    .trim()
    .split(/\s+/),
);

/** Whether a word is a town that is known as one, and does not only sound like it. */
export const isKnownTown = (small: string): boolean => TOWNS.has(small);

/** Ends as a place in the country or in a town: "Kromwijk", "Waalbrug". */
const PLACE_END =
  /\p{L}{3}(?:wijk|buurt|brug|dorp|polder|kanaal|waard|zijl|drecht|broek|kerk|recht|veen|horst|oord|heem|ingen|schoten|meer)$/u;

/** Whether a word is a town, or ends as a place does. */
export const isTownName = (small: string): boolean => TOWNS.has(small) || PLACE_END.test(small);
