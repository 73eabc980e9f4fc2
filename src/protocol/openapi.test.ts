import { expect, test } from "vitest";
import { endpoints } from "./endpoint.ts";
import { openApi } from "./openapi.ts";

const document = openApi("1.2.3") as {
  paths: Record<string, Record<string, { operationId: string }>>;
  components: { schemas: Record<string, object> };
};

test("every endpoint stands in the document, under its path and method", () => {
  const found = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => `${operationId} ${method} ${path}`),
  );
  const expected = Object.entries(endpoints).map(
    ([name, { method, path }]) => `${name} ${method.toLowerCase()} ${path}`,
  );
  expect(found.toSorted()).toEqual(expected.toSorted());
});

test("every reference points at a component, and every component is referred to", () => {
  const text = JSON.stringify(document);
  const references = Array.from(text.matchAll(/"#\/([^"]+)"/g), ([, path = ""]) => path);
  const components = Object.keys(document.components.schemas);
  expect([...new Set(references)].toSorted()).toEqual(
    components.map((name) => `components/schemas/${name}`).toSorted(),
  );
});

test("an operation tells its parameters, its body, its answer and its failure", () => {
  expect(document.paths["/api/w/{workspace}/routes"]?.["get"]).toEqual({
    operationId: "routes",
    summary: endpoints.routes.summary,
    parameters: [
      { name: "workspace", in: "path", required: true, schema: { type: "string" } },
      {
        name: "filter",
        in: "query",
        required: false,
        content: { "application/json": { schema: { $ref: "#/components/schemas/FilterInput" } } },
      },
      {
        name: "limit",
        in: "query",
        required: false,
        schema: { type: "integer", minimum: 1, maximum: 1000 },
      },
    ],
    responses: {
      "200": {
        description: "The answer",
        content: { "application/json": { schema: { $ref: "#/components/schemas/Routes" } } },
      },
      default: {
        description: "What went wrong, where, and what to do next",
        content: {
          "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
        },
      },
    },
  });
});
