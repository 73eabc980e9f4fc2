import type { Reporter, TestModule } from "vitest/node";

/** Ends a test run with one plain line that a machine can read: `812 passed, 0 failed, 3 skipped`. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const states = modules.flatMap((module) => [
      // A file that does not load has no test that could fail.
      ...module.errors().map(() => "failed"),
      ...Array.from(module.children.allTests(), (test) => test.result().state),
    ]);
    const count = (state: string) => states.filter((each) => each === state).length;
    const failed = count("failed") + unhandled.length;
    process.stdout.write(
      `${count("passed")} passed, ${failed} failed, ${count("skipped")} skipped\n`,
    );
  }
}
