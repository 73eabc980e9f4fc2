import { DAY, HOUR, dutchDate, isoLocal, plainUtc } from "../calendar.ts";
import { comments, forumPosts, interviewQuotes } from "../comments.ts";
import { nextId, note, type Life } from "../life.ts";
import { asked, scales, type Asked, type Topic } from "../scores.ts";
import { cell } from "../text.ts";

/**
 * Asks about a contact at a moment; some answer, with a score around the planted mean and now and then
 * a comment. UTC without a zone; known by customer number, by e-mail as typed, or by cookie only.
 */
export function survey(
  life: Life,
  at: number,
  topic: Topic,
  wrong = false,
  answers?: number,
): void {
  const { person, chance, tally } = life;
  const question: Asked = asked[topic];
  if (!chance.hit(answers ?? question.answers)) return;
  const [low, high] = scales[question.kind];
  const spread = (high - low) * 0.2;
  const mean = wrong ? question.wrong : question.well;
  const score = Math.min(high, Math.max(low, Math.round(mean + spread * chance.bell())));
  const pleased = score > (low + high) / 2;
  const comment = chance.hit(0.35) ? chance.pick(comments[topic][pleased ? "happy" : "sore"]) : "";
  const byNumber = life.known && chance.hit(0.6);
  let email = life.known && !byNumber ? person.email : "";
  if (email !== "" && chance.hit(0.012)) {
    email = email.replace(".example", ".exmaple");
    tally.messed("mistypedEmails");
  }
  note(
    life,
    "surveys",
    at,
    {
      ...(byNumber && { customer: person.customer }),
      ...(email === person.email && { email }),
      ...(!life.known && { cookie: person.cookies[0] }),
    },
    [
      nextId(life, "r-"),
      question.kind,
      topic,
      score,
      cell(comment, ","),
      plainUtc(at),
      byNumber ? person.customer : "",
      email,
      life.known ? "" : person.cookies[0],
    ].join(","),
  );
}

/** A question on the forum under a nickname; two in five give an e-mail address. */
export function forumPost(life: Life, at: number): void {
  const { person, chance } = life;
  const named = chance.hit(0.4);
  note(
    life,
    "forum",
    at,
    { nickname: person.nickname, ...(named && { email: person.email }) },
    `{"post":"${nextId(life, "f-")}","author":{"nickname":"${person.nickname}","email":${named ? `"${person.email}"` : "null"}},"posted":"${isoLocal(at)}","title":${JSON.stringify(chance.pick(forumPosts))}}`,
  );
}

/** An interview with a customer some weeks after his first bill; the quote is about an earlier contact. */
export function interview(life: Life, at: number): void {
  const { person, chance } = life;
  const [event, text] = chance.pick(interviewQuotes);
  const day = at + 3 * DAY + 12 * HOUR;
  note(
    life,
    "interviews",
    day,
    { customer: person.customer },
    `${nextId(life, "i-")},${dutchDate(day)},${person.customer},${event},${cell(text, ",")}`,
  );
}
