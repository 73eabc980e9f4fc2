import { OWN } from "../server/workspace/own.ts";
import { personFields } from "../core/identity/person-record.ts";
import { mapFormatNames } from "../core/map/exchange/formats.ts";
import { ExportFormat } from "../protocol/map/export.ts";
import type { Command } from "./command.ts";
import type { ImportTools } from "./import.ts";

/** The line on which a terminal is told how far an import is. */
const progress: ImportTools["progress"] = process.stderr.isTTY
  ? (text) => process.stderr.write(`\r\u001B[K${text}`)
  : null;

const PERSON_FIELDS = personFields.join(", ");
const FORMATS = ExportFormat.options.join(", ");
const MAP_FORMATS = mapFormatNames.join(", ");

/** Every command of `spoor`, in the order in which one meets them. */
export const commands: readonly Command[] = [
  {
    name: "serve",
    summary: "starts Spoor on http://localhost:4321",
    run: async (args, io) => (await import("./serve.ts")).serveCommand(args, io),
    help: `
Usage: spoor serve [--build]

Starts the server and prints its address. --build builds the page first.

Settings come from the environment:
  PORT                  4321; 0 takes any free one
  HOST                  127.0.0.1, this machine only; 0.0.0.0 lets others in
  SPOOR_DATA            folder for all data: .spoor
  SPOOR_CLICKHOUSE_URL  a ClickHouse server instead of the engine in this process
  SPOOR_POSTGRES_URL    a PostgreSQL server instead of the one in this process
  SPOOR_ALLOW_HOSTS     hosts of your own network that may be called: db.intern,10.0.0.7:5432
  SPOOR_FOLDERS         folders whose files may be pulled in, with commas between them
  SPOOR_DEMO            0 leaves the demo out at the first run
`,
  },
  {
    name: "import",
    summary: "brings files in: CSV, JSON lines, Parquet, XES, XLSX; plain, .gz or .zst",
    run: async (args, io) => {
      const { connected, ensureWorkspace } = await import("./connect.ts");
      const { importCommand } = await import("./import.ts");
      return connected((connection) => {
        const open = async (workspace: string) => {
          const { call, importer } = await connection();
          await ensureWorkspace(call, workspace);
          return importer;
        };
        return importCommand(args, io, { open, workspace: OWN, progress });
      });
    },
    help: `
Usage: spoor import FILE… [--mapping FILE]
       spoor import FILE… --event COL --time COL [--journey COL] [--channel COL] [--who KIND=COL]…

Reads the files and prints the ledger: received = stored + duplicate + quarantined.
Without a mapping and without columns Spoor guesses them and prints its guess.
The same file again adds nothing.

  --mapping FILE        how columns become events (see docs/guide/import.md)
  --save-mapping FILE   writes the mapping that was used
  --journey COL         column with the journey or case id
  --event COL           column with what happened
  --time COL            column with when
  --channel COL         column with the channel
  --who KIND=COL        an identifier, e.g. --who customer=Klantnummer; may stand several times
  --zone ZONE           zone of times without one: Europe/Amsterdam
  --date-order ORDER    ymd, dmy or mdy, where the file itself does not tell
  --workspace SLUG      where to
  --json                the ledger as JSON
`,
  },
  {
    name: "quarantine",
    summary: "lists the rows that could not be read, and tries them again",
    run: async (args, io) => {
      const { connected } = await import("./connect.ts");
      const { quarantineCommand } = await import("./quarantine.ts");
      return connected((connection) => {
        const open = async () => (await connection()).importer;
        return quarantineCommand(args, io, { open, workspace: OWN, progress });
      });
    },
    help: `
Usage: spoor quarantine [--workspace SLUG] [--json]
       spoor quarantine --replay [--mapping FILE]

Lists each row with its file, line and reason. --replay tries all of them again, with the mended
mapping if one is given.
`,
  },
  {
    name: "ask",
    summary: "asks a question: overview, flow, routes, funnel, leave, fit and more",
    run: async (args, io) => {
      const { connected } = await import("./connect.ts");
      const { apiAsker } = await import("./api-asker.ts");
      const { ask } = await import("./ask.ts");
      return connected((connection) =>
        ask(args, io, async () => apiAsker((await connection()).call)),
      );
    },
    help: `
Usage: spoor ask NAME [--json] [filter] [--limit N] [--workspace SLUG]

NAME is overview, flow, routes, funnel, pattern, touchpoints, journeys, timeline, facets, fit, gaps,
scores, themes, drivers, goals, leave, time-to, attribution, segments, archetypes, contrast, cohorts,
loyalty, drift or alerts.
saved lists the saved questions; saved NAME prints the last answer of one, with --refresh a new one;
--csv prints all of it for a spreadsheet.
--json prints the answer as docs/openapi.json describes it; without it, a table.

Filter; all parts must hold:
  --from TIME, --to TIME    journeys that start in this period
  --channel NAME            journeys that use this channel
  --passed LABEL            journeys that pass this touchpoint
  --attribute NAME=VALUE    journeys with this attribute
  --segment NAME            journeys of this persona
  --filter JSON             the whole filter, as it stands in the address of a page

Beside it:
  fit MAP                   the map, by the id in its address
  funnel --step LABEL …     its steps; --order ordered, strict or any; --within HOURS
  gaps, segments, archetypes, contrast, leave, attribution, time-to, drift
                            --goal LABEL …; without it the last touchpoint on the first map
  archetypes                --parts N; without it the number that parts the routes best
  contrast                  --other JSON, the filter of the other side; without it all others
  drivers                   --outcome NAME, a score, an amount, goal or again; --about LABEL …
  goals                     --map ID, the map whose goals; without it the first
  time-to                   --begin LABEL, where the clock begins; --by ATTRIBUTE, to compare
  drift                     --since DAY, or --before DAY/DAY --after DAY/DAY to compare two periods
`,
  },
  {
    name: "links",
    summary: "tells who is probably one person and why, and takes decisions on it",
    run: async (args, io) => {
      const { connected } = await import("./connect.ts");
      const { linksCommand } = await import("./links.ts");
      return connected((connection) =>
        linksCommand(args, io, async () => (await connection()).call),
      );
    },
    help: `
Usage: spoor links [--column FIELD=COLUMN]… [--least P] [--limit N] [--lang nl|en] [--json]
                   [--workspace SLUG]
       spoor links accept A B [--by NAME] [--reason TEXT]
       spoor links accept --sure [--by NAME]
       spoor links refuse A B [--by NAME] [--reason TEXT]
       spoor links undo DECISION [--by NAME]
       spoor links decisions [--json]

Compares the people of the workspace by name, birth date, address, telephone number and e-mail
address, and lists who are probably one, with the reasons and their weight in bits. That only looks:
nothing is linked. How it is computed stands in docs/guide/identity.md.

accept makes one person of two, refuse keeps two apart, undo takes a decision back, after which all is
as if it had never been. accept --sure takes all sure pairs of the last search on the page Who is who.

  --column FIELD=COLUMN  what stands in which attribute or kind of identifier; found by their names
                         where they tell. FIELD is ${PERSON_FIELDS}
  --least P              lowest probability, from 0.5
  --limit N              links to list: 50
  --json                 all as JSON
`,
  },
  {
    name: "access",
    summary: "writes all that is held of one person, for himself",
    run: async (args, io) => {
      const { connected } = await import("./connect.ts");
      const { accessCommand } = await import("./access.ts");
      return connected((connection) =>
        accessCommand(args, io, async () => (await connection()).call),
      );
    },
    help: `
Usage: spoor access IDENTIFIER [--kind KIND] [--format json|csv|html|pdf] [--out FILE]
                    [--lang nl|en] [--workspace SLUG]

Finds the person behind an e-mail address, telephone number, customer number or cookie, and writes
what is held of him: events, particulars, identifiers and why they are one person's, journeys,
groups, consents, requests, notes. Nothing of others is in it. See docs/guide/privacy.md.

  --kind KIND       kind of the identifier, where its text occurs in several
  --format FORMAT   json by default; csv is a zip with a file for each part
  --out FILE        where to; access.json and so on by default, readable by its owner alone
`,
  },
  {
    name: "draft",
    summary: "draws a first map from the data",
    run: async (args, io) => {
      const { connected } = await import("./connect.ts");
      const { draftCommand } = await import("./draft.ts");
      return connected((connection) =>
        draftCommand(args, io, async () => (await connection()).call),
      );
    },
    help: `
Usage: spoor draft [--title TITLE] [--out FILE] [--workspace SLUG]

Draws five to seven episodes with touchpoints bound to their events, stores the map and prints it,
or writes it to FILE. Its titles wait to be put in the customer's words.
`,
  },
  {
    name: "check",
    summary: "tells what keeps a journey map from working: the health check",
    run: async (args, io) => {
      const { checkCommand } = await import("./check.ts");
      return checkCommand(args, io, new Date().toISOString().slice(0, 10));
    },
    help: `
Usage: spoor check FILE… [--json | --sarif] [--lang nl|en] [--settings FILE]

Checks journey files against the six obstacles of journey mapping and what else the field teaches,
with a score for each group. Needs no server and no data. Exit code 1 when there is an error.

  --json            findings and scores as JSON
  --sarif           findings as SARIF 2.1.0, with line numbers
  --lang nl|en      language of the report; the map's own by default
  --settings FILE   YAML: rules off or weighed otherwise, and thresholds (see docs/guide/check.md)

A future map is compared with the map it is based on when both are given.
`,
  },
  {
    name: "export",
    summary: "writes a map, a report or a saved question as a file",
    run: async (args, io) => {
      const { connected } = await import("./connect.ts");
      const { exportCommand } = await import("./export.ts");
      return connected((connection) =>
        exportCommand(args, io, async () => (await connection()).call),
      );
    },
    help: `
Usage: spoor export FILE|MAP [--format FORMAT] [--out FILE] [--no-figures] [--lang nl|en]
                    [--workspace SLUG] [--filter JSON]
       spoor export --report NAME|ID [--format csv|xlsx|pdf|png] [--out FILE] [--lang nl|en]
       spoor export --saved NAME|ID [--format csv|xlsx|pdf|png] [--out FILE] [--lang nl|en]

Writes a journey file, or a map of the workspace by its id with the figures over it; or a report, or a
saved question, with its last answers: all of them as spreadsheets, what says most as PDF (the default)
or PNG.

  --format FORMAT   ${FORMATS}; that of FILE in --out by default, else svg
  --out FILE        where to; a file named after the map by default
  --no-figures      the map as it was drawn
  --lang nl|en      language of the words around the map; the map's own by default
  --filter JSON     figures about some journeys only, as in the address of a page
`,
  },
  {
    name: "diff",
    summary: "tells what changed between two journey maps",
    run: async (args, io) => (await import("./diff.ts")).diffCommand(args, io),
    help: `
Usage: spoor diff A B [--json] [--lang nl|en]

Tells what changed from journey file A to B, part by part: what came and went, moved, was raised or
lowered, and what evidence was added. Needs no server and no data.

  --json         the changes, and the command that makes A into B
  --lang nl|en   language of what is told; the map's own by default

Git shows changes of journey files this way after:
  echo '*.journey.yaml diff=journey' >> .gitattributes
  git config diff.journey.command 'npx spoor diff --git'
`,
  },
  {
    name: "convert",
    summary: "turns a map from one kind of file into another",
    run: async (args, io) => (await import("./convert.ts")).convertCommand(args, io),
    help: `
Usage: spoor convert IN OUT [--from FORMAT] [--to FORMAT] [--lang nl|en]

Reads a map and writes it as what the name of OUT says: .yaml, .json, .xlsx, .csv, .ojf
(OpenJourney), .xml (CJML) or .mmd (Mermaid). What was not understood, and what the format has no
place for, is told beside it. Needs no server and no data.

  --from FORMAT   ${MAP_FORMATS}; what stands in IN tells by default
  --to FORMAT     the same; the name of OUT tells by default
  --lang nl|en    language of the names of columns and of what is told; the map's own by default
`,
  },
  {
    name: "erase",
    summary: "takes somebody out of all data for good, and proves it",
    run: async (args, io) => {
      const { connected } = await import("./connect.ts");
      const { eraseCommand } = await import("./erase.ts");
      return connected((connection) =>
        eraseCommand(args, io, async () => (await connection()).call),
      );
    },
    help: `
Usage: spoor erase KIND=VALUE… | PERSON… [--yes] [--for-good] [--request ID] [--by NAME]

Tells what would go; with --yes it goes, and the proof is printed: what was removed, what was
searched, what was found. Exit code 1 when anything of him is still found.

  KIND=VALUE     an identifier that is his alone: email=jan@example.com
  PERSON         a person by his id, as other answers give it
  --yes          erase; it cannot be undone
  --for-good     keep out what he does later too, not only what happened up to now
  --request ID   the request in the register that it answers; it is closed
  --by NAME      who does it; you by default
  --json         numbers and proof as JSON
`,
  },
  {
    name: "retention",
    summary: "tells and sets how long events are kept",
    run: async (args, io) => {
      const { connected } = await import("./connect.ts");
      const { retentionCommand } = await import("./retention.ts");
      return connected((connection) =>
        retentionCommand(args, io, async () => (await connection()).call),
      );
    },
    help: `
Usage: spoor retention [--json]
       spoor retention --days N [--kind KIND] [--event NAME] [--source NAME] [--yes] [--by NAME]
       spoor retention --end RULE [--by NAME]

Lists the rules and what went by each; tells what a rule would take away, and makes it with --yes.
A rule is applied once a day, for the first time tomorrow. Ending one brings nothing back.
`,
  },
  {
    name: "demo",
    summary: "writes the files of an invented energy supplier, with planted truth",
    run: async (args, io) => (await import("./demo.ts")).demo(args, io.out),
    help: `
Usage: spoor demo [--customers N] [--seed S] [--out DIR]

Writes two years of an energy supplier's files as its systems would export them, and truth.json with
what was planted in them. The same N and S give the same bytes.
`,
  },
];
