import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { Badge } from '@/components/ui/badge'
import { Bdi, Code } from '@/components/ui/bdi'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth/session'
import { canPropose } from '@/lib/grants/budgets/policy'
import { listProof, type ProofRow } from '@/lib/grants/budgets/queries'
import { inLocale } from '@/lib/i18n/in-locale'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('budgets.proof.title') }
}

const figures = ['allocated', 'committed', 'released', 'spent'] as const

export default async function ProofPage() {
  const actor = await requireActor()
  if (!canPropose(actor)) notFound()
  const [{ t, locale, format }, rows] = await Promise.all([getI18n(), listProof(actor)])
  const wrong = rows.filter((row) => !row.agrees)
  const columns: Column<ProofRow>[] = [
    {
      key: 'line',
      header: t('budgets.proof.line'),
      cell: ({ line }) => (
        <>
          <Bdi>{inLocale(locale, line.name)}</Bdi> <Code>{line.code}</Code>
        </>
      ),
    },
    ...figures.map(
      (figure): Column<ProofRow> => ({
        key: figure,
        header: t(`budgets.figure.${figure}`),
        align: 'end',
        cell: ({ line, sums }) => {
          const [balance, sum] = [line[`${figure}Minor`], sums[`${figure}Minor`]]
          return (
            <>
              <Code>{format.money(balance, line.currency)}</Code>
              {balance !== sum && (
                <strong className="block text-danger">
                  {t('budgets.proof.entriesSay', { amount: format.money(sum, line.currency) })}
                </strong>
              )}
            </>
          )
        },
      }),
    ),
    {
      key: 'verdict',
      header: t('budgets.proof.verdict'),
      cell: ({ agrees }) => (
        <Badge tone={agrees ? 'good' : 'danger'}>{t(agrees ? 'budgets.proof.agrees' : 'budgets.proof.differs')}</Badge>
      ),
    },
  ]
  return (
    <>
      <PageHeader
        title={t('budgets.proof.title')}
        back={{ href: '/budgets', label: t('budgets.title') }}
        lead={t('budgets.proof.lead')}
      />
      {rows.length === 0 ? (
        <EmptyState title={t('budgets.empty')}>{t('budgets.emptyText')}</EmptyState>
      ) : (
        <div className="space-y-4">
          <Notice
            tone={wrong.length === 0 ? 'good' : 'danger'}
            title={
              wrong.length === 0
                ? t('budgets.proof.allAgree', { count: rows.length })
                : t('budgets.proof.someDiffer', { count: wrong.length })
            }
          >
            <p>{t('budgets.proof.at', { when: format.dateTime(new Date()) })}</p>
          </Notice>
          <DataTable
            caption={t('budgets.proof.title')}
            columns={columns}
            rows={rows}
            rowKey={({ line }) => line.id}
            rowHref={({ line }) => `/budgets/lines/${line.id}`}
          />
        </div>
      )}
    </>
  )
}
