'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { alignElements, alignEdges } from '../../lib/commands/alignElements'
import { addElement } from '../../lib/commands/addElement'
import { deleteRecords } from '../../lib/commands/deleteRecords'
import { distributeElements } from '../../lib/commands/distributeElements'
import { duplicateElements } from '../../lib/commands/duplicateElements'
import { frameElements } from '../../lib/commands/frameElements'
import { canMerge, mergeElements, toMerge } from '../../lib/commands/mergeElements'
import { reorderElements, reorderTargets } from '../../lib/commands/reorderElements'
import { reverseLinks } from '../../lib/commands/reverseLinks'
import { setDelay } from '../../lib/commands/setDelay'
import { setElementFields } from '../../lib/commands/setElementFields'
import { setLocked } from '../../lib/commands/setLocked'
import { setMapFields } from '../../lib/commands/setMapFields'
import { setPolarity } from '../../lib/commands/setPolarity'
import { mayComment } from '../../lib/protocol/role'
import { arrangeStyles } from '../../lib/layout/arrangeStyle'
import { isLinkable } from '../../lib/model/element'
import { signStyles } from '../../lib/model/meta'
import type { CommentAnchor } from '../../lib/practice/comment'
import { polarities } from '../../lib/model/causalLink'
import { useEditor, useWorkspace } from '../hooks/EditorProvider'
import { isOffered } from '../hooks/workspace'
import { findPlaceForNew } from '../hooks/placeNew'
import { useArrange } from '../hooks/useArrange'
import { useSelf } from '../hooks/useMap'
import { useMayEdit } from '../hooks/useMayEdit'
import { useRefusals } from '../hooks/useRefusals'
import { useRun } from '../hooks/useRun'
import { useArrangeRefusal } from '../hooks/useArrangeRefusal'
import { framesOf, useHide } from '../meeting/protection/useHide'
import { useSeal, withContents } from '../meeting/protection/useSeal'
import { nearSteps, showNear } from '../looks/nearby'
import { useUndo } from '../hooks/useUndo'
import { useSelected } from './inspector/useSelected'
import type { ActKind } from '../hooks/useRefusals'
import type { PaletteAction } from './paletteAction'
import { useViewActions } from './useViewActions'

const addKinds = [
  ['variable', 'N'],
  ['stakeholder', 'A'],
  ['note', 'S'],
  ['text', 'T'],
  ['frame', 'F'],
] as const

const signNames = { '+': 'plus', '-': 'minus', '?': 'open' } as const

