export const stamp = ({ text, note, key }) => ({ value: `${key}/${text}/${note ?? ""}` });
export const upper = text => text.toUpperCase();
