import { FIRST_NAMES } from "@/domain/text/first-names";
import { GIVEN_NAMES } from "./given-names";

/** More first names than need to be known before a colon: of children and of who is talked about. */
const MORE: ReadonlySet<string> = new Set(
  `
  Aaron Abel Adnan Aïsha Ajda Alicia Amber Amin Amine Amy Anneke Annelien Annika Anniek Anass Arda Ashley Asli Aya Ayoub Aylin
  Babette Baran Benjamin Bente Beau Bodhi Boaz Bo Boris Brahim Britt Casper Celine Chaima Chayenne Chloë Chloé Clara
  Cindy Damian Damla David Dani Demi Deniz Derya Dian Dilan Dion Djamila Doris Dunya Driss Duygu Ebru Eddy Elia
  Eliyahu Elin Elina Eloise Els Emily Enes Enzo Eren Evi Evie Evy Fay Faye Fayza Feline Fee Felix Fien Filip
  Filou Gabriel Gideon Gökhan Gwen Hafsa Hailey Hanan Hajar Heleen Henri Herre Hicham Houda Huub Huibert Ikram
  Ilham Imran Isabel Isabella Isabelle Isaac Ismael Ivar Ivana Jaimy Jamal Jacco Jackie Jade Jana Jari Jarno Jason
  Jasmina Jayden Jens Jeremy Jildou Joah Jolijn Jonas Jonathan Joni Josephine Josje Joshua Jules Juliette Jur Kaan Kamal
  Karima Kay Keano Kian Kiki Koos Kyan Kyra Lana Larissa Layla Leah Lena Lenn Lennard Lianne Lieve Lieselotte
  Linn Lizzy Livia Lizz Lode Loïs Lois Loek Loubna Louis Luca Lukas Lucie Lynn Maan Maas Madelief Maira Maja
  Malik Malou Manuel Mariam Marissa Mariska Marleentje Marly Marwa Mateusz Mats Matthias Maya Mehmet Meryem Mila Milan
  Milo Mick Mina Mounir Mounia Morris Morad Mustapha Myrthe Myrna Nabil Naomi Nathan Nassim Nawal Nikita
  Nikki Nils Nilay Nour Noa Norah Nova Nuray Nynke Okke Olle Omar Oumaima Oumayma Owen Pepijn Philou Quinn Quint
  Rabia Rachid Rania Rayan Rens Reza Ricardo Rik Roan Robine Romy Ronan Rosanne Roxanne Ryan Rowan Sabri Sadia Safa
  Said Saïd Salim Sam Samantha Sami Samuel Sarina Sefa Selin Selma Sena Senna Serkan Sevgi Shanaya Shirley Siem Sien
  Sil Silke Sinan Skye Sofia Sofian Soraya Stein Stefanie Steffie Stephan Stijntje Suze Suus Svenja Sylvie Tarik Teuntje Tess Thirza
  Thije Tibbe Timo Timon Tobi Tomas Tugba Tygo Umut Vajèn Valerie Veerle Vesna Veronique Vince Vicky Viola
  Adem Aafke Aaltje Abdelkader Abdelkarim Abdou Achmed Adriaan Adriana Afra Agnes Ahmet Aicha Akke Alaa Albertine Aleksandra Aleksander Alida Alma Altan
  Alwin Ameline Anass Andrej Andy Anitha Anjali Annechien Annelotte Annie Anniek Anneloes Ansje Ans Antje Antonia Antonio Ariane Ariën Arif Arjanne Arnoud Arthur Asha
  Asma Aurora Azra Baukje Beatrijs Bella Bernard Bernd Bertine Betül Bob Bogdan Boudewijn Brecht Burak Can Canan Cathy Cecile Cemal Cemil Chaimae Chanel
  Charissa Charlie Christiaan Christina Christine Ciska Cobi Coby Connie Cornelia Corrie Cynthia Czeslaw Dalia Danielle Danique Danilo Danuta Dariusz Deborah Dede Derek
  Desiree Desirée Diederik Dinie Djoeke Dmytro Dominique Donny Dora Douwe Duncan Dylano Dylan Eda Eduard Ela Elaine Eleonora Elias Elizabeth Ellis Elly Eloy Elsa Elske Emine Emily Emir
  Engel Erkan Ergün Erwin Esma Etienne Eugenie Evelyn Ewout Faisal Fadi Fatmagül Fatoumata Fayez Feike Felice Femmy Fenne Ferdinand Ferry Ferhat Feride Fien Fiona Fons Foppe Fouad
  Francien Francis Franciska Fransje Freddy Frederique Frida Friso Fritz Gabriela Gabriele Geertje Geertruida Geke Genevieve George Gerdien Gerjanne Gertjan Gert-Jan Ghita Gijsbert Gina Gino Giovanni Govert Grace
  Gülay Gülsen Gulsum Haico Haitham Hadassa Hakima Hamit Han Hanan Hanane Hannes Hans-Peter Harmen Harmina Harmjan Hasan Hayat Hedwig Heiko Hendrica Hendrikje Hennie Henriette Hetty Hilke
  Hiske Hodan Houssam Hülya Huseyin Hüseyin Ibtissam Idris Igor Ihsan Ikrame Ilja Ilona Imad Inez Ingeborg Irina Isra Ivan Iwona Iza Jaantje Jacqueline Jacques Jaimie Jamila Janet
  Janina Janke Janna Jannes Janneke Jans Janusz Jeffrey Jelke Jelte Jennifer Jerry Jerzy Jessie Jikke Joanna Jochum Joelle Joëlle Johannes John Jolande Jolanta Jonna Jordan Jordi Joris Josef José Josef Joseph
  Josine Joy Juan Judy Juliana Julian Jurjen Jurriaan Justine Kadir Kamil Karen-Anne Karianne Kasper Katja Katrien Kayleigh Kelly Kemal Kerem Kian Kimberly Kinga Klazien Koen Koert Krijn Kristel Kristina Krzysztof
  Kyana Lale Lambert Lammert Lamyae Latifa Laurens Laurie Leandra Leen Leendert Leendertje Lenny Leonard Leonoor Lianne Lida Lidewij Lidia Liesje Lilly Lina Linde Lindsey Lisanna Liselotte Lodewijk Loretta Lotje Louisa Ludo Ludmila Luis
  Lukasz Maarten-Jan Maciej Madelief Magda Magdalena Maikel Malika Manal Manfred Manja Maran Marcin Marga Margaret Margarita Margo Margriet Marieke-Anne Mariam Mariëlle Mariette Marike Marina Mario
  Marjo Marjolijne Marjon Markus Marlène Marlon Marloes Marta Martha Martijn-Jan Maryam Marzena Mathilde Mattanja Matteo Maureen Maurits Mehdi Melissa Melle Melek Merijn Merve Meryam Mia Micha Michal Michelle Mike Mikhail
  Milena Mimoun Mina Minou Mirela Moos Monica Monika Mounaim Muhammed Muna Myra Myriam Nadja Nafisa Naïma Najat Najib Nanda Nanne Natalia Natalie Natascha Nathalie Nazan Neeltje Neele Nelleke Nelly Nermin
  Nesrin Nevin Nick Nicolaas Nicole Nicolette Niekje Nihat Nikolai Nilgün Nina-Marie Ninke Noëlle Nouria Nur Nurcan Nura Oane Ömer Onno Orhan Osman Otis Ouassima Paulien Paulus Perihan Piotr Pjotr Polly Quincy Quinty Rabin
  Rachelle Radka Rafael Ramona Randy Rania Raoul Rashida Recep Redouan Regina Reinder Reinoud Rein Renata Reyhan Rianne Riet Rieneke Rikkert Rina Rinske Rinus Ritsaert Riekje Roberto Robbie Roderick Roelie Roelinda Roemer Rogier Roland
  Romana Romée Ronnie Rosalinde Roy Rudolf Rukiye Ruurd Ruby Saartje Sabrina Sadik Safae Safiya Saïda Sakina Salah Sally Salma Samia Samir Sandy Santi Sascha Sayid Sean Sebastiaan Selim Selina Selma Serdar Serena
  Sevim Seyma Shaniqua Sharda Shirin Sibel Siebe Siebren Sigrid Silvester Simran Sina Sinem Sjaan Sjaak Sjors Sjouke Sofieke Songül Sophia Stanley Stefania Stella Sterre Steve Sultan Suleyman Süleyman Sunita Sureya Susanna Suzanna Swanny Sylvana Szymon
  Taco Talitha Tanya Tara Tatjana Taylan Ted Teddy Teuna Teunis Theodora Theresa Therese Tjalling Tjerk Tjitze Tobie Tomasz Toos Trijn Tristan Tuana Twan Tycho Ufuk Ulla Ulrike Ümit Ünal Valentijn Vanessa Veerle
  Veli Victoria Vincenzo Violet Viktor Vladimir Volkan Wadim Walter Wassim Wendela Wesley Wiecher Wiesje Wieteke Wijnand Wilhelmina Willemijn Willy Wilna Winnie Wiljan Wojciech Wubbo Xaviera Xandra Yasemin Yassine Yildiz Yilmaz Ymkje Yoran
  Youri Yuliia Yusra Yusuf Yvette Zehra Zeliha Zerrin Zsófia Zübeyde Zuzanna
  Aafje Abdelaziz Abdelhak Abdellah Abderrahim Abdirahman Abeer Abena Abraham Achraf Adil Adrie Agaath Agata Ahmad
  Aiden Alicja Alie Alper Amal Aminata Amélie Anand Andriy Andrzej Ania Anil Annigje Anouar Ashwin Ayaan Aziz Badr
  Barend Bartek Bartosz Bashar Basia Bassam Benthe Berhane Betje Bets Binta Bobbi Bohdan Bouchaib Burcu Bülent Cato
  Cengiz Chakib Chinedu Clyde Coba Cornelie Daley Davy Dexter Dieke Dien Dirkje Djenna Dorota Ece Elize Elynn Emeka
  Engeltje Erdal Erdem Esin Evan Ewelina Eyob Fabiënne Fadma Fares Farhiya Fartun Fatou Fedde Fender Feven Fiene
  Fikret Filmon Florian Fokje Frouwke Geesje Geziena Ghada Gigi Gijsje Giovanca Gizem Gonca Gosia Grada Grazyna Greta
  Grietje Grzegorz Gré Gül Gülcan Haben Habiba Hadi Hafida Hakim Hala Halina Hamdi Hanne Henderika Hendrika Hermina
  Hielke Hind Huriye Ifrah Ihor Ilker Iman Indra Isis Ismet Issam Ivy Izabela Jacoba Jadwiga Jakub Jannetje Jaouad
  Jara Jawad Jay Jaylinn Jihan Jinte Jolie Jorn Joukje Justyna Juul Kacper Kadriye Karolina Kasia Kate Kavita Keet
  Khadra Khalid Kidane Kinan Kira Klaasje Kofi Krystyna Kwame Lahcen Lamia Lammechien Lauren Layan Leandro Leentje Lev
  Levent Linh Liza Lizet Lotta Lucyna Maher Mahmut Maia Majd Malgorzata Mamadou Marchien Mariola Marley Mason Mauro
  Mavis Maysa Mazen Meltem Merhawi Meron Metin Mex Mien Mijntje Minh Mirte Mourad Moussa Muriel Mykola Nabila Nadim
  Naoual Natalija Natnael Naud Nazli Necla Neel Ngozi Niene Nikkie Nine Nizar Nnamdi Noraly Nordin Nourdin Noureddine
  Noé Nuri Okan Oksana Ole Olha Oliver Orlando Oskar Otje Ouafa Ousmane Patrycja Pieternel Pietertje Pietje Pinar
  Pippa Qusay Radj Rahma Rajesh Rama Ramazan Ranim Ravi Rawan Reem Rika Rima Rkia Robel Roelofje Romijn Ronja Roshni
  Rosie Roxy Sahra Salwa Samiha Samrawit Sanjay Santosh Seb Sedat Seher Selam Selçuk Sema Semra Senait Senn Sep Serhiy
  Serpil Sevinç Shanti Sharmila Sheila Sientje Siham Sijtje Silas Soenita Souad Soufian Stanislaw Stien Stientje
  Sverre Svitlana Sylwia Tadeusz Taras Tareq Tawfik Tesfay Tetiana Teunie Thuy Tibo Tieme Tolga Touria Trien Trui
  Turgut Tuur Tülay Urszula Vedat Vidya Vigo Vinod Volodymyr Wael Wafa Widad Wiepkje Wies Wieslaw Willempje Wioletta
  Wissam Wobbe Wubbe Yaman Yamina Yana Yassir Yassmina Yavuz Yevhen Yfke Yohannes Yonas Yuki Yulia Zakia Zbigniew
  Zekeriya Ziad Zita Zofia Zoubida Zouhair Zoya Zuri Zwaantje Özgür
  Ron Rien Sjef Har Leon Annegreet Ilonka Thijmen Nermina Bjorn Björn Sören Jörg Anneloor Marie-José Marie-Louise Anne-Sophie Ankie Emke
  Aagje Abdelhamid Abdelilah Abderrahman Abdulaziz Abdullahi Adje Ahlam Aissa Akif Akkie Akram Aleida Alireza Amer
  Amit Anco Aneta Annemie Anushka Anwar Arash Aron Arun Ashok Ashraf Atilla Attje Ayhan
  Ayşe Ayşegül Azad Aziza Bachir Bahadır Bahar Barteld Basma Bauke Bayram Beitske Berat Berendina Berkay Bertha Betsie
  Beyza Bilge Biniam Birgül Bogusława Bouke Bożena Brechtje Buşra Büşra Cafer Caitlin Cansu Celina Chandni Cheyenne
  Chrisje Cihan Claudine Colin Coos Corina Corinne Dario Dawid Dawit Deepak Delano Denzel Dieuwertje Dilara Dimitri
  Dimphy Dina Dinesh Diyar Doede Dominik Dorus Doutzen Dragan Durkje Dymph Eabele Ebele Edgar Edyta Eelkje Efe Eleni
  Elham Eltje Elżbieta Emilie Emin Emrah Enrique Enver Epke Ercan Erol Errol Ersin Estelle Evertje Eyüp Ezgi Fabrice
  Fadime Fahima Fardau Farouk Faruk Fatna Fawzia Federico Femkje Fernando Fientje Filiz Firat Fleurtje Foekje Fokko
  Folkert Francesca Francesco Freddie Freerk Furkan Fırat Ganesh Gerbrand Gerbrich Gerlof Germen Gerritje Gerson
  Gezina Ghizlane Giorgio Glenn Gooitske Goran Gordana Gosse Grażyna Grytsje Guillaume Gönül Gülsüm Gülten Gülşen
  Habtom Hacer Haije Halil Halime Hamed Hanny Harke Haroen Harpreet Hasna Haydar Heinrich Hendrikus Hessel Hilbrand
  Hinke Hossein Houria Humphrey Hussein Hylke Hylkje Ian Idske Idzard Indira Jagdies Jalal Jantina Jantsje
  Jappie Jarich Jarosław Javier Jeltje Jentsje Jiahao Jildau Jitze Joaquín Jorge João Jurrien Jürgen Kaoutar Karol
  Keetje Keisha Kenan Khaled Khaoula Kiran Kishan Klaske Klaus Krishna Kübra Lammie Laszlo Lesley Leszek Leyla
  Liekele Lieuwe Lieuwkje Lolke Lourens Lubna Luigi Luitzen Lutske Lykele Manisha Manoj Marcos Marek Mariet
  Mariusz Maryan Mateo Mathieu Małgorzata Mehran Mei-Ling Meindert Meinte Melike Meriem Merlijn Mert Michał Miet
  Mikael Mimount Mirjana Miroslav Mirosław Mirza Mohan Moreno Mostafa Muhammet Mukesh Mücahit Münevver Najima Nasira
  Nasser Navin Nebahat Nejat Neslihan Netty Nicolas Nigel Nisha Noura Nurgül Nurhan Nuriye Nurten Oebele Oege Okko
  Oktay Oleh Olivier Onne Onur Osama Otmane Ouafae Ouarda Oğuz Pablo Paolo Pascale Paweł Pedro Phuong Piebe Pierre
  Pleunie Pradeep Prakash Pravin Przemysław Pytrik Pınar Radha Radjesh Rafal Rafał Rahul Rakesh Ramesh Raphaël
  Redouane Reitze Rekha Remmelt Riekie Rienk Rini Rishi Rishma Ritske Rixt Rodney Rohit Romeo Romke Rommert Roshan
  Ruerd Ryszard Sabahattin Sabita Sachin Saeed Sahar Samet Sandeep Sandhya Sarita Satish Savas Sebastian Sebnem Seerp
  Sergei Sergio Serhat Sevil Shahid Shanice Sheilla Sherida Sherwin Sibe Sibrand Sieger Sikke Sila Sjirk Sjoerdtje
  Sjoke Soerin Soner Soumaya Stanisław Sumaya Sunil Svetlana Swaantje Sybrich Sytse Sytze Sławomir Taeke Tahir Tarek
  Tayfun Teake Thierry Thieu Tietsje Tinie Tjalle Tjibbe Tjitte Trang Trientje Tsjerk Turan Tuğba Tuğçe Türkan Ugur
  Usha Uğur Varsha Vasile Vikash Vikram Vishal Wafaa Walid Wassima Watse Watze Wiebren Wietse Willemke Winston
  Wolfgang Wybe Wybren Wytse Wytske Xiang Xiao Yahya Yamna Yaser Yasir Yeliz Ynte Ytsje Yunus Yusef Yves Yılmaz
  Zakariya Zenon Zoltan Zoran Zubair Zygmunt Çağla Çiğdem İbrahim İsmail Łukasz Şerife Şükrü
  Aart Abdelmajid Abdelouahed Abdessamad Abdi Abe Abeba Abir Abrehet Abshir Adelheid Adinda Aernout Aldert Aleid Almaz Amanuel
  Amar Amarens Amjad Ammar Anastasiya Andele Angelien Aniel Anika Annejet Anneleen Annelot Annick Anoushka Antonius
  Arien Arjette Arlette Asmae Asmeret Asuman Aurelia Awet Aysun Azzedine Bekir Belgin Bereket Bernadet Birgit Björk Bünyamin
  Carice Carola Carolina Casimir Catelijne Cathelijne Cem Ceren Chander Chandra Cherryl Chiel Christel Christianne Claartje
  Claudi Clementine Cliff Coenraad Constantijn Corien Coriene Cornald Cristel Dalal Damani Damiaan Davut Dayenne Debby Deeqa
  Dees Delroy Dienke Dingeman Dionne Doeke Dorinde Douwine Driek Dursun Edsel El-Mehdi Ellemieke Elroy Elselien Elsemiek Elton
  Elvan Emel Engelien Erdoğan Ermias Everdien Everdina Fadoua Faduma Fardo Farzana Feije Femmie Fetze Fidan Fleurine Fokelien
  Fop Fouzia Francine Francois Frederieke Freweini Gaby Gaitri Geerle Gerardus Gerbert Gerie Germaine Gertie Geurt Ghassan
  Ghebre Godelieve Godfried Gracia Gretel Gretha Güler Gülhan Güney Guno Hadewych Halbe Hamada Hariëtte Hartger Hasnae Havva
  Hayriye Hazem Hendrick Hendrien Henok Herma Hermien Hermon Herta Hesdy Hibo Hubertus Huibrecht Hussam Idelette Idil
  Iepe Imre İpek Işıl Ivanna Jacek Jacobien Jaïr Jaleesa Janiek Janita Jannigje Janus Jaqueline Jaswant Jayant Jayden-Lee
  Jeannine Jerrel Joeri Joliene Jop Joran Jurensley Juriaan Jurmain Jutta Kaltoum Karien Katelijne Kateryna Khaldoun Kibrom
  Kiera Kishor Kitty Klarinda Klazina Koenraad Korneel Kristiaan Kristien Lachmi Lesya Letebrhan Liban Liesbet Liesl Lineke
  Liselot Liudmyla Liv Lucretia Luwam Lygia Mahad Małgosia Manouk Mariek Mariia Marjet Marnix Maxime Meral Merlene Metje
  Mevlüt Mieczysław Mignon Mihret Mohannad Mostapha Naciye Nader Nadiya Nahom Najoua Nalan Nando Nasteho Nataliia Nazlı Necati
  Nicolien Nidal Nieske Nimco Odilia Oleksii Omran Oriël Ot Ottilie Oualid Ouassim Özcan Özden Pavlo Pelin Pierrette Praveen
  Quirine Radjen Radosław Raed Rafik Rasha Ravish Reineke Remko Reshma Rida Rinaldo Rineke Robbin Roché Roderik Roman Romano
  Ronny Roosmarijn Rosaline Rowena Rozemarijn Rudsel Ruëlla Ruslan Şahin Saliha Sanae Sannah Santoesha Sarwan Satya Sawsan
  Sebahat Seda Selamawit Selda Serhii Shairon Sharmaine Shaza Shivani Shukri Sieb Siegfried Sietse Simret Sineke Sippie Sławek
  Soerdj Solomiia Soukaina Steyn Storm Suat Sudesh Suha Surinder Taim Taner Tarkan Tedros Tekle Tesfalem Tessel Theodoor
  Tieneke Tijl Trudie Tsegay Tülin Urmie Vasyl Vijay Viktoriia Vitalii Wahiba Warsame Weldu Wensley Wijtze Wilgo Willemiek
  Winfred Xiomara Yakup Yalçın Yamen Yaro Yaroslav Yentl Yevheniia Yıldız Yolande Yordanos Yousri Yuriy Yvanka Yvo Zafer Zaher
  Zaid Zamzam Zbyszek Zeger Zeina Zeki Zewdi Zouhra Zulaika Dries Tarik
  Adrianus Albertus Alphonsus Antonia Arnoldus Bartholomeus Bernardus Cornelius Dominicus Everardus Franciscus Gijsbertus Gregorius
  Henricus Hermanus Hieronymus Ignatius Jozef Josephus Lambertus Laurentius Leonardus Ludovicus Martinus Mathias Matheus Nicolaas
  Paulinus Petrus Reinerus Theodorus Wilhelmus Willibrordus
  Willem-Jan Xander Yannick Yasin Yasmine Yassin Yassine Younes Yousra Yuna Yuri Zahra Zakaria Zineb Zoey Zohra
`
    .trim()
    .split(/\s+/),
);

