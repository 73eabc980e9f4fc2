import type { Column, Feeling } from "./column.ts";

/** A feeling as it is told: with the name of whose it is, where more than one feels something here. */
export type ToldFeeling = { readonly name: string | null; readonly feeling: Feeling };

/** What is felt at a touchpoint, for who reads it: customers in general first, then each persona. */
export function toldFeelings(column: Column, words: { readonly everybody: string }): ToldFeeling[] {
  const { general, felt } = column;
  return [
    ...(general ? [{ name: felt.length > 0 ? words.everybody : null, feeling: general }] : []),
    ...felt.map(({ persona, feeling }) => ({ name: persona.name, feeling })),
  ];
}
