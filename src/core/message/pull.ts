import { worded } from "./wording.ts";

/** What asking a system on a schedule can run into. */
export const pullWords = {
  "pull-sign-in": worded<{ readonly host: string; readonly user: string }>({
    en: ({ host, user }) =>
      `${host} does not let ${user} in. Check the user and the password, and whether the user may sign in from this machine.`,
    nl: ({ host, user }) =>
      `${host} laat ${user} niet binnen. Controleer de gebruiker en het wachtwoord, en of de gebruiker vanaf deze machine mag inloggen.`,
  }),
  "pull-no-database": worded<{ readonly host: string; readonly database: string }>({
    en: ({ host, database }) =>
      `There is no database ${database} on ${host}, or this user may not see it. Check the name.`,
    nl: ({ host, database }) =>
      `Op ${host} is geen database ${database}, of deze gebruiker mag hem niet zien. Controleer de naam.`,
  }),
  "pull-no-table": worded<{ readonly table: string }>({
    en: ({ table }) =>
      `The table ${table} is not there any more, or this user may not read it. Choose another table, or give the user the right to read it.`,
    nl: ({ table }) =>
      `De tabel ${table} is er niet meer, of deze gebruiker mag hem niet lezen. Kies een andere tabel, of geef de gebruiker leesrechten.`,
  }),
  "pull-no-column": worded<{ readonly table: string; readonly column: string }>({
    en: ({ table, column }) =>
      `The table ${table} has no column ${column} any more. Nothing was read. Say under "How it is read" which column takes its place; it goes on from where it was.`,
    nl: ({ table, column }) =>
      `De tabel ${table} heeft geen kolom ${column} meer. Er is niets gelezen. Geef onder "Hoe het gelezen wordt" aan welke kolom ervoor in de plaats komt; daarna gaat het verder waar het gebleven was.`,
  }),
  "pull-no-growth": worded<{ readonly column: string; readonly type: string }>({
    en: ({ column, type }) =>
      `The column ${column} is of type ${type}: it cannot tell which rows are new. Choose a whole number or a time that grows.`,
    nl: ({ column, type }) =>
      `Kolom ${column} is van het type ${type} en kan dus niet aangeven welke rijen nieuw zijn. Kies een geheel getal of een tijd die oploopt.`,
  }),
  "pull-no-choice": worded({
    en: () => "Choose a table, and the column that tells which rows are new.",
    nl: () => "Kies een tabel, en de kolom waaraan te zien is welke rijen nieuw zijn.",
  }),
  "pull-all-alike": worded<{ readonly table: string; readonly rows: number }>({
    en: ({ table, rows }) =>
      `More than ${rows} rows of ${table} have the same value in the growing column and nothing else tells them apart. Choose a key, or another column that grows.`,
    nl: ({ table, rows }) =>
      `Meer dan ${rows} rijen van ${table} hebben dezelfde waarde in de oplopende kolom en zijn verder niet uit elkaar te houden. Kies een sleutel, of een andere kolom die oploopt.`,
  }),
  "pull-database-said": worded<{ readonly host: string; readonly said: string }>({
    en: ({ host, said }) => `The database on ${host} refused: ${said}. It is tried again later.`,
    nl: ({ host, said }) =>
      `De database op ${host} weigerde: ${said}. Later wordt het opnieuw geprobeerd.`,
  }),
  "pull-no-tls": worded<{ readonly host: string }>({
    en: ({ host }) =>
      `The database on ${host} does not encrypt connections. Switch that on there, or choose a connection without encryption if nobody can listen in between.`,
    nl: ({ host }) =>
      `De database op ${host} versleutelt verbindingen niet. Zet dat daar aan, of kies een verbinding zonder versleuteling als niemand onderweg kan meelezen.`,
  }),
  "pull-secret-again": worded({
    en: () =>
      "The connection now leads elsewhere. Fill in the password or key again: one that was kept is given to nobody else.",
    nl: () =>
      "De verbinding gaat nu ergens anders heen. Vul het wachtwoord of de sleutel opnieuw in: een bewaard wachtwoord gaat nooit naar een ander.",
  }),
  "pull-secret-unreadable": worded({
    en: () =>
      "The password or key that was kept cannot be read: it was kept by a Spoor with another key file (secret.key in its data folder). Fill it in again.",
    nl: () =>
      "Het bewaarde wachtwoord of de bewaarde sleutel is niet te lezen: die is bewaard door een Spoor met een ander sleutelbestand (secret.key in de datamap). Vul hem opnieuw in.",
  }),
  "hook-secret-unreadable": worded({
    en: () =>
      "The secret that this tool signs with cannot be read: it was kept by a Spoor with another key file (secret.key in its data folder). Fill it in again on the page of sources.",
    nl: () =>
      "Het geheim waarmee dit systeem ondertekent is niet te lezen: het is bewaard door een Spoor met een ander sleutelbestand (secret.key in de datamap). Vul het opnieuw in op de pagina met bronnen.",
  }),
  "pull-bucket-key": worded<{ readonly bucket: string }>({
    en: ({ bucket }) =>
      `The bucket ${bucket} refuses this access key. Check the key and its secret, and that it may list and read the bucket.`,
    nl: ({ bucket }) =>
      `De bucket ${bucket} weigert deze toegangssleutel. Controleer de sleutel en het geheim, en of die de bucket mag bekijken en lezen.`,
  }),
  "pull-no-bucket": worded<{ readonly bucket: string }>({
    en: ({ bucket }) =>
      `There is no bucket ${bucket} at this address. Check the name, the address and the region.`,
    nl: ({ bucket }) =>
      `Op dit adres is geen bucket ${bucket}. Controleer de naam, het adres en de regio.`,
  }),
  "pull-not-bucket": worded<{ readonly host: string }>({
    en: ({ host }) => `${host} does not answer as a bucket does. Check the address.`,
    nl: ({ host }) => `${host} antwoordt niet zoals een bucket. Controleer het adres.`,
  }),
  "pull-folder-closed": worded<{ readonly folder: string }>({
    en: ({ folder }) =>
      `Spoor may not look into ${folder}. Choose a folder from the list, or ask whoever runs Spoor to name it in the setting SPOOR_FOLDERS.`,
    nl: ({ folder }) =>
      `Spoor mag niet in ${folder} kijken. Kies een map uit de lijst, of vraag de beheerder de map op te nemen in de instelling SPOOR_FOLDERS.`,
  }),
  "pull-folder-absent": worded<{ readonly folder: string; readonly said: string }>({
    en: ({ folder, said }) =>
      `The folder ${folder} cannot be read (${said}). Check that it is there and that Spoor may read it.`,
    nl: ({ folder, said }) =>
      `De map ${folder} is niet te lezen (${said}). Controleer of hij er is en of Spoor hem mag lezen.`,
  }),
  "pull-no-files": worded({
    en: () =>
      "There is no file here yet that fits. Put one there, so that Spoor can see how it is to be read, and look again.",
    nl: () =>
      "Hier staat nog geen bestand dat past. Zet er een neer, zodat Spoor kan zien hoe het gelezen moet worden, en kijk dan opnieuw.",
  }),
  "pull-no-rows": worded<{ readonly table: string }>({
    en: ({ table }) =>
      `${table} has no rows yet. Let one be made, so that Spoor can see how it is to be read, and look again.`,
    nl: ({ table }) =>
      `${table} heeft nog geen rijen. Zorg dat er een is, zodat Spoor kan zien hoe die gelezen moet worden, en kijk dan opnieuw.`,
  }),
  "pull-file-changed": worded<{ readonly name: string }>({
    en: ({ name }) => `${name} changed while it was read. It is read again at the next turn.`,
    nl: ({ name }) =>
      `${name} veranderde tijdens het lezen. Bij de volgende keer wordt het opnieuw gelezen.`,
  }),
  "pull-cut-short": worded({
    en: () => "Spoor stopped before this was done. It goes on from where it was.",
    nl: () => "Spoor stopte voordat dit klaar was. Het gaat verder waar het gebleven was.",
  }),
  "pull-taken-over": worded({
    en: () => "Another Spoor on the same data took this over.",
    nl: () => "Een andere Spoor op dezelfde data heeft dit overgenomen.",
  }),
  "pull-running": worded({
    en: () => "It is being pulled in right now. Wait until that is done, or stop it.",
    nl: () => "Er wordt op dit moment opgehaald. Wacht tot dat klaar is, of breek het af.",
  }),
  "pull-stopped": worded({
    en: () => "This source is paused. Let it go on first.",
    nl: () => "Deze bron staat op pauze. Laat hem eerst weer doorgaan.",
  }),
  "pull-not-such": worded<{ readonly source: string }>({
    en: ({ source }) => `${source} tells by itself and is not asked on a schedule.`,
    nl: ({ source }) => `${source} vertelt uit zichzelf en wordt niet op een schema opgehaald.`,
  }),
  "pull-names-settled": worded({
    en: () =>
      "Which table it is and what tells its rows apart is settled when a source begins, or rows would count twice. Make a new source for another table.",
    nl: () =>
      "Welke tabel het is en waaraan rijen uit elkaar te houden zijn ligt vast zodra een bron begint; anders zouden rijen dubbel tellen. Maak voor een andere tabel een nieuwe bron.",
  }),
  "pull-failed": worded<{ readonly said: string }>({
    en: ({ said }) =>
      `Pulling failed: ${said}. What came in before stays, and it is tried again later.`,
    nl: ({ said }) =>
      `Het ophalen is mislukt: ${said}. Wat al binnen was blijft, en later wordt het opnieuw geprobeerd.`,
  }),
};
