/** What a segment means: attribute → values; all attributes must hold. */
export type Predicate = Readonly<Record<string, readonly string[]>>;

/** The segments of a workspace by id. */
export type Segments = Readonly<Record<string, Predicate>>;
