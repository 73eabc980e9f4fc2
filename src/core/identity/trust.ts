/**
 * Whose word it is that two identifiers are one person's. A write key stands in a web page, where
 * everybody can read it: what is told with it is told by anybody. A server key and a file are in the
 * hands of the organisation. What somebody decided goes above both.
 */
export const trust = { page: 1, system: 2, person: 3 } as const;
export type Trust = (typeof trust)[keyof typeof trust];
