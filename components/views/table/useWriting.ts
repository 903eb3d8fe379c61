import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ElementId } from '../../../lib/base/ids'
import { limits } from '../../../lib/base/limits'
import { isBuiltInName } from '../../../lib/model/builtInName'
import { customFieldLimits, readCustomFields, type CustomFieldKind } from '../../../lib/model/customField'
import { labelKey } from '../../../lib/model/label'
import { describeLocked } from '../../../lib/commands/findRecords'
import { setRows } from '../../../lib/commands/setRows'
import type { MapElement } from '../../../lib/model/element'
import { announce } from '../../hooks/announcer'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import { isPaused } from '../../hooks/pause'
import { findPlaceForNew } from '../../hooks/placeNew'
import { problemValues } from '../../hooks/problemWords'
import { shortName } from '../../hooks/shortName'
import { useRun } from '../../hooks/useRun'
import { useSayDone } from '../../hooks/useSayDone'
import { useSayReading } from '../../panels/fields/useSayReading'
import { toast } from '../../ui/toast'
import { hasColumn, type TableColumn } from './columns'
import { hasWork, type BlockPlan } from './plan'
import type { FieldOffers, PasteChoices } from './sheetColumns'

/** What is to be written, once somebody agrees; where names are there already, also by name, which is suggested. */
export interface Proposal {
  readonly plan: BlockPlan
  readonly byName?: {
    readonly plan: BlockPlan
    /** What is done otherwise: lines go to the rows from the place on, or are all added. */
    readonly other: 'place' | 'add'
  }
  /** The same with other choices of what the sheet's columns are. */
  readonly again?: (choices: PasteChoices) => Proposal
}

/** Cells that change without being asked about first. */
const mostUnasked = 20

