/** Parts of the screen that F6 goes through, in this order. Each is marked by `data-region`. */
const regionNames = ['top', 'tools', 'canvas', 'inspector', 'people', 'panel', 'zoom'] as const
export type RegionName = (typeof regionNames)[number]

const focusable = [
  'a[href]',
  'button:not([disabled])',
  'input:not([disabled])',
  'textarea:not([disabled])',
  '[tabindex]:not([tabindex="-1"])',
].join(',')

const lastFocused = new Map<RegionName, WeakRef<HTMLElement>>()

function findRegion(name: RegionName): HTMLElement | undefined {
  // The map is still there while another view covers it.
  const regions = [...document.querySelectorAll<HTMLElement>(`[data-region="${name}"]`)]
  return regions.findLast((region) => region.getClientRects().length > 0)
}

/** Gives the focus to a part of the screen: to where it was there, else to its first stop. False if it is not shown. */
export function focusRegion(name: RegionName): boolean {
  const region = findRegion(name)
  if (region === undefined) return false
  const last = lastFocused.get(name)?.deref()
  const stops = [...region.querySelectorAll<HTMLElement>(focusable)].filter(
    (stop) => stop.tabIndex >= 0 && stop.getClientRects().length > 0,
  )
  const known = last !== undefined && region.contains(last) && last.isConnected ? last : undefined
  const target = known ?? stops[0] ?? region
  if (target === region && region.tabIndex < 0) region.tabIndex = -1
  target.focus()
  return true
}

function regionOf(element: Element | null): RegionName | undefined {
  const name = element?.closest<HTMLElement>('[data-region]')?.dataset['region']
  return regionNames.find((region) => region === name)
}

/** Goes to the next (or the previous) part of the screen that is shown. */
export function cycleRegions(step: 1 | -1): void {
  const active = document.activeElement
  const current = regionOf(active)
  if (current !== undefined && active instanceof HTMLElement) lastFocused.set(current, new WeakRef(active))
  const start = current === undefined ? (step === 1 ? -1 : regionNames.length) : regionNames.indexOf(current)
  for (let count = 1; count <= regionNames.length; count += 1) {
    const index = (start + step * count + regionNames.length * 2) % regionNames.length
    const name = regionNames[index]
    if (name !== undefined && name !== current && focusRegion(name)) return
  }
}
