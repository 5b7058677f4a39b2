import type { Reporter, TestModule } from "vitest/node";

/**
 * Counts a test file that does not load as one failed test. The runner of the mutants looks at tests
 * only, so that a mutant which breaks the import of a module would seem to survive
 * (stryker-mutator/stryker-js issue 6150).
 */
export const failWhatDoesNotLoad: Reporter = {
  onTestRunEnd(modules) {
    for (const module of modules) {
      if (module.state() === "failed" && module.children.size === 0) addFailure(module);
    }
  },
};

function addFailure(module: TestModule): void {
  const { task } = module as unknown as { task: { tasks: object[] } };
  task.tasks.push({
    type: "test",
    name: "loads",
    mode: "run",
    file: task,
    suite: undefined,
    result: { state: "fail", errors: module.errors() },
  });
}
