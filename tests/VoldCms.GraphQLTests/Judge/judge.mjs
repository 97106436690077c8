// The reference implementation as a judge: one request per line of stdin, one answer per line of stdout, both JSON.
//
//   request  { id, mode, schema?, document?, variables?, operationName? }
//   answer   { id, accepted, errors: [{ rule, message, locations, path }], aborted?, data?, text? }
//
// `rule` is the rule's name without the suffix "Rule", or "Syntax", "Schema" (the type system's own validation),
// "Request" (coercion of variables, choice of operation) and "Field" (raised while a field was resolved). `aborted` says that the
// reference gave up at its first error, or broke, where there may be more to say.
import { createInterface } from 'node:readline';
import {
  GraphQLError, buildASTSchema, execute, getIntrospectionQuery, parse, specifiedRules, validate, validateSchema,
} from 'graphql';
import { validateSDL } from 'graphql/validation/validate.js';
import { specifiedSDLRules } from 'graphql/validation/specifiedRules.js';
import { resolverFor, typeResolverFor, rootValue } from './convention.mjs';

// Not in the specification of September 2025: @defer and @stream.
const executableRules = specifiedRules.filter((rule) => !/^(Defer|Stream)/.test(rule.name));
// By default the reference reads an empty selection set, which the grammar of the specification does not have.
const parseOptions = { allowEmptySelectionSets: false };
const validateOptions = { maxErrors: Number.MAX_SAFE_INTEGER, allowEmptySelectionSets: false };
// All that the specification has, but no descriptions: it leaves the words for the built-in types to the implementation.
const introspectionOptions = {
  descriptions: false, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true,
};
const schemas = new Map();

const ruleName = (rule) => rule.name.replace(/Rule$/, '').replace(/OnDirectives$/, '');

/** The same rule, signing every error that it reports. */
const signed = (rule) => (context) => {
  const signing = Object.create(context);
  signing.reportError = (error) => {
    error.rule = ruleName(rule);
    context.reportError(error);
  };
  return rule(signing);
};

const describe = (error, fallback) => ({
  rule: error.rule ?? fallback,
  message: error.message,
  locations: (error.locations ?? []).map(({ line, column }) => [line, column]),
  path: error.path ?? [],
});

const rejected = (errors, fallback) => ({ accepted: false, errors: errors.map((error) => describe(error, fallback)) });

/** Runs a step that throws a GraphQLError when it refuses. */
function attempt(kind, step) {
  try {
    return { value: step() };
  } catch (error) {
    if (!(error instanceof GraphQLError)) {
      throw error;
    }
    return { refusal: rejected([error], kind) };
  }
}

function build(sdl) {
  const parsed = attempt('Syntax', () => parse(sdl, parseOptions));
  if (parsed.refusal) {
    return parsed;
  }
  const broken = validateSDL(parsed.value, undefined, specifiedSDLRules.map(signed));
  if (broken.length > 0) {
    return { refusal: rejected(broken, 'Sdl') };
  }
  return built(() => buildASTSchema(parsed.value, { assumeValidSDL: true }));
}

/** Building throws at the first mistake in the arguments of a directive, and the type system's validation breaks on some others. */
function built(step) {
  try {
    const schema = step();
    const errors = validateSchema(schema);
    return errors.length > 0 ? { refusal: rejected(errors, 'Schema') } : { value: schema };
  } catch (error) {
    return { refusal: { ...rejected(error instanceof GraphQLError ? [error] : [], 'Schema'), aborted: true } };
  }
}

function schemaOf(sdl) {
  let schema = schemas.get(sdl);
  if (schema === undefined) {
    const built = build(sdl);
    if (built.refusal) {
      throw new Error('the schema of the request is refused: ' + JSON.stringify(built.refusal));
    }
    schemas.set(sdl, (schema = built.value));
  }
  return schema;
}

function check(request) {
  const parsed = attempt('Syntax', () => parse(request.document, parseOptions));
  if (parsed.refusal) {
    return parsed;
  }
  const errors = validate(schemaOf(request.schema), parsed.value, executableRules.map(signed), validateOptions);
  return errors.length > 0 ? { refusal: rejected(errors, 'Aborted') } : parsed;
}

async function run(request) {
  const { value: document, refusal } = check(request);
  if (refusal) {
    return refusal;
  }
  const schema = schemaOf(request.schema);
  const result = await execute({
    schema, document, rootValue, variableValues: request.variables, operationName: request.operationName,
    fieldResolver: resolverFor(schema), typeResolver: typeResolverFor(schema),
  });
  const errors = (result.errors ?? []).map((error) => describe(error, error.path ? 'Field' : 'Request'));
  return { accepted: errors.length === 0, errors, data: result.data };
}

const accepted = () => ({ accepted: true, errors: [] });

const modes = {
  parse: ({ document }) => attempt('Syntax', () => parse(document, parseOptions)).refusal ?? accepted(),
  buildSchema: ({ schema }) => build(schema).refusal ?? accepted(),
  validate: (request) => check(request).refusal ?? accepted(),
  execute: run,
  async introspect(request) {
    const document = getIntrospectionQuery(introspectionOptions);
    return { ...(await run({ ...request, document })), text: document };
  },
};

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const request = JSON.parse(line);
  let answer;
  try {
    answer = await modes[request.mode](request);
  } catch (error) {
    answer = { failure: String(error?.stack ?? error) };
  }
  process.stdout.write(JSON.stringify({ id: request.id, ...answer }) + '\n');
}
