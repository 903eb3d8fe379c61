'use client'
import { createId, type ElementId } from '../../../lib/base/ids'
import type { Json } from '../../../lib/base/json'
import { systemRandom } from '../../../lib/base/random'
import type { Result } from '../../../lib/base/result'
import type { CommandProblem } from '../../../lib/commands/command'
import { deletePractice } from '../../../lib/commands/deletePractice'
import { savePractice } from '../../../lib/commands/savePractice'
import type { MapPatch } from '../../../lib/model/mapPatch'
import type { MemberState } from '../../../lib/model/practice/coalition'
import { readPractice } from '../../../lib/model/practice/practices'
import { useEditor } from '../../hooks/EditorProvider'
import { useRun } from '../../hooks/useRun'
import { joinCoalition } from './joinCoalition'
import { lookedAt } from './lookedAt'

/** What is changed of a member; null takes it away. */
export interface MemberChange {
  readonly state?: MemberState
  readonly role?: string | null
  readonly commitment?: string | null
  readonly askedBy?: ElementId | null
}

type Done = Result<MapPatch, CommandProblem>

interface CoalitionActs {
  /** Makes one and looks at it. @returns its id, if it was made */
  readonly make: (name: string) => string | undefined
  readonly set: (id: string, fields: Readonly<Record<string, string | null>>) => Done
  /** Changes one member; refused if somebody took them out meanwhile. */
  readonly setMember: (id: string, member: ElementId, change: MemberChange) => Done
  /** Makes them members who are to be asked, as one step; who is one already stays as they are. */
  readonly add: (id: string, members: readonly ElementId[], askedBy?: ElementId) => Done
  readonly takeOut: (id: string, member: ElementId) => Done
  readonly remove: (id: string) => Done
}

/** What is done to coalitions, one undo step each. */
export function useCoalitionActs(): CoalitionActs {
  const editor = useEditor()
  const run = useRun()
  // As the map has it now, and not as it was drawn: others change it at the same time.
  const membersOf = (id: string): ReadonlyMap<string, object> => {
    const record = editor.view.get().practices.get(id)
    return (record && readPractice('coalition', id, record)?.members) ?? new Map()
  }
  return {
    make: (name) => {
      const id = createId<string>(systemRandom)
      const done = run(savePractice, { kind: 'coalition', id, fields: { name } })
      if (done.ok) lookedAt.set(id)
      return done.ok ? id : undefined
    },
    set: (id, fields) => run(savePractice, { kind: 'coalition', id, expects: ['name'], fields }),
    setMember: (id, member, change) => {
      const entry: Record<string, unknown> = { ...membersOf(id).get(member), ...change }
      for (const [field, value] of Object.entries(entry)) if (value === null) delete entry[field]
      const field = `member:${member}`
      return run(savePractice, { kind: 'coalition', id, expects: [field], fields: { [field]: entry as Json } })
    },
    add: (id, members, askedBy) => joinCoalition(editor.view.get(), run, id, members, askedBy).done,
    takeOut: (id, member) => run(savePractice, { kind: 'coalition', id, fields: { [`member:${member}`]: null } }),
    remove: (id) => run(deletePractice, { id }),
  }
}
