import { message, type Message } from "../../message/message.ts";
import type { Fault } from "./fault.ts";

/** What is wrong with a pattern, for a person; places are counted from 1. */
export function patternMessage(fault: Fault): Message {
  const at = fault.at + 1;
  switch (fault.key) {
    case "pattern-empty":
    case "pattern-long":
      return message(fault.key);
    case "pattern-quote":
      return message("pattern-quote", { at });
    case "pattern-expected":
      return message("pattern-expected", { at, what: fault.what, word: fault.word });
    case "pattern-word":
    case "pattern-label":
      return message(fault.key, { at, word: fault.word, meant: fault.meant });
  }
}
