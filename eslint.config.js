import js from "@eslint/js";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["dist/", "public/data/", "node_modules/", ".cache/", "coverage/", "test-results/"] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-eval": "error",
      "no-new-func": "error",
      "no-restricted-syntax": [
        "error",
        {
          selector:
            "AssignmentExpression > MemberExpression[property.name=/^(inner|outer)HTML$/].left",
          message: "values must never become markup: build elements instead",
        },
        {
          selector:
            "CallExpression[callee.property.name=/^(insertAdjacentHTML|write|writeln)$/][callee.object.name='document']",
          message: "values must never become markup: build elements instead",
        },
        {
          selector:
            "LogicalExpression[operator='??'][right.raw='0'] > .left:matches(MemberExpression[property.name='value'], Identifier[name='value'])",
          message: "a missing value is no number: narrow to what is present (isPresent) instead",
        },
      ],
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", caughtErrorsIgnorePattern: "^_" },
      ],
    },
  },
  {
    // Adds to the rules above, which a second list of the same name would replace.
    files: ["src/**"],
    ignores: ["src/dom/worker.ts", "src/sandbox/frame/**"],
    rules: {
      "no-restricted-globals": [
        "error",
        {
          name: "Worker",
          message: "start it by blobWorker of src/dom: the policy trusts no other",
        },
        { name: "SharedWorker", message: "a worker of the page's policy is one of blobWorker" },
      ],
    },
  },
  {
    // Another's work on the machine makes it fail: benchmarks time, a test has a deadline.
    files: ["test/**/*.test.ts"],
    ignores: ["test/**/*.browser.test.ts"],
    rules: {
      "no-restricted-properties": [
        "error",
        {
          object: "performance",
          property: "now",
          message: "speed is measured by a benchmark; give a test that must end a deadline",
        },
      ],
    },
  },
  {
    // What is longer is several things. The callbacks of tests are lists and no functions.
    ignores: ["test/**"],
    rules: {
      "max-lines-per-function": ["error", { max: 80, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ["**/*.mjs", "*.js"],
    languageOptions: {
      globals: {
        process: "readonly",
        console: "readonly",
        URL: "readonly",
        fetch: "readonly",
        setTimeout: "readonly",
        clearTimeout: "readonly",
      },
    },
  },
);
