import { useI18n } from '../i18n/context';
import { estateCatalog } from '../search/catalog';
import { SearchPage } from '../search/search-page';
import { EstateCard } from '../ui/cards';

export default function EstateSearch() {
  const { t } = useI18n();
  return <SearchPage catalog={estateCatalog} title={t.search.estateTitle} Card={EstateCard} />;
}
