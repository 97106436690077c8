// node compare.mjs BEFORE AFTER: compares two folders that walk.mjs has written and names what differs.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const [before, after] = process.argv.slice(2);
const names = [...new Set([...readdirSync(before), ...readdirSync(after)])].sort();
const different = names.filter((name) => read(before, name) !== read(after, name));
for (const name of different) console.log(`${decodeURIComponent(name)}: ${describe(read(before, name), read(after, name))}`);
console.log(`${names.length} answers compared, ${different.length} differ`);
process.exit(different.length === 0 && names.length > 0 ? 0 : 1);

function read(folder, name) {
  const file = join(folder, name);
  return existsSync(file) ? timeless(readFileSync(file, "utf8")) : undefined;
}

// What every run makes anew: ids of versions, moments of writing, entity tags (they hold the data's generation), and the hash of
// a style in its address.
function timeless(text) {
  return text
    .replace(/"ContentItemVersionId":\s*"[^"]*"/g, '"ContentItemVersionId": ""')
    .replace(/"(Created|Modified|Published)Utc":\s*"[^"]*"/g, '"$1Utc": ""')
    .replace(/^(etag|last-modified|expires|age): .*$/gm, "$1")
    .replace(/<lastmod>[^<]*<\/lastmod>/g, "<lastmod/>");
}

function describe(left, right) {
  if (left === undefined) return "only after";
  if (right === undefined) return "only before";
  let at = 0;
  while (left[at] === right[at]) at++;
  const around = (text) => JSON.stringify(text.slice(Math.max(0, at - 40), at + 60));
  return `${around(left)} before, ${around(right)} after`;
}
