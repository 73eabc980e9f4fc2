import { createHash, randomUUID } from "node:crypto";
import { isOver, type Survey } from "../../core/evidence/survey.ts";
import { plain } from "../../core/map/field.ts";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import type { ShownSurvey, SurveyForm } from "../../protocol/evidence/survey.ts";
import type { Documents, Statements } from "../documents/documents.ts";
import { addShare, type FoundShare } from "../documents/share.ts";
import {
  addSurvey,
  countSurveyAnswers,
  endSurvey,
  findSurvey,
  keepSurveyAnswer,
  listSurveys,
  surveyBin,
} from "../documents/survey.ts";
import { findWorkspace } from "../documents/workspace.ts";
import type { Handlers } from "../handlers.ts";
import type { Desk } from "../map/desk.ts";
import { newSecret, outsider } from "../map/outsider.ts";
import { Pace } from "../map/pace.ts";

const MINUTE = 60_000;
const YEAR = 366 * 24 * 60 * MINUTE;
/** Answers that come by one link in a minute at most, and that a survey holds. */
const [A_MINUTE, IN_ALL] = [300, 5000];

type Names =
  | "surveys"
  | "startSurvey"
  | "inviteToSurvey"
  | "endSurvey"
  | "deleteSurvey"
  | "restoreSurvey"
  | "surveyForm"
  | "answerSurvey";

/** Handlers of surveys among colleagues: for who asks, and for who answers by a link. */
export function surveyHandlers(parts: {
  documents: Documents;
  desk: Pick<Desk, "drawing" | "journey">;
  now: () => number;
}): Pick<Handlers, Names> {
  const { documents, desk, now } = parts;
  const eachLink = new Pace(A_MINUTE, MINUTE);
  const idOf = async (slug: string) => (await findWorkspace(documents, slug)).id;

  async function shown(workspace: number, surveys: readonly Survey[]): Promise<ShownSurvey[]> {
    const counts = await countSurveyAnswers(documents, workspace);
    return Promise.all(
      surveys.map(async (survey) => {
        const { title } = await desk.journey(workspace, survey.map);
        const own = counts.filter((each) => each.survey === survey.id);
        return { survey, title, over: isOver(survey, now()), ...answersBy(survey, own) };
      }),
    );
  }
  async function one(workspace: number, survey: Survey): Promise<ShownSurvey> {
    const [told] = await shown(workspace, [survey]);
    return told!;
  }

  /** The link of a survey lives as long as it does. */
  async function link(
    statements: Statements,
    workspace: number,
    { id: survey, map, ends }: Survey,
    author: string,
  ): Promise<string> {
    const { secret, hash } = newSecret();
    const made = { id: randomUUID(), hash, figures: false, author, expires: ends };
    const share = { ...made, kind: "survey" as const, workshop: null, survey };
    await addShare(statements, { workspace, map }, share);
    return secret;
  }
  async function tell(workspace: number, map: string): Promise<void> {
    (await desk.drawing(workspace, map)).audience.changed("shares");
  }

  async function come(secret: string): Promise<{ share: FoundShare; survey: Survey }> {
    const share = await outsider(documents, secret, now());
    if (share.kind !== "survey" || share.survey === null)
      throw new AppError("not-found", message("no-share"));
    const survey = await findSurvey(documents, share.workspace, share.survey);
    if (survey.deleted !== null) throw new AppError("not-found", message("share-revoked"));
    return { share, survey };
  }

  return {
    async surveys({ params, query }) {
      const workspace = await idOf(params.workspace);
      return shown(workspace, await listSurveys(documents, workspace, query.binned === "1"));
    },
    async startSurvey({ params, body: { survey: draft, author } }) {
      const workspace = await idOf(params.workspace);
      const journey = await desk.journey(workspace, draft.map);
      const drawn = new Set(
        journey.episodes.flatMap(({ touchpoints }) => touchpoints.map(({ id }) => id)),
      );
      if (!draft.touchpoints.every((id) => drawn.has(id)))
        throw new AppError("bad-request", message("survey-touchpoint-gone"));
      const until = Date.parse(draft.ends);
      if (until <= now()) throw new AppError("bad-request", message("survey-past"));
      if (until > now() + YEAR) throw new AppError("bad-request", message("survey-too-long"));
      const started = await documents.transaction(async (statements) => {
        const made = { ...(plain(draft) as typeof draft), id: randomUUID(), author };
        const survey = await addSurvey(statements, workspace, made);
        return { survey, secret: await link(statements, workspace, survey, author) };
      });
      await tell(workspace, draft.map);
      return { ...started, survey: await one(workspace, started.survey) };
    },
    async inviteToSurvey({ params, body }) {
      const workspace = await idOf(params.workspace);
      const survey = await findSurvey(documents, workspace, params.survey);
      if (survey.deleted !== null || isOver(survey, now()))
        throw new AppError("conflict", message("survey-over"));
      const secret = await link(documents, workspace, survey, body.author);
      await tell(workspace, survey.map);
      return { secret };
    },
    async endSurvey({ params }) {
      const workspace = await idOf(params.workspace);
      return one(workspace, await endSurvey(documents, workspace, params.survey));
    },
    async deleteSurvey({ params }) {
      const workspace = await idOf(params.workspace);
      return one(workspace, await surveyBin.move(documents, workspace, params.survey, true));
    },
    async restoreSurvey({ params }) {
      const workspace = await idOf(params.workspace);
      return one(workspace, await surveyBin.move(documents, workspace, params.survey, false));
    },

    async surveyForm({ params }): Promise<SurveyForm> {
      const { survey, share } = await come(params.secret);
      const { question, departments, ends } = survey;
      const { episodes } = await desk.journey(share.workspace, survey.map);
      const touchpoints = episodes
        .flatMap((episode) => episode.touchpoints)
        .filter(({ id }) => survey.touchpoints.includes(id))
        .map(({ id, title }) => ({ id, title }));
      return { question, departments, ends, over: isOver(survey, now()), touchpoints };
    },
    async answerSurvey({ params, body: { token, answer } }) {
      const { survey, share } = await come(params.secret);
      if (isOver(survey, now())) throw new AppError("conflict", message("survey-over"));
      if (!eachLink.allows(share.id, now()))
        throw new AppError("unavailable", message("too-many-answers"));
      const { department, scores } = answer;
      if (department !== "" && !survey.departments.includes(department))
        throw new AppError("bad-request", message("survey-department"));
      if (!Object.keys(scores).every((id) => survey.touchpoints.includes(id)))
        throw new AppError("bad-request", message("survey-touchpoint-gone"));
      const hash = createHash("sha256").update(`${survey.id} ${token}`).digest("hex");
      const sent = { hash, answer: plain(answer) as typeof answer, most: IN_ALL };
      if (!(await keepSurveyAnswer(documents, survey.id, sent)))
        throw new AppError("conflict", message("survey-full", { most: IN_ALL }));
      return { ok: true };
    },
  };
}

/** How many answered, department by department in the order of the survey. */
export function answersBy(
  { departments }: Pick<Survey, "departments">,
  counts: readonly { readonly department: string; readonly n: number }[],
): Pick<ShownSurvey, "answers" | "departments"> {
  const answers = counts.reduce((sum, { n }) => sum + n, 0);
  const listed = departments.map((name) => ({
    name,
    n: counts.find((each) => each.department === name)?.n ?? 0,
  }));
  const others = answers - listed.reduce((sum, { n }) => sum + n, 0);
  return { answers, departments: [...listed, ...(others > 0 ? [{ name: "", n: others }] : [])] };
}
