import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** The letters of a drawn map, as TrueType: by font and weight. */
export type Letters = Readonly<Record<"sans400" | "sans600" | "serif400" | "serif600", Buffer>>;

const inter = "@expo-google-fonts/inter";
const newsreader = "@expo-google-fonts/newsreader";

let read: Promise<Letters> | null = null;

/** Reads the fonts, once. */
export function letters(): Promise<Letters> {
  return (read ??= readAll());
}

async function readAll(): Promise<Letters> {
  const [sans400, sans600, serif400, serif600] = await Promise.all([
    font(`${inter}/400Regular/Inter_400Regular.ttf`),
    font(`${inter}/600SemiBold/Inter_600SemiBold.ttf`),
    font(`${newsreader}/400Regular/Newsreader_400Regular.ttf`),
    font(`${newsreader}/600SemiBold/Newsreader_600SemiBold.ttf`),
  ]);
  return { sans400, sans600, serif400, serif600 };
}

function font(file: string): Promise<Buffer> {
  return readFile(fileURLToPath(import.meta.resolve(file)));
}
