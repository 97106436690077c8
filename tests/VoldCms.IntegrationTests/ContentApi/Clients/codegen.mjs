// node codegen.mjs ENDPOINT: reads the schema by introspection and writes generated.ts: the documents of operations.graphql with their
// types, and which types an interface may be, which Apollo's cache has to know.
import { readFileSync, writeFileSync } from "node:fs";
import { codegen } from "@graphql-codegen/core";
import * as typedDocuments from "@graphql-codegen/typed-document-node";
import * as operations from "@graphql-codegen/typescript-operations";
import { buildClientSchema, getIntrospectionQuery, parse, printSchema } from "graphql";

const [endpoint] = process.argv.slice(2);
const answer = await fetch(endpoint, {
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify({ query: getIntrospectionQuery() }),
});
const { data, errors } = await answer.json();
if (errors) throw new Error(JSON.stringify(errors));

const location = "operations.graphql";
const generated = await codegen({
  schema: parse(printSchema(buildClientSchema(data))),
  documents: [{ location, document: parse(readFileSync(location, "utf8")) }],
  filename: "generated.ts",
  config: { useTypeImports: true, scalars: { DateTime: "string", Date: "string", Decimal: "number", TimeSpan: "string" } },
  plugins: [{ operations: {} }, { typedDocuments: {} }],
  pluginMap: { operations, typedDocuments },
});
const possibleTypes = Object.fromEntries(
  data.__schema.types.filter((type) => type.possibleTypes).map((type) => [type.name, type.possibleTypes.map((possible) => possible.name)]),
);
writeFileSync("generated.ts", `${generated}\nexport const possibleTypes: Record<string, string[]> = ${JSON.stringify(possibleTypes)};\n`);
