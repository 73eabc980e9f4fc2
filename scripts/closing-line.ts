import type { Reporter, TestModule } from "vitest/node";

/**
 * Ends a test run with one plain line that a machine can read: `812 passed, 0 failed, 3 skipped`. Before it
 * stand the tests that passed only at a second try, each of which is to be looked into.
 */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const tests = modules.flatMap((module) => Array.from(module.children.allTests()));
    const states = [
      // A file that does not load has no test that could fail.
      ...modules.flatMap((module) => module.errors().map(() => "failed")),
      ...tests.map((test) => test.result().state),
    ];
    for (const test of tests)
      if (test.diagnostic()?.flaky)
        process.stdout.write(
          `at a second try: ${test.module.relativeModuleId} > ${test.fullName}\n`,
        );
    const count = (state: string) => states.filter((each) => each === state).length;
    const failed = count("failed") + unhandled.length;
    process.stdout.write(
      `${count("passed")} passed, ${failed} failed, ${count("skipped")} skipped\n`,
    );
  }
}
