'use client'
import { Hand, ListTree, MessageSquare, MousePointer2, RefreshCw, Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useWorkspace, useWorkspaceState } from '../hooks/EditorProvider'
import { useMayEdit } from '../hooks/useMayEdit'
import { analysisPanels, isOffered, type Tool } from '../hooks/workspace'
import { useFirstQuestion } from './analysis/useFirstQuestion'
import { IconButton } from '../ui/IconButton'
import { Toolbar } from '../ui/Toolbar'
import { Island, BarRule } from './Island'
import { KindIcon, LinkIcon } from './KindIcon'

interface ToolEntry {
  readonly tool: Tool
  readonly keys: readonly string[]
  readonly icon: ReactNode
}

const selectTool: ToolEntry = { tool: 'select', keys: ['V'], icon: <MousePointer2 size={20} aria-hidden /> }
const editTools: readonly ToolEntry[] = [
  { tool: 'variable', keys: ['N'], icon: <KindIcon kind="variable" /> },
  { tool: 'stakeholder', keys: ['A'], icon: <KindIcon kind="stakeholder" /> },
  { tool: 'link', keys: ['L'], icon: <LinkIcon /> },
  { tool: 'note', keys: ['S'], icon: <KindIcon kind="note" /> },
  { tool: 'text', keys: ['T'], icon: <KindIcon kind="text" /> },
  { tool: 'frame', keys: ['F'], icon: <KindIcon kind="frame" /> },
]
const handTool: ToolEntry = { tool: 'hand', keys: ['H'], icon: <Hand size={20} aria-hidden /> }

/** The tools, one tab stop, arrow keys between them. */
export function ToolRail() {
  const t = useTranslations('panels.tools')
  const tComments = useTranslations('comments')
  const workspace = useWorkspace()
  const active = useWorkspaceState((state) => state.tool)
  const panel = useWorkspaceState((state) => state.panel)
  const unread = useWorkspaceState((state) => state.unread)
  const mayEdit = useMayEdit()
  const stepTools = useWorkspaceState((state) => state.stepTools)
  const entries = mayEdit
    ? [selectTool, ...editTools.filter(({ tool }) => isOffered({ stepTools }, tool))]
    : [selectTool, handTool]
  const first = useFirstQuestion()
  return (
    <Island
      role="region"
      aria-label={t('label')}
      data-region="tools"
      className="max-h-full shrink-0 overflow-y-auto p-1"
    >
      <Toolbar vertical label={t('label')} className="flex flex-col items-center gap-0.5">
        {entries.map(({ tool, keys, icon }) => (
          <IconButton
            key={tool}
            label={t(tool)}
            shortcut={keys}
            tooltipSide="right"
            active={active === tool}
            onClick={() => workspace.chooseTool(tool)}
            onDoubleClick={() => workspace.chooseTool(tool, { locked: true })}
          >
            {icon}
          </IconButton>
        ))}
        <BarRule vertical />
        <IconButton
          label={t('find')}
          shortcut={['Mod', 'F']}
          tooltipSide="right"
          active={panel === 'find'}
          onClick={() => workspace.togglePanel('find')}
        >
          <Search size={20} aria-hidden />
        </IconButton>
        <IconButton
          label={t(first.name)}
          tooltipSide="right"
          active={analysisPanels.some((name) => name === panel)}
          onClick={() => workspace.togglePanel(analysisPanels.find((name) => name === panel) ?? first.panel)}
        >
          <RefreshCw size={20} aria-hidden />
        </IconButton>
        <IconButton
          label={t('outline')}
          tooltipSide="right"
          active={panel === 'outline'}
          onClick={() => workspace.togglePanel('outline')}
        >
          <ListTree size={20} aria-hidden />
        </IconButton>
        <IconButton
          label={unread > 0 ? tComments('openUnread', { count: unread }) : tComments('open')}
          tooltipSide="right"
          active={panel === 'comments'}
          className="relative"
          onClick={() => workspace.togglePanel('comments')}
        >
          <MessageSquare size={20} aria-hidden />
          {unread > 0 ? (
            <span className="absolute end-1 top-1 size-2 rounded-full bg-accent ring-2 ring-panel" aria-hidden />
          ) : null}
        </IconButton>
      </Toolbar>
    </Island>
  )
}
