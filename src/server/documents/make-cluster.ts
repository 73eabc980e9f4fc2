// Makes the files of a PostgreSQL cluster in the folder that is its argument; run as a process of its own.
import { PGlite } from "@electric-sql/pglite";

const [folder] = process.argv.slice(2);
const postgres = await PGlite.create({ dataDir: folder as string });
await postgres.close();
