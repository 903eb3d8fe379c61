/** True for an address of a page: `http` or `https`, with a host and without a name or password in it. */
export function isWebAddress(text: string): boolean {
  const url = readUrl(text)
  return url !== undefined && /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
}

/** What people type for an address, as one: `example.org/a` gets its `https://`. Anything else stays as it is. */
export function completeWebAddress(typed: string): string {
  const text = typed.trim()
  const isBare = /^[\p{L}\p{N}][\p{L}\p{N}.-]*\.\p{L}{2,}(?::\d+)?(?:[/?#]\S*)?$/u.test(text)
  return isBare ? `https://${text}` : text
}

/** The host that an address leads to, for people to see before they follow it; its own text if it is none. */
export function hostOf(address: string): string {
  return readUrl(address)?.host.replace(/^www\./, '') ?? address
}

function readUrl(text: string): URL | undefined {
  // The parser forgives blanks and line breaks, which no address has.
  return /\s/.test(text) || !URL.canParse(text) ? undefined : new URL(text)
}
