import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { ChoiceLinks } from '@/components/ui/choice-links'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { baghdadDay } from '@/lib/format'
import { getConcernForm } from '@/lib/forums/concerns/queries'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { inLocale } from '@/lib/i18n/in-locale'
import { isId } from '@/lib/ids'
import { ConcernForm } from '../concern-form'

type Props = { searchParams: Promise<{ forum?: string | string[]; session?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('concerns.form.title') }
}

/** Writing down a concern of one of the team's forums. */
export default async function NewConcernPage({ searchParams }: Props) {
  const actor = await requireActor()
  if (!may(actor, 'concerns.write')) notFound()
  const [{ t, locale }, { forum: asked, session }, form] = await Promise.all([
    getI18n(),
    searchParams,
    getConcernForm(actor),
  ])
  // Asked for one that takes no concerns any more, nobody should write to another without noticing.
  const forum = form.forums.find((one) => one.id === asked) ?? (asked ? undefined : form.forums[0])
  return (
    <ClientMessages locale={locale} rooms={['concerns.guard', 'concerns.refused']}>
      <PageHeader
        title={t('concerns.form.title')}
        lead={t('concerns.form.lead')}
        back={{ href: '/forums/concerns', label: t('concerns.title') }}
      />
      {form.forums.length > 0 ? (
        <div className="space-y-6">
          {!forum && <Notice tone="warning">{t('concerns.form.otherForum')}</Notice>}
          {(form.forums.length > 1 || !forum) && (
            <ChoiceLinks
              label={t('concerns.form.forum')}
              choices={form.forums.map((one) => ({
                value: one.id,
                label: inLocale(locale, one.name),
                href: `/forums/concerns/new?forum=${one.id}`,
                isChosen: one.id === forum?.id,
              }))}
            />
          )}
          {forum && (
            <ConcernForm
              key={forum.id}
              forumId={forum.id}
              sessionId={isId(session) ? session : undefined}
              places={form.placesOf(forum.districtPcode)}
              place={forum.locationPcode}
              pathway={form.pathway}
              today={baghdadDay(new Date())}
              draft={{ key: `concern-new-${forum.id}`, secret: actor.draftKey }}
              cancelHref="/forums/concerns"
            />
          )}
        </div>
      ) : (
        <EmptyState title={t('concerns.form.noForum')}>{t('concerns.form.noForumText')}</EmptyState>
      )}
    </ClientMessages>
  )
}
