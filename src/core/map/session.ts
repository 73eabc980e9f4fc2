import type { Message } from "../message/message.ts";
import { apply } from "./apply.ts";
import { singles, type Command, type Single } from "./command.ts";
import { plain } from "./field.ts";
import type { Journey } from "./journey.ts";

/**
 * What one browser knows of a map that several people draw at once: the map as the server has it, and
 * on top of it what was done here and is still on its way. The order of the server decides; all who
 * have its log up to the same place have the same map. Values in, values out: sending, keeping and
 * drawing are of the page.
 */
export type Session = {
  /** Under which name this browser numbers its commands. */
  readonly client: string;
  /** The map after command `seq` of the log. */
  readonly confirmed: Journey;
  readonly seq: number;
  /** Own commands that are not in `confirmed` yet, in the order in which they were done. */
  readonly pending: readonly Pending[];
  /** The map to be shown: `confirmed` with `pending` on top. Parts that did not change stay the same objects. */
  readonly view: Journey;
  /** What takes back the own commands, the last at the end, and what does again those taken back. */
  readonly undo: readonly Step[];
  readonly redo: readonly Step[];
  /** Number of the next own command. */
  readonly next: number;
};

export type Pending = {
  readonly number: number;
  readonly command: Command;
  /** What the user was told that he did. */
  readonly said: string;
  /** Its place in the log, once the server said that it is on disk. */
  readonly seq: number | null;
};

/** A command that takes back the own command of this number. */
export type Step = { readonly number: number; readonly command: Command; readonly said: string };

/** A command as the log has it. */
export type Placed = {
  readonly seq: number;
  readonly number: number;
  readonly author: { readonly client: string };
  readonly command: Command;
};

/** What became of a command that was sent: its place in the log, or why it was not done. */
export type Outcome = {
  readonly number: number;
  readonly seq: number | null;
  readonly why: Message | null;
};

/** A command that was not done, or not wholly. What was typed stands in it, so that nothing is lost. */
export type Refused = { readonly command: Command; readonly said: string; readonly why: Message };

/** The session after something happened, and what its user has to hear. */
export type Turn = {
  readonly session: Session;
  readonly refused: readonly Refused[];
  /** Commands in between are missing: ask for the whole map. */
  readonly behind: boolean;
};

/** What outlives the tab. It must be on disk before a command is sent, or its number could be given twice. */
export type Kept = Pick<Session, "client" | "next" | "pending">;

/** How many steps can be taken back. */
const STEPS = 500;

/** Begins with the map as the server has it, and with what an earlier session of this browser kept. */
export function began(kept: Kept, confirmed: Journey, seq: number): Session {
  const { client, next } = kept;
  const pending = lacking(kept.pending, seq);
  const view = laid(confirmed, pending);
  return { client, confirmed, seq, pending, view, undo: [], redo: [], next };
}

/** The part of a session that must outlive the tab. */
export function kept({ client, next, pending }: Session): Kept {
  return { client, next, pending };
}

/** What is to be sent: the own commands of which the server said nothing yet. */
export function unsent({ pending }: Session): readonly Pending[] {
  return pending.filter(({ seq }) => seq === null);
}

/** Does a command. `said` tells its user what it was; refused ones leave the session as it was. */
export function edited(session: Session, given: Command, said: string): Turn {
  const command = plain(given) as Command;
  const applied = apply(session.view, command);
  if (!applied.ok) return told(session, [{ command, said, why: applied.why }]);
  const number = session.next;
  return told({
    ...session,
    view: applied.journey,
    pending: [...session.pending, { number, command, said, seq: null }],
    undo: [...session.undo, { number, command: applied.undo, said }].slice(-STEPS),
    redo: [],
    next: number + 1,
  });
}

/**
 * Takes back the last own command that stands, and leaves what others did since. What of it no longer
 * fits is left out and told.
 */
export function undone(session: Session): Turn {
  return back(session, "undo", "redo");
}

/** Does again the last own command that was taken back. */
export function redone(session: Session): Turn {
  return back(session, "redo", "undo");
}

function back(session: Session, from: "undo" | "redo", to: "undo" | "redo"): Turn {
  const step = session[from].at(-1);
  if (!step) return told(session);
  const { said } = step;
  const without = { ...session, [from]: session[from].slice(0, -1) };
  const { fits, refused } = fitting(session.view, step.command);
  const misfits = refused.map((each) => ({ ...each, said }));
  const applied = fits && apply(session.view, fits);
  if (!fits || !applied?.ok) return told(without, misfits);
  const number = session.next;
  const turned = {
    ...without,
    view: applied.journey,
    pending: [...session.pending, { number, command: fits, said, seq: null }],
    [to]: [...session[to], { number, command: applied.undo, said }].slice(-STEPS),
    next: number + 1,
  };
  return told(turned, misfits);
}

