import { useEffect, useState } from "react";
import type { Journey, Persona } from "../../../../core/map/journey.ts";
import { useFormat } from "../../../language/format.ts";
import { useText } from "../../../language/text.ts";
import { useAround } from "./around.ts";
import { EvidenceList } from "./evidence.tsx";
import { useField, WordsOf } from "./field.tsx";
import { Choice, Several } from "./inputs.tsx";
import { Items } from "./items.tsx";
import { LinesOf } from "./lines-of.tsx";

export function Personas({ of }: { readonly of: Journey }) {
  const t = useText().inspect;
  return (
    <Items
      of={of}
      items={of.personas ?? []}
      list="personas"
      title={t.personas}
      one={t.one.persona}
      teach={t.teach.persona}
      name={({ name }) => name}
      fresh={(newId) => ({ id: newId("pe"), name: t.fresh.persona })}
    >
      {(persona) => (
        <>
          <WordsOf of={persona} field="name" label={t.name} max={160} needed strong />
          <WordsOf of={persona} field="text" label={t.text} lines />
          <LinesOf of={persona} field="goals" label={t.personaGoal} max={4000} />
          <Predicate of={persona} />
          <EvidenceList of={persona} />
        </>
      )}
    </Items>
  );
}

type Conditions = Readonly<Record<string, string[]>>;

/** Who belongs to a persona, in terms of the data; all conditions must hold. */
function Predicate({ of }: { readonly of: Persona }) {
  const t = useText().inspect;
  const around = useAround();
  const { value, change } = useField({ of, field: "predicate", label: t.predicate });
  const conditions = (value ?? {}) as Conditions;
  const attributes = around?.facets?.attributes ?? [];

  function write(name: string, values: string[] | null) {
    const { [name]: _, ...rest } = conditions;
    const next = values === null ? rest : { ...rest, [name]: values };
    change(Object.keys(next).length === 0 ? null : next);
  }

  const free = attributes.filter(({ name, values }) => !(name in conditions) && values.length > 0);
  return (
    <div role="group" className="inspect-section" aria-label={t.predicate} data-list="predicate">
      <h3>{t.predicate}</h3>
      {Object.entries(conditions).map(([name, chosen]) => {
        const known = attributes.find((each) => each.name === name)?.values ?? [];
        const values = [...new Set([...known.map((each) => each.value), ...chosen])];
        return (
          <Several
            key={name}
            label={name}
            value={chosen}
            options={values.map((key) => ({ key, label: key }))}
            onChange={(to) => write(name, to)}
          />
        );
      })}
      {free.length > 0 && (
        <Choice
          label={t.addCondition}
          value={null}
          none={t.choose}
          options={free.map(({ name }) => ({ key: name, label: name }))}
          onChange={(name) => {
            const first = free.find((each) => each.name === name)?.values[0];
            if (name !== null && first) write(name, [first.value]);
          }}
        />
      )}
      <Size conditions={conditions} />
    </div>
  );
}

/** How many journeys the data has of these customers. */
function Size({ conditions }: { readonly conditions: Conditions }) {
  const t = useText().inspect;
  const f = useFormat();
  const measure = useAround()?.size;
  const [size, setSize] = useState<{ journeys: number; of: number; key: string } | null>(null);
  const key = JSON.stringify(conditions);

  useEffect(() => {
    if (!measure || key === "{}") return undefined;
    let wanted = true;
    measure(JSON.parse(key) as Conditions).then(
      (answer) => wanted && setSize({ ...answer, key }),
      () => wanted && setSize(null),
    );
    return () => {
      wanted = false;
    };
  }, [measure, key]);

  if (key === "{}") return <p className="inspect-note">{t.noPredicate}</p>;
  if (size?.key !== key) return null;
  return (
    <p className="inspect-note" role="status">
      {t.size(f.number(size.journeys), f.number(size.of))}
    </p>
  );
}
