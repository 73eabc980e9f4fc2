import { nearest } from "../core/nearest.ts";
import { AppError } from "../core/problem.ts";
import type { Language } from "../core/message/wording.ts";
import type { AnswerFormat } from "../protocol/question/saved.ts";
import type { Call } from "./client.ts";

type Wish = {
  readonly what: "report" | "saved";
  /** Its name or its id. */
  readonly named: string;
  readonly workspace: string;
  readonly format: AnswerFormat;
  readonly language: Language;
};

/** The bytes of a report, or of a saved question with its last answer, and a name for the file. */
export async function exportAnswers(
  call: Call,
  { what, named, workspace, format, language }: Wish,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const query = { format, language };
  if (what === "report") {
    const all = await call("reports", { params: { workspace } });
    const { id, title } = oneOf(
      all.map((each) => ({ id: each.id, title: each.title })),
      { named, what: "report" },
    );
    const bytes = await call("reportFile", { params: { workspace, report: id }, query });
    return { name: fileNameOf(title, format), bytes: new Uint8Array(bytes) };
  }
  const all = await call("savedQuestions", { params: { workspace } });
  const { id, title } = oneOf(
    all.map((each) => ({ id: each.id, title: each.name })),
    { named, what: "saved question" },
  );
  const bytes = await call("questionFile", { params: { workspace, question: id }, query });
  return { name: fileNameOf(title, format), bytes: new Uint8Array(bytes) };
}

type Named = { readonly id: string; readonly title: string };

function oneOf(all: readonly Named[], { named, what }: { named: string; what: string }): Named {
  const sought = named.toLocaleLowerCase();
  const found = all.filter(({ id, title }) => id === named || title.toLocaleLowerCase() === sought);
  const [one, another] = found;
  if (one && another)
    throw new AppError(
      "bad-request",
      `There is more than one ${what} "${named}"; take one by its id: ${found.map(({ id }) => id).join(", ")}.`,
    );
  if (one) return one;
  const meant = nearest(
    named,
    all.map(({ title }) => title),
  );
  const hint = meant
    ? `Did you mean "${meant}"?`
    : `There are: ${all.map(({ title }) => title).join(", ") || "none"}.`;
  throw new AppError("not-found", `There is no ${what} "${named}". ${hint}`);
}

/** A name that every system takes. */
function fileNameOf(title: string, format: string): string {
  const bare = title
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "")
    .toLocaleLowerCase();
  return `${bare || "spoor"}.${format}`;
}
