import { useState } from "react";
import { Checkbox, Dialog, Heading } from "react-aria-components";
import { DialogPopover } from "../../app/dialog-popover.tsx";
import type { Filter } from "../../../core/question/filter.ts";
import { isMapFormat } from "../../../core/map/exchange/formats.ts";
import { notHeld } from "../../../core/map/exchange/not-held.ts";
import { say } from "../../../core/message/message.ts";
import { endpoints } from "../../../protocol/endpoint.ts";
import { ExportFormat } from "../../../protocol/map/export.ts";
import { addressOf } from "../../app/client.ts";
import { useLanguage } from "../../language/language.ts";
import { useText } from "../../language/text.ts";
import type { Door, Room } from "../doors/door.ts";
import { useEditing } from "../edit/editing.ts";
import "./export.css";

type Props = {
  readonly workspace: string;
  readonly map: string;
  /** Which journeys the figures are about. */
  readonly filter: Filter;
};

const usual: readonly ExportFormat[] = ["pptx", "pdf", "png", "svg", "html"];
const spreadsheets: readonly ExportFormat[] = ["xlsx", "csv"];
const rest = [
  ...spreadsheets,
  ...ExportFormat.options.filter((format) => ![...usual, ...spreadsheets].includes(format)),
];

/** The door to the map as a file. */
export function useExportDoor(props: Props): Door {
  return {
    key: "export",
    words: useText().export.export,
    room: (room) => <ExportMenu {...props} {...room} />,
  };
}

/** Offers the map as a file, with the figures that are on the screen or without any. */
function ExportMenu({ workspace, map, filter, ...room }: Props & Room) {
  const t = useText().export;
  const language = useLanguage();
  const [figures, setFigures] = useState(true);
  const address = (format: ExportFormat) =>
    addressOf(endpoints.exportMap, {
      workspace,
      map,
      format,
      language,
      figures: figures ? "1" : "0",
      filter,
    });
  return (
    <DialogPopover placement="bottom end" {...room}>
      <Dialog className="export">
        {({ close }) => (
          <>
            <Heading slot="title" className="export-title">
              {t.title}
            </Heading>
            <div className="export-groups">
              <div>
                <Checkbox className="export-figures" isSelected={figures} onChange={setFigures}>
                  <span className="export-tick" aria-hidden="true" />
                  {t.figures}
                </Checkbox>
                <Formats formats={usual} address={address} onChosen={close} />
                <p className="quiet">{t.drawn}</p>
              </div>
              <div>
                <h3 className="export-again">{t.again}</h3>
                <Formats formats={rest} address={address} onChosen={close} />
              </div>
            </div>
          </>
        )}
      </Dialog>
    </DialogPopover>
  );
}

function Formats(props: {
  readonly formats: readonly ExportFormat[];
  readonly address: (format: ExportFormat) => string;
  readonly onChosen: () => void;
}) {
  const t = useText().export;
  return (
    <ul className="export-formats">
      {props.formats.map((format) => (
        <li key={format}>
          <a download href={props.address(format)} onClick={props.onChosen}>
            <strong>{t.formats[format][0]}</strong>
            <span>{t.formats[format][1]}</span>
          </a>
          <LeftOut format={format} />
        </li>
      ))}
    </ul>
  );
}

/** What of this map a format has no place for, or rounds. */
function LeftOut({ format }: { readonly format: ExportFormat }) {
  const t = useText().export;
  const language = useLanguage();
  const journey = useEditing()?.journey;
  if (!journey || !isMapFormat(format)) return null;
  const told = notHeld(journey, format);
  if (told.length === 0) return null;
  return (
    <details className="export-left">
      <summary>
        {t.left} <span className="visually-hidden">{t.formats[format][0]}</span>
      </summary>
      {told.map((one) => (
        <p key={one.key}>{say(one, language)}</p>
      ))}
    </details>
  );
}
