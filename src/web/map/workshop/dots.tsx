/** From here on dots are counted better by a number than by eye. */
const COUNTABLE = 6;

/** Dots that a note got, drawn, and as a number where there are many. Nothing for none. */
export function Dots({ count, label }: { readonly count: number; readonly label: string }) {
  if (count === 0) return null;
  const drawn = count > COUNTABLE ? 1 : count;
  return (
    <span className="dots" role="img" aria-label={label}>
      {Array.from({ length: drawn }, (_, at) => (
        <i key={at} />
      ))}
      {count > 1 && <b>{count}</b>}
    </span>
  );
}
