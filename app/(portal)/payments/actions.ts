'use server'

import { serve } from '@/lib/commands/serve'
import * as answers from '@/lib/grants/tranches/answers/apply'
import * as lists from '@/lib/grants/tranches/lists/commands'
import * as release from '@/lib/grants/tranches/lists/release'
import * as schedule from '@/lib/grants/tranches/schedule-commands'
import * as steps from '@/lib/grants/tranches/step-commands'

export const requestTranche = serve(steps.requestTranche)
export const authoriseTranche = serve(steps.authoriseTranche)
export const sendBackTranche = serve(steps.sendBackTranche)
export const releaseTranche = serve(steps.releaseTranche)
export const confirmPaid = serve(steps.confirmPaid)
export const reportFailed = serve(steps.reportFailed)
export const confirmReceipt = serve(steps.confirmReceipt)
export const verifyMilestone = serve(steps.verifyMilestone)
export const recoverTranche = serve(steps.recoverTranche)
export const writeOffTranche = serve(steps.writeOffTranche)
export const cancelTranche = serve(steps.cancelTranche)
export const planTranche = serve(schedule.planTranche)
export const suspendGrant = serve(schedule.suspendGrant)
export const resumeGrant = serve(schedule.resumeGrant)
export const startMonitoring = serve(schedule.startMonitoring, { to: ({ caseId }) => `/grants/${caseId}` })
export const makeList = serve(lists.makeList, { to: ({ listId }) => `/payments/lists/${listId}` })
export const dissolveList = serve(lists.dissolveList, { to: () => '/payments/lists' })
export const takeOff = serve(lists.takeOff)
export const startRelease = serve(release.startRelease, { to: ({ listId }) => `/payments/lists/${listId}` })
export const stopRelease = serve(release.stopRelease, { to: ({ listId }) => `/payments/lists/${listId}` })
export const startImport = serve(answers.startImport, { to: ({ importId }) => `/payments/answers/${importId}` })
export const cancelImport = serve(answers.cancelImport, { to: ({ importId }) => `/payments/answers/${importId}` })
