import { DAY, TO } from "./calendar.ts";
import { Chance } from "./chance.ts";
import type { Life } from "./life.ts";
import { exported, type Row } from "./mess.ts";
import { personOf } from "./person.ts";
import { apply } from "./story/apply.ts";
import { firstBill, instalment } from "./story/bill.ts";
import { arrival } from "./story/moment.ts";
import { routine, settled } from "./story/routine.ts";
import { search } from "./story/search.ts";
import { renewal } from "./story/stay.ts";
import { wait } from "./story/wait.ts";
import { contractStatus } from "./system/crm.ts";
import type { Tally } from "./tally.ts";

export type Plan = { readonly customers: number; readonly seed: number };

/** How far somebody gets; `settled` was a customer before the two years. Events after them are not told. */
export type Outcome =
  | "settled"
  | "looked"
  | "asked"
  | "withdrew"
  | "left over the bill"
  | "left at renewal"
  | "stayed";

const STORY = 3;
const MESS = 4;
const SHARE_OF_SETTLED = 0.2;

function live(life: Life): Outcome {
  const { chance } = life;
  const cents = instalment(life);
  if (chance.hit(SHARE_OF_SETTLED)) {
    settled(life, cents);
    return "settled";
  }
  const decided = search(life, arrival(chance));
  if (decided === null) return "looked";
  const signed = apply(life, decided);
  if (signed === null) return "asked";
  const started = wait(life, signed);
  if (started === null) return "withdrew";
  const billed = started + 31 * DAY;
  if (firstBill(life, started, cents) === null) {
    routine(life, billed, billed + 40 * DAY, cents);
    contractStatus(life, billed + 40 * DAY, "beëindigd");
    return "left over the bill";
  }
  if (renewal(life, started)) {
    routine(life, billed, TO, cents);
    return "stayed";
  }
  routine(life, billed, started + 365 * DAY, cents);
  contractStatus(life, started + 365 * DAY, "beëindigd");
  return "left at renewal";
}

/** One person's rows, on their way into the files. */
export type Trail = {
  readonly life: Life;
  readonly outcome: Outcome;
  readonly rows: readonly Row[];
};

/**
 * The demo's people, one after the other: a Dutch energy supplier's customers over two years. A person
 * depends on the seed and his index only, so a small set is the beginning of a large one.
 * What was planted is counted in `tally` on the way.
 */
export function* generate(plan: Plan, tally: Tally): Generator<Trail> {
  for (let index = 0; index < plan.customers; index += 1) {
    const life: Life = {
      person: personOf(plan.seed, index),
      chance: new Chance(plan.seed, index, STORY),
      tally,
      notes: [],
      ties: [],
      known: false,
    };
    const outcome = live(life);
    yield { life, outcome, rows: exported(life.notes, new Chance(plan.seed, index, MESS), tally) };
  }
}
