import { defineConfig } from "oxlint";

type Room = {
  /** Rooms it may import from, itself aside. */
  readonly from: readonly string[];
  /** Packages it may import; missing = any. */
  readonly packages?: readonly string[];
  readonly rule: string;
};

/** The house: which room may know which. */
const rooms = {
  core: {
    from: [],
    packages: ["zod"],
    rule: "core is true on paper: it imports zod and other files of core, nothing else.",
  },
  protocol: {
    from: ["core"],
    packages: ["zod"],
    rule: "protocol is what crosses the wire: it imports core and zod, nothing else.",
  },
  engine: {
    from: ["core"],
    rule: "engine answers with SQL and knows no HTTP: of the other rooms it imports core only.",
  },
  server: {
    from: ["core", "protocol", "engine"],
    rule: "server imports core, protocol and engine; it never meets web, and cli stands above it.",
  },
  web: {
    from: ["core", "protocol"],
    rule: "web imports core and protocol; it meets the server over the wire only.",
  },
  cli: {
    from: ["core", "protocol", "engine", "server"],
    rule: "cli imports core, protocol, engine and server; it never meets web.",
  },
  sdk: {
    from: ["protocol"],
    packages: [],
    rule: "sdk runs on other people's pages: types of protocol, and no package at all.",
  },
} satisfies Record<string, Room>;

type Ban = { regex?: string; group?: string[]; message: string };

const imports = (
  ...patterns: Ban[]
): { "no-restricted-imports": ["error", { patterns: Ban[] }] } => ({
  "no-restricted-imports": ["error", { patterns }],
});

const otherRooms = (name: string, { from, rule }: Room): Ban => {
  const barred = Object.keys(rooms).filter((other) => other !== name && !from.includes(other));
  return { regex: `^\\.\\.?/(.*/)?(${barred.join("|")})/`, message: rule };
};

const otherPackages = ({ packages, rule }: Room): Ban[] =>
  packages
    ? [{ group: ["*", "!./**", "!../**", ...packages.map((name) => `!${name}`)], message: rule }]
    : [];

const walls = Object.entries<Room>(rooms).flatMap(([name, room]) => [
  { files: [`src/${name}/**`], rules: imports(otherRooms(name, room), ...otherPackages(room)) },
  {
    // A test may bring its tools and read its samples; the walls between rooms hold for it too.
    files: [`src/${name}/**/*.{test,arbitrary}.{ts,tsx}`],
    rules: imports(otherRooms(name, room)),
  },
]);

/** The one file of core that reads and writes YAML. */
const yaml = {
  files: ["src/core/yaml.ts"],
  rules: imports(
    otherRooms("core", rooms.core),
    ...otherPackages({ ...rooms.core, packages: ["zod", "yaml"] }),
  ),
};

/** The browser has no Node. */
const browser = {
  files: ["src/web/**"],
  excludeFiles: ["**/*.test.{ts,tsx}"],
  rules: imports(otherRooms("web", rooms.web), { group: ["node:*"], message: rooms.web.rule }),
};

export default defineConfig({
  plugins: ["typescript", "unicorn", "oxc", "import", "react", "jsx-a11y", "node"],
  jsPlugins: ["./scripts/house-rules.ts"],
  categories: { correctness: "error", suspicious: "error" },
  options: { typeAware: true, reportUnusedDisableDirectives: "error" },
  ignorePatterns: ["dist/**", ".tsbuild/**", "examples/**"],
  rules: {
    "max-lines": ["error", { max: 400 }],
    eqeqeq: "error",
    "import/no-cycle": "error",
    "import/no-default-export": "error",
    "import/no-named-as-default-member": "off",
    "import/no-unassigned-import": "off",
    "typescript/no-explicit-any": "error",
    "typescript/no-floating-promises": "error",
    "typescript/no-misused-promises": "error",
    "typescript/switch-exhaustiveness-check": "error",
    "typescript/consistent-type-imports": "error",
    "typescript/consistent-return": "off",
    "typescript/no-unsafe-type-assertion": "off",
    "typescript/unbound-method": "off",
    "unicorn/consistent-function-scoping": "off",
    "react/incompatible-library": "off",
    "react/react-in-jsx-scope": "off",
    // The map is an ARIA grid, which has no tags of its own.
    "jsx-a11y/prefer-tag-over-role": "off",
    "house/no-export-all": "error",
    "no-await-in-loop": "off",
    "no-shadow": "off",
    "no-unmodified-loop-condition": "off",
  },
  overrides: [
    ...walls,
    yaml,
    browser,
    { files: ["src/**"], rules: { "node/no-process-env": "error" } },
    {
      files: ["src/server/{config,thread-pool}.ts", "src/**/*.test.{ts,tsx}"],
      rules: { "node/no-process-env": "off" },
    },
    { files: ["src/core/**"], rules: { "house/no-clock-or-chance": "error" } },
    { files: ["src/core/**/*.test.ts"], rules: { "house/no-clock-or-chance": "off" } },
    {
      files: ["*.config.ts", "scripts/{house-rules,closing-line}.ts"],
      rules: { "import/no-default-export": "off" },
    },
  ],
});
