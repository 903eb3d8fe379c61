import type { SyncStatus } from '../hooks/editor'

/**
 * Counts what was made without a server, over its statuses in order, for the word when it is back. The
 * server may confirm changes before it says that all is in step: what was waiting at most is what was sent.
 *
 * @param most what the count was before this status
 */
export function countUnsent(most: number, status: SyncStatus): number {
  if (status.kind === 'offline') return Math.max(most, status.unsent)
  return status.kind === 'saved' ? 0 : most
}
