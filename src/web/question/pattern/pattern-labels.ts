import type { TouchpointName } from "../../../core/question/answers.ts";

/** Codes of labels; an event stands for it through every channel. */
export function codesFor(
  labels: readonly string[],
  touchpoints: readonly TouchpointName[],
): number[] {
  return labels.flatMap((name) => {
    const wanted = name.toLowerCase();
    const exact = touchpoints.filter(({ label }) => label.toLowerCase() === wanted);
    const found =
      exact.length > 0 ? exact : touchpoints.filter(({ event }) => event.toLowerCase() === wanted);
    return found.map(({ code }) => code);
  });
}

export function labelsFor(
  codes: readonly number[],
  touchpoints: readonly TouchpointName[],
): string[] {
  return codes.flatMap((code) => touchpoints.find((each) => each.code === code)?.label ?? []);
}
