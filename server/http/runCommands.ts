import { fail, succeed, type Result } from '../../lib/base/result'
import type { CommandContext, CommandProblem } from '../../lib/commands/command'
import { findCommand } from '../../lib/commands/registry'
import { applyPatch } from '../../lib/document/applyPatch'
import { createDocument } from '../../lib/document/createDocument'
import { observeMap } from '../../lib/document/observeMap'
import { origins } from '../../lib/document/origin'
import { toWeftMap } from '../../lib/model/mapFile'
import type { MapPatch } from '../../lib/model/mapPatch'
import type { MapView } from '../../lib/model/mapView'

/** A command by name, as a request brings it. */
export interface CommandCall {
  readonly name: string
  readonly input?: unknown
}

export interface CommandsDone {
  /** All changes, to be applied in one transaction. */
  readonly patch: MapPatch
  /** What each command made or touched. */
  readonly results: readonly { readonly name: string; readonly elements: string[]; readonly links: string[] }[]
}

/** Which command was refused, and why. */
export interface CommandsRefused {
  readonly index: number
  readonly name: string
  readonly problem: CommandProblem | { readonly code: 'no-such-command' }
}

/**
 * Runs commands one after the other, each on the map as those before it leave it, and gives one patch
 * for all, or none. Cost: one command is as cheap as itself; several copy the map once.
 */
export function runCommands(
  view: MapView,
  calls: readonly CommandCall[],
  context: CommandContext,
): Result<CommandsDone, CommandsRefused> {
  const patches: MapPatch[] = []
  const scratch = calls.length > 1 ? createScratch(view) : undefined
  try {
    for (const [index, { name, input }] of calls.entries()) {
      const command = findCommand(name)
      if (command === undefined) return fail({ index, name, problem: { code: 'no-such-command' } })
      const outcome = command.run(scratch?.view() ?? view, input, context)
      if (!outcome.ok) return fail({ index, name, problem: outcome.reason })
      patches.push(outcome.value)
      if (index < calls.length - 1) scratch?.apply(outcome.value)
    }
  } finally {
    scratch?.close()
  }
  const only = patches.length === 1 ? patches[0] : undefined
  return succeed({
    patch: only ?? {
      changes: patches.flatMap((patch) => patch.changes),
      label: { step: 'edited', count: patches.length },
    },
    results: patches.map((patch, index) => ({
      name: calls[index]?.name ?? '',
      elements: [...(patch.select?.elements ?? [])],
      links: [...(patch.select?.links ?? [])],
    })),
  })
}

function createScratch(view: MapView): { view(): MapView; apply(patch: MapPatch): void; close(): void } {
  const doc = createDocument(toWeftMap(view))
  const observed = observeMap(doc)
  return {
    view: () => observed.get(),
    apply: (patch) => {
      applyPatch(doc, patch, origins.command)
    },
    close: () => doc.destroy(),
  }
}
