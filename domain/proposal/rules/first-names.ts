/**
 * First names that are common in the Netherlands: one before a colon speaks, even when it comes
 * once. A name that is not here can still be found by the list of those present, by a surname, by a
 * verb of saying, or because it comes back.
 */
export const FIRST_NAMES: ReadonlySet<string> = new Set(
  `
  Aad Abdel Abdullah Adam Adri Ahmed Aisha Albert Alex Alexander Ali Alice Amina Amira Anass
  Andrea Andries Anita Anja Anke Ankie Anna Anne Annelies Annemarie Annet Annette Anouk Anton
  Antoon Arend Arie Arjan Arjen Arno Arnold Astrid Ayse Aysel Barbara Bart Bas Bastiaan Ben Bep
  Bernadette Bert Betty Bianca Bilal Bob Bouchra Bram Brigitte Carin Carla Carlijn Carolien
  Caroline Cas Cees Chantal Charlotte Chris Christa Christien Claudia Coen Colette Cor Corine
  Cornelis Daan Dagmar Daniel Daniëlle Danny Debbie Denise Dennis Derk Dewi Diana Dick Dieuwke
  Dilek Dineke Dirk Doortje Edith Edwin Eefje Eelco Egbert Elif Eline Elisabeth Elise Ellen Els
  Elsbeth Elske Emiel Emma Emre Erik Erika Erna Ernst Esmee Esra Esther Eva Evelien Evert Fabian
  Farah Fatih Fatima Fatma Femke Ferdi Fleur Floor Floris Frank Frans Fred Frederik Freek Frits
  Gea Geert Gerard Gerben Gerda Gerrie Gerrit Gert Gijs Ginny Gonny Greet Greetje Guido Guus Hakan
  Halima Hamid Hanna Hannah Hanneke Hannie Hans Harm Harold Harrie Harry Hassan Hatice Heidi Hein
  Helen Helena Helga Hella Hendrik Henk Henny Henriëtte Herman Hilda Hilde Hugo Ibrahim Ida Ilse
  Imke Ina Ine Ineke Inge Ingrid Irene Iris Irma Isa Ismail Ivo Jaap Jacob Jacqueline James Jan
  Janneke Jannie Janny Jantine Jasmijn Jasper Jeanette Jelle Jenny Jeroen Jesse Jessica Jet Jetske
  Jetty Jip Jitske Jo Joan Joanne Jochem Joep Johan Johanna John Joke Jolanda Jolien Joost Jordy
  Joris Jos Josien Joyce Judith Julia Jurgen Justin Kai Karel Karen Karim Karin Karlijn Kees Kevin
  Khadija Kim Kirsten Klaartje Klaas Koen Laila Lara Lars Laura Leila Lennart Leo Leonie Leontien
  Lex Lia Lidy Lieke Lies Liesbeth Lilian Linda Lisa Lisanne Lisette Loes Lonneke Lotte Lou Louise
  Luc Lucas Lucia Lucy Luuk Lydia Maaike Maarten Maartje Machteld Madelon Manon Marc Marcel Margot
  Margreet Margriet Maria Marianne Marieke Marielle Marijke Marijn Marina Marinus Marit Marjan
  Marjolein Marjolijn Mark Marleen Marlies Marloek Marloes Marten Martijn Martin Martine Mathijs
  Matthijs Maud Maurice Max Meike Melanie Menno Merel Mia Michael Michel Michelle Michiel Mieke
  Miep Mike Milan Milou Minke Miranda Miriam Mirjam Mo Mohamed Mohammed Moniek Monique Murat
  Mustafa Nadia Nadine Naima Nancy Natasja Nel Nico Nicole Niek Niels Nienke Nina Noor Noortje
  Noud Odette Olaf Olga Oscar Otto Pascal Patricia Patrick Paul Paula Pauline Peggy Peter Petra
  Philip Pien Pier Piet Pieter Pim Pleun Puck Rachel Rachida Ralph Ramon Rashid Ray Rebecca
  Reinier Remco Renate Renske René Ria Rian Richard Rick Rico Rik Rita Rob Robbert Robert Robin
  Roel Roelien Roelof Rolf Roos Rosa Rosalie Ruben Rudi Rutger Ruth Ruud Saar Sabine Saida Salma
  Samira Sander Sandra Sanne Sara Sarah Saskia Sem Serge Sevda Sharon Sietske Silvia Simon Simone
  Sjaak Sjoerd Sofie Sonja Sophie Stan Stefan Stephanie Steven Stijn Susan Susanne Suzan Suzanne
  Sven Sylvia Tamara Tanja Teun Thea Theo Thijs Thomas Tijn Tim Tineke Tiny Titia Tjeerd Tobias
  Tom Ton Tonnie Toon Trees Trijntje Truus Ursula Vera Victor Vincent Wanda Ward Wendy Werner
  Wessel Wiebe Wil Wilco Willeke Willem Willemien Wilma Wim Wouter Yara Yasmin Yolanda Youssef
  Yusuf Yvonne Zeynep Zoë Özlem Öznur
`
    .trim()
    .split(/\s+/),
);
