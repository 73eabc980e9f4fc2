import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import type { Handlers } from "../handlers.ts";
import type { Eraser } from "./eraser.ts";

type Names = "previewErasure" | "erase" | "erasures" | "erasure" | "searchErased";

/** Handlers of erasing people. */
export function erasureHandlers({ eraser }: { readonly eraser: Eraser }): Pick<Handlers, Names> {
  return {
    previewErasure: ({ params, body }) => eraser.preview(params.workspace, body),
    erase({ params, body }) {
      const { people, identifiers, who, request = null, forGood } = body;
      return eraser.erase(params.workspace, { people, identifiers }, { who, request, forGood });
    },
    erasures: ({ params }) => eraser.list(params.workspace),
    erasure: ({ params }) => eraser.status(params.workspace, idOf(params.erasure)),
    searchErased: ({ params, body }) =>
      eraser.search(params.workspace, idOf(params.erasure), body.identifiers),
  };
}

function idOf(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new AppError("not-found", message("no-erasure"));
  return Number(text);
}
