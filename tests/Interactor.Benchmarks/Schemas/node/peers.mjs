// Validates the documents of a set with ajv or Blaze when it is asked to, and tells how long that took.
// A request is a line of JSON on standard input, an answer a line of JSON on standard output.

import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import jsonschema from '@sourcemeta/jsonschema';

const sets = new Map();

// What a contender does with each document of a set; it answers true for a valid one.
const contenders = {
  AjvValue: (set) => over(set.values, set.validate),
  AjvText: (set) => over(set.texts, (text) => set.validate(JSON.parse(text))),
  AjvBytes: (set) => over(set.bytes, (bytes) => set.validate(JSON.parse(bytes))),
};

function over(documents, handle) {
  return (passes) => {
    let valid = 0;
    for (let pass = 0; pass < passes; pass++) {
      for (const document of documents) {
        if (handle(document)) {
          valid++;
        }
      }
    }

    return valid;
  };
}

function load(folder) {
  const read = (name) => fs.readFileSync(path.join(folder, name));
  const { others, documents, dynamicTarget } = JSON.parse(read('set.json'));
  const schema = (name) => {
    const parsed = JSON.parse(read(name));
    return dynamicTarget ? withoutDynamicReferences(parsed, dynamicTarget, true) : parsed;
  };
  const bytes = documents.map(read);
  const texts = bytes.map((b) => b.toString());
  const ajv = new Ajv({ strict: false, logger: false });
  addFormats(ajv);
  for (const { uri, file } of others) {
    if (!ajv.getSchema(uri)) {
      ajv.addSchema(schema(file), uri);
    }
  }

  return { folder, others, bytes, texts, values: texts.map((t) => JSON.parse(t)), validate: ajv.compile(schema('schema.json')), runs: new Map() };
}

// Says where each $dynamicRef goes. An anchor at the root of a file stays: the meta-schemas that ajv brings refer to it.
function withoutDynamicReferences(schema, target, isRoot) {
  if (Array.isArray(schema)) {
    return schema.map((item) => withoutDynamicReferences(item, target, false));
  }

  if (schema === null || typeof schema !== 'object') {
    return schema;
  }

  return Object.fromEntries(Object.entries(schema)
    .filter(([name]) => isRoot || name !== '$dynamicAnchor')
    .map(([name, value]) => name === '$dynamicRef' ? ['$ref', target] : [name, withoutDynamicReferences(value, target, false)]));
}

async function measure({ folder, contender, milliseconds }) {
  if (!sets.has(folder)) {
    sets.set(folder, load(folder));
  }

  const set = sets.get(folder);
  if (contender === 'Blaze') {
    return measureBlaze(set, milliseconds);
  }

  if (!set.runs.has(contender)) {
    set.runs.set(contender, { run: contenders[contender](set), passesPerMillisecond: 0 });
  }

  const state = set.runs.get(contender);
  const passes = Math.max(1, Math.floor(state.passesPerMillisecond * milliseconds));
  const start = process.hrtime.bigint();
  const valid = state.run(passes);
  const nanoseconds = Number(process.hrtime.bigint() - start);
  state.passesPerMillisecond = (passes / nanoseconds) * 1e6;
  const handled = passes * set.bytes.length;
  return valid === handled ? { nanoseconds: nanoseconds / handled } : { error: `refuses ${(handled - valid) / passes} documents` };
}

// Blaze comes as a command, which measures itself: mean microseconds for each line of a file, parsed before.
async function measureBlaze(set, milliseconds) {
  const loops = Math.max(3, Math.floor((set.blazeLoopsPerMillisecond ?? 0) * milliseconds));
  const resolved = set.others.flatMap(({ file }) => ['--resolve', path.join(set.folder, file)]);
  const { code, stdout, stderr } = await jsonschema.spawn([
    'validate', path.join(set.folder, 'schema.json'), path.join(set.folder, 'documents.jsonl'),
    '--benchmark', '--fast', '--format-assertion', '--loop', String(loops), ...resolved,
  ]);
  const times = [...(stdout + stderr).matchAll(/: PASS ([0-9.]+) \+-/g)].map((m) => Number(m[1]) * 1000);
  if (code !== 0 || times.length !== set.bytes.length) {
    return { error: (stderr || stdout).trim().split('\n')[0] || `exit code ${code}` };
  }

  const total = times.reduce((sum, time) => sum + time, 0);
  set.blazeLoopsPerMillisecond = 1e6 / Math.max(total, 1);
  return { nanoseconds: total / times.length };
}

for await (const line of readline.createInterface({ input: process.stdin })) {
  let answer;
  try {
    answer = await measure(JSON.parse(line));
  } catch (error) {
    answer = { error: error.message.split('\n')[0] };
  }

  process.stdout.write(JSON.stringify(answer) + '\n');
}
