import type { z } from "zod";

type Issue = z.core.$ZodIssue;

/**
 * The issues that a person can mend: of a union that nothing fits, those of the branch that fits
 * best; of unknown keys, each at its own path.
 */
export function issuesOf(issue: Issue): Issue[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ ...issue, keys: [key], path: [...issue.path, key] }));
  if (issue.code !== "invalid_union") return [issue];
  const [best] = issue.errors
    .map((branch) => branch.flatMap(issuesOf))
    .toSorted((a, b) => a.length - b.length);
  if (!best) return [issue];
  return best.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** One issue as `path: what is wrong`. */
export function describeIssue({ path, message }: Issue): string {
  return path.length > 0 ? `${path.join(".")}: ${message}` : message;
}

/** What is wrong with a value, for one line of a message. */
export function describeError(error: z.ZodError): string {
  return error.issues.flatMap(issuesOf).map(describeIssue).join("; ");
}
