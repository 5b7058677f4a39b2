import type { Outcome, RequirementKind } from "@/db/vocabulary";

/**
 * The example dossier: an invented municipality buys school transport. All words are ours. Gaps are
 * left open on purpose, so that the lists of what is missing have something to show.
 */
export const DOSSIER = {
  title: "Leerlingenvervoer 2027",
  contractingAuthority: "Gemeente Waterbroek",
  subject:
    "Vervoer van ongeveer 340 leerlingen naar het speciaal onderwijs, vanaf schooljaar 2027-2028, voor vier jaar met twee keer een verlenging van een jaar.",
};

export const MILESTONES = [
  { title: "Consultatie met belanghebbenden", onDate: "2026-03-04" },
  { title: "Programma van Eisen vastgesteld", onDate: "2026-12-15" },
  { title: "Aanbesteding gepubliceerd", onDate: "2027-01-18" },
  { title: "Gunning", onDate: "2027-04-12" },
  { title: "Eerste rit onder het nieuwe contract", onDate: "2027-08-30" },
];

export const GROUPS = [
  { name: "Ouders", expected: true },
  { name: "Scholen", expected: true },
  { name: "Chauffeurs", expected: true },
  { name: "Planners", expected: true },
  { name: "Leerlingen", expected: true },
  // Nobody of this group was at the table: the minutes say so themselves.
  { name: "Ouders van zelfstandige reizigers", expected: true },
  { name: "Begeleiders", expected: false },
];

export const FILES = [
  "notulen-ouders-en-scholen.md",
  "notulen-chauffeurs-en-planners.md",
  "interview-coordinator.md",
] as const;

type File = (typeof FILES)[number];

/** What a person corrects on the workbench: the segment that begins with these words. */
export const CORRECTIONS: {
  file: File;
  words: string;
  kind?: "reaction" | "advice" | "remark" | "procedural" | "answer";
  irrelevant?: string;
}[] = [
  {
    file: "notulen-ouders-en-scholen.md",
    words: "Het contract voor het leerlingenvervoer",
    irrelevant: "Uitleg van de gemeente, geen inbreng",
  },
  { file: "notulen-ouders-en-scholen.md", words: "Schoolleider: Wij missen", kind: "reaction" },
  { file: "notulen-ouders-en-scholen.md", words: "Ouder: Leg het vast", kind: "advice" },
  { file: "notulen-ouders-en-scholen.md", words: "Ouder: Zelfstandig", kind: "reaction" },
  {
    file: "notulen-chauffeurs-en-planners.md",
    words: "Is de stelling herkenbaar",
    irrelevant: "Vraag van de voorzitter om op gang te komen",
  },
  {
    file: "notulen-chauffeurs-en-planners.md",
    words: "Chauffeur: Toch moet",
    kind: "reaction",
  },
  {
    file: "notulen-chauffeurs-en-planners.md",
    words: "Begeleider: Een begeleider",
    kind: "reaction",
  },
  {
    file: "interview-coordinator.md",
    words: "Gesproken met",
    irrelevant: "Met wie is gesproken",
  },
  {
    file: "interview-coordinator.md",
    words: "De coördinator vertelt",
    irrelevant: "Aankondiging",
  },
];

/** Which group said it, by the words a reaction begins with. The rest stays unknown. */
export const GROUP_OF: Record<string, string[]> = {
  Ouders: [
    "Mijn zoon raakt",
    "Een vast gezicht",
    "Als er toch een vervanger",
    "Leg het vast",
    "Een lange rit",
    "Voor ons dorp",
    "Kijk liever",
    "Nee, dat is te laat",
    "Bij vertraging",
    "Niet iedere ouder",
    "De telefoonlijn",
    "Zelfstandig leren reizen",
  ],
  Scholen: [
    "Op school zien we",
    "Wij missen een overdracht",
    "In de ochtend telt",
    "Tien minuten voor de bel",
    "Laat de planner ook",
    "De samenwerking met de vaste",
    "De planner van de middag",
    "Aan het begin van het schooljaar",
    "Er is geen vast aanspreekpunt",
    "Klachten verdwijnen",
    "Leerlingen met een rolstoel",
    "Een deel van onze leerlingen",
    "Begin klein",
    "Stop het vervoer niet",
    "Leg vast hoe de overgang",
    "Vraag om een proefrit",
    "Spreek af dat de school",
    "Houd in de prijs",
  ],
  Leerlingen: ["vraag ook aan leerlingen"],
  Chauffeurs: [
    "Ja. Je leert een kind",
    "Een vaste rit geeft",
    "Het gaat mis bij ziekte",
    "Toch moet ik weten",
    "Een training over omgaan",
    "Maak er geen papierwinkel",
    "Rolstoelen vastzetten",
    "Nieuwe collega's",
    "Wie betaalt de uren",
    "Vaste uren, een vaste bus",
    "De app van de planning",
    "Na een incident",
  ],
  Planners: ["Planners willen best", "Door het tekort", "De planners zijn blij"],
  Begeleiders: ["Een begeleider in de bus"],
};

