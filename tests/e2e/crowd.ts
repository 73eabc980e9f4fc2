/** Some people in a workspace of their own, with all that privacy keeps beside them. */
export type Crowd = {
  readonly crowd: string;
  /** One of them, and the secret of the link by which he sees what he agreed to. */
  readonly person: string;
  readonly consent: string;
};

/** Twenty people, six of them a second time with another number and a typing error; `says(n)` is a text of theirs. */
function eventsOf(says: (n: number) => string): object[] {
  return Array.from({ length: 26 }, (_, nth) => {
    const person = nth % 20;
    const letter = (by: number) => String.fromCodePoint(97 + ((person * by) % 26));
    const name = `${letter(7)}${letter(11)}${letter(3)}${letter(17)}${letter(5)}a`;
    return {
      id: String(nth),
      what: says(30).slice(0, 100),
      time: `2026-01-${10 + (nth % 20)}T10:00:00Z`,
      who: { customer: `k${nth}`, email: `m${nth}@mail.nl` },
      attributes: {
        Voornaam: `${letter(5).toUpperCase()}${letter(9)}${letter(15)}e`,
        Achternaam: nth < 20 ? `${name}stra` : `${name}srta`,
        Geboortedatum: `19${40 + person}-0${1 + (person % 9)}-1${person % 7}`,
        Telefoon: `06${12_345_678 + person * 76_543}`,
        Woonplaats: says(person).slice(0, 100),
      },
      comment: says(31),
    };
  });
}

export async function furnishCrowd(address: string, says: (n: number) => string): Promise<Crowd> {
  const who = says(20).slice(0, 40).trim();
  const asked = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(address + path, { method, ...sent });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    return (await response.json()) as T;
  };
  const until = async (is: () => Promise<boolean>) => {
    while (!(await is())) await new Promise((resolve) => setTimeout(resolve, 200));
  };
  const name = says(21).slice(0, 80).trim();
  const { slug } = await asked<{ slug: string }>("POST", "/api/workspaces", { name });
  const api = `/api/w/${slug}`;
  const source = { name: "Shop" };
  const { keys } = await asked<{ keys: { shown: string }[] }>("POST", `${api}/sources`, source);
  const events = eventsOf(says);
  await asked("POST", `/api/events?key=${keys[0]?.shown}`, { events });
  await until(
    async () =>
      (await asked<{ people: number }>("GET", `${api}/overview`)).people === events.length,
  );
  await asked("POST", `${api}/who/search`, { by: who });
  type Who = { searching: number | null; deriving: number | null; last: unknown };
  const settled = async () => {
    const { searching, deriving, last } = await asked<Who>("GET", `${api}/who`);
    return searching === null && deriving === null && last !== null;
  };
  await until(settled);
  const pairs = await asked<{ a: string; b: string }[]>("GET", `${api}/who/review?limit=2`);
  const [pair] = pairs;
  if (!pair) throw new Error("Nobody is probably somebody else");
  const decision = { a: pair.a, b: pair.b, says: "apart", by: who, reason: says(22) };
  await asked("POST", `${api}/who/decisions`, decision);
  await until(settled);

  const purpose = { who, name: says(23).slice(0, 120).trim(), basis: "consent" };
  const described = { ...purpose, description: says(24).slice(0, 400) };
  await asked("PUT", `${api}/privacy/purposes/marketing`, described);
  const text = { who, since: "2026-01-01", nl: says(25), en: says(25) };
  await asked("POST", `${api}/privacy/purposes/marketing/texts`, text);
  const request = { who, kind: "access", received: "2026-11-20", way: "email", identifier: null };
  await asked("POST", `${api}/privacy/requests`, { ...request, named: says(26).slice(0, 400) });
  const sought = { value: "m3@mail.nl" };
  const found = await asked<{ people: { person: string }[] }>("POST", `${api}/people/find`, sought);
  const person = found.people[0]?.person ?? "";
  const link = { who, days: 7 };
  const made = `${api}/people/${person}/consent-links`;
  const { secret } = await asked<{ secret: string }>("POST", made, link);
  return { crowd: slug, person, consent: secret };
}
