import { fail, succeed, type Result } from '../../lib/base/result'
import type { CommandContext, CommandProblem } from '../../lib/commands/command'
import { findCommand } from '../../lib/commands/registry'
import { applyPatch } from '../../lib/document/applyPatch'
import type { createDocument } from '../../lib/document/createDocument'
import { observeMap } from '../../lib/document/observeMap'
import { origins } from '../../lib/document/origin'

/** A command by name, as a request brings it. */
export interface CommandCall {
  readonly name: string
  readonly input?: unknown
}

/** What a command made or touched. */
export interface CommandDone {
  readonly name: string
  readonly elements: readonly string[]
  readonly links: readonly string[]
}

/** Which command was refused, and why. */
export interface CommandsRefused {
  readonly index: number
  readonly name: string
  readonly problem: CommandProblem | { readonly code: 'no-such-command' }
}

/**
 * Runs commands one after the other on a document, each on the map as those before it left it. After a
 * refusal the document holds what came before it: give it one that may be thrown away. Cost: the map is read once.
 */
export function runCommands(
  doc: ReturnType<typeof createDocument>,
  calls: readonly CommandCall[],
  context: CommandContext,
): Result<readonly CommandDone[], CommandsRefused> {
  const observed = observeMap(doc)
  try {
    const done: CommandDone[] = []
    for (const [index, { name, input }] of calls.entries()) {
      const command = findCommand(name)
      if (command === undefined) return fail({ index, name, problem: { code: 'no-such-command' } })
      const outcome = command.run(observed.get(), input, context)
      if (!outcome.ok) return fail({ index, name, problem: outcome.reason })
      applyPatch(doc, outcome.value, origins.command)
      const { elements = [], links = [] } = outcome.value.select ?? {}
      done.push({ name, elements, links })
    }
    return succeed(done)
  } finally {
    observed.close()
  }
}
