// The explorer of the content API: GraphiQL with our examples. Nothing that is typed outlives the page.
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { GraphiQL } from "graphiql";
import "graphiql/style.css";
import "./explorer.css";
import helpPages from "./examples/help-pages-with-fallback.graphql";
import measures from "./examples/measures-by-state-and-responsible.graphql";
import services from "./examples/services-open-now.graphql";
import { MemoryStorage } from "./memory-storage.js";

const root = document.getElementById("explorer");
const { endpoint, editorWorker, jsonWorker, graphqlWorker } = root.dataset;
const workers = { json: jsonWorker, graphql: graphqlWorker };

globalThis.MonacoEnvironment = {
  getWorker: (_, label) => new Worker(workers[label] ?? editorWorker, { type: "module" }),
};

async function fetchAnswer(request, { headers } = {}) {
  const answer = await fetch(endpoint, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      Accept: "application/graphql-response+json",
      // Says that a script of ours asks, so that whoever is signed in is known.
      "X-Requested-With": "GraphiQL",
      ...headers,
    },
    body: JSON.stringify(request),
  });
  return answer.json();
}

createRoot(root).render(
  createElement(GraphiQL, {
    fetcher: fetchAnswer,
    storage: new MemoryStorage(),
    defaultTabs: [services, measures, helpPages].map((query) => ({ query })),
    showPersistHeadersSettings: false,
  }),
);
