import type { Direction } from '../geometry/neighbours'
import type { AlignEdge, KeyIntent } from './keyIntent'

/** Which keys, as a keyboard event tells them. Modifiers left out must be up, unless `any`. */
export interface Binding {
  /** `KeyboardEvent.key`, letters in lower case. */
  readonly key: string
  /** `KeyboardEvent.code`, where the key's own text depends on the keyboard. Either one is enough. */
  readonly code?: string
  readonly shift?: boolean | 'any'
  readonly alt?: boolean
  readonly command?: boolean
  /** Acts only while a link has the focus or is selected. */
  readonly onLink?: boolean
  readonly intent: KeyIntent
}

export const shortcutGroups = ['add', 'link', 'edit', 'select', 'view', 'find'] as const
export type ShortcutGroup = (typeof shortcutGroups)[number]

/** One row of the shortcut sheet. */
export interface Shortcut {
  readonly group: ShortcutGroup
  /** Alternatives, each a list of key caps to press together. `Mod` is Cmd on a Mac and Ctrl elsewhere. */
  readonly keys: readonly (readonly string[])[]
  /** Message key under `canvas.shortcuts`. */
  readonly labelKey: string
  /** Empty for keys that the browser or a text field handles. */
  readonly bindings: readonly Binding[]
}

const directions: readonly (readonly [string, Direction])[] = [
  ['ArrowLeft', 'left'],
  ['ArrowRight', 'right'],
  ['ArrowUp', 'up'],
  ['ArrowDown', 'down'],
]

const arrows = (
  intent: (direction: Direction) => KeyIntent,
  modifiers: Pick<Binding, 'shift' | 'alt' | 'command'> = {},
): readonly Binding[] => directions.map(([key, direction]) => ({ key, ...modifiers, intent: intent(direction) }))

const edgeByDirection: Readonly<Record<Direction, AlignEdge>> = {
  left: 'left',
  right: 'right',
  up: 'top',
  down: 'bottom',
}

const row = (
  group: ShortcutGroup,
  labelKey: string,
  keys: Shortcut['keys'],
  bindings: readonly Binding[] = [],
): Shortcut => ({ group, labelKey, keys, bindings })

