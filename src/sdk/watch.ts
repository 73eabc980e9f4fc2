/** Longest name of a thing on the page. */
const LONGEST = 80;

export type Seen = {
  page(): void;
  click(name: string): void;
  form(name: string): void;
};

/** Tells of pages, also those that a page draws by itself; of clicks on what can be clicked; of forms sent. Never of what is typed. */
export function watch(seen: Seen): void {
  let last = "";
  const page = () => {
    if (location.pathname === last) return;
    last = location.pathname;
    seen.page();
  };
  const push = history.pushState.bind(history);
  history.pushState = (...to) => {
    push(...to);
    page();
  };
  addEventListener("popstate", page);
  addEventListener(
    "click",
    ({ target }) => {
      const at = target instanceof Element ? target.closest(clickable) : null;
      const name = at ? nameOf(at) : "";
      if (name !== "") seen.click(name);
    },
    true,
  );
  addEventListener(
    "submit",
    ({ target }) => {
      if (target instanceof HTMLFormElement) seen.form(nameOf(target) || target.id);
    },
    true,
  );
  page();
}

const clickable = "a, button, summary, [role=button], [role=link], [data-spoor]";

/** `data-spoor="…"` names a part; else it is called what its users are told, and a form never by what is in it. */
function nameOf(part: Element): string {
  const given = part.getAttribute("data-spoor") ?? part.getAttribute("aria-label");
  const own = part instanceof HTMLFormElement ? part.getAttribute("name") : part.textContent;
  const name = (given || own || "").trim().replace(/\s+/g, " ");
  // An address on a page may be a customer's.
  return name.includes("@") ? "" : name.slice(0, LONGEST);
}
