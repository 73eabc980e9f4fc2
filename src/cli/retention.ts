import { userInfo } from "node:os";
import { parseArgs } from "node:util";
import type { RetentionRule } from "../core/people/retention-list.ts";
import { RetentionTerm } from "../core/people/retention-rule.ts";
import { OWN } from "../server/workspace/own.ts";
import type { Call } from "./client.ts";
import { misused, type Io } from "./command.ts";

/** `spoor retention`: how long events are kept; a rule is made with --yes only, else its reach is told. */
export async function retentionCommand(
  args: string[],
  io: Io,
  open: () => Promise<Call>,
): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      days: { type: "string" },
      kind: { type: "string" },
      event: { type: "string" },
      source: { type: "string" },
      end: { type: "string" },
      yes: { type: "boolean", default: false },
      by: { type: "string" },
      json: { type: "boolean", default: false },
      workspace: { type: "string", default: OWN },
    },
  });
  const { workspace, kind, event, source, days, end, json } = values;
  const who = values.by ?? userInfo().username;
  const params = { workspace };
  if (end !== undefined) {
    const call = await open();
    const rule = await call("endRetention", {
      params: { workspace, rule: end },
      body: { ended: true, who },
    });
    io.out(json ? JSON.stringify(rule) : ruleLine(rule));
    return 0;
  }
  if (days === undefined) {
    const call = await open();
    const rules = await call("retention", { params });
    if (json) io.out(JSON.stringify(rules, null, 2));
    else if (rules.length === 0) io.out("No rule: everything is kept.");
    else for (const rule of rules) io.out(ruleLine(rule));
    return 0;
  }
  const term = RetentionTerm.safeParse({
    kind: kind ?? null,
    event: event ?? null,
    source: source ?? null,
    days: Number(days),
  });
  if (!term.success)
    return misused(io, "--days is a number of days, --kind one of event, feedback, person.");
  const call = await open();
  if (values.yes) {
    const rule = await call("addRetention", { params, body: { ...term.data, who } });
    io.out(json ? JSON.stringify(rule) : ruleLine(rule));
    return 0;
  }
  const reach = await call("previewRetention", { params, body: term.data });
  if (json) io.out(JSON.stringify(reach));
  else
    io.out(
      `${reach.events} of ${reach.of} events would go, of ${reach.people} people; of ${reach.whole} of them nothing would be left`,
    );
  io.err("No rule was made. With --yes it counts from now on and is applied from tomorrow.");
  return 0;
}

function ruleLine({ id, kind, event, source, days, ended, gone, last }: RetentionRule): string {
  const what = event === null ? (kind ?? "everything") : `"${event}"`;
  const so = ended === null ? "" : ", ended";
  return `${id}  ${what} from ${source ?? "every source"}: ${days} days${so}; ${gone} went${last === null ? "" : `, last on ${last}`}`;
}
