// Asked by the tests: `node judge.mjs breaking OLD.graphql NEW.graphql` or `node judge.mjs audits URL`. Prints JSON.
import { readFileSync } from "node:fs";
import { buildSchema, findBreakingChanges } from "graphql";
import { serverAudits } from "graphql-http";

const [task, ...given] = process.argv.slice(2);
if (task === "breaking") {
  const [before, after] = given.map((file) => buildSchema(readFileSync(file, "utf8")));
  console.log(JSON.stringify(findBreakingChanges(before, after).map((change) => `${change.type}: ${change.description}`)));
} else if (task === "audits") {
  const results = [];
  for (const audit of serverAudits({ url: given[0], fetchFn: fetch })) {
    const result = await audit.fn();
    results.push({ id: audit.id, name: audit.name, status: result.status, reason: result.reason ?? null });
    await result.response?.body?.cancel?.();
  }
  console.log(JSON.stringify(results));
} else {
  throw new Error(`No such task: ${task}`);
}
