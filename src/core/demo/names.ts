/** Ordinary Dutch names and places; who they are put together to is chance. */

export const firstNames =
  "Noor Sanne Emma Julia Sophie Lotte Eva Fleur Anouk Maud Ilse Femke Marieke Esther Karin Petra Ingrid Wilma Ria Truus Fatima Aylin Samira Priya Daan Sem Lucas Finn Bram Thijs Jesse Ruben Lars Niels Joost Sander Maarten Bas Wouter Erik Peter Henk Kees Piet Mohammed Yusuf Ravi Özgür René Zoë".split(
    " ",
  );

export const lastNames = [
  "de Jong",
  "Jansen",
  "de Vries",
  "van den Berg",
  "Bakker",
  "van Dijk",
  "Visser",
  "Smit",
  "Meijer",
  "de Boer",
  "Mulder",
  "de Groot",
  "Bos",
  "Vos",
  "Peters",
  "Hendriks",
  "van Leeuwen",
  "Dekker",
  "Brouwer",
  "de Wit",
  "Dijkstra",
  "Smits",
  "de Graaf",
  "van der Meer",
  "Kok",
  "Jacobs",
  "Vermeulen",
  "van der Heijden",
  "Schouten",
  "Willems",
  "Hoekstra",
  "Postma",
  "El Amrani",
  "Çelik",
  "Ramdin",
  "Coenen",
  "Huizinga",
  "Terpstra",
  "Blom",
];

/** Place and the first two digits of its postcodes. */
export const places = [
  ["Groningen", "97"],
  ["Leeuwarden", "89"],
  ["Assen", "94"],
  ["Zwolle", "80"],
  ["Deventer", "74"],
  ["Enschede", "75"],
  ["Apeldoorn", "73"],
  ["Arnhem", "68"],
  ["Nijmegen", "65"],
  ["Utrecht", "35"],
  ["Amersfoort", "38"],
  ["Almere", "13"],
  ["Amsterdam", "10"],
  ["Haarlem", "20"],
  ["Alkmaar", "18"],
  ["Den Helder", "17"],
  ["Leiden", "23"],
  ["Den Haag", "25"],
  ["Rotterdam", "30"],
  ["Dordrecht", "33"],
  ["Breda", "48"],
  ["Tilburg", "50"],
  ["Eindhoven", "56"],
  ["Maastricht", "62"],
] as const;

/** Towns with a shop of the supplier; each has one tablet that all visitors use. */
export const shops = [
  "Groningen",
  "Leeuwarden",
  "Zwolle",
  "Utrecht",
  "Haarlem",
  "Alkmaar",
] as const;

/** Reserved for examples (RFC 2606): nobody's mailbox. */
export const mailDomains = [
  "postvak.example",
  "thuis.example",
  "mailbus.example",
  "kpmail.example",
] as const;
