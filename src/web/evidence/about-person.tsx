import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { call } from "../app/client.ts";
import { Trouble } from "../app/trouble.tsx";
import { useLanguage } from "../language/language.ts";
import { fieldText } from "./text.ts";

/** The one customer that a note is about, found by what he is known by, which is not kept. */
export function AboutPerson(props: {
  readonly workspace: string;
  readonly person: string | null;
  readonly onChange: (person: string | null) => void;
}) {
  const t = fieldText[useLanguage()];
  const id = useId();
  const [typed, setTyped] = useState("");
  const { workspace, person, onChange } = props;
  const find = useMutation({
    mutationFn: () => call("findPeople", { workspace, body: { value: typed.trim() } }),
    onSuccess: ({ people: [first, ...more] }) => {
      if (!first || more.length > 0) return;
      setTyped("");
      onChange(first.person);
    },
  });
  if (person !== null) {
    return (
      <p>
        {t.customerFound}{" "}
        <button type="button" className="link-button" onClick={() => onChange(null)}>
          {t.dropCustomer}
        </button>
      </p>
    );
  }
  const seek = () => {
    if (typed.trim() !== "") find.mutate();
  };
  const several = find.data && find.data.people.length > 1 ? find.data.people : [];
  return (
    <div className="note-person">
      <label className="field-label" htmlFor={id}>
        {`${t.customer} (${t.optional})`}
      </label>
      <span>
        <input
          id={id}
          type="text"
          autoComplete="off"
          maxLength={400}
          value={typed}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={(event) => {
            // Enter would send the form around it.
            if (event.key !== "Enter") return;
            event.preventDefault();
            seek();
          }}
        />
        <button type="button" className="link-button" disabled={find.isPending} onClick={seek}>
          {t.findCustomer}
        </button>
      </span>
      <p id={`${id}-hint`} className="quiet">
        {t.customerHint}
      </p>
      <div role="status">
        {find.data?.people.length === 0 && <p>{t.customerNone}</p>}
        {several.map((each) => (
          <button
            key={each.person}
            type="button"
            className="link-button"
            onClick={() => onChange(each.person)}
          >
            {each.identifiers.map(({ value }) => value).join(" · ")}
          </button>
        ))}
      </div>
      {find.isError && <Trouble error={find.error} />}
    </div>
  );
}
