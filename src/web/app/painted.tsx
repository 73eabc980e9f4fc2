import { createContext, startTransition, useContext, useEffect, useState } from "react";
import type { ReactNode } from "react";
import { afterPaint } from "./after-paint.ts";

const PaintedContext = createContext(true);

/** Is the first frame of what stands around this on the screen? What nobody sees in it waits for that. */
export function usePainted(): boolean {
  return useContext(PaintedContext);
}

/**
 * Lets a large page come in two frames: first what is in sight, then all else. Answers that are asked
 * for below it (`useAnswer`) are asked for once the first frame is there.
 */
export function PaintedProvider({ children }: { readonly children: ReactNode }) {
  const [painted, setPainted] = useState(false);
  useEffect(() => afterPaint(() => startTransition(() => setPainted(true))), []);
  return <PaintedContext value={painted}>{children}</PaintedContext>;
}
