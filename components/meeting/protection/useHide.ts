'use client'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { ElementId } from '../../../lib/base/ids'
import type { MapElement } from '../../../lib/model/element'
import { useEditor } from '../../hooks/EditorProvider'
import { shortName } from '../../hooks/shortName'
import { toast } from '../../ui/toast'
import { useProtect } from './useProtection'

/** Those of the elements that can be hidden, if all can: frames. */
export function framesOf(elements: readonly (MapElement | undefined)[]): readonly MapElement[] {
  const frames = elements.filter((element) => element?.kind === 'frame')
  return frames.length === elements.length ? frames : []
}

/** Hides frames with what stands in them from those who do not run the meeting, or reveals them. */
export function useHide(): (frames: readonly ElementId[], on: boolean) => Promise<void> {
  const t = useTranslations('people.protection')
  const editor = useEditor()
  const { act } = useProtect()
  return useCallback(
    async (frames, on) => {
      const [id] = frames
      const label = id !== undefined && frames.length === 1 ? (editor.view.get().elements.get(id)?.label ?? '') : ''
      if (!(await act({ act: on ? 'hide' : 'reveal', frames: [...frames] }))) return
      const values = { named: label === '' ? 'no' : 'yes', name: shortName(label, 60), count: frames.length }
      toast(t(on ? 'hid' : 'revealed', values), { id: 'hidden', duration: 12_000 })
    },
    [act, editor, t],
  )
}
