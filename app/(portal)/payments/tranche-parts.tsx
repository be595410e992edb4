import { getI18n } from '@/app/i18n'
import { UploadForm } from '@/components/case/upload-form'
import { DateField } from '@/components/form/date-field'
import { MoneyField } from '@/components/form/money-field'
import { PlainForm } from '@/components/form/plain-form'
import { Bdi, Code } from '@/components/ui/bdi'
import { DetailsList } from '@/components/ui/details-list'
import { Disclosure } from '@/components/ui/disclosure'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import type { Actor } from '@/lib/auth/actor'
import { minorUnits } from '@/lib/format'
import { canPlan, stepsOf } from '@/lib/grants/tranches/policy'
import type { TrancheView } from '@/lib/grants/tranches/view'
import { WordsProvider } from '@/lib/i18n/client'
import { wordsOf } from '@/lib/i18n/client-messages'
import { isolated } from '@/lib/i18n/isolated'
import { translateRefusal } from '@/lib/i18n/translator'
import { newId } from '@/lib/ids'
import { planTranche } from './actions'
import { DeedForm, isBare } from './deed-form'

/** What is known of a tranche: whom, how, when, and whose hands it went through. */
export async function TrancheFacts({ tranche }: { tranche: TrancheView }) {
  const { t, format } = await getI18n()
  const hands = (['requested', 'authorised', 'released', 'verified'] as const).flatMap((hand) => {
    const name = tranche.hands[hand]
    return name ? [t(`payments.hand.${hand}`, { name: isolated(name) })] : []
  })
  const day = (iso: string | null) => (iso ? format.date(iso) : null)
  const facts = [
    { term: t('payments.field.amount'), value: <Code>{format.money(tranche.amountMinor, tranche.currency)}</Code> },
    { term: t('payments.field.form'), value: t(`payments.form.${tranche.form}`) },
    { term: t('payments.field.planned'), value: day(tranche.plannedOn) },
    { term: t('payments.field.channel'), value: tranche.channel && t(`payments.channel.${tranche.channel}`) },
    { term: t('payments.field.payee'), value: tranche.payeeName && <Bdi>{tranche.payeeName}</Bdi> },
    { term: t('payments.field.account'), value: tranche.payeeAccount && <Code>{tranche.payeeAccount}</Code> },
    { term: t('payments.field.line'), value: tranche.lineCode && <Code>{tranche.lineCode}</Code> },
    {
      term: t('payments.field.paymentReference'),
      value: tranche.paymentReference && <Code>{tranche.paymentReference}</Code>,
    },
    { term: t('payments.field.paidOn'), value: day(tranche.paidOn) },
    { term: t('payments.field.receivedOn'), value: day(tranche.receiptConfirmedOn) },
    {
      term: t('payments.field.recovered'),
      value: tranche.recoveredMinor > 0 && <Code>{format.money(tranche.recoveredMinor, tranche.currency)}</Code>,
    },
    {
      term: t('payments.field.milestone'),
      value: tranche.milestone && <Bdi>{`${tranche.milestone.title} – ${tranche.milestone.evidence}`}</Bdi>,
    },
    { term: t('payments.field.finding'), value: tranche.milestoneFinding && <Bdi>{tranche.milestoneFinding}</Bdi> },
    { term: t('payments.field.reason'), value: tranche.statusReason && <Bdi>{tranche.statusReason}</Bdi> },
    { term: t('payments.field.hands'), value: hands.length > 0 && hands.map((hand) => <p key={hand}>{hand}</p>) },
  ].filter((fact) => fact.value)
  return <DetailsList items={facts} columns={2} />
}