/** The part of a command that can be done; null when nothing of it can. */
function fitting(
  journey: Journey,
  command: Command,
): { fits: Command | null; refused: readonly Omit<Refused, "said">[] } {
  if (apply(journey, command).ok) return { fits: command, refused: [] };
  const fits: Single[] = [];
  const refused: Omit<Refused, "said">[] = [];
  let now = journey;
  for (const one of singles(command)) {
    const applied = apply(now, one);
    if (applied.ok) {
      fits.push(one);
      now = applied.journey;
    } else refused.push({ command: one, why: applied.why });
  }
  return { fits: fits.length === 0 ? null : { do: "all", commands: fits }, refused };
}

/** The server answered what was sent. */
export function acknowledged(session: Session, outcomes: readonly Outcome[]): Turn {
  const byNumber = new Map(outcomes.map((outcome) => [outcome.number, outcome]));
  const refused: (Refused & { readonly number: number })[] = [];
  const placed = session.pending.map((each): Pending => {
    const outcome = byNumber.get(each.number);
    if (outcome?.why) refused.push({ ...each, why: outcome.why });
    return outcome ? { ...each, seq: outcome.seq } : each;
  });
  const dropped = new Set(refused.map(({ number }) => number));
  const pending = waiting(placed, session.seq).filter(({ number }) => !dropped.has(number));
  const stands = ({ number }: Step) => !dropped.has(number);
  return told(
    {
      ...session,
      pending,
      view:
        pending.length === session.pending.length ? session.view : laid(session.confirmed, pending),
      undo: session.undo.filter(stands),
      redo: session.redo.filter(stands),
    },
    refused.map(({ command, said, why }) => ({ command, said, why })),
  );
}

/** Commands of the log came in, own ones among them; those that are here already count once. */
export function received(session: Session, commands: readonly Placed[]): Turn {
  const fresh = commands.filter(({ seq }) => seq > session.seq);
  const undoOf = new Map<number, Command>();
  let { confirmed, seq } = session;
  let behind = false;
  let inOrder = true;
  for (const [at, one] of fresh.entries()) {
    const applied = one.seq === seq + 1 ? apply(confirmed, one.command) : null;
    behind = !applied?.ok;
    if (!applied?.ok) break;
    confirmed = applied.journey;
    seq = one.seq;
    const own = one.author.client === session.client;
    if (own) undoOf.set(one.number, applied.undo);
    inOrder &&= own && session.pending[at]?.number === one.number;
  }
  const pending = waiting(session.pending, seq).filter(({ number }) => !undoOf.has(number));
  // What came is what was shown already: nothing is to be drawn anew.
  const view = inOrder ? session.view : laid(confirmed, pending);
  // What a command did where it ended up in the order, is what taking it back has to mend.
  const settled = (step: Step) => ({ ...step, command: undoOf.get(step.number) ?? step.command });
  const turned = {
    ...session,
    confirmed: pending.length === 0 ? view : confirmed,
    seq,
    pending,
    view,
    undo: session.undo.map(settled),
    redo: session.redo.map(settled),
  };
  return { session: turned, refused: [], behind };
}

/** The server gave the whole map. It is right, also when it went back in time: what it lacks is sent again. */
export function replaced(session: Session, confirmed: Journey, seq: number): Turn {
  const pending = lacking(session.pending, seq);
  return told({ ...session, confirmed, seq, pending, view: laid(confirmed, pending) });
}

/** Those that the map at this place of the log does not hold yet. */
function waiting(pending: readonly Pending[], at: number): Pending[] {
  return pending.filter(({ seq }) => seq === null || seq > at);
}

/** The same, to be sent once more: what the server did already it does not do twice. */
function lacking(pending: readonly Pending[], at: number): Pending[] {
  return waiting(pending, at).map((each) => ({ ...each, seq: null }));
}

/** The map with commands on top. What does not fit now may fit the map that the server has: it decides. */
function laid(confirmed: Journey, pending: readonly Pending[]): Journey {
  return pending.reduce((view, { command }) => {
    const applied = apply(view, command);
    return applied.ok ? applied.journey : view;
  }, confirmed);
}

function told(session: Session, refused: readonly Refused[] = []): Turn {
  return { session, refused, behind: false };
}
