import { useI18n } from '../i18n/context';
import { Message } from '../ui/message';

export function NotFound() {
  const { t } = useI18n();
  return <Message title={t.notFound.title} texts={[t.notFound.text]} link={[t.notFound.home, '/']} />;
}
