'use server'

import { changeUser } from '@/lib/admin/change-user'
import type { WordList } from '@/lib/admin/domain'
import { agreeKey, askKey, revokeKey } from '@/lib/admin/keys/commands'
import { setLimit } from '@/lib/admin/limit-commands'
import { handOver, inviteUser } from '@/lib/admin/links'
import { setAreas, setProgrammes } from '@/lib/admin/reach-commands'
import { addCommunity, editPlace } from '@/lib/admin/reference-commands'
import { approveRole, endRole, giveRole } from '@/lib/admin/role-commands'
import { addMember, createTeam, editTeam, endMembership } from '@/lib/admin/team-commands'
import { deactivateUser, reactivateUser, unlockUser } from '@/lib/admin/user-commands'
import { addWord, editWord } from '@/lib/admin/word-commands'
import { getActor } from '@/lib/auth/session'
import { serve, serveForm } from '@/lib/commands/serve'

// A link is shown in the answer, so these two stay on their page.
export const inviteUserAction = serveForm(async (input, commandId) => {
  const actor = await getActor()
  return actor ? inviteUser(actor, input, commandId) : { ok: false, code: 'unauthenticated' }
})
export const handOverAction = serveForm(async (input) => {
  const actor = await getActor()
  return actor ? handOver(actor, input) : { ok: false, code: 'unauthenticated' }
})

export const editUserAction = serveForm(
  async (input, commandId) => {
    const actor = await getActor()
    return actor ? changeUser(actor, input, commandId) : { ok: false, code: 'unauthenticated' }
  },
  { to: ({ userId }) => `/admin/users/${userId}` },
)
export const deactivateUserAction = serve(deactivateUser, { to: ({ userId }) => `/admin/users/${userId}` })
export const reactivateUserAction = serve(reactivateUser, { to: ({ userId }) => `/admin/users/${userId}` })
export const unlockUserAction = serve(unlockUser, { to: ({ userId }) => `/admin/users/${userId}` })

export const giveRoleAction = serve(giveRole, { to: ({ userId }) => `/admin/users/${userId}#roles` })
export const approveRoleAction = serve(approveRole, { to: () => '/admin' })
export const declineRoleAction = serve(endRole, { to: () => '/admin' })
export const endRoleAction = serve(endRole, { to: ({ userId }) => `/admin/users/${userId}#roles` })

export const setProgrammesAction = serve(setProgrammes, { to: ({ userId }) => `/admin/users/${userId}#reach` })
export const setAreasAction = serve(setAreas, { to: ({ userId }) => `/admin/users/${userId}#reach` })
export const addUserToTeamAction = serve(addMember, { to: ({ userId }) => `/admin/users/${userId}#teams` })
export const endMembershipOfUserAction = serve(endMembership, { to: ({ userId }) => `/admin/users/${userId}#teams` })

export const createTeamAction = serve(createTeam, { to: ({ teamId }) => `/admin/teams/${teamId}` })
export const editTeamAction = serve(editTeam, { to: ({ teamId }) => `/admin/teams/${teamId}` })
export const addMemberAction = serve(addMember, { to: ({ teamId }) => `/admin/teams/${teamId}` })
export const endMembershipAction = serve(endMembership, { to: ({ teamId }) => `/admin/teams/${teamId}` })

export const setLimitAction = serve(setLimit, { to: () => '/admin/limits' })
export const editPlaceAction = serve(editPlace, { to: ({ pcode }) => `/admin/places/${pcode}` })
export const addCommunityAction = serve(addCommunity, { to: ({ parentPcode }) => `/admin/places/${parentPcode}` })
const toList = { to: ({ list }: { list: WordList }) => `/admin/lists/${list}` }
export const editWordAction = serve(editWord, toList)
export const addWordAction = serve(addWord, toList)

// The secret is shown in the answer, which must not be kept under the form's id.
export const askKeyAction = serveForm(async (input) => {
  const actor = await getActor()
  return actor ? askKey.execute(actor, input) : { ok: false, code: 'unauthenticated' }
})
export const agreeKeyAction = serve(agreeKey, { to: ({ keyId }) => `/admin/keys/${keyId}` })
export const revokeKeyAction = serve(revokeKey, { to: ({ keyId }) => `/admin/keys/${keyId}` })
