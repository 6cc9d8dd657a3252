// Not a signature that anybody should use: a sum over the characters, so that the provider can check that all of them were there.
export function signInScript({ method, path, body, key }) {
  let sum = 7;
  for (const character of `${key}\n${method}\n${path}\n${body}`) {
    sum = (sum * 31 + character.codePointAt(0)) % 1000000007;
  }

  return String(sum);
}
