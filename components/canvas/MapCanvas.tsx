'use client'
import { Background, BackgroundVariant, ReactFlow, ReactFlowProvider, ViewportPortal } from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useId, useRef, useState } from 'react'
import type { Insets } from '../../lib/gesture/camera'
import { useEditor, useWorkspace, useWorkspaceState } from '../hooks/EditorProvider'
import { loadPulse } from '../hooks/pulse/latePulse'
import { takeArrival } from '../hooks/arrival'
import { useMedia } from '../hooks/useMedia'
import { useObservable } from '../hooks/useObservable'
import { useIsDrawn } from '../hooks/usePreload'
import { useRun } from '../hooks/useRun'
import { latePart } from '../ui/latePart'
import { ActionNode } from './ActionNode'
import './badges.css'
import './canvas.css'
import './floats.css'
import './symbols.css'
import { FloatsWhenNeeded } from './FloatsWhenNeeded'
import { FrameNode } from './FrameNode'
import { HintLayer } from './HintLayer'
import { ImageNode } from './ImageNode'
import { InkNode } from './InkNode'
import { LinkHalos } from './LinkHalos'
import { LinkLayer } from './LinkLayer'
import { MarqueeLayer } from './MarqueeLayer'
import { NameField } from './NameField'
import { NoteNode } from './NoteNode'
import { SelectionLayer } from './SelectionLayer'
import { SnapLines } from './SnapLines'
import { StageContext } from './StageContext'
import { StakeholderNode } from './StakeholderNode'
import { createStage } from './createStage'
import type { Stage } from './stage'
import { SurfaceContext } from './SurfaceContext'
import { TextNode } from './TextNode'
import { useCameraPort } from './useCameraPort'
import { useCanvasNodes } from './useCanvasNodes'
import { useClipboard } from './useClipboard'
import { useFlowCamera } from './useFlowCamera'
import { useFollow } from './useFollow'
import { useSurfaceFocus } from './useSurfaceFocus'
import { useSurfaceKeys } from './useSurfaceKeys'
import { useSurfacePointer } from './useSurfacePointer'
import { useSurfaceSize } from './useSurfaceSize'
import { VariableNode } from './VariableNode'

// What others do and what is asked of the map comes once the map itself is there.
const BadgeLayer = latePart(async () => (await import('./BadgeLayer')).BadgeLayer)
const CanvasNotes = latePart(async () => (await import('./CanvasNotes')).CanvasNotes)
const LinkingBanner = latePart(async () => (await import('./LinkingBanner')).LinkingBanner)
const OverlayDiscs = latePart(async () => (await import('./OverlayLayer')).OverlayDiscs)
const PresenceHalos = latePart(async () => (await import('./PresenceHalos')).PresenceHalos)
const PresenceLayer = latePart(async () => (await import('./PresenceLayer')).PresenceLayer)
const PulseLayer = latePart(async () => {
  await loadPulse()
  return (await import('./PulseLayer')).PulseLayer
})
const PushButtons = latePart(async () => (await import('./PushButtons')).PushButtons)
const TopMarks = latePart(async () => (await import('./TopMarks')).TopMarks)

const nodeTypes = {
  variable: VariableNode,
  stakeholder: StakeholderNode,
  action: ActionNode,
  note: NoteNode,
  text: TextNode,
  frame: FrameNode,
  image: ImageNode,
  ink: InkNode,
}

interface MapCanvasProps {
  /** Pixels of the canvas that panels cover, by side: what is to be seen is kept clear of them. */
  readonly insets?: Insets
}

/** The editing surface: draws the open map and turns what the hand and the keyboard do into commands. */
export function MapCanvas({ insets }: MapCanvasProps) {
  const editor = useEditor()
  const workspace = useWorkspace()
  const run = useRun()
  const [stage, setStage] = useState<Stage>()
  useEffect(() => {
    const still = matchMedia('(prefers-reduced-motion: reduce)')
    const made = createStage({ editor, workspace, run, isStill: () => still.matches })
    setStage(made)
    return () => {
      setStage(undefined)
      made.stop()
    }
  }, [editor, workspace, run])
  if (stage === undefined) return <div className="weft-canvas" />
  return (
    <StageContext value={stage}>
      <ReactFlowProvider>
        <Surface stage={stage} insets={insets} />
      </ReactFlowProvider>
    </StageContext>
  )
}