export const CORE_VALUES: {
  key: string;
  name: string;
  definition: string;
  rule: string;
  words: string[];
}[] = [
  {
    key: "vertrouwd",
    name: "Een vertrouwd gezicht",
    definition: "Een leerling reist met mensen die hem kennen en die hij kent.",
    rule: "Gebruik deze waarde als het gaat om wie er rijdt of meerijdt. Niet voor wie de telefoon opneemt.",
    words: [
      "Mijn zoon raakt",
      "Een vast gezicht",
      "Op school zien we",
      "Elke dag dezelfde",
      "Ja. Je leert een kind",
      "Een vaste rit geeft",
      "Planners willen best",
      "De samenwerking met de vaste",
    ],
  },
  {
    key: "voorspelbaar",
    name: "Voorspelbaar en op tijd",
    definition: "De dag verloopt zoals de leerling, de ouders en de school hem verwachten.",
    rule: "Gebruik deze waarde voor tijden, duur van de rit en roosters. Niet voor berichten over vertraging.",
    words: [
      "In de ochtend telt",
      "Tien minuten voor de bel",
      "Kijk liever",
      "Een lange rit",
      "Voor ons dorp",
      "Aan het begin van het schooljaar",
      "Als er toch een vervanger",
    ],
  },
  {
    key: "bereikbaar",
    name: "Bereikbaar en duidelijk",
    definition: "Wie iets moet weten hoort het op tijd, op een manier die bij hem past.",
    rule: "Gebruik deze waarde voor berichten, telefoon, app en aanspreekpunten.",
    words: [
      "Nee, dat is te laat",
      "Bij vertraging",
      "Niet iedere ouder",
      "De telefoonlijn",
      "Laat de planner ook",
      "Er is geen vast aanspreekpunt",
      "De planner van de middag",
      "De planners zijn blij",
      "De app van de planning",
    ],
  },
  {
    key: "veilig",
    name: "Veilig en vakbekwaam onderweg",
    definition: "Wie rijdt of begeleidt weet wat een leerling nodig heeft en kan dat ook.",
    rule: "Gebruik deze waarde voor opleiding, begeleiding, materieel en wat iemand over een leerling moet weten.",
    words: [
      "Een training over omgaan",
      "Rolstoelen vastzetten",
      "EHBO moet",
      "Nieuwe collega's",
      "Een begeleider in de bus",
      "Toch moet ik weten",
      "Het gaat mis bij ziekte",
      "Wij missen een overdracht",
      "Leg het vast",
      "Alleen wie ze voor de rit",
    ],
  },
  {
    key: "groei",
    name: "Groei naar zelfstandigheid",
    definition: "Een leerling die zelf kan leren reizen, krijgt daar de kans en de tijd voor.",
    rule: "Gebruik deze waarde als het vervoer een stap is naar zelf reizen.",
    words: [
      "Zelfstandig leren reizen",
      "Een deel van onze leerlingen",
      "Begin klein",
      "Stop het vervoer niet",
    ],
  },
  {
    key: "leren",
    name: "Leren van wat er gebeurt",
    definition: "Klachten, incidenten en cijfers leiden zichtbaar tot verbetering.",
    rule: "Gebruik deze waarde voor wat er na een melding, meting of vraag gebeurt.",
    words: [
      "Klachten verdwijnen",
      "Na een incident",
      "vraag ook aan leerlingen",
      "Spreek af dat de school",
    ],
  },
];

