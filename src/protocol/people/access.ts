import { z } from "zod";

export const AccessFormat = z.enum(["json", "csv", "html", "pdf"]);
export type AccessFormat = z.infer<typeof AccessFormat>;

export const accessEndpoints = {
  personAccess: {
    method: "GET",
    path: "/api/w/{workspace}/people/{person}/access",
    summary:
      "All that is held of a person, for himself: identifiers in full; CSV as a zip of files",
    query: z.object({
      format: AccessFormat.default("json"),
      language: z.enum(["nl", "en"]).default("en"),
    }),
    download: true,
    answer: z.instanceof(Uint8Array),
  },
} as const;
