import { useNavigate } from "@tanstack/react-router";
import { useAnswer } from "../../app/answer.ts";
import { useLanguage } from "../../language/language.ts";
import type { Door } from "../doors/door.ts";
import { familyOf } from "./family.ts";
import { compareText } from "./text.ts";
import { writeWhich } from "./which.ts";

type Which = { readonly workspace: string; readonly map: string };

/** The way to this map and its other states above each other; null when it has no other states. */
export function useCompareDoor({ workspace, map }: Which): Door | null {
  const t = compareText[useLanguage()];
  const navigate = useNavigate();
  const cards = useAnswer("portfolio", { workspace });
  const family = familyOf(cards.data ?? [], map);
  if (family.length < 2) return null;
  const maps = writeWhich(family.map((id) => ({ map: id, version: null })));
  return {
    key: "compare",
    words: t.door,
    goes: () =>
      void navigate({ to: "/w/$workspace/compare", params: { workspace }, search: { maps } }),
  };
}
