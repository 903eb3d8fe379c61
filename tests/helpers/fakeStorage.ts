/** A browser's storage in memory; broken on demand, as private windows and full disks are. */
export function createFakeStorage(): Storage & { refuse: boolean } {
  const entries = new Map<string, string>()
  const storage = {
    refuse: false,
    get length() {
      return entries.size
    },
    clear: () => entries.clear(),
    key: (index: number) => [...entries.keys()][index] ?? null,
    getItem(key: string) {
      if (storage.refuse) throw new Error('refused')
      return entries.get(key) ?? null
    },
    removeItem: (key: string) => {
      entries.delete(key)
    },
    setItem(key: string, value: string) {
      if (storage.refuse) throw new Error('refused')
      entries.set(key, value)
    },
  }
  // Object.keys of a real storage are its entries.
  return new Proxy(storage, {
    ownKeys: () => [...entries.keys()],
    getOwnPropertyDescriptor: (_, key) =>
      typeof key === 'string' && entries.has(key)
        ? { value: entries.get(key), enumerable: true, configurable: true }
        : undefined,
  })
}
