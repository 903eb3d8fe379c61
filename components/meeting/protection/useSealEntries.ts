'use client'
import { useTranslations } from 'next-intl'
import type { MenuEntry } from '../../ui/menuEntry'
import { useEditor } from '../../hooks/EditorProvider'
import { framesOf, useHide } from './useHide'
import { useSeal, type SealTarget } from './useSeal'

/**
 * Rows of a menu that set and lift the facilitator's lock on something, and hide and reveal frames; none for who does not run the meeting.
 * @param whole frames with what lies in them, where that is more
 */
export function useSealEntries(target: SealTarget, whole: SealTarget = target): readonly MenuEntry[] {
  const t = useTranslations('people.protection')
  const { maySeal, areSealed, seal } = useSeal()
  const hide = useHide()
  const editor = useEditor()
  if (!maySeal || target.elements.length + target.links.length === 0) return []
  const { elements } = editor.view.get()
  const frames = target.links.length > 0 ? [] : framesOf(target.elements.map((id) => elements.get(id)))
  const isHidden = frames.every(({ veil }) => veil !== undefined)
  const hiding: readonly MenuEntry[] =
    frames.length === 0
      ? []
      : [
          {
            kind: 'action',
            id: 'hide',
            label: t(isHidden ? 'reveal' : 'hide', { count: frames.length }),
            onSelect: () => void hide(target.elements, !isHidden),
          },
        ]
  const isMore = whole.elements.length > target.elements.length
  if (areSealed(target)) {
    // What was locked with its frame is let go with it.
    return [{ kind: 'action', id: 'lift', label: t('lift'), onSelect: () => void seal(whole, false) }, ...hiding]
  }
  return [
    { kind: 'action', id: 'seal', label: t('lock'), onSelect: () => void seal(target, true) },
    ...(isMore
      ? [
          {
            kind: 'action',
            id: 'seal-whole',
            label: t('lockWhole'),
            onSelect: () => void seal(whole, true),
          } as const,
        ]
      : []),
    ...hiding,
  ]
}
