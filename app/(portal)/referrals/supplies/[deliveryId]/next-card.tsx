import { getI18n } from '@/app/i18n'
import { Disclosure } from '@/components/ui/disclosure'
import type { Actor } from '@/lib/auth/actor'
import { deedsFrom, isClosed } from '@/lib/cases/machine'
import { translateRefusal } from '@/lib/i18n/translator'
import { type SupplyDeed, supplyMachine } from '@/lib/referrals/supplies/machine'
import { canDo } from '@/lib/referrals/supplies/policy'
import type { DeliveryPage } from '@/lib/referrals/supplies/queries'
import { DeedForm } from './deed-form'

/** Deeds that are one press. */
const plain: readonly SupplyDeed[] = ['approve', 'accept']

/** What is next on a delivery, who does it, and to whoever cannot, why not. */
export async function NextCard({ actor, page }: { actor: Actor; page: DeliveryPage }) {
  const { t } = await getI18n()
  const { head, delivery } = page
  if (isClosed(supplyMachine, head.status)) return null
  const deeds = deedsFrom(supplyMachine, head.status).map((deed) => ({ deed, answer: canDo(actor, delivery, deed) }))
  // A deed that the receipt rules out is not offered, since its counterpart is.
  const offered = deeds.filter(({ answer }) => answer === true)
  const reasons = deeds
    .filter(({ deed }) => deed !== 'cancel')
    .flatMap(({ answer }) => (Array.isArray(answer) ? answer : []))
  const main = offered.filter(({ deed }) => deed !== 'cancel')
  return (
    <section aria-labelledby="next" className="mb-6 rounded-lg border-2 border-action bg-surface p-4 sm:p-6">
      <h2 id="next" className="text-lg font-semibold">
        {t('supplies.next.title')}
      </h2>
      <p className="mt-1">{t(`supplies.next.${head.status}`)}</p>
      {main.length === 0 &&
        reasons.map((reason) => (
          <p key={reason.key} className="mt-2 text-ink-soft">
            {translateRefusal(t, reason)}
          </p>
        ))}
      {offered.length > 0 && (
        <div className="mt-4 space-y-3">
          {offered.map(({ deed }) => {
            const form = <DeedForm key={deed} deed={deed} page={page} />
            return plain.includes(deed) ? (
              form
            ) : (
              <Disclosure key={deed} label={t(`supplies.next.deed.${deed}`)} open={deed === 'receive'}>
                {form}
              </Disclosure>
            )
          })}
        </div>
      )}
    </section>
  )
}