export interface ExampleRequirement {
  title: string;
  text: string;
  kind?: RequirementKind;
  explanation?: string;
  evidence?: string;
  verification?: string;
  /** Keys of kernwaarden. */
  coreValues?: string[];
  /** First words of the reactions of those kernwaarden that carry it; of some requirements nobody chose yet. */
  carriedBy?: string[];
  /** First words of reactions linked directly. */
  reactions?: string[];
  noSourceReason?: string;
}

export const CHAPTERS: {
  title: string;
  introduction?: string;
  requirements: ExampleRequirement[];
}[] = [
  {
    title: "Algemene eisen",
    introduction:
      "Deze eisen gelden voor de hele opdracht. De opdrachtnemer is de partij die het contract wint.",
    requirements: [
      {
        title: "Verklaring omtrent gedrag",
        text: "Elke chauffeur en elke begeleider heeft vóór de eerste rit een geldige verklaring omtrent het gedrag voor het werken met minderjarigen.",
        evidence:
          "Overzicht met afgiftedatum per persoon, op verzoek van de gemeente binnen vijf werkdagen.",
        noSourceReason: "Volgt uit de wet; hierover is niet geconsulteerd.",
      },
      {
        title: "Toegang tot gegevens van leerlingen",
        text: "De opdrachtnemer geeft een medewerker alleen de gegevens van een leerling die hij voor de rit nodig heeft, en legt vast wie welke gegevens heeft gezien.",
        verification: "Jaarlijkse controle van tien ritten door de gemeente.",
        coreValues: ["veilig"],
        reactions: ["Alleen wie ze voor de rit"],
      },
      {
        title: "Voertuigen zonder uitstoot",
        text: "Vanaf 1 januari 2030 rijdt de opdrachtnemer alle ritten met voertuigen zonder uitstoot.",
        kind: "performance",
        explanation: "De laadpunten bij het gemeentehuis mogen worden gebruikt.",
      },
      {
        title: "Onderaannemers",
        text: "De opdrachtnemer legt elke onderaannemer vóór de inzet schriftelijk voor aan de gemeente. Alle eisen gelden ook voor de onderaannemer.",
      },
    ],
  },
  {
    title: "Eisen aan de ritten",
    requirements: [
      {
        title: "Op tijd op school",
        text: "De leerling stapt op school uit tussen vijftien en vijf minuten voor de eerste bel. Dat geldt voor ten minste 97 procent van de ritten per kwartaal.",
        verification:
          "Tijden uit het planningssysteem, per kwartaal gerapporteerd aan gemeente en school.",
        coreValues: ["voorspelbaar"],
        carriedBy: ["In de ochtend telt", "Tien minuten voor de bel"],
      },
      {
        title: "Duur van de rit",
        text: "Een rit duurt ten hoogste 60 minuten. Staat in het vervoersprofiel van de leerling een kortere tijd, dan geldt die tijd.",
        explanation:
          "Een vaste grens voor iedereen bleek niet te passen: wat een leerling aankan verschilt.",
        coreValues: ["voorspelbaar"],
        carriedBy: ["Kijk liever", "Een lange rit"],
      },
      {
        title: "Ritten in grote dorpen buiten de ring",
        text: "Voor leerlingen die meer dan 30 kilometer van school wonen mag een rit ten hoogste 75 minuten duren, mits de ouders daar schriftelijk mee instemmen.",
        coreValues: ["voorspelbaar"],
        reactions: ["Voor ons dorp"],
      },
      {
        title: "Roosters rond voor de start",
        text: "Uiterlijk tien werkdagen voor de eerste schooldag ontvangen ouders en school het rooster met ophaaltijd, voertuig en chauffeur.",
        coreValues: ["voorspelbaar"],
        carriedBy: ["Aan het begin van het schooljaar"],
      },
      {
        title: "Ander adres op verzoek",
        text: "Ouders kunnen tot 12.00 uur op de dag ervoor een ander ophaal- of afzetadres binnen de gemeente doorgeven. De opdrachtnemer bevestigt dit dezelfde dag.",
        reactions: ["Een kind dat van huis"],
      },
    ],
  },
  {
    title: "Eisen aan chauffeurs en begeleiders",
    introduction: "Wij spreken over de functie, nooit over de persoon die haar nu vervult.",
    requirements: [
      {
        title: "Vast team per route",
        text: "Op elke route rijdt een vast team van ten hoogste drie chauffeurs. Per kwartaal rijdt dit team ten minste 90 procent van de ritten.",
        explanation:
          "Elke dag dezelfde chauffeur is niet haalbaar; een klein team van bekende gezichten wel.",
        verification: "Rapportage per route per kwartaal.",
        coreValues: ["vertrouwd"],
        carriedBy: ["Een vast gezicht", "Elke dag dezelfde"],
      },
      {
        title: "Vervanger aangekondigd",
        text: "Rijdt er iemand van buiten het team, dan ontvangen de ouders uiterlijk om 19.00 uur op de avond ervoor een bericht met de voornaam van de vervanger. Bij ziekte op de dag zelf bellen zij vóór vertrek.",
        coreValues: ["vertrouwd", "bereikbaar"],
        reactions: ["Als er toch een vervanger"],
      },
      {
        title: "Kennismaking",
        text: "Een leerling en zijn ouders maken vóór de eerste rit kennis met ten minste één chauffeur van het team.",
        coreValues: ["vertrouwd"],
      },
      {
        title: "Training omgaan met gedrag",
        text: "Elke chauffeur volgt vóór de eerste rit een praktijktraining van ten minste acht uur over omgaan met gedrag, en daarna elk jaar vier uur. De uren worden betaald als werktijd.",
        evidence: "Deelnamelijst per training.",
        coreValues: ["veilig"],
        reactions: ["Maak er geen papierwinkel", "Wie betaalt de uren"],
      },
      {
        title: "Rolstoelen vastzetten",
        text: "Alleen wie een praktijktoets voor het vastzetten van rolstoelen heeft gehaald, vervoert leerlingen in een rolstoel. De toets wordt elke twee jaar herhaald.",
        coreValues: ["veilig"],
        carriedBy: ["Rolstoelen vastzetten"],
      },
      {
        title: "Eerste hulp",
        text: "Elke chauffeur heeft een geldig certificaat voor eerste hulp aan kinderen, of gelijkwaardig.",
        coreValues: ["veilig"],
      },
      {
        title: "Inwerken van nieuwe chauffeurs",
        text: "Een nieuwe chauffeur rijdt ten minste vijf schooldagen mee op zijn route voordat hij die zelf rijdt.",
        coreValues: ["veilig", "vertrouwd"],
        carriedBy: ["Nieuwe collega's"],
      },
      {
        title: "Begeleiding in het voertuig",
        text: "Staat begeleiding in het vervoersprofiel van een leerling, dan is er naast de chauffeur een begeleider in het voertuig.",
        coreValues: ["veilig"],
        carriedBy: ["Een begeleider in de bus"],
      },
    ],
  },
  {
    title: "Contact en informatie",
    requirements: [
      {
        title: "Bericht bij vertraging",
        text: "Bij een verwachte vertraging van meer dan tien minuten ontvangen ouders en school binnen vijf minuten een bericht. Ouders kiezen zelf tussen een bericht op de telefoon en een telefoontje.",
        coreValues: ["bereikbaar"],
        carriedBy: ["Bij vertraging", "Niet iedere ouder"],
      },
      {
        title: "Telefonisch bereikbaar",
        text: "Op schooldagen tussen 6.30 en 18.00 uur wordt de telefoon in 90 procent van de gevallen binnen twee minuten opgenomen door iemand die Nederlands spreekt.",
        verification: "Cijfers van de telefooncentrale per maand.",
        coreValues: ["bereikbaar"],
        carriedBy: ["De telefoonlijn"],
      },
      {
        title: "Vaste contactpersoon per school",
        text: "Elke school heeft bij de opdrachtnemer één vaste contactpersoon en een vaste vervanger.",
        coreValues: ["bereikbaar"],
      },
      {
        title: "Voertuig volgen",
        text: "Ouders kunnen vanaf vijftien minuten voor de ophaaltijd zien waar het voertuig rijdt.",
        kind: "preference",
        explanation: "Deze wens telt mee in de beoordeling.",
        coreValues: ["bereikbaar"],
      },
    ],
  },
  {
    title: "Zelfstandig leren reizen",
    requirements: [
      {
        title: "Reisplan op maat",
        text: "Wil een leerling leren zelf te reizen, dan maakt de opdrachtnemer met ouders en school binnen vier weken een reisplan dat begint met één bekend traject.",
        coreValues: ["groei"],
      },
      {
        title: "Terugvallen mag",
        text: "Gedurende zes maanden na de eerste zelfstandige reis blijft de plaats in het vervoer beschikbaar.",
        coreValues: ["groei"],
        reactions: ["Stop het vervoer niet"],
      },
    ],
  },
  {
    title: "Verantwoording en overgang",
    requirements: [
      {
        title: "Klachten afgehandeld",
        text: "Een klacht wordt binnen één werkdag bevestigd en binnen tien werkdagen beantwoord, met wat er is gedaan om herhaling te voorkomen.",
        verification: "Klachtenoverzicht per kwartaal.",
        coreValues: ["leren"],
      },
      {
        title: "Proefrit bij een nieuwe vervoerder",
        text: "Bij de start van het contract biedt de opdrachtnemer elke leerling in de zomervakantie een proefrit aan met het voertuig en de chauffeur van zijn route.",
        reactions: ["Leg vast hoe de overgang", "Vraag om een proefrit"],
      },
    ],
  },
];

