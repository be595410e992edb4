'use server'

import { revalidatePath } from 'next/cache'
import { requireActor } from '@/lib/auth/session'
import { readNotifications } from '@/lib/cases/work-query'
import { servePlain } from '@/lib/commands/serve'

export const readAllAction = servePlain(async () => {
  await readNotifications.execute(await requireActor(), {})
  revalidatePath('/', 'layout')
})
