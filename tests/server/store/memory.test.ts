import { createMemoryStore } from '../../../server/store/memory'
import { describeMapStore } from '../../contract/mapStoreContract'

describeMapStore('memory', () => ({
  open: async () => createMemoryStore(),
  cleanUp: async () => undefined,
}))