/** One requirement for each state of its review, by its title; a fifth waits for its first approval. */
export const REVIEWED = {
  adopted: "Bericht bij vertraging",
  approved: "Telefonisch bereikbaar",
  lapsed: "Vaste contactpersoon per school",
  returned: "Terugvallen mag",
  waiting: "Klachten afgehandeld",
} as const;
export const REVIEWED_WORDS = {
  change: ["een vaste vervanger", "twee vaste vervangers"] as [string, string],
  reason: "Eén vervanger is kwetsbaar bij ziekte.",
  remark: "Vanaf welke dag tellen de zes maanden, en wie houdt dat bij?",
};

/** What was decided on whom the minutes name: on all, so that the document can go out. */
export const DECIDED = [
  { name: "de heer Haverkort", redaction: "role", role: "planner" },
  { name: "Sanne Wit", redaction: "code" },
  { name: "mevrouw Marleen Ottens", redaction: "role", role: "schoolleider" },
  { name: "06-12345678", redaction: "role", role: "telefoonnummer verwijderd" },
  { name: "m.ottens@school.example", redaction: "role", role: "e-mailadres verwijderd" },
] as const;

/** The online consultation, as its form has it; its days are told when it is made. */
export const ONLINE = {
  title: "Denk mee over het leerlingenvervoer",
  introduction:
    "In 2027 kiest de gemeente een vervoerder voor kinderen die naar het speciaal onderwijs gaan. Vertel ons eerst wat in de praktijk werkt.",
  opensOn: "",
  opensTime: "",
  asksPosition: "yes",
  admits: "anyone",
  others: "afterClosing",
  moderation: "before",
  maxLength: "2000",
  keepDays: "90",
  missingQuestion: "Wie of wat missen wij nog?",
  privacy:
    "Medewerkers van het team Jeugd lezen wat u schrijft. Later staat het zonder naam in een openbaar verslag. Wij bewaren uw woorden tot een jaar na de gunning.",
  contact: "Gemeente Waterbroek, team Jeugd\nBel 0999 12 34 56",
  texts: [
    {
      text: "Een kind heeft elke dag dezelfde chauffeur.",
      explanation:
        "Nu wisselt de chauffeur vaak, ook binnen een week.\n\nEen vaste chauffeur geeft rust. Maar bij ziekte komt er dan soms een uur geen bus.",
      picture: {
        file: "chauffeurs-per-kind.png",
        alternative:
          "Staafdiagram van 110 kinderen in één schooljaar: 12 hadden één chauffeur, 31 hadden er twee of drie, 44 hadden er vier tot zes en 23 hadden er zeven of meer.",
      },
    },
    {
      text: "Ouders zien op hun telefoon waar de bus is.",
      explanation: "Dat kan als de vervoerder zijn bussen volgt. Ouders hoeven dan niet te bellen.",
    },
    { text: "Een kind zit nooit langer dan een uur in de bus.", explanation: "" },
  ],
} as const;

