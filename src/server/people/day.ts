/** The day that it is somewhere, as `YYYY-MM-DD`. @param zone IANA name @param at epoch milliseconds */
export function dayIn(zone: string, at: number): string {
  // Swedish dates are ISO 8601.
  return new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(at);
}
