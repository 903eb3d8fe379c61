/**
 * Named causes of a closed socket. y-websocket never comes back after 4400 to 4499, so those are
 * for good; after the others it tries again by itself.
 */
export const closeReasons = {
  hostile: 4400,
  'key-unknown': 4401,
  role: 4403,
  'no-such-map': 4404,
  'too-large': 4413,
  busy: 1013,
  restart: 1012,
  failed: 1011,
} as const
export type CloseReason = keyof typeof closeReasons

/** The reason behind a close code, if it is one of ours. */
export function findCloseReason(code: number): CloseReason | undefined {
  return (Object.keys(closeReasons) as CloseReason[]).find((reason) => closeReasons[reason] === code)
}
