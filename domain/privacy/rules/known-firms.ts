import type { Around } from "./around";
import type { FoundFirm } from "./firm-words";
import { besides } from "./tokens";

/**
 * Firms and institutions that municipalities buy from, by what they are called in talk: gathered from the trade by hand, by sector. One
 * that is not here is told by what is said of it. Shops and products are left out: who names those names no party.
 */
const FIRMS: ReadonlySet<string> = new Set(
  `
  connexxion, keolis, qbuzz, transdev, trevvel, munckhof, willemsen-de koning, noot, brookhuis, dorenbos, transvision, zcn, rmc,
  personenvervoer zuid, biosgroep, bios-groep, taxi horn, taxiwerq, zorgvervoercentrale, betuwe express, otax, tcr, syntus,
  welzorg, medipoint, meyra, hulpmiddelencentrum, vegro, beenhakker, harting-bank, livit, people4care, cordaan, buurtzorg,
  tzorg, tsn, zorgmies, t-zorg, axxicom, careyn, aafje, pieter van foreest, zorggroep drenthe, icare, carint reggeland,
  trivium meulenbelt, livio, sensire, zorggroep apeldoorn, viattence, argonaut, lentis, parnassia, altrecht, arkin, emergis,
  dimence, mediant, accare, yulius, rivierduinen, reinier van arkel, ggnet, pro persona, tactus, iriszorg, jellinek, brijder,
  antes, novadic-kentron, verslavingszorg noord nederland, amerpoort, sherpa, abrona, bartiméus, visio, kentalis, auris, pluryn,
  entrea lindenhout, moviera, kwintes, lister, exodus, leviaan, hvo-querido, limor, humanitas dmh, iriz, de tussenvoorziening,
  ribw, vivent, vivium, siza, driestroom, s heeren loo, 's heeren loo, esdégé-reigersdaal, middin, ipse de bruggen, gemiva,
  amarant, asvz, aveleijn, estinea, zozijn, elver, ambiq, frion, cosis, promens care, actief zorg, levvel, altra, intermetzo,
  jarabee, trias, juzt, combinatie jeugdzorg, oosterpoort, kompaan en de bocht, sterk huis, enver, jeugdformaat, schakenbosch,
  youké, pactum, lindenhout, jeugdhulp friesland, yorneo, molendrift, parlan, kenter, opvoedpoli, william schrikker, wsg,
  leger des heils jeugdbescherming, ottho gerhard heldring, mutsaersstichting, xonar, bj brabant, bijzonder jeugdwerk,
  de viersprong, fornhese, curium, de bascule, praktikon, molemann, mentaal beter, opdidakt, kleos, pro juventute,
  jeugdbescherming west, sdw, gastenhof, wonenplus, versa welzijn, combiwel, sezo, tintel, tinten welzijnsgroep, welsaen,
  farent, contourdetwern, wij eindhoven, rubicon jeugdzorg, gom, hago, asito, csu, iss, facilicom, vebego, effektief, hectas,
  schoonster, novon, succes schoonmaak, victoria schoonmaak, sodexo, eurest, albron, appèl, compass group, apetito,
  vitaaldiensten, uitgekookt, food connect, distrivers, trigion, securitas, g4s, seris, profi-sec, eurogarant,
  d&b the facility group, renewi, prezero, attero, avr, remondis, omrin, twence, circulus, rova, avalex, meerlanden, hvc,
  area reiniging, blink, reinis, irado, rd4, saver, midwaste, gp groot, gp groot inzameling, van gansewinkel, sita,
  donker groen, dolmans landscaping, krinkels, idverde, jos scholman, de enk groen en golf, ploegmakers, boskalis, heijmans,
  bam, volkerwessels, ballast nedam, dura vermeer, strukton, kws, ntp, schagen infra, reef infra, gebr. van kessel, arcadis,
  tauw, sweco, antea, royal haskoningdhv, haskoningdhv, witteveen+bos, goudappel, goudappel coffeng, movares, iv-infra, kragten,
  bonotraffics, berenschot, twynstra gudde, twynstra, andersson elffers felix, aef, bmc, bmc advies, kpmg, deloitte, pwc,
  ernst & young, capgemini, accenture, cgi, atos, ordina, sopra steria, significant public, hiemstra en de vries,
  hiemstra & de vries, kplusv, radar advies, bureau hhm, stimulansz, companen, ecorys, panteia, regioplan, i&o research,
  motivaction, kwiz, dsp-groep, rebelgroup, arcusplus, public result, seo economisch onderzoek, mobycon, xtnt, forseti,
  civitas advies, randstad, tempo-team, manpower, adecco, start people, brunel, driessen groep, jsconsultancy, bmc interim,
  flexxaam, centric, pinkroccade, decos, roxit, xxllnc, jnet, visma, visma roxit, exxellence, atabix, shift2, maykin,
  conduction, nedgraphics, vicrea, sitework, eurofiber, solcon, conscia, dustin, centralpoint, scholten awater, bechtle,
  protinus, eneco, vattenfall, essent, greenchoice, vandebron, dvep, liander, enexis, stedin, alliander, citytec, spie, signify,
  luminext, dynniq, vialis, allego, equans, vattenfall incharge, fastned, ohm laadpalen, total energies, park-line, q-park,
  apcoa, interparking, woonbron, ymere, eigen haard, de alliantie, rochdale, vestia, staedion, haag wonen, mitros, bo-ex,
  woonin, vivare, volkshuisvesting arnhem, woongenoot, nijestee, lefier, de huismeesters, acantus, domesta, mijande, welbions,
  de woonplaats, vechtdal wonen, deltawonen, woonstede, idealis, wonion, zayaz, brabantwonen, trudo, woonbedrijf, wonenbreburg,
  alwel, stadlander, wonen limburg, zowonen, heemwonen, maasvallei,
  `
    .split(",")
    .map((name) => name.trim().replace(/\s+/g, " "))
    .filter((name) => name !== ""),
);

