import type { ErasureProof, ErasureStep } from "../../../core/people/erasure.ts";
import { formatIn } from "../../language/format.ts";

const en = formatIn("en");
const nl = formatIn("nl");

const english = {
  title: "Erased people",
  about:
    "Whoever is erased is gone from every store, with a search of all files as the proof. Nobody can be known from this list.",
  none: "Nobody was erased yet.",
  noneHint: "Find somebody here, or begin on his own page or at his request.",
  open: "Erase somebody",
  close: "Close",
  erase: "Erase this person",
  who: "Who is it about?",
  counting: "Counting what there is of him …",
  willGo: "What goes for good",
  events: (events: number, sources: number) =>
    `${en.number(events)} ${events === 1 ? "event" : "events"} from ${en.number(sources)} ${sources === 1 ? "source" : "sources"}`,
  span: (first: string, last: string) => `${first} to ${last}`,
  journeys: (count: number) => `${en.number(count)} ${count === 1 ? "journey" : "journeys"}`,
  comments: (count: number) =>
    `${en.number(count)} ${count === 1 ? "remark" : "remarks"} that he made`,
  identifiers: (count: number) =>
    `${en.number(count)} ${count === 1 ? "identifier" : "identifiers"}`,
  quarantined: (count: number) =>
    `${en.number(count)} ${count === 1 ? "row that was set aside" : "rows that were set aside"} and ${count === 1 ? "mentions" : "mention"} him`,
  mentioned: (count: number) =>
    `his identifiers out of ${en.number(count)} ${count === 1 ? "text" : "texts"} of others; what they did stays`,
  shared: (count: number) =>
    count === 1
      ? "1 identifier in his rows is of others too and stays as theirs."
      : `${en.number(count)} identifiers in his rows are of others too and stay as theirs.`,
  more: (people: number) =>
    `This concerns ${en.number(people)} people at once: all of them are erased.`,
  nothing: "Nothing is held of him. Erasing still keeps out what happened up to now.",
  forGood: "Keep him out for good",
  forGoodHint:
    "Without this, what happened up to now is kept out, and what he does from now on is of somebody new.",
  cannot:
    "It cannot be undone. A name in a remark of somebody else cannot be recognised; backups that you made elsewhere still hold him.",
  confirm: "Erase for good",
  steps: {
    waiting: "Waiting for what is being imported",
    tombstones: "Nothing new of him comes in any more",
    events: "Events, journeys and identifiers go",
    documents: "Remarks and notes are read",
    files: "Files that wait are searched",
    disk: "What was deleted leaves the disk",
    proof: "Everything is searched for him",
    over: "Done",
  } satisfies Record<ErasureStep, string>,
  running: "Being erased",
  failed: "Stopped halfway",
  clean: "Nothing of him was found",
  found: (times: number) =>
    times === 1
      ? "He was still found in 1 place"
      : `He was still found in ${en.number(times)} places`,
  line: (id: number, date: string, who: string) => `Erasure ${en.number(id)}, ${date}, by ${who}`,
  removed: "What went",
  rows: (count: number) => `${en.number(count)} ${count === 1 ? "row" : "rows"}`,
  redacted: (count: number) => `${en.number(count)} texts of others were cleaned.`,
  uploads: (count: number) =>
    `${en.number(count)} ${count === 1 ? "file that waited" : "files that waited"} to be imported went.`,
  searched: (files: number, bytes: string, time: string) =>
    `${en.number(files)} files (${bytes}) were searched byte by byte in ${time}.`,
  tables: (tables: number, rows: number) =>
    `${en.number(tables)} tables with ${en.number(rows)} rows were read in full.`,
  foundIn: (folder: string, times: number) =>
    `${en.number(times)} × in ${folder === "" ? "the data folder" : folder}`,
  foundRows: (table: string, rows: number) => `${en.number(rows)} rows of ${table}`,
  elsewhere: (times: number) =>
    `The same identifier stands ${en.number(times)} × in another workspace. That is not his workspace and was left alone.`,
  unknown: "What could not be searched or known",
  unknowns: {
    "engine-server":
      "The files of the ClickHouse server: they are not on this machine. Its rows were counted.",
    "documents-server":
      "The files and the log of the PostgreSQL server: they are not on this machine. Its rows were counted.",
    "old-parts": "Old files of the engine that were still being read. They go by themselves.",
    short:
      "Identifiers that are so short that they would be found in anything: their rows were counted.",
    "other-texts": "His name in what others wrote.",
    backups: "Backups, and files that were taken out of Spoor before.",
  } satisfies Record<ErasureProof["unknown"][number], string>,
  forGoodToo: "What he does later is kept out too.",
};

export type EraseText = typeof english;

