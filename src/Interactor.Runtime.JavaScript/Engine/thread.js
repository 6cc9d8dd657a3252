// The thread that runs scripts, one after the other, each in an instance of the engine of its own that is thrown away afterwards:
// nothing of a script, not even a broken heap, reaches the next one.
'use strict';
const { parentPort, workerData } = require('node:worker_threads');

const { files } = workerData;
const loaded = new Map();
const wasmModule = new WebAssembly.Module(Buffer.from(files['engine.wasm'], 'base64'));
const { newQuickJSWASMModuleFromVariant, newVariant } = load('core');
const silent = { print() { }, printErr() { } };
const variant = {
  type: 'sync',
  importFFI: async () => load('ffi').QuickJSFFI,
  importModuleLoader: async () => load('emscripten'),
};

const pageBytes = 65536;
const maxLogLines = 1000;

// What the engine's own files ask for: each other, and nothing of Node.
function load(name) {
  const known = { '@jitl/quickjs-ffi-types': 'types', 'node:fs': 'nothing' }[name] ?? name;
  if (known === 'nothing') {
    return {};
  }

  if (!loaded.has(known)) {
    const module = { exports: {} };
    loaded.set(known, module);
    new Function('module', 'exports', 'require', '__dirname', files[known + '.js'])(module, module.exports, load, '/');
  }

  return loaded.get(known).exports;
}

parentPort.on('message', async bytes => {
  // A request that is no JSON ends the process: who wrote it is out of step, and so would be the answers.
  const request = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  const log = { lines: [], left: request.maxLogChars, isCut: false };
  let answer;
  try {
    answer = await run(request, log);
  } catch (e) {
    answer = { failure: failureOfEngine(e) };
  }

  const text = new TextEncoder().encode(JSON.stringify({ ...answer, log: log.lines, isLogCut: log.isCut }));
  parentPort.postMessage(text, [text.buffer]);
});

// An instance that fails itself has run out of its memory or of its stack.
function failureOfEngine(e) {
  if (e instanceof RangeError) {
    return { kind: 'stack', message: 'stack overflow' };
  }

  return e instanceof WebAssembly.RuntimeError || e?.name === 'QuickJSUnwrapError'
    ? { kind: 'memory', message: 'out of memory' }
    : { kind: 'engine', message: `The engine failed (${e?.name}).` };
}

async function run(request, log) {
  const pages = Math.ceil(request.memoryBytes / pageBytes);
  const wasmMemory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const heap = { isFull: false };

  // The engine asks for more when nothing is left.
  wasmMemory.grow = () => {
    heap.isFull = true;
    throw new RangeError('The memory has a fixed size.');
  };
  const quickjs = await newQuickJSWASMModuleFromVariant(newVariant(variant, { wasmModule, wasmMemory, emscriptenModule: silent }));
  const runtime = quickjs.newRuntime();
  const clock = { deadline: performance.now() + request.timeoutMs, isOver: false };
  const isLate = () => clock.isOver ||= performance.now() > clock.deadline;
  runtime.setMaxStackSize(request.stackBytes);
  runtime.setInterruptHandler(isLate);
  const context = runtime.newContext();
  const inside = prepare(context, log);
  const answer = evaluate(runtime, context, inside, request, isLate);

  // An engine without a byte left cannot make an error either: it throws null, or drops the job that would have settled a promise.
  if (heap.isFull && (answer.failure?.message === 'null' || answer.failure?.kind === 'pending')) {
    answer.failure = { kind: 'memory', message: 'out of memory' };
  }

  return clock.isOver ? { failure: { kind: 'timeout', message: 'The time is used up.' } } : answer;
}

