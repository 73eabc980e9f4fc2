import { chromium } from "@playwright/test";
import type { Browser } from "@playwright/test";
import { findChromium } from "../../scripts/chromium.js";

/** What an element is waited for at most, in ms, so that a machine that does much else is no failure. */
const PATIENCE = 60_000;

/** Starts the Chromium that `npm test` found, without anything it would ask of the network. */
export async function openBrowser(): Promise<Browser> {
  const path = await findChromium();
  const browser = await chromium.launch({
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
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    context.setDefaultTimeout(PATIENCE);
    return context;
  };
  return browser;
}
