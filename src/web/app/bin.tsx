import "./bin.css";

type Thrown = { readonly id: string; readonly name: string; readonly onPutBack: () => void };
type Words = { readonly title: string; readonly about: string; readonly putBack: string };

/** What was thrown away and can be put back, folded; nothing where nothing was. */
export function Bin({
  thrown,
  words,
}: {
  readonly thrown: readonly Thrown[];
  readonly words: Words;
}) {
  if (thrown.length === 0) return null;
  return (
    <details className="bin">
      <summary>{words.title}</summary>
      <p className="quiet">{words.about}</p>
      <ul>
        {thrown.map(({ id, name, onPutBack }) => (
          <li key={id}>
            <span dir="auto">{name}</span>{" "}
            <button type="button" className="link-button" onClick={onPutBack}>
              {words.putBack}
              <span className="visually-hidden">{` ${name}`}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
