import { z } from "zod";

export const pictureEndpoints = {
  uploadPicture: {
    method: "POST",
    path: "/api/w/{workspace}/pictures",
    summary: "Send a picture (PNG, JPEG, WebP or GIF, up to 8 MB); it is made small and kept",
    upload: true,
    answer: z.strictObject({
      hash: z.string(),
      width: z.number().int(),
      height: z.number().int(),
    }),
  },
  picture: {
    method: "GET",
    path: "/api/w/{workspace}/pictures/{hash}",
    summary: "A picture",
    download: true,
    answer: z.instanceof(Uint8Array),
  },
} as const;
