const english = {
  /** What is compared, as it stands before two figures. */
  goal: "reaches the goal",
  reach: (from: string) => `passes “${from}”`,
  move: (from: string, to: string) => `after “${from}” goes on to “${to}”`,
  leave: (from: string) => `ends at “${from}”`,
  wait: (from: string, to: string) => `time from “${from}” to “${to}”`,
  duration: "time from beginning to end",
  score: (name: string, about: string) => (about === "" ? name : `${name} on “${about}”`),
  what: "What differs",
  effect: "Effect",
  adjusted: "p, adjusted",
  /** A p-value beside its effect. */
  p: (value: string) => `p ${value}`,
};

export type ContrastText = typeof english;

const dutch: ContrastText = {
  goal: "bereikt het doel",
  reach: (from) => `komt langs ‘${from}’`,
  move: (from, to) => `gaat na ‘${from}’ verder met ‘${to}’`,
  leave: (from) => `stopt bij ‘${from}’`,
  wait: (from, to) => `tijd van ‘${from}’ tot ‘${to}’`,
  duration: "tijd van begin tot eind",
  score: (name, about) => (about === "" ? name : `${name} over ‘${about}’`),
  what: "Wat er verschilt",
  effect: "Effect",
  adjusted: "p, gecorrigeerd",
  p: (value) => `p ${value}`,
};

export const contrastText = { en: english, nl: dutch };
