import { Link } from "@tanstack/react-router";
import type { AccessFormat } from "../../../protocol/people/access.ts";
import { useLanguage } from "../../language/language.ts";
import { AccessLinks } from "../access-links.tsx";
import { requestText } from "./text.ts";

/** Whom a request is about: to what is held, and to the export, which is noted in the log. */
export function RequestPeople(props: {
  readonly workspace: string;
  readonly people: readonly string[];
  readonly onTaken: (format: AccessFormat) => void;
}) {
  const t = requestText[useLanguage()];
  const { workspace, people, onTaken } = props;
  return (
    <>
      {people.map((person, place) => (
        <div key={person}>
          <Link to="/w/$workspace/people/$person" params={{ workspace, person }} search={{}}>
            {people.length === 1 ? t.toPerson : `${t.toPerson}: ${t.people(place + 1)}`}
          </Link>
          <AccessLinks workspace={workspace} person={person} onTaken={onTaken} />
        </div>
      ))}
    </>
  );
}
