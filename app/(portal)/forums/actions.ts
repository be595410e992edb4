'use server'

import { serve } from '@/lib/commands/serve'
import * as forums from '@/lib/forums/commands'
import * as members from '@/lib/forums/member-commands'

const toForum = { to: ({ forumId }: { forumId: string }) => `/forums/${forumId}` }

export const proposeForum = serve(forums.proposeForum, toForum)
export const editForum = serve(forums.editForum, toForum)
export const endorseForum = serve(forums.endorseForum, toForum)
export const activateForum = serve(forums.activateForum, toForum)
export const restForum = serve(forums.restForum, toForum)
export const handOverForum = serve(forums.handOverForum, toForum)
export const closeForum = serve(forums.closeForum, toForum)
export const addMember = serve(members.addMember, toForum)
export const endMember = serve(members.endMember, toForum)
