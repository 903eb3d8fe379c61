/** What someone typed or pasted to come into a map. */
export type RoomAddress =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'link'; readonly mapId: string; readonly key: string }
  /** A link to another server: only that server can open it. */
  | { readonly kind: 'elsewhere'; readonly url: string }

const codeLength = 6

/** A code as it is shown: capitals and digits, nothing else, six at most. */
export function tidyCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, codeLength)
}

/** True if nothing of the code is missing. */
export function isWholeCode(code: string): boolean {
  return code.length === codeLength
}

/** Reads a pasted address: a map's link with its key, or a link with a code. Undefined if it is neither. */
export function readAddress(pasted: string, origin: string): RoomAddress | undefined {
  const text = pasted.trim()
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined
  const url = new URL(text)
  if (url.origin !== origin) return { kind: 'elsewhere', url: url.href }
  const code = /^\/j\/([^/]+)$/.exec(url.pathname)?.[1]
  if (code !== undefined && isWholeCode(tidyCode(code))) return { kind: 'code', code: tidyCode(code) }
  const mapId = /^\/m\/([A-Za-z0-9_-]+)$/.exec(url.pathname)?.[1]
  const key = new URLSearchParams(url.hash.slice(1)).get('k')
  return mapId === undefined || key === null ? undefined : { kind: 'link', mapId, key }
}
