'use client'
import { useTranslations } from 'next-intl'
import { DropdownMenu } from 'radix-ui'
import { useLayoutEffect } from 'react'
import { canMerge } from '../../lib/commands/mergeElements'
import type { PlaceableKind } from '../../lib/gesture/gestureEffect'
import { mayComment } from '../../lib/protocol/role'
import { useSelf } from '../hooks/useMap'
import { useMayEdit } from '../hooks/useMayEdit'
import { useObservable } from '../hooks/useObservable'
import { useAskEntries } from '../meeting/useAskEntries'
import { useSayEntries } from '../meeting/useSayEntries'
import { useSealEntries } from '../meeting/protection/useSealEntries'
import { useMarkEntries } from '../panels/experiments/useMarkEntries'
import { nearEntry } from '../looks/nearby'
import { useCoalitionEntries } from '../panels/coalition/useCoalitionEntries'
import { useMacKeys } from '../ui/Kbd'
import { menuClass } from '../ui/menuClass'
import type { MenuEntry } from '../ui/menuEntry'
import { MenuRows } from '../ui/MenuRows'
import { hints } from '../ui/hints'
import { onEscape } from '../ui/onEscape'
import { toast } from '../ui/toast'
import { openLoop, putBadge, takeBadgeOff } from './badges'
import { copiedText, cutSelection } from './clipboard'
import { placeAnchor } from './commentHere'
import { draftElement } from './naming'
import { selectAll } from './runIntent'
import { alignEntries, arrangeEntries, orderEntries } from './selectionEntries'
import type { MenuRequest } from './stage'
import { useStage } from './StageContext'
import { usePaste } from './usePaste'
import { useSelectionActions } from './useSelectionActions'
import { useSelectionFacts, type SelectionFacts } from './useSelectionFacts'

/** The menu of what was right-clicked, long-pressed or has the focus. */
export function CanvasMenu({ onDone }: { readonly onDone: () => void }) {
  const stage = useStage()
  const request = useObservable(stage.menu)
  return (
    <DropdownMenu.Root
      modal={false}
      open={request !== undefined}
      onOpenChange={(open) => (open ? undefined : stage.openMenu(undefined))}
    >
      <DropdownMenu.Trigger asChild>
        <span
          aria-hidden
          tabIndex={-1}
          data-canvas-interface
          className="weft-menu-spot"
          style={{
            insetInlineStart: 0,
            transform: `translate(${request?.screen.x ?? 0}px, ${request?.screen.y ?? 0}px)`,
          }}
        />
      </DropdownMenu.Trigger>
      {request === undefined ? null : (
        <DropdownMenu.Portal>
          <DropdownMenu.Content
            data-canvas-interface
            className={menuClass}
            align="start"
            side="bottom"
            sideOffset={2}
            collisionPadding={8}
            onKeyDown={onEscape(() => stage.openMenu(undefined))}
            onCloseAutoFocus={(event) => {
              event.preventDefault()
              const { panel, comment } = stage.workspace.get()
              // What was asked for from the menu has the keyboard, or is about to.
              const isWriting = panel === 'comments' && comment?.kind === 'about'
              if (stage.draft.get() === undefined && stage.linkPicker.get() === undefined && !isWriting) onDone()
            }}
          >
            <Rows request={request} />
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      )}
    </DropdownMenu.Root>
  )
}

function Rows({ request }: { readonly request: MenuRequest }) {
  useLayoutEffect(() => hints.close(), [])
  const facts = useSelectionFacts()
  const mayEdit = useMayEdit()
  const isOnCanvas = request.hit.kind === 'empty' || (request.hit.kind === 'element' && request.hit.zone === 'inside')
  const ofCanvas = useCanvasEntries(request)
  const ofSelection = useSelectionEntries(facts)
  const ofBadge = useBadgeEntries(request)
  const entries = request.hit.kind === 'badge' ? ofBadge : isOnCanvas ? ofCanvas : ofSelection
  const maySpeak = mayComment(useSelf().role)
  const allowed = entries.filter(({ id }) => (id === 'comment' ? maySpeak : mayEdit || readable.includes(id)))
  return <MenuRows parts={DropdownMenu} entries={allowed} />
}

/** Rows for those who may only look. */
const readable: readonly string[] = ['near', 'copy', 'selectAll', 'fit', 'openLoop']