const dutch: EraseText = {
  title: "Gewiste mensen",
  about:
    "Wie gewist is, is uit elke opslag weg, met een doorzoeking van alle bestanden als bewijs. Uit deze lijst is niemand te herkennen.",
  none: "Er is nog niemand gewist.",
  noneHint: "Zoek hier iemand op, of begin op zijn eigen pagina of bij zijn verzoek.",
  open: "Wis iemand",
  close: "Sluit",
  erase: "Wis deze persoon",
  who: "Over wie gaat het?",
  counting: "Er wordt geteld wat er van deze persoon is …",
  willGo: "Wat voorgoed verdwijnt",
  events: (events: number, sources: number) =>
    `${nl.number(events)} ${events === 1 ? "gebeurtenis" : "gebeurtenissen"} uit ${nl.number(sources)} ${sources === 1 ? "bron" : "bronnen"}`,
  span: (first: string, last: string) => `${first} tot ${last}`,
  journeys: (count: number) => `${nl.number(count)} ${count === 1 ? "klantreis" : "klantreizen"}`,
  comments: (count: number) =>
    `${nl.number(count)} ${count === 1 ? "opmerking" : "opmerkingen"} van deze persoon`,
  identifiers: (count: number) =>
    `${nl.number(count)} ${count === 1 ? "herkenningsgegeven" : "herkenningsgegevens"}`,
  quarantined: (count: number) =>
    `${nl.number(count)} apart gezette ${count === 1 ? "rij die deze persoon noemt" : "rijen die deze persoon noemen"}`,
  mentioned: (count: number) =>
    `de herkenningsgegevens uit ${nl.number(count)} ${count === 1 ? "tekst" : "teksten"} van anderen; wat zij deden blijft staan`,
  shared: (count: number) =>
    count === 1
      ? "1 herkenningsgegeven is ook van anderen en blijft als dat van hen bestaan."
      : `${nl.number(count)} herkenningsgegevens zijn ook van anderen en blijven als die van hen bestaan.`,
  more: (people: number) =>
    `Dit gaat over ${nl.number(people)} mensen tegelijk: ze worden allemaal gewist.`,
  nothing:
    "Er is niets van deze persoon vastgelegd. Wissen houdt wel tegen wat tot nu toe gebeurd is.",
  forGood: "Houd deze persoon voorgoed buiten",
  forGoodHint:
    "Zonder dit vinkje blijft weg wat tot nu toe gebeurde. Wat deze persoon hierna doet, is dan van een nieuwe klant.",
  cannot:
    "Dit is niet terug te draaien. Een naam in een opmerking van iemand anders is niet te herkennen; in back-ups die je zelf elders bewaart staat deze persoon nog.",
  confirm: "Wis voorgoed",
  steps: {
    waiting: "Wachten op een lopende import",
    tombstones: "Er komt niets nieuws meer binnen",
    events: "Gebeurtenissen, klantreizen en herkenningsgegevens gaan weg",
    documents: "Opmerkingen en notities worden nagelezen",
    files: "Wachtende bestanden worden doorzocht",
    disk: "Wat verwijderd is, gaat van de schijf",
    proof: "Alles wordt doorzocht",
    over: "Klaar",
  },
  running: "Wordt gewist",
  failed: "Halverwege gestopt",
  clean: "Er is niets meer gevonden",
  found: (times: number) =>
    `Nog gevonden op ${nl.number(times)} ${times === 1 ? "plek" : "plekken"}`,
  line: (id: number, date: string, who: string) => `Wissing ${nl.number(id)}, ${date}, door ${who}`,
  removed: "Wat er weg is",
  rows: (count: number) => `${nl.number(count)} ${count === 1 ? "rij" : "rijen"}`,
  redacted: (count: number) => `${nl.number(count)} teksten van anderen zijn opgeschoond.`,
  uploads: (count: number) =>
    `${nl.number(count)} ${count === 1 ? "bestand dat op import wachtte is" : "bestanden die op import wachtten zijn"} verwijderd.`,
  searched: (files: number, bytes: string, time: string) =>
    `${nl.number(files)} bestanden (${bytes}) zijn byte voor byte doorzocht in ${time}.`,
  tables: (tables: number, rows: number) =>
    `${nl.number(tables)} tabellen met ${nl.number(rows)} rijen zijn helemaal gelezen.`,
  foundIn: (folder: string, times: number) =>
    `${nl.number(times)} × in ${folder === "" ? "de datamap" : folder}`,
  foundRows: (table: string, rows: number) => `${nl.number(rows)} rijen van ${table}`,
  elsewhere: (times: number) =>
    `Hetzelfde gegeven staat ${nl.number(times)} × in een andere werkruimte. Daar is niets veranderd.`,
  unknown: "Wat niet te doorzoeken of te weten is",
  unknowns: {
    "engine-server":
      "De bestanden van de ClickHouse-server: die staan niet op deze computer. De rijen zijn wel geteld.",
    "documents-server":
      "De bestanden en het logboek van de PostgreSQL-server: die staan niet op deze computer. De rijen zijn wel geteld.",
    "old-parts": "Oude bestanden van de database die nog gelezen werden. Die verdwijnen vanzelf.",
    short:
      "Herkenningsgegevens die zo kort zijn dat ze overal in voorkomen: daarvan zijn de rijen geteld.",
    "other-texts": "De naam in wat anderen schreven.",
    backups: "Back-ups, en bestanden die eerder uit Spoor zijn gehaald.",
  },
  forGoodToo: "Ook wat deze persoon later doet blijft buiten.",
};

export const eraseText = { en: english, nl: dutch };
