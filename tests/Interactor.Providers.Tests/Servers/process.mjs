// What both servers share: a configuration on the first line of the input, the address on the first line of the output, the end with the end of the input.
import { createInterface } from 'node:readline';

const lines = createInterface({ input: process.stdin });
const waiting = [];
const received = [];

lines.on('line', (line) => (waiting.shift() ?? ((l) => received.push(l)))(line));
lines.on('close', () => process.exit());

export const nextLine = () => received.length > 0
  ? Promise.resolve(received.shift())
  : new Promise((resolve) => { waiting.push(resolve); });

export const say = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);
