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
  Abbink Acar Adriaans Adriaanse Adriaansen Akkermans Alaoui Alkemade Altink Amezrine Andela Ansems Appelman Arendsen Aslan
  Asselbergs Aukema Azzouz Baarda Bakhuis Barendregt Barendse Bastiaansen Baumann Beckers Beekhuis Beerens Benhammou Bennani
  Bergkamp Bertens Beumer Bijker Bijvoet Bissessur Blankers Bleeker Bleijenberg Bloemendal Blokhuis Blokker Boedhoe Boekhorst
  Boelens Boerma Boersen Boertjens Boeve Bogaards Bogaers Bogers Bollen Bondarenko Boogaard Bosboom Bosscher Botma Bouali
  Bouazza Bouchallikh Boukhari Bouma Bourass Bouwens Boxma Braakman Braams Brinkhorst Brinkhuis Broekema Broekman Bronkhorst
  Brouns Bruggeman Brugman Bruijns Bruinenberg Bruls Buijtenhuis Buitenhuis Buitenweg Busscher Çakır Çelik Çetin Chaara Chakir
  Christiaens Claessens Cornelisse Cramer Croes Custers Daalder Daemen Damstra Daoudi Darwish Davelaar Debipersad Deelstra
  Dekens Deurloo Dieleman Dijkhuis Doeven Dolman Donkers Doorenbos Dorenbos Dorsman Dreesen Driehuis Droste Duijvestijn
  Dullemond Eekelschot Eekhout Eerens Eggens Eijkelboom Eising Elferink Essers Everaars Eversen Everts Fransman Frederiks Gaal
  Gaasbeek Gangaram Gebre Geerdink Geerlings Geertsema Gelderblom Gijsbers Gijsen Gommers Goorden Goosen Gorter Govers
  Graafland Griffioen Groeneweg Groenewegen Groenewoud Groenhof Groenhuis Groenink Grootjans Grootveld Güneş Haanstra Haarman
  Haarsma Habets Haddou Haddouchi Hagenaars Haile Hamers Hamming Hammouti Hanegraaf Hartgers Hartog Hazelhoff Hazenberg
  Heesakkers Heezen Heida Heikens Heikoop Hendriksma Hendrix Hensen Heskes Hettinga Hilbers Hissink Hoeks Hoeksma Hoekzema
  Hofland Hofstee Holleman Holtrop Hommes Hoogeboom Hoogenboom Hoogstraten Houben Houtkamp Huibers Huijgen Huijsmans Huiskamp
  Huiskes Huitema Huls Hulshof Idema IJpma IJzerman Jaarsma Jagesar Jagt Jaouhari Jellema Jelsma Jeurissen Jhinkoe Jimmink
  Jochems Jonkers Jonkman Jorritsma Kaddouri Kalkman Kalpoe Kalsbeek Kamiński Kanhai Kappers Kappert Karels Karsten Kasteleijn
  Keijzer Kempenaar Kemper Kerkhof Kersten Keskin Kesteren Khattabi Kleijnen Kleinjan Klerks Klijn Klinkenberg Klinkhamer
  Klompmaker Kloosterhuis Knops Koelewijn Koenders Koenen Kolk Kolkman Kooijman Kooiman Koorn Koppelman Kortekaas Korteweg
  Korthals Korver Kouwenhoven Kovalchuk Kovalenko Kozłowski Kraaijeveld Krabbe Krawczyk Krijgsman Krikke Kroezen Krol Kruger
  Kruijssen Kruithof Kruize Kuik Kurvers Kwakkel Kwant Lachman Lahlou Lammertsma Lamrani Lankhorst Lansink Lasonder Leenders
  Leferink Leijten Lemmens Lensink Leussink Lewandowski Lievense Ligtenberg Linders Loeffen Logtenberg Lohuis Looij Louwers
  Lubberts Lucassen Luijten Luiten Luttikhuis Maassen Machielsen Mahadew Mansouri Mastenbroek Mathijssen Mazur Meekes Meertens
  Meeuwissen Mensink Merkus Meulman Middelkoop Middendorp Miedema Mijnen Minnema Moerman Mokhtari Molenkamp Mooij Mourabit
  Muijs Muilwijk Munnik Naber Naciri Narain Nelissen Nielsen Niemeijer Niesink Nieuwenhuijs Nieuwland Nijdam Nijhuis Nijkamp
  Nijs Noordam Noorman Nuijten Oedit Oldenburger Olthof Oltmans Ooms Oonk Oosterbaan Oosterhof Oostveen Oprins Orsel Otterloo
  Ouali Oudejans Oudenaarden Oukacha Overbeek Overeem Overmars Paans Palland Panday Parag Pennings Petrenko Pham Philipsen
  Pieterse Pinas Ploumen Poelstra Polat Poldervaart Pols Poppe Poulissen Pruijssers Rademakers Rahmani Raijmakers Ramautar
  Ramcharan Ramdas Ramnath Ramsaran Ravensbergen Reijnen Rengers Renkema Reuvers Rietdijk Rijkers Rijnders Rijpkema Rijpma
  Roelfsema Roelofsen Roodenburg Roosen Rosier Rotteveel Rozema Rozenberg Ruijters Ruiters Rutgers Rutten Saidi Saleh Salomons
  Sanders Sassen Schalkwijk Scheepers Scheffer Schellekens Schenk Schiphorst Schoemaker Schoenmakers Scholte Scholtens
  Schonewille Schrijver Schulte Schuring Schuttevaer Sewnarain Shevchenko Siebelink Sietsma Sikkema Sikkens Simonis Şimşek
  Sital Slegers Slootweg Sluijter Smeenk Smulders Soekhoe Soeters Sonnemans Spierings Spijkerman Steeman Steenhuis Stegehuis
  Stienstra Stikkelbroek Stoffels Stoop Strijbos Stuifmeel Suijkerbuijk Sukul Swinkels Sybesma Szymański Takens Talbi Tamminga
  Taouil Taş Tekin Tempelman Tesfaye Tewarie Thijssen Thomassen Tichelaar Tielemans Timmers Tinga Tkachenko Toonen Touzani
  Tran Treffers Tromp Uijterlinde Uitterhoeve Vaessen Vallinga Veldhuizen Veldkamp Velthuis Verbruggen Verdonk Vergeer Verhaar
  Verhoeks Verkaik Verkuijlen Vermeij Vermolen Vernooij Verschuren Verschuur Versluis Versteeg Verstegen Vervoort Verwoerd
  Vogelaar Vogelzang Volkers Voorhoeve Voskamp Vossen Vreugdenhil Vuurens Wagemakers Wagemans Walraven Walstra Warmerdam
  Warnaar Weening Weijers Weijman Weijs Wensink Westerhuis Westerink Westerman Westrate Wevers Wezenberg Wiarda Wiegman
  Wielinga Wieringa Wiersema Wijdenbosch Wijnands Wijngaarden Wijnhoven Wijnja Wijnker Wilbrink Wilders Willemse Wiśniewski
  Witteveen Wójcik Woldring Wolthuis Wouda Woźniak Yaakoubi Ypma Zandbergen Zandstra Zandvliet Zeegers Zegers Zerouali Ziani
  Zielman Zijlmans Zijp Zonneveld Zoutendijk Zuiderveld Zuurbier Zweers Zwiers Zwijnenburg
  Yılmaz Yilmaz Zand Zanten Zeeman Zijlstra Zwart Zuidema
`
    .trim()
    .split(/\s+/),
);
