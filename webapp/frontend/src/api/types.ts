/** What the API sends. Lengths are centimetres, money is yen, coordinates are degrees (WGS 84). */

export interface Chair {
  id: number;
  name: string;
  description: string;
  thumbnail: string;
  price: number;
  height: number;
  width: number;
  depth: number;
  color: string;
  /** Comma-joined, possibly empty. */
  features: string;
  kind: string;
}

export interface Estate {
  id: number;
  thumbnail: string;
  name: string;
  description: string;
  latitude: number;
  longitude: number;
  address: string;
  /** A month. */
  rent: number;
  doorHeight: number;
  doorWidth: number;
  /** Comma-joined, possibly empty. */
  features: string;
}

/** min <= value < max; -1 means unbounded on that side. */
export interface Range {
  id: number;
  min: number;
  max: number;
}

export interface RangeCondition {
  prefix: string;
  suffix: string;
  ranges: Range[];
}

export interface ListCondition {
  list: string[];
}

export interface ChairCondition {
  height: RangeCondition;
  width: RangeCondition;
  depth: RangeCondition;
  price: RangeCondition;
  color: ListCondition;
  feature: ListCondition;
  kind: ListCondition;
}

export interface EstateCondition {
  doorWidth: RangeCondition;
  doorHeight: RangeCondition;
  rent: RangeCondition;
  feature: ListCondition;
}

export interface ChairList {
  chairs: Chair[];
}

export interface EstateList {
  estates: Estate[];
}

export interface ChairPage extends ChairList {
  /** All matches, not only those of this page. */
  count: number;
}

export interface EstatePage extends EstateList {
  /** All matches, not only those of this page. */
  count: number;
}

export interface Coordinate {
  latitude: number;
  longitude: number;
}
