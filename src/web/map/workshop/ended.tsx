import type { Journey } from "../../../core/map/journey.ts";
import type { Table } from "../../../protocol/map/workshop.ts";
import { useLanguage } from "../../language/language.ts";
import { keptDraft } from "./draft.ts";
import { GuestNote } from "./guest-note.tsx";
import type { Outbox, Refused } from "./outbox.ts";
import { RefusedDeeds } from "./refused-deeds.tsx";
import { Tally } from "./tally.tsx";
import { workshopText } from "./text.ts";

type Props = {
  readonly secret: string;
  readonly table: Table;
  readonly journey: Journey;
  readonly outbox: Outbox;
  readonly refused: readonly Refused[];
};

/** The workshop is over: thanks, and what came out of it. */
export function Ended({ secret, table, journey, outbox, refused }: Props) {
  const t = workshopText[useLanguage()];
  const unfinished = keptDraft(secret)?.text.trim() ?? "";
  return (
    <>
      <div className="guest-ended" role="status">
        <h2>{t.ended}</h2>
        <p>{t.endedAbout}</p>
      </div>
      <RefusedDeeds refused={refused} onUnderstood={() => outbox.understood()} />
      {unfinished !== "" && (
        <p className="guest-unfinished" dir="auto">
          {t.unfinished(unfinished)}
        </p>
      )}
      <Tally table={table} />
      <h2 className="guest-result">{t.result}</h2>
      {table.notes.length === 0 && <p className="quiet">{t.nothingEnded}</p>}
      <ol className="guest-notes">
        {table.notes.map((note) => (
          <GuestNote key={note.id} note={note} journey={journey} left={0} act={null} />
        ))}
      </ol>
    </>
  );
}
