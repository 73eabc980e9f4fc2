import { useId, useRef, useState } from "react";
import { useText } from "../language/text.ts";

/** A text to be taken along: shown whole, and copied at a word. */
export function Copied({ label, text }: { readonly label: string; readonly text: string }) {
  const t = useText().app;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState(false);
  return (
    <>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <textarea
        ref={field}
        id={id}
        readOnly
        rows={3}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
      />
      <button
        type="button"
        className="button"
        onClick={() => {
          field.current?.select();
          void copy(text).then(setCopied);
        }}
      >
        {copied ? t.copied : t.copy}
      </button>
      <span className="visually-hidden" role="status">
        {copied && t.copied}
      </span>
    </>
  );
}

/** Resolves to whether it worked. Without https browsers have no clipboard, only what is selected. */
async function copy(text: string): Promise<boolean> {
  if (!("clipboard" in navigator)) return document.execCommand("copy");
  await navigator.clipboard.writeText(text);
  return true;
}
