'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { requireActor } from '@/lib/auth/session'
import { removeView, saveView } from '@/lib/cases/saved-views'
import { objectFrom } from '@/lib/commands/form-data'
import { servePlain } from '@/lib/commands/serve'

export const saveViewAction = servePlain(async (form) => {
  const saved = await saveView.execute(await requireActor(), objectFrom(form))
  if (saved.ok) redirect(`/${saved.data.screen}?${saved.data.query}`)
})

export const removeViewAction = servePlain(async (form) => {
  await removeView.execute(await requireActor(), objectFrom(form))
  revalidatePath('/', 'layout')
})
