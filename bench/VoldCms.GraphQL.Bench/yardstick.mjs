// Times parse, validate and execute of the bench's documents on npm graphql; one line of JSON a document.
import { readFileSync } from "node:fs";
import { buildSchema, execute, parse, validate } from "graphql";

const [seconds, ...documents] = process.argv.slice(2);
const schema = buildSchema(readFileSync("schema.graphql", "utf8"));

const author = { name: "Åse Bråten" };
const articles = Array.from({ length: 45 }, (_, i) => ({
  id: `article-${i}`,
  title: `Hvor kan du få hjelp? Del ${i}`,
  summary: `Kommunen har tilbud til deg som "trenger" noen å snakke med (${i}).`,
  views: 1000 + i,
  isPublished: i % 3 !== 0,
  author,
}));
const sections = Array.from({ length: 5 }, (_, i) => ({
  id: `section-${i}`,
  title: `Seksjon ${i}`,
  articles: ({ first }) => articles.slice(i * 9, i * 9 + first),
}));
const rootValue = {
  articles: ({ first }) => articles.slice(0, first),
  sections: ({ first }) => sections.slice(0, first),
};

function rate(action) {
  const warmUntil = performance.now() + (1000 * seconds) / 2;
  while (performance.now() < warmUntil) action();
  const start = performance.now();
  const end = start + 1000 * seconds;
  let count = 0;
  while (performance.now() < end) {
    for (let i = 0; i < 50; i++) action();
    count += 50;
  }
  return (1000 * count) / (performance.now() - start);
}

for (const name of documents) {
  const text = readFileSync(`queries/${name}.graphql`, "utf8");
  const document = parse(text);
  const run = () => JSON.stringify(execute({ schema, document, rootValue }));
  const all = () => {
    const parsed = parse(text);
    const errors = validate(schema, parsed);
    if (errors.length > 0) throw errors[0];
    return JSON.stringify(execute({ schema, document: parsed, rootValue }));
  };
  console.log(
    JSON.stringify({
      name,
      response: run(),
      parse: rate(() => parse(text)),
      validate: rate(() => validate(schema, document)),
      execute: rate(run),
      all: rate(all),
    }),
  );
}
