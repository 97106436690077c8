// Reads {"id": n, "html": "..."} a line, answers {"id": n, "faults": ["rule 3:14 message", ...]} a line, until its input ends.
import { createInterface } from "node:readline";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ["html-validate:recommended"],
    rules: {
      // Where a line may break inside a number is the style sheet's affair; the rule also asks it of "Ring 112".
      "tel-non-breaking": "off",
      // Razor leaves the white space in front of a line of code; nobody reads it.
      "no-trailing-whitespace": "off",
      // Titles are for people: the page, the plan, the municipality.
      "long-title": "off",
      // A list may have a name.
      "aria-label-misuse": ["error", { allowAnyNamable: true }],
    },
  }),
);

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const { id, html } = JSON.parse(line);
  const report = await validator.validateString(html);
  const faults = report.results
    .flatMap((result) => result.messages)
    .map((fault) => `${fault.ruleId} ${fault.line}:${fault.column} ${fault.message}`);
  process.stdout.write(`${JSON.stringify({ id, faults })}\n`);
}
