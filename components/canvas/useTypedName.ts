'use client'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useRef } from 'react'
import type { ElementId } from '../../lib/base/ids'
import type { ElementKind } from '../../lib/model/element'
import type { TypedText } from '../hooks/typedTexts'
import type { Stage } from './stage'

/** What is being named, as it was when that began: it may be gone when one asks. */
interface Named {
  readonly id: ElementId
  readonly kind: ElementKind
  readonly label: string
}

/** Reads the name being typed on the map, and has it offered if the map closes before it is kept. */
export function useTypedName(stage: Stage): () => TypedText | undefined {
  const t = useTranslations('canvas')
  const named = useRef<Named | undefined>(undefined)
  useEffect(() => {
    const note = (): void => {
      const draft = stage.draft.get()
      if (draft?.id !== named.current?.id) named.current = findNamed(stage)
    }
    note()
    return stage.draft.subscribe(note)
  }, [stage])
  const read = useCallback((): TypedText | undefined => {
    const draft = stage.draft.get()
    const was = named.current
    if (draft === undefined || was === undefined || draft.label.trim() === was.label.trim()) return undefined
    return {
      field: t('naming.label', { kind: t(`kinds.${was.kind}`) }),
      text: draft.label,
      ...(draft.kind === 'rename' && { of: draft.id, as: 'label' }),
    }
  }, [stage, t])
  useEffect(() => stage.workspace.typed.follow(read), [stage, read])
  return read
}

function findNamed(stage: Stage): Named | undefined {
  const draft = stage.draft.get()
  if (draft === undefined) return undefined
  if (draft.kind === 'new') return { id: draft.id, kind: draft.element, label: '' }
  const element = stage.editor.view.get().elements.get(draft.id)
  return element && { id: draft.id, kind: element.kind, label: element.label }
}