function useCanvasEntries({ point }: MenuRequest): readonly MenuEntry[] {
  const t = useTranslations('canvas.menu')
  const stage = useStage()
  const mac = useMacKeys()
  const pasteText = usePaste(stage)
  const add = (element: PlaceableKind, label: string, key: string): MenuEntry => ({
    kind: 'action',
    id: element,
    label,
    shortcut: [key],
    onSelect: () => afterMenu(() => draftElement(stage, element, point)),
  })
  const paste = async (): Promise<void> => {
    try {
      const text = await navigator.clipboard.readText()
      if (text.trim() === '') return
      stage.setPointer(point)
      pasteText(text)
    } catch {
      // Not all browsers open the clipboard to a menu; the keys always work.
      toast(t('pasteKeys', { keys: mac ? '⌘V' : 'Ctrl+V' }))
    }
  }
  return [
    add('variable', t('addVariable'), 'N'),
    add('stakeholder', t('addStakeholder'), 'A'),
    add('note', t('addNote'), 'S'),
    add('frame', t('addFrame'), 'F'),
    {
      kind: 'action',
      id: 'comment',
      label: t('comment'),
      shortcut: ['C'],
      onSelect: () => stage.workspace.openComments({ kind: 'about', anchor: placeAnchor(point) }),
    },
    { kind: 'separator', id: 'add' },
    { kind: 'action', id: 'paste', label: t('paste'), shortcut: ['Mod', 'V'], onSelect: () => void paste() },
    {
      kind: 'action',
      id: 'selectAll',
      label: t('selectAll'),
      shortcut: ['Mod', 'A'],
      onSelect: () => selectAll(stage),
    },
    {
      kind: 'action',
      id: 'fit',
      label: t('fit'),
      shortcut: ['Shift', '1'],
      onSelect: () => stage.viewport.fit(stage.scene.get().bounds),
    },
  ]
}

function useBadgeEntries({ hit }: MenuRequest): readonly MenuEntry[] {
  const t = useTranslations('canvas.badge')
  const tBar = useTranslations('canvas.bar')
  const stage = useStage()
  if (hit.kind !== 'badge') return []
  const isMoved = stage.scene.get().badges.get(hit.id)?.loop.at !== undefined
  const act = (id: string, label: string, onSelect: () => void, shortcut?: readonly string[]): MenuEntry => ({
    kind: 'action',
    id,
    label,
    onSelect,
    ...(shortcut && { shortcut }),
  })
  return [
    act('openLoop', t('open'), () => openLoop(stage, hit.id), ['Enter']),
    act(
      'comment',
      tBar('comment'),
      () => stage.workspace.openComments({ kind: 'about', anchor: { kind: 'loop', key: hit.id } }),
      ['C'],
    ),
    ...(isMoved ? [act('putBack', t('putBack'), () => putBadge(stage, hit.id, null))] : []),
    act('takeOff', t('takeOff'), () => takeBadgeOff(stage, hit.id), ['Delete']),
  ]
}

