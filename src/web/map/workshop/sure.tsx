import { useEffect, useRef, useState } from "react";

type Props = {
  readonly className?: string;
  readonly word: string;
  /** What the word is about, for who does not see it beside that. */
  readonly label?: string;
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  readonly onYes: () => void;
};

/** A word for what cannot be undone: it asks once before it does it. */
export function Sure({ className = "", word, label, question, yes, no, onYes }: Props) {
  const [asking, setAsking] = useState<boolean | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asking !== null) button.current?.focus();
  }, [asking]);
  if (asking !== true) {
    return (
      <p className={className}>
        <button
          ref={button}
          type="button"
          className="link-button"
          aria-label={label}
          onClick={() => setAsking(true)}
        >
          {word}
        </button>
      </p>
    );
  }
  const deed = () => {
    setAsking(false);
    onYes();
  };
  return (
    <div className={`sure ${className}`} role="group" aria-label={label ?? word}>
      <p>{question}</p>
      <p className="sure-deeds">
        <button ref={button} type="button" className="button" onClick={deed}>
          {yes}
        </button>
        <button type="button" className="word-button" onClick={() => setAsking(false)}>
          {no}
        </button>
      </p>
    </div>
  );
}
