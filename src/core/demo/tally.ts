import type { Ledger } from "../event/import.ts";
import type { PainId } from "./pains.ts";
import type { SourceId } from "./source.ts";

export type Struck = { reached: number; hit: number };
export type Mess =
  | "retries"
  | "overlaps"
  | "late"
  | "broken"
  | "mistypedEmails"
  | "nullIdentifiers"
  | "unknownPhones"
  | "tabletVisits"
  | "summerTimeHour";

/** What was planted, counted while it is planted. */
export class Tally {
  readonly pains = new Map<PainId, { affected: Struck; others: Struck }>();
  readonly mess = new Map<Mess, number>();
  readonly ledgers = new Map<SourceId, Ledger>();

  pain(id: PainId, affected: boolean, hit: boolean): void {
    let counts = this.pains.get(id);
    if (!counts) {
      counts = { affected: { reached: 0, hit: 0 }, others: { reached: 0, hit: 0 } };
      this.pains.set(id, counts);
    }
    const side = affected ? counts.affected : counts.others;
    side.reached += 1;
    if (hit) side.hit += 1;
  }

  messed(kind: Mess): void {
    this.mess.set(kind, (this.mess.get(kind) ?? 0) + 1);
  }

  received(source: SourceId, fate: "stored" | "duplicate" | "quarantined"): void {
    let ledger = this.ledgers.get(source);
    if (!ledger) {
      ledger = { received: 0, stored: 0, duplicate: 0, quarantined: 0 };
      this.ledgers.set(source, ledger);
    }
    ledger.received += 1;
    ledger[fate] += 1;
  }
}
