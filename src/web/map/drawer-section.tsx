import type { ReactNode } from "react";

type Props = {
  readonly title: string;
  readonly section?: string;
  readonly children: ReactNode;
};

/** A part of the drawer under a small heading. */
export function Section({ title, section, children }: Props) {
  return (
    <section className="drawer-section" data-section={section}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
