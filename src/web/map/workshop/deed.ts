import { z } from "zod";
import { NoteKind } from "../../../protocol/map/workshop.ts";

const id = z.string().min(1).max(64);

/** What a guest does at the table. Each can be sent twice without harm. */
export const Deed = z.discriminatedUnion("do", [
  z.strictObject({
    do: z.literal("write"),
    note: id,
    element: id.nullable(),
    kind: NoteKind,
    text: z.string(),
    at: z.string(),
  }),
  z.strictObject({ do: z.literal("take-back"), note: id }),
  z.strictObject({ do: z.literal("vote"), note: id, dots: z.number().int().min(0) }),
]);
export type Deed = z.infer<typeof Deed>;
