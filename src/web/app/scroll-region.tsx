import type { ReactNode, Ref } from "react";

/** Something wider than the page, which scrolls by itself, with the keyboard too. */
export function ScrollRegion({
  label,
  className = "table-scroll",
  frame,
  children,
}: {
  readonly label: string;
  readonly className?: string;
  readonly frame?: Ref<HTMLDivElement>;
  readonly children: ReactNode;
}) {
  return (
    <div
      className={className}
      role="region"
      aria-label={label}
      // Without the focus the keyboard cannot scroll it (WCAG 2.1.1).
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      ref={frame}
    >
      {children}
    </div>
  );
}
