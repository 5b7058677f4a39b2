import type { ANSWERS } from "./content";

/**
 * What is answered to the reactions that the example leaves open, for the edition that was adopted: by the words each begins with.
 * All words are ours.
 */
export const OTHER_ANSWERS: typeof ANSWERS = [
  {
    words: "Mijn zoon raakt",
    outcome: "adopted",
    reason: "Op elke route rijdt een klein vast team. Uw kind leert deze chauffeurs vooraf kennen.",
    requirements: ["Vast team per route", "Kennismaking"],
  },
  {
    words: "Op school zien we",
    outcome: "adopted",
    reason: "Dit is de reden om een vast team te eisen.",
    requirements: ["Vast team per route"],
  },
  {
    words: "Dat kan als de chauffeur",
    outcome: "noted",
    reason: "Dit antwoord gaven wij op de avond zelf. Wij hebben er later anders over beslist.",
  },
  {
    words: "Wij missen een overdracht",
    outcome: "partly",
    reason:
      "Een nieuwe chauffeur rijdt eerst vijf dagen mee. Wat hij dan leert, schrijven wij niet voor: dat verschilt per kind.",
    requirements: ["Inwerken van nieuwe chauffeurs"],
  },
  {
    words: "Leg het vast in een kaart",
    outcome: "rejected",
    reason:
      "Op zo'n kaart komen al snel medische gegevens. Die horen in het vervoersprofiel, dat beter beveiligd is. Ouders kunnen dat profiel laten aanpassen.",
  },
  {
    words: "Een lange rit is voor een kind",
    outcome: "adopted",
    reason: "Staat in het profiel van uw kind een kortere tijd, dan geldt die tijd.",
    requirements: ["Duur van de rit"],
  },
  {
    words: "Voor ons dorp is drie kwartier",
    outcome: "adopted",
    reason:
      "Woont u meer dan 30 kilometer van school, dan mag de rit langer duren als u dat goed vindt.",
    requirements: ["Ritten in grote dorpen buiten de ring"],
  },
  {
    words: "Kijk liever naar wat het kind",
    outcome: "partly",
    reason:
      "Er blijft een grens van 60 minuten, want anders kan niemand plannen. Daarbinnen telt wat het kind aankan.",
    requirements: ["Duur van de rit"],
  },
  {
    words: "In de ochtend telt vooral",
    outcome: "adopted",
    reason: "Op tijd is voor ons: tussen vijftien en vijf minuten voor de bel.",
    requirements: ["Op tijd op school"],
  },
  {
    words: "Wat noemt u op tijd?",
    outcome: "adopted",
    reason: "Tussen vijftien en vijf minuten voor de eerste bel.",
    requirements: ["Op tijd op school"],
  },
  {
    words: "Tien minuten voor de bel",
    outcome: "adopted",
    reason: "Zo staat het in de eis, met vijf minuten speling naar beide kanten.",
    requirements: ["Op tijd op school"],
  },
  {
    words: "Het is onduidelijk wie er toezicht",
    outcome: "outOfScope",
    reason:
      "Toezicht op het plein is een taak van de school. Een vervoerder mag dat niet overnemen. Wij bespreken het met de scholen.",
  },
  {
    words: "Nee, dat is te laat",
    outcome: "partly",
    reason:
      "Het volgen van de bus is een wens: wie het aanbiedt, krijgt meer punten. Als eis zou het kleine vervoerders uitsluiten.",
    requirements: ["Voertuig volgen"],
  },
  {
    words: "Bij vertraging van meer dan tien minuten",
    outcome: "adopted",
    reason: "U krijgt dan binnen vijf minuten een bericht.",
    requirements: ["Bericht bij vertraging"],
  },
  {
    words: "Niet iedere ouder heeft een smartphone",
    outcome: "adopted",
    reason: "U kiest zelf: een bericht of een telefoontje.",
    requirements: ["Bericht bij vertraging"],
  },
  {
    words: "Laat de planner ook de school",
    outcome: "adopted",
    reason: "De school krijgt hetzelfde bericht als de ouders.",
    requirements: ["Bericht bij vertraging"],
  },
  {
    words: "vraag ook aan leerlingen zelf",
    outcome: "elsewhere",
    place: "het kwaliteitsplan van de gemeente, hoofdstuk 4",
    reason: "Daar staat dat wij het twee keer per jaar aan leerlingen vragen.",
  },
  {
    words: "De voorzitter vraagt wie er aan tafel",
    outcome: "noted",
    reason:
      "Deze ouders zijn er niet bij geweest. Wij nodigen hen uit voor het gesprek over zelf leren reizen.",
  },
  {
    words: "Zelfstandig leren reizen hoort",
    outcome: "adopted",
    reason: "Voor wie dat wil, komt er een reisplan.",
    requirements: ["Reisplan op maat"],
  },
  {
    words: "Ja. Je leert een kind kennen",
    outcome: "adopted",
    reason: "Wij eisen een vast team per route.",
    requirements: ["Vast team per route"],
  },
  {
    words: "Een vaste rit geeft ons ook rust",
    outcome: "adopted",
    reason: "Het rooster is tien werkdagen voor de start van het schooljaar bekend.",
    requirements: ["Vast team per route", "Roosters rond voor de start"],
  },
  {
    words: "Planners willen best",
    outcome: "partly",
    reason:
      "Een bus mag minder vol zitten, want 90 procent van de ritten met het vaste team is genoeg. Hoe vol de bus is, schrijven wij niet voor.",
    requirements: ["Vast team per route"],
  },
  {
    words: "Het gaat mis bij ziekte",
    outcome: "partly",
    reason:
      "De vervanger is aangekondigd en krijgt de gegevens die hij voor de rit nodig heeft. Dat hij de leerlingen al kent, kunnen wij bij ziekte niet eisen.",
    requirements: ["Vervanger aangekondigd", "Toegang tot gegevens van leerlingen"],
  },
  {
    words: "Wie mag de gegevens",
    outcome: "adopted",
    reason: "Alleen wie ze voor de rit nodig heeft. De vervoerder houdt bij wie wat heeft gezien.",
    requirements: ["Toegang tot gegevens van leerlingen"],
  },
  {
    words: "Alleen wie ze voor de rit",
    outcome: "adopted",
    reason: "Dit is nu een eis.",
    requirements: ["Toegang tot gegevens van leerlingen"],
  },
  {
    words: "Toch moet ik weten",
    outcome: "adopted",
    reason: "Wat u voor de rit nodig heeft, mag u zien. Dus ook wat u moet doen bij een aanval.",
    requirements: ["Toegang tot gegevens van leerlingen"],
  },
  {
    words: "Een begeleider in de bus",
    outcome: "partly",
    reason:
      "Een begeleider rijdt mee als dat in het profiel van een leerling staat, niet in elke bus.",
    requirements: ["Begeleiding in het voertuig"],
  },
  {
    words: "Een training over omgaan met gedrag",
    outcome: "adopted",
    reason: "Iedereen volgt de training, ook wie al lang rijdt.",
    requirements: ["Training omgaan met gedrag"],
  },
  {
    words: "Maak er geen papierwinkel",
    outcome: "adopted",
    reason:
      "Het is een training in de praktijk. Wij vragen een lijst van deelnemers en geen certificaat.",
    requirements: ["Training omgaan met gedrag"],
  },
  {
    words: "Rolstoelen vastzetten wordt",
    outcome: "adopted",
    reason:
      "Alleen wie een toets in de praktijk heeft gehaald, vervoert leerlingen in een rolstoel.",
    requirements: ["Rolstoelen vastzetten"],
  },
  {
    words: "Nieuwe collega's zouden",
    outcome: "adopted",
    reason: "Vijf schooldagen meerijden is nu een eis.",
    requirements: ["Inwerken van nieuwe chauffeurs"],
  },
  {
    words: "Wie betaalt de uren",
    outcome: "adopted",
    reason: "De vervoerder betaalt de uren als werktijd.",
    requirements: ["Training omgaan met gedrag"],
  },
  {
    words: "EHBO moet voor elke chauffeur",
    outcome: "partly",
    reason:
      "Eerste hulp is verplicht. Hoe vaak iemand het herhaalt, hangt af van het certificaat: dat schrijven wij niet voor.",
    requirements: ["Eerste hulp"],
  },
  {
    words: "Door het tekort aan chauffeurs",
    outcome: "noted",
    reason:
      "Wij hebben bij elke eis gekeken of zij haalbaar is. Daarom vragen wij een team in plaats van één vaste chauffeur.",
  },
  {
    words: "Wat helpt om chauffeurs",
    outcome: "noted",
    reason: "Volgens de chauffeurs: vaste uren, een vaste bus en iemand die de telefoon opneemt.",
  },
  {
    words: "Vaste uren, een vaste bus",
    outcome: "outOfScope",
    reason:
      "Over uren en materieel gaan de vervoerder en zijn chauffeurs. De gemeente mag dat niet voorschrijven.",
  },
  {
    words: "De app van de planning",
    outcome: "noted",
    reason: "Daarom is het volgen van de bus een wens en geen eis, en blijft bellen mogelijk.",
  },
  {
    words: "Schone bussen worden genoemd",
    outcome: "partly",
    reason:
      "Schone bussen komen er, maar pas in 2030. Tot die tijd mogen vervoerders laden bij het gemeentehuis.",
    requirements: ["Voertuigen zonder uitstoot"],
  },
  {
    words: "Een kind dat van huis",
    outcome: "adopted",
    reason: "Doorgeven kan voortaan tot 12.00 uur op de dag ervoor.",
    requirements: ["Ander adres op verzoek"],
  },
  {
    words: "Na een incident horen",
    outcome: "partly",
    reason:
      "Wie een klacht indient, hoort wat ermee gedaan is. Voor chauffeurs die zelf iets melden, is dat aan hun werkgever.",
    requirements: ["Klachten afgehandeld"],
  },
  {
    words: "De planners zijn blij",
    outcome: "noted",
    reason: "Dank u. Dit willen wij zo houden.",
  },
  {
    words: "De samenwerking met de vaste",
    outcome: "noted",
    reason: "Dank u. Wij geven het door aan de chauffeurs.",
  },
  {
    words: "De planner van de middag",
    outcome: "adopted",
    reason: "Elke school houdt één vaste contactpersoon, met vervangers.",
    requirements: ["Vaste contactpersoon per school"],
  },
  {
    words: "Aan het begin van het schooljaar",
    outcome: "adopted",
    reason: "Ouders en school hebben het rooster tien werkdagen voor de eerste schooldag.",
    requirements: ["Roosters rond voor de start"],
  },
  {
    words: "Er is geen vast aanspreekpunt",
    outcome: "adopted",
    reason: "Elke school krijgt één vaste contactpersoon.",
    requirements: ["Vaste contactpersoon per school"],
  },
  {
    words: "Klachten verdwijnen",
    outcome: "adopted",
    reason: "U krijgt binnen tien werkdagen antwoord, met wat er is gedaan.",
    requirements: ["Klachten afgehandeld"],
  },
  {
    words: "Leerlingen met een rolstoel",
    outcome: "rejected",
    reason:
      "Hoeveel bussen met een lift er zijn, laten wij aan de vervoerder. Wij meten of hij op tijd is, ook voor leerlingen in een rolstoel.",
  },
  {
    words: "Een deel van onze leerlingen",
    outcome: "adopted",
    reason: "De vervoerder maakt een reisplan, en dat begint met begeleiding.",
    requirements: ["Reisplan op maat"],
  },
  {
    words: "Begin klein",
    outcome: "adopted",
    reason:
      "Het reisplan begint met één bekend traject. De plaats in de bus blijft zes maanden vrij.",
    requirements: ["Reisplan op maat", "Terugvallen mag"],
  },
  {
    words: "Stop het vervoer niet",
    outcome: "adopted",
    reason: "De plaats in het vervoer blijft nog zes maanden beschikbaar.",
    requirements: ["Terugvallen mag"],
  },
  {
    words: "Leg vast hoe de overgang",
    outcome: "adopted",
    reason: "Elke leerling krijgt in de zomervakantie een proefrit.",
    requirements: ["Proefrit bij een nieuwe vervoerder"],
  },
  {
    words: "Vraag om een proefrit",
    outcome: "adopted",
    reason: "Dat is nu een eis bij de start van het contract.",
    requirements: ["Proefrit bij een nieuwe vervoerder"],
  },
  {
    words: "Spreek af dat de school",
    outcome: "adopted",
    reason: "De school krijgt de cijfers elk kwartaal.",
    requirements: ["Op tijd op school"],
  },
  {
    words: "Houd in de prijs rekening",
    outcome: "elsewhere",
    place: "het prijzenblad, tabblad 2",
    reason: "Daar staat hoe studiedagen en andere roosters worden betaald.",
  },
];

