// What every field answers, decided by type, field and arguments alone, so that two engines can be compared value by value.
// `Conventions.cs` says the same in C#. An object is a seed and a type; a field's hash is made of the seed and the field's name
// and arguments.
//
//   fail…     throws                            echo…     the arguments, as text
//   nothing…  null                              maybe…    null for half of the hashes, in lists item by item
import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  getNullableType,
  isAbstractType,
  isEnumType,
  isListType,
  isObjectType,
} from 'graphql';

export const rootValue = { seed: 1 };

const encoder = new TextEncoder();

/** FNV-1a over UTF-8, 32 bits. */
export function hash(text) {
  let result = 0x811c9dc5;
  for (const byte of encoder.encode(text)) {
    result = Math.imul(result ^ byte, 0x01000193);
  }
  return result >>> 0;
}

const bits = new DataView(new ArrayBuffer(8));

/** One text per value: numbers by their bits, strings with their length, object keys in order. */
export function canonical(value) {
  if (value === null || value === undefined) {
    return 'null';
  }
  switch (typeof value) {
    case 'boolean':
      return value ? 'true' : 'false';
    case 'number':
      bits.setFloat64(0, value);
      return 'n' + bits.getBigUint64(0).toString(16).padStart(16, '0');
    case 'string':
      return 's' + encoder.encode(value).length + ':' + value;
    default:
      return Array.isArray(value)
        ? '[' + value.map(canonical).join(',') + ']'
        : '{' + Object.keys(value).sort().map((key) => key + ':' + canonical(value[key])).join(',') + '}';
  }
}

export const resolverFor = (schema) => (source, args, _context, info) => {
  const given = canonical(args);
  if (info.fieldName.startsWith('fail')) {
    throw new Error(`${info.parentType.name}.${info.fieldName} failed`);
  }
  return answer(schema, info.returnType, info.fieldName, given, hash(`${source.seed}|${info.parentType.name}.${info.fieldName}|${given}`));
};

export const typeResolverFor = () => (value) => value.type;

function answer(schema, declared, field, given, seed) {
  if (field.startsWith('nothing') || (field.startsWith('maybe') && seed % 2 === 0)) {
    return null;
  }
  const type = getNullableType(declared);
  if (isListType(type)) {
    return Array.from({ length: seed % 4 }, (_, index) => answer(schema, type.ofType, field, given, hash(`${seed}|${index}`)));
  }
  if (isObjectType(type)) {
    return { seed, type: type.name };
  }
  if (isAbstractType(type)) {
    const names = schema.getPossibleTypes(type).map(({ name }) => name).sort();
    return { seed, type: names[seed % names.length] };
  }
  if (isEnumType(type)) {
    const values = type.getValues();
    return values[seed % values.length].value;
  }
  switch (type) {
    case GraphQLInt:
      return (seed % 2001) - 1000;
    case GraphQLFloat:
      return ((seed % 4001) - 2000) / 4;
    case GraphQLBoolean:
      return seed % 2 === 1;
    case GraphQLID:
      return String(seed % 100000);
    default:
      return field.startsWith('echo') ? given : `${type.name} «${field}»\n${seed % 1000}`;
  }
}
