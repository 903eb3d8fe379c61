/**
 * A path as it may stand in a log: without parameters, since they may hold keys, and without short
 * codes, which open maps as keys do.
 */
export function logPath(url: string): string {
  const path = url.split(/[?#]/, 1)[0] ?? ''
  return path.replace(/^(\/(?:api\/)?(?:j|join)\/)[^/]+/, '$1…').slice(0, 200)
}
