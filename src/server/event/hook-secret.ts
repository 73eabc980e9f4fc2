import { z } from "zod";
import type { Documents } from "../documents/documents.ts";
import { saveSourceSettings, type SourceSettings } from "../documents/source.ts";
import type { Seal } from "../seal.ts";

type Which = { readonly workspace: number; readonly name: string };

/** What calls of a tool are signed with, as it is kept: closed for this source alone. */
export function closedSecret(
  seal: Seal,
  which: Which,
  secret: string,
): Required<Pick<SourceSettings, "sealed" | "seal">> {
  return { sealed: seal.close(secret, aboutOf(which)), seal: seal.key };
}

/** The secret of a source: `none` when its calls are not signed, `unreadable` when another key closed it. */
export function openSecret(
  seal: Seal,
  which: Which,
  { sealed }: Pick<SourceSettings, "sealed">,
): { readonly is: "none" | "unreadable" } | { readonly is: "open"; readonly secret: string } {
  if (sealed === undefined) return { is: "none" };
  const secret = seal.open(sealed, aboutOf(which));
  return secret === null ? { is: "unreadable" } : { is: "open", secret };
}

const Plain = z.strictObject({
  workspace: z.number().int(),
  name: z.string(),
  secret: z.string(),
  settings: z.record(z.string(), z.string()),
});

/** Closes the secrets that an earlier version kept as they are. */
export async function closePlainSecrets(documents: Documents, seal: Seal): Promise<void> {
  const plain = await documents.query(
    Plain,
    `SELECT workspace, name, settings->>'secret' AS secret, settings - 'secret' AS settings
     FROM source WHERE settings ? 'secret'`,
  );
  for (const { secret, settings, ...which } of plain) {
    const closed = { ...settings, ...closedSecret(seal, which, secret) };
    await saveSourceSettings(documents, which.workspace, which.name, closed);
  }
  // What was plain goes from the files too.
  if (plain.length > 0) await documents.compact();
}

function aboutOf({ workspace, name }: Which): string {
  return `hook ${workspace}/${name}`;
}
