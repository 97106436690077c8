// `node validate.mjs DOCUMENT ANSWER SCHEMA ...`: judges the document, and each answer (a file of JSON) by the schema of that
// name in it. Prints the faults as JSON.
import { readFileSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";
import Ajv from "ajv/dist/2020.js";

const [documentFile, ...answers] = process.argv.slice(2);
const read = (file) => JSON.parse(readFileSync(file, "utf8"));
const document = read(documentFile);
const judged = await new Validator().validate(structuredClone(document));
const told = (error) => (typeof error === "string" ? error : `${error.instancePath}: ${error.message}`);
const faults = judged.valid ? [] : [].concat(judged.errors).map(told);

const ajv = new Ajv.default({ strict: false, allErrors: true, formats: { "date-time": /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/ } });
ajv.addSchema({ $id: "https://document.example/", ...document });
for (let index = 0; index < answers.length; index += 2) {
  const holds = ajv.compile({ $ref: `https://document.example/#/components/schemas/${answers[index + 1]}` });
  if (!holds(read(answers[index]))) {
    faults.push(...holds.errors.map((error) => `${answers[index + 1]} ${error.instancePath}: ${error.message}`));
  }
}

console.log(JSON.stringify(faults));