/** Every key of the canvas: what the shortcut sheet lists and what `findIntent` looks in. */
export const shortcuts: readonly Shortcut[] = [
  row('add', 'addVariable', [['N'], ['DoubleClick']], [{ key: 'n', intent: { kind: 'add', element: 'variable' } }]),
  row('add', 'addStakeholder', [['A']], [{ key: 'a', intent: { kind: 'add', element: 'stakeholder' } }]),
  row('add', 'addNote', [['S']], [{ key: 's', intent: { kind: 'add', element: 'note' } }]),
  row('add', 'addText', [['T']], [{ key: 't', intent: { kind: 'add', element: 'text' } }]),
  row('add', 'addFrame', [['F']], [{ key: 'f', intent: { kind: 'add', element: 'frame' } }]),
  row('add', 'comment', [['C']], [{ key: 'c', intent: { kind: 'comment' } }]),
  row('add', 'nextLinked', [['Tab']]),
  row('add', 'nextUnlinked', [['Mod', 'Enter']]),

  row('link', 'link', [['L']], [{ key: 'l', intent: { kind: 'link' } }]),
  row(
    'link',
    'addLinked',
    [['Mod', 'Arrows']],
    arrows((direction) => ({ kind: 'add-linked', direction }), { command: true }),
  ),
  row('link', 'signPlus', [['+']], [{ key: '+', shift: 'any', onLink: true, intent: { kind: 'sign', polarity: '+' } }]),
  row(
    'link',
    'signMinus',
    [['−']],
    [
      { key: '-', shift: 'any', onLink: true, intent: { kind: 'sign', polarity: '-' } },
      { key: '−', shift: 'any', onLink: true, intent: { kind: 'sign', polarity: '-' } },
    ],
  ),
  row('link', 'signUnknown', [['0']], [{ key: '0', onLink: true, intent: { kind: 'sign', polarity: '?' } }]),
  row('link', 'delay', [['D']], [{ key: 'd', onLink: true, intent: { kind: 'delay' } }]),

  row(
    'edit',
    'rename',
    [['Enter'], ['F2']],
    [
      { key: 'Enter', intent: { kind: 'rename' } },
      { key: 'F2', intent: { kind: 'rename' } },
    ],
  ),
  row('edit', 'undo', [['Mod', 'Z']], [{ key: 'z', command: true, intent: { kind: 'undo' } }]),
  row(
    'edit',
    'redo',
    [
      ['Mod', 'Shift', 'Z'],
      ['Mod', 'Y'],
    ],
    [
      { key: 'z', command: true, shift: true, intent: { kind: 'redo' } },
      { key: 'y', command: true, intent: { kind: 'redo' } },
    ],
  ),
  row('edit', 'copy', [['Mod', 'C']]),
  row('edit', 'cut', [['Mod', 'X']]),
  row('edit', 'paste', [['Mod', 'V']]),
  row('edit', 'duplicate', [['Mod', 'D']], [{ key: 'd', command: true, intent: { kind: 'duplicate' } }]),
  row(
    'edit',
    'delete',
    [['Delete']],
    [
      { key: 'Delete', intent: { kind: 'delete' } },
      { key: 'Backspace', intent: { kind: 'delete' } },
    ],
  ),
  row(
    'edit',
    'nudge',
    [['Arrows']],
    arrows((direction) => ({ kind: 'arrow', direction, distance: 8 })),
  ),
  row(
    'edit',
    'nudgeFar',
    [['Shift', 'Arrows']],
    arrows((direction) => ({ kind: 'arrow', direction, distance: 40 }), { shift: true }),
  ),
  row(
    'edit',
    'align',
    [['Mod', 'Shift', 'Arrows']],
    arrows((direction) => ({ kind: 'align', edge: edgeByDirection[direction] }), { command: true, shift: true }),
  ),
  row(
    'edit',
    'order',
    [['['], [']']],
    [
      { key: '[', code: 'BracketLeft', intent: { kind: 'reorder', to: 'backward' } },
      { key: ']', code: 'BracketRight', intent: { kind: 'reorder', to: 'forward' } },
      { key: '[', code: 'BracketLeft', command: true, intent: { kind: 'reorder', to: 'backward' } },
      { key: ']', code: 'BracketRight', command: true, intent: { kind: 'reorder', to: 'forward' } },
    ],
  ),
  row(
    'edit',
    'orderEnds',
    [
      ['Shift', '['],
      ['Shift', ']'],
    ],
    [
      { key: '{', code: 'BracketLeft', shift: true, intent: { kind: 'reorder', to: 'back' } },
      { key: '}', code: 'BracketRight', shift: true, intent: { kind: 'reorder', to: 'front' } },
      { key: '{', code: 'BracketLeft', shift: true, command: true, intent: { kind: 'reorder', to: 'back' } },
      { key: '}', code: 'BracketRight', shift: true, command: true, intent: { kind: 'reorder', to: 'front' } },
    ],
  ),
  row('edit', 'lock', [['Mod', 'Shift', 'L']], [{ key: 'l', command: true, shift: true, intent: { kind: 'lock' } }]),
  row(
    'edit',
    'menu',
    [['Shift', 'F10']],
    [
      { key: 'F10', shift: true, intent: { kind: 'menu' } },
      { key: 'ContextMenu', intent: { kind: 'menu' } },
    ],
  ),

  row('select', 'selectTool', [['V']], [{ key: 'v', intent: { kind: 'tool', tool: 'select' } }]),
  row(
    'select',
    'toggleSelected',
    [['Space']],
    [
      { key: ' ', intent: { kind: 'toggle-selected', extend: false } },
      { key: ' ', shift: true, intent: { kind: 'toggle-selected', extend: true } },
    ],
  ),
  row('select', 'selectAll', [['Mod', 'A']], [{ key: 'a', command: true, intent: { kind: 'select-all' } }]),
  row(
    'select',
    'walk',
    [['Alt', 'Arrows']],
    [
      { key: 'ArrowRight', alt: true, intent: { kind: 'walk', along: 'out', direction: 'right' } },
      { key: 'ArrowLeft', alt: true, intent: { kind: 'walk', along: 'in', direction: 'left' } },
      { key: 'ArrowDown', alt: true, intent: { kind: 'walk', along: 'next', direction: 'down' } },
      { key: 'ArrowUp', alt: true, intent: { kind: 'walk', along: 'previous', direction: 'up' } },
    ],
  ),
  row(
    'select',
    'ends',
    [['Home'], ['End']],
    [
      { key: 'Home', intent: { kind: 'focus-end', end: 'first' } },
      { key: 'End', intent: { kind: 'focus-end', end: 'last' } },
    ],
  ),
  row('select', 'read', [['R']], [{ key: 'r', intent: { kind: 'read' } }]),
  row('select', 'escape', [['Esc']], [{ key: 'Escape', shift: 'any', intent: { kind: 'escape' } }]),

  row('view', 'hand', [['H'], ['Space', 'Drag']], [{ key: 'h', intent: { kind: 'tool', tool: 'hand' } }]),
  row('view', 'fit', [['Shift', '1']], [{ key: '!', code: 'Digit1', shift: true, intent: { kind: 'fit' } }]),
  row(
    'view',
    'fitSelection',
    [['Shift', '2']],
    [{ key: '@', code: 'Digit2', shift: true, intent: { kind: 'fit-selection' } }],
  ),
  row(
    'view',
    'zoomIn',
    [['Mod', '+']],
    [
      { key: '+', shift: 'any', command: true, intent: { kind: 'zoom', to: 'in' } },
      { key: '=', shift: 'any', command: true, intent: { kind: 'zoom', to: 'in' } },
    ],
  ),
  row(
    'view',
    'zoomOut',
    [['Mod', '−']],
    [{ key: '-', shift: 'any', command: true, intent: { kind: 'zoom', to: 'out' } }],
  ),
  row('view', 'zoomActual', [['Mod', '0']], [{ key: '0', command: true, intent: { kind: 'zoom', to: 'actual' } }]),

  row(
    'view',
    'push',
    [['PageUp'], ['PageDown']],
    [
      { key: 'PageUp', intent: { kind: 'push', direction: 1 } },
      { key: 'PageDown', intent: { kind: 'push', direction: -1 } },
    ],
  ),

  row('find', 'find', [['Mod', 'F']], [{ key: 'f', command: true, intent: { kind: 'find' } }]),
  row('view', 'laser', [['K']], [{ key: 'k', intent: { kind: 'laser' } }]),
  row('find', 'palette', [['Mod', 'K']], [{ key: 'k', command: true, intent: { kind: 'palette' } }]),
  row(
    'find',
    'shortcuts',
    [['?'], ['Mod', '/']],
    [
      { key: '?', shift: 'any', intent: { kind: 'shortcuts' } },
      // Where the slash is on a digit, it takes Shift.
      { key: '/', shift: 'any', command: true, intent: { kind: 'shortcuts' } },
    ],
  ),
]

export const allBindings: readonly Binding[] = shortcuts.flatMap(({ bindings }) => bindings)
