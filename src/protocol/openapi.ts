import type { z } from "zod";
import * as interval from "../core/evidence/interval.ts";
import * as overlay from "../core/evidence/overlay.ts";
import * as imports from "../core/event/import.ts";
import * as mapping from "../core/event/mapping.ts";
import * as journey from "../core/map/journey.ts";
import * as card from "../core/map/template/card.ts";
import * as command from "../core/map/command.ts";
import * as message from "../core/message/message.ts";
import * as answers from "../core/question/answers.ts";
import * as filter from "../core/question/filter.ts";
import { endpoints, type Endpoint } from "./endpoint.ts";
import { jsonSchema, named } from "./json-schema.ts";
import * as comment from "./map/comment.ts";
import * as live from "./map/live.ts";
import * as portfolio from "./map/portfolio.ts";
import * as share from "./map/share.ts";
import * as version from "./map/version.ts";
import * as workshop from "./map/workshop.ts";
import * as problem from "./problem.ts";
import * as workspace from "./workspace.ts";

type Json = Record<string, unknown>;

const modules = [
  interval,
  overlay,
  imports,
  mapping,
  journey,
  command,
  card,
  message,
  answers,
  filter,
  problem,
  workspace,
  live,
  version,
  comment,
  share,
  portfolio,
  workshop,
];

/** The API as an OpenAPI 3.1 document, derived from the endpoint table. */
export function openApi(version: string): Json {
  const names = named(...modules);
  const schemas: Json = {};
  const paths: Record<string, Json> = {};

  /** A schema whose named parts are moved to the document's components. */
  const shared = (schema: z.ZodType, io: "input" | "output"): Json => {
    const suffix = io === "input" ? "Input" : "";
    const text = JSON.stringify(jsonSchema(schema, names, io));
    const moved = text.replaceAll(/"#\/\$defs\/(\w+)"/g, `"#/components/schemas/$1${suffix}"`);
    const { $schema: _, $defs = {}, ...rest } = JSON.parse(moved) as Json & { $defs?: Json };
    for (const [name, part] of Object.entries($defs)) schemas[`${name}${suffix}`] = part;
    return rest;
  };

  const parameters = ({ path, query }: Endpoint): Json[] => {
    const places = Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => name);
    const inPath = places.map((name) => ({
      name,
      in: "path",
      required: true,
      schema: { type: "string" },
    }));
    const inQuery = Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
      name,
      in: "query",
      required: !schema.safeParse(undefined).success,
      ...(name === "filter"
        ? { content: json(shared(filter.Filter, "input")) }
        : { schema: shared(schema, "input") }),
    }));
    return [...inPath, ...inQuery];
  };

  for (const [operationId, endpoint] of Object.entries<Endpoint>(endpoints)) {
    const { method, path, summary, body, upload, stream, download, answer } = endpoint;
    const content = upload
      ? { "application/octet-stream": {} }
      : body && json(shared(body, "input"));
    const operation = {
      operationId,
      summary,
      parameters: parameters(endpoint),
      ...(content && { requestBody: { required: true, content } }),
      responses: {
        "200": {
          description: stream ? "Events, each named after its type" : "The answer",
          content: download
            ? { "*/*": {} }
            : stream
              ? { "text/event-stream": { schema: shared(answer, "output") } }
              : json(shared(answer, "output")),
        },
        default: {
          description: "What went wrong, where, and what to do next",
          content: { "application/problem+json": { schema: shared(problem.Problem, "output") } },
        },
      },
    };
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Spoor", version, license: { name: "Apache-2.0", identifier: "Apache-2.0" } },
    paths,
    components: { schemas },
  };
}

function json(schema: Json): Json {
  return { "application/json": { schema } };
}