const desktopInsets: Insets = { top: 72, right: 24, bottom: 68, left: 76 }
const phoneInsets: Insets = { top: 72, right: 16, bottom: 140, left: 16 }

function Surface({ stage, insets }: { readonly stage: Stage; readonly insets: Insets | undefined }) {
  const t = useTranslations('canvas')
  const helpId = useId()
  const surface = useRef<HTMLDivElement>(null)
  const isPhone = useMedia('(max-width: 767.98px)')
  const focusSurface = useCallback(() => {
    focusHere(surface.current, stage)
    // What had it may be about to go: a new element whose naming was given up.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) focusHere(surface.current, stage)
    })
  }, [stage])

  const covered = insets ?? (isPhone ? phoneInsets : desktopInsets)
  useSurfaceSize(surface, stage, covered)
  useFollow(stage, covered)
  useSurfacePointer(surface, stage)
  useSurfaceKeys(surface, stage)
  useSurfaceFocus(surface, stage)
  useClipboard(stage)
  useCameraPort(surface, stage, focusSurface)
  useEffect(() => {
    if (takeArrival()) focusHere(surface.current, stage)
  }, [stage])
  const flow = useFlowCamera(surface, stage)
  const nodes = useCanvasNodes()
  const isDrawn = useIsDrawn()
  const isOnSurface = useObservable(stage.focus, ({ kind }) => kind === 'surface')
  const tool = useWorkspaceState((state) => state.tool)

  return (
    <SurfaceContext value={surface}>
      <div className="weft-canvas" dir="ltr" data-region="canvas">
        <div
          ref={surface}
          className="weft-surface"
          role="application"
          tabIndex={isOnSurface ? 0 : -1}
          aria-label={t('label')}
          aria-describedby={helpId}
          data-tool={tool}
        >
          <ReactFlow
            ref={dropRole}
            nodes={nodes}
            nodeTypes={nodeTypes}
            nodesDraggable={false}
            nodesConnectable={false}
            nodesFocusable={false}
            edgesFocusable={false}
            elementsSelectable={false}
            disableKeyboardA11y
            deleteKeyCode={null}
            selectionKeyCode={null}
            multiSelectionKeyCode={null}
            panActivationKeyCode={null}
            zoomActivationKeyCode={null}
            zoomOnDoubleClick={false}
            zoomOnScroll={false}
            panOnDrag={middleButton}
            selectNodesOnDrag={false}
            minZoom={0.1}
            maxZoom={4}
            proOptions={proOptions}
            {...flow}
          >
            <Background variant={BackgroundVariant.Dots} gap={24} size={1.6} color="var(--color-canvas-dot)" />
            <ViewportPortal>
              <div className="weft-links-layer">
                {isDrawn ? <OverlayDiscs /> : null}
                {isDrawn ? <PresenceHalos /> : null}
                <LinkHalos />
                <LinkLayer />
                {isDrawn ? <PulseLayer /> : null}
                {isDrawn ? <BadgeLayer /> : null}
              </div>
              <div className="weft-top-layer">
                <HintLayer />
                {isDrawn ? <TopMarks /> : null}
                {isDrawn ? <PresenceLayer /> : null}
                <SelectionLayer />
                <MarqueeLayer />
                <SnapLines />
                <NameField onDone={focusSurface} />
              </div>
            </ViewportPortal>
          </ReactFlow>
        </div>
        <p id={helpId} className="weft-help">
          {t('help')}
        </p>
        {isDrawn ? <CanvasNotes /> : null}
        {isDrawn ? <LinkingBanner /> : null}
        {isDrawn ? <PushButtons /> : null}
        <FloatsWhenNeeded onDone={focusSurface} />
      </div>
    </SurfaceContext>
  )
}

/** React Flow calls its box an application too; one inside another is read out twice. */
const dropRole = (box: HTMLDivElement | null): void => box?.removeAttribute('role')

const middleButton = [1]
/** The credit stands in the About dialog, with everybody else's. */
const proOptions = { hideAttribution: true }

/** Focus for the keyboard: the element or link that has it, else the surface itself. */
function focusHere(surface: HTMLElement | null, stage: Stage): void {
  if (surface === null || stage.draft.get() !== undefined) return
  const stop = surface.querySelector<HTMLElement>('[tabindex="0"]')
  ;(stop ?? surface).focus({ preventScroll: true })
}
