import { createMemoryStore } from '../../../server/store/memory'
import { describeMapStore, type MapStoreHarness } from '../../contract/mapStoreContract'
import { describeCommentStore } from '../../contract/commentStoreContract'
import { describeVersionStore } from '../../contract/versionStoreContract'
import { describeMeetingStore } from '../../contract/meetingStoreContract'
import { describeRoundStore } from '../../contract/roundStoreContract'

const createHarness = (): MapStoreHarness => ({
  open: async () => createMemoryStore(),
  cleanUp: async () => undefined,
})

describeMapStore('memory', createHarness)
describeRoundStore('memory', createHarness)
describeMeetingStore('memory', createHarness)
describeCommentStore('memory', createHarness)
describeVersionStore('memory', createHarness)
