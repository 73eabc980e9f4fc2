import { Group, Severity, type Rule } from "../../../core/map/check/rule.ts";
import { rules, titleOf } from "../../../core/map/check/rules.ts";
import type { CheckSettings } from "../../../core/map/check/settings.ts";
import { checkWords } from "../../../core/map/check/words.ts";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { checkText } from "./text.ts";

type Weights = CheckSettings["rules"];
type Props = {
  readonly settings: CheckSettings;
  readonly onChange: (settings: CheckSettings) => void;
};

/** What each rule weighs, group by group; a rule can be off. */
export function RuleFields({ settings, onChange }: Props) {
  const language = useLanguage();
  const f = useFormat();
  const t = checkText[language].settings;
  const weigh = (rule: string, weight: string) => {
    const others = Object.entries(settings.rules).filter(([id]) => id !== rule);
    const own = weight === "" ? [] : [[rule, weight]];
    onChange({ ...settings, rules: Object.fromEntries([...others, ...own]) as Weights });
  };
  return (
    <fieldset className="check-rules">
      <legend>{t.rules}</legend>
      {Group.options.map((group) => {
        const own = rules.filter((rule) => rule.group === group);
        const changed = own.filter(({ id }) => settings.rules[id] !== undefined).length;
        return (
          <details key={group} className="check-group">
            <summary>
              <span>{checkWords[language].group[group]}</span>
              <span className="check-score">{changed > 0 && t.changed(f.number(changed))}</span>
            </summary>
            {own.map((rule) => (
              <RuleField
                key={rule.id}
                rule={rule}
                settings={settings}
                onChange={(weight) => weigh(rule.id, weight)}
              />
            ))}
          </details>
        );
      })}
    </fieldset>
  );
}

function RuleField({
  rule,
  settings,
  onChange,
}: {
  readonly rule: Rule;
  readonly settings: CheckSettings;
  readonly onChange: (weight: string) => void;
}) {
  const language = useLanguage();
  const t = checkText[language].settings;
  const names = checkWords[language].severity;
  return (
    <label className="check-rule">
      <span>{titleOf(rule, language, limitsIn(rule, settings))}</span>
      <select
        value={settings.rules[rule.id] ?? ""}
        onChange={({ target }) => onChange(target.value)}
      >
        <option value="">{t.usual(names[rule.severity])}</option>
        <option value="off">{t.off}</option>
        {Severity.options.map((severity) => (
          <option key={severity} value={severity}>
            {names[severity]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The limits that stand in the words of a rule, as they are set. */
function limitsIn({ id }: Rule, settings: CheckSettings): Record<string, number> {
  const [least, most] = settings.episodes;
  if (id === "episode-count") return { least, most };
  if (id === "evidence-old") return { months: settings.evidenceMonths };
  return {};
}
