/** A prefecture and its capital (the seat of its government), degrees WGS 84 to about a kilometre. */
export interface Capital {
  prefecture: { ja: string; en: string };
  city: { ja: string; en: string };
  latitude: number;
  longitude: number;
  /** 1: labelled on any scale; 2: from zoom 6; 3: from zoom 7. */
  tier: 1 | 2 | 3;
}

const TABLE = `
北海道|Hokkaido|札幌|Sapporo|43.064|141.347|1
青森県|Aomori|青森|Aomori|40.824|140.740|2
岩手県|Iwate|盛岡|Morioka|39.704|141.153|2
宮城県|Miyagi|仙台|Sendai|38.269|140.872|1
秋田県|Akita|秋田|Akita|39.719|140.102|2
山形県|Yamagata|山形|Yamagata|38.240|140.363|3
福島県|Fukushima|福島|Fukushima|37.750|140.468|3
茨城県|Ibaraki|水戸|Mito|36.342|140.447|3
栃木県|Tochigi|宇都宮|Utsunomiya|36.566|139.884|3
群馬県|Gunma|前橋|Maebashi|36.391|139.061|3
埼玉県|Saitama|さいたま|Saitama|35.857|139.649|3
千葉県|Chiba|千葉|Chiba|35.605|140.123|3
東京都|Tokyo|東京|Tokyo|35.690|139.692|1
神奈川県|Kanagawa|横浜|Yokohama|35.448|139.643|3
新潟県|Niigata|新潟|Niigata|37.902|139.023|1
富山県|Toyama|富山|Toyama|36.695|137.211|3
石川県|Ishikawa|金沢|Kanazawa|36.595|136.626|2
福井県|Fukui|福井|Fukui|36.065|136.222|3
山梨県|Yamanashi|甲府|Kofu|35.664|138.568|3
長野県|Nagano|長野|Nagano|36.651|138.181|2
岐阜県|Gifu|岐阜|Gifu|35.391|136.722|3
静岡県|Shizuoka|静岡|Shizuoka|34.977|138.383|2
愛知県|Aichi|名古屋|Nagoya|35.180|136.907|1
三重県|Mie|津|Tsu|34.730|136.509|3
滋賀県|Shiga|大津|Otsu|35.004|135.868|3
京都府|Kyoto|京都|Kyoto|35.021|135.756|3
大阪府|Osaka|大阪|Osaka|34.686|135.520|1
兵庫県|Hyogo|神戸|Kobe|34.691|135.183|3
奈良県|Nara|奈良|Nara|34.685|135.833|3
和歌山県|Wakayama|和歌山|Wakayama|34.226|135.167|3
鳥取県|Tottori|鳥取|Tottori|35.503|134.238|3
島根県|Shimane|松江|Matsue|35.472|133.051|2
岡山県|Okayama|岡山|Okayama|34.662|133.935|3
広島県|Hiroshima|広島|Hiroshima|34.396|132.459|1
山口県|Yamaguchi|山口|Yamaguchi|34.186|131.471|3
徳島県|Tokushima|徳島|Tokushima|34.066|134.559|3
香川県|Kagawa|高松|Takamatsu|34.340|134.043|2
愛媛県|Ehime|松山|Matsuyama|33.842|132.766|2
高知県|Kochi|高知|Kochi|33.560|133.531|2
福岡県|Fukuoka|福岡|Fukuoka|33.607|130.418|1
佐賀県|Saga|佐賀|Saga|33.249|130.299|3
長崎県|Nagasaki|長崎|Nagasaki|32.750|129.868|2
熊本県|Kumamoto|熊本|Kumamoto|32.790|130.742|2
大分県|Oita|大分|Oita|33.238|131.613|3
宮崎県|Miyazaki|宮崎|Miyazaki|31.911|131.424|2
鹿児島県|Kagoshima|鹿児島|Kagoshima|31.560|130.558|1
沖縄県|Okinawa|那覇|Naha|26.212|127.681|1
`;

export const CAPITALS: readonly Capital[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [prefectureJa = '', prefectureEn = '', cityJa = '', cityEn = '', latitude, longitude, tier] =
      line.split('|');
    return {
      prefecture: { ja: prefectureJa, en: prefectureEn },
      city: { ja: cityJa, en: cityEn },
      latitude: Number(latitude),
      longitude: Number(longitude),
      tier: Number(tier) as Capital['tier'],
    };
  });