/** Every action that is possible now, for the palette. What the selection does not allow is left out. */
export function useActions(): readonly PaletteAction[] {
  const t = useTranslations('panels.actions')
  const tSigns = useTranslations('panels.inspector.signs')
  const tAlign = useTranslations('panels.align')
  const tArrange = useTranslations('arrange')
  const arrange = useArrange()
  const unarranged = useArrangeRefusal()
  const tLeverage = useTranslations('leverage')
  const tOwn = useTranslations('sectors')
  const tLooks = useTranslations('looks')
  const tCanvas = useTranslations('canvas.menu')
  const tMenu = useTranslations('panels.menu')
  const tReport = useTranslations('report')
  const tCompare = useTranslations('compare')
  const { role } = useSelf()
  const tComments = useTranslations('comments')
  const tSeal = useTranslations('people.protection')
  const { maySeal, areSealed, seal } = useSeal()
  const hide = useHide()
  const maySpeak = mayComment(role)
  const router = useRouter()
  const editor = useEditor()
  const workspace = useWorkspace()
  const run = useRun()
  const mayEdit = useMayEdit()
  const { canUndo, canRedo, undo, redo } = useUndo()
  const { elements, links } = useSelected()
  const ids = elements.map(({ id }) => id)
  const linkIds = links.map(({ id }) => id)
  const causal = links.filter((link) => link.kind === 'causal')
  const seeing = useViewActions()
  const camera = (): ReturnType<typeof workspace.get>['camera'] => workspace.get().camera

  const add: readonly PaletteAction[] = mayEdit
    ? [
        ...addKinds
          .filter(([kind]) => isOffered(workspace.get(), kind))
          .map(([kind, key]) => ({
            id: `add-${kind}`,
            group: 'add' as const,
            label: t(`add.${kind}`),
            shortcut: [key],
            act: () => {
              const at = findPlaceForNew(editor, camera())
              const size = kind === 'frame' ? { width: 360, height: 240 } : {}
              const made = run(addElement, { kind, at: { ...at, ...size } })
              const id = made.ok ? made.value.select?.elements[0] : undefined
              if (id !== undefined) workspace.startNaming(id)
            },
          })),
        {
          id: 'link',
          group: 'add',
          label: t('link'),
          shortcut: ['L'],
          act: () => {
            const [id] = ids
            if (id !== undefined && ids.length === 1) workspace.startLinking(id)
            else workspace.chooseTool('link')
          },
        },
        { id: 'paste-list', group: 'add', label: t('pasteList'), act: () => workspace.openDialog('paste-list') },
        { id: 'import', group: 'add', label: t('import'), act: () => workspace.openDialog('import') },
      ]
    : []

  const selection: PaletteAction[] = []
  const target = { elements: ids, links: linkIds }
  const refusals = useRefusals(ids, linkIds)
  const onSelection = (
    id: string,
    label: string,
    act: () => void,
    { shortcut, kind }: { readonly shortcut?: readonly string[]; readonly kind?: ActKind } = {},
  ): void => {
    const refused = kind && refusals[kind]
    selection.push({ id, group: 'selection', label, act, refused, ...(shortcut === undefined ? {} : { shortcut }) })
  }
  if (mayEdit && ids.length > 1) {
    for (const style of arrangeStyles) {
      onSelection(
        `arrange-${style}`,
        tArrange('selected', { style: tArrange(`styles.${style}`) }),
        () => arrange(style, ids),
        { kind: 'arrange' },
      )
    }
  }
  if (mayEdit && ids.length + linkIds.length > 0) {
    const [only] = ids
    if (ids.length === 1 && linkIds.length === 0 && only !== undefined) {
      onSelection('rename', t('rename'), () => workspace.startNaming(only), { shortcut: ['Enter'], kind: 'change' })
    }
    if (ids.length > 0) {
      const locked = elements.every((element) => element.locked === true)
      onSelection(
        'duplicate',
        t('duplicate'),
        () => run(duplicateElements, { elements: ids, offset: { x: 24, y: 24 } }),
        { shortcut: ['Mod', 'D'], kind: 'double' },
      )
      onSelection('lock', t(locked ? 'unlock' : 'lock'), () => run(setLocked, { ids, locked: !locked }), {
        shortcut: ['Mod', 'Shift', 'L'],
        kind: 'lock',
      })
      const variables = elements.filter((element) => element.kind === 'variable')
      if (variables.length > 0) {
        const chosen = variables.every((variable) => variable.chosen === true)
        onSelection(
          'chosen',
          tLeverage(chosen ? 'unchoose' : 'choose'),
          () => run(setElementFields, { ids: variables.map(({ id }) => id), fields: { chosen: chosen ? null : true } }),
          { kind: 'change' },
        )
      }
      const [variable] = variables
      if (variable !== undefined && ids.length === 1) {
        onSelection('contribute', tCanvas('contribute'), () => {
          workspace.showView('map')
          camera()?.contribute?.(variable.id)
        })
      }
      onSelection('frame', t('frame'), () => run(frameElements, { ids, label: '' }))
      for (const to of reorderTargets)
        onSelection(`order-${to}`, t(`order.${to}`), () => run(reorderElements, { ids, to }), { kind: 'change' })
    }
    if (canMerge(elements)) {
      onSelection('merge', t('merge'), () => run(mergeElements, toMerge(editor.view.get(), ids)), { kind: 'merge' })
    }
    if (maySeal) {
      const isSealed = areSealed(target)
      const whole = withContents(editor.view.get(), target)
      onSelection('seal', tSeal(isSealed ? 'lift' : 'lock'), () => void seal(isSealed ? whole : target, !isSealed))
      if (whole.elements.length > target.elements.length && !areSealed(whole))
        onSelection('seal-whole', tSeal('lockWhole'), () => void seal(whole, true))
      const frames = linkIds.length > 0 ? [] : framesOf(elements)
      const isHidden = frames.every(({ veil }) => veil !== undefined)
      if (frames.length > 0) {
        onSelection(
          'hide',
          tSeal(isHidden ? 'reveal' : 'hide', { count: frames.length }),
          () => void hide(ids, !isHidden),
        )
      }
    }
    if (ids.length > 1) {
      for (const edge of alignEdges) {
        onSelection(`align-${edge}`, tAlign(edge), () => run(alignElements, { ids, edge }), { kind: 'move' })
      }
    }
    if (ids.length > 2) {
      for (const axis of ['horizontal', 'vertical'] as const) {
        onSelection(`distribute-${axis}`, tAlign(axis), () => run(distributeElements, { ids, axis }), { kind: 'move' })
      }
    }
    if (linkIds.length > 0) {
      onSelection('reverse', t('reverse'), () => run(reverseLinks, { links: linkIds }), { kind: 'change' })
    }
    if (causal.length > 0) {
      const targets = causal.map(({ id }) => id)
      for (const polarity of polarities) {
        onSelection(
          `sign-${signNames[polarity]}`,
          t('sign', { sign: tSigns(signNames[polarity]) }),
          () => run(setPolarity, { links: targets, polarity }),
          { kind: 'change' },
        )
      }
      const delayed = causal.every((link) => link.delay === true)
      onSelection('delay', t(delayed ? 'noDelay' : 'delay'), () => run(setDelay, { links: targets, delay: !delayed }), {
        shortcut: ['D'],
        kind: 'change',
      })
    }
    onSelection('delete', t('delete'), () => run(deleteRecords, { elements: ids, links: linkIds }), {
      shortcut: ['Delete'],
      kind: 'remove',
    })
  }

  const [near] = elements.length === 1 && links.length === 0 ? elements.filter(isLinkable) : []
  if (near !== undefined) {
    for (const steps of nearSteps) {
      selection.push({
        id: `near-${steps}`,
        group: 'selection',
        label: tLooks('nearAction', { steps }),
        words: tLooks('nearWords'),
        act: () => showNear(workspace, near.id, steps),
      })
    }
  }
  const [element] = ids
  const [link] = linkIds
  const about: CommentAnchor | undefined =
    element !== undefined ? { kind: 'element', id: element } : link && { kind: 'link', id: link }
  const speaking: readonly PaletteAction[] =
    maySpeak && about !== undefined
      ? [
          {
            id: 'comment',
            group: 'selection',
            label: tComments('add'),
            shortcut: ['C'],
            act: () => workspace.openComments({ kind: 'about', anchor: about }),
          },
        ]
      : []

  const map: readonly PaletteAction[] = [
    ...(mayEdit && canUndo
      ? [{ id: 'undo', group: 'map' as const, label: t('undo'), shortcut: ['Mod', 'Z'], act: undo }]
      : []),
    ...(mayEdit && canRedo
      ? [{ id: 'redo', group: 'map' as const, label: t('redo'), shortcut: ['Mod', 'Shift', 'Z'], act: redo }]
      : []),
    ...(mayEdit
      ? [
          {
            id: 'rename-map',
            group: 'map' as const,
            label: tMenu('rename'),
            act: () => workspace.update({ renamingMap: true }),
          },
        ]
      : []),
    { id: 'share', group: 'map', label: t('share'), act: () => workspace.openDialog('share') },
    {
      id: 'sectors',
      group: 'map',
      label: tOwn(mayEdit ? 'edit.sector' : 'sector.title'),
      act: () => workspace.openDialog('sectors'),
    },
    {
      id: 'tie-kinds',
      group: 'map',
      label: tOwn(mayEdit ? 'edit.tie' : 'tie.title'),
      act: () => workspace.openDialog('tie-kinds'),
    },
    { id: 'export', group: 'map', label: t('export'), act: () => workspace.openDialog('export') },
    { id: 'compare', group: 'map', label: tCompare('open'), act: () => workspace.openDialog('compare') },
    { id: 'report', group: 'map', label: tReport('open'), act: () => workspace.openDialog('report') },
    ...(mayEdit
      ? arrangeStyles.map((style) => ({
          id: `arrange-all-${style}`,
          group: 'map' as const,
          label: tArrange('all', { style: tArrange(`styles.${style}`) }),
          refused: unarranged,
          act: () => arrange(style),
        }))
      : []),
    ...(mayEdit
      ? signStyles.map((signStyle) => ({
          id: `signs-${signStyle}`,
          group: 'map' as const,
          label: t(`signStyle.${signStyle}`),
          act: () => {
            run(setMapFields, { fields: { signStyle } })
          },
        }))
      : []),
    ...(role === 'owner'
      ? [
          {
            id: 'delete-map',
            group: 'map' as const,
            label: tMenu('delete'),
            act: () => workspace.openDialog('delete-map'),
          },
        ]
      : []),
    {
      id: 'shortcuts',
      group: 'map',
      label: t('shortcuts'),
      words: t('helpWords'),
      shortcut: ['?'],
      act: () => workspace.openDialog('shortcuts'),
    },
    { id: 'about', group: 'map', label: t('about'), words: t('helpWords'), act: () => workspace.openDialog('about') },
    { id: 'home', group: 'map', label: t('home'), act: () => router.push('/') },
  ]
  return [...speaking, ...selection, ...add, ...seeing, ...map]
}
