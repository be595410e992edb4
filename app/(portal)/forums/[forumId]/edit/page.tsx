import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PageHeader } from '@/components/ui/page-header'
import { canKeep } from '@/lib/forums/policy'
import { getForumForm } from '@/lib/forums/queries'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { editForum } from '../../actions'
import { ForumForm } from '../../forum-form'
import { read } from '../read'

type Props = { params: Promise<{ forumId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('forums.page.edit') }
}

/** Changing what a forum is called, where it meets, and by which terms. */
export default async function EditForumPage({ params }: Props) {
  const [{ t, locale }, { forumId }] = await Promise.all([getI18n(), params])
  const { actor, page } = await read(forumId)
  if (!page || !canKeep(actor, page.forum)) notFound()
  const { places } = await getForumForm(actor)
  const { forum, row } = page
  const back = `/forums/${forum.id}`
  return (
    <ClientMessages locale={locale} rooms={['forums.errors', 'forums.refused']}>
      <PageHeader title={t('forums.page.edit')} back={{ href: back, label: row.reference }} />
      <ForumForm
        action={editForum}
        hidden={{ forumId: forum.id, version: forum.version }}
        places={places.filter((place) => place.parent === forum.districtPcode)}
        values={{ ...row, locationPcode: forum.locationPcode, termsAdoptedOn: forum.termsAdoptedOn }}
        cancelHref={back}
      />
    </ClientMessages>
  )
}
