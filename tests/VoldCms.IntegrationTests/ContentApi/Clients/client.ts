// node client.js ENDPOINT: asks with Apollo Client in the generated types, so that a wrong field does not compile. Prints JSON.
import { ApolloClient, HttpLink, InMemoryCache } from "@apollo/client";
import { HelpPagesDocument, ItemDocument, PlanWithMeasuresDocument, possibleTypes } from "./generated.js";

declare const process: { argv: string[] };

const client = new ApolloClient({ link: new HttpLink({ uri: process.argv[2] }), cache: new InMemoryCache({ possibleTypes }) });

const { data: pages } = await client.query({ query: HelpPagesDocument, variables: { culture: "pl", first: 5 } });
const { data: plans } = await client.query({ query: PlanWithMeasuresDocument, variables: { where: { displayText_contains: "plan" } } });
const plan = plans?.plan?.[0];
const { data: item } = await client.query({ query: ItemDocument, variables: { id: plan?.contentItemId ?? "" } });
const { error } = await client.query({ query: HelpPagesDocument, variables: { culture: "pl", first: -1 }, errorPolicy: "all" });

const isFallback: boolean | null | undefined = pages?.helpPage?.[0]?.localization?.isFallback;
const planOrder: number | null | undefined = plan?.measures?.[0]?.planOrder;

console.log(
  JSON.stringify({
    pages: pages?.helpPage?.length,
    isFallback,
    planOrder,
    measures: plan?.measures?.length,
    responsible: plan?.measures?.flatMap((measure) => measure?.responsibleParties?.contentItems ?? []).length,
    typename: item?.contentItem?.__typename,
    shortTitle: item?.contentItem && "shortTitle" in item.contentItem,
    error: error?.message,
  }),
);
