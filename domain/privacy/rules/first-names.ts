import { FIRST_NAMES } from "@/domain/text/first-names";

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
  Willem-Jan Xander Yannick Yasin Yasmine Yassin Yassine Younes Yousra Yuna Yuri Zahra Zakaria Zineb Zoey Zohra
`
    .trim()
    .split(/\s+/),
);

/** Names that are a word as well, or a plant, a bird, a month: alone they say nothing, unless something around them does. */
const WORDS_TOO: ReadonlySet<string> = new Set(
  `
  An Amber Bas Beau Ben Bloem Dahlia Erica Fee Fleur Floor Iris Jade Jasmijn Lies Lieve Linde Maan Maas Madelief Margriet Mark Max
  Mees Mei Merel Noor Nova Robin Roos Rosa Ruby Saar Sterre Storm Ton Viola Violet Ward Wen Wil
`
    .trim()
    .split(/\s+/),
);

/** Whether many people have it as their first name, alone or as one of two ("Anne-Marie"). */
export function isFirstName(word: string): boolean {
  if (FIRST_NAMES.has(word) || MORE.has(word)) return true;
  return (
    word.includes("-") && word.split("-").every((part) => FIRST_NAMES.has(part) || MORE.has(part))
  );
}

/** Whether it is a first name and nothing else. */
export function isOnlyFirstName(word: string): boolean {
  return isFirstName(word) && !WORDS_TOO.has(word);
}
