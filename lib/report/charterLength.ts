import type { MemberState } from '../model/practice/coalition'

/** So many members who say a line each are sure to stand on one page; fewer with contacts, stance and power. */
const onePage = { plain: 18, personal: 8 } as const

/** Whether a charter is sure to stand on one page: those who said not now are not in it. Cost: linear. */
export function isSureOfOnePage(members: readonly { readonly state: MemberState }[], withPersonal: boolean): boolean {
  const count = members.filter(({ state }) => state !== 'not-now').length
  return count <= (withPersonal ? onePage.personal : onePage.plain)
}
