import { Link } from "@tanstack/react-router";
import { useText } from "../language/text.ts";

export function NotFound() {
  const t = useText().app;
  return (
    <main className="page narrow">
      <header className="page-head">
        <h1>{t.notFound}</h1>
        <p className="lead">{t.notFoundHint}</p>
      </header>
      <Link to="/" className="button">
        {t.toMap}
      </Link>
    </main>
  );
}
