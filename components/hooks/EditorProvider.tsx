'use client'
import { createContext, use, useState, type ReactNode } from 'react'
import type { Editor } from '../../lib/editor/editor'
import { createWorkspace, type Workspace } from './createWorkspace'
import type { WorkspaceState } from './workspace'
import { useObservable } from './useObservable'

interface OpenMap {
  readonly editor: Editor
  readonly workspace: Workspace
}

const OpenMapContext = createContext<OpenMap | undefined>(undefined)

/** Gives everything below it one open map and the state of this tab's screen. */
export function EditorProvider({ editor, children }: { readonly editor: Editor; readonly children: ReactNode }) {
  const [workspace] = useState(() => createWorkspace())
  const [open, setOpen] = useState<OpenMap>({ editor, workspace })
  if (open.editor !== editor) setOpen({ editor, workspace })
  return <OpenMapContext value={open.editor === editor ? open : { editor, workspace }}>{children}</OpenMapContext>
}

function useOpenMap(): OpenMap {
  const open = use(OpenMapContext)
  if (open === undefined) throw new Error('This component needs an EditorProvider above it.')
  return open
}

/** The open map. Stable: using it never redraws a component. */
export function useEditor(): Editor {
  return useOpenMap().editor
}

/** This tab's screen state, to change it or to read it in an event. Stable: using it never redraws a component. */
export function useWorkspace(): Workspace {
  return useOpenMap().workspace
}

/** A part of this tab's screen state, followed. */
export function useWorkspaceState<Part>(
  select: (state: WorkspaceState) => Part,
  isSame?: (a: Part, b: Part) => boolean,
): Part {
  return useObservable(useOpenMap().workspace, select, isSame)
}
