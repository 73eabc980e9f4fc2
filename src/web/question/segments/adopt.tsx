import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import type { FormEvent } from "react";
import type { Command } from "../../../core/map/command.ts";
import type { Proposal } from "../../../core/question/segments/segments.ts";
import { useAnswer } from "../../app/answer.ts";
import { call, Refusal } from "../../app/client.ts";
import { Trouble } from "../../app/trouble.tsx";
import { useWorkspaceSlug } from "../../app/workspace.ts";
import { useText } from "../../language/text.ts";
import { drawn, rememberName, useRememberedName } from "../../map/edit/identity.ts";

type Put = { readonly map: string; readonly id: string; readonly name: string };

/** Makes a proposal a persona of a map, by a command like any other of the map; and takes it back. */
export function Adopt({ proposal }: { readonly proposal: Proposal }) {
  const t = useText().segments;
  const workspace = useWorkspaceSlug();
  const maps = useAnswer("maps", { workspace }).data ?? [];
  const [opened, setOpened] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const [name, setName] = useState(Object.values(proposal.predicate).flat().join(", "));
  const [put, setPut] = useState<Put | null>(null);
  const client = useQueryClient();
  const known = useRememberedName();
  const [own, setOwn] = useState("");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (opened) field.current?.focus();
  }, [opened]);
  const map = chosen ?? maps[0]?.id ?? null;

  const adoption = useMutation({
    mutationFn: async (into: string): Promise<Put> => {
      const { personas = [] } = await call("map", { workspace, map: into });
      const id = `pe_${drawn(10)}`;
      const element = {
        id,
        name: name.trim(),
        predicate: proposal.predicate,
        evidence: [
          { kind: "measured", n: proposal.size.count, date: new Date().toISOString().slice(0, 10) },
        ],
      };
      const after = personas.at(-1)?.id ?? null;
      if (known === null) rememberName(own.trim());
      await send(
        { workspace, map: into, author: known ?? own.trim() },
        { do: "add", to: into, list: "personas", after, element },
      );
      return { map: into, id, name: element.name };
    },
    onSuccess: (done) => {
      setPut(done);
      setOpened(false);
      void client.invalidateQueries({ queryKey: ["facets"] });
    },
  });
  const undoing = useMutation({
    mutationFn: (done: Put) =>
      send(
        { workspace, map: done.map, author: known ?? own.trim() },
        { do: "remove", at: done.id },
      ),
    onSuccess: () => {
      setPut(null);
      void client.invalidateQueries({ queryKey: ["facets"] });
    },
  });
  const error = adoption.error ?? undoing.error;

  if (map === null) return <p className="quiet">{t.noMap}</p>;
  if (put)
    return (
      <p className="segment-adopted" role="status">
        {t.adopted(put.name)}{" "}
        <Link to="/w/$workspace/map/{-$map}" params={{ workspace, map: put.map }}>
          {t.open}
        </Link>{" "}
        <button type="button" className="word-button" onClick={() => undoing.mutate(put)}>
          {t.undo}
        </button>
        {error && <Trouble error={error} />}
      </p>
    );
  if (!opened)
    return (
      <p>
        <button type="button" className="link-button" onClick={() => setOpened(true)}>
          {t.adopt}
        </button>
        {undoing.isSuccess && <span role="status"> {t.undone}</span>}
      </p>
    );
  return (
    <form
      className="segment-adopt"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (name.trim() !== "" && (known ?? own).trim() !== "") adoption.mutate(map);
      }}
    >
      <label>
        <span className="field-label">{t.name}</span>
        <input
          value={name}
          maxLength={160}
          required
          ref={field}
          onChange={({ target }) => setName(target.value)}
        />
      </label>
      {maps.length > 1 && (
        <label>
          <span className="field-label">{t.onto}</span>
          <select value={map} onChange={({ target }) => setChosen(target.value)}>
            {maps.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
      {known === null && (
        <label>
          <span className="field-label">{t.yours}</span>
          <input
            value={own}
            maxLength={80}
            required
            autoComplete="name"
            onChange={({ target }) => setOwn(target.value)}
          />
        </label>
      )}
      <button type="submit" className="link-button" disabled={adoption.isPending}>
        {t.put}
      </button>
      {error && <Trouble error={error} />}
    </form>
  );
}

type Where = { readonly workspace: string; readonly map: string; readonly author: string };

async function send({ workspace, map, author: name }: Where, command: Command): Promise<void> {
  const author = { client: drawn(16), name };
  const { outcomes } = await call("sendCommands", {
    workspace,
    map,
    body: { author, commands: [{ number: 1, command }] },
  });
  const why = outcomes[0]?.why;
  if (why) throw new Refusal("refused", "", { told: why });
}
