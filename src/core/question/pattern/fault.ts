/** Where a pattern cannot be read or asked, and why; places count letters from 0. */
export type Fault = { readonly at: number; readonly length: number } & (
  | { readonly key: "pattern-empty" | "pattern-quote" | "pattern-long" }
  | {
      readonly key: "pattern-word" | "pattern-label";
      /** What was said, and what was probably meant; empty when nothing is near. */
      readonly word: string;
      readonly meant: string;
    }
  | {
      readonly key: "pattern-expected";
      readonly what: Expected;
      /** What stands there instead; empty at the end. */
      readonly word: string;
    }
);

/** What should have stood there. */
export type Expected = "touchpoint" | "number" | "times" | "unit" | "more";
