import { plain } from "./plain.ts";
import type { PersonField } from "./person-record.ts";

/** What columns that tell who somebody is are called, in Dutch and English, as `plain` writes them. */
const names: readonly (readonly [PersonField, RegExp])[] = [
  ["given", /^(?:voornaam|voornamen|roepnaam|voorletters|first ?names?|given ?names?)$/u],
  ["infix", /^(?:tussenvoegsels?|voorvoegsels?|infix|prefix)$/u],
  ["surname", /^(?:achternaam|familienaam|geslachtsnaam|surname|last ?name|family ?name)$/u],
  ["full", /^(?:naam|volledige naam|klantnaam|name|full ?name|customer ?name)$/u],
  ["birth", /^(?:geboortedatum|geb ?datum|birth ?date|date of birth|dob)$/u],
  ["postcode", /^(?:postcode|post ?code|zip(?: ?code)?|postal ?code)$/u],
  ["house", /^(?:huisnummer|huisnr|house ?(?:number|no)|street number)$/u],
  ["addition", /^(?:huisnummer ?)?toevoeging$|^(?:house ?number )?addition$/u],
  ["street", /^(?:straat(?:naam)?|adres|street(?: ?name)?|address(?: ?1)?|address line ?1)$/u],
  ["place", /^(?:plaats|woonplaats|stad|place|city|town|suburb)$/u],
  ["phone", /^(?:telefoon(?:nummer)?|tel|mobiel|gsm|phone(?: ?number)?|mobile|whatsapp)$/u],
  ["email", /^(?:e ?mail(?: ?adres| ?address)?)$/u],
];

/** Which of these columns tell what about a person, as far as their names say so; the first one that does. */
export function guessPersonColumns(
  columns: readonly string[],
): Partial<Record<PersonField, string>> {
  const found: Partial<Record<PersonField, string>> = {};
  for (const column of columns) {
    const called = plain(column.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, " "));
    const field = names.find(([, pattern]) => pattern.test(called))?.[0];
    if (field !== undefined) found[field] ??= column;
  }
  // A whole name is only needed where its parts are not there.
  if (found.surname !== undefined) delete found.full;
  return found;
}
