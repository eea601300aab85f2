import { useSearchTexts } from '../i18n/search';
import { estateCatalog } from '../search/catalog';
import { SearchPage } from '../search/search-page';
import { EstateCard } from '../ui/cards';

export default function EstateSearch() {
  const text = useSearchTexts();
  return <SearchPage catalog={estateCatalog} title={text.search.estateTitle} Card={EstateCard} />;
}
