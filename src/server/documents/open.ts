import type { Documents } from "./documents.ts";
import { migrate } from "./migrate.ts";
import { first } from "./migrations/0001-first.ts";
import { drawing } from "./migrations/0002-drawing.ts";
import { commentAbout } from "./migrations/0003-comment-about.ts";
import { shown } from "./migrations/0004-shown.ts";
import { listening } from "./migrations/0005-listening.ts";
import { refused } from "./migrations/0006-refused.ts";
import { pulling } from "./migrations/0007-pulling.ts";
import { fieldNotes } from "./migrations/0008-field-notes.ts";
import { whoIsWho } from "./migrations/0009-who-is-who.ts";
import { erasure } from "./migrations/0010-erasure.ts";
import { people } from "./migrations/0011-people.ts";
import { saved } from "./migrations/0012-saved.ts";
import { alerts } from "./migrations/0015-alerts.ts";
import { survey } from "./migrations/0017-survey.ts";
import { goneQuestions } from "./migrations/0019-gone-questions.ts";
import { connectPglite } from "./pglite.ts";
import { connectPostgres } from "./postgres.ts";

/**
 * Opens the document store and brings its tables up to date: in this process with its data in the
 * folder `path`, or on the PostgreSQL server behind `url`.
 * Rejects with `newer-schema` or `unavailable`.
 */
export async function openDocuments(where: { path: string } | { url: string }): Promise<Documents> {
  const documents = "url" in where ? connectPostgres(where.url) : await connectPglite(where.path);
  try {
    await migrate(documents, [
      first,
      drawing,
      commentAbout,
      shown,
      listening,
      refused,
      pulling,
      fieldNotes,
      whoIsWho,
      erasure,
      people,
      saved,
      alerts,
      survey,
      goneQuestions,
    ]);
  } catch (error) {
    await documents[Symbol.asyncDispose]();
    throw error;
  }
  return documents;
}
