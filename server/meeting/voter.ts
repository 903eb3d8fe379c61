import { createHash } from 'node:crypto'
import type { Identity } from '../access/identity'

/**
 * Stands for one person in one round: the same in every tab and behind every link of a browser, so
 * that nobody answers twice, and another one in every round, so that answers of several rounds cannot
 * be laid beside each other. undefined for who has not joined under a name.
 */
export function voterOf(round: string, { device, participant }: Identity): string | undefined {
  const person = device ?? participant?.id
  if (participant === undefined || person === undefined) return undefined
  return createHash('sha256').update(`${round} ${person}`).digest('hex')
}
