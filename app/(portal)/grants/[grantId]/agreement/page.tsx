import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { CaseDocuments } from '@/components/case/case-documents'
import { DateField } from '@/components/form/date-field'
import { PlainForm } from '@/components/form/plain-form'
import { SelectField } from '@/components/form/select-field'
import { Code } from '@/components/ui/bdi'
import { buttonClass } from '@/components/ui/button-class'
import { DataTable } from '@/components/ui/data-table'
import { DetailsList } from '@/components/ui/details-list'
import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { requireActor } from '@/lib/auth/session'
import { baghdadDay } from '@/lib/format'
import { getAgreement } from '@/lib/grants/agreement/queries'
import { holdsMoney } from '@/lib/grants/machine'
import { canPrepare } from '@/lib/grants/policy'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { isId } from '@/lib/ids'
import { signAgreement } from '../../actions'
import { ScheduleForm } from './schedule-form'

type Props = { params: Promise<{ grantId: string }>; searchParams: Promise<{ document?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('agreement.title') }
}

/** The agreement: made with its tranches, printed, signed on paper, and its signed copy attached. */
export default async function AgreementPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const [{ t, locale, format }, { grantId }, { document }] = await Promise.all([getI18n(), params, searchParams])
  const found = isId(grantId) ? await getAgreement(actor, grantId) : null
  if (!found || !(found.agreement || holdsMoney(found.grant.status))) notFound()
  const { grant, agreement, files } = found
  const mayWork = canPrepare(actor, grant) === true && grant.status === 'approved'
  const copies = agreement ? files.filter((file) => file.uploadedAt >= agreement.madeAt) : []
  return (
    <>
      <PageHeader
        title={t('agreement.title')}
        back={{ href: `/grants/${grantId}`, label: grant.reference }}
        lead={<Code>{format.money(grant.amountMinor, grant.currency)}</Code>}
        action={
          agreement && (
            <a
              href={`/grants/${grantId}/agreement.pdf`}
              className={buttonClass(agreement.signedOn ? 'secondary' : 'primary')}
            >
              {t('agreement.print')}
            </a>
          )
        }
      />
      <ClientMessages
        locale={locale}
        rooms={['agreement.errors', 'agreement.refused', 'payments.refused', 'grants.refused', 'cases.refused']}
      >
        <div className="max-w-3xl space-y-6">
          {agreement && (
            <Section title={t('agreement.current')}>
              <DetailsList
                items={[
                  { term: t('agreement.number'), value: <Code>{agreement.number}</Code> },
                  { term: t('agreement.madeOn'), value: format.date(agreement.madeAt) },
                  {
                    term: t('agreement.signedOn'),
                    value: agreement.signedOn ? format.date(agreement.signedOn) : t('agreement.notSigned'),
                  },
                ]}
              />
              <div className="mt-4">
                <DataTable
                  caption={t('agreement.tranches')}
                  rows={agreement.content.parts}
                  rowKey={(part) => String(part.number)}
                  columns={[
                    { key: 'number', header: t('agreement.tranche'), cell: (part) => format.number(part.number) },
                    { key: 'on', header: t('agreement.plannedOn'), cell: (part) => format.shortDate(part.plannedOn) },
                    {
                      key: 'amount',
                      header: t('agreement.amount'),
                      align: 'end',
                      cell: (part) => <Code>{format.money(part.amountMinor, agreement.currency)}</Code>,
                    },
                  ]}
                />
              </div>
            </Section>
          )}
          {!agreement && !mayWork && <Notice tone="info">{t('agreement.waits')}</Notice>}
          {mayWork && !agreement && (
            <Section title={t('agreement.make')}>
              <p className="mb-4 text-ink-soft">{t('agreement.makeText')}</p>
              <ScheduleForm found={found} today={baghdadDay(new Date())} />
            </Section>
          )}
          {mayWork && agreement && (
            <>
              <CaseDocuments
                home={{ caseId: grantId }}
                path={`/grants/${grantId}/agreement`}
                documents={[]}
                canAdd
                removal="none"
                actorId={actor.userId}
                outcome={document}
              />
              <Section title={t('agreement.sign')}>
                <p className="mb-4 text-ink-soft">{t('agreement.signText')}</p>
                {copies.length === 0 && <Notice tone="info">{t('agreement.noCopy')}</Notice>}
                {copies.length > 0 && (
                  <PlainForm
                    action={signAgreement}
                    hidden={{ caseId: grantId, version: grant.version }}
                    submit={t('agreement.signDeed')}
                  >
                    <SelectField
                      name="documentId"
                      label={t('agreement.copy')}
                      defaultValue={copies[0]?.id}
                      choices={copies.map((file) => ({ value: file.id, label: file.fileName }))}
                    />
                    <DateField name="signedOn" label={t('agreement.signedOn')} defaultValue={baghdadDay(new Date())} />
                  </PlainForm>
                )}
              </Section>
              <Disclosure label={t('agreement.again')}>
                <p className="mb-4 text-ink-soft">{t('agreement.againText')}</p>
                <ScheduleForm found={found} today={baghdadDay(new Date())} />
              </Disclosure>
            </>
          )}
        </div>
      </ClientMessages>
    </>
  )
}
