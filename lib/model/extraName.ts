/** Names of formats' own, such as `kumu:direction`, are nothing that people said. */
const isOfFormat = /^[a-z]+:/

/** Whether what an import kept under this name is something that people said, and so to be shown to them. */
export function isSaidName(name: string): boolean {
  return !isOfFormat.test(name) && name.trim() !== ''
}
