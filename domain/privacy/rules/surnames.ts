/**
 * Surnames that are common in the Netherlands, without what stands before them ("van de"). They make a name of
 * a capital word before them that is no known first name. One that is not here is found by what stands around it.
 */
export const SURNAMES: ReadonlySet<string> = new Set(
  `
  Aalbers Aalders Abdi Achterberg Adams Ahmed Akkerman Alberts Ali Altena Amrani Andriessen Arends Arts Aydin
  Baars Bakker Bakkers Bal Baltus Barends Bartels Bakx Beek Beekman Beer Beers Behrens Benali Bergsma Beukers
  Bekkers Bergman Bergmans Bijl Blaauw Blok Blom Blokland Boer Boersma Boekel Bogaard Bol Bolt Boon Boonstra Bos Bosch
  Boschman Bosma Bosman Bouman Bouwman Bouzid Braam Brand Brands Brandsma Breukelen Brink Broek Broekhuis
  Brouwer Brouwers Bruijn Bruin Bruins Bruinsma Buijs Burger Chaouch Celik Claassen Coenen Cornelissen Dam Dekker Dekkers
  Demir Derksen Diepen Dijk Dijkman Dijkstra Dirks Dirksen Doorn Douma Driessen Drost Dubbeld Eggink Eijk
  Elbers Emons Engel Engels Evers Faber Feenstra Fokkema Franken Franssen Gelder Gerrits Gerritsen Geurts
  Goossens Graaf Groen Groenendijk Groeneveld Groot Groothuis Haan Haak Haas Hamersma Hagen Hakvoort Harmsen Hartman
  Haverkamp Haverkort Heeren Heijden Heijmans Heijnen Hendriks Hendriksen Hermans Herman Heuvel Hoek Hoekstra
  Hofman Hofstra Hogeveen Hoogendoorn Hoekman Horst Houtman Huisman Huijbers Huizinga Hulst Jacobs Jager
  Jansen Janssen Janssens Jong Jonge Jongsma Kaya Keizer Kamp Kamphuis Kampman Karaca Kars Ketelaars Klaver
  Klein Kleijn Klok Klomp Kloosterman Kok Koning Konings Koopman Koopmans Koster Kramer Kroes Kroon Kruis
  Kuijpers Kuiper Kuipers Kuiters Laan Lammers Langen Lange Leeuw Leeuwen Linden Linssen Loon Lubbers Maas Martens
  Meer Meeuwsen Meijer Meijers Meulen Meyer Mertens Michels Mohan Molenaar Mol Mulder Mulders Nauta Nijhof
  Nijland Nieuwenhuis Noort Oomen Oosterhuis Ottens Ouden Öztürk Ozturk Pastoor Paulissen Peeters Peters Pietersen
  Pieters Pol Polman Postma Post Pronk Prins Rademaker Reijnders Reinders Rietveld Rijken Ritsema Roelofs
  Roos Rooij Rossum Ruiter Sahin Şahin Schaap Schepers Schipper Schippers Scholten Schouten Schreuder Schut
  Schuurman Sijtsma Simons Slagter Smeets Smit Smits Snel Snijders Sterk Steen Stevens Stam Stolk Swart
  Tasci Teunissen Terpstra Tiemens Timmer Timmerman Timmermans Tuin Ubbink Veen Veenstra Veldhuis Veldman Velde Ven
  Verbeek Verberne Verboom Verburg Verhage Verhagen Verhoef Verhoeven Verkerk Vermeer Vermeulen Vermaat Verschoor
  Vink Visser Vissers Vliet Voort Vos Vries Vroom Waal Wal Wagenaar Wessels Westerhof Westra Wiersma Wiegers
  Wijk Wijnen Wild Willems Willemsen Winkel Winkelman Winter Wit Witte Wolf Wolters Wouters Yildirim Yildiz
  Yılmaz Yilmaz Zand Zanten Zeeman Zijlstra Zwart Zuidema
`
    .trim()
    .split(/\s+/),
);