/** Writing into the map from the table: at once, or after what it would do was shown. */
export function useWriting() {
  const t = useTranslations('table')
  const tProblem = useTranslations('problems')
  const tFields = useTranslations('fields.bad')
  const editor = useEditor()
  const workspace = useWorkspace()
  const run = useRun()
  const sayDone = useSayDone('table')
  const sayReading = useSayReading()
  const [asked, ask] = useState<Proposal>()
  const [made, setMade] = useState<readonly ElementId[]>([])

  /** @returns false where it was refused, which is said */
  const write = (plan: BlockPlan, isAsked = false): boolean => {
    if (!hasWork(plan)) {
      toast(
        plan.locked > 0
          ? t('paste.locked', { count: plan.locked })
          : t(plan.misfits.length > 0 ? 'nothingUnderstood' : 'unchanged'),
        {
          id: 'table',
        },
      )
      return true
    }
    const at = plan.added.length === 0 ? { x: 0, y: 0 } : findPlaceForNew(editor, workspace.get().camera)
    const done = run(setRows, { rows: plan.rows, added: plan.added, fields: plan.fields, at })
    if (!done.ok) return false
    const added = done.value.changes.flatMap((one) =>
      one.kind === 'create' && one.root === 'elements' ? [one.id as ElementId] : [],
    )
    if (added.length > 0) setMade(added)
    if (plan.changes > 0 && !isAsked) announce(t('changed', { count: plan.changes }))
    // What is none of the sectors may be one that is spelt wrong.
    const [word = ''] = plan.newWords
    const said = [
      ...(isAsked ? [t('paste.done', { changes: plan.changes, added: plan.added.length }).trim()] : []),
      ...(plan.newWords.length > 0 ? [t('newWords', { count: plan.newWords.length, word })] : []),
    ]
    if (said.length > 0) sayDone(said.join(' '))
    return true
  }
  /** Why a cell cannot be written; undefined if it can. */
  const refusal = (element: MapElement, column: TableColumn): string | undefined => {
    if (!editor.self.get().mayEdit) return tProblem(isPaused(editor) ? 'held' : 'read-only')
    if (element.locked === true) return tProblem('locked', problemValues(describeLocked([element])))
    if (!column.editable) return t('notHere', { column: column.name })
    return hasColumn(column, element.kind) ? undefined : t('notTheirs', { column: column.name })
  }
  /** What a cell of this column takes. */
  const sayFits = ({ custom, type, words }: TableColumn): string => {
    if (type === 'choice') return t('fits.choice', { words: words.map(({ label }) => label).join(', ') })
    if (custom !== undefined) return tFields(custom.type)
    if (type === 'share' || type === 'number' || type === 'yes') return t(`fits.${type}`)
    return t(type === 'tags' ? 'fits.tags' : 'fits.text')
  }
  return {
    write,
    /** How many elements can still be added to the map. */
    room: (): number => Math.max(0, limits.elements - editor.view.get().elements.size),
    /** What fields can be made of a sheet's columns, for elements of this kind. */
    offers: (of: CustomFieldKind | undefined): FieldOffers => {
      const taken = readCustomFields(editor.view.get().meta)
      const names = new Set(taken.map(({ name }) => labelKey(name)))
      return {
        of: of && [of],
        canBe: (name) => !names.has(labelKey(name)) && !isBuiltInName(name),
        room: customFieldLimits.fields - taken.length,
      }
    },
    /** Writes it, or asks first: where it changes much, adds elements, leaves something out, or can be read in two ways. */
    propose: (proposal: Proposal): void => {
      const { plan, byName } = proposal
      const leavesOut = plan.misfits.length + plan.unwritable + plan.locked + plan.nameless > 0
      const isMuch = plan.header !== undefined || plan.changes > mostUnasked || plan.added.length > 0
      const canBeMore = byName !== undefined || (plan.header?.offers.length ?? 0) > 0
      if (canBeMore || (hasWork(plan) && (isMuch || leavesOut || plan.questions.length > 0))) ask(proposal)
      else write(plan)
    },
    /** Says as what a text was read that others may read otherwise, and offers that. */
    sayReading,
    /** What was proposed and is not decided yet. */
    asked,
    /** What was added last. */
    made,
    decide: (plan: BlockPlan | undefined): void => {
      // Refused, as somebody made a field of that name meanwhile: what was chosen stays, to be chosen otherwise.
      if (plan === undefined || write(plan, true)) ask(undefined)
    },
    refusal,
    /** Says why a cell cannot be written; true if it cannot. */
    refuse: (element: MapElement, column: TableColumn): boolean => {
      const reason = refusal(element, column)
      if (reason !== undefined) toast(reason, { id: 'table' })
      return reason !== undefined
    },
    sayMisfit: (text: string, column: TableColumn): void => {
      // Apart from what is said of what was done: a message that goes, on its Undo, would take one in its place along.
      toast.error(t('notUnderstood', { text, column: column.name, fits: sayFits(column) }), { id: 'table-misfit' })
    },
    /** Says that a row was added of which the name is there already. */
    sayAgain: (name: string): void => sayDone(t('again', { name: shortName(name, 60) })),
    /** Says that another has changed the cell that one is writing in, and to what. */
    sayOver: ({ label }: MapElement, column: TableColumn, now: string): void => {
      const values = { column: column.name, name: shortName(label, 60), text: now, has: now === '' ? 'no' : 'yes' }
      toast(t('changedByOther', values), { id: 'table', duration: 12_000 })
    },
    /** Says that what one types and what another wrote in the same cell stand there together. */
    sayJoined: ({ label }: MapElement, column: TableColumn, text: string): void => {
      toast(t('joined', { column: column.name, name: shortName(label, 60), text }), { id: 'table', duration: 12_000 })
    },
    /** Says that a text was not written over what another has written meanwhile, and offers to. */
    sayKeptBack: (text: string, column: TableColumn, write: () => void): void => {
      toast(t('keptBack', { text, column: column.name, has: text === '' ? 'no' : 'yes' }), {
        id: 'table',
        duration: 12_000,
        action: { label: t('writeAnyway'), onClick: write },
      })
    },
    /** Says that more is to be pasted than the map has room for. */
    sayTooMuch: (room: number): void => {
      toast.error(t('paste.tooMuch', { most: limits.elements, room }), { id: 'table' })
    },
    say: (text: string): void => announce(text),
  }
}
export type TableWriting = ReturnType<typeof useWriting>
