/**
 * First names that are common in the Netherlands: one before a colon speaks, even when it comes
 * once. A name that is not here can still be found by the list of those present, by a surname, by a
 * verb of saying, or because it comes back.
 */
export const FIRST_NAMES: ReadonlySet<string> = new Set(
  `
  Aad Abdel Abdullah Adam Adri Agnieszka Ahmed Aisha Albert Alex Alexander Ali Alice Amina Amira
  Anass Andrea Andries Anita Anja Anke Ankie Anna Anne Annelies Annemarie Annemiek Annet Annette
  Anouk Anton Antoon Arend Arie Arjan Arjen Arno Arnold Astrid Aukje Ayse Aysel Barbara Bart Bas
  Bastiaan Ben Bep Berend Bernadette Bert Bertus Betty Bianca Bilal Bob Bouchra Bram Brigitte
  Carin Carla Carlijn Carolien Caroline Cas Cees Chantal Charlotte Chris Christa Christien Claudia
  Coen Colette Cor Cora Corine Cornelis Daan Dagmar Daniel Daniëlle Danny Dave Debbie Denise
  Dennis Derk Dewi Diana Dick Dieuwke Dilek Dineke Dirk Doortje Dorien Dounia Durk Edith Edwin
  Eefje Eelco Egbert Elif Eline Elisabeth Elise Ella Ellen Els Elsbeth Elske Emiel Emma Emre Erik
  Erika Erna Ernst Esmee Esra Esther Eva Evelien Evelyne Evert Ewa Fabian Farah Fatih Fatima Fatma
  Femke Fenna Ferdi Finn Fleur Floor Floortje Floris Frank Frans Fred Frederik Freek Frits Froukje
  Gea Geert Gerard Gerben Gerda Gerjan Gerrie Gerrit Gert Gijs Ginny Gonda Gonny Greet Greetje
  Guido Guus Guusje Hakan Halima Hamid Hamza Hanna Hannah Hanneke Hannie Hans Harm Harmke Harold
  Harrie Harry Hassan Hatice Heidi Hein Helen Helena Helga Hella Hendrik Henk Henny Henriëtte
  Herman Hidde Hilbert Hilda Hilde Hugo Ibrahim Ida Ilse Ilyas Imane Imke Ina Ine Ineke Inge
  Ingrid Irene Iris Irma Iryna Isa Ismail Ivo Jaap Jacob Jacqueline James Jan Janneke Jannie Janny
  Jantine Jasmijn Jasper Jeanette Jelle Jelmer Jenny Jeroen Jesse Jessica Jet Jetske Jetty Jip
  Jitske Jo Joan Joanne Jochem Joep Johan Johanna John Joke Jolanda Jolien Joost Jordy Joris
  Jorrit Jort Jos Josien Joyce Judith Julia Jurgen Jurre Justin Kai Karel Karen Karim Karin
  Karlijn Katarzyna Kees Kevin Khadija Kim Kirsten Klaartje Klaas Koen Laila Lara Lars Laura Leila
  Lennart Leo Leonie Leontien Levi Lex Lia Liam Lidy Lieke Lies Liesbeth Lilian Linda Lisa Lisanne
  Lisette Lobke Loes Lonneke Lotte Lou Louise Luc Lucas Lucia Lucy Luna Luuk Lydia Maaike Maarten
  Maartje Machteld Madelon Manon Marc Marcel Marco Margot Margreet Margriet Maria Marianne Marieke
  Marielle Marijke Marijn Marina Marinus Marit Marjan Marjolein Marjolijn Mark Marleen Marlies
  Marloek Marloes Marten Martijn Martin Martine Mathijs Matthijs Maud Maurice Max Mees Mei Meike
  Melanie Menno Merel Mia Michael Michel Michelle Michiel Mieke Miep Mike Milan Milou Minke
  Miranda Mirella Miriam Mirjam Mirthe Mo Mohamed Mohammed Moniek Monique Murat Mustafa Nadia
  Nadine Nadira Naima Nancy Natasja Nel Nico Nicole Niek Niels Nienke Nina Noah Noor Noortje Nora
  Noud Odette Olaf Oleksandr Olena Olga Olivia Oscar Otto Pascal Patrice Patricia Patrick Paul
  Paula Pauline Pawel Peggy Peter Petra Petronella Philip Pien Pier Piet Pieter Pim Pleun Priya
  Puck Quinten Rachel Rachida Ralph Ramon Rashid Ray Raymond Rebecca Reinier Reinout Remco Remy
  Renate Rene Renske René Ria Rian Richard Rick Rico Rik Rita Rob Robbert Robert Robin Roel
  Roelfien Roelien Roelof Rohan Rolf Ronald Roos Rosa Rosalie Ruben Rudi Rutger Ruth Ruud Saar
  Sabine Saida Salma Samira Sander Sandra Sanne Sara Sarah Saskia Sem Serge Sevda Sharon Sietske
  Silvia Simon Simone Sjaak Sjoerd Sjoukje Sofie Sonja Sophie Soufiane Stan Stefan Stephanie
  Steven Stijn Susan Susanne Suzan Suzanne Sven Sybren Sylvia Tamara Tanja Tess Teun Thanh Thea
  Theo Thijs Thomas Tiemen Tijn Tim Tineke Tiny Titia Tjeerd Tjitske Tobias Tom Ton Tonnie Toon
  Trees Trijntje Trudy Truus Ursula Vera Victor Vincent Wanda Ward Wen Wendy Werner Wessel Wiebe
  Wieger Wietske Wil Wilco Willeke Willem Willemien Wilma Wim Wouter Yara Yasmin Ymke Yolanda
  Youssef Yusra Yusuf Yvonne Zeynep Zoë Özlem Öznur
`
    .trim()
    .split(/\s+/),
);
