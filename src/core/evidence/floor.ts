/** Fewest people, or journeys, of whom anything is told apart. */
export const FLOOR = 5;
