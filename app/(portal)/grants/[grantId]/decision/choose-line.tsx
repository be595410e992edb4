import { LineField } from '@/app/(portal)/grants/committee/line-field'
import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { Disclosure } from '@/components/ui/disclosure'
import type { LineChoice } from '@/lib/grants/committee/line-choices'
import type { LoadedGrant } from '@/lib/grants/load'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { chooseLine } from '../../committee/actions'

type Props = { grant: LoadedGrant; lines: readonly LineChoice[]; current: string | null }

/** Another line to pay from, while nothing is promised yet. The page is then shown anew, since what is decided has changed. */
export async function ChooseLine({ grant, lines, current }: Props) {
  const { t, locale } = await getI18n()
  return (
    <div className="mt-4">
      <Disclosure label={t('grants.decision.chooseLine')} open={current === null}>
        <ClientMessages locale={locale} rooms={['grants.refused', 'cases.refused']}>
          <PlainForm
            action={chooseLine}
            hidden={{ caseId: grant.id, version: grant.version }}
            submit={t('grants.decision.chooseLineDeed')}
            variant="secondary"
          >
            <LineField lines={lines} currency={grant.currency} value={current} />
          </PlainForm>
        </ClientMessages>
      </Disclosure>
    </div>
  )
}
