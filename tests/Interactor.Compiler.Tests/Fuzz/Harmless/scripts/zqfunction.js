// Reads and writes JSON.
export function zqexport(given) {
  return { "a result": `${given["the text"]} and ${given["a hint"] ?? "nothing"}` };
}
export const bare = () => true;
