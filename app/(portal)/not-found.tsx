import { MessagePage } from '@/components/shell/message-page'
import { LinkButton } from '@/components/ui/link-button'
import { getI18n } from '../i18n'

/** The same words whether the record does not exist or lies out of scope. */
export default async function NotFound() {
  const { t } = await getI18n()
  return (
    <MessagePage title={t('common.states.notFoundTitle')}>
      <p>{t('common.states.notFoundText')}</p>
      <LinkButton href="/">{t('common.states.notFoundAction')}</LinkButton>
    </MessagePage>
  )
}