/** Names that are a word as well, or a plant, a bird, a month: alone they say nothing, unless something around them does. */
const WORDS_TOO: ReadonlySet<string> = new Set(
  `
  Adem An Amber Bas Beau Ben Bloem Charlie Dahlia Dien Dik Engel Eren Erica Ernst Fee Fleur Floor Iris Jade Jasmijn Joy Keet Lies Lieve Linde Maan Maas Madelief Margriet Mark Max
  Mees Mei Merel Meta Noor Nova Regina Robin Roos Rosa Ruby Saar Sterre Storm Sultan Ton Toon Trui Uwe Victoria Viola Violet Ward Wen Wiel Wil
`
    .trim()
    .split(/\s+/),
);

const ALL: ReadonlySet<string> = new Set([...FIRST_NAMES, ...MORE, ...GIVEN_NAMES]);

/** "Ines" of "Inés": the same name without its accents. */
const bare = (word: string): string => word.normalize("NFD").replace(/\p{M}/gu, "");

const BARE: ReadonlySet<string> = new Set([...ALL].map(bare).filter((name) => name.length > 3));

/** "Daantje" of "Daan", "Janneke" of "Jan": a name that was made small, of which the whole is no word. */
function isDiminutive(word: string): boolean {
  for (const end of ["tje", "je", "ke"]) {
    const stem = word.endsWith(end) ? word.slice(0, -end.length) : "";
    if (stem.length > 2 && ALL.has(stem) && !WORDS_TOO.has(stem)) return true;
  }
  return false;
}

/** Whether many people have it as their first name, alone or as one of two ("Anne-Marie"). */
export function isFirstName(word: string): boolean {
  if (ALL.has(word) || isDiminutive(word)) return true;
  if (/[^ -~]/.test(word) && BARE.has(bare(word))) return true;
  return word.includes("-") && word.split("-").every((part) => ALL.has(part));
}

/** Whether it is a first name and nothing else. */
export function isOnlyFirstName(word: string): boolean {
  return isFirstName(word) && !WORDS_TOO.has(word);
}
