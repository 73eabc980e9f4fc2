import { chromium } from "@playwright/test";
import type { Browser } from "@playwright/test";
import { findChromium } from "../../scripts/chromium.js";

/** Starts the Chromium that `npm test` found, without anything it would ask of the network. */
export async function openBrowser(): Promise<Browser> {
  const path = await findChromium();
  return chromium.launch({
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
    ...(path !== undefined && { executablePath: path }),
  });
}
