import { useId } from "react";
import type { CheckSettings } from "../../../core/map/check/settings.ts";
import { useLanguage } from "../../language/language.ts";
import { checkText } from "./text.ts";

type Props = {
  readonly settings: CheckSettings;
  readonly onChange: (settings: CheckSettings) => void;
};

const numbers = ["evidenceMonths", "minResearch", "minMeasured", "minPersona"] as const;

/** From where on rules speak up, and what they take for jargon. */
export function LimitFields({ settings, onChange }: Props) {
  const t = checkText[useLanguage()].settings;
  const about = useId();
  const [least, most] = settings.episodes;
  return (
    <fieldset className="check-limits">
      <legend>{t.limits}</legend>
      {numbers.map((name) => (
        <NumberField
          key={name}
          label={t[name]}
          value={settings[name]}
          most={name === "evidenceMonths" ? 240 : undefined}
          onChange={(value) => onChange({ ...settings, [name]: value })}
        />
      ))}
      <NumberField
        label={t.least}
        value={least}
        most={most}
        onChange={(value) => onChange({ ...settings, episodes: [value, most] })}
      />
      <NumberField
        label={t.most}
        value={most}
        least={least}
        onChange={(value) => onChange({ ...settings, episodes: [least, value] })}
      />
      <label className="check-jargon">
        <span className="field-label">{t.jargon}</span>
        <textarea
          rows={3}
          value={settings.jargon.join("\n")}
          aria-describedby={about}
          onChange={({ target }) => onChange({ ...settings, jargon: target.value.split("\n") })}
        />
        <span id={about} className="quiet">
          {t.jargonAbout}
        </span>
      </label>
    </fieldset>
  );
}

function NumberField(props: {
  readonly label: string;
  readonly value: number;
  readonly least?: number;
  readonly most?: number | undefined;
  readonly onChange: (value: number) => void;
}) {
  const { label, value, least = 1, most, onChange } = props;
  return (
    <label className="check-number">
      <span>{label}</span>
      <input
        type="number"
        required
        step={1}
        min={Number.isNaN(least) ? 1 : least}
        max={Number.isNaN(most) ? undefined : most}
        value={Number.isNaN(value) ? "" : value}
        onChange={({ target }) => onChange(target.valueAsNumber)}
      />
    </label>
  );
}