function useSelectionEntries(facts: SelectionFacts): readonly MenuEntry[] {
  const t = useTranslations('canvas')
  const tLeverage = useTranslations('leverage')
  const tArrange = useTranslations('arrange')
  const tLooks = useTranslations('looks')
  const stage = useStage()
  const actions = useSelectionActions()
  const target = { elements: facts.elements.map(({ id }) => id), links: facts.links.map(({ id }) => id) }
  const askEntries = useAskEntries(facts.elements)
  const markEntries = useMarkEntries(facts.elements, facts.links)
  const coalitionEntries = useCoalitionEntries(facts.elements)
  const sayEntries = useSayEntries(facts.elements)
  const sealEntries = useSealEntries(target)
  const offer = async (text: string | undefined): Promise<boolean> => {
    if (text === undefined) return false
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      toast(t('menu.pasteFailed'))
      return false
    }
  }
  const cut = async (): Promise<void> => {
    const taken = cutSelection(stage)
    if (await offer(taken?.text)) taken?.remove()
  }
  const act = (
    id: string,
    label: string,
    onSelect: () => void,
    shortcut?: readonly string[],
    refused?: string,
  ): MenuEntry => ({
    kind: 'action',
    id,
    label,
    onSelect,
    refused,
    ...(shortcut && { shortcut }),
  })
  const { only, refusals } = facts
  const entries: MenuEntry[] = []
  // What can do nothing, since all of it is locked, says why before it is chosen.
  const change = (id: string, label: string, onSelect: () => void, shortcut?: readonly string[]): MenuEntry =>
    act(id, label, onSelect, shortcut, refusals.change)
  if (facts.only !== undefined) {
    entries.push(change('rename', t('bar.rename'), () => afterMenu(actions.rename), ['Enter']))
  }
  if (facts.canLink) {
    entries.push(act('link', t('bar.linkTo'), () => afterMenu(actions.linkTo), ['L']))
  }
  if (facts.elements.length + facts.links.length > 0) {
    entries.push(act('comment', t('bar.comment'), actions.comment, ['C']))
  }
  if (facts.canLink && only !== undefined) {
    entries.push(nearEntry(tLooks, stage.workspace, only.id))
  }
  entries.push(...markEntries, ...askEntries, ...sayEntries, ...coalitionEntries)
  if (only?.kind === 'variable') {
    entries.push(act('contribute', t('menu.contribute'), () => afterMenu(actions.contribute)))
  }
  if (facts.causal.length > 0) {
    entries.push(
      change('plus', t('bar.plus'), () => actions.setSign('+'), ['+']),
      change('minus', t('bar.minus'), () => actions.setSign('-'), ['−']),
      change('unsure', t('bar.unsure'), () => actions.setSign('?'), ['0']),
      {
        kind: 'check',
        id: 'delay',
        label: t('bar.delay'),
        shortcut: ['D'],
        checked: facts.allDelayed,
        refused: refusals.change,
        onChange: (checked) => actions.setDelayed(checked),
      },
    )
  }
  if (facts.links.length > 0) {
    entries.push(
      change('reverse', t('bar.reverse'), () => actions.reverse()),
      change('straighten', t('menu.straighten'), actions.straighten),
    )
  }
  if (facts.canChoose && !facts.allLocked) {
    entries.push({
      kind: 'check',
      id: 'chosen',
      label: tLeverage('chosen'),
      checked: facts.allChosen,
      onChange: (checked) => actions.choose(checked),
    })
  }
  // What a facilitator's lock keeps this person from altogether is not offered.
  const isSealed = refusals.lock !== undefined
  if (facts.elements.length > 0) {
    if (entries.length > 0) entries.push({ kind: 'separator', id: 'clipboard' })
    entries.push(
      ...(isSealed ? [] : [act('copy', t('menu.copy'), () => void offer(copiedText(stage)), ['Mod', 'C'])]),
      act('cut', t('menu.cut'), () => void cut(), ['Mod', 'X'], refusals.remove),
      ...(isSealed
        ? []
        : [
            act('duplicate', t('bar.duplicate'), () => actions.duplicate(), ['Mod', 'D']),
            { kind: 'separator', id: 'arrange' } as const,
            act('lock', t(facts.allLocked ? 'bar.unlock' : 'bar.lock'), () => actions.lock(!facts.allLocked), [
              'Mod',
              'Shift',
              'L',
            ]),
          ]),
      ...sealEntries,
    )
    if (facts.elements.length > 1) {
      entries.push(
        {
          kind: 'submenu',
          id: 'align',
          label: t('bar.align'),
          refused: refusals.move,
          entries: alignEntries(t, actions, facts.elements.length),
        },
        {
          kind: 'submenu',
          id: 'arrange',
          label: tArrange('title'),
          refused: refusals.arrange,
          entries: arrangeEntries(tArrange, actions, refusals),
        },
        act('frame', t('bar.frame'), () => afterMenu(actions.frame), ['F']),
      )
      if (canMerge(facts.elements)) {
        entries.push(act('merge', t('menu.merge'), actions.merge, undefined, refusals.merge))
      }
    }
    entries.push(...orderEntries(t, actions, refusals))
  } else entries.push(...sealEntries)
  if (facts.elements.length + facts.links.length > 0) {
    entries.push({ kind: 'separator', id: 'end' })
    entries.push({
      kind: 'action',
      id: 'delete',
      label: t('bar.delete'),
      shortcut: ['Delete'],
      danger: true,
      refused: refusals.remove,
      onSelect: () => actions.remove(),
    })
  }
  return entries
}

/** What takes the focus must wait until the closing menu has given it back. */
function afterMenu(action: () => void): void {
  requestAnimationFrame(action)
}
