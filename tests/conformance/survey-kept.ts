import { expect } from "vitest";
import type { Documents } from "../../src/server/documents/documents.ts";
import { saveMap } from "../../src/server/documents/map.ts";
import {
  addSurvey,
  countSurveyAnswers,
  endSurvey,
  keepSurveyAnswer,
  listSurveyAnswers,
  listSurveys,
} from "../../src/server/documents/survey.ts";
import { createWorkspace } from "../../src/server/documents/workspace.ts";

/** A survey and its answers, in whichever store. */
export async function surveyIsKept(documents: Documents): Promise<void> {
  const { id: workspace } = await createWorkspace(documents, {
    slug: "survey",
    name: "Survey",
    kind: "own",
  });
  await saveMap(documents, workspace, { id: "jo_s", title: "S", body: "", author: null });
  const survey = {
    id: "asked",
    map: "jo_s",
    question: "it's _so_ 😀?",
    touchpoints: ["tp_a", "tp_b"],
    departments: ['Sales "north"', "IT"],
    ends: "2126-01-01T00:00:00.000Z",
    author: "A",
  };
  const added = await addSurvey(documents, workspace, survey);
  expect(added).toMatchObject({ ...survey, closed: null, deleted: null });
  expect(await listSurveys(documents, workspace, false)).toEqual([added]);
  const answer = { department: "IT", scores: { tp_a: -2, tp_b: 0 }, remark: "a \\ b" };
  const keep = (hash: string, part: object = {}) =>
    keepSurveyAnswer(documents, "asked", { hash, answer: { ...answer, ...part }, most: 2 });
  const at = await Promise.all([keep("one"), keep("one"), keep("two")]);
  expect(at).toEqual([true, true, true]);
  expect([await keep("three"), await keep("two", { department: "", remark: null })]).toEqual([
    false,
    true,
  ]);
  expect(await listSurveyAnswers(documents, "asked")).toEqual([
    answer,
    { ...answer, department: "", remark: null },
  ]);
  expect(await countSurveyAnswers(documents, workspace)).toEqual([
    { survey: "asked", department: "", n: 1 },
    { survey: "asked", department: "IT", n: 1 },
  ]);
  expect((await endSurvey(documents, workspace, "asked")).closed).not.toBeNull();
  expect(await keep("one")).toBe(false);
}
