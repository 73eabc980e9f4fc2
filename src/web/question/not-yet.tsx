/** A question that cannot be asked yet, and what it takes. */
export function NotYet(props: {
  readonly title: string;
  readonly lead: string;
  readonly said: string;
}) {
  return (
    <div className="page">
      <header className="page-head">
        <h1>{props.title}</h1>
        <p className="lead">{props.lead}</p>
      </header>
      <p className="none">{props.said}</p>
    </div>
  );
}
