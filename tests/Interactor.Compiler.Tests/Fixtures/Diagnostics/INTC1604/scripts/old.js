export const old = text => text;
