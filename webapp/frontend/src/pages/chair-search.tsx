import { useI18n } from '../i18n/context';
import { chairCatalog } from '../search/catalog';
import { SearchPage } from '../search/search-page';
import { ChairCard } from '../ui/cards';

export default function ChairSearch() {
  const { t } = useI18n();
  return <SearchPage catalog={chairCatalog} title={t.search.chairTitle} Card={ChairCard} />;
}
