/**
 * First names that are common in the Netherlands: one before a colon speaks, even when it comes
 * once. A name that is not here can still be found by the list of those present, by a surname, by a
 * verb of saying, or because it comes back.
 */
export const FIRST_NAMES: ReadonlySet<string> = new Set(
  `
  Aad Aaf Abdel Abdelkader Abdelkarim Abderrahim Abdullah Achmed Adam Adil Adri Adriaan Adrie
  Agnieszka Ahmed Aicha Aïcha Aisha Akke Albert Aletta Alex Alexander Alfons Ali Alice Alida Aline
  Allard Alwin Amber Amina Amira Anass André Andrea Andries Aniek Anique Anita Anja Ank Anke
  Ankie Anna Annabel Anne Annechien Annefleur Annegien Anneke Annelie Annelies Annelotte Annemarie
  Annemarije Annemiek Annemieke Annerie Annet Annette Anny Anouar Anouk Ans Antje Anton Antonia
  Antonie Antoon Arend Ariane Arie Arjan Arjanne Arjen Arno Arnold Arnoud Arnout Arthur Asha
  Asiye Astrid Auke Aukje Aygül Ayla Ayse Aysel Aziz Babette Barbara Bart Bas Bastiaan Baukje Bea
  Beatrijs Ben Benjamin Benny Benthe Bep Berber Berdien Berend Bernadette Berry Bert Bertus Bettie
  Bettina Betty Bianca Bianka Bilal Bo Bob Boris Bouchra Boukje Bram Brecht Bregje Brenda Brigitte
  Britt Bruno Burak Carel Carin Carl Carla Carlijn Carmen Carolien Caroline Cas Caspar Casper
  Catharina Catrien Cees Cemile Chantal Charles Charley Charlotte Chris Christa Christiaan Christian
  Christien Christine Cindy Claire Clara Claudia Clemens Coen Cok Colette Conny Constance Cor Cora
  Corine Corné Cornelis Corrie Corry Cunera Cynthia Daan Dagmar Daisy Dana Daniel Daniela Daniëlle
  Danny Daphne Dave David Davy Debbie Denise Dennis Derk Desiree Désirée Dewi Diana Dick Didi
  Diederik Dieneke Dieuwke Dik Dilan Dilek Dineke Dini Dinie Dirk Dolf Dolores Dominique Donna
  Doortje Dora Dorien Dorine Doris Dorothé Dounia Douwe Driss Duco Durk Ebru Ed Eddy Edith Edo
  Eduard Edwin Eef Eefje Eelco Eelke Egbert Elbert Elena Eleonora Eleonore Elif Eline Elisabeth
  Elise Elja Ella Ellen Elly Elma Elmar Eloïse Els Elsbeth Elske Elvira Emiel Emile Emily Emine Emma
  Emmy Emre Engbert Engin Enno Erhan Erik Erika Erna Ernie Ernst Erwin Esmee Esmée Esra Esther
  Eugène Eugenie Eva Evelien Eveline Evelyne Evert Ewa Fabian Fabiënne Faiza Fanny Farah Farid
  Farida Fatih Fatiha Fatima Fatimah Fatma Fedde Feike Femke Fenna Fenne Ferdi Ferry Fieke Fien
  Filip Finn Fleur Floor Floortje Floris Fokke Fons Foppe Franca François Frank Frans Fred Frederik
  Frederique Freek Frieda Friso Frits Froukelien Froukje Gabriëlle Gea Geert Geerte Geertje
  Geertruida Geke Gemma George Georgina Gerald Geralda Gerard Gerben Gerda Gerdien Gerhard Gerjan
  Gerke Gerlinde Gerrie Gerrit Gerrita Gerry Gert Gertjan Gertrude Gerwin Gesina Giel Gijs Gijsbert
  Gina Gineke Ginny Gisela Gitta Gonda Gonnie Gonny Grada Gré Greet Greetje Grietje Guido Gülay
  Gülsen Guus Guusje Guusta Gwen Hafid Hajar Hakan Hakim Halima Hamid Hamza Hanan Hanna Hannah Hanne
  Hanneke Hannie Hans Harm Harmke Harold Harrie Harriet Harriët Harry Hasan Hassan Hatice Hayat
  Hayati Hedwig Hedy Heidi Hein Heleen Helen Helena Helga Hella Helmut Hendrik Hendrika Hendrina
  Henk Hennie Henny Henri Henriette Henriëtte Henrike Herbert Herman Hester Hettie Hidde Hilal
  Hilbert Hilda Hilde Hiltje Hubert Hugo Huib Hüseyin Huub Ibrahim Ida Ieke Ilja Ilona Ilonka Ilse
  Ilyas Imane Imke Imran Ina Ine Ineke Inez Inge Ingeborg Ingrid Irena Irene Iris Irma Iryna Isa
  Isabel Isabella Isabelle Ismail Ivana Ivo Ivonne Iwan Jaap Jacky Jaco Jacob Jacoba Jacolien
  Jacomijn Jacqueline Jacques Jaime Jamal James Jamila Jan Janina Janine Janke Janna Janneke Jannes
  Jannet Jannie Janny Jantien Jantine Jantje Jarno Jasmijn Jasmina Jasmine Jasper Jeanet Jeanette
  Jeanine Jeannette Jelle Jelly Jelmer Jenneke Jennifer Jenny Jeremy Jeroen Jerry Jesse Jessica Jet
  Jetske Jetty Jikke Jim Jimmy Jip Jitske Jo Joachim Joan Joanne Jochem Jochen Jodie Joep Johan
  Johanna Johannes John Joke Jolanda Jolande Jolanthe Jolien Jolijn Jonathan Joni Jonne Joop Joos
  Joost Jopie Jordy Joris Jorrit Jort Jos José Josefien Josephine Joshua Josien Josine Josje Jouke
  Joyce Jozef Juan Judith Julia Julian Julie Juliette Jurgen Jurjen Jurre Jurriaan Justin Justine
  Kai Kamal Karel Karen Karim Karima Karin Karlijn Karolien Kasper Katarzyna Kathelijne Kathinka
  Katinka Katja Katrien Kees Kemal Kenneth Kerem Kerstin Kevin Khadija Kiki Kim Kirsten Kirsty
  Klaartje Klaas Klaasje Klara Koen Koos Koosje Krijn Kris Krista Laila Lara Lars Laura Laurens
  Laurien Leanne Leendert Leila Lena Lenie Lennart Lenneke Leny Leo Leonard Leonie Leonoor Leontien
  Levent Levi Lex Lia Liam Lianne Lidewij Lidwien Lidy Lieke Lien Lieneke Lies Liesbeth Lieselot
  Liesje Lilian Liliane Lilianne Lillian Linda Lisa Lisanne Lisbeth Lisette Lizzy Lobke Loek Loes
  Lonneke Lora Lotje Lotte Lottie Lou Louis Louisa Louise Lowie Luc Lucas Lucia Lucy Ludo Lukas Luna
  Luuk Lyanne Lydia Lynn Lysanne Maaike Maarten Maartje Mabel Machteld Madeleine Madelief Madelon
  Mahmoud Maike Maja Malika Malou Manfred Manja Manon Manuel Marc Marcel Marcella Marcelle Marco
  Marga Margaret Margje Margo Margot Margreet Margriet Maria Marianne Marie Marieke Marielle
  Mariëlle Mariette Marij Marijke Marijn Marijne Mariken Marina Marinus Mario Marion Marise Mariska
  Marit Marja Marjan Marjo Marjolein Marjolijn Mark Marleen Marleentje Marlies Marlijn Marloek
  Marloes Marlou Marlous Marna Marry Marta Marten Martha Martien Martijn Martin Martina Martine
  Martje Mary Maryam Maryse Mathijn Mathijs Mathilde Matthieu Matthijs Mattie Maud Maureen Maurice
  Max Mechteld Mees Mehmet Mei Meike Melanie Melek Melissa Melle Meltem Menno Merel Merijn Meryem
  Meta Metin Mia Micha Michael Michaël Michel Michelle Michiel Micky Miek Mieke Mienke Miep Mies
  Mike Milan Milou Mina Minke Miranda Mirella Miriam Mirjam Mirte Mirthe Mo Mohamed Mohammad
  Mohammed Monica Moniek Monika Monique Mounia Mounir Murat Mustafa Myra Myriam Myrna Myrthe Nabil
  Nadia Nadine Nadira Naima Naïma Najat Nancy Nanda Nanette Nanne Naomi Narges Natalie Natascha
  Natasja Nathalie Nel Nelleke Nellie Nelly Nettie Nick Nico Nicolaas Nicole Nicolette Nicoline Niek
  Niels Nienke Nihal Nikki Nils Nina Nita Noa Noah Noëlle Noor Noortje Nora Noud Nour Nuray Nurcan
  Nynke Obe Odette Okke Olaf Olav Oleksandr Olena Olga Olivia Omar Ömer Onno Orhan Oscar Osman Otte
  Otto Oussama Özlem Öznur Pamela Pascal Patrice Patricia Patrick Patty Paul Paula Paulien Pauline
  Pawel Peet Peggy Pelle Pepijn Perry Peter Petra Petronel Petronella Philip Philippe Pia Pien Pier
  Piet Pieta Pieter Pim Pleun Pleuni Priya Puck Quinten Quinty Quirijn Rachel Rachelle Rachida
  Rafael Rahma Ralf Ralph Ramon Rania Raoul Rashid Rashida Ray Raymond Rebecca Reina Reinder Reini
  Reinier Reinout Reint Remco Remke Remy Renate Rene René Rens Renske Resie Reza Ria Rian Rianne
  Richard Rick Rico Rieke Riekje Riemer Rien Rieneke Rients Riet Rik Rikkert Riky Rina Rinske Rinus
  Rita Rob Robbert Robbie Robert Roberta Robin Roel Roelfien Roelien Roelof Rohan Roland Rolf Romy
  Ron Ronald Ronnie Roos Rosa Rosalie Rosanne Rosemarie Roswitha Roxanne Roy Ruben Rudi Rudolf
  Rutger Ruth Ruud Ruurd Saar Sabine Sabrina Said Saïd Saida Saïda Salma Saloua Sam Sami Samira
  Samuel Sander Sandra Sandy Sanne Sannie Sara Sarah Sascha Saskia Sebastiaan Selma Sem Semih Serap
  Serdar Serge Serkan Sevda Sharita Sharon Sharona Sheila Shirley Siebe Siemen Sierd Sietske Sigrid
  Siham Silke Silvia Simon Simone Sinan Siska Sjaak Sjaan Sjanie Sjef Sjoerd Sjors Sjoukje Sofia
  Sofie Sofieke Solange Songül Sonja Sophie Soraya Soufiane Stan Steef Stef Stefan Stella Stephan
  Stephanie Steven Stien Stijn Stijntje Suna Susan Susanne Suus Suzan Suzanne Sven Svenja Sybe
  Sybren Sylvia Sylvie Sytske Taco Tahar Talitha Tamar Tamara Tanja Tarik Tatiana Ted Teddy Tess
  Teun Teuni Teunis Thanh Thea Theo Thera Theresa Therese Thijs Thirza Thomas Tiago Tiara Tieme
  Tiemen Ties Tijn Tilly Tim Timo Timon Tineke Tiny Titia Titus Tjalling Tjarda Tjeerd Tjeu Tjitske
  Tobias Toine Tom Tomas Ton Tonko Tonnie Tonny Toon Toos Tosca Trees Trijntje Trudy Truida Truus
  Tuncay Ümit Ursula Uwe Valentijn Valerie Vanessa Veerle Vera Veronique Véronique Victor Vincent
  Viola Vivian Volkan Wanda Ward Wen Wendy Werner Wessel Wia Wicher Wiebe Wieger Wieke Wiepke Wies
  Wiesje Wieteke Wiets Wietske Wijnand Wijtske Wil Wilbert Wilco Wilfred Wilhelmina Willeke Willem
  Willemien Willemijn Willie Willy Wilma Wilna Wim Wobke Wouke Wout Wouter Wubbo Wytze Xander Xandra
  Yannick Yara Yasin Yasmin Yasmina Yassin Yassine Yildiz Yme Ymke Ymkje Yolanda Youssef Yusra Yusuf
  Yvette Yvon Yvonne Zahra Zakaria Zehra Zeynep Zina Zoë Zohra Zwanet
`
    .trim()
    .split(/\s+/),
);
