import { setTimeout as pause } from "node:timers/promises";
import fc from "fast-check";
import { must } from "../../src/core/assert.ts";
import { Chance } from "../../src/core/demo/chance.ts";
import type { Command } from "../../src/core/map/command.ts";
import { anyIntent, commandFor, type Intent } from "../../src/core/map/command.arbitrary.ts";
import { anyJourney } from "../../src/core/map/journey.arbitrary.ts";
import { Journey } from "../../src/core/map/journey.ts";
import { liveEndpoints, type Sent } from "../../src/protocol/map/live.ts";

/** So many touchpoints it leaves the others to draw with. */
const FEW = 8;
const MANY = 40;

/** A third one, without a page: sends any command there is, and again what was not answered. */
export class Poster {
  readonly #map: string;
  readonly #chance: Chance;
  readonly #intents: readonly Intent[];
  readonly #donors: readonly Journey[];
  readonly #author = { client: "poster-of-the-monkey", name: "Poster" };
  #number = 0;
  #pending: Sent[] = [];
  refused = 0;
  /** Answers that no client should ever get. */
  readonly faults: string[] = [];

  /** `map` is the address of the map in the API. */
  constructor(map: string, seed: number) {
    this.#map = map;
    this.#chance = new Chance(seed, 3);
    this.#intents = fc.sample(anyIntent, { seed, numRuns: 2000 });
    this.#donors = fc.sample(anyJourney, { seed, numRuns: 20 });
  }

  /** Sends until `stop` says so, and then until all is answered. `heard` is told of each answer. */
  async post(stop: () => boolean, heard: (client: string, answer: unknown) => void): Promise<void> {
    while (!stop() || this.#pending.length > 0) {
      try {
        if (this.#pending.length === 0) await this.#think();
        const answer = await this.#asked(`${this.#map}/commands`, {
          method: "POST",
          body: JSON.stringify({ author: this.#author, commands: this.#pending }),
        });
        heard(this.#author.client, answer);
        const { outcomes } = liveEndpoints.sendCommands.answer.parse(answer);
        this.refused += outcomes.filter(({ seq }) => seq === null).length;
        this.#pending = [];
      } catch (error) {
        // The server is away: the same is sent to the next one.
        if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
      }
      await pause(100 + this.#chance.whole(400));
    }
  }

  async #think(): Promise<void> {
    const journey = Journey.parse(await this.#asked(this.#map));
    const count = journey.episodes.reduce((sum, { touchpoints }) => sum + touchpoints.length, 0);
    for (let left = this.#chance.whole(3); left >= 0; left -= 1) {
      const number = (this.#number += 1);
      this.#pending.push({ number, command: this.#any(journey, count) });
    }
  }

  #any(journey: Journey, count: number): Command {
    const episode = this.#chance.pick(journey.episodes);
    if (count < FEW) {
      const element = { id: `tp_posted${this.#number}`, title: "Ik kom erbij" };
      return { do: "add", to: episode.id, list: "touchpoints", after: null, element };
    }
    const one = episode.touchpoints.at(-1);
    if (count > MANY && one && this.#chance.hit(0.5)) return { do: "remove", at: one.id };
    const intent = must(this.#intents[this.#number % this.#intents.length], "an intent");
    return commandFor(journey, this.#chance.pick(this.#donors), intent, `m${this.#number}`);
  }

  async #asked(address: string, given?: RequestInit): Promise<unknown> {
    const response = await fetch(address, given);
    const answer: unknown = await response.json();
    if (!response.ok) {
      const sent = JSON.stringify(this.#pending).slice(0, 2000);
      this.faults.push(`${response.status} ${JSON.stringify(answer)} to ${sent}`);
      this.#pending = [];
      throw new SyntaxError("refused as a whole");
    }
    return answer;
  }
}
