import type { RuleTester } from "oxlint/plugins-dev";

type Rule = Parameters<RuleTester["run"]>[1];

/** Clock and chance are parameters in core; a time that is given may be taken apart. */
const noClockOrChance: Rule = {
  create(context) {
    const message =
      "core has no clock and no chance: take the time, the seed or the id as a parameter.";
    return {
      NewExpression(node) {
        const { callee } = node;
        if (callee.type === "Identifier" && callee.name === "Date" && node.arguments.length === 0)
          context.report({ node, message });
      },
      CallExpression(node) {
        const { callee } = node;
        if (callee.type === "Identifier" && callee.name === "Date")
          context.report({ node, message });
      },
      MemberExpression(node) {
        const { object, property } = node;
        if (object.type !== "Identifier" || property.type !== "Identifier") return;
        if (["Date.now", "Math.random"].includes(`${object.name}.${property.name}`))
          context.report({ node, message });
      },
    };
  },
};

const noExportAll: Rule = {
  create(context) {
    return {
      ExportAllDeclaration(node) {
        context.report({ node, message: "No barrels: import from the file that has it." });
      },
    };
  },
};

const house: { meta: { name: string }; rules: Record<string, Rule> } = {
  meta: { name: "house" },
  rules: { "no-clock-or-chance": noClockOrChance, "no-export-all": noExportAll },
};

export default house;
