import { z } from "zod";
import { claimedFeeling } from "../claimed-feeling.ts";
import type { Journey } from "../journey.ts";

/** A template as one chooses it: what it is about and how it goes, without what stands on it. */
export const TemplateCard = z.strictObject({
  /** The same in every language: `moving-house`. */
  name: z.string(),
  title: z.string(),
  /** One sentence. */
  about: z.string(),
  episodes: z.array(
    z.strictObject({
      title: z.string(),
      /** Per touchpoint the feeling that the template supposes, on −1 … +1. */
      feelings: z.array(z.number().min(-1).max(1).nullable()),
    }),
  ),
});
export type TemplateCard = z.infer<typeof TemplateCard>;

/** The card of a template. The first line of its scope says what it is about. */
export function cardOf(name: string, { title, scope = "", episodes }: Journey): TemplateCard {
  return {
    name,
    title,
    about: scope.split("\n", 1)[0]!,
    episodes: episodes.map((episode) => ({
      title: episode.title,
      feelings: episode.touchpoints.map((touchpoint) => claimedFeeling(touchpoint)?.value ?? null),
    })),
  };
}