function prepare(context, log) {
  const emit = context.newFunction('emit', (level, text) => {
    if (log.isCut) {
      return;
    }

    const line = { level: context.getString(level), text: context.getString(text) };
    log.isCut = line.text.length > log.left || log.lines.length >= maxLogLines;
    line.text = line.text.slice(0, log.left);
    log.left -= line.text.length;
    log.lines.push(line);
  });
  const make = context.unwrapResult(context.evalCode(files['inside.js'], 'inside.js'));
  return context.unwrapResult(context.callFunction(make, context.undefined, emit));
}

function evaluate(runtime, context, inside, request, isLate) {
  const loading = context.evalCode(request.source, request.file, { type: 'module' });
  if (loading.error) {
    return failed(context, inside, loading.error, request.file);
  }

  const module = settle(runtime, context, loading.value, isLate);
  if (module.error) {
    return failed(context, inside, module.error, request.file);
  }

  if (!module.value) {
    return { failure: { kind: 'pending', message: 'The module waits for something that never happens.' } };
  }

  const find = context.getProp(inside, 'find');
  const missing = context.dump(context.unwrapResult(context.callFunction(find, context.undefined, module.value, context.newString(request.function))));
  if (missing !== null) {
    return { failure: { kind: 'function', message: missing } };
  }

  const call = context.getProp(inside, 'call');
  const called = context.callFunction(
    call, context.undefined, module.value, context.newString(request.function), context.newString(request.arguments));
  const result = called.error ? called : settle(runtime, context, called.value, isLate);
  if (result.error) {
    return failed(context, inside, result.error, request.file);
  }

  if (!result.value) {
    return { failure: { kind: 'pending', message: 'The function waits for something that never happens.' } };
  }

  const length = context.getNumber(context.getProp(result.value, 'length'));
  return length > request.maxResultChars
    ? { failure: { kind: 'result', message: `The result has ${length} characters as JSON, and ${request.maxResultChars} are allowed.` } }
    : { result: context.getString(result.value) };
}

// What a promise comes to, after everything that is due has run; neither value nor error where it stays pending.
function settle(runtime, context, handle, isLate) {
  for (; ;) {
    const state = context.getPromiseState(handle);
    if (state.type === 'fulfilled') {
      return { value: state.value };
    }

    if (state.type === 'rejected') {
      return { error: state.error };
    }

    if (!runtime.hasPendingJob() || isLate()) {
      return {};
    }

    // A job that throws has told its promise; only an interrupt ends here, which the deadline tells.
    runtime.executePendingJobs(100);
  }
}

function failed(context, inside, error, file) {
  const described = context.callFunction(context.getProp(inside, 'describe'), context.undefined, error);
  if (described.error) {
    return { failure: { kind: 'memory', message: 'out of memory' } };
  }

  // A script may have changed how its values become JSON, so that anything may stand here.
  const told = JSON.parse(context.getString(described.value)) ?? {};
  const name = textOr(told.name, '');
  const message = textOr(told.message, 'The script failed and does not say why.');
  const shown = name === '' ? message : `${name}: ${message}`;
  return { failure: { kind: kindOf(name, message), message: shown.slice(0, 4000), ...placeIn(textOr(told.stack, ''), file) } };
}

function textOr(value, otherwise) {
  return typeof value === 'string' ? value : otherwise;
}

function kindOf(name, message) {
  if (message === 'out of memory') {
    return 'memory';
  }

  if (message === 'stack overflow' || message === 'Maximum call stack size exceeded') {
    return 'stack';
  }

  return name === 'SyntaxError' ? 'syntax' : 'error';
}

// The first place of the stack that is in the script: "at f (script.js:3:10)" or "at script.js:2:5".
function placeIn(stack, file) {
  for (const line of stack.split('\n')) {
    const at = line.lastIndexOf(file + ':');
    const place = at < 0 ? null : /^(\d+)(?::(\d+))?\)?$/.exec(line.slice(at + file.length + 1).trim());
    if (place) {
      return { line: Number(place[1]), column: Number(place[2] ?? 1) };
    }
  }

  return {};
}

parentPort.postMessage(new TextEncoder().encode(JSON.stringify({ ready: true })));
