/**
 * The chapters a Programma van Eisen for care and education usually has, offered for an empty one.
 * They become content of a dossier, so they are Dutch whatever the language of the interface.
 */
export const STANDARD_CHAPTERS: readonly { title: string; introduction: string }[] = [
  {
    title: "Inleiding en leeswijzer",
    introduction: "Waar dit Programma van Eisen over gaat en hoe u het leest.",
  },
  {
    title: "Begrippen",
    introduction: "Wat wij bedoelen met de woorden die in de eisen staan.",
  },
  {
    title: "Context, doel en kernwaarden",
    introduction:
      "Waarom wij deze opdracht geven, welke kernwaarden uit de gesprekken kwamen en hoe de inbreng is verwerkt.",
  },
  {
    title: "Algemene eisen",
    introduction: "Wetten, kwaliteit, verklaring omtrent gedrag, registratie en klachten.",
  },
  {
    title: "Eisen aan de dienstverlening",
    introduction: "Voor wie de dienst is, hoe die te bereiken is en hoe er wordt gewerkt.",
  },
  {
    title: "Eisen aan personeel en continuïteit",
    introduction: "Deskundigheid, vervanging, wisseling en overdracht.",
  },
  {
    title: "Samenwerking",
    introduction: "Hoe de opdrachtnemer samenwerkt met de organisaties eromheen.",
  },
  {
    title: "Informatie, privacy en registratie",
    introduction: "Welke gegevens worden vastgelegd, gedeeld en beschermd.",
  },
  {
    title: "Kwaliteit, monitoring en verantwoording",
    introduction: "Wat er wordt gemeten, hoe vaak, en wat er daarna gebeurt.",
  },
  {
    title: "Implementatie, overgang en einde van de opdracht",
    introduction: "De start, de overgang van of naar een ander, en de afronding.",
  },
  {
    title: "Wensen",
    introduction: "Alleen wat bij de gunning wordt beoordeeld en punten krijgt.",
  },
];
