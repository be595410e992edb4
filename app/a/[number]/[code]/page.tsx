import type { Metadata } from 'next'
import { getI18n } from '@/app/i18n'
import { PublicPage } from '@/components/shell/public-page'
import { Code } from '@/components/ui/bdi'
import { DetailsList } from '@/components/ui/details-list'
import { Notice } from '@/components/ui/notice'
import { checkAgreement } from '@/lib/grants/agreement/queries'

type Props = { params: Promise<{ number: string; code: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('agreement.check.title'), referrer: 'no-referrer', robots: { index: false, follow: false } }
}

/** Where the code on a paper leads: whether the agreement is genuine, and nothing about anyone. Open to whoever holds the paper. */
export default async function AgreementCheckPage({ params }: Props) {
  const [{ t, format }, { number, code }] = await Promise.all([getI18n(), params])
  const found = await checkAgreement(decodeURIComponent(number), decodeURIComponent(code))
  const isValid = found !== null && !found.voidedAt
  return (
    <PublicPage title={t('agreement.check.title')} path="/">
      {!found && <Notice tone="danger">{t('agreement.check.unknown')}</Notice>}
      {found && (
        <>
          <Notice tone={isValid ? 'good' : 'warning'}>
            {t(isValid ? 'agreement.check.genuine' : 'agreement.check.void')}
          </Notice>
          <div className="mt-6">
            <DetailsList
              items={[
                { term: t('agreement.number'), value: <Code>{found.number}</Code> },
                { term: t('agreement.madeOn'), value: format.date(found.madeAt) },
                {
                  term: t('agreement.signedOn'),
                  value: found.signedOn ? format.date(found.signedOn) : t('agreement.notSigned'),
                },
              ]}
            />
          </div>
        </>
      )}
    </PublicPage>
  )
}
