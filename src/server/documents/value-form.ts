/** How the columns of PostgreSQL's types become values, by type number; the same for both adapters. */
export const readers: Readonly<Record<number, (text: string) => unknown>> = {
  // bigint: row counts and byte sizes, far below 2^53.
  20: Number,
  // timestamp with time zone
  1184: (text) => new Date(text).toISOString(),
};
