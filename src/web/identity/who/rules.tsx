import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import type { WhoRule } from "../../../core/identity/who-rule.ts";
import type { KindRules } from "../../../protocol/identity/who.ts";
import { call, type Answer } from "../../app/client.ts";
import { Trouble } from "../../app/trouble.tsx";
import { useLanguage } from "../../language/language.ts";
import { whoText } from "./text.ts";

type Props = { readonly workspace: string; readonly rules: Answer<"whoRules"> };

/** How each kind of identifier links, and which ones link nobody. */
export function Rules({ workspace, rules }: Props) {
  const t = whoText[useLanguage()].rules;
  const queries = useQueryClient();
  const [said, setSaid] = useState("");
  const [was, setWas] = useState<Record<string, WhoRule> | null>(null);
  const save = useMutation({
    mutationFn: (body: Record<string, WhoRule>) => call("setWhoRules", { workspace, body }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["who"] });
      await queries.invalidateQueries({ queryKey: ["whoRules"] });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const body = Object.fromEntries(rules.kinds.map((each) => [each.kind, ruleIn(form, each)]));
    save.mutate(body, {
      onSuccess: (before) => {
        setWas(before);
        setSaid(t.saved);
      },
    });
  };
  const undo = () => {
    if (was === null) return;
    save.mutate(was, {
      onSuccess: () => {
        setWas(null);
        setSaid(t.undone);
      },
    });
  };
  return (
    <section className="who-section" aria-labelledby="who-rules">
      <h2 id="who-rules">{t.title}</h2>
      <p className="who-about">{rules.kinds.length === 0 ? t.none : t.about}</p>
      {rules.kinds.length > 0 && (
        <form className="who-rules" onSubmit={submit}>
          {rules.kinds.map((each) => (
            // What was saved, also by undoing, stands in the fields.
            <Kind key={`${each.kind} ${JSON.stringify(each.own)}`} kind={each} />
          ))}
          <p className="who-buttons">
            <button type="submit" className="button" disabled={save.isPending}>
              {t.save}
            </button>
            {was !== null && (
              <button type="button" className="link-button" onClick={undo}>
                {t.undo}
              </button>
            )}
            <span role="status" className="quiet">
              {said}
            </span>
          </p>
          {save.error && <Trouble error={save.error} />}
        </form>
      )}
      {rules.kinds.length > 0 && (
        <>
          <h3>{t.shared}</h3>
          {rules.shared.length === 0 && <p className="quiet">{t.sharedNone}</p>}
          <ul className="who-shared">
            {rules.shared.map((each) => (
              <li key={`${each.kind} ${each.value} ${each.met} ${each.count}`}>
                <span className="quiet">{each.kind}</span> {each.value}{" "}
                <span className="quiet">
                  {[
                    t.met(each.count, each.met),
                    ...(each.onlyPages ? [t.onlyPages] : []),
                    ...(each.blocked ? [t.isBlocked] : []),
                  ].join(" · ")}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Kind({ kind: { kind, identifiers, shared, mapping, own } }: { readonly kind: KindRules }) {
  const t = whoText[useLanguage()].rules;
  const limit = own.limit === undefined ? mapping.limit : own.limit;
  return (
    <fieldset className="who-kind">
      <legend>
        {kind} <span className="quiet">{t.counts(identifiers, shared)}</span>
      </legend>
      <label className="who-check">
        <input
          type="checkbox"
          name={`unique ${kind}`}
          defaultChecked={own.unique ?? mapping.unique}
        />
        {t.unique}
      </label>
      <label>
        <span className="field-label">{t.limit}</span>
        <input
          type="number"
          min={1}
          max={1_000_000}
          name={`limit ${kind}`}
          placeholder={t.noLimit}
          defaultValue={limit ?? ""}
        />
      </label>
      <label>
        <span className="field-label">{t.blocked}</span>
        <textarea rows={2} name={`blocked ${kind}`} defaultValue={(own.blocked ?? []).join("\n")} />
        {mapping.blocked.length > 0 && (
          <span className="quiet">{t.byMapping(mapping.blocked.join(", "))}</span>
        )}
      </label>
    </fieldset>
  );
}

/** Only what differs from the mapping is kept: what it says later still counts. */
function ruleIn(form: FormData, { kind, mapping }: KindRules): WhoRule {
  const text = (name: string) => {
    const value = form.get(`${name} ${kind}`);
    return typeof value === "string" ? value : "";
  };
  const unique = form.get(`unique ${kind}`) !== null;
  const limit = text("limit") === "" ? null : Number(text("limit"));
  const blocked = text("blocked")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return {
    ...(unique !== mapping.unique && { unique }),
    ...(limit !== mapping.limit && { limit }),
    ...(blocked.length > 0 && { blocked }),
  };
}
