import type { z } from "zod";
import type { endpoints, EndpointName } from "../protocol/endpoint.ts";
import type { Download, Streamed } from "./streamed.ts";

type Table = typeof endpoints;

/** `"/api/w/{workspace}/maps/{map}"` → `"workspace" | "map"`. */
type PathNames<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PathNames<Rest>
  : never;

type Parsed<E, Part extends string> =
  E extends Readonly<Record<Part, infer S extends z.ZodType>> ? z.output<S> : undefined;

/** What a handler is given: everything checked against the endpoint table. */
export type Input<Name extends EndpointName> = {
  readonly params: Readonly<Record<PathNames<Table[Name]["path"]>, string>>;
  readonly query: Parsed<Table[Name], "query">;
  readonly body: Parsed<Table[Name], "body">;
  /** Aborts when the client goes away. */
  readonly signal: AbortSignal;
  /** The request itself: an upload's bytes stand in its `body`. */
  readonly request: Request;
};

type AnswerOf<E> = E extends { readonly stream: true; readonly answer: infer A extends z.ZodType }
  ? AsyncIterable<Streamed<z.output<A>>>
  : E extends { readonly download: true }
    ? Download
    : E extends { readonly answer: infer A extends z.ZodType }
      ? z.output<A>
      : never;

/** One function for each line of the endpoint table; a missing one does not compile. */
export type Handlers = {
  readonly [Name in EndpointName]: (input: Input<Name>) => Promise<AnswerOf<Table[Name]>>;
};
