const words = text => text.split(/\s+/u).filter(word => word.length > 0).length;

export function stamp({ text, key }) {
  if (text.length === 0) {
    throw new Error("An empty letter has no stamp.");
  }

  return { value: `${key}/${text.length}`, words: words(text) };
}

export const countWords = ({ text }) => ({ count: words(text) });
