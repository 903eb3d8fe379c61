import type { CommentAnchor } from '../../lib/practice/comment'
import { mayComment } from '../../lib/protocol/role'
import { centreOf } from '../../lib/geometry/rect'
import type { Selection } from '../hooks/editor'
import { isNothing, placeTarget } from './keyTarget'
import type { Stage } from './stage'

/**
 * Opens the comments on what is selected, or what the keyboard is at; else on the place under the pointer, or the
 * middle of the view. False for who may not comment.
 */
export function commentHere(stage: Stage): boolean {
  const { editor, workspace, viewport } = stage
  if (!mayComment(editor.self.get().role)) return false
  const pointer = stage.pointer()
  const isMeant = stage.focusLeads() || !isNothing(editor.selection.get()) || pointer === undefined
  const target = isMeant ? meantTarget(stage) : undefined
  const anchor = target ?? placeAnchor(pointer ?? centreOf(viewport.free()))
  workspace.openComments({ kind: 'about', anchor })
  return true
}

function meantTarget(stage: Stage): CommentAnchor | undefined {
  const focus = stage.focus.get()
  const target = placeTarget(stage)
  if (isNothing(target) && focus.kind === 'badge') return { kind: 'loop', key: focus.id }
  return anchorOf(stage, target)
}

/** The first of what is selected that is on the map itself: a card that stands for a group is not. */
export function anchorOf({ editor }: Pick<Stage, 'editor'>, { elements, links }: Selection): CommentAnchor | undefined {
  const view = editor.view.get()
  const element = elements.find((id) => view.elements.has(id))
  if (element !== undefined) return { kind: 'element', id: element }
  const link = links.find((id) => view.links.has(id))
  return link === undefined ? undefined : { kind: 'link', id: link }
}

export function placeAnchor({ x, y }: { readonly x: number; readonly y: number }): CommentAnchor {
  return { kind: 'place', x: Math.round(x), y: Math.round(y) }
}
