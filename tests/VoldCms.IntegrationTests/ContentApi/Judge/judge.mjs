// Asked by the tests: `node judge.mjs breaking OLD.graphql NEW.graphql`, `node judge.mjs audits URL` or
// `node judge.mjs introspect URL`. Prints JSON.
import { readFileSync } from "node:fs";
import { buildClientSchema, buildSchema, findBreakingChanges, getIntrospectionQuery } from "graphql";
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
} else if (task === "introspect") {
  console.log(JSON.stringify(await introspect(given[0])));
} else {
  throw new Error(`No such task: ${task}`);
}

// Every variant that getIntrospectionQuery makes of what September 2025 has, as graphql-codegen, rover and Apollo's tools ask
// it, and GraphiQL's second try.
async function introspect(url) {
  const options = ["descriptions", "specifiedByUrl", "directiveIsRepeatable", "schemaDescription", "inputValueDeprecation", "oneOf"];
  const queries = Array.from({ length: 2 ** options.length }, (_, set) =>
    getIntrospectionQuery(Object.fromEntries(options.map((option, place) => [option, Boolean(set & (1 << place))]))),
  );
  queries.push(queries.at(-1).replace("subscriptionType { name kind }", "").replace("subscriptionType { name }", ""));
  const answers = [];
  for (const [place, query] of queries.entries()) {
    const ask = async () =>
      (
        await fetch(url, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ query, operationName: "IntrospectionQuery" }),
        })
      ).text();
    const [first, second] = [await ask(), await ask()];
    const { data, errors } = JSON.parse(first);
    const types = data && place % 21 === 0 ? Object.keys(buildClientSchema(data).getTypeMap()).length : 0;
    answers.push({ query, errors: errors?.[0]?.message ?? "", isSame: first === second, types });
  }
  return answers;
}
