import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useId, useRef, useState } from "react";
import type { Given } from "../../../../core/event/guess-mapping.ts";
import type { Schedule } from "../../../../core/event/pull/schedule.ts";
import { call, type Answer } from "../../../app/client.ts";
import { Trouble } from "../../../app/trouble.tsx";
import { useFormat } from "../../../language/format.ts";
import { useLanguage } from "../../../language/language.ts";
import { sourceText } from "../text.ts";
import { Connection } from "./connection.tsx";
import { emptyDraft, noChoice, originOf, type Choice, type OriginKind } from "./draft.ts";
import { ReadsAs } from "./reads-as.tsx";
import { ScheduleField } from "./schedule-field.tsx";
import { TableChoice } from "./table-choice.tsx";
import { pullText } from "./text.ts";

type Props = {
  readonly workspace: string;
  readonly kind: OriginKind;
  readonly onMade: () => void;
};

/** Begins a source that is asked on a schedule: connect, choose, see what it becomes, say when. */
export function NewPull({ workspace, kind, onMade }: Props) {
  const t = pullText[useLanguage()];
  const words = sourceText[useLanguage()];
  const f = useFormat();
  const id = useId();
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const [draft, setDraft] = useState(() => emptyDraft(kind));
  const [choice, setChoice] = useState<Choice>(noChoice);
  const [given, setGiven] = useState<Given>({});
  // What was found and seen last stays while the next is on its way.
  const [found, setFound] = useState<Answer<"tryPull"> | null>(null);
  const [seen, setSeen] = useState<Answer<"lookPull"> | null>(null);
  const [schedule, setSchedule] = useState<Schedule>(() =>
    kind === "folder" ? { every: "minutes", count: 1 } : { every: "minutes", count: 15 },
  );
  const secret = draft.secret === "" ? null : draft.secret;
  const called = name.trim();

  const look = useMutation({
    mutationFn: (about: { choice: Choice; given: Given }) =>
      call("lookPull", {
        workspace,
        body: {
          origin: originOf(kind, draft, about.choice),
          secret,
          name: called,
          given: about.given,
        },
      }),
    onSuccess: setSeen,
  });
  const attempt = useMutation({
    mutationFn: (table: Choice["table"]) =>
      call("tryPull", {
        workspace,
        body: { origin: originOf(kind, draft, { ...noChoice, table }), secret },
      }),
    onSuccess: (found, table) => {
      setFound(found);
      setSeen(null);
      const next = { ...noChoice, table, grows: found.grows, key: found.key };
      setChoice(next);
      setGiven({});
      if (next.grows !== null || found.files.length > 0) look.mutate({ choice: next, given: {} });
    },
  });
  const begin = useMutation({
    mutationFn: () =>
      call("addPull", {
        workspace,
        body: {
          origin: originOf(kind, draft, choice),
          secret,
          name: called,
          schedule,
          mapping: seen!.mapping,
        },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["sources"] });
      onMade();
    },
  });
  const database = kind === "postgresql" || kind === "mysql";
  const ready =
    seen !== null &&
    seen.missing.length === 0 &&
    (seen.ambiguous.length === 0 || given.dateOrder !== undefined) &&
    !look.isPending;
  const change = (next: Choice) => {
    setChoice(next);
    if (next.grows !== null) look.mutate({ choice: next, given });
  };
  const looked = useRef<HTMLHeadingElement>(null);
  const there = found !== null;
  // What comes next is where the reader goes on.
  useEffect(() => {
    if (there) looked.current?.focus();
  }, [there]);
  return (
    <div className="pull-new">
      <form
        className="pull-step"
        aria-labelledby={`${id}-connection`}
        onSubmit={(event) => {
          event.preventDefault();
          look.reset();
          attempt.mutate(null);
        }}
      >
        <h3 id={`${id}-connection`}>{t.connection}</h3>
        <div className="pull-fields">
          <label>
            <span className="field-label">{words.name}</span>
            <input
              value={name}
              required
              maxLength={80}
              onChange={({ target }) => setName(target.value)}
            />
          </label>
        </div>
        <Connection
          kind={kind}
          draft={draft}
          kept={false}
          onChange={(next) => {
            setDraft(next);
            setFound(null);
            setSeen(null);
            attempt.reset();
            look.reset();
          }}
        />
        <p className="import-tools">
          <button
            type="submit"
            className={found ? "link-button" : "button"}
            disabled={attempt.isPending}
          >
            {attempt.isPending ? t.trying : t.try}
          </button>
        </p>
        {attempt.isError && <Trouble error={attempt.error} />}
      </form>
      {found && (
        <section className="pull-step" aria-labelledby={`${id}-what`}>
          <h3 id={`${id}-what`} ref={looked} tabIndex={-1}>
            {t.what}
          </h3>
          <p className="quiet" role="status">
            {database ? t.found(found.tables.length) : t.foundFiles(found.files.length, found.more)}
          </p>
          {database ? (
            <TableChoice
              found={found}
              choice={choice}
              onTable={(table) => {
                look.reset();
                setChoice({ ...noChoice, table });
                attempt.mutate(table);
              }}
              onChange={change}
            />
          ) : (
            <ul className="pull-files">
              {found.files.map(({ name, bytes }) => (
                <li key={name}>
                  {name} {bytes !== null && <span className="quiet">{f.bytes(bytes)}</span>}
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      {(look.isPending || look.isError || seen) && (
        <section className="pull-step" aria-labelledby={`${id}-rows`}>
          <h3 id={`${id}-rows`}>{t.rows}</h3>
          {look.isPending && !seen && <p className="quiet">{t.looking}</p>}
          {look.isError && (
            <Trouble error={look.error} onAgain={() => look.mutate({ choice, given })} />
          )}
          {seen && (
            <ReadsAs
              name={called}
              looked={seen}
              given={given}
              busy={look.isPending}
              onGiven={(next) => {
                setGiven(next);
                look.mutate({ choice, given: next });
              }}
            />
          )}
        </section>
      )}
      {seen && (
        <form
          className="pull-step"
          aria-labelledby={`${id}-when`}
          onSubmit={(event) => {
            event.preventDefault();
            if (ready) begin.mutate();
          }}
        >
          <h3 id={`${id}-when`}>{t.when}</h3>
          <ScheduleField schedule={schedule} onChange={setSchedule} />
          <p className="import-tools">
            <button type="submit" className="button" disabled={!ready || begin.isPending}>
              {begin.isPending ? t.beginning : t.begin}
            </button>
          </p>
          {begin.isError && <Trouble error={begin.error} />}
        </form>
      )}
    </div>
  );
}
