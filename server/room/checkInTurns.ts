import { checkUpdate, type Verdict } from './guard'
import type { ChangeAsUpdate } from './intake'
import type { LiveDocument } from './liveDocument'
import type { StructId } from './versionWatch'

/**
 * What the guard says of a large change, asked of its pieces one after the other with a rest after each. Meanwhile the
 * document must stay as it is. Cost: as for `checkUpdate`, in as many turns as there are pieces.
 */
export async function checkInTurns(
  document: LiveDocument,
  { update, pieces = [update] }: ChangeAsUpdate,
  rest: () => Promise<void>,
): Promise<Verdict> {
  const next = new Map<number, number>()
  const levels = new Map<string, number>()
  const versions: StructId[] = []
  const clocks = document.clocks({ next, levels, versions })
  const found: Extract<Verdict, { kind: 'new' }>[] = []
  for (const piece of pieces) {
    const verdict = checkUpdate(piece, clocks)
    if (verdict.kind === 'hostile' || verdict.kind === 'gap') return verdict
    if (verdict.kind === 'new') {
      // What comes after it may build on it.
      for (const [client, clock] of verdict.next) next.set(client, Math.max(clock, clocks.next(client)))
      for (const { client, clock, level } of verdict.types) levels.set(`${client}:${clock}`, level)
      versions.push(...verdict.versions)
      found.push(verdict)
    }
    await rest()
  }
  if (found.length === 0) return { kind: 'nothing-new' }
  return {
    kind: 'new',
    update,
    next,
    versions,
    types: found.flatMap(({ types }) => types),
    added: found.flatMap(({ added }) => added),
    wrote: found.flatMap(({ wrote }) => wrote),
    overlaps: found.some(({ overlaps }) => overlaps),
  }
}