/** What is answered in the example: by the words a reaction begins with. The other reactions wait for somebody who looks. */
export const ANSWERS: {
  words: string;
  outcome: Outcome;
  reason?: string;
  place?: string;
  /** Titles of the requirements it went into. */
  requirements?: string[];
}[] = [
  {
    words: "Als er toch een vervanger",
    outcome: "adopted",
    reason: "U hoort het de avond ervoor, uiterlijk om 19.00 uur.",
    requirements: ["Vervanger aangekondigd"],
  },
  {
    words: "Elke dag dezelfde is niet haalbaar",
    outcome: "adopted",
    reason: "Wij eisen een klein team van ten hoogste drie bekende chauffeurs.",
    requirements: ["Vast team per route"],
  },
  {
    words: "Een vast gezicht is belangrijker",
    outcome: "partly",
    reason:
      "Elke dag dezelfde chauffeur kan niet: mensen zijn ook ziek of vrij. Wij eisen wel een vast team van ten hoogste drie chauffeurs per route.",
    requirements: ["Vast team per route"],
  },
  {
    words: "Kan de vervoerder een foto",
    outcome: "rejected",
    reason:
      "Een foto is een persoonsgegeven van de chauffeur. Wij kunnen die niet eisen. U krijgt wel de voornaam.",
  },
  {
    words: "De telefoonlijn van de vervoerder",
    outcome: "elsewhere",
    place: "de overeenkomst, artikel 7 (bereikbaarheid)",
    reason: "Daar staat hoe snel de vervoerder de telefoon opneemt.",
  },
  {
    words: "Complimenten voor de chauffeurs",
    outcome: "noted",
    reason: "Dank u wel. Wij geven het door aan de vervoerder.",
  },
];

