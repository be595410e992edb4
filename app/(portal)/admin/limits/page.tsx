import type { Metadata } from 'next'
import { getI18n } from '@/app/i18n'
import { Badge } from '@/components/ui/badge'
import { Code } from '@/components/ui/bdi'
import { Disclosure } from '@/components/ui/disclosure'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { currencies } from '@/lib/admin/domain'
import { listLimits } from '@/lib/admin/reference-queries'
import { programmes } from '@/lib/auth/roles'
import { requireAdmin } from '../require-admin'
import { LimitForm } from './limit-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('admin.limits.title') }
}

export default async function LimitsPage() {
  const actor = await requireAdmin('reference.manage')
  const [{ t, format }, limits] = await Promise.all([getI18n(), listLimits(actor)])
  const past = limits.filter((limit) => limit.endedAt)
  return (
    <>
      <PageHeader
        title={t('admin.limits.title')}
        back={{ href: '/admin', label: t('admin.start.title') }}
        lead={t('admin.limits.lead')}
      />
      <div className="space-y-6">
        {programmes.map((programme) => (
          <Section key={programme} title={t(`admin.programmes.${programme}`)}>
            <div className="grid items-start gap-5 md:grid-cols-2">
              {currencies.map((currency) => {
                const current = limits.find(
                  (limit) => !limit.endedAt && limit.programme === programme && limit.currency === currency,
                )
                return (
                  <div key={currency} className="space-y-3 rounded-md border border-line p-4">
                    {current ? (
                      <div>
                        <p className="text-sm text-ink-soft">{t('admin.limits.from')}</p>
                        <p className="text-xl font-semibold">
                          <Code>{format.money(current.amountMinor, currency)}</Code>
                        </p>
                        <p className="text-sm text-ink-soft">
                          {t('admin.limits.setBy', {
                            name: current.setByName ?? t('admin.audit.byPortal'),
                            when: format.date(current.setAt),
                          })}
                        </p>
                      </div>
                    ) : (
                      <div className="space-y-1">
                        <Badge tone="warning">{t('admin.limits.none', { currency })}</Badge>
                        <p className="text-ink-soft">{t('admin.limits.noneText', { currency })}</p>
                      </div>
                    )}
                    <Disclosure label={t(current ? 'admin.limits.change' : 'admin.limits.set')}>
                      <LimitForm programme={programme} currency={currency} current={current} t={t} />
                    </Disclosure>
                  </div>
                )
              })}
            </div>
          </Section>
        ))}
        {past.length > 0 && (
          <Section title={t('admin.limits.past')}>
            <ul className="space-y-2">
              {past.map((limit) => (
                <li key={limit.id} className="text-sm">
                  <span className="font-medium">
                    {t(`admin.programmes.${limit.programme}`)} ·{' '}
                    <Code>{format.money(limit.amountMinor, limit.currency)}</Code>
                  </span>
                  <span className="block text-ink-soft">
                    {t('admin.limits.period', {
                      from: format.date(limit.setAt),
                      to: format.date(limit.endedAt ?? limit.setAt),
                      name: limit.setByName ?? t('admin.audit.byPortal'),
                    })}
                  </span>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </div>
    </>
  )
}
