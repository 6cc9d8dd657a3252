// Runs inside of the engine before the script: gives it a console, and keeps what calls it out of its reach.
(emit => {
  'use strict';
  const { parse, stringify } = JSON;
  const { keys } = Object;
  const isError = value => value instanceof Error;
  const text = value => {
    try {
      if (typeof value === 'string') {
        return value;
      }

      return (isError(value) ? undefined : stringify(value)) ?? String(value);
    } catch {
      return '(cannot be shown)';
    }
  };

  globalThis.console = {};
  for (const level of ['debug', 'info', 'log', 'warn', 'error']) {
    console[level] = (...values) => emit(level, values.map(text).join(' '));
  }

  return {
    // What is wrong with the name of a function; null where the module exports it.
    find: (module, name) => {
      if (typeof module[name] === 'function') {
        return null;
      }

      const names = keys(module).filter(key => typeof module[key] === 'function').slice(0, 20);
      return `The script exports no function '${name}'` + (names.length === 0 ? '; write "export function" before it.' : `, but ${names.join(', ')}.`);
    },

    call: async (module, name, args) => {
      const result = await module[name](...parse(args));
      const json = stringify(result === undefined ? null : result);
      if (json === undefined) {
        throw new TypeError(`The result is a ${typeof result}, which JSON cannot hold.`);
      }

      return json;
    },

    describe: error => {
      try {
        return isError(error)
          ? stringify({ name: `${error.name}`, message: `${error.message}`, stack: `${error.stack}` })
          : stringify({ message: text(error) });
      } catch (e) {
        return stringify({ message: `${e?.message}` });
      }
    },
  };
})
