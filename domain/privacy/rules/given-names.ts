/**
 * First names from elsewhere that people here have too: those of Belgium, Poland, Romania, Spain, Portugal, Brazil, Germany, Croatia,
 * Scandinavia, Nigeria and Ghana in @faker-js/faker 9.9.0 (MIT, its authors), without what is a Dutch word, a place or a brand, and without
 * those that are known already.
 */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `
  Aaliyah Abby Abdallah Abderrahmane Abdoul Abdoulaye Abdourahmane Abdramane Abdul Abeiku Abigaël Abigaëlle Abigail
  Abigaïl Abimbola Abisola Abisoye Aboubacar Aboubakar Achille Achim Adama Adame Adán Adaugo Adeboye Adedayo Adegoke
  Adela Adelaida Adelaïde Adélaïde Adelajda Adèle Adelie Adélie Adelin Adelina Adeline Aden Adib Adina Adja Adrian
  Adriano Adrien Adrienne Adrijana Adwoa Afia Afonso Afua Agathe Agaton Aglae Aglaé Aglaia Agnès Agneta Agnos Agripina
  Agrypina Agustín Aïda Aidan Aïdan Aileen Aimé Aimee Aimée Aïna Aïssa Aïssata Aissatou Aïssatou Akande Akanni Akofa
  Akorfa Akos Akosua Aksel Aksil Akua Akumaa Akunna Akwasi Akwesi Alade Alain Alan Alana Alassane Alban Albane Alberta
  Alberte Albertina Alberto Albin Alea Alec Alejandra Alejandro Aleksandar Aleksy Alemka Alena Alenka Aleodor Alessa
  Alessandra Alessandro Alessia Alessio Alexandra Alexandre Alexandrea Alexandrina Alexandru Alexane Alexe Alexia
  Alexis Aleyna Alfonso Alfred Alfredo Alica Alícia Alienor Aliénor Alima Alin Alina Aliou Alis Alisa Alisha Alison
  Alissa Alistair Alistar Alix Alixe Aliya Aliyah Alizee Allan Allegra Allison Aloïs Alon Alonzo Aloys Alparslan
  Alphonse Alton Alvin Alwar Alya Alyah Alycia Alyssa Alyssia Alysson Amabela Amadou Amaël Amalia Amalie Amalija
  Amandine Amani Amara Amaury Amaya Ambre Ambrine Ambroise Ambroży Amedeu Amel Amelia Amélia Amelie Amicie Aminat
  Aminu Amir Amza Anabel Anabela Anabelle Anael Anaël Anaelle Anaëlle Anaida Anaïs Anamaria Anamarija Anas Anastasia
  Anastazija Anastazja Anatol Anatole Anatolie Anca Anci Anči Ancica Ančica Ancuța Andel Anđela Anđelika Andelin
  Anđelina Andelko Andelo Andra Andrada Andras Andre Andréa Andreas Andréas Andreea Andrei Andreja Andres Andrés
  Andrew Andrija Andrina Andro Andżelika Anemona Anes Anesa Anette Ange Ángel Angela Ángela Angèle Angelica Angelina
  Angeline Angelique Angelo Ângelo Anghel Anghelina Angie Anica Anișoara Anissa Anko Annabell Annabelle Annaëlle
  Annalena Anneli Annemijn Anni Anouck Anselme Ansgar Ansgary Antea Antek Anthony Antim Antoaneta Antoine Antoinette
  Antonela Antonella Antoni Antonija Antonin Antonina António Antônio Antoniu Antony Antun Anuța Anya Apollinary
  Apolline Appoline Archibald Archie Ariadna Arian Ariana Arielle Arij Arina Aris Aristide Aristița Arkadiusz Arkady
  Arlene Arman Armance Armand Armando Armel Armelle Armin Arnaud Arne Arsène Arsenie Arseniusz Artemis Artemisa Arthus
  Arto Artur Arturo Artus Arunthavanathan Arved Arvid Arwa Arwen Arya Arystarch Asija Asiya Asja Asmaa Assetou Assia
  Assil Assya Astou Asya Atanazy Atena Athena Athéna Athenaïs Aubin Aubrey Aude Audrey Auguste Augustin Augustina
  Augustine Áurea Aurel Aurèle Aurelian Aureliana Aurelie Aurelien Aurélien Auriane Aurica Aurică Aurore Auxence Aviel
  Avital Avram Avril Awesi Axelle Axinte Ayah Ayana Ayaz Aydan Ayden Ayebatari Ayem Ayinde Aylan Ayleen Ayline Ayman
  Aymane Aymen Aymeric Azubuike Baaba Badis Bafode Bahia Bakary Baldwin Balthazar Bănel Banji Bankole Baptiste Bárbara
  Barbro Barbu Barica Baris Barnabe Barry Barthelemy Bartolomeu Basarab Basil Basile Bastian Bastien Batuhan Baudouin
  Baya Bazyli Beata Beatrice Beatriz Beatrycze Becky Bela Belimir Belinda Benedicte Benedikt Benedita Benedykt Bengt
  Beniamin Benício Benito Benja Benjamim Benjamín Bennet Bennett Bennie Benno Benoit Benoît Benone Benyamin Berenice
  Bérénice Berit Bernardo Bernice Berta Berti Bertille Bertram Bertrand Beryl Béryl Bessie Beth Bethany Betina Betsy
  Beulah Beverly Beya Bibi Bibiana Bibianna Bilel Bill Billie Billy Bintou Birgitta Birgitte Biserka Bjarne Bjørn
  Blaise Blake Blanca Blandine Blanduzia Błażej Bless Boas Bodi Bogdana Bonnie Borka Borko Borna Borys Boubacar Boubou
  Bowie Boyd Božena Božica Božidar Brad Bradford Bradley Brăduț Brajan Brandi Brandon Brândușa Branimir Branimira
  Branka Brankica Brayan Brendan Brenn Breno Brent Brett Briac Brian Brice Bridget Brieuc Brigita Brittany Brooke
  Bruce Bruna Brune Bryan Bryant Brygida Buchi Bucur Bukola Byron Caetana Caio Caius Caleb Calebe Călin Calista
  Calixte Calvin Camélia Cameron Camil Camila Camilia Camilla Camille Candace Candice Cantemir Capucine Caridad Carina
  Carine Carles Carlo Carlos Carlota Carlotta Carlton Carmina Carminho Carmo Carol Carole Carolin Carolyn Carrie
  Carroll Cary Casandra Casey Casian Casiana Časlav Cassandra Cassandre Cassie Cassiopee Castille Cataleya Cătălin
  Catalina Cătălina Catarina Caterina Catherine Catinca Catrin Catrina Catrinel Cauã Cazimir Cecelia Cecil Cécile
  Cecilia Cecília Cecilie Cecylia Cecyliusz Cedric Cédric Cedrik Cedrin Celeste Celestin Celestine Celia Célia Celian
  Célian Céline Cerasela César Ceyda Ceylin Cezar Cezara Cezary Chad Chahine Chahinez Chaï Chaïma Charleen Charlene
  Charlène Charline Charlize Charlotta Charly Chase Chayma Cheick Cheikh Chelsey Cherechi Cheryl Chiamaka Chiara
  Chimamanda Chinyere Chirine Chisom Chizoba Chloe Christ Christelle Christer Christiano Christoffer Christoph
  Christophe Christopher Christy Chukwu Ciprian Cipriana Claas Claes Clarence Clarisa Clarissa Claude Claudio Claudiu
  Clayton Clea Cléa Clelia Clelie Clemence Clémence Clemente Clementina Clémentine Cleo Cléo Cleophee Cléophée
  Clifford Clifton Clint Clinton Cloe Cloé Clothilde Clotilde Clovis Codin Codrin Codrina Codruț Codruța Cody Coline
  Colins Colleen Collien Collin Colombe Côme Conchita Conner Connor Conrad Constança Constanța Constantin Constantina
  Consuela Coralia Coralie Coraline Corentin Corey Corinna Cornel Corneliu Cornelius Corto Corvin Cory Cosima Cosmin
  Cosmina Costache Costel Costin Coumba Courtney Craig Crenguța Crin Crina Cristea Cristian Cristián Cristiano
  Cristina Cristobal Cristóbal Cristofor Curt Curtis Cyprien Cyra Cyrian Cyriaque Cyrielle Cyril Cyrille Cyrine Cyrus
  Cyryl Daantje Dacian Daciana Dafina Daiana Dalibora Daliborka Dalila Dalla Damien Damil Damilare Damilola Damin
  Damir Damon Danae Dania Danica Daniël Daniella Danijel Danijela Danjuma Danka Dante Dany Danyl Daouda Daphné Daphnee
  Dara Daria Darian Dariana Darija Darin Darina Darine Darinka Darius Darko Darla Darleen Darlene Darnell Darrel
  Darrell Darrin Darryl Daryl Davey Davi Davide Davin Davina Davor Davorin Dayan Dayane Dean Deanna Débora Debra
  Decebal Deen Defne Delbert Delia Delores Delphine Demba Demetra Demetriusz Deneval Denis Denisa Denny Derrick
  Despina Devin Dewey Dexx Diane Dianna Dianne Didina Diede Diego Dimitrina Đina Dinis Dinu Diogo Dionizy Divna
  Djayden Djeneba Djibril Dochia Doina Domagoj Domenic Domenik Domingo Dominic Dominick Domitille Domnica Donat Donata
  Donka Donnie Dorana Dorcas Doreen Dorel Dorian Doriana Doriane Dorica Dorin Dorina Dorinel Dorit Dorli Dorotea
  Doroteja Dorothea Dorothy Dorthe Doru Doug Douglas Doyle Draga Dragica Dragoș Dražen Drew Držimir Držislav Duane
  Duarte Dubravka Dubravko Ducu Duje Dujo Dumitra Dumitrana Dumitru Dunja Đurda Dustin Duuk Dwayne Dwight Earnest Ebba
  Ebiere Ebiowei Ecaterina Ecrin Eddi Eddie Edgard Edita Edmond Edmund Edna Edouard Édouard Eduarda Eduardo Edvin
  Edward Efraim Efrem Eftimia Eftimie Eglantine Eileen Eirik Ekow Elanur Elea Eléa Eleanor Eleanore Eléanore Eleazar
  Éléna Eléonore Éléonore Eliabeth Eliah Eliahou Elian Eliana Eliane Élias Eliasz Elie Élie Eliel Eliette Elijah
  Elinor Elio Elior Eliot Eliott Elisa Elisabeta Elisaveta Élise Elísio Elissa Eliza Elka Elle Elli Ellie Elliot
  Elliott Elmer Eloá Eloan Eloane Elodia Elodie Eloi Eloisa Éloïse Elona Elone Elora Elouan Elsie Elvire Elwira Elya
  Elyas Elyes Elyès Elyne Elyssa Emanoil Emanuel Emanuela Emanuelly Emanuil Emelie Emeline Emely Emie Emil Emilia
  Emília Emilian Émilie Emilien Emilijan Emilio Emirhan Emmanuel Emmanuelle Emmely Emmett Emmi Emmie Emna Enguerrand
  Enie Enna Enola Enora Énora Enrico Ensar Enya Ephraïm Erast Eray Eremia Eric Érica Erick Erine Erma Ernest Ernestina
  Ernestine Ernesto Ervin Erwan Erwann Esben Esperanza Essie Esteban Estela Estera Ethan Ethann Ethel Étienne Eudokia
  Eudoksja Eufrosina Eugen Eugene Eugenia Eugénie Eugeniusz Eula Eulalie Eurydice Eusebia Eusebiu Eustațiu Eustracjusz
  Evanghelina Evann Evelin Evelina Everett Ewan Ewen Ewenn Eyal Eymen Eyram Eytan Eythan Ezio Ezra Fabia Fabiana
  Fabiano Fabien Fabienne Fabijan Fabio Fábio Fabrícia Fabrício Fady Faith Falk Famke Fannie Fantine Farès Fatim
  Fatimata Fatouma Faustine Faya Fayen Fayenne Febe Felicia Felícia Feliciano Felicie Félicie Felicien Felicitas
  Feliks Felina Féline Felipe Félix Femm Fenja Ferdynanda Feriel Ferre Feryel Fiete Fiifi Filemon Filipa Filipe
  Filofteia Finia Finja Finlay Finley Finnja Finnley Fiodor Firas Flavia Flavie Flavien Flavio Flaviu Floare Floarea
  Flore Florea Florence Florencia Florencja Florent Florența Florentin Florentina Florentine Floriana Floriane Florica
  Florin Florina Florine Floyd Flynn Forrest Foucauld Fran Frances Francisc Francisca Francisco Franciszek Franciszka
  Franck Franjo Franka Frankie Franklin Franz Franziska Freda Frederic Frederica Frederick Frederico Frederike
  Fredrick Fredrik Freja Frenkie Freya Friederike Friedrich Frusina Fryderyk Funmilade Funmilayo Fynn Gabi Gabin
  Gabriël Gabriella Gabrielle Gabrijela Gael Gaël Gaëlle Gaetan Gaétan Gaëtan Gaïa Gail Galfryd Garance Garrett Garry
  Gary Gaspar Gašpar Gaspard Gaston Gautier Gayle Gbeminiyi Gbemisola Geanina Gedeon Gențiana Geoffrey Geoffroy Georg
  Georgel Georges Georgeta Georgian Georgiana Geraldine Gerardo Gerazym Germain Germán Gertruda Geta Ghenadie Gheorghe
  Gheorghiță Gherghina Ghiță Giacomo Giada Gian Gianina Gianluca Gianni Gică Gicu Gifty Gilbert Gilberto Gilles
  Ginewra Ginger Gioia Giorgian Giorgiana Giovanna Gisèle Gitte Giulia Giuliana Giuliano Giulio Giuseppe Gladys Glen
  Glenda Gonçalo Gonsalwy Gonzague Gonzalo Göran Goranka Gordan Gordon Goundo Grâce Graciela Gracja Gradimir Grady
  Graham Grant Grațian Grațiana Grațiela Greg Gregg Gregoire Gregor Gregorian Gregorio Gregory Gretchen Grga Grgo
  Grgur Grigore Grozdana Guadalupe Gúbio Guilhem Guilherme Guillemette Guillermina Guillermo Gunilla Gunnar Gunnel
  Gustav Gustave Gustavo Gvozden Gwenaëlle Gwendoline Gwendolyn Gwido Habib Haby Hadja Hadriel Hadrien Haïm Håkan
  Håkon Hamidou Hana Hanae Hanaé Hania Hannabel Hanno Haralamb Haralambie Harald Haron Haroun Harouna Haroune Harvey
  Hassane Hatem Hatouma Hauke Hawa Haya Hayden Hayley Hazel Heather Hector Hedda Hedi Hédi Hedvig Heitor Helèna Helene
  Helène Hélène Helie Hélie Helin Hélio Helios Helle Heloísa Heloïse Héloïse Hennes Henrick Henrieta Henrietta Henrik
  Henrique Henryk Henryka Heracleea Hermenegildo Hermine Hernán Hiba Hidaya Hieronim Hilarion Hilary Hillel Hipolit
  Hippolyte Hira Holly Homer Homero Honore Horace Horacio Horacy Horațiu Horea Horia Hortense Howard Hrvoj Hrvoje
  Hrvojka Hugh Hugues Iacob Iancu Ianis Iasmina Ibrahima Idan Idir Idriss Idrissa Ieremia Ifeanyichukwu Ifeoma
  Ifunanya Ignacio Ignacy Ígor Ikenna Ikhidie Ilan Ilana Ilarie Ilarion Ilay Ilayda Ileana Ilhan Ilian Iliana Iliane
  Ilias Ilie Ilies Ilija Ilinca Ilko Ilyan Ilyana Ilyane Ilyass Ilyes Ilyès Ilyess Imani Imen Imene Imène Immanuel
  Imrane Inara Inaya Indy Ines Inés Inès Inês Inës Inger Inja Inka Inna Innocenty Inocențiu Inza Ioan Ioana Ioanina
  Iolanda Ionel Ionela Ionelia Ionică Ionuț Iosefina Iosif Irem Irène Ireneusz Ireti Iridenta Irinel Íris Irvin
  Isabeau Isabela Isabell Isabelly Isac Isadora Isaiah Isak Isaure Isee Iseult Ishaq Isidore Isioma Ismaël Ismaïl
  Israa Israël Issa Issiaka Iulia Iulian Iuliana Iuliu Iurie Iustin Iustina Iustinian Iván Ivančica Ivanka Ivek Iven
  Ivica Ivna Ivona Iyad Iyed Izaak Izajasz Izia Izolda Izydor Izzy Jace Jackson Jacobo Jacobus Jacquelyn Jaden
  Jadesola Jadran Jadranka Jadranko Jadro Jaelynn Jaga Jagica Jailey Jairo Jaivey Jake Jakob Jakov Jakubina Jalil
  Jalou Jamie Janaína Jane Janek Janelle Janeta Janica Janice Janie Janin Janis Janka Janko Jannah Janne Jannek Janni
  Jannik Jannis Jano Janosch Jared Jarne Jarod Jaron Jasen Jasenko Jasmin Jasna Jassem Jassim Javi Jawed Jaxon Jaxx
  Jayce Jayda Jaylano Jaylen Jayson Jayvano Jazzlyn Jazzlynn Jean Jeana Jeanne Jeannie Jeff Jeffery Jefta Jehanne Jela
  Jelica Jella Jenel Jenna Jennah Jennie Jente Jeppe Jerald Jeremi Jeremiah Jeremias Jeremiasz Jeremie Jérémy Jermaine
  Jerome Jerôme Jerónimo Ješa Jesper Jess Jéssica Jesslyn Jesslynn Jessy Jesus Jesús Jette Jibril Jidde Jihane Jill
  Jimi Jimmie Jinane Jinthe Joakim Joana Joann Joaquim Joas Jodi Jody Joël Joelina Joeline Joes Joey Johann Johanne
  Johnathan Johnnie Johnny Johnson Jolayemi Joleen Jolin Jolina Joline Jona Jonah Jonatan Jonathon Jonte Joojo Jörgen
  Jørgen Joscha Joschua Jose Josefin Josefina Josefine Josep Josephin Joséphine Josh Josiah Josie Josip Josipa Joško
  Joso Josua Josue Josué Josy Joya Joža Jože Józef Józefina Jozue Juana Juanita Juda Jude Judyta Jula Julan Jule Júlia
  Juliane Julianne Julien Julieta Juliëtte Julika Julina Julio Júlio Julita Julius Juliusz Juna Junayd Junon Juri
  Justus Justyn Kaat Kadiatou Kadidia Kadidiatou Kady Kahina Kaïna Kaïs Kaja Kalistrat Kamel Kamila Karam Karamba
  Karamoko Kari Karina Karine Karl Karla Karlo Karlotta Karmela Karoline Kassandra Kassim Kata Katarina Katell
  Katharina Katherine Kathleen Kathrin Kathrine Kathryn Kathy Katia Katica Katija Katina Kato Katrin Katrina Katrine
  Katy Kawtar Kayden Kayla Kaylee Kayliah Kayna Kayode Kayra Kays Kazimierz Keanu Keira Keith Kelley Kelli Kellie
  Kelya Kelyan Kemi Kendra Kenji Kenny Keno Kensi Kenzi Kenzo Kenzy Kerim Kerry Ketsia Kévin Keyla Khadidiatou
  Khadidja Khady Khalil Kiana Kiara Kika Kilian Killian Kilyan Kimberley Kimi Kirk Kjeld Kjell Klarencjusz Klaudia
  Klaudiusz Kléber Klemens Klementyna Kleopatra Kobe Kojo Konrad Konstancja Konstantin Konstanty Konstantyn Koralia
  Koray Korbinian Korinna Korneli Kornelia Korneliusz Krešimir Kristen Kristi Kristian Kristijan Kristin Kristine
  Kristoffer Kristopher Kristy Kruno Krunoslav Krystal Krystian Ksawera Ksawery Ksenia Ksenofont Kubra Kubura Kujoe
  Kurt Kwabena Kwadwo Kwaku Kwamena Kwasi Kweku Kwesi Kwintyn Kyano Kyara Kyle Kylian Kyliann Kyllian Lăcrămioara
  Ladislau Ladislav Ladji Laetitia Laëtitia Lahna Lalie Lamar Lamine Lance Lancelot Larisa Larry Larysa Lascăr Lassana
  Lasse Latoya Laure Laureen Laurence Laurencja Laurencjusz Laurène Laurent Laurenția Laurențiu Laurenty Laurentyna
  Laurenz Laurian Lauriane Laurin Laurine Lauryn Laverne Lavinia Lavínia Lawrence Lawrencia Layana Layanah Lazar Lazăr
  Lazare Łazarz Leana Léana Leander Leandre Leane Leann Leelou Lehna Leif Leigh Leïla Leïna Lela Lelia Léna Lene Leni
  Lenia Lenja Lenne Lennert Lennie Lennon Lennox Lenya Leona Leonhard Leoni Leonid Leonida Leonidas Léonie Leonor
  Leonora Leonore Leontin Leontina Leontine Leopold Léopold Leopoldina Leopoldine Leroy Leslie Lester Leticia Letícia
  Letiția Letizia Levana Lévi Levin Levke Levy Lewin Lewis Lexi Lexie Leyna Liah Lian Liana Lică Lidija Liene Lieze
  Ligia Lilas Lili Lilia Liliana Lilianna Lilie Lilith Lilla Lilli Lillie Lilou Lilwenn Lily Lilya Lindsay Linne
  Linnea Linnéa Linoï Linoy Linus Lioara Lionel Lior Liora Lirone Lisandro Lisann Lise Lison Lital Liva Lívia Livio
  Liviu Liya Liyah Liyam Liyana Lize Ljiljana Ljubica Ljudevit Lloyd Loane Logan Lohan Loïc Loïse Lola Lolade Lonnie
  Lore Loredana Loreen Lorelei Loren Lorena Lorene Lorenz Lorenzo Lorin Loris Loua Louane Louann Louay Louca Louie
  Louison Louka Loula Louna Lounis Loup Lourenço Lova Lovisa Lovorka Lowell Luan Luana Lubin Lucca Luce Lucențiu Lucía
  Lucian Luciana Luciano Lucien Lucienne Lucija Lucijan Lucile Lucille Lucja Łucja Lucjan Lucreția Lucrețiu Ludivine
  Ludovic Ludovica Ludvig Ludwig Ludwik Ludwika Luena Luís Luisa Luísa Luise Luiz Luiza Luka Luke Lula Luminița Lune
  Luther Lutz Luus Luzie Lyam Lyana Lyes Lykke Lyla Lyle Lylia Lylou Lyna Lynda Lyne Lynette Lynne Maayane Mable Maca
  Maceo Mack Macy Madalena Mădălin Mădălina Maddox Madeline Madina Madita Madleen Madlen Mads Mady Mael Maël Maëlie
  Maëline Maélis Maëlis Maelle Maëlle Maëly Maëlyne Maelys Maëlys Maes Maeva Maëva Maeve Mafalda Maggie Magnus
  Mahamadou Mahault Mahaut Mahdi Mahe Mahé Mahir Maïa Maica Maik Mailin Maïly Maïlys Maïmouna Maïna Maïssa Maïssane
  Maitê Maïwenn Majda Makan Makary Makinwa Maksim Maksym Maksymilian Malak Malcolm Malek Malena Malene Malia Malick
  Malin Malina Mălina Malo Malone Malte Malthe Malvina Malwina Mamie Mamoudou Manar Manda Mandy Manel Manelle Manil
  Manoah Manole Manu Manuela Marah Maram Marceau Marcela Marceli Marcelo Marcheta Marcia Márcia Marcu Marcus Mareike
  Marena Margareta Margarida Margaux Margie Marguerite Mari María Mariama Mariame Marian Mariana Marianna Mariano
  Marica Maricarmen Maricica Mariella Mariem Marija Marijana Marika Marilena Marilou Marilú Marilyn Marin Marinela
  Mário Marioara Mărioara Marisa Marisol Măriuca Marius Marjane Marjorie Marko Marla Marlena Marlene Marli Marlie
  Marlo Marnie Marouane Marrit Marsha Marshall Mart Marte Marthe Martim Martín Marty Martyna Marvin Marwan Marwane
  Marwen Marwin Maryann Marylou Maryna Maša Massinissa Matan Matei Matej Mateja Mateus Matheo Mathéo Matheus Mathew
  Mathias Mathilda Mathis Mathurin Mathys Matias Matija Matilda Matilde Matis Matisse Matko Matt Mattéo Mattes Mattheo
  Matthew Matthis Matti Mattia Mattias Mattis Matylda Matys Matz Maude Maurycy Mawuena Mawusi Maxence Maxens
  Maximilian Maximilien Maxine Mayane Mayar Mayeul Mayline Maylis Mayra Mayson Mayssa Mayte Medine Megan Meghan Meik
  Meire Meïssa Melania Melchior Melia Melina Melinda Meline Méline Melisa Mélissa Mellina Melody Mels Melusine Melvil
  Melvin Melvyn Menahem Mendel Mércia Meredith Merete Meriam Merle Merwan Meryl Mette Meyra Micael Micaela Micah
  Michaela Michalina Micheal Michele Mickael Mickaël Midas Miel Miguel Mihael Mihaela Mihai Mihail Mihnea Mika Mikaela
  Mikail Mikaïl Mikkel Mikki Mikołaj Milana Mildred Miles Miley Milhan Milica Milivoj Miljenko Milka Milla Millicent
  Milly Milton Mima Mimo Mindy Minodora Mioara Mira Mirabela Mirac Miran Miray Mircea Mirco Mirja Mirka Mirko Mirna
  Miro Miron Mirona Miruna Mislav Misty Mitch Mitchell Mitică Mitruț Miya Mladen Moche Modibo Mody Moïra Moïse Moisés
  Mojżesz Molly Monalisa Mónica Morgan Morgane Morten Mory Moses Mouctar Mouhamadou Mouhamed Moustafa Moustapha Mozes
  Mugur Mugurel Muhammad Murilo Musa Muyiwa Myla Mylan Mylo Myron Myrtille Myrtle Nadalina Nadzieja Nael Naël Naëlle
  Naemi Nahel Nahil Nahla Naïa Naïl Naïla Naïm Naïs Nana Nand Nanna Naomie Naoufal Naoufel Narcisa Natacha Natália
  Natan Natanael Nataniel Nataša Natașa Natasha Nathanael Nathanaël Nathaniel Natka Nawel Nawfel Naya Nayel Nayla
  Nazariusz Nazary Nazim Neal Nechifor Neda Nedjeljka Nedjeljko Neela Neil Neïla Nela Nele Neli Nelia Nélia Nell Nelli
  Nelu Nelya Nena Nene Nera Nermine Nesa Nesrine Neva Neven Nevena Nevenka Nevio Neyla Niame Nichifor Nicholas Nichole
  Nicklas Niclas Nicoară Nicodim Nicola Nicolae Nicolai Nicolaie Nicolás Nicoleta Nicu Niculina Niculiță Nicușor
  Nicuță Nidia Nika Niklas Niko Nikodem Nikola Nikolas Nila Nimakoah Nino Ninon Ninthe Niouma Nisa Noam Noâm Noami
  Noan Noel Noelie Noëlla Noemi Noemie Noémie Noha Noham Nohan Nola Nolan Nolann Nolhan Nomi Norbert Norberto Nore
  Norhane Norica Norman Nouha Nourane Nouri Nout Novan Nowi Núbia Nuno Núria Nuša Oana Obioma Oceane Octav Octave
  Octavia Octavian Octaviana Octavio Octaviu Odelia Ofelia Ofélia Olaide Oleg Olimpia Olimpian Olimpiu Olive Olívia
  Oliviu Oliwia Oliwier Ollie Olof Olufunmi Olumide Oluwunmi Olympe Olympia Omawunmi Ombeline Omolara Ondine Onome
  Onoriode Onufry Oona Ophelie Oren Orestes Oriane Orlane Ornella Ortansa Orville Óscar Osmund Othmane Otilia Oumar
  Oumayra Oumou Ovidiu Ozana Ozren Pacôme Paloma Pamfil Panagachie Panait Pankracy Pantaleon Paola Paraschiva Patricio
  Patrik Patrizia Pătru Patrycjusz Patrycy Patryk Patsy Patti Paulette Paulica Paulin Paulina Paulo Pava Pavel Pavica
  Pelagia Penda Penelopa Penelope Pénélope Pepo Percy Perla Perle Pernilla Perrine Petar Pete Petre Petrică Petrișor
  Petronela Petronille Petru Petruț Petruța Pharell Phil Phileas Phileine Philemon Philine Philipp Philippine Phillip
  Philomène Phoebe Phyllis Pietro Pius Platon Polikarp Pompilia Pompiliu Pontus Porfiriusz Porfiry Poul Pravdan
  Preston Prisca Priscilla Priscille Profira Prokles Prokop Prokul Promise Prosper Prudence Quentin Quin Quirin
  Quitterie Rachael Rachela Rada Radu Răducu Rafaël Rafaela Raff Rafila Rahel Raik Rajmund Rajna Rajnold Raluca Ramata
  Rami Ramiro Ramón Ramy Randal Randall Randolf Randolph Ranya Raphael Raphaëlle Raquel Rareș Rasheedah Rasmus Raul
  Raúl Rawane Rayane Rayen Răzvan Rebeca Rebeka Rebekka Reda Reginald Regitze Remi Remilekun Renato Renee Renée Revi
  Rhonda Riad Riana Rica Riccardo Rickard Rickey Ricky Rija Rike Rikke Riley Rino Rivka Riyad Robbe Robertina Robi
  Robinson Robyn Rocco Rochelle Rocío Roderyk Rodica Rodolfo Rodrigo Rodrigue Rogelio Roger Rokia Roko Roksana Rolando
  Romain Romane Romanița Romee Roméo Romeu Romina Romulus Roosevelt Rosalia Rosana Roselyn Rosemary Roser Rotimi
  Roxana Roxane Roxelana Róża Rozalia Rubén Rúben Rudolph Rudy Rufina Rufus Ruxanda Ruxandra Ruža Ružica Ryad Saad
  Sabin Sabina Sabir Sabrine Sacha Sadie Sadio Safia Safira Safouan Safouane Safta Salih Salimata Salomë Salomea
  Salomey Salomon Salvatore Salwator Sammie Sammy Samuël Samy Sana Sanaa Sancho Sanda Sandro Sandu Sanja Sanjin Sanna
  Santino Santos Sânziana Saphira Sarra Saša Sasha Satine Saul Saveta Savi Savina Scarlett Scott Sebas Sebastião
  Sebastien Seff Sekinat Sekou Selena Séléna Selène Selyan Semenica Senne Sephora Sepp Seppe Serafin Serafina Șerban
  Séréna Sergi Sérgio Sergiu Sergiusz Serine Sérine Seth Severin Severina Seweryn Seydou Shade Shaï Shaïly Shaïma
  Shaïna Shalewa Shana Shane Shani Shanna Shannon Shanon Shany Shari Shaun Shawn Shawna Shay Shayan Shayma Shayna
  Sheldon Shelia Shelley Shelly Sheri Sherine Sherman Sherri Sheryl Shirel Shirine Shyrel Sibylle Sidney Sidonia
  Sidonie Sidy Siënna Siep Signe Sigurd Sihem Silja Silje Siloe Silvan Silvana Sílvia Silvian Silviana Silvija Silviu
  Simão Simen Simeon Siméon Simi Simina Simion Simisola Simona Sindre Sinică Sinja Sira Sirine Sirineu Sixtine Skander
  Slavek Slavica Slavko Smaranda Smilla Sname Snježana Soan Sofía Sofiane Sohan Sohane Solal Solène Solenn Soline
  Solveig Sondre Sonia Sönke Sonya Soof Soraia Sorana Soren Søren Sorin Sorina Souleyman Souleymane Speranța Spirydion
  Srećko Stacey Stacy Stana Stanca Stancu Stanislas Stanko Staša Steeve Štef Ștefan Ștefana Ștefania Steffen Stela
  Stelian Steliana Steluța Stephane Stéphane Stephen Stewart Stig Stina Stine Stipan Stipe Stjepan Stribor Stuart
  Suélen Sumayyah Sunniva Susana Susie Suzana Suzie Svea Svebor Svend Swann Sybilla Sybille Sylvain Sylvester
  Sylwester Synne Syrine Szczepan Tabea Tabitha Tacjana Taha Taïna Taïs Talea Talia Talita Talya Tami Tamia Tamina
  Tamino Tammo Tammy Tancrède Tanguy Tania Tarja Tasha Tasnim Tasnime Tayler Teea Teije Teja Tekla Temitope Teodor
  Teodora Teodoro Teodosia Teofil Teohari Teona Terence Terencjusz Teresa Tereza Teri Terrance Terrell Terrence Terri
  Terry Tertuliano Tesnim Tesnime Tessa Thaïs Thalea Thalia Thanina Théa Thelma Théo Theodor Theodore Theophane
  Théophane Theophile Théophile Theotime Therèse Thiago Thibaud Thibault Thibaut Thibo Thierno Thies Thijn Thilo Thom
  Thorben Thore Thorge Tiana Tiberia Tiberiu Tidiane Tiguida Tihomir Tija Tijana Tijmen Tijs Tilio Till Tillmann Timea
  Timeo Timéo Timm Timmy Timotei Timoteo Timothe Timothee Timothy Tina Tinca Tincuța Tine Tino Tiphaine Tiril Tirza
  Titilayo Titilope Titouan Tizian Tjark Tobiasz Tobiloba Tobin Toby Todd Todor Toke Toluwani Tomás Tome Tomé Tomiloba
  Tomislav Tomislava Tomke Tommie Tomo Tonči Tončica Toni Tonija Tonka Tony Tonya Torben Torbjörn Tore Toscane Tracey
  Traci Tracy Traian Travis Trevor Tricia Trine Troels Troy Trpimir Trpko Tsipora Tudor Tudora Tudorița Tudosia Tuva
  Tvrtko Tybalt Tyler Tymeo Tymon Tymoteusz Tyron Tyrone Uffe Ulrik Ulrika Ulysse Uzodimma Vadim Vagn Valdemar
  Valentim Valentin Valentina Valentine Valentino Valera Valeria Valerija Valeriu Vali Valter Vanesa Vânia Vanja
  Varvara Vasco Vasilica Vasilică Vatroslav Vedran Vedrana Veit Velana Velimir Velimira Velina Velma Venera Veniamin
  Vere Verica Verna Vernon Veronica Verónica Veronika Veta Vianney Vibeke Vicente Vicenția Vicențiu Vicki Vickie
  Victoire Víctor Victorien Vieve Viggo Vijeko Viktoria Vilde Vilhelm Villy Vincențiu Vinka Vinz Violeta Violette
  Viorel Viorela Viorica Virgil Virgile Virginie Visarion Vito Vitor Vítor Vitória Vitus Viviana Viviane Vivien
  Vivienne Vjekoslav Vjenceslav Vlad Vladek Vladimira Vladislav Vlado Vlaicu Vlatko Voichița Voicu Wacław Waël Walenty
  Walentyn Walentyna Waleria Walerian Walery Walgierz Wallace Wandrille Wanesa Wannes Warley Warre Washington
  Wawrzyniec Wayne Wende Wendell Weronika Whitney Wiara Wibke Wiebke Wiem Wiktor Wiktoria Wilbur Wilfried Wilfryd
  Wilhelm Willard Willi William Willis Wilson Wincenty Winifred Wirginia Wissem Witalis Władysław Włodzimierz Woodrow
  Xaver Xavi Xavier Xenia Yacine Yacouba Yael Yaël Yaëlle Yago Yakubu Yango Yani Yanis Yann Yanni Yannic Yannik Yannis
  Yarah Yaren Yaron Yasser Yaya Yazid Yenthe Yinthe Ylan Ylvi Ylvie Yoan Yoann Yoav Yoel Yoël Yohan Yohann Yona Yosra
  Yossef Youcef Youmna Youna Younès Youness Youp Yousef Youssouf Ysee Ysée Yumi Yvan Yven Zacharia Zachariasz Zacharie
  Zachary Zack Zackary Zadig Zaharia Zain Zainab Zakary Zakarya Zamfir Zamfira Żaneta Zaraza Zayd Zayn Zayneb Zdenka
  Zdenko Zdeslava Zdravko Zeinab Zelda Zelie Željko Zeno Zenobia Zenovia Zephyr Zeyd Zeynab Zeyneb Zinedine Ziva Ziyad
  Zlata Zlatica Zlatka Zrinislav Zrinko Zvonimir Zyad
`
    .trim()
    .split(/\s+/),
);
