'use client'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { ElementId, LinkId } from '../../../lib/base/ids'
import { listHidden } from '../../../lib/geometry/withoutHidden'
import type { MapView } from '../../../lib/model/mapView'
import { boardView } from '../../../lib/model/position'
import { useEditor } from '../../hooks/EditorProvider'
import { shortName } from '../../hooks/shortName'
import { useRoundRights } from '../../hooks/useRounds'
import { toast } from '../../ui/toast'
import { useProtect } from './useProtection'

/** What a facilitator's lock is put on. */
export interface SealTarget {
  readonly elements: readonly ElementId[]
  readonly links: readonly LinkId[]
}

/** With all that lies in the frames among it. Cost: one look at each element on the board for every frame. */
export function withContents({ elements, positions }: MapView, target: SealTarget): SealTarget {
  const places = positions.get(boardView) ?? new Map()
  const carried = listHidden({ elements, places }, new Set(target.elements))
  return { ...target, elements: [...new Set([...target.elements, ...carried])] }
}

/** The facilitator's lock: who may set it, whether all of something is under it, and setting and lifting it. */
export function useSeal(): {
  readonly maySeal: boolean
  areSealed(target: SealTarget): boolean
  seal(target: SealTarget, on: boolean): Promise<void>
} {
  const t = useTranslations('people.protection')
  const editor = useEditor()
  const { mayRun } = useRoundRights()
  const { act } = useProtect()
  const areSealed = useCallback(
    ({ elements, links }: SealTarget): boolean => {
      const view = editor.view.get()
      const all = [...elements.map((id) => view.elements.get(id)), ...links.map((id) => view.links.get(id))]
      return all.length > 0 && all.every((one) => one?.seal !== undefined)
    },
    [editor],
  )
  const seal = useCallback(
    async ({ elements, links }: SealTarget, on: boolean): Promise<void> => {
      const count = elements.length + links.length
      const [id] = elements
      const name = count === 1 && id !== undefined ? (editor.view.get().elements.get(id)?.label ?? '') : ''
      if (!(await act({ act: on ? 'lock' : 'unlock', elements: [...elements], links: [...links] }))) return
      const values = { named: name === '' ? 'no' : 'yes', name: shortName(name, 60), count }
      toast(t(on ? 'locked' : 'lifted', values), { id: 'sealed' })
    },
    [act, editor, t],
  )
  return { maySeal: mayRun, areSealed, seal }
}
