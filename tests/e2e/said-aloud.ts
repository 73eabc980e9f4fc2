import type { Page } from "@playwright/test";

type Node = {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value?: string };
  readonly name?: { readonly value?: string };
  readonly childIds?: readonly string[];
};

/** A part of a page as a screen reader gets it. */
export type Said = {
  readonly role: string;
  readonly name: string;
  /** In the order in which they are read. */
  readonly parts: readonly Said[];
};

/** The first part with this role that Chromium's accessibility tree has, with all that is in it. */
export async function saidAloud(page: Page, role: string): Promise<Said> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send("Accessibility.getFullAXTree")) as { nodes: Node[] };
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const first = nodes.find((node) => node.role?.value === role && !node.ignored);
  if (!first) throw new Error(`Nothing on the page is a ${role}`);
  return saidOf(first, byId)[0]!;
}

/** What is left out of the tree has its children in its place. */
function saidOf(node: Node, byId: ReadonlyMap<string, Node>): Said[] {
  const parts = (node.childIds ?? []).flatMap((id) => {
    const child = byId.get(id);
    return child ? saidOf(child, byId) : [];
  });
  const [role, name] = [node.role?.value ?? "", node.name?.value ?? ""];
  const silent = node.ignored || ["generic", "none", "InlineTextBox"].includes(role);
  return silent ? parts : [{ role, name, parts }];
}

/** All of one role within a part, in the order in which they are read. */
export function all({ parts }: Said, role: string): Said[] {
  return parts.flatMap((part) => (part.role === role ? [part] : all(part, role)));
}

/** The words in a part, in the order in which they are read. */
export function wordsOf(said: Said): string {
  if (said.parts.length === 0) return said.name;
  return said.parts.map(wordsOf).join(" ").replaceAll(/\s+/g, " ").trim();
}
