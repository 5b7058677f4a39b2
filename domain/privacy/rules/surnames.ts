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
  Ackermann Aksoy Albers Alkan Andringa Arslan Atema Aydın Azzouzi Bakkali Baldewsingh Bannink Bekker Belhaj
  Benhaddou Berendsen Bergh Bhagwandin Bieleveld Biharie Bijlsma Bodewes Bokhoven Bolhuis
  Bouwmeester Brinkman Broeders Bulthuis Bulut Chaudhry Chen Chotoe Cuijpers Cuypers Daal Damen
  Dijkema Dijkhuizen Dijksma Dogan Doornbos Douwes Doğan Driesen Dykstra Ebbers Eikelenboom Ekici
  Elzinga Erdogan Erdoğan Fernandes Ferwerda Fransen Galema Geerts Gerritsma Ghafoerkhan Gielen Goedhart
  Goossen Greven Gül Hamidi Hamstra Harms Heide Hemmes Hendrickx Hidding Hiemstra Hoeve
  Hofstede Holwerda Hoogland Hospes Huang Huisken Idrissi Janse Jansma Jaspers Jonker Joosten Kaplan
  Kara Karimi Kempers Keuning Khan Kiliç Klaassen Knol Kooij Kooistra Kooy Korkmaz Kowalczyk Kowalski
  Koç Kraaij Kuijper Kuyper Kılıç Lambrechts Lamers Lewandowska Li Lieshout Liu Lohman Looman Mahabier Mahabir
  Manders Martina Meijerink Meulenbelt Mollema Mostert Nguyen Nijboer Nijenhuis Nowak Oosterveld
  Oosting Otten Pander Pauwels Pietersma Plantinga Poelman Postema Putten Raaijmakers Radstake Ramdin Ramlal
  Reitsma Riemersma Ruijter Ruiten Schaaf Schaik Schoenmaker Schreurs Schuiling Schuurmans Sewdien
  Singh Soekhai Sprenger Steenbergen Steenstra Stegeman Stroop Tahiri Tan Teeuwen Theunissen
  Tjon Tuinstra Veenendaal Veenhuis Veer Verheij Verheijen Vermaas Verweij Verwey Vlaar Vonk
  Voskuil Vrolijk Wang Weerd Wesselink Westerveld Wierda Wildeboer Wilms Wong Xu Yang Yavuz Ybema
  Yıldırım Yıldız Zhang Zhao Zieliński Zijl Zoeteman Zuidam Zwaan Özdemir Özkan
  Yılmaz Yilmaz Zand Zanten Zeeman Zijlstra Zwart Zuidema
`
    .trim()
    .split(/\s+/),
);