/** Why requirements that rest on nothing anybody said are there all the same. */
export const MOTIVATED = {
  "Voertuigen zonder uitstoot": "Volgt uit het klimaatbeleid van de gemeente.",
  Onderaannemers: "Nodig om de andere eisen ook bij een onderaannemer te laten gelden.",
} as const;

/** The requirement that was sent back, as it was sent again. */
export const SENT_AGAIN = {
  title: "Terugvallen mag",
  change: [
    "na de eerste zelfstandige reis",
    "na de eerste zelfstandige reis, volgens de datum in het reisplan,",
  ],
  reason: "De jurist vroeg vanaf welke dag de zes maanden tellen.",
} as const;

/** What nobody approved yet when the edition was adopted, and why that was no hindrance. */
export const UNAPPROVED = {
  title: "Voertuig volgen",
  reason:
    "De inkoper is ziek. Zij geeft haar akkoord op deze wens vóór de aanbesteding begint; de tekst staat vast.",
} as const;

export const EDITION_ONE = {
  decidedBy: "College van burgemeester en wethouders",
  decidedOn: "2026-11-24",
  decisionNumber: "2026-1342",
  mandate: "Mandaatregeling 2024, artikel 3",
  reason:
    "Elke reactie uit de gesprekken heeft nu een antwoord. Met deze eisen gaan wij de markt op.",
};

