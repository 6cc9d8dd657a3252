// The side process: moves frames between its owner and the thread that runs scripts, and ends when its owner is gone.
// A frame is four bytes of length (little endian) and as many bytes of UTF-8 JSON. The first one from the owner brings the engine.
'use strict';
const { Worker } = require('node:worker_threads');

const maxFrame = 256 * 1024 * 1024;
const exits = { ownerGone: 0, badFrame: 2, threadFailed: 3 };

let chunks = [];
let size = 0;
let thread = null;

process.stdin.on('data', chunk => {
  chunks.push(chunk);
  size += chunk.length;
  for (let frame; (frame = next()) !== null;) {
    take(frame);
  }
});

// Closing the pipe is how an owner stops the process, and what the system does for an owner that was killed. A running script does not hold it up.
process.stdin.on('end', () => process.exit(exits.ownerGone));
process.stdin.on('error', () => process.exit(exits.ownerGone));
process.stdout.on('error', () => process.exit(exits.ownerGone));

function next() {
  if (size < 4) {
    return null;
  }

  if (chunks.length > 1 && chunks[0].length < 4) {
    chunks = [Buffer.concat(chunks)];
  }

  const length = chunks[0].readUInt32LE(0);
  if (length > maxFrame) {
    process.exit(exits.badFrame);
  }

  if (size < 4 + length) {
    return null;
  }

  const all = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
  const rest = all.subarray(4 + length);
  chunks = rest.length === 0 ? [] : [rest];
  size = rest.length;
  return all.subarray(4, 4 + length);
}

function take(frame) {
  // The thread gets its own copy: a part of a pooled buffer cannot be handed over.
  const bytes = new Uint8Array(frame);
  if (thread === null) {
    start(bytes);
  } else {
    thread.postMessage(bytes, [bytes.buffer]);
  }
}

function start(bytes) {
  let engine;
  try {
    engine = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    process.exit(exits.badFrame);
  }

  thread = new Worker(engine.files['thread.js'], { eval: true, workerData: engine, env: {}, stdin: false, stdout: true, stderr: true });
  thread.stdout.resume();
  thread.stderr.resume();
  thread.on('message', write);
  thread.on('messageerror', () => process.exit(exits.threadFailed));
  thread.on('error', () => process.exit(exits.threadFailed));
  thread.on('exit', () => process.exit(exits.threadFailed));
}

function write(answer) {
  const head = Buffer.alloc(4);
  head.writeUInt32LE(answer.length, 0);
  process.stdout.write(head);
  process.stdout.write(answer);
}
