import { phrasesOf } from "./phrases";

/** Brands, makes and methods that come up in tenders: named without "of gelijkwaardig" they shut others out. */
const BRANDS = `
microsoft|azure|office 365|microsoft 365|windows|sharepoint|powerpoint|outlook|onedrive|power bi|oracle|sap|salesforce|google
gmail|google maps|apple|ipad|iphone|macbook|adobe|acrobat|zoom|citrix|vmware|cisco|dell|lenovo|hp|canon|xerox|ricoh
philips|siemens|samsung|sony|bosch|makita|hilti|dewalt|stihl|husqvarna|john deere|kubota|kärcher|nilfisk|numatic|tork|ecolab
diversey|vileda|swiffer|katrin|mercedes|mercedes-benz|volkswagen|volvo|ford|toyota|renault|peugeot|citroën|opel|kia|hyundai|tesla|iveco
daf|scania|fiat|sprinter|sikkens|sigma|velux|rockwool|isover|gyproc|knauf|wavin|grohe|geberit|grundfos|daikin|topdesk|afas|exact
centric|pinkroccade|unit4|key2|jira|confluence|slack|whatsapp|signal|telegram|facebook|instagram|youtube|linkedin|twitter|dropbox
wetransfer|mozard|decos|djuma|corsa|triple p|signs of safety|kanjertraining|rots en water|incredible years|somtoday|magister
parnassys|kurzweil|nespresso|douwe egberts|fairtrade|coca-cola|ikea|forbo|desso|interface flor|tarkett|chubb|ajax
excel|teams|office|word|chatgpt|copilot|android|ios|macos|chrome|firefox|safari|aws|servicenow|autocad|revit|arcgis|esri|webex
trello|miro|mentimeter|qlik|tableau|cognos|planon|ultimo|xential|suite4|gws|mens centraal|civision|plancare|nedap|zivver|smartlockr
zorgmail|siilo|vikan|unger|gispen|ahrend|vepa|steelcase|vitra|trespa|rockfon|villeroy|jaga|nefit|remeha|vaillant|intergas
mitsubishi|honeywell|signify|schneider electric|assa abloy|nemef|salto|michelin|byd|vdl|nissan|skoda|audi|bmw|honda|lego|nintendo
nestlé|lavazza|senseo|unox|amazon|postnl|dhl|waze|tomtom|garmin|huawei|asus|acer|logitech|jabra|epson|lexmark|kyocera|konica
`;

const COMMON = new Set([
  "windows",
  "signal",
  "exact",
  "sigma",
  "corsa",
  "apple",
  "ford",
  "interface flor",
  "zoom",
  "teams",
  "word",
  "office",
  "salto",
  "miro",
  "ajax",
]);

export const BRAND_PHRASES = phrasesOf([
  ...BRANDS.trim()
    .split(/[|\n]/)
    .map((name) => name.trim()),
  "{van het merk|merk} *",
]);

/** Brands that are a word besides: only with a capital inside the sentence. */
export const isWordBesides = (name: string): boolean => COMMON.has(name);

export const TITLES = new Set(["mevrouw", "meneer", "mw", "mevr", "dhr", "heer", "juf"]);
