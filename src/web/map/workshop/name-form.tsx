import { useEffect, useId, useRef, useState } from "react";
import type { FormEvent } from "react";
import { useLanguage } from "../../language/language.ts";
import { workshopText } from "./text.ts";

type Props = {
  readonly name: string;
  readonly word: string;
  readonly onName: (name: string) => void;
};

/** All that is asked of a guest: what the others may call him. */
export function NameForm({ name, word, onName }: Props) {
  const t = workshopText[useLanguage()];
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [given, setGiven] = useState(name);
  useEffect(() => {
    if (name !== "") field.current?.select();
  }, [name]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (given.trim() !== "") onName(given.trim());
  };
  return (
    <form className="guest-name" onSubmit={submit}>
      <label htmlFor={id} className="field-label">
        {t.name}
      </label>
      <input
        ref={field}
        id={id}
        value={given}
        maxLength={40}
        required
        autoComplete="name"
        enterKeyHint="go"
        aria-describedby={`${id}-about`}
        onChange={(event) => setGiven(event.target.value)}
      />
      <p id={`${id}-about`} className="quiet">
        {t.joinAbout}
      </p>
      <button type="submit" className="button" disabled={given.trim() === ""}>
        {word}
      </button>
    </form>
  );
}
