'use client'
import {
  AlignCenterVertical,
  ArrowLeftRight,
  Copy,
  Ellipsis,
  Frame,
  Lock,
  LockOpen,
  MessageSquarePlus,
  Pencil,
  Trash2,
} from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useCallback, useState, type ReactNode } from 'react'
import { polarities } from '../../lib/model/causalLink'
import { mayComment } from '../../lib/protocol/role'
import { useWorkspaceState } from '../hooks/EditorProvider'
import { isMakingRoom } from '../hooks/workspace'
import { useMayEdit } from '../hooks/useMayEdit'
import { useSelection, useSelf } from '../hooks/useMap'
import { useMedia } from '../hooks/useMedia'
import { useObservable } from '../hooks/useObservable'
import { nearEntry } from '../looks/nearby'
import { BarRule } from '../panels/Island'
import { LinkIcon } from '../panels/KindIcon'
import { ChosenDot } from '../panels/leverage/ChosenDot'
import { IconButton } from '../ui/IconButton'
import { Menu } from '../ui/Menu'
import { dotDistance } from '../../lib/gesture/hitSurface'
import { placeBar } from './barPlace'
import { surroundingsOf } from './barSurroundings'
import { SignMark } from './SignMark'
import { useStandingPanels } from './useStandingPanels'
import { useStage } from './StageContext'
import { alignEntries, arrangeEntries, orderEntries } from './selectionEntries'
import { useSelectionActions } from './useSelectionActions'
import { useSelectionFacts } from './useSelectionFacts'

/** What one can do with the selection, floating just above it and never over it. */
export function SelectionBar() {
  const stage = useStage()
  const selection = useSelection()
  const mayEdit = useMayEdit()
  const maySpeak = mayComment(useSelf().role)
  const atRest = useObservable(stage.gesture, ({ kind }) => kind === 'idle' || kind === 'pressing' || kind === 'spent')
  const isNaming = useObservable(stage.draft) !== undefined
  const isBusy = useWorkspaceState(
    (state) => state.signFor !== undefined || state.linking !== undefined || isMakingRoom(state, selection),
  )
  const isPicking = useObservable(stage.linkPicker) !== undefined
  const isEmpty = selection.elements.length + selection.links.length === 0
  if (!(mayEdit || maySpeak) || isEmpty || !atRest || isNaming || isBusy || isPicking) return null
  return <Bar />
}

