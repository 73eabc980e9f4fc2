import { useRef } from "react";
import type { Journey } from "../../../../core/map/journey.ts";
import { useText } from "../../../language/text.ts";
import { useField } from "./field.tsx";
import { Check, Choice } from "./inputs.tsx";

/** Touchpoints of the map, of which there may be many: those that are chosen, and a list to choose one more from. */
export function TouchpointsOf(props: {
  readonly of: object;
  readonly field: string;
  readonly label: string;
  readonly journey: Journey;
}) {
  const { of, field, label, journey } = props;
  const t = useText().inspect;
  const { value, change } = useField({ of, field, label });
  const chosen = Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
  const all = journey.episodes.flatMap((episode) =>
    episode.touchpoints.map(({ id, title }) => ({ key: id, label: title })),
  );
  const put = (next: string[]) => change(next.length === 0 ? null : next);
  const place = useRef<HTMLFieldSetElement>(null);
  return (
    <fieldset ref={place} className="inspect-several">
      <legend>{label}</legend>
      {all
        .filter(({ key }) => chosen.includes(key))
        .map(({ key, label: title }) => (
          <Check
            key={key}
            label={title}
            value
            onChange={() => {
              // What was chosen goes from the list, and the keyboard goes on from where more are added.
              place.current?.querySelector("select")?.focus();
              put(chosen.filter((each) => each !== key));
            }}
          />
        ))}
      <Choice<string>
        label={t.oneMore}
        value={null}
        onChange={(key) => key !== null && put([...chosen, key])}
        options={all.filter(({ key }) => !chosen.includes(key))}
        none={t.notSaid}
      />
    </fieldset>
  );
}
