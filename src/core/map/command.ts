import { z } from "zod";

const Id = z.string().min(4).max(64);

/** A value as a file can hold it; null = the field is not there. */
const Value = z.json();
export type Value = z.infer<typeof Value>;

/**
 * Gives a field of an element a value. `field` is a name, or a name within one: `questions.why`,
 * `importance.customer`, `cells.ln_extra`. `from` is the value that whoever changed it saw: where
 * another has been faster, texts and plain lists are merged, and of any other value the last stands.
 */
const Set = z.strictObject({
  do: z.literal("set"),
  at: Id,
  field: z.string().min(1).max(140),
  from: Value,
  to: Value,
});

/** Puts a new element, with all that it holds, into a list: after a sibling, or first. */
const Add = z.strictObject({
  do: z.literal("add"),
  to: Id,
  list: z.string().min(1).max(40),
  after: Id.nullable(),
  element: z.looseObject({ id: Id }),
});

/** Takes an element out, and with it what cannot be without it. */
const Remove = z.strictObject({ do: z.literal("remove"), at: Id });

/** Takes an element to another place, of the same list or of that of another parent. */
const Move = z.strictObject({ do: z.literal("move"), at: Id, to: Id, after: Id.nullable() });

const Single = z.discriminatedUnion("do", [Set, Add, Remove, Move]);

/** So many single commands make one at most. */
export const SINGLES = 20_000;

/** One change of a map, or several that happen all or not at all. A plain value: every change of a map is one. */
export const Command = z.discriminatedUnion("do", [
  ...Single.options,
  z.strictObject({ do: z.literal("all"), commands: z.array(Single).max(SINGLES) }),
]);
export type Single = z.infer<typeof Single>;
export type Command = z.infer<typeof Command>;

/** The single commands of a command, in order. */
export function singles(command: Command): readonly Single[] {
  return command.do === "all" ? command.commands : [command];
}
