import { degreeOf, sizeOf, type Adjacency } from './adjacency'

/**
 * How much more the ties lie within groups than chance would have it (Newman & Girvan 2004):
 * Q = Σ over groups of (ties within / ties - (sum of degrees / 2 ties)²), from -0.5 to below 1.
 * NaN without ties. `neighbours` has every tie from both ends. Cost: linear.
 * @param groups variable → its group, numbered from 0
 */
export function measureModularity(neighbours: Adjacency, groups: Int32Array): number {
  const ends = neighbours.target.length
  const within = new Float64Array(groups.length)
  const degrees = new Float64Array(groups.length)
  for (let variable = 0; variable < sizeOf(neighbours); variable += 1) {
    const group = groups[variable] ?? 0
    degrees[group] = (degrees[group] ?? 0) + degreeOf(neighbours, variable)
    const end = neighbours.start[variable + 1] ?? 0
    for (let place = neighbours.start[variable] ?? 0; place < end; place += 1) {
      if (groups[neighbours.target[place] ?? 0] === group) within[group] = (within[group] ?? 0) + 1
    }
  }
  let modularity = 0
  for (const [group, count] of within.entries()) modularity += count / ends - ((degrees[group] ?? 0) / ends) ** 2
  return modularity
}
