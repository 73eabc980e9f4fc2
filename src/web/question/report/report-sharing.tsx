import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ReportShare } from "../../../protocol/question/report.ts";
import { useAnswer } from "../../app/answer.ts";
import { call } from "../../app/client.ts";
import { Copied } from "../../app/copied.tsx";
import { SideSheet } from "../../app/side-sheet.tsx";
import { Trouble } from "../../app/trouble.tsx";
import { Waiting } from "../../app/waiting.tsx";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { rememberedName } from "../../map/edit/identity.ts";
import { reportText } from "./text.ts";

type Which = { readonly workspace: string; readonly report: string };

const DAY = 86_400_000;

/** The word that opens the links of a report for people outside. */
export function ReportSharing(which: Which) {
  const t = reportText[useLanguage()];
  return (
    <SideSheet className="report-share" open={t.share} title={t.shareTitle} close={t.close}>
      {() => <Links {...which} />}
    </SideSheet>
  );
}

function Links({ workspace, report }: Which) {
  const t = reportText[useLanguage()];
  const [now] = useState(() => Date.now());
  const [until, setUntil] = useState(() => dayIn(now + 30 * DAY));
  const queries = useQueryClient();
  const shares = useAnswer("reportShares", { workspace, report });
  const onSettled = () => queries.invalidateQueries({ queryKey: ["reportShares"] });
  const make = useMutation({
    mutationFn: () =>
      call("shareReport", {
        workspace,
        report,
        body: {
          author: rememberedName() ?? t.someone,
          expires: new Date(`${until}T23:59:59`).toISOString(),
        },
      }),
    onSettled,
  });
  const revoke = useMutation({
    mutationFn: (share: string) => call("revokeReportShare", { workspace, report, share }),
    onSettled,
  });
  const error = make.error ?? revoke.error;
  return (
    <>
      <p>{t.shareAbout}</p>
      <form
        className="report-link-form"
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate();
        }}
      >
        <label>
          <span className="field-label">{t.until}</span>
          <input
            type="date"
            required
            min={dayIn(now)}
            max={dayIn(now + 365 * DAY)}
            value={until}
            onChange={(event) => setUntil(event.target.value)}
          />
        </label>
        <button type="submit" className="button" disabled={make.isPending}>
          {t.makeLink}
        </button>
      </form>
      {error && <Trouble error={error} />}
      <div role="status">
        {make.data && (
          <>
            <p>{t.once}</p>
            <Copied label={t.link} text={`${location.origin}/r/${make.data.secret}`} />
          </>
        )}
      </div>
      <h3>{t.links}</h3>
      {shares.isError ? (
        <Trouble error={shares.error} onAgain={() => void shares.refetch()} />
      ) : shares.data === undefined ? (
        <Waiting />
      ) : shares.data.length === 0 ? (
        <p className="quiet">{t.noLinks}</p>
      ) : (
        <ul className="report-links">
          {shares.data.map((share) => (
            <LinkLine key={share.id} share={share} now={now} onRevoke={revoke.mutate} />
          ))}
        </ul>
      )}
    </>
  );
}

function LinkLine(props: {
  readonly share: ReportShare;
  readonly now: number;
  readonly onRevoke: (id: string) => void;
}) {
  const { id, author, at, expires, revoked } = props.share;
  const t = reportText[useLanguage()];
  const format = useFormat();
  const over = Date.parse(expires) <= props.now;
  return (
    <li>
      <p>
        {revoked !== null
          ? t.revoked(format.date(revoked))
          : (over ? t.over : t.works)(format.date(expires))}
      </p>
      <p className="quiet">{t.by(format.dateTime(at), author)}</p>
      {revoked === null && !over && (
        <button type="button" className="link-button" onClick={() => props.onRevoke(id)}>
          {t.revoke}
          <span className="visually-hidden">{` ${format.dateTime(at)}`}</span>
        </button>
      )}
    </li>
  );
}

/** The day of a moment where the reader is, as a date field has it. */
function dayIn(at: number): string {
  return new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