/** What people sent to the online consultation of the example, and somebody is to look at: as whom, and by stelling. */
export const WAITING: readonly { group: string | null; texts: readonly (string | null)[] }[] = [
  {
    group: "Ouders",
    texts: [
      "Toen de vaste chauffeur ziek was, moest mevrouw Marleen Ottens ons bellen dat er geen bus kwam. Onze zoon ging drie weken met niemand anders mee.",
      "Een app hoeft niet van mij. Een berichtje als de bus later is, is genoeg.",
    ],
  },
  {
    group: "Scholen",
    texts: [
      "Vaste chauffeurs zijn goed. Maar een school wil vooral weten wie er komt, want kinderen gaan met niemand anders mee. Zet dus ook in het contract dat een invaller zich op school komt voorstellen. En dan nog iets anders: de bussen staan nu op het fietspad, want er is geen plek om uit te stappen. Daar moet de gemeente zelf wat aan doen. Tot slot vragen leerkrachten of zij de lijst met telefoonnummers van chauffeurs kunnen krijgen, want het kantoor neemt na vijf uur niet op. Dat geldt ook voor dagen waarop de school eerder uit is, zoals voor een vakantie, en dat staat nu in geen enkele afspraak.",
      null,
      "Een uur is lang voor een kind van vijf.",
    ],
  },
  {
    group: null,
    texts: [
      "Wat een kutzooi met die taxi's, elke week iemand anders.",
      "Kijk op www.busvolger.example, die doen dit al.",
    ],
  },
  { group: "Ouders", texts: ["Een vast gezicht geeft rust, ook bij het instappen."] },
  { group: "Scholen", texts: [null, null, "een uur is lang voor een kind van vijf."] },
];

/** The decision with which the concept edition was adopted. */
export const CONCEPT = {
  decidedBy: "Projectgroep leerlingenvervoer",
  decidedOn: "2026-10-12",
  decisionNumber: "2026-1187",
  mandate: "",
  reason:
    "Om te laten lezen door wie meedacht. Nog niet elke reactie heeft een antwoord: dat volgt in editie 1.",
};
