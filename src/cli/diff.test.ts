import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { apply } from "../core/map/apply.ts";
import { Command } from "../core/map/command.ts";
import { readJourney, writeJourney } from "../core/map/file.ts";
import { commands } from "./commands.ts";
import { run } from "./run.ts";

const map = resolve("examples/energy/switching.journey.yaml");

async function spoor(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
  const code = await run(["diff", ...args], commands, "1.2.3", io);
  return { code, out: out.join("\n"), err: err.join("\n") };
}

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), "spoor-diff-"));
  onTestFinished(() => rm(made, { recursive: true }));
  return made;
}

/** The example with another title and channel on its first touchpoint. */
async function changed(): Promise<string> {
  const journey = readJourney(await readFile(map, "utf8"));
  const [touchpoint] = journey.episodes[0]?.touchpoints ?? [];
  if (touchpoint) Object.assign(touchpoint, { title: "Ik schrik", channel: "app" });
  return writeJourney(journey);
}

const told = [
  "* Contactmoment “Ik krijg een hoge jaarrekening” heet nu “Ik schrik”",
  "* Kanaal van contactmoment “Ik schrik”: app, was post",
].join("\n");

test("two files are compared in the language of the map, or in the one that is asked for", async () => {
  const other = join(await folder(), "b.yaml");
  await writeFile(other, await changed());
  expect(await spoor(map, other)).toEqual({ code: 0, out: told, err: "" });
  expect((await spoor(map, other, "--lang", "en")).out).toContain(": app, was post");
  expect((await spoor(map, map)).out).toBe("Er is niets veranderd.");
});

test("the command that JSON gives makes the one file into the other", async () => {
  const other = join(await folder(), "b.yaml");
  const text = await changed();
  await writeFile(other, text);
  const answer = JSON.parse((await spoor(map, other, "--json")).out) as {
    changes: { what: string; says: string }[];
    command: unknown;
  };
  const applied = apply(readJourney(await readFile(map, "utf8")), Command.parse(answer.command));
  expect(applied.ok && writeJourney(applied.journey)).toBe(text);
  expect(answer.changes.map(({ what }) => what)).toEqual(["renamed", "changed"]);
});

test("git shows maps this way, new and broken ones too", { timeout: 60_000 }, async () => {
  const cwd = await folder();
  const git = async (...args: string[]) =>
    (
      await promisify(execFile)("git", ["-c", "user.name=a", "-c", "user.email=a@b", ...args], {
        cwd,
      })
    ).stdout;
  const command = `'${process.execPath}' '${resolve("src/cli/main.ts")}' diff --git`;
  await git("init", "-q");
  await git("config", "diff.journey.command", command);
  await writeFile(join(cwd, ".gitattributes"), "*.journey.yaml diff=journey\n");
  await writeFile(join(cwd, "a.journey.yaml"), await readFile(map));
  await writeFile(join(cwd, "b.journey.yaml"), await readFile(map));
  await git("add", ".");
  await git("commit", "-qm", "maps");
  await writeFile(join(cwd, "a.journey.yaml"), await changed());
  await writeFile(join(cwd, "b.journey.yaml"), "spoor: journey/1\n<<<<<<< ours\n");
  await writeFile(join(cwd, "c.journey.yaml"), await readFile(map));
  await git("add", "--intent-to-add", "c.journey.yaml");
  const shown = await git("diff");
  expect(shown).toContain(`a.journey.yaml\n${told}\n`);
  expect(shown).toMatch(/b\.journey\.yaml\n {2}.*Line 2: /);
  expect(shown).toContain(
    "c.journey.yaml\n+ De kaart “Overstappen van energieleverancier” is nieuw\n",
  );
});

test.each([
  [[map], "Which two files?"],
  [[map, map, "--lang", "fr"], "--lang is nl or en"],
  [[map, map, "--git"], "--git is for git itself"],
])("spoor diff %j is wrong usage", async (args, why) => {
  expect(await spoor(...args)).toMatchObject({ code: 2, err: expect.stringContaining(why) });
});
