import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceAround,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceAround,
  Waypoints,
} from 'lucide-react'
import type { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { arrangeStyles } from '../../lib/layout/arrangeStyle'
import type { AlignEdge } from '../../lib/gesture/keyIntent'
import type { RefusalWords } from '../hooks/useRefusals'
import type { MenuEntry } from '../ui/menuEntry'
import type { SelectionActions } from './useSelectionActions'

type Translate = ReturnType<typeof useTranslations<'canvas'>>

const icon = { size: 16, 'aria-hidden': true } as const

/** Rows for lining elements up and spacing them out. */
export function alignEntries(t: Translate, actions: SelectionActions, count: number): readonly MenuEntry[] {
  const row = (edge: AlignEdge, mark: ReactNode): MenuEntry => ({
    kind: 'action',
    id: edge,
    label: t(`align.${edge}`),
    icon: mark,
    onSelect: () => actions.align(edge),
  })
  const spread = (axis: 'horizontal' | 'vertical', mark: ReactNode): MenuEntry => ({
    kind: 'action',
    id: axis,
    label: t(`align.${axis}`),
    icon: mark,
    disabled: count < 3,
    onSelect: () => actions.distribute(axis),
  })
  return [
    row('left', <AlignStartVertical {...icon} />),
    row('centre', <AlignCenterVertical {...icon} />),
    row('right', <AlignEndVertical {...icon} />),
    { kind: 'separator', id: 'edges' },
    row('top', <AlignStartHorizontal {...icon} />),
    row('middle', <AlignCenterHorizontal {...icon} />),
    row('bottom', <AlignEndHorizontal {...icon} />),
    { kind: 'separator', id: 'spread' },
    spread('horizontal', <AlignHorizontalSpaceAround {...icon} />),
    spread('vertical', <AlignVerticalSpaceAround {...icon} />),
  ]
}

/**
 * Rows for arranging elements anew by what links them.
 * @param refusals why they are not, if so
 */
export function arrangeEntries(
  t: ReturnType<typeof useTranslations<'arrange'>>,
  actions: SelectionActions,
  { arrange: refused }: RefusalWords,
): readonly MenuEntry[] {
  return arrangeStyles.map((style) => ({
    kind: 'action',
    id: style,
    refused,
    label: t(`styles.${style}`),
    icon: <Waypoints {...icon} />,
    onSelect: () => actions.arrange(style),
  }))
}

/**
 * Rows for the drawing order, and for moving without dragging.
 * @param refusals why none of it can be changed or moved, if so
 */
export function orderEntries(
  t: Translate,
  actions: SelectionActions,
  { change: refused, move: unmoved }: RefusalWords,
): readonly MenuEntry[] {
  const order = (to: 'front' | 'forward' | 'backward' | 'back', shortcut: readonly string[]): MenuEntry => ({
    kind: 'action',
    id: to,
    label: t(`menu.${to}`),
    shortcut,
    refused,
    onSelect: () => actions.reorder(to),
  })
  const move = (direction: 'left' | 'right' | 'up' | 'down', key: string, label: string): MenuEntry => ({
    kind: 'action',
    id: direction,
    label,
    shortcut: ['Shift', key],
    refused: unmoved,
    onSelect: () => actions.move(direction),
  })
  return [
    {
      kind: 'submenu',
      id: 'order',
      label: t('menu.order'),
      entries: [
        order('front', ['Shift', ']']),
        order('forward', [']']),
        order('backward', ['[']),
        order('back', ['Shift', '[']),
      ],
    },
    {
      kind: 'submenu',
      id: 'move',
      label: t('menu.move'),
      entries: [
        move('left', 'ArrowLeft', t('menu.moveLeft')),
        move('right', 'ArrowRight', t('menu.moveRight')),
        move('up', 'ArrowUp', t('menu.moveUp')),
        move('down', 'ArrowDown', t('menu.moveDown')),
      ],
    },
  ]
}