/** What is other in the concept that follows: questions of transporters, and what came in online. */
export const CHANGES = {
  saved: [
    {
      title: "Vast team per route",
      field: "explanation",
      change: [
        "een klein team van bekende gezichten wel.",
        "een klein team van bekende gezichten wel. Iemand hoort bij het team vanaf zijn vijfde rit op de route.",
      ],
      reason: "Een vervoerder vroeg vanaf wanneer iemand meetelt voor de 90 procent.",
    },
    {
      title: "Bericht bij vertraging",
      field: "text",
      change: [
        "binnen vijf minuten een bericht. Ouders kiezen zelf tussen een bericht op de telefoon en een telefoontje.",
        "binnen vijf minuten nadat de opdrachtnemer dit weet een bericht. Ouders kiezen zelf tussen een bericht op de telefoon en een telefoongesprek.",
      ],
      reason: "Het moment waarop de vijf minuten beginnen, stond er niet.",
    },
  ],
  dropped: {
    title: "Onderaannemers",
    reason:
      "Dit staat al in artikel 8 van de overeenkomst. Twee regels over hetzelfde geeft verwarring.",
  },
  /** Goes one place up. */
  moved: "Kennismaking",
  /** What somebody sent online and was placed since; nobody answered it yet. */
  placed: ["Een vast gezicht geeft rust", "Een uur is lang voor een kind van vijf"],
  added: [
    {
      chapter: "Eisen aan de ritten",
      title: "Rustig instappen",
      text: "De chauffeur rijdt pas weg als elke leerling zit en de gordel vast is.",
      reaction: "Een vast gezicht geeft rust",
    },
    {
      // Rests on nothing yet: that is one of the gaps of the concept.
      chapter: "Contact en informatie",
      title: "Uitstappen bij de school",
      text: "De opdrachtnemer stopt alleen op de plek die de gemeente bij elke school heeft aangewezen.",
      reaction: null,
    },
  ],
} as const;

export const CONCEPT_AFTER = {
  decidedBy: "Projectgroep leerlingenvervoer",
  decidedOn: "2026-11-26",
  decisionNumber: "2026-1377",
  mandate: "",
  reason:
    "Na vragen van vervoerders en de eerste reacties op internet. Om te laten lezen: nog niet alles is beantwoord.",
};
