import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { FormEvent } from "react";
import { IdentityCheck, RequestEnd, type PrivacyRequest } from "../../../core/people/request.ts";
import type { RequestDeed } from "../../../protocol/people/request.ts";
import { call } from "../../app/client.ts";
import { Trouble } from "../../app/trouble.tsx";
import { useLanguage } from "../../language/language.ts";
import { ActorField, useActor } from "./actor.tsx";
import { Choice } from "./new-request.tsx";
import { RequestPeople } from "./request-people.tsx";
import { requestText } from "./text.ts";

type Props = {
  readonly workspace: string;
  readonly request: PrivacyRequest;
  readonly today: string;
};
type Open = "identified" | "extended" | "noted" | "closed" | null;

/** What can be done for a request now. */
export function RequestActions({ workspace, request, today }: Props) {
  const t = requestText[useLanguage()];
  const who = useActor();
  const queries = useQueryClient();
  const [open, setOpen] = useState<Open>(null);
  const [named, setNamed] = useState(who !== null);
  const step = useMutation({
    mutationFn: (deed: RequestDeed) =>
      call("stepPrivacyRequest", {
        workspace,
        request: request.id,
        body: { who: who ?? "", deed },
      }),
    onSuccess: async () => {
      setOpen(null);
      setNamed(true);
      await queries.invalidateQueries({ queryKey: ["privacyRequests"] });
      await queries.invalidateQueries({ queryKey: ["privacyDue"] });
    },
  });
  const act = (deed: RequestDeed) => {
    if (who !== null) step.mutate(deed);
  };
  const word = (to: Open, label: string) => (
    <button
      type="button"
      className="link-button"
      aria-expanded={open === to}
      disabled={who === null}
      onClick={() => setOpen(open === to ? null : to)}
    >
      {label}
    </button>
  );
  const now = (deed: RequestDeed, label: string) => (
    <button type="button" className="link-button" disabled={who === null} onClick={() => act(deed)}>
      {label}
    </button>
  );
  return (
    <div className="request-actions">
      <RequestPeople
        workspace={workspace}
        people={request.people}
        onTaken={(format) => {
          if (request.end === null) act({ what: "exported", format });
        }}
      />
      {!named && <ActorField />}
      {request.end !== null ? (
        <p className="request-buttons">
          {now({ what: "reopened" }, t.reopen)}
          {word("noted", t.note)}
        </p>
      ) : (
        <p className="request-buttons">
          {request.identified === null && word("identified", t.checked)}
          {request.extended === null && word("extended", t.extend)}
          {request.kind === "rectification" && now({ what: "rectified" }, t.rectified)}
          {request.kind === "restriction" && now({ what: "restricted" }, t.restricted)}
          {word("noted", t.note)}
          {word("closed", t.close)}
        </p>
      )}
      {open === "identified" && <Identify onDo={act} />}
      {open === "extended" && <Extend today={today} onDo={act} />}
      {open === "noted" && <Note onDo={act} />}
      {open === "closed" && <Close onDo={act} />}
      {step.error && <Trouble error={step.error} />}
    </div>
  );
}

type Doing = { readonly onDo: (deed: RequestDeed) => void };

function Step(props: {
  readonly label: string;
  readonly onSubmit: () => void;
  readonly children: React.ReactNode;
}) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSubmit();
  };
  return (
    <form className="request-step" onSubmit={submit}>
      {props.children}
      <button type="submit" className="button">
        {props.label}
      </button>
    </form>
  );
}

function Identify({ onDo }: Doing) {
  const t = requestText[useLanguage()];
  const [how, setHow] = useState<IdentityCheck>("known-address");
  return (
    <Step label={t.save} onSubmit={() => onDo({ what: "identified", how })}>
      <Choice
        label={t.check}
        words={t.checks}
        value={how}
        options={IdentityCheck.options}
        onChange={setHow}
      />
    </Step>
  );
}

function Extend({ today, onDo }: Doing & { readonly today: string }) {
  const t = requestText[useLanguage()];
  const [reason, setReason] = useState("");
  const [told, setTold] = useState(today);
  return (
    <Step label={t.extend} onSubmit={() => onDo({ what: "extended", reason, told })}>
      <Words label={t.extendReason} value={reason} onChange={setReason} required />
      <label>
        <span className="field-label">{t.extendTold}</span>
        <input
          type="date"
          required
          max={today}
          value={told}
          onChange={(event) => setTold(event.target.value)}
        />
      </label>
    </Step>
  );
}

function Note({ onDo }: Doing) {
  const t = requestText[useLanguage()];
  const [text, setText] = useState("");
  return (
    <Step label={t.save} onSubmit={() => onDo({ what: "noted", text })}>
      <Words label={t.noteText} value={text} onChange={setText} required />
    </Step>
  );
}

function Close({ onDo }: Doing) {
  const t = requestText[useLanguage()];
  const [end, setEnd] = useState<RequestEnd>("done");
  const [reason, setReason] = useState("");
  const close = () =>
    onDo({ what: "closed", end, ...(reason.trim() !== "" && { reason: reason.trim() }) });
  return (
    <Step label={t.close} onSubmit={close}>
      <Choice
        label={t.closeAs}
        words={t.ends}
        value={end}
        options={RequestEnd.options}
        onChange={setEnd}
      />
      <Words label={t.reason} value={reason} onChange={setReason} required={end === "refused"} />
    </Step>
  );
}

function Words(props: {
  readonly label: string;
  readonly value: string;
  readonly required: boolean;
  readonly onChange: (text: string) => void;
}) {
  return (
    <label className="request-words">
      <span className="field-label">{props.label}</span>
      <input
        value={props.value}
        required={props.required}
        maxLength={500}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </label>
  );
}