function Bar() {
  const t = useTranslations('canvas')
  const tLeverage = useTranslations('leverage')
  const tArrange = useTranslations('arrange')
  const tLooks = useTranslations('looks')
  const stage = useStage()
  const mayEdit = useMayEdit()
  const selection = useSelection()
  const facts = useSelectionFacts()
  const actions = useSelectionActions()
  const isSmall = useMedia('(max-width: 767.98px)')
  useObservable(stage.scene)
  useObservable(stage.viewport.camera)
  // Strips and panels may come to stand where it is.
  useObservable(stage.viewport.covered)
  const [size, setSize] = useState({ width: 320, height: 40 })
  const bar = useCallback((box: HTMLDivElement | null) => {
    if (box === null) return undefined
    const measure = (): void => setSize({ width: box.offsetWidth, height: box.offsetHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    return () => observer.disconnect()
  }, [])
  const panels = useStandingPanels()
  const surroundings = surroundingsOf(stage, selection, size, panels)
  if (surroundings === undefined) return null
  const { x, y } = placeBar(size, surroundings, dotDistance + 14)
  const icon = { size: 18, 'aria-hidden': true } as const
  const { refusals } = facts
  const near = facts.canLink && facts.only !== undefined ? [nearEntry(tLooks, stage.workspace, facts.only.id)] : []
  const more = facts.elements.length > 0 ? [...near, ...orderEntries(t, actions, refusals)] : []

  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={t('bar.label')}
      data-canvas-interface
      // What was pressed last must not keep Delete or the arrows from the selection.
      data-passes-keys
      className="weft-bar"
      style={{ transform: `translate(${Math.round(x)}px, ${Math.round(y)}px)` }}
    >
      {mayEdit ? (
        <>
          {facts.only === undefined || facts.only.locked === true ? null : (
            <BarButton label={t('bar.rename')} words={!isSmall} onClick={actions.rename}>
              <Pencil {...icon} />
            </BarButton>
          )}
          {facts.canLink ? (
            <BarButton label={t('bar.link')} words={!isSmall} onClick={isSmall ? actions.linkByTap : actions.linkTo}>
              <LinkIcon size={18} />
            </BarButton>
          ) : null}
          {facts.causal.length > 0 && facts.causal.length === facts.links.length && facts.elements.length === 0 ? (
            <>
              {polarities.map((polarity) => (
                <IconButton
                  key={polarity}
                  size="small"
                  label={t(`bar.${signLabels[polarity]}`)}
                  refused={refusals.change}
                  shortcut={[polarity]}
                  active={facts.causal.every((link) => (link.polarity ?? '?') === polarity)}
                  onClick={() => actions.setSign(polarity)}
                >
                  <SignMark polarity={polarity} />
                </IconButton>
              ))}
              <BarRule />
              <IconButton
                size="small"
                label={t('bar.delay')}
                refused={refusals.change}
                shortcut={['D']}
                active={facts.allDelayed}
                onClick={() => actions.setDelayed(!facts.allDelayed)}
              >
                <svg width={18} height={18} viewBox="0 0 18 18" aria-hidden className="weft-delay-icon">
                  <path d="M1 9H6M12 9H17M7 3.5V14.5M11 3.5V14.5" />
                </svg>
              </IconButton>
            </>
          ) : null}
          {facts.links.length > 0 && facts.elements.length === 0 ? (
            <IconButton
              size="small"
              label={t('bar.reverse')}
              refused={refusals.change}
              onClick={() => actions.reverse()}
            >
              <ArrowLeftRight {...icon} />
            </IconButton>
          ) : null}
          {facts.elements.length > 1 ? (
            <>
              {refusals.move === undefined ? (
                <Menu
                  trigger={
                    <IconButton size="small" label={t('bar.align')}>
                      <AlignCenterVertical {...icon} />
                    </IconButton>
                  }
                  entries={[
                    ...alignEntries(t, actions, facts.elements.length),
                    { kind: 'separator', id: 'arrange' },
                    ...arrangeEntries(tArrange, actions, refusals),
                  ]}
                />
              ) : (
                <IconButton size="small" label={t('bar.align')} refused={refusals.move}>
                  <AlignCenterVertical {...icon} />
                </IconButton>
              )}
              <IconButton size="small" label={t('bar.frame')} shortcut={['F']} onClick={actions.frame}>
                <Frame {...icon} />
              </IconButton>
            </>
          ) : null}
          {facts.canChoose && !facts.allLocked ? (
            <IconButton
              size="small"
              label={tLeverage('chosen')}
              active={facts.allChosen}
              onClick={() => actions.choose(!facts.allChosen)}
            >
              <ChosenDot on={facts.allChosen} size={15} />
            </IconButton>
          ) : null}
        </>
      ) : null}
      <IconButton size="small" label={t('bar.comment')} shortcut={['C']} onClick={actions.comment}>
        <MessageSquarePlus {...icon} />
      </IconButton>
      {mayEdit ? (
        <>
          <BarRule />
          {facts.elements.length > 0 && refusals.lock === undefined ? (
            <>
              <IconButton
                size="small"
                label={t(facts.allLocked ? 'bar.unlock' : 'bar.lock')}
                shortcut={['Mod', 'Shift', 'L']}
                active={facts.allLocked}
                onClick={() => actions.lock(!facts.allLocked)}
              >
                {facts.allLocked ? <Lock {...icon} /> : <LockOpen {...icon} />}
              </IconButton>
              <IconButton
                size="small"
                label={t('bar.duplicate')}
                shortcut={['Mod', 'D']}
                onClick={() => actions.duplicate()}
              >
                <Copy {...icon} />
              </IconButton>
            </>
          ) : null}
          <IconButton
            size="small"
            label={t('bar.delete')}
            shortcut={['Delete']}
            refused={refusals.remove}
            onClick={() => actions.remove()}
          >
            <Trash2 {...icon} />
          </IconButton>
          {more.length === 0 ? null : (
            <Menu
              align="end"
              trigger={
                <IconButton size="small" label={t('bar.more')}>
                  <Ellipsis {...icon} />
                </IconButton>
              }
              entries={more}
            />
          )}
        </>
      ) : null}
    </div>
  )
}

const signLabels = { '+': 'plus', '-': 'minus', '?': 'unsure' } as const

interface BarButtonProps {
  readonly label: string
  readonly words: boolean
  readonly onClick: () => void
  readonly children: ReactNode
}

/** A button of the bar with its word beside the icon, as long as there is room for words. */
function BarButton({ label, words, onClick, children }: BarButtonProps) {
  if (!words) {
    return (
      <IconButton size="small" label={label} onClick={onClick}>
        {children}
      </IconButton>
    )
  }
  return (
    <button type="button" className="weft-bar-button" onClick={onClick}>
      {children}
      {label}
    </button>
  )
}
