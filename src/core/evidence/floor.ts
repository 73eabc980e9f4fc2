/** Below so many journeys nothing is shown to people outside. */
export const FLOOR = 5;
