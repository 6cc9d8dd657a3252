// What a provider says when it has no time.
export function isBusy(body) {
  return /\bbusy\b/u.test(body?.reason ?? "");
}