/** The steps that are of the reader's role: the forms of those that are open, and why the others are not. */
export async function TrancheDeeds({ actor, tranche }: { actor: Actor; tranche: TrancheView }) {
  const { t } = await getI18n()
  const steps = stepsOf(actor, tranche.facts)
  const open = steps.filter((step) => step.reasons.length === 0).map((step) => step.deed)
  const closed = steps.filter((step) => step.reasons.length > 0)
  const mayPlan = canPlan(actor, tranche.facts) === true
  if (steps.length === 0 && !mayPlan) return null
  return (
    <div className="space-y-3">
      {closed.map(({ deed, reasons }) => (
        <Notice key={deed} tone="info" title={t('payments.cannot', { deed: t(`payments.deed.${deed}`) })}>
          <ul className="list-disc ps-5">
            {reasons.map((reason) => (
              <li key={reason.key}>{translateRefusal(t, reason)}</li>
            ))}
          </ul>
        </Notice>
      ))}
      <div className="flex flex-wrap gap-3">
        {open.filter(isBare).map((deed) => (
          <DeedForm key={deed} tranche={tranche} deed={deed} />
        ))}
      </div>
      {open
        .filter((deed) => !isBare(deed))
        .map((deed) => (
          <Disclosure key={deed} label={t(`payments.deed.${deed}`)}>
            <DeedForm tranche={tranche} deed={deed} />
          </Disclosure>
        ))}
      {mayPlan && (
        <Disclosure label={t('payments.plan')}>
          <PlainForm
            action={planTranche}
            hidden={{ trancheId: tranche.id, version: tranche.version, currency: tranche.currency }}
            submit={t('payments.planSave')}
            label={`${t('payments.plan')} ${tranche.reference}`}
          >
            <DateField name="plannedOn" label={t('payments.field.planned')} defaultValue={tranche.plannedOn} />
            {tranche.facts.caseStatus === 'approved' && (
              <MoneyField
                name="amount"
                currency={tranche.currency}
                label={t('payments.field.amount')}
                defaultValue={tranche.amountMinor / minorUnits[tranche.currency]}
              />
            )}
          </PlainForm>
        </Disclosure>
      )}
    </div>
  )
}

/** Receipts, photos of signatures and thumbprints; added by who works on the case. */
export async function TrancheFiles({ tranche, path, canAdd }: { tranche: TrancheView; path: string; canAdd: boolean }) {
  const { t, locale, format } = await getI18n()
  const kinds = (['receipt', 'signature', 'photo', 'other'] as const).map((value) => ({
    value,
    label: t(`cases.documents.kind.${value}`),
  }))
  return (
    <div className="space-y-3">
      <h3 className="font-semibold">{t('payments.documents')}</h3>
      {tranche.files.length === 0 && <p className="text-ink-soft">{t('payments.documentsNone')}</p>}
      <ul className="space-y-1">
        {tranche.files.map((file) => (
          <li key={file.id} className="flex flex-wrap items-center gap-x-2">
            <Icon name="file-text" className="size-4 text-ink-soft" />
            <a
              href={`/api/documents/${file.id}`}
              target="_blank"
              rel="noopener"
              className="touch-target inline-flex items-center break-words text-action underline"
            >
              <bdi>{file.fileName}</bdi>
            </a>
            <span className="text-sm text-ink-soft">
              <Bdi>{file.uploadedBy}</Bdi> · {format.shortDate(file.uploadedAt)}
            </span>
          </li>
        ))}
      </ul>
      {canAdd && (
        <WordsProvider locale={locale} words={wordsOf(locale, ['cases.documents.upload', 'cases.documents.outcome'])}>
          <Disclosure label={t('payments.documentsAdd')}>
            <UploadForm
              url={`/api/documents?back=${encodeURIComponent(path)}`}
              hidden={{ caseId: tranche.caseId, trancheId: tranche.id }}
              commandId={newId()}
              kinds={kinds}
            />
          </Disclosure>
        </WordsProvider>
      )}
    </div>
  )
}

/** What happened to a tranche, the newest first. */
export async function TrancheHistory({ tranche }: { tranche: TrancheView }) {
  const { t, format } = await getI18n()
  if (tranche.events.length === 0) return null
  return (
    <Disclosure label={t('payments.history')}>
      <ol className="space-y-2">
        {tranche.events.map((event) => (
          <li key={event.at.toISOString() + event.to}>
            <p>
              <span className="font-medium">{t(`payments.status.${event.to}`)}</span>{' '}
              <span className="text-sm text-ink-soft">
                <Bdi>{event.actor ?? t('cases.timeline.system')}</Bdi> · {format.dateTime(event.at)}
              </span>
            </p>
            {event.reason && (
              <p className="text-sm">
                <Bdi>{event.reason}</Bdi>
              </p>
            )}
          </li>
        ))}
      </ol>
    </Disclosure>
  )
}
