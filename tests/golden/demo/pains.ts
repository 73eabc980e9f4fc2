import { beforeAll, expect, test } from "vitest";
import { must } from "../../../src/core/assert.ts";
import { pains, type PainId } from "../../../src/core/demo/pains.ts";
import { rate, type Mean, type Rate } from "../../../src/core/evidence/interval.ts";
import type { Overlay } from "../../../src/core/evidence/overlay.ts";
import type { Filter } from "../../../src/core/question/filter.ts";
import { overlay } from "../../../src/engine/evidence/overlay.ts";
import type { Demo } from "./demo-set.ts";
import { scoreElsewhere, shareElsewhere } from "./elsewhere.ts";

type Figure = (laid: Overlay) => Rate;

const at = (laid: Overlay, id: string) =>
  must(
    laid.touchpoints.find((each) => each.id === id),
    id,
  );
const scoreAt = (laid: Overlay, id: string) => must(at(laid, id).scores[0], `a score at ${id}`);
const leave =
  (id: string): Figure =>
  (laid) =>
    at(laid, id).leave;
const goOn =
  (id: string): Figure =>
  (laid) =>
    must(at(laid, id).conversion, id);
const repeat =
  (id: string): Figure =>
  (laid) =>
    at(laid, id).repeats;
const pass =
  (label: string): Figure =>
  (laid) => {
    const passed = laid.unbound.find((each) => each.label === label);
    return rate(passed?.journeys ?? 0, laid.shown.journeys);
  };

/** The figure that shows a pain; `measures` when it is the very share that was planted. */
const shown: Record<PainId, { figure: Figure; measures: boolean }> = {
  price: { figure: leave("tp_tarieven"), measures: true },
  chat: { figure: leave("tp_chat"), measures: true },
  reading: { figure: leave("tp_meterstand"), measures: true },
  letter: { figure: leave("tp_brief"), measures: true },
  silence: { figure: goOn("tp_stilte"), measures: true },
  instalment: { figure: goOn("tp_termijnbedrag"), measures: true },
  // Also for those who did not get stuck in the form.
  moving: { figure: pass("Gebeld: verhuizing doorgeven · phone"), measures: false },
  // Also for those who failed once; some who came in the period logged in after it.
  login: { figure: repeat("tp_app"), measures: false },
};

/** Where those whom a pain strikes judge worse, too. */
const judged: Partial<Record<PainId, string>> = {
  price: "tp_tarieven",
  chat: "tp_chat",
  moving: "tp_gegevens",
  silence: "tp_stilte",
  login: "tp_app",
  instalment: "tp_termijnbedrag",
};

const ids = Object.keys(pains) as PainId[];

/** In its segment and period a pain hurts more than elsewhere, surely; after the improvement less. */
export function painsShow(demo: () => Demo): void {
  const lay = (filter: Filter) => overlay(demo().engine, demo().ask(filter), demo().journey);
  let all: Overlay;
  const struck = new Map<PainId, Overlay>();
  beforeAll(async () => {
    all = await lay({});
    for (const id of ids) struck.set(id, await lay(where(demo(), id)));
  });

  test.each(ids)("%s strikes more of those it was planted for", (id) => {
    const { figure, measures } = shown[id];
    const part = figure(struck.get(id)!);
    const rest = shareElsewhere(figure(all), part);
    expect([id, part.low! > rest.high!]).toEqual([id, true]);
    if (!measures) return;
    expect(part.low).toBeLessThan(pains[id].hurt);
    expect(part.high).toBeGreaterThan(pains[id].hurt);
  });

  test.each(Object.entries(judged))("%s lowers the scores at %s", (id, touchpoint) => {
    const part = scoreAt(struck.get(id as PainId)!, touchpoint);
    const rest = scoreElsewhere(scoreAt(all, touchpoint), part);
    expect(part.onScale.high).toBeLessThan(rest.low!);
  });

  test("before and after the improvement the silence differs, and what was not touched does not", async () => {
    const day = demo().truth.improvement.from;
    const [before, after] = [await lay({ to: day }), await lay({ from: day })];
    const [quiet, told] = [at(before, "tp_stilte"), at(after, "tp_stilte")];
    expect(told.conversion!.high).toBeLessThan(quiet.conversion!.low!);
    expect(told.emotion!.low).toBeGreaterThan(quiet.emotion!.high!);
    expect(told.wait.p75Seconds).toBeLessThan(quiet.wait.p25Seconds!);
    const planted = demo().truth.improvement.calls;
    for (const [i, { conversion }] of [quiet, told].entries())
      expect([conversion!.low! < planted[i]!, conversion!.high! > planted[i]!]).toEqual([
        true,
        true,
      ]);

    for (const id of ["tp_contract", "tp_welkom", "tp_chat"])
      expect([id, overlap(at(before, id).emotion!, at(after, id).emotion!)]).toEqual([id, true]);
  });
}

function where({ truth }: Demo, id: PainId): Filter {
  const pain = must(
    truth.pains.find((each) => each.id === id),
    id,
  );
  return {
    ...(Object.keys(pain.segment).length > 0 && { attributes: pain.segment }),
    ...(pain.period && { from: pain.period[0], to: pain.period[1] }),
  };
}

function overlap(one: Mean, other: Mean): boolean {
  return one.low! < other.high! && other.low! < one.high!;
}