/** Whether a whole name is that of a firm that is known. */
export const isKnownFirm = (name: string): boolean => FIRMS.has(name.toLowerCase());

/** Of these the capital at the start of a sentence says nothing, for they are words or names besides. */
const WORDS_TOO =
  /^(?:noot|blink|iss|rova|saver|visio|lister|trias|exodus|essent|signify|antes|bam|altra|sherpa|juzt|enver|kenter)$/;
const MOST_WORDS = 4;
const FIRST_WORDS: ReadonlySet<string> = new Set(
  [...FIRMS].map((name) => name.split(/[ &+]/)[0] ?? ""),
);

/** A firm that is known in the trade, from `at`; the longest name that stands there. */
export function knownFirmAt({ text, tokens, ordinary }: Around, at: number): FoundFirm | null {
  const first = tokens[at];
  if (first === undefined || !FIRST_WORDS.has(first.small)) return null;
  const named = first.capital || first.word !== first.small;
  let last: number | null = null;
  for (let to = at + 1; to <= at + MOST_WORDS && to <= tokens.length; to++) {
    const token = tokens[to - 1];
    if (token === undefined) break;
    if (to > at + 1 && !besides(token) && !/^ ?[&+] ?$|^\. $/.test(token.gap)) break;
    const name = text.slice(first.start, token.end).toLowerCase().replace(/\s+/g, " ");
    if (!FIRMS.has(name)) continue;
    const one = to === at + 1;
    if (one && ordinary.has(name)) continue;
    if (one && first.opens && WORDS_TOO.test(name)) continue;
    last = to;
  }
  if (last === null || !named) return null;
  const next = tokens[last];
  // "Victoria Park", "Horizon College": another name that begins so.
  if (last === at + 1 && next?.capital && besides(next) && WORDS_TOO.test(first.small)) return null;
  return { from: at, to: last, confidence: 0.8 };
}
