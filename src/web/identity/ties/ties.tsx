import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { reasonWords } from "../../../core/identity/reason-words.ts";
import type { PersonTies, Tie } from "../../../protocol/identity/who.ts";
import { useAnswer } from "../../app/answer.ts";
import { call } from "../../app/client.ts";
import { Trouble } from "../../app/trouble.tsx";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { useActor } from "../../people/request/actor.tsx";
import { useWhoState } from "../who/state.ts";
import { Parting } from "./parting.tsx";
import { lookAgain } from "./decided.ts";
import { tiesText } from "./text.ts";
import "./ties.css";

type Props = { readonly workspace: string; readonly person: string };

/** Why somebody's identifiers are one person's, and the way to say that they are not. */
export function Ties({ workspace, person }: Props) {
  const t = tiesText[useLanguage()];
  const [show, setShow] = useState(false);
  const answer = useAnswer("ties", { workspace, person, ...(show && { show: "1" as const }) });
  useWhoState(workspace);
  if (answer.isError) return <Trouble error={answer.error} onAgain={() => void answer.refetch()} />;
  if (answer.data === undefined) return null;
  const { identifiers, ties } = answer.data;
  const own = identifiers.filter((each) => each.person === person);
  const bySource = Map.groupBy(own, ({ sources }) => sources.join(", "));
  return (
    <section className="ties" aria-labelledby="ties">
      <h2 id="ties">{t.title}</h2>
      {own.length < 2 && ties.length === 0 && <p className="quiet">{t.alone}</p>}
      <button
        type="button"
        className="link-button"
        aria-pressed={show}
        onClick={() => setShow(!show)}
      >
        {show ? t.hide : t.show}
      </button>
      <h3>{t.grouped}</h3>
      <dl className="ties-sources">
        {[...bySource].map(([source, some]) => (
          <div key={source}>
            <dt>{source === "" ? t.nowhere : source}</dt>
            <dd>
              {some.map(({ hash, kind, value, rows }) => (
                <span key={hash} className="ties-identifier">
                  <span className="quiet">{kind}</span> {value}{" "}
                  <span className="quiet">{t.events(rows)}</span>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <TieList workspace={workspace} all={answer.data} links title={t.ties} />
      <TieList workspace={workspace} all={answer.data} links={false} title={t.cutOff} />
    </section>
  );
}

function TieList(props: {
  readonly workspace: string;
  readonly all: PersonTies;
  readonly links: boolean;
  readonly title: string;
}) {
  const { workspace, all, links, title } = props;
  const some = all.ties.filter((tie) => tie.links === links);
  if (some.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="ties-list">
        {some.map((tie) => (
          <OneTie key={`${tie.a} ${tie.b}`} workspace={workspace} all={all} tie={tie} />
        ))}
      </ul>
    </>
  );
}

function OneTie(props: {
  readonly workspace: string;
  readonly all: PersonTies;
  readonly tie: Tie;
}) {
  const { workspace, all, tie } = props;
  const language = useLanguage();
  const t = tiesText[language];
  const f = useFormat();
  const by = useActor();
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const named = (hash: string) => {
    const found = all.identifiers.find((each) => each.hash === hash);
    return found ? `${found.kind} ${found.value}` : "";
  };
  const title = t.and(named(tie.a), named(tie.b));
  const { row, decision } = tie;
  const takeBack = useMutation({
    mutationFn: () =>
      call("takeBack", {
        workspace,
        decision: String(decision?.id),
        body: { by: by ?? "", back: true },
      }),
    onSuccess: async () => {
      await lookAgain(queries, workspace);
    },
  });
  return (
    <li>
      <p className="ties-title">{title}</p>
      {row !== null && (
        <p className="quiet">
          {t.row(
            row.source,
            row.files.join(", "),
            row.rows,
            row.time.startsWith("1970-01-01") ? "" : f.date(row.time),
          )}
          {row.page && ` · ${t.page}`}
        </p>
      )}
      {decision !== null && (
        <p className="quiet">
          {[
            (decision.says === "apart" ? t.apart : t.same)(decision.by, f.dateTime(decision.made)),
            ...(decision.reason === "" ? [] : [decision.reason]),
            ...(decision.probability === null ? [] : [t.probability(decision.probability)]),
            ...(decision.reasons ?? []).map((each) => reasonWords(each, language)),
          ].join(" · ")}
        </p>
      )}
      {!tie.links && decision === null && <p className="quiet">{t.kept}</p>}
      {asked ? (
        <Parting workspace={workspace} all={all} tie={tie} onDone={() => setAsked(false)} />
      ) : decision === null ? (
        tie.links && (
          <button
            type="button"
            className="link-button"
            aria-label={t.cutOf(title)}
            onClick={() => setAsked(true)}
          >
            {t.cut}
          </button>
        )
      ) : (
        <>
          <button
            type="button"
            className="link-button"
            disabled={by === null || takeBack.isPending}
            onClick={() => takeBack.mutate()}
          >
            {t.takeBack}
          </button>
        </>
      )}
      {takeBack.error && <Trouble error={takeBack.error} />}
    </li>
  );
}
