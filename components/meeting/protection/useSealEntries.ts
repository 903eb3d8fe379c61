'use client'
import { useTranslations } from 'next-intl'
import type { MenuEntry } from '../../ui/menuEntry'
import { useEditor } from '../../hooks/EditorProvider'
import { framesOf, useHide } from './useHide'
import { useSeal, withContents, type SealTarget } from './useSeal'

/**
 * Rows of a menu that set and lift the facilitator's lock on something, on frames alone or with what lies in them, and hide and
 * reveal frames; none for who does not run the meeting.
 */
export function useSealEntries(target: SealTarget): readonly MenuEntry[] {
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
  const whole = withContents(editor.view.get(), target)
  const isMore = whole.elements.length > target.elements.length && !areSealed(whole)
  const withAll: readonly MenuEntry[] = isMore
    ? [{ kind: 'action', id: 'seal-whole', label: t('lockWhole'), onSelect: () => void seal(whole, true) }]
    : []
  const only: MenuEntry = areSealed(target)
    ? // What was locked with its frame is let go with it.
      { kind: 'action', id: 'lift', label: t('lift'), onSelect: () => void seal(whole, false) }
    : { kind: 'action', id: 'seal', label: t('lock'), onSelect: () => void seal(target, true) }
  return [only, ...withAll, ...hiding]
}
