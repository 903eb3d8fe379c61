import { labelKey } from './label'

/** What files and tables call the fields that Weft has itself; each language may have its own words besides. */
const builtInNames: readonly string[] = [
  'name',
  'label',
  'kind',
  'sector',
  'form',
  'role',
  'stance',
  'power',
  'interest',
  'legitimacy',
  'urgency',
  'influence',
  'leader',
  'formal leader',
  'contact',
  'description',
  'tags',
]

/** True for a name that every map's elements have a field of already. */
export function isBuiltInName(name: string): boolean {
  return builtInNames.includes(labelKey(name))
}
