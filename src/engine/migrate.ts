/** A numbered step of the schema: statements that run once, in order. */
export type Migration = {
  readonly number: number;
  readonly name: string;
  readonly statements: readonly string[];
};
