import type { Shown } from "../../core/question/answers.ts";
import type { Filter } from "../../core/question/filter.ts";
import { useAnswer } from "../app/answer.ts";
import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";
import "./filter.css";
import { FilterAttributes } from "./filter-attributes.tsx";
import { isEverything, toggled, withParts } from "./filter-change.ts";
import { FilterChoices } from "./filter-choices.tsx";
import { FilterPeriod } from "./filter-period.tsx";
import { FilterTouchpoints } from "./filter-touchpoints.tsx";
import { FilterWord } from "./filter-word.tsx";

/**
 * Which journeys the page is about, as a line of underlined words, and how many of how many these
 * are. It keeps no state: the filter comes from the address and goes back there (`useFilter`).
 */
export function FilterBar(props: {
  readonly workspace: string;
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
  readonly shown?: Shown | undefined;
}) {
  const { filter, onChange, shown } = props;
  const words = useText().question;
  const format = useFormat();
  const facets = useAnswer("facets", { workspace: props.workspace }).data;
  const everyone = { key: "", label: words.filter.everyone };
  return (
    <section className="filter-bar" aria-label={words.filter.name}>
      {facets !== undefined && (
        <>
          <FilterWord
            label={words.filter.segment}
            value={
              facets.segments.find(({ id }) => id === filter.segment)?.name ??
              filter.segment ??
              words.filter.everyone
            }
            chosen={filter.segment !== undefined}
          >
            {facets.segments.length === 0 ? (
              <p className="quiet">{words.filter.noSegments}</p>
            ) : (
              <FilterChoices
                single
                label={words.filter.segment}
                choices={[
                  everyone,
                  ...facets.segments.map(({ id, name }) => ({ key: id, label: name })),
                ]}
                chosen={[filter.segment ?? ""]}
                onToggle={(segment) => onChange(withParts(filter, { segment }))}
              />
            )}
          </FilterWord>
          <FilterPeriod filter={filter} facets={facets} onChange={onChange} />
          <FilterWord
            label={words.filter.channel}
            value={
              filter.channels?.map((each) => each || words.filter.noChannel).join(", ") ??
              words.filter.all
            }
            chosen={filter.channels !== undefined}
          >
            <FilterChoices
              label={words.filter.channel}
              choices={facets.channels.map(({ channel, journeys }) => ({
                key: channel,
                label: channel || words.filter.noChannel,
                note: format.number(journeys),
              }))}
              chosen={filter.channels ?? []}
              onToggle={(channel) =>
                onChange(withParts(filter, { channels: toggled(filter.channels, channel) }))
              }
            />
          </FilterWord>
          <FilterTouchpoints filter={filter} facets={facets} onChange={onChange} />
          <FilterAttributes filter={filter} facets={facets} onChange={onChange} />
        </>
      )}
      <span className="filter-shown" role="status">
        {shown !== undefined && words.shown(shown.journeys, shown.of)}
      </span>
      {!isEverything(filter) && (
        <button type="button" className="link-button" onClick={() => onChange({})}>
          {words.filter.clear}
        </button>
      )}
    </section>
  );
}
