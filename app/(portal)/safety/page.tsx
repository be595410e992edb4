import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { TextAreaField } from '@/components/form/text-area-field'
import { Badge } from '@/components/ui/badge'
import { Bdi, Code } from '@/components/ui/bdi'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { listSafety } from '@/lib/grants/monitoring/queries'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { handleSafety } from '../grants/visits/actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('monitoring.safety.title') }
}

/** What visits said about someone's safety: for the team's supervisors alone. */
export default async function SafetyPage() {
  const actor = await requireActor()
  if (!may(actor, 'safety.read')) notFound()
  const [{ t, locale, format }, concerns] = await Promise.all([getI18n(), listSafety(actor)])
  return (
    <ClientMessages locale={locale} rooms={['monitoring.refused']}>
      <PageHeader title={t('monitoring.safety.title')} lead={t('monitoring.safety.lead')} />
      {concerns.length === 0 && <EmptyState title={t('monitoring.safety.none')} />}
      <div className="max-w-3xl space-y-6">
        {concerns.map((concern) => (
          <Section
            key={concern.id}
            title={<Code>{concern.reference}</Code>}
            action={
              <Badge tone={concern.handledAt ? 'good' : 'warning'}>
                {t(concern.handledAt ? 'monitoring.safety.handled' : 'monitoring.safety.open')}
              </Badge>
            }
          >
            <p className="flex flex-wrap gap-x-4 text-sm text-ink-soft">
              <span>
                <Bdi>{concern.raisedBy}</Bdi> · {format.dateTime(concern.raisedAt)}
              </span>
              <Link href={`/grants/${concern.caseId}`} prefetch={false} className="text-action underline">
                {t('monitoring.safety.toGrant')}
              </Link>
            </p>
            <p dir="auto" className="my-3 whitespace-pre-line">
              {concern.body}
            </p>
            {concern.handledAt ? (
              <p dir="auto" className="rounded-md bg-sunken px-3 py-2 whitespace-pre-line">
                {concern.handling}
              </p>
            ) : (
              <PlainForm action={handleSafety} hidden={{ concernId: concern.id }} submit={t('monitoring.safety.deed')}>
                <TextAreaField name="handling" rows={3} label={t('monitoring.safety.handling')} />
              </PlainForm>
            )}
          </Section>
        ))}
      </div>
    </ClientMessages>
  )
}
