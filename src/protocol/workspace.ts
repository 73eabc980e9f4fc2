import { z } from "zod";

export const Workspace = z.strictObject({
  /** Stands in the address: `/w/demo`. */
  slug: z.string(),
  name: z.string(),
  kind: z.enum(["demo", "own"]),
  /** What is being made ready, and how far (0 … 1); null when it is ready. */
  loading: z
    .strictObject({
      step: z.enum(["generate", "import", "link", "map", "derive"]),
      share: z.number(),
    })
    .nullable(),
  events: z.number().int(),
  /** The map to open first. */
  map: z.string().nullable(),
});
export type Workspace = z.infer<typeof Workspace>;

export const WorkspaceList = z.array(Workspace);
