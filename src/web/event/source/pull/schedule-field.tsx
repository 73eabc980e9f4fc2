import type { Schedule } from "../../../../core/event/pull/schedule.ts";
import { useLanguage } from "../../../language/language.ts";
import { pullText } from "./text.ts";

type Props = { readonly schedule: Schedule; readonly onChange: (schedule: Schedule) => void };

const kinds = ["minutes", "hours", "day"] as const;
const usual: Readonly<Record<Schedule["every"], Schedule>> = {
  minutes: { every: "minutes", count: 15 },
  hours: { every: "hours", count: 1 },
  day: { every: "day", at: "06:00" },
};
const most = { minutes: 59, hours: 24 };

/** When a source is asked. */
export function ScheduleField({ schedule, onChange }: Props) {
  const t = pullText[useLanguage()];
  return (
    <div className="pull-fields">
      <label>
        <span className="field-label">{t.every}</span>
        <select
          value={schedule.every}
          onChange={({ target }) => onChange(usual[target.value as Schedule["every"]])}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {t.everyKinds[kind]}
            </option>
          ))}
        </select>
      </label>
      {schedule.every === "day" ? (
        <label data-narrow>
          <span className="field-label">{t.at}</span>
          <input
            type="time"
            required
            value={schedule.at}
            onChange={({ target }) => {
              if (target.value !== "") onChange({ every: "day", at: target.value.slice(0, 5) });
            }}
          />
        </label>
      ) : (
        <label data-narrow>
          <span className="field-label">{t.count}</span>
          <input
            type="number"
            required
            min={1}
            max={most[schedule.every]}
            value={schedule.count}
            onChange={({ target }) => {
              const count = Math.min(most[schedule.every], Math.max(1, Math.round(+target.value)));
              onChange({ every: schedule.every, count: count || 1 });
            }}
          />
        </label>
      )}
    </div>
  );
}
