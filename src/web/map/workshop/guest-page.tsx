import { useQueryClient } from "@tanstack/react-query";
import { useState, useSyncExternalStore } from "react";
import type { Journey } from "../../../core/map/journey.ts";
import { useAnswer } from "../../app/answer.ts";
import { Refusal } from "../../app/client.ts";
import { Preferences } from "../../app/preferences.tsx";
import { Waiting } from "../../app/waiting.tsx";
import { Wordmark } from "../../app/wordmark.tsx";
import { useLanguage } from "../../language/language.ts";
import { rememberName, rememberedName } from "../edit/identity.ts";
import { Gone, isGone } from "../share/gone.tsx";
import { Ended } from "./ended.tsx";
import { GuestTable } from "./guest-table.tsx";
import { NameForm } from "./name-form.tsx";
import { Outbox } from "./outbox.ts";
import { workshopText } from "./text.ts";
import { useOnline } from "./use-online.ts";
import { withDeeds } from "./with-deeds.ts";
import "./note.css";
import "./guest.css";

/** A guest's name is at most so long; that of a team member in the same browser may be longer. */
const NAME = 40;

function nameHere(): string {
  return (rememberedName() ?? "").trim().slice(0, NAME).trim();
}

/** A workshop for somebody at the table with a phone: no account, nothing of Spoor to know. */
export function GuestPage({ secret, journey }: { secret: string; journey: Journey }) {
  const t = workshopText[useLanguage()];
  const queries = useQueryClient();
  const [name, setName] = useState(nameHere);
  const [outbox] = useState(
    () => new Outbox(secret, nameHere, () => queries.invalidateQueries({ queryKey: ["joined"] })),
  );
  const outgoing = useSyncExternalStore(outbox.follow, outbox.outgoing);
  const online = useOnline();
  const joined = useAnswer("joined", { secret, guest: outbox.guest });
  const { data, error } = joined;
  if (error !== null && (data === undefined || isGone(error))) {
    return <Gone error={error} onAgain={() => void joined.refetch()} />;
  }
  const unreachable = error instanceof Refusal && error.code === "unreachable";
  const offline = !online || outgoing.offline || unreachable;
  const rename = (given: string) => {
    rememberName(given);
    setName(given);
  };
  return (
    <div className="guest">
      <header className="guest-head">
        <Wordmark />
        <Preferences />
      </header>
      <main className="guest-main">
        <p className="guest-map">{journey.title}</p>
        {data && <h1 dir="auto">{data.workshop.question}</h1>}
        {data === undefined ? (
          <Waiting />
        ) : data.workshop.closed !== null ? (
          <Ended
            secret={secret}
            table={data}
            journey={journey}
            outbox={outbox}
            refused={outgoing.refused}
          />
        ) : name === "" ? (
          <>
            <p className="guest-how">{t.how}</p>
            <NameForm name="" word={t.join} onName={rename} />
          </>
        ) : (
          <GuestTable
            table={withDeeds(data, outgoing.deeds, name)}
            journey={journey}
            secret={secret}
            outbox={outbox}
            outgoing={outgoing}
            offline={offline}
            name={name}
            onName={rename}
          />
        )}
      </main>
    </div>
  );
}
